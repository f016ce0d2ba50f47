"""Titles: the office and whether somebody holds it, held it or will hold it."""

from __future__ import annotations

from dataclasses import dataclass

from jpnews_nlp.comparison.synonyms import concept

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
