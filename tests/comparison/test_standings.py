"""Which claim of one article tells how what a claim of another tells went on, and how alone the two are with it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from jpnews_nlp.comparison.standings import follows, standings

SUFFERING = "男性は意識不明の重体だ。"


@pytest.fixture
def share(told):
    """How alone the first claims of two texts tell of one scale, each text an article with the claims given."""

    def measure(first: list[str], second: list[str]) -> float:
        before, after = (
            standings([replace(told(text), sentence=n) for n, text in enumerate(x)]) for x in (first, second)
        )
        return follows(before[0], after[0])

    return measure


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ([SUFFERING], ["小松さんは病院で死亡した。"], 1.0),
        ([SUFFERING, "女性も重体だ。"], ["小松さんは病院で死亡した。"], 0.5),
        (["小松さんは病院で死亡した。"], [SUFFERING], 0.0),
        ([SUFFERING], ["女性も重体だ。"], 0.0),
        ([SUFFERING], ["国道は通行止めになっている。"], 0.0),
        (["県警は男を逮捕する方針だ。"], ["県警は男を逮捕した。"], 1.0),
        (["県警は男を逮捕した。"], ["県警は男を逮捕する方針だ。"], 0.0),
    ],
    ids=["重体・死亡", "重体が二人", "死亡・重体", "重体・重体", "別の事柄", "予定・実行", "実行・予定"],
)
def test_what_went_on_and_how_alone(share, first: list[str], second: list[str], expected: float) -> None:
    assert share(first, second) == expected
