"""The word lists of the relation rules, from `data/cues.tsv`, and of opposites."""

from __future__ import annotations

from functools import cache

from jpnews_nlp.comparison.synonyms import concept
from jpnews_nlp.comparison.tables import rows


@cache
def cues(list_name: str) -> tuple[str, ...]:
    """The words of one list, in the order of the table."""
    return tuple(word for name, word in rows("cues.tsv") if name == list_name)


@cache
def cue_concepts(list_name: str) -> frozenset[str]:
    """The concepts of the words of one list."""
    return frozenset(map(concept, cues(list_name)))


@cache
def opposites() -> frozenset[frozenset[str]]:
    """Pairs of concepts that cannot both hold, from `data/opposites.tsv`."""
    return frozenset(frozenset(map(concept, pair)) for pair in rows("opposites.tsv"))


@cache
def opposed_words() -> dict[str, frozenset[str]]:
    """For each concept of `opposites` those that cannot hold together with it."""
    words = frozenset[str]().union(*opposites())
    return {word: frozenset(other for pair in opposites() if word in pair for other in pair - {word}) for word in words}


@cache
def rules_out() -> dict[str, tuple[str, ...]]:
    """For a concept that is denied the concepts that cannot hold either (not decided: not agreed)."""
    return {concept(denied): tuple(map(concept, others)) for denied, *others in rows("rules_out.tsv")}


@cache
def sites() -> tuple[tuple[str, ...], ...]:
    """The words for each kind of site, from `data/sites.tsv`."""
    return tuple(tuple(words) for words in rows("sites.tsv"))


@cache
def wordings() -> frozenset[frozenset[str]]:
    """Pairs of concepts that tell one act in words that do not say the same, from `data/wordings.tsv`."""
    return frozenset(frozenset(map(concept, pair)) for pair in rows("wordings.tsv"))


@cache
def measures() -> tuple[tuple[str, ...], ...]:
    """The words for each thing that is counted, from `data/measures.tsv`."""
    return tuple(tuple(words) for words in rows("measures.tsv"))


@cache
def attributes() -> tuple[tuple[str, ...], ...]:
    """The words for each attribute that something has one value of, from `data/attributes.tsv`."""
    return tuple(tuple(words) for words in rows("attributes.tsv"))


@cache
def units() -> tuple[tuple[str, ...], ...]:
    """Units that count one kind of thing, from `data/units.tsv`."""
    return tuple(tuple(words) for words in rows("units.tsv"))


@cache
def visits() -> dict[str, str]:
    """The country each verb of travel names (訪米: US), from `data/visits.tsv`."""
    return {row[0]: row[1] for row in rows("visits.tsv")}
