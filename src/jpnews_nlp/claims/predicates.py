"""The predicate of a clause: its lemma with light verbs folded, its polarity, its voice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from jpnews_nlp.claims.lexicon import words
from jpnews_nlp.claims.phrases import Phrase
from jpnews_nlp.model.claim import Polarity
from jpnews_nlp.model.parse import Token

NEGATIVE = frozenset({"ない", "ず", "ぬ", "まい", "ん"})
# ない that negates nothing: なければならない, ざるを得ない, しかない, ほかない, かもしれない, に違いない.
NOT_NEGATIVE = (
    "なければならな",
    "なくてはならな",
    "ざるを得",
    "しかな",
    "ほかな",
    "かもしれ",
    "に違いな",
    "ではないか",
    "にすぎな",
    "に過ぎな",
)
NEGATED_NOUNS = frozenset({"無し", "否定", "見送る", "拒否", "拒む"})
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
    phrase = phrases[index]
    head = _content_head(tokens, phrases, first, index)
    tail = tokens[phrase.head : phrase.last]
    return Predicate(
        lemma=_lemma(tokens, head),
        head=head,
        polarity="negated" if _negations(tokens, phrases, first, index) % 2 else "affirmed",
        passive=any(t.normalized in ("れる", "られる") and t.pos[0] == "助動詞" for t in tail),
    )


def _content_head(tokens: Sequence[Token], phrases: Sequence[Phrase], first: int, index: int) -> int:
    """The token that carries the meaning: through light verbs and formal nouns to the word before them.

    A bare figure is no meaning of its own: 死者は2人に上る says 死者, 会談は1時間半に及ぶ says 会談.
    """
    light = words("light") | {"無い"}
    while index > first:
        phrase, before = phrases[index], phrases[index - 1]
        word = tokens[phrase.head].normalized
        follows_noun = before.kind == "noun" and before.particles[-1:] and before.particles[-1] in LIGHT_MARKERS
        if phrase.kind in ("verb", "adjective") and word in light and follows_noun:
            index -= 1
            continue
        if word in words("formal") and before.is_predicate and before.form.startswith(("連体形", "終止形")):
            index -= 1
            continue
        break
    if is_figure(tokens, phrases[index]) or tokens[phrases[index].head].normalized in words("light"):
        topic = _topic(tokens, phrases, first, index)
        return phrases[topic].head if topic is not None else phrases[index].head
    return phrases[index].head


def is_figure(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """Whether the phrase is a number with its unit: 2人, 約10km, 震度6弱 is none (its head is 弱, its word 震度)."""
    return phrase.kind in ("noun", "copula") and any(t.pos[1] == "数詞" for t in tokens[phrase.first : phrase.head + 1])


def _topic(tokens: Sequence[Token], phrases: Sequence[Phrase], first: int, index: int) -> int | None:
    """The nearest phrase before `index` that a figure or light verb can be said of."""
    for at in range(index - 1, first - 1, -1):
        phrase = phrases[at]
        if phrase.kind == "noun" and set(phrase.particles) & {"は", "が", "も", "を"} and not is_figure(tokens, phrase):
            return at
    return None


def _lemma(tokens: Sequence[Token], head: int) -> str:
    """The normalized head; a suffix takes the word before it along (負傷 + 者, 6 + 弱)."""
    token = tokens[head]
    if token.pos[0] == "接尾辞" and head > 0:
        return tokens[head - 1].normalized + token.normalized
    return token.normalized


def _negations(tokens: Sequence[Token], phrases: Sequence[Phrase], first: int, index: int) -> int:
    phrase = phrases[index]
    tail = tokens[phrase.head : phrase.last]
    surface = "".join(t.surface for t in tail)
    if any(mark in surface for mark in NOT_NEGATIVE):
        return 0
    count = sum(t.normalized in NEGATIVE and t.pos[0] == "助動詞" for t in tail)
    count += sum(t.normalized == "無い" and t.pos[0] == "形容詞" for t in tail)
    count += any(t.normalized in NEGATED_NOUNS for t in tail[:1])
    if index > first and tokens[phrase.head].normalized in words("formal") | {"無い"}:
        count += _negations(tokens, phrases, first, index - 1) if phrases[index - 1].is_predicate else 0
    return count
