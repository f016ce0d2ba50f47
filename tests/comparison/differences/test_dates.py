"""Days and clock times of two claims."""

from __future__ import annotations

import pytest

AGREE = {
    "同じ日の書き方": ("両首脳は18日に会談した。", "両首脳は8月18日に会談した。"),
    "昨日": ("両首脳は17日に会談した。", "両首脳は昨日会談した。"),
    "年つき": ("両首脳は2025年8月17日に会談した。", "両首脳は17日に会談した。"),
    "和暦": ("橋は令和7年に完成した。", "橋は2025年に完成した。"),
    "同じ時刻": ("会談は18日午後3時に始まった。", "会談は18日15時に始まった。"),
}


@pytest.mark.parametrize(("left", "right"), AGREE.values(), ids=AGREE.keys())
def test_the_same_day(judged, left: str, right: str) -> None:
    judgement = judged(left, right)
    assert (judgement.relation, judgement.slot) == ("agree", None)


PARTIAL = {
    "月の中の日": ("両首脳は6月に協議した。", "両首脳は6月12日に協議した。", "date_within"),
    "年の中の日": ("両首脳は2024年に会談した。", "両首脳は2024年6月12日に会談した。", "date_within"),
    "期間の中の日": ("大会は10日〜12日に開かれた。", "大会は11日に開かれた。", "date_within"),
    "一方だけ": ("両首脳は会談した。", "両首脳は17日に会談した。", "date_more"),
    "日本時間と断りなし": ("会談は日本時間16日に始まった。", "会談は15日に始まった。", "date_within"),
}


@pytest.mark.parametrize(("left", "right", "rule"), PARTIAL.values(), ids=PARTIAL.keys())
def test_one_says_more(judged, left: str, right: str, rule: str) -> None:
    for one, other in ((left, right), (right, left)):
        judgement = judged(one, other)
        assert (judgement.relation, judgement.slot, judgement.rule) == ("partial", "date", rule)


CONFLICT = {
    "日": ("両首脳は17日に夕食を共にした。", "両首脳は16日に夕食を共にした。"),
    "月": ("橋は6月に完成した。", "橋は7月に完成した。"),
    "年": ("会社は1998年に設立された。", "会社は1989年に設立された。"),
    "同じ日の時刻": ("会談は18日午後3時に始まった。", "会談は18日午後5時に始まった。"),
}


@pytest.mark.parametrize(("left", "right"), CONFLICT.values(), ids=CONFLICT.keys())
def test_another_day(judged, left: str, right: str) -> None:
    judgement = judged(left, right)
    assert (judgement.relation, judgement.slot, judgement.rule) == ("conflict", "date", "date_differs")


def test_another_day_of_a_plan_is_an_update_later(judged) -> None:
    judgement = judged("両首脳は20日に会談する予定だ。", "両首脳は22日に会談する予定だ。", later=True)
    assert (judgement.relation, judgement.slot, judgement.rule) == ("update", "date", "date_moved")


def test_another_act_on_another_day_is_another_happening(judged) -> None:
    assert judged("首相は15日に帰国した。", "首相は17日に演説した。") is None


def test_one_period_with_two_ends(judged) -> None:
    left, right = "6月1日から7月10日まで買い付けを行う。", "期間は6月1日から7月13日までだ。"
    for one, other in ((left, right), (right, left)):
        judgement = judged(one, other)
        assert (judgement.relation, judgement.slot) == ("conflict", "date")
    assert judged("6月1日から7月10日まで展示を行う。", "6月1日から7月13日まで休館する。") is None


def test_the_short_year_after_a_full_one(judged) -> None:
    assert judged("1999年に新人賞、2014年に大賞を受けた。", "1999年に新人賞、14年に大賞を受けた。").relation == "agree"
