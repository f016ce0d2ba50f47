"""The word lists of the relation rules, from `data/cues.tsv`, of states and their ends, and of opposites."""

from __future__ import annotations

from functools import cache

from jpnews_nlp.comparison.synonyms import concept
from jpnews_nlp.comparison.tables import rows


@cache
def cues(list_name: str) -> tuple[str, ...]:
    """The words of one list, in the order of the table."""
    return tuple(word for name, word in rows("cues.tsv") if name == list_name)


@cache
def endings() -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    """Pairs of words for a state and words for its end."""
    return tuple((frozenset(states.split("｜")), frozenset(ends.split("｜"))) for states, ends in rows("endings.tsv"))


@cache
def opposites() -> frozenset[frozenset[str]]:
    """Pairs of concepts that cannot both hold, from `data/opposites.tsv`."""
    return frozenset(frozenset(map(concept, pair)) for pair in rows("opposites.tsv"))
