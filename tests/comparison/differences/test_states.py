"""Plans that were carried out and states that ended."""

from __future__ import annotations

import pytest

UPDATE = {
    "予定と実施": ("両首脳は声明を発表する予定だ。", "両首脳は声明を発表した。"),
    "見通しと合意": ("両首脳は関税で合意する見通しだ。", "両首脳は関税で合意した。"),
    "検討と決定": ("政府は増税の検討に入った。", "政府は増税を決定した。"),
    "おそれと実際": ("川が氾濫するおそれがある。", "川が氾濫した。"),
    "重体と死亡": ("男性が意識不明の重体となった。", "重体だった男性が死亡した。"),
    "見合わせと再開": ("上越線は運転を見合わせている。", "上越線は運転を再開した。"),
    "停電と復旧": ("約2万戸が停電している。", "停電は復旧した。"),
    "通行止めと解除": ("国道は通行止めになっている。", "国道の通行止めは解除された。"),
}


@pytest.mark.parametrize(("left", "right"), UPDATE.values(), ids=UPDATE.keys())
def test_moved_on(judged, left: str, right: str) -> None:
    judgement = judged(left, right, later=True)
    assert (judgement.relation, judgement.slot, judgement.rule) == ("update", "status", "status_moved")


@pytest.mark.parametrize(("left", "right"), UPDATE.values(), ids=UPDATE.keys())
def test_only_publication_order_makes_an_update(judged, left: str, right: str) -> None:
    judgement = judged(left, right)
    assert judgement is None or judgement.relation != "update"


STILL = {
    "予定のまま": ("両首脳は声明を発表する予定だ。", "両首脳は声明を発表する見通しだ。"),
    "同じ状態": ("上越線は運転を見合わせている。", "上越線は運転を見合わせている。"),
    "済んだこと": ("両首脳は声明を発表した。", "両首脳は声明を発表した。"),
}


@pytest.mark.parametrize(("left", "right"), STILL.values(), ids=STILL.keys())
def test_nothing_moved(judged, left: str, right: str) -> None:
    judgement = judged(left, right, later=True)
    assert judgement.rule != "status_moved"


NO_STEP = {
    "社名だけが同じ": ("東都電機が暖房事業を売却する方針だ。", "東都電機は85億円の赤字に転落した。"),
    "決まっていないことと別の話": ("東都電機「決定した事実はない」。", "東都電機が工場の雇用を3年守った。"),
}


@pytest.mark.parametrize(("left", "right"), NO_STEP.values(), ids=NO_STEP.keys())
def test_a_plan_is_not_done_by_the_next_act_of_its_owner(judged, left: str, right: str) -> None:
    judgement = judged(left, right, later=True)
    assert judgement is None or judgement.relation != "update"


def test_a_plan_and_its_deed_share_more_than_a_name(judged) -> None:
    judgement = judged("東都電機が暖房事業を売却する方針だ。", "東都電機は暖房事業を譲渡した。", later=True)
    assert (judgement.relation, judgement.rule) == ("update", "status_moved")


LOOKS_BACK = {
    "当初の方針": ("会社は工場を閉鎖する方針だ。", "会社は当初、工場を閉鎖する方針だった。"),
    "当初の予定": ("首相は会議に出席する予定だ。", "首相は当初、会議に出席する予定だった。"),
    "いったん再開": ("列車は運転を見合わせている。", "列車はいったん運転を再開した。"),
}


@pytest.mark.parametrize(("left", "right"), LOOKS_BACK.values(), ids=LOOKS_BACK.keys())
def test_looking_back_is_no_step_on(judged, left: str, right: str) -> None:
    judgement = judged(left, right, later=True)
    assert judgement is None or judgement.relation != "update"


NO_PLAN = {
    "しなかったことと別の方針": ("政府は増税を実施しなかった。", "政府は減税を実施する方針だ。"),
    "合意しなかったことと協議の方針": ("両国は合意しなかった。", "両国は協議を続ける方針だ。"),
}


@pytest.mark.parametrize(("left", "right"), NO_PLAN.values(), ids=NO_PLAN.keys())
@pytest.mark.parametrize("later", [False, True], ids=["同時", "後報"])
def test_what_was_not_done_is_no_loose_plan(judged, left: str, right: str, later: bool) -> None:
    for one, other in ((left, right), (right, left)):
        judgement = judged(one, other, later=later)
        assert judgement is None or judgement.slot not in ("status", "certainty")
