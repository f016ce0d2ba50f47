"""Words, and pairs of words, that tell the same thing in news, from `data/synonyms.tsv` and `data/phrases.tsv`."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from functools import cache, lru_cache

from jpnews_nlp.comparison.tables import rows

# The last kana of a godan verb and of the noun made of it (招く → 招き).
GODAN = dict(zip("うくすつぬぶむぐ", "いきしちにびみぎ", strict=True))
ICHIDAN = frozenset("いきしちにひみりぎじびえけせてねへめれげぜでべ")


@lru_cache(maxsize=65536)
def concept(word: str) -> str:
    """The word that stands for the group of `word`, or the word itself; a verb and the noun made of it are one.

    Example:
        >>> concept("亡くなる") == concept("死者")
        True
        >>> concept("取り扱う"), concept("取り扱い")
        ('取り扱い', '取り扱い')
    """
    groups = _groups()
    return groups.get(word) or groups.get(as_noun(word)) or as_noun(word)


@dataclass(frozen=True, slots=True, kw_only=True)
class SetPhrase:
    """Words that together tell what one word tells (息, 引き取る: 死亡)."""

    concept: str
    polarity: str
    words: frozenset[str]


def set_phrases(terms: Collection[str], polarity: str) -> tuple[SetPhrase, ...]:
    """The set phrases among the words of a clause.

    Example:
        >>> [phrase.concept for phrase in set_phrases(["男性", "息", "引き取る"], "affirmed")]
        ['死亡']
        >>> [phrase.concept == concept("不明") for phrase in set_phrases(["男性", "連絡", "取れる"], "negated")]
        [True]
    """
    told = dict.fromkeys(map(concept, terms))
    found = [phrase for word in told for phrase in _phrases().get(word, ())]
    return tuple(p for p in found if p.words.issubset(told.keys()) and p.polarity in ("either", polarity))


@cache
def empty_words() -> frozenset[str]:
    """Words that tell nothing of what a clause is about.

    Example:
        >>> "対する" in empty_words(), "反対" in empty_words()
        (True, False)
    """
    return frozenset(word for row in rows("empty_words.tsv") for word in row)


def act(predicate: str, terms: Collection[str], polarity: str) -> str:
    """The concept of a predicate, or of the set phrase it ends, but for those of denials (合意に至らない: 決裂).

    Example:
        >>> act("引き取る", ["男性", "息", "引き取る"], "affirmed")
        '死亡'
    """
    word = concept(predicate)
    phrases = (phrase for phrase in set_phrases(terms, polarity) if phrase.polarity != "negated")
    return next((phrase.concept for phrase in phrases if word in phrase.words), word)


def as_noun(verb: str) -> str:
    """The noun a verb makes (引き下げる → 引き下げ, 招く → 招き); other words as they are.

    Example:
        >>> as_noun("引き下げる"), as_noun("招く"), as_noun("上がる"), as_noun("関税")
        ('引き下げ', '招き', '上がり', '関税')
    """
    if len(verb) < 2:
        return verb
    stem, last = verb[:-1], verb[-1]
    if last == "る":
        return stem if stem[-1] in ICHIDAN else stem + "り"
    return stem + GODAN[last] if last in GODAN else verb


@cache
def _groups() -> dict[str, str]:
    groups: dict[str, str] = {}
    for first, *others in rows("synonyms.tsv"):
        for word in (first, *others):
            groups.setdefault(word, first)
            groups.setdefault(as_noun(word), first)
    return groups


@cache
def _phrases() -> dict[str, tuple[SetPhrase, ...]]:
    """The set phrases by their first word."""
    phrases: dict[str, tuple[SetPhrase, ...]] = {}
    for name, polarity, *words in rows("phrases.tsv"):
        phrase = SetPhrase(concept=concept(name), polarity=polarity, words=frozenset(map(concept, words)))
        first = concept(words[0])
        phrases[first] = (*phrases.get(first, ()), phrase)
    return phrases
