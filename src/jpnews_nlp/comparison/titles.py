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


def exclude_each_other(one: Title, other: Title) -> bool:
    """Whether nobody holds the two offices together, by `data/posts.tsv`.

    Example:
        >>> exclude_each_other(read_title("社長"), read_title("会長"))
        True
        >>> exclude_each_other(read_title("首相"), read_title("総裁"))
        False
    """
    ours, theirs = _post(one.office), _post(other.office)
    return one.tense == other.tense and ours is not None and theirs is not None and _exclude(ours, theirs)


def _exclude(one: tuple[int, str], other: tuple[int, str]) -> bool:
    return one[0] == other[0] and one[1] != other[1]


def _post(office: str) -> tuple[int, str] | None:
    """The row of the table and the post, the longest that the office ends with (代表取締役社長: 社長)."""
    found = [(n, post) for n, posts in enumerate(_posts()) for post in posts if office.endswith(post)]
    return max(found, key=lambda post: len(post[1]), default=None)


@cache
def _posts() -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(map(concept, posts)) for posts in rows("posts.tsv"))
