"""When something was over, told as its end or as how long it went on."""

from __future__ import annotations

import pytest

AGREE = {
    "再開とまで": ("湖西線は午後2時すぎに再開した。", "湖西線は午後2時6分まで止まった。"),
    "時だけの時刻": ("停電は午前4時に復旧した。", "停電は午前4時10分まで続いた。"),
    "ごろ": ("停電は午前4時5分ごろ復旧した。", "停電は午前4時10分まで続いた。"),
    "終了とまで": ("会議は午後3時に終わった。", "会議は午後3時まで続いた。"),
}


@pytest.mark.parametrize(("left", "right"), AGREE.values(), ids=AGREE.keys())
def test_one_end_told_two_ways(judged, left: str, right: str) -> None:
    for one, other in ((left, right), (right, left)):
        assert judged(one, other).relation == "agree"


CONFLICT = {
    "解除とまで": ("通行止めは午前11時半に解除された。", "通行止めは午後0時半まで続いた。"),
    "分まで言う二つ": ("停電は午前4時5分に復旧した。", "停電は午前4時10分まで続いた。"),
    "復旧とまで": ("停電は午前4時に復旧した。", "停電は午前5時10分まで続いた。"),
}


@pytest.mark.parametrize(("left", "right"), CONFLICT.values(), ids=CONFLICT.keys())
def test_two_clock_times_for_one_end(judged, left: str, right: str) -> None:
    for one, other in ((left, right), (right, left)):
        judgement = judged(one, other)
        assert (judgement.relation, judgement.slot) == ("conflict", "date")


QUIET = {
    "始めと終わり": ("会議は午前9時に始まった。", "会議は午後3時まで続いた。"),
    "別の線": ("湖西線は午後2時に再開した。", "奈良線は午後5時まで止まった。"),
    "見込み": ("通行止めは午前11時に解除される見込みだ。", "通行止めは午後0時半まで続いた。"),
}


@pytest.mark.parametrize(("left", "right"), QUIET.values(), ids=QUIET.keys())
def test_not_two_tellings_of_one_end(judged, left: str, right: str) -> None:
    judgement = judged(left, right)
    assert judgement is None or judgement.slot != "date"
