"""Clock times: every pattern of the table, values on 24 hours, and what must not be taken for a time."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jpnews_nlp.entities import pattern_tables
from jpnews_nlp.entities.times import PATTERNS, find_times

ROWS = pattern_tables.rows("time_patterns")


def cases(column: int) -> list[object]:
    return [
        pytest.param(row[0], case, id=f"{row[0]}-{case}")
        for row in ROWS
        for case in (row[column].split("|") if len(row) > column else [])
        if case
    ]


@pytest.mark.parametrize(("name", "case"), cases(2))
def test_each_pattern_matches_its_cases(name: str, case: str) -> None:
    found = find_times(case)
    assert [t.source for t in found] == [f"time:{name}"]
    assert case.endswith(found[0].text)
    assert name == "part_of_date" or found[0].text == case


@pytest.mark.parametrize(("name", "case"), cases(3))
def test_each_pattern_leaves_its_counter_cases(name: str, case: str) -> None:
    assert f"time:{name}" not in {t.source for t in find_times(case)}


def test_every_pattern_is_in_the_table() -> None:
    assert [p.name for p in PATTERNS] == [row[0] for row in ROWS]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("午前11時29分頃", "11:29"), ("午後2時5分ごろ", "14:05"), ("午後６時半すぎ", "18:30"), ("午後0時半", "12:30"),
        ("午前0時", "00"), ("正午頃", "12"), ("15時", "15"), ("24時", "24"), ("25時", "01"), ("深夜11時", "23"),
        ("午後三時", "15"), ("十五時二十分", "15:20"), ("12:30", "12:30"), ("午後1：00", "13:00"),
        ("午後7時56分30秒", "19:56"),
        ("夜10時ごろ", "22"), ("朝の7時半", "07:30"), ("真夜中", "00"), ("数分後", None),
        ("午後5〜6時", "17/18"), ("午前9時〜午後5時", "09/17"), ("9～17時", "09/17"),
        ("午後1時30分～3時半", "13:30/15:30"),
        ("午前中", None), ("明け方", None),
    ],
)  # fmt: skip
def test_value(text: str, expected: str | None) -> None:
    assert [(t.text, t.value, t.canonical) for t in find_times(text)] == [(text, expected, expected or text)]


def test_the_end_of_a_span_keeps_its_half_of_the_day() -> None:
    assert [t.value for t in find_times("午後5時から6時まで")] == ["17", "18"]
    assert [t.value for t in find_times("午後5時に始まり、6時に")] == ["17", "06"]


def test_the_part_of_the_day_in_the_date_stays_with_the_date() -> None:
    assert [(t.text, t.value) for t in find_times("今朝８時、今夜8時半")] == [("８時", "08"), ("8時半", "20:30")]


def test_a_part_of_the_day_after_its_date() -> None:
    assert [(t.text, t.value) for t in find_times("16日夜、18日の朝")] == [("夜", None), ("朝", None)]


@pytest.mark.parametrize(
    "text",
    [
        "毎日新聞", "2時間", "3-2で勝った", "一時運転を見合わせた", "時代", "江戸時代", "朝日新聞", "20日夕刊",
        "日朝首脳会談",
        "同日夜間", "1:2の割合", "2:01.5の記録", "30時間", "3時点", "18日午後、会談した", "",
    ],
)  # fmt: skip
def test_no_time(text: str) -> None:
    assert find_times(text) == ()


@given(st.text(alphabet="0123456午前後朝夜時分秒半頃正:：日の一十二深早未明、 a", max_size=40))
def test_odd_text_never_fails(text: str) -> None:
    for found in find_times(text):
        assert text[found.start : found.end] == found.text


@pytest.mark.parametrize("unit", ["1", "1:", "午前", "十", "1時", "午後の", "日の夜", "午後5~", "1時30分~", "、夜"])
def test_time_grows_with_the_text_alone(unit: str) -> None:
    def seconds(length: int) -> float:
        text = (unit * length)[:length]
        best = 10.0
        for _ in range(3):
            start = time.process_time()
            find_times(text)
            best = min(best, time.process_time() - start)
        return best

    assert seconds(16_000) < 80 * max(seconds(1_000), 1e-4)


@pytest.mark.parametrize(
    ("text", "told"),
    [("ちょうど3時に始まった。", "3時"), ("3時ちょうどに始まった。", "3時ちょうど"), ("朝刊は3時に刷る。", "3時")],
)
def test_what_belongs_to_a_time_stands_where_it_does(text: str, told: str) -> None:
    assert [t.text for t in find_times(text)] == [told]
