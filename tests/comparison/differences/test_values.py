"""What has one value and is given two."""

from __future__ import annotations

import pytest

DIFFER = {
    "死因": ("死因は窒息だった。", "死因は失血だった。"),
    "ため": ("俳優が肺炎のため死去した。", "死因は老衰だった。"),
    "凶器": ("凶器は包丁だった。", "凶器は金づちだった。"),
}
SAME = {
    "言い換え": ("俳優が肺炎のため死去した。", "死因は肺炎だった。"),
    "広い言い方": ("死因は肺炎だった。", "死因は誤嚥性肺炎だった。"),
    "推定": ("死因は窒息とみられる。", "死因は失血だった。"),
    "別のこと": ("死因は窒息だった。", "凶器は包丁だった。"),
}


@pytest.mark.parametrize(("left", "right"), DIFFER.values(), ids=DIFFER.keys())
def test_differ(judged, left: str, right: str) -> None:
    for one, other in ((left, right), (right, left)):
        judgement = judged(one, other)
        assert (judgement.relation, judgement.slot, judgement.rule) == ("conflict", "wording", "value_differs")


@pytest.mark.parametrize(("left", "right"), SAME.values(), ids=SAME.keys())
def test_no_conflict(judged, left: str, right: str) -> None:
    judgement = judged(left, right)
    assert judgement is None or judgement.relation != "conflict"
