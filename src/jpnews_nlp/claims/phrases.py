"""Tokens to phrases (bunsetsu): a content part, then the particles and auxiliaries that say what it does."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Literal

from jpnews_nlp.claims.lexicon import words
from jpnews_nlp.model.parse import Token
from jpnews_nlp.model.quick import quick
from jpnews_nlp.model.span import Span

PhraseKind = Literal["verb", "adjective", "copula", "noun", "other"]

CONTENT = frozenset(
    {"名詞", "代名詞", "動詞", "形容詞", "形状詞", "副詞", "連体詞", "接続詞", "感動詞", "接頭辞", "記号"}
)
ALONE = frozenset({"副詞", "連体詞", "接続詞", "感動詞"})
NOMINAL = frozenset({"名詞", "代名詞", "接尾辞", "記号", "形状詞"})
OPEN_TO_CLOSE = {"「": "」", "『": "』", "（": "）", "(": ")", "“": "”", "〈": "〉", "《": "》", "［": "］", "[": "]"}
ROUND = frozenset("（([［＝=")
# Two of a kind around what is said beside a name: 男性＝当時（48）＝が, 早瀬玲子氏＝自由民政推薦＝が.
DASHES = frozenset("＝=")
# A bracket that so many tokens later is still open was never closed: text of brackets alone costs no more than other.
LONGEST_BRACKETED = 400
LONGEST_DASHED = 16
_COMMAS = frozenset("、，,")
_PARTICLES = frozenset({"助詞", "助動詞"})
_HEADS = CONTENT | {"接尾辞"}
_ENDINGS = _PARTICLES | {"動詞", "形容詞"}
_BEFORE_BRACKET = NOMINAL | {"接頭辞"}
_PARTING = ALONE | {"補助記号", "空白"}
_PREDICATES = frozenset({"動詞", "形容詞"})
COUNTERS = frozenset({"助数詞可能", "数詞"})
NUMBER_MARKS = frozenset(".．,，・")


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase(Span):
    """A bunsetsu; `first` and `last` are half-open token indices, `head` is the index of its last content token.

    Attributes:
        kind: What the phrase is built on; verbs, adjectives and copulas are predicates.
        particles: The particles after the content, in order.
        form: UniDic's conjugation form of the last word that conjugates; empty when none does.
        comma: Whether a comma follows inside the phrase.
    """

    first: int
    last: int
    head: int
    kind: PhraseKind
    particles: tuple[str, ...]
    form: str
    comma: bool

    @property
    def is_predicate(self) -> bool:
        """Whether the phrase is a verb, an adjective or a noun with a copula."""
        return self.kind in ("verb", "adjective", "copula")


def head_word(tokens: Sequence[Token], phrase: Phrase) -> str:
    """The head in UniDic's normalized spelling, with the word before it where it is a suffix (見 + 方)."""
    token = tokens[phrase.head]
    if token.pos[0] == "接尾辞" and phrase.head > phrase.first:
        return tokens[phrase.head - 1].normalized + token.normalized
    return token.normalized


def figure_start(tokens: Sequence[Token], phrase: Phrase) -> int | None:
    """The first token of the number and unit a phrase ends with, its 約 included; None when it ends with none."""
    at = phrase.head
    if tokens[at].pos[0] not in ("接尾辞", "補助記号", "記号") and not COUNTERS & set(tokens[at].pos):
        return None
    while at >= phrase.first and tokens[at].pos[1] != "数詞":
        at -= 1
    while at > phrase.first and (tokens[at - 1].pos[1] == "数詞" or tokens[at - 1].surface in NUMBER_MARKS):
        at -= 1
    while at > phrase.first and tokens[at - 1].pos[0] == "接頭辞":
        at -= 1
    return at if at >= phrase.first else None


def is_gap(phrase: Phrase) -> bool:
    """Whether a case phrase at the end of a clause stands for a predicate that is said later: 米側は長官が、."""
    return phrase.kind == "noun" and phrase.comma and phrase.particles in (("が",), ("を",), ("に",))


def counted(tokens: Sequence[Token], phrase: Phrase, start: int) -> int | None:
    """The token of what the figure from `start` on counts (死者|10人); None when it is not told (年|約2億円)."""
    if start <= phrase.first:
        return None
    before = tokens[start - 1]
    if before.pos[2] == "副詞可能" or before.normalized in words("per"):
        return None
    group = start - 1 > phrase.first and before.normalized in ("等", "ら", "達")
    return start - 2 if group else start - 1


def is_figure(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """Whether the phrase is a number with its unit: 2人, 約10km, 震度6弱 is none (its head is 弱, its word 震度)."""
    return phrase.kind in ("noun", "copula") and any(t.pos[1] == "数詞" for t in tokens[phrase.first : phrase.head + 1])


def is_counted(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """Whether the phrase ends with a number that counts or measures, and does not name (台風10号)."""
    return figure_start(tokens, phrase) is not None and tokens[phrase.head].surface not in words("numbered")


def closing_bracket(tokens: Sequence[Token], at: int, last: int) -> int | None:
    """The index of the token that closes the bracket at `at`, before `last`; None when it stays open or far away."""
    opening = tokens[at].surface
    if opening in DASHES:
        return _closing_dash(tokens, at, last)
    closing = OPEN_TO_CLOSE.get(opening)
    if closing is None:
        return None
    depth = 0
    for index in range(at, min(last, at + LONGEST_BRACKETED)):
        depth += (tokens[index].surface == opening) - (tokens[index].surface == closing)
        if depth == 0:
            return index
    return None


def _closing_dash(tokens: Sequence[Token], at: int, last: int) -> int | None:
    """The index of the second of two dashes that stand around an aside to a noun, which goes on with a particle."""
    for index in range(at + 2, min(last, at + LONGEST_DASHED)):
        if tokens[index].surface == tokens[at].surface:
            goes_on = index + 1 < last and tokens[index + 1].pos[0] in _PARTICLES
            return index if goes_on else None
        if tokens[index].pos[0] in _PREDICATES or tokens[index].surface in "。「":
            return None
    return None


def chunk(tokens: Sequence[Token], first: int, last: int) -> tuple[Phrase, ...]:
    """The phrases of `tokens[first:last]`, in order; together they cover every token."""
    return tuple(_phrase(tokens, a, b) for a, b in _borders(tokens, first, last))


def phrases_between(tokens: Sequence[Token], phrases: Sequence[Phrase], first: int, last: int) -> Sequence[Phrase]:
    """What `chunk` gives for a part of a sentence with these phrases: they are taken over where the borders agree."""
    start = bisect_left(phrases, first, key=attrgetter("first"))
    end = bisect_left(phrases, last, start, key=attrgetter("last"))
    if start < len(phrases) and phrases[start].first == first and end < len(phrases) and phrases[end].last == last:
        return phrases[start : end + 1]
    return chunk(tokens, first, last)


def _borders(tokens: Sequence[Token], first: int, last: int) -> Iterator[tuple[int, int]]:
    start, at = first, first
    while at < last:
        token = tokens[at]
        attached = at > start and token.pos[0] in _PARTICLES and token.start == tokens[at - 1].end
        if not attached and at > start and _starts_phrase(tokens, start, at):
            yield start, at
            start = at
        opens = token.surface in OPEN_TO_CLOSE or token.surface in DASHES
        close = closing_bracket(tokens, at, last) if opens else None
        at = at + 1 if close is None else close + 1
    if start < last:
        yield start, last


def _starts_phrase(tokens: Sequence[Token], start: int, at: int) -> bool:
    token, before = tokens[at], tokens[at - 1]
    word_class = token.pos[0]
    if token.surface.isspace():
        return False
    if token.start > before.end:
        return True  # a space that is no token parts the statements of a headline
    if word_class == "接尾辞" or token.surface in ROUND or _is_function(tokens, start, at):
        return False
    if word_class == "補助記号":
        return token.surface in OPEN_TO_CLOSE and before.pos[0] not in _BEFORE_BRACKET
    if token.pos[1] == "数詞" and before.surface in NUMBER_MARKS and at - 2 >= start:
        return tokens[at - 2].pos[1] != "数詞"  # 5|.|9
    return _starts_word(token, before, function=_is_function(tokens, start, at - 1))


def _starts_word(token: Token, before: Token, *, function: bool) -> bool:
    """Whether a content word begins a phrase, given the token before it and whether that is a function word."""
    if before.surface in "」』）)”〉》" and token.pos[0] not in ALONE:
        return token.pos[0] in _PREDICATES
    if function or before.pos[0] in _PARTING or token.pos[0] in ALONE or before.pos[1] == "助動詞語幹":
        return True
    if token.pos[0] in _PREDICATES:
        return before.pos[0] not in ("動詞", "接頭辞")
    return before.pos[0] in _PREDICATES


def _is_function(tokens: Sequence[Token], start: int, at: int) -> bool:
    token = tokens[at]
    word_class, kind, _, _ = token.pos
    if word_class in _PARTICLES or (kind == "助動詞語幹" and token.surface == "そう"):
        return True
    if kind != "非自立可能" or at <= start or word_class not in _PREDICATES:
        return False
    before = tokens[at - 1]
    if before.surface in ("て", "で") and before.pos[0] in ("助詞", "助動詞"):
        return True  # 開いて|いる, 行って|ほしい, 首相で|ある
    if token.normalized in ("為る", "出来る", "致す"):
        return before.pos[0] in NOMINAL or before.surface in "」』"  # 発表|する, 「…」|する
    return before.pos[0] == "動詞" and before.conjugation.startswith("連用形")  # 走り|出す


def _phrase(tokens: Sequence[Token], first: int, last: int) -> Phrase:
    head = _head(tokens, first, last)
    tail: list[Token] = []
    particles: list[str] = []
    form, comma = tokens[head].conjugation, False
    for token in tokens[head + 1 : last]:
        word_class = token.pos[0]
        if word_class == "助詞":
            particles.append(token.surface)
        elif word_class in _ENDINGS:
            tail.append(token)
        comma = comma or token.surface in _COMMAS
        form = token.conjugation if token.conjugation != "*" else form
    return Phrase(
        start=tokens[first].start,
        end=tokens[last - 1].end,
        first=first,
        last=last,
        head=head,
        kind=_kind(tokens[head], tail),
        particles=tuple(particles),
        form=form if form != "*" else "",
        comma=comma,
    )


def _head(tokens: Sequence[Token], first: int, last: int) -> int:
    """The last content token outside round brackets, or the first token when there is none."""
    head, at = first, first
    while at < last:
        token = tokens[at]
        close = closing_bracket(tokens, at, last) if token.surface in ROUND else None
        if close is not None:
            at = close + 1
            continue
        if token.pos[0] in _HEADS and not _is_function(tokens, first, at):
            head = at
        at += 1
    return head


def _kind(head: Token, tail: Sequence[Token]) -> PhraseKind:
    if head.pos[0] == "動詞":
        return "verb"
    if head.pos[0] == "形容詞":
        return "adjective"
    if head.pos[0] in NOMINAL:
        for word in tail:
            if word.pos[0] == "動詞" and word.normalized in ("為る", "出来る", "致す"):
                return "verb"
            if word.pos[0] == "助動詞" and word.lemma in ("だ", "です", "な", "らしい", "なり"):
                return "copula"
        return "noun"
    return "other"
