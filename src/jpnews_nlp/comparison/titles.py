"""Titles: the office and whether somebody holds it, held it or will hold it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from jpnews_nlp.comparison.synonyms import concept
from jpnews_nlp.comparison.tables import rows

TENSES = ("前", "元", "次期", "旧", "新")


@dataclass(frozen=True, slots=True, kw_only=True)
class Title:
    """An office, one name for all its spellings, and its tense; an empty tense is the present."""

    office: str
    tense: str


def read_title(title: str) -> Title:
    """The office and tense of a title.

    Example:
        >>> read_title("前大統領")
        Title(office='大統領', tense='前')
        >>> read_title("総理大臣").office
        '首相'
    """
    tense = next((mark for mark in TENSES if title.startswith(mark)), "")
    return Title(office=concept(title.removeprefix(tense)), tense=tense)


def same_office(ours: Title, theirs: Title) -> bool:
    """Whether the two may be of one office: one is the other, or is named more fully (米大統領, 大統領)."""
    return ours.office.endswith(theirs.office) or theirs.office.endswith(ours.office)


def rival_offices(ours: Title, theirs: Title) -> bool:
    """Whether the two are of one ladder, on which somebody has one place (社長, 会長).

    Example:
        >>> [rival_offices(read_title("社長"), read_title(other)) for other in ("副社長", "知事", "社長")]
        [True, False, False]
    """
    if ours.tense != theirs.tense:
        return False
    place, other = _place(ours.office), _place(theirs.office)
    return place is not None and other is not None and place != other and _ladders()[place] == _ladders()[other]


def _place(office: str) -> str | None:
    """The place on a ladder that an office names at its end (日本支社の副社長): the longest word tells."""
    return max((word for word in _ladders() if office.endswith(word)), key=len, default=None)


@cache
def _ladders() -> dict[str, int]:
    """The number of the ladder of each office, from `data/rival_offices.tsv`."""
    return {concept(word): n for n, words in enumerate(rows("rival_offices.tsv")) for word in words}
