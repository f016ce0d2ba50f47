"""Omitted subjects carried over within a sentence, and marked."""

from __future__ import annotations

import pytest

CARRIED = {
    "連用形のあと": ("警察は男を逮捕し、動機を調べている。", "警察"),
    "つつのあと": ("台風は九州を縦断しつつ、勢力を弱めた。", "台風"),
    "てのあと": ("知事は会見を開いて、計画を説明した。", "知事"),
    "がのあと": ("会社は謝罪したが、責任を認めた。", "会社"),
}


@pytest.mark.parametrize(("body", "subject"), CARRIED.values(), ids=CARRIED.keys())
def test_carried_subject(clauses, body: str, subject: str) -> None:
    first, second = clauses(body)
    assert [(a.text, a.carried) for a in first.slots.arguments if a.role == "subject"] == [(subject, False)]
    assert [(a.text, a.carried) for a in second.slots.arguments if a.role == "subject"] == [(subject, True)]
    carried = next(a for a in second.slots.arguments if a.carried)
    assert carried.end <= second.start


NOT_CARRIED = {
    "自分の主語がある": "市は橋を閉鎖し、県は道を開けた。",
    "次の文には渡さない": "警察は男を逮捕した。動機を調べている。",
    "引用の中には渡さない": "市長は会見し、「原因を調べる」と述べた。",
}


@pytest.mark.parametrize("body", NOT_CARRIED.values(), ids=NOT_CARRIED.keys())
def test_not_carried(clauses, body: str) -> None:
    assert not any(a.carried for c in clauses(body) for a in c.slots.arguments)
