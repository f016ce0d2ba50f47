"""The word lists and pattern tables of the claim rules, read from `data/`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from jpnews_nlp.model.claim import Certainty


@dataclass(frozen=True, slots=True, kw_only=True)
class CertaintyRule:
    """A pattern over the end of a clause and the certainty it stands for."""

    certainty: Certainty
    name: str
    pattern: re.Pattern[str]


@cache
def words(*lists: str) -> frozenset[str]:
    """The words of one or more lists of `data/words.tsv`, in UniDic's normalized spelling."""
    return frozenset(row[1] for row in _rows("words.tsv") if row[0] in lists)


@cache
def certainty_rules() -> tuple[CertaintyRule, ...]:
    """The rules of `data/certainty.tsv`, in order."""
    return tuple(
        CertaintyRule(certainty=row[0], name=row[1], pattern=re.compile(row[2]))  # type: ignore[arg-type]
        for row in _rows("certainty.tsv")
    )


@cache
def opposites() -> dict[str, str]:
    """Words that deny another, with the word they deny (否決 → 可決), from `data/opposites.tsv`."""
    return {row[0]: row[1] for row in _rows("opposites.tsv")}


@cache
def idioms() -> dict[tuple[str, str], str]:
    """What a noun and a verb say together (命, 落とす → 死亡), from `data/idioms.tsv`."""
    return {(row[0], row[1]): row[2] for row in _rows("idioms.tsv")}


@cache
def _rows(name: str) -> tuple[tuple[str, ...], ...]:
    lines = (files("jpnews_nlp.claims") / "data" / name).read_text(encoding="utf-8").splitlines()
    return tuple(tuple(line.split("\t")) for line in lines if line and not line.startswith("#"))
