"""The rank something reaches."""

from __future__ import annotations

import pytest


def test_two_ranks_for_one_thing(judged) -> None:
    left, right = "統合で業界4位に浮上する。", "統合で業界3位になる。"
    for one, other, words in ((left, right, ("4位", "3位")), (right, left, ("3位", "4位"))):
        judgement = judged(one, other)
        assert (judgement.relation, judgement.slot) == ("conflict", "number")
        assert (judgement.left, judgement.right) == words


def test_a_rank_reached_is_another_later(judged) -> None:
    assert judged("チームは4位に浮上した。", "チームは2位に浮上した。", later=True).relation == "update"
    assert judged("統合で業界4位に浮上する。", "統合で業界3位になる。", later=True).relation == "conflict"


QUIET = {
    "誰の": ("日本は5位だった。", "米国は3位だった。"),
    "名指し": ("2位の候補が敗れた。", "3位の候補が敗れた。"),
    "分野": ("国内2位に浮上した。", "世界7位に浮上した。"),
    "同じ": ("チームは4位に浮上した。", "チームは４位に上がった。"),
}


@pytest.mark.parametrize(("left", "right"), QUIET.values(), ids=QUIET.keys())
def test_ranks_that_do_not_contradict(judged, left: str, right: str) -> None:
    for one, other in ((left, right), (right, left)):
        judgement = judged(one, other)
        assert judgement is None or judgement.relation == "agree"
