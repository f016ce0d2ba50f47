"""The predicate of a clause: its lemma with light verbs folded, its polarity, its voice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from jpnews_nlp.claims.lexicon import opposites, words
from jpnews_nlp.claims.phrases import Phrase, head_word
from jpnews_nlp.model.claim import Polarity
from jpnews_nlp.model.parse import Token

NEGATIVE = frozenset({"ない", "ず", "ぬ", "まい", "ん"})
# ない that negates nothing: なければならない, ざるを得ない, しかない, ほかない, かもしれない, に違いない.
NOT_NEGATIVE = (
    "しかな",
    "ほかな",
    "かもしれ",
    "に違いな",
    "ではないか",
    "んじゃないか",
    "にすぎな",
    "に過ぎな",
    "間違いな",
    "間違いあり",
)
NEGATED_NOUNS = frozenset({"無し", "否定", "見送る"})
LIGHT_MARKERS = frozenset({"を", "が", "に", "は"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Predicate:
    """What a clause says of its arguments.

    Attributes:
        lemma: The normalized head; for a light verb (行う, する) the noun it carries.
        head: The index of its token.
        polarity: `negated` when an odd number of negations stands over it.
        passive: Whether the subject undergoes the action.
    """

    lemma: str
    head: int
    polarity: Polarity
    passive: bool


def read_predicate(tokens: Sequence[Token], phrases: Sequence[Phrase], first: int, index: int) -> Predicate:
    """The predicate in phrase `index` of a clause that begins at phrase `first`."""
    path = _path(tokens, phrases, first, index)
    content = phrases[path[-1]]
    lemma = _lemma(tokens, content)
    negations = sum(_negations(tokens, phrases[i]) for i in path)
    if _is_idiom(tokens, phrases, path):
        negations = sum(_negations(tokens, phrases[i]) for i in path[1:])
    return Predicate(
        lemma=opposites().get(lemma, lemma),
        head=content.head,
        polarity="negated" if (negations + (lemma in opposites())) % 2 else "affirmed",
        passive=any(
            t.normalized in ("れる", "られる") and t.pos[0] == "助動詞" for t in tokens[content.head : content.last]
        ),
    )


def _path(tokens: Sequence[Token], phrases: Sequence[Phrase], first: int, index: int) -> list[int]:
    """The phrases from the grammatical predicate inwards to the one that carries the meaning.

    Light verbs (発表を行う), formal nouns (解雇することを), stances (辞任しない考えを示す) and weighing verbs
    (増えるとみられる) hand on to what they hold.

    A bare figure is no meaning of its own: 死者は2人に上る says 死者.
    """
    path = [index]
    while index > first:
        inner = _inward(tokens, phrases, index)
        if inner is None:
            break
        index = inner
        path.append(index)
    bare = is_figure(tokens, phrases[index]) or tokens[phrases[index].head].normalized in words("light")
    topic = _topic(tokens, phrases, first, index) if bare else None
    if topic is not None and not _counts_something(tokens, phrases[index]):
        held = tokens[phrases[topic].head].normalized in words("formal") and topic > first
        path.append(topic - 1 if held and phrases[topic - 1].is_predicate else topic)
    return path


def _inward(tokens: Sequence[Token], phrases: Sequence[Phrase], index: int) -> int | None:
    """The phrase one step inwards; None when phrase `index` carries a meaning."""
    phrase, before = phrases[index], phrases[index - 1]
    word, held = tokens[phrase.head].normalized, head_word(tokens, before)
    formal = words("formal", "stance")
    clausal = (word in formal or head_word(tokens, phrase) in formal) and before.form.startswith(("連体形", "終止形"))
    modal = word in words("modal") and (before.is_predicate or before.particles[-1:] == ("に",))
    wrapped = held in words("modal") or before.particles[-1:] == ("しか",) or before.kind == "copula"
    denied = word in ("無い", "有る") and wrapped
    weighed = word in words("weighing") and before.particles[-1:] == ("と",)
    if (clausal and before.is_predicate) or modal or denied or weighed:
        return index - 1
    marked = before.kind == "noun" and before.particles[-1:] and before.particles[-1] in LIGHT_MARKERS
    if not marked:
        return None
    if word in words("wrapping", "showing") and held in formal:
        return index - 1
    when = tokens[before.head].pos[2] == "副詞可能" and before.particles[-1] == "に"
    light = phrase.kind in ("verb", "adjective") and word in words("light") | {"無い"}
    return index - 1 if light and not when else None


def _is_idiom(tokens: Sequence[Token], phrases: Sequence[Phrase], path: Sequence[int]) -> bool:
    """Whether the ない of the outermost phrase denies nothing: かもしれない, ざるを得ない, にすぎない."""
    outer = phrases[path[0]]
    start = phrases[path[1]].head if len(path) > 1 and path[1] < path[0] else outer.head
    surface = "".join(t.surface for t in tokens[start : outer.last])
    return any(mark in surface for mark in NOT_NEGATIVE)


def is_figure(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """Whether the phrase is a number with its unit: 2人, 約10km, 震度6弱 is none (its head is 弱, its word 震度)."""
    return phrase.kind in ("noun", "copula") and any(t.pos[1] == "数詞" for t in tokens[phrase.first : phrase.head + 1])


def _topic(tokens: Sequence[Token], phrases: Sequence[Phrase], first: int, index: int) -> int | None:
    """The nearest phrase before `index` that a figure or light verb can be said of."""
    for at in range(index - 1, first - 1, -1):
        phrase = phrases[at]
        if tokens[phrase.head].pos[2] == "副詞可能" and "は" not in phrase.particles:
            continue
        if phrase.kind == "noun" and set(phrase.particles) & {"は", "が", "も", "を"} and not is_figure(tokens, phrase):
            return at
    return None


def _counts_something(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """Whether a figure is written together with what it counts: 死者10人."""
    return phrase.head > phrase.first and tokens[phrase.first].pos[1] == "普通名詞" and is_figure(tokens, phrase)


def _lemma(tokens: Sequence[Token], phrase: Phrase) -> str:
    """The normalized head; a suffix takes the word before it along (負傷 + 者), a figure says what it counts."""
    head = phrase.head
    token = tokens[head]
    if _counts_something(tokens, phrase):
        return tokens[phrase.first].normalized
    if token.normalized == "無し" and head > phrase.first:  # けが人なし denies けが人
        head -= 1
        token = tokens[head]
    if token.pos[0] == "接尾辞" and head > 0:
        return tokens[head - 1].normalized + token.normalized
    return token.normalized


def _negations(tokens: Sequence[Token], phrase: Phrase) -> int:
    tail = tokens[phrase.head : phrase.last]
    count = sum(t.normalized in NEGATIVE and t.pos[0] == "助動詞" for t in tail)
    count += sum(t.normalized == "無い" and t.pos[0] == "形容詞" for t in tail)
    return count + any(t.normalized in NEGATED_NOUNS for t in tail[:1])
