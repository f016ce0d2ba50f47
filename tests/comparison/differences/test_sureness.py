"""How sure, and on whose word."""

from __future__ import annotations

import pytest

CERTAINTY = {
    "みられる": ("出火の原因はたばことみられる。", "出火の原因はたばこだった。"),
    "可能性": ("男が火をつけた可能性がある。", "男が火をつけた。"),
}


@pytest.mark.parametrize(("left", "right"), CERTAINTY.values(), ids=CERTAINTY.keys())
def test_surer_is_no_alarm(judged, left: str, right: str) -> None:
    for one, other in ((left, right), (right, left)):
        judgement = judged(one, other)
        assert (judgement.relation, judgement.slot, judgement.rule) == ("partial", "certainty", "certainty_differs")


ROUTINE = {
    "警察と地の文": ("警察によると、男は逃げた。", "男は逃げた。"),
    "気象庁と地の文": ("気象庁によると、震源の深さは10キロだった。", "震源の深さは10キロだった。"),
    "二つの公の情報源": ("警察によると、男は逃げた。", "消防によると、男は逃げた。"),
}


@pytest.mark.parametrize(("left", "right"), ROUTINE.values(), ids=ROUTINE.keys())
def test_routine_attribution_is_no_difference(judged, left: str, right: str) -> None:
    assert judged(left, right).relation == "agree"


def test_an_unnamed_source_is_a_difference(judged) -> None:
    judgement = judged("政府関係者によると、首相は辞任する。", "首相は辞任する。")
    assert (judgement.relation, judgement.slot, judgement.rule) == ("partial", "source", "source_differs")


def test_who_has_no_doubt_is_sure(judged) -> None:
    assert judged("刺したのは間違いない。", "男が刺した。").rule != "certainty_differs"
