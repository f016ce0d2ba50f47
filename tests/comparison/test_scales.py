"""Stages of one matter: which follows which, and what is no step at all."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from jpnews_nlp.comparison.scales import Stage, goes_on, stages
from jpnews_nlp.comparison.tables import rows

FOLDER = Path(__file__).parent


def cases(name: str) -> list[list[str]]:
    lines = (FOLDER / name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if not line.startswith("#")]


STEPS = cases("scale_steps.tsv")
STAYS = cases("scale_stays.tsv")


@pytest.mark.parametrize("row", STEPS, ids="：".join)
def test_a_later_stage_follows(told, row: list[str]) -> None:
    first, second = told(row[1]), told(row[2])
    assert row[0] in {s.scale for s in stages(first)} & {s.scale for s in stages(second)}
    assert goes_on(first, second)
    assert not goes_on(second, first)


@pytest.mark.parametrize("row", STAYS, ids="：".join)
def test_no_step(told, row: list[str]) -> None:
    assert not goes_on(told(row[1]), told(row[2]))


def test_every_scale_has_a_step_that_is_tested() -> None:
    assert {row[0] for row in rows("scales.tsv")} == {row[0] for row in STEPS}


def test_the_stages_of_a_scale_are_told_in_order() -> None:
    ranks: dict[str, list[int]] = {}
    for scale, rank, _ in rows("scales.tsv"):
        ranks.setdefault(scale, []).append(int(rank))
    for scale, found in ranks.items():
        assert found == sorted(found), scale
        assert set(found) == set(range(1, max(found) + 1)), scale
        assert max(found) > 1, scale


def test_the_words_nearest_the_end_decide(told) -> None:
    assert [s.rank for s in stages(told("重体だった男性が死亡した。")) if s.scale == "容体"] == [2]
    assert [s.rank for s in stages(told("通行止めの規制が解除された。")) if s.scale == "通行"] == [3]


def test_what_is_planned_or_denied_is_not_reached(told) -> None:
    for text in ("県警は男を逮捕する方針だ。", "県警は男を逮捕していない。"):
        assert Stage(scale="捜査", rank=3, reached=False) in stages(told(text))


def test_no_words_stand_twice_on_one_scale() -> None:
    told = [(scale, word) for scale, _, words in rows("scales.tsv") for word in words.split("｜")]
    assert [each for each, count in Counter(told).items() if count > 1] == []
