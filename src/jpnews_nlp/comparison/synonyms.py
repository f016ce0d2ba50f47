"""Words that tell the same thing in news, from `data/synonyms.tsv`."""

from __future__ import annotations

from functools import cache

from jpnews_nlp.comparison.tables import rows

# The last kana of a godan verb and of the noun made of it (招く → 招き).
GODAN = dict(zip("うくすつぬぶむぐ", "いきしちにびみぎ", strict=True))
ICHIDAN = frozenset("いきしちにひみりぎじびえけせてねへめれげぜでべ")


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
