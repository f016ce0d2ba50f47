"""How many or how often, told by one claim alone."""

from __future__ import annotations

import pytest

PARTIAL = {
    "何度": ("曲の全曲を録音した。", "曲の全曲を2度録音した。"),
    "何回": ("男性が刃物で刺された。", "男は男性の腹を2回刺した。"),
    "何人": ("弁当を食べた人が食中毒になった。", "弁当を食べた14人が食中毒になった。"),
    "何棟": ("強風で住宅の屋根が壊れた。", "強風で住宅32棟の屋根が壊れた。"),
    "相次ぐ": ("発火事故が相次いだ。", "発火事故は16件あった。"),
}


@pytest.mark.parametrize(("left", "right"), PARTIAL.values(), ids=PARTIAL.keys())
def test_one_tells_how_many(judged, left: str, right: str) -> None:
    for one, other in ((left, right), (right, left)):
        judgement = judged(one, other)
        assert (judgement.relation, judgement.slot, judgement.rule) == ("partial", "number", "number_told")


AGREE = {
    "一人": ("女性が死亡した。", "女性1人が死亡した。"),
    "年齢": ("男性が逮捕された。", "男性（32）が逮捕された。"),
    "号機": ("ロケットが打ち上げられた。", "ロケット3号機が打ち上げられた。"),
    "どちらも": ("2人が搬送された。", "二人が搬送された。"),
}


@pytest.mark.parametrize(("left", "right"), AGREE.values(), ids=AGREE.keys())
def test_what_is_no_count_is_not_missed(judged, left: str, right: str) -> None:
    for one, other in ((left, right), (right, left)):
        assert judged(one, other).relation == "agree"


def test_the_first_is_not_the_second(judged) -> None:
    judgement = judged("女性の知事は初めてだ。", "女性の知事は2人目だ。")
    assert (judgement.relation, judgement.slot) == ("conflict", "number")


def test_one_of_those_counted_is_not_all_of_them(judged) -> None:
    assert judged("長岡市では住宅が倒壊した。", "住宅18棟が倒壊した。") is None
