"""The score of a match."""

from __future__ import annotations

import pytest

SAME = {
    "同じ": ("東京が大阪に3―1で勝った。", "東京が大阪に3対1で勝った。"),
    "負けた側から": ("東京が大阪に3―1で勝った。", "大阪は東京に1―3で敗れた。"),
    "全角": ("東京が大阪に3-1で勝った。", "東京が大阪に３－１で勝った。"),
}
OTHER = {
    "点": ("東京が大阪に3―1で勝った。", "東京が大阪に3―2で勝った。"),
    "負けた側から": ("東京が大阪に3―1で勝った。", "大阪は東京に2―3で敗れた。"),
}


@pytest.mark.parametrize(("left", "right"), SAME.values(), ids=SAME.keys())
def test_one_score(judged, left: str, right: str) -> None:
    for one, other in ((left, right), (right, left)):
        assert judged(one, other).relation == "agree"


@pytest.mark.parametrize(("left", "right"), OTHER.values(), ids=OTHER.keys())
def test_two_scores(judged, left: str, right: str) -> None:
    for one, other in ((left, right), (right, left)):
        judgement = judged(one, other)
        assert (judgement.relation, judgement.slot, judgement.rule) == ("conflict", "number", "number_differs")


NO_SCORE = {
    "得点経過": ("前半を1―0で終えた。", "東京が大阪に3―1で勝った。"),
    "番地": ("火元は3―1の住宅だった。", "火元は3―2の住宅だった。"),
}


@pytest.mark.parametrize(("left", "right"), NO_SCORE.values(), ids=NO_SCORE.keys())
def test_what_is_no_result(judged, left: str, right: str) -> None:
    judgement = judged(left, right)
    assert judgement is None or judgement.relation != "conflict"
