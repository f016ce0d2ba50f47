"""Pairs of statements from news of many topics: how they relate, and which must raise no alarm."""

from __future__ import annotations

from pathlib import Path

import pytest

FOLDER = Path(__file__).parent


def rows(name: str) -> list[list[str]]:
    lines = (FOLDER / name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if not line.startswith("#")]


def name(row: list[str]) -> str:
    return f"{row[0]}：{row[-2]}{row[-1]}"


PAIRS = rows("news_pairs.tsv")
QUIET = rows("quiet_pairs.tsv")


@pytest.mark.parametrize("row", PAIRS, ids=name)
def test_relation(judged, row: list[str]) -> None:
    _, when, relation, slot, left, right = row
    for one, other in ((left, right), (right, left)) if when == "same" else ((left, right),):
        judgement = judged(one, other, later=when == "later")
        assert judgement is not None
        assert (judgement.relation, judgement.slot or "-") == (relation, slot)


@pytest.mark.parametrize("row", PAIRS, ids=name)
def test_it_makes_no_difference_how_far_down_the_statements_stand(judged, row: list[str]) -> None:
    left, right = row[-2:]
    later = row[1] == "later"
    assert judged(left, right, later=later) == judged(left, right, later=later, leads=("", ""))


@pytest.mark.parametrize("row", [r for r in PAIRS if r[2] == "update"], ids=name)
def test_what_became_known_later_is_no_update_when_told_first(judged, row: list[str]) -> None:
    judgement = judged(row[-1], row[-2], later=True)
    assert judgement is None or judgement.relation != "update" or judgement.slot in ("number", "date")


@pytest.mark.parametrize("later", [False, True], ids=["同時", "後報"])
@pytest.mark.parametrize("row", QUIET, ids=name)
def test_no_alarm(judged, row: list[str], later: bool) -> None:
    for one, other in ((row[1], row[2]), (row[2], row[1])):
        judgement = judged(one, other, later=later)
        assert judgement is None or judgement.relation != "conflict"


def test_the_lists_are_long_and_without_repetition() -> None:
    for table in (PAIRS, QUIET):
        assert len({(row[1], *row[-2:]) for row in table}) == len(table)
    assert len(PAIRS) > 150
    assert {row[2] for row in PAIRS} == {"agree", "partial", "conflict", "update"}
