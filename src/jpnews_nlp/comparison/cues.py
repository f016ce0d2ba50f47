"""The word lists of the relation rules, from `data/cues.tsv`, of states and their ends, and of opposites."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from jpnews_nlp.comparison.synonyms import concept


@cache
def cues(list_name: str) -> tuple[str, ...]:
    """The words of one list, in the order of the table."""
    return tuple(word for name, word in _rows("cues.tsv") if name == list_name)


@cache
def endings() -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    """Pairs of words for a state and words for its end."""
    return tuple((frozenset(states.split("｜")), frozenset(ends.split("｜"))) for states, ends in _rows("endings.tsv"))


@cache
def opposites() -> frozenset[frozenset[str]]:
    """Pairs of concepts that cannot both hold, from `data/opposites.tsv`."""
    return frozenset(frozenset(map(concept, pair)) for pair in _rows("opposites.tsv"))


def _rows(name: str) -> list[list[str]]:
    table = (files("jpnews_nlp.comparison") / "data" / name).read_text(encoding="utf-8")
    return [line.split("\t") for line in table.splitlines() if line and not line.startswith("#")]
