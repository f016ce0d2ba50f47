"""A count of people says what happened to them."""

from __future__ import annotations

import pytest

COUNTS = {
    "死亡": ("乗客3人が死亡した事故で、県警は運転手を書類送検した。", ("乗客3人", "死亡", "affirmed", "asserted")),
    "目的語": ("国は技術者5人を現地に派遣する方針だ。", ("技術者5人", "派遣", "affirmed", "planned")),
    "並んだ数": ("観客40人と選手6人が避難した。", ("観客40人", "避難", "affirmed", "asserted")),
    "否定": ("登山客12人は下山しなかった。", ("登山客12人", "下山", "negated", "asserted")),
}


@pytest.mark.parametrize(("body", "expected"), COUNTS.values(), ids=COUNTS.keys())
def test_count_with_the_predicate_of_its_clause(read, body: str, expected: tuple[str, str, str, str]) -> None:
    count = next(c for c in read(body) if c.kind == "attribute")
    assert (count.text, count.predicate, count.polarity, count.certainty) == expected


def test_an_age_stays_an_age(read) -> None:
    assert [c.predicate for c in read("木村太郎さん（37）が死亡した。") if c.kind == "attribute"] == ["年齢"]
