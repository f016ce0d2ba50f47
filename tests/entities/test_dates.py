"""Dates: every pattern of the table, the order of anchors, tense, and what must not be taken for a date."""

from __future__ import annotations

import time
from datetime import datetime
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jpnews_nlp.entities import pattern_tables
from jpnews_nlp.entities.dates import PATTERNS, find_dates
from jpnews_nlp.model.article import JST

PUBLISHED = datetime(2025, 8, 18, 12, tzinfo=JST)  # a Monday
ROWS = pattern_tables.rows("date_patterns")


def values(text: str, published: datetime | None = PUBLISHED) -> list[tuple[str, str | None]]:
    found = find_dates(text, published=published)
    assert all(text[d.start : d.end] == d.text for d in found)
    assert all(d.canonical == (d.value or d.text) for d in found)
    return [(d.text, d.value) for d in found]


def cases(column: int) -> list[object]:
    return [
        pytest.param(row[0], case, id=f"{row[0]}-{case}")
        for row in ROWS
        for case in (row[column].split("|") if len(row) > column else [])
    ]


@pytest.mark.parametrize(("name", "case"), cases(2))
def test_each_pattern_matches_its_cases_whole(name: str, case: str) -> None:
    # A case that needs words around it marks the expression with brackets.
    text = case.replace("[", "").replace("]", "")
    expected = case[case.find("[") + 1 : case.find("]")] if "[" in case else case
    assert [(d.text, d.source) for d in find_dates(text, published=PUBLISHED)] == [(expected, f"date:{name}")]


@pytest.mark.parametrize(("name", "case"), cases(3))
def test_each_pattern_leaves_its_counter_cases(name: str, case: str) -> None:
    assert f"date:{name}" not in {d.source for d in find_dates(case, published=PUBLISHED)}


def test_every_pattern_has_cases_of_both_kinds() -> None:
    assert [p.name for p in PATTERNS] == [row[0] for row in ROWS]
    assert all(len(row) == 4 and row[2] and row[3] for row in ROWS)


@pytest.mark.parametrize(
    "text",
    [
        "毎日新聞", "六本木の店", "石の上にも三年", "0-3で敗れた",
        "一日中歩いた", "三日月が見えた", "東京五輪", "10年ぶりの優勝",
        "3日連続の雨", "5年間の計画", "同年代の人", "前年比2%増", "1日3便",
        "2日以内", "第3週", "きょうだい", "明日香村", "秋田県",
        "春日大社", "192.168.0.12", "懲役3年6月の実刑", "30代の男性", "約10日", "四川の料理",
        "毎年8月15日", "元日本代表", "明治大学", "江戸川区", "あと3人で", "",
    ],
)  # fmt: skip
def test_no_date(text: str) -> None:
    assert values(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2025年８月15日", "2025-08-15"), ("令和7年8月15日", "2025-08-15"),
        ("令和元年", "2019"), ("昭和64年1月7日", "1989-01-07"),
        ("二〇二五年八月十五日", "2025-08-15"), ("昨年10月", "2024-10"),
        ("一昨年", "2023"), ("来年度", "2026-04/2027-03"),
        ("2024年度上半期", "2024-04/2024-09"),
        ("2025年3月期", "2024-04/2025-03"), ("2025年4～6月期", "2025-04/2025-06"),
        ("来春", "2026-03/2026-05"), ("昨冬", "2024-12/2025-02"), ("2005年春", "2005-03/2005-05"), ("90年代", "199X"),
        ("21世紀", "2001/2100"), ("今月中旬", "2025-08-11/2025-08-20"), ("先月末", "2025-07-21/2025-07-31"),
        ("11月21～23日", "2025-11-21/2025-11-23"), ("1999-2001年", "1999/2001"), ("2025年1月-6月", "2025-01/2025-06"),
        ("来週の火曜日", "2025-08-26"), ("今週末", "2025-08-23/2025-08-24"),
        ("週明け", "2025-08-25"), ("3日前", "2025-08-15"),
        ("2週間後", "2025-09-01"), ("5年前", "2020"), ("2カ月前", "2025-06"), ("数年前", None), ("昨夜", "2025-08-17"),
        ("翌日", "2025-08-19"), ("年内", "2025-08-18/2025-12-31"), ("2月30日", None), ("第2四半期", None),
        ("昭和20年代", "1945/1954"), ("紀元前3世紀", None), ("江戸時代", "1603/1868"), ("明治期", "1868/1912-07-30"),
        ("江戸時代後期", None), ("2年前の8月15日", "2023-08-15"), ("3年前の夏", "2022-06/2022-08"),
        ("25年3月期", "2024-04/2025-03"), ("この夏", "2025-06/2025-08"), ("年末年始", "2024-12-29/2025-01-03"),
        ("大型連休", "2025-04-29/2025-05-05"), ("15，16日", "2025-08-15/2025-08-16"), ("翌8日", "2025-08-08"),
        ("2025/3/30-2025/4/2", "2025-03-30/2025-04-02"),
        ("2025年第2四半期", "2025-04/2025-06"), ("来年の元日", "2026-01-01"), ("過去5年間", "2020-08-18/2025-08-17"),
    ],
)  # fmt: skip
def test_value(text: str, expected: str | None) -> None:
    assert values(text) == [(text, expected)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("15日、会見した。", ["2025-08-15"], id="過去形は今月"),
        pytest.param("15日に開かれる。", ["2025-09-15"], id="未来は来月"),
        pytest.param("20日に発売する予定。", ["2025-08-20"], id="予定は直近"),
        pytest.param("20日に死亡した。", ["2025-07-20"], id="過去形は先月"),
        pytest.param(
            "17日夜、火事があり、市は20日に説明会を開く。",
            ["2025-08-17", "2025-08-20"],
            id="後の節の日の予定は前の日に及ばない",
        ),
        pytest.param(
            "10日に逮捕され、男は25日に起訴された。", ["2025-08-10", "2025-07-25"], id="後の節の過去は前の日に及ぶ"
        ),
        pytest.param("15日に橋が開き、駅は20日に開く。", ["2025-08-15", "2025-08-20"], id="二つの節の二つの日"),
        pytest.param("12月10日に就任した。", ["2024-12-10"], id="月日の過去"),
        pytest.param("8月20日に会談した。", ["2025-08-20"], id="月日は一年前より二日後"),
        pytest.param("8月16日に会見する予定だ。", ["2025-08-16"], id="月日は一年後より二日前"),
        pytest.param("3月に発足する。", ["2026-03"], id="月の未来"),
        pytest.param(
            "15日に会談した。同日夜に帰国した。翌日、会見した。",
            ["2025-08-15", "2025-08-15", "2025-08-16"],
            id="同日と翌日",
        ),
        pytest.param("2019年に就任し、同年4月に退いた。", ["2019", "2019-04"], id="同年"),
        pytest.param("2019年11月に提訴し、12月に和解した。", ["2019-11", "2019-12"], id="別の年の物語"),
        pytest.param("2010年2月に起訴された。5月に有罪となった。", ["2010-02", "2010-05"], id="次の文まで続く物語"),
        pytest.param("6月に提訴した。来月16日に口頭弁論がある。", ["2025-09-16"], id="来月は今から数える"),
        pytest.param("7月30日から2日まで", ["2025-07-30", "2025-08-02"], id="月をまたぐ"),
        pytest.param("12月から3月まで開かれる。", ["2025-12", "2026-03"], id="年をまたぐ"),
        pytest.param(
            "現地時間15日午前10時（日本時間16日未明）に始まった。",
            ["2025-08-15", "2025-08-16"],
            id="現地と日本",
        ),
        pytest.param("31日（日）の投票", ["2025-08-31"], id="曜日が日を決める"),
        pytest.param(
            "大みそかに放送される。同日、発表した。",
            ["2025-12-31", "2025-08-18"],
            id="同日は予告の日に戻らない",
        ),
    ],
)  # fmt: skip
def test_anchors_and_tense(text: str, expected: list[str]) -> None:
    text = text if "発表した。" not in text else "18日の会見。" + text
    assert [v for _, v in values(text)][-len(expected) :] == expected


def test_a_calendar_year_of_sport_is_no_fiscal_year() -> None:
    assert values("2007年度リーグ戦") == [("2007年度", "2007")]
    assert values("2007年度予算") == [("2007年度", "2007-04/2008-03")]


def test_the_weekday_in_brackets_stays_outside() -> None:
    assert values("8月15日（金）に") == [("8月15日", "2025-08-15")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("選挙の3年前の夏に始まった。", [None], id="出来事から数える"),
        pytest.param("彼は10分前に出かけた。", ["2025-08-18"], id="今から数える"),
        pytest.param("15日夜、揺れた。5分後に津波が来た。", ["2025-08-15"], id="話の中から数える"),
        pytest.param("5分後に始まる。", ["2025-08-18"], id="これから"),
        pytest.param("あと3日で開幕する。", ["2025-08-21"], id="あと3日"),
        pytest.param("首相は3日で帰国する。", ["2025-08-21"], id="3日で帰る"),
        pytest.param("首相は3週間で帰国した。", [], id="かかった日数"),
        pytest.param(
            "2030年の大会の開催地は7日に行われた総会で決まった。", ["2030", "2025-08-07"], id="未来の年と過去形"
        ),
        pytest.param("週末に開かれた。", ["2025-08-16/2025-08-17"], id="過ぎた週末"),
        pytest.param("11月から2024年2月5日まで開かれた。", ["2023-11", "2024-02-05"], id="終わりの年から"),
        pytest.param("3月1日から2024年5月5日まで開かれた。", ["2024-03-01", "2024-05-05"], id="終わりの年と同じ"),
        pytest.param("3営業日前に申請した。", ["2025-08-13"], id="営業日"),
        pytest.param(
            "現地時間15日夜（日本時間16日）に会談した。同日、帰国した。",
            ["2025-08-15", "2025-08-16", "2025-08-15"],
            id="かっこの中の時計に同日は戻らない",
        ),
    ],
)
def test_counting_and_clocks(text: str, expected: list[str | None]) -> None:
    assert [v for _, v in values(text)] == expected


@pytest.mark.parametrize(
    "text", ["15日、会見した。", "昨年", "同日", "来週の火曜日", "3日前", "年内", "今春", "過去5年間"]
)
def test_without_a_publication_date_nothing_is_guessed(text: str) -> None:
    assert [v for _, v in values(text, None)] == [None]


def test_without_a_publication_date_an_explicit_date_anchors() -> None:
    text = "15日に会談した。2025年8月15日の会談は10日に決まった。"
    assert [v for _, v in values(text, None)] == ["2025-08-15", "2025-08-15", "2025-08-10"]


@given(st.text(alphabet="0123年月日12一二三十第今昨来同翌前後末春秋～-、。（）土曜週間度期 a", max_size=40))
def test_odd_text_never_fails(text: str) -> None:
    for published in (PUBLISHED, None):
        found = find_dates(text, published=published)
        assert all(text[d.start : d.end] == d.text for d in found)
        assert all(a.end <= b.start for a, b in pairwise(found))


@pytest.mark.parametrize("published", [datetime(1, 1, 1, tzinfo=JST), datetime(9999, 12, 31, tzinfo=JST)])
@pytest.mark.parametrize(
    "text", ["昨年", "来年12月31日", "3日前", "来週", "15日", "99年後", "来年度", "週明け", "過去99年間"]
)
def test_the_ends_of_the_calendar(text: str, published: datetime) -> None:
    find_dates(text, published=published)


@pytest.mark.parametrize(
    "unit",
    [
        "1",
        "2005年",
        "1月",
        "一",
        "15日～",
        "昨年の",
        "十日、",
        "第1",
        "明治",
        "2005、",
        "から",
        "1年前の",
        "あと3日",
        "江戸の",
        "紀元前1",
        "2005-",
        "1~",
        "同",
        "第1月",
        "1日(月",
        "最後の月",
        "２月　",
    ],
)
def test_time_grows_with_the_text_alone(unit: str) -> None:
    def seconds(length: int) -> float:
        text = (unit * length)[:length]
        best = 10.0
        for _ in range(3):
            start = time.process_time()
            find_dates(text, published=PUBLISHED)
            best = min(best, time.process_time() - start)
        return best

    # Sixteen times the text: a quadratic pattern would take 256 times as long.
    assert seconds(16_000) < 80 * max(seconds(1_000), 1e-4)


@pytest.mark.parametrize(("text", "dates"), [("18日早朝に起きた", ["18日"]), ("予定より3日早く終えた", [])])
def test_a_day_before_the_early_morning_is_no_length(text: str, dates: list[str]) -> None:
    found = find_dates(text, published=datetime(2026, 11, 20, tzinfo=JST))
    assert [d.text for d in found] == dates
