"""What one affirms and the other denies."""

from __future__ import annotations

import pytest

CONFLICT = {
    "ない": ("首相は停戦に合意した。", "首相は停戦に合意しなかった。"),
    "受け身": ("計画は承認された。", "計画は承認されなかった。"),
    "ある・ない": ("津波の心配がある。", "津波の心配はない。"),
}


@pytest.mark.parametrize(("left", "right"), CONFLICT.values(), ids=CONFLICT.keys())
def test_conflict(judged, left: str, right: str) -> None:
    for one, other in ((left, right), (right, left)):
        judgement = judged(one, other)
        assert (judgement.relation, judgement.slot, judgement.rule) == ("conflict", "polarity", "polarity_differs")


def test_two_sources_disagree(judged) -> None:
    judgement = judged(
        "ドイツ政府は「停戦に合意した」と発表した。", "ポーランド政府は「停戦に合意していない」と発表した。"
    )
    assert (judgement.relation, judgement.slot, judgement.rule) == ("conflict", "polarity", "sources_differ")
    assert (judgement.sources_differ, judgement.left, judgement.right) == (
        True,
        "ドイツ政府：停戦に合意した",
        "ポーランド政府：停戦に合意していない",
    )


def test_two_sources_disagree_later_too(judged) -> None:
    left, right = "県は「橋は安全ではない」と発表した。", "市は「橋は安全だ」と発表した。"
    assert judged(left, right, later=True).relation == "conflict"


def test_what_was_not_yet_so_is_an_update_later(judged) -> None:
    judgement = judged("両国は停戦に合意していない。", "両国は停戦に合意した。", later=True)
    assert (judgement.relation, judgement.slot, judgement.rule) == ("update", "polarity", "polarity_moved")


NO_DIFFERENCE = {
    "両方否定": ("津波の心配はない。", "津波の心配はありません。"),
    "否定の言い換え": ("両国は合意に至らなかった。", "両国は合意しなかった。"),
    "別の述語": ("首相は出席しなかった。", "大統領は演説した。"),
}


@pytest.mark.parametrize(("left", "right"), NO_DIFFERENCE.values(), ids=NO_DIFFERENCE.keys())
def test_no_difference(judged, left: str, right: str) -> None:
    judgement = judged(left, right)
    assert judgement is None or judgement.slot != "polarity"


def test_giving_up_an_act_is_what_the_word_for_that_says(judged) -> None:
    assert judged("列車は運転を取りやめた。", "列車は運休した。").relation == "agree"
    assert judged("選手は出場を取りやめた。", "選手は欠場した。").relation == "agree"
    assert judged("選手は出場を取りやめた。", "選手は出場した。").relation == "conflict"


WON = {
    "同じ側": ("東京は勝利した。", "東京は敗北した。", True),
    "同じ側と相手": ("東京が大阪に勝利した。", "東京が大阪に敗北した。", True),
    "二つの側": ("東京が勝利した。", "大阪が敗北した。", False),
}


@pytest.mark.parametrize(("left", "right", "conflict"), WON.values(), ids=WON.keys())
def test_who_won_has_not_lost(judged, left: str, right: str, conflict: bool) -> None:
    for one, other in ((left, right), (right, left)):
        judgement = judged(one, other)
        assert (judgement is not None and judgement.relation == "conflict") is conflict
