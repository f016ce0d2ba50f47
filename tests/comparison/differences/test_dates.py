"""Days and clock times of two claims."""

from __future__ import annotations

import pytest

AGREE = {
    "同じ日の書き方": ("両首脳は18日に会談した。", "両首脳は8月18日に会談した。"),
    "昨日": ("両首脳は17日に会談した。", "両首脳は昨日会談した。"),
    "年つき": ("両首脳は2025年8月17日に会談した。", "両首脳は17日に会談した。"),
    "和暦": ("橋は令和7年に完成した。", "橋は2025年に完成した。"),
    "以来": ("利上げは2007年以来だ。", "利上げは2024年に決まった。"),
    "年と日のうち日": ("両首脳は今年、8月15日に会談した。", "両首脳は8月15日に会談した。"),
    "いつの時点か": ("約2万戸が18日午前9時現在、停電している。", "約2万戸が18日、停電している。"),
    "いつまでか": ("店は午後8時まで開いていた。", "店は開いていた。"),
    "同じ時刻": ("会談は18日午後3時に始まった。", "会談は18日15時に始まった。"),
    "文の初めの日": ("県警は17日、男を逮捕したと発表した。", "県警は17日に男を逮捕した。"),
    "前の節の日": ("大会は17日に開かれ、選手が優勝した。", "選手が17日に優勝した。"),
    "丸めた時刻": ("爆発は18日午後2時20分ごろに起きた。", "爆発は18日午後2時18分ごろに起きた。"),
    "生没年": ("盗まれたのは画家、芹沢霧山（1881～1947年）の絵だ。", "芹沢霧山の絵が盗まれた。"),
    "何時間後": ("山の斜面が崩れた。", "地震の3時間後、山の斜面が崩れた。"),
}


@pytest.mark.parametrize(("left", "right"), AGREE.values(), ids=AGREE.keys())
def test_the_same_day(judged, left: str, right: str) -> None:
    for one, other in ((left, right), (right, left)):
        judgement = judged(one, other)
        assert (judgement.relation, judgement.slot) == ("agree", None)


PARTIAL = {
    "月の中の日": ("両首脳は6月に協議した。", "両首脳は6月12日に協議した。", "date_within"),
    "年の中の日": ("両首脳は2024年に会談した。", "両首脳は2024年6月12日に会談した。", "date_within"),
    "期間の中の日": ("大会は10日〜12日に開かれた。", "大会は11日に開かれた。", "date_within"),
    "一方だけ": ("両首脳は会談した。", "両首脳は17日に会談した。", "date_more"),
    "文の初めの月": ("県警は6月、男を逮捕したと発表した。", "県警は6月12日に男を逮捕した。", "date_more"),
    "文の初めの時刻": (
        "18日午前5時15分ごろ、国道の下り線で、バスが追突した。",
        "バスは18日早朝に追突した。",
        "date_within",
    ),
    "日の出の前": ("台風は18日午前4時50分ごろに上陸した。", "台風は夜明け前に上陸した。", "date_within"),
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
    "丸めではない時刻": ("事故は18日午前5時20分ごろに起きた。", "事故は18日午前5時15分ごろに起きた。"),
    "同じ日の時刻": ("会談は18日午後3時に始まった。", "会談は18日午後5時に始まった。"),
}


@pytest.mark.parametrize(("left", "right"), CONFLICT.values(), ids=CONFLICT.keys())
def test_another_day(judged, left: str, right: str) -> None:
    judgement = judged(left, right)
    assert (judgement.relation, judgement.slot, judgement.rule) == ("conflict", "date", "date_differs")


SEVERAL = {
    "二日ずつ": ("委員会は10日と12日に開かれた。", "委員会は3日と5日に開かれた。"),
    "一日と二日": ("委員会は10日に開かれた。", "委員会は3日と5日に開かれた。"),
}


@pytest.mark.parametrize(("left", "right"), SEVERAL.values(), ids=SEVERAL.keys())
def test_of_several_days_none_contradicts(judged, left: str, right: str) -> None:
    for one, other in ((left, right), (right, left)):
        judgement = judged(one, other)
        assert judgement is None or judgement.relation != "conflict"


def test_the_clock_shown_is_the_first_of_each(judged) -> None:
    left, right = "店は午前9時に開く。", "店は午前10時から午後8時まで開く。"
    assert (judged(left, right).left, judged(left, right).right) == ("午前9時", "午前10時")
    assert (judged(right, left).left, judged(right, left).right) == ("午前10時", "午前9時")


AS_OF = {
    "通行止め": ("国道は18日午前9時現在、通行止めだ。", "国道は18日午後3時現在、通行止めだ。"),
    "停電": ("約2万戸が18日午前9時現在、停電している。", "約2万戸が18日午後5時現在、停電している。"),
}


@pytest.mark.parametrize(("left", "right"), AS_OF.values(), ids=AS_OF.keys())
def test_as_of_when_moves_on(judged, left: str, right: str) -> None:
    judgement = judged(left, right, later=True)
    assert (judgement.relation, judgement.slot, judgement.rule) == ("update", "date", "date_moved")


def test_another_day_of_a_plan_is_an_update_later(judged) -> None:
    judgement = judged("両首脳は20日に会談する予定だ。", "両首脳は22日に会談する予定だ。", later=True)
    assert (judgement.relation, judgement.slot, judgement.rule) == ("update", "date", "date_moved")


def test_a_forecast_of_one_day_becomes_one_of_a_stretch(judged) -> None:
    left, right = "台風は7日に四国の沖を通る見込みだ。", "台風は7日から8日にかけて四国の沖を通る見込みだ。"
    judgement = judged(left, right, later=True)
    assert (judgement.relation, judgement.slot, judgement.rule) == ("update", "date", "date_moved")
    assert judged(left, right).rule != "date_moved"
    assert (
        judged("台風は7日に四国の沖を通った。", "台風は7日から8日にかけて四国の沖を通った。", later=True).relation
        != "update"
    )


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


PARTS_OF_DAY = {
    "夜と午後6時半": ("会談は18日夜に始まった。", "会談は18日午後6時半に始まった。", "partial"),
    "夜明け前": ("台風は18日夜明け前に上陸した。", "台風は18日午前4時50分ごろ上陸した。", "partial"),
    "早朝": ("火事は18日早朝に起きた。", "火事は18日午前5時20分ごろ起きた。", "partial"),
    "夕方の終わり": ("会談は18日夕方に始まった。", "会談は18日午後6時半に始まった。", "partial"),
    "夜と朝": ("会談は18日夜に始まった。", "会談は18日午前9時半に始まった。", "conflict"),
    "早朝と昼前": ("火事は18日早朝に起きた。", "火事は18日午前11時に起きた。", "conflict"),
    "別の時計": ("会談は現地時間18日夜に始まった。", "会談は18日午前9時半に始まった。", "partial"),
}


@pytest.mark.parametrize(("left", "right", "relation"), PARTS_OF_DAY.values(), ids=PARTS_OF_DAY.keys())
def test_a_part_of_the_day_and_a_clock_time(judged, left: str, right: str, relation: str) -> None:
    for one, other in ((left, right), (right, left)):
        judgement = judged(one, other)
        assert (judgement.relation, judgement.slot) == (relation, "date")


def test_since_when_what_both_know_has_held(judged) -> None:
    left, right = "米国は昨年4月、日本車への関税を15%に引き上げた。", "米国が日本車にかけている15%の関税は重い。"
    judgement = judged(left, right)
    assert (judgement.relation, judgement.slot) == ("partial", "date")


def test_extra_time_prolongs_nothing(judged) -> None:
    left, right = "相模が初優勝した。", "延長戦の結果、相模が優勝した。"
    judgement = judged(left, right, later=True)
    assert judgement.relation == "agree"
    judgement = judged("県は10日間の営業停止にした。", "県は営業停止を無期限に延長した。", later=True)
    assert (judgement.relation, judgement.rule) == ("update", "date_moved")


def test_each_day_has_its_own_market(judged) -> None:
    assert judged("9日の株価は急落した。", "10日の株価は急落した。") is None


def test_the_minute_is_more_than_the_hour_in_a_moment(compare) -> None:
    left, right = "18日午後2時20分ごろ、工場で爆発があった。", "18日午後2時すぎ、工場で爆発があった。"
    compared = compare(left, right)
    told = {c.id: c for group in compared.groups for c in group.claims}
    links = {told[link.a].predicate: link for group in compared.groups for link in group.links}
    assert (links["日時"].relation, links["日時"].rule) == ("partial", "date_within")
    assert links["爆発"].relation == "agree"
