"""A count of people says what happened to them."""

from __future__ import annotations

import pytest

COUNTS = {
    "死亡": ("乗客3人が死亡した事故で、県警は運転手を書類送検した。", ("乗客3人", "死亡", "affirmed", "asserted")),
    "目的語": ("国は技術者5人を現地に派遣する方針だ。", ("技術者5人", "派遣", "affirmed", "planned")),
    "並んだ数": ("観客40人と選手6人が避難した。", ("観客40人", "避難", "affirmed", "asserted")),
    "事故の節の中": (
        "乗客3人が亡くなった高速道路でのバス事故で、県警は運転手を逮捕した。",
        ("乗客3人", "亡くなる", "affirmed", "asserted"),
    ),
    "軽いけが": ("乗客2人が軽いけがをした。", ("乗客2人", "怪我", "affirmed", "asserted")),
    "の死亡": ("県警は乗客2人の死亡を確認した。", ("乗客2人", "死亡", "affirmed", "asserted")),
    "否定": ("登山客12人は下山しなかった。", ("登山客12人", "下山", "negated", "asserted")),
}


@pytest.mark.parametrize(("body", "expected"), COUNTS.values(), ids=COUNTS.keys())
def test_count_with_the_predicate_of_its_clause(read, body: str, expected: tuple[str, str, str, str]) -> None:
    count = next(c for c in read(body) if c.kind == "attribute")
    assert (count.text, count.predicate, count.polarity, count.certainty) == expected


NO_COUNT = {
    "数に触れるだけ": "決勝は上位2人で争われる。",
    "動作の名詞": "裏山崩れ1人死亡。",
    "語に食い込む数": "港で爆発12人けが。",
}


@pytest.mark.parametrize("body", NO_COUNT.values(), ids=NO_COUNT.keys())
def test_no_count(read, body: str) -> None:
    assert not [c.text for c in read(body) if c.kind == "attribute"]


def test_an_age_stays_an_age(read) -> None:
    assert [c.predicate for c in read("木村太郎さん（37）が死亡した。") if c.kind == "attribute"] == ["年齢"]
