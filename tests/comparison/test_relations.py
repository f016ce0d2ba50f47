"""The order of the rules, and the answer when none finds a difference."""

from __future__ import annotations

import pytest

FIRST = {
    "否定は数より先": ("死者は4人だった。", "死者は4人ではなかった。", "polarity_differs"),
    "数は日付より先": ("8月に3人が負傷した。", "17日に5人が負傷した。", "number_differs"),
    "日付は場所より先": ("男は17日に松本市で見つかった。", "男は16日に長野県で見つかった。", "date_differs"),
    "場所は確かさより先": ("男は長野県で死亡した。", "男は松本市で死亡したとみられる。", "place_within"),
}


@pytest.mark.parametrize(("left", "right", "rule"), FIRST.values(), ids=FIRST.keys())
def test_the_first_rule_that_finds_a_difference_decides(judged, left: str, right: str, rule: str) -> None:
    assert judged(left, right).rule == rule


SAME = {
    "同じ文": ("首相は辞任した。", "首相は辞任した。"),
    "能動と受動": ("警察は無職の男を放火の疑いで逮捕した。", "無職の男が放火の疑いで逮捕された。"),
    "軽動詞": ("両政府は声明を発表した。", "両政府は声明の発表を行った。"),
    "敬体": ("知事は計画を説明した。", "知事は計画を説明しました。"),
    "語の選び": ("男性が死亡した。", "男性が亡くなった。"),
    "首相と総理大臣": ("石田首相が同席した。", "石田総理大臣が同席した。"),
    "言い足し": ("男性が死亡した。", "3階に泊まっていた男性が死亡した。"),
}


@pytest.mark.parametrize(("left", "right"), SAME.values(), ids=SAME.keys())
@pytest.mark.parametrize("later", [False, True], ids=["同時", "後報"])
def test_no_difference_is_agreement(judged, left: str, right: str, later: bool) -> None:
    judgement = judged(left, right, later=later)
    assert (judgement.relation, judgement.slot, judgement.rule) == ("agree", None, "same")
