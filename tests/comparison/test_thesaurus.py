"""The whole thesaurus, field by field: pairs that tell the same, and pairs that must never be taken for it."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from jpnews_nlp.comparison.synonyms import as_noun, concept, empty_words, set_phrases
from jpnews_nlp.comparison.tables import rows
from jpnews_nlp.engines.mecab import MecabEngine

DATA = Path(__file__).parent / "thesaurus"


def cells(name: str) -> list[list[str]]:
    lines = (DATA / name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if not line.startswith("#")]


# Words that the tagger reads otherwise when they stand alone (金: the name Kin).
IN_CONTEXT = frozenset({"金", "居", "切れ", "歩", "留まる"})


@cache
def engine() -> MecabEngine:
    return MecabEngine()


def spelled(word: str) -> list[str]:
    return [token.normalized for token in engine().parse_text(word).tokens]


@pytest.mark.parametrize(("field", "one", "other"), cells("same.tsv"))
def test_same(field: str, one: str, other: str) -> None:
    assert concept(one) == concept(other)


@pytest.mark.parametrize(("field", "one", "other"), cells("other.tsv"))
def test_never_the_same(field: str, one: str, other: str) -> None:
    assert concept(one) != concept(other)


@pytest.mark.parametrize("row", cells("phrases.tsv"), ids="".join)
def test_set_phrase(row: list[str]) -> None:
    told, polarity, *terms = row
    assert concept(told) in {p.concept for p in set_phrases(terms, polarity)}


@pytest.mark.parametrize("terms", cells("no_phrases.tsv"), ids="".join)
def test_no_set_phrase(terms: list[str]) -> None:
    assert set_phrases(terms, "affirmed") == ()


def test_a_word_of_the_same_group_does_in_a_set_phrase() -> None:
    assert {p.concept for p in set_phrases(["堤防", "突破"], "affirmed")} == {concept("氾濫")}


def test_opposites_are_different_concepts() -> None:
    tables = ("opposites.tsv", "rules_out.tsv")
    assert [row for table in tables for row in rows(table) if len({concept(w) for w in row}) < len(row)] == []


def test_no_two_groups_share_a_noun_and_a_verb() -> None:
    groups = {word: row[0] for row in rows("synonyms.tsv") for word in row}
    clashing = {w for w in groups if groups.get(as_noun(w), groups[w]) != groups[w]}
    assert clashing == {"入れ替える"}  # 入れ替え is said of players (交代) and of things (交換)


def test_every_word_is_spelled_as_the_tagger_spells_it() -> None:
    alone = [(w, spelled(w)) for row in rows("synonyms.tsv") for w in row]
    assert [(w, s) for w, s in alone if len(s) == 1 and concept(s[0]) != concept(w)] == []


def test_every_word_of_a_set_phrase_is_one_the_tagger_gives() -> None:
    words = {w for _, _, *words in rows("phrases.tsv") for w in words} - IN_CONTEXT
    assert sorted(w for w in words if [concept(s) for s in spelled(w)] != [concept(w)]) == []


def test_no_set_phrase_twice() -> None:
    seen: set[tuple[str, frozenset[str]]] = set()
    for _, polarity, *words in rows("phrases.tsv"):
        key = (polarity, frozenset(map(concept, words)))
        assert key not in seen
        assert polarity in ("affirmed", "negated", "either")
        assert len(words) >= 2
        seen.add(key)


def test_empty_words_belong_to_no_group() -> None:
    groups = {word for row in rows("synonyms.tsv") for word in row}
    assert sorted(empty_words() & groups) == []
