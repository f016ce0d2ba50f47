"""The occasion a sentence sets out from: 店員が刺された事件で、県警は男を逮捕した; 開かれた集会について、市警は…."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from jpnews_nlp.claims.lexicon import words
from jpnews_nlp.claims.phrases import Phrase
from jpnews_nlp.model.parse import Token

# A shorter one (この事故で、) tells nothing.
SHORTEST_OCCASION = 14


def occasion(tokens: Sequence[Token], phrases: Sequence[Phrase], first: int, index: int) -> tuple[int, int] | None:
    """The predicate and the noun of an occasion from phrase `first` to `index`, before a comma; None when it is none.

    The predicate is the verb that modifies the noun, or the noun itself when it has none (市内でのバス事故で、会社は…).
    What follows must have a subject of its own, so that it states something without the occasion.
    """
    noun = _noun(tokens, phrases, first, index)
    goes_on = first > 0 and phrases[first - 1].is_predicate  # 男性が重体となり、|死亡した|事故で、
    if noun is None:
        return None
    told = _modifier(tokens, phrases, first - goes_on, noun)
    if phrases[noun].end - phrases[first].start < SHORTEST_OCCASION and not (goes_on and told is not None):
        return None
    follows = _subject_of_next(phrases, index + 1)
    if follows is None or (told is None and (follows == "が" or noun != index)):
        return None
    return (noun if told is None else told), noun


def _noun(tokens: Sequence[Token], phrases: Sequence[Phrase], first: int, index: int) -> int | None:
    """The noun of the occasion: 〜た|事件で、 or 〜た|集会に|ついて、."""
    phrase = phrases[index]
    if phrase.kind == "noun" and phrase.particles == ("で",):
        noun = "".join(t.surface for t in tokens[phrase.first : phrase.head + 1])
        return index if noun.endswith(_happenings()) else None
    regards = tokens[phrase.head].normalized in words("regarding") and phrase.form.startswith("連用形")
    held = index - 1 > first and phrases[index - 1].kind == "noun"
    return index - 1 if regards and held and phrases[index - 1].particles[-1:] in (("に",), ("を",)) else None


@cache
def _happenings() -> tuple[str, ...]:
    return tuple(sorted(words("occasion")))


def _modifier(tokens: Sequence[Token], phrases: Sequence[Phrase], first: int, noun: int) -> int | None:
    """The verb before the noun, and what の joins to it, that tells what happened (開かれた|支援の|集会)."""
    at = noun - 1
    while at > first and phrases[at].particles[-1:] == ("の",) and not phrases[at].is_predicate:
        at -= 1
    if at <= first or not phrases[at].is_predicate or not phrases[at].form.startswith("連体形"):
        return None
    working = tokens[phrases[at].head].normalized in words("compound", "hedge")
    return None if working or phrases[at].particles or phrases[at].comma else at


def _subject_of_next(phrases: Sequence[Phrase], start: int) -> str | None:
    """は or が, whichever marks the subject of what follows; None when it has none.

    Where nothing follows, the words of another speaker do, and they name who says them.
    """
    if start == len(phrases):
        return "は"
    for phrase in phrases[start:]:
        mark = next((m for m in ("は", "が") if phrase.particles[-1:] == (m,)), None)
        if mark is not None and phrase.kind == "noun" and len(phrase.particles) == 1:
            return mark
        adverb = phrase.kind in ("adjective", "copula") and phrase.form.startswith("連用形") and not phrase.comma
        if phrase.is_predicate and not phrase.form.startswith("連体形") and not adverb:
            return None  # but 新たに|1人が|死亡した
    return None
