"""Aware ranges of dates and times: the day a time belongs to, clocks, pairs of clocks, and open ends."""

from __future__ import annotations

import time
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jpnews_nlp.entities import pattern_tables
from jpnews_nlp.entities.dates import find_dates
from jpnews_nlp.entities.time_ranges import with_ranges
from jpnews_nlp.entities.times import find_times
from jpnews_nlp.model.article import JST
from jpnews_nlp.model.interval import TimeRange

PUBLISHED = datetime(2025, 8, 18, 12, tzinfo=JST)


def ranges(text: str, published: datetime | None = PUBLISHED) -> list[tuple[str, TimeRange | None]]:
    dates, times = with_ranges(text, find_dates(text, published=published), find_times(text))
    return [(m.text, m.range) for m in sorted([*dates, *times], key=lambda m: m.start)]


def shown(found: TimeRange | None) -> str | None:
    if found is None:
        return None
    return " ".join("-" if m is None else m.astimezone(JST).strftime("%m-%dT%H:%M") for m in (found.start, found.end))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("15日、会見した。", "08-15T00:00 08-16T00:00", id="一日"),
        pytest.param("15日午後3時、会見した。", "08-15T15:00 08-15T15:01", id="時刻"),
        pytest.param("15日（金）午後3時、会見した。", "08-15T15:00 08-15T15:01", id="曜日をはさむ"),
        pytest.param("15日の午後3時12分ごろ、揺れた。", "08-15T15:02 08-15T15:22", id="分のごろ"),
        pytest.param("15日午後3時ごろ、揺れた。", "08-15T14:30 08-15T15:30", id="時のごろ"),
        pytest.param("15日午後3時すぎ、揺れた。", "08-15T15:00 08-15T15:30", id="すぎ"),
        pytest.param("15日夜、会見した。", "08-15T18:00 08-16T00:00", id="夜"),
        pytest.param("15日未明、揺れた。", "08-15T00:00 08-15T03:00", id="未明"),
        pytest.param("15日25時、放送された。", "08-16T01:00 08-16T01:01", id="25時"),
        pytest.param("15日24時、締め切られた。", "08-16T00:00 08-16T00:01", id="24時"),
        pytest.param("8月15日から17日まで開かれた。", "08-15T00:00 08-18T00:00", id="から、まで"),
        pytest.param("15日から3日間、開かれた。", "08-15T00:00 08-18T00:00", id="から3日間"),
        pytest.param("15日午後5時から6時まで停電した。", "08-15T17:00 08-15T18:00", id="時刻のから、まで"),
        pytest.param("15日午後5〜6時に停電した。", "08-15T17:00 08-15T18:00", id="時刻の幅"),
        pytest.param("15日夜から16日未明にかけて降った。", "08-15T18:00 08-16T03:00", id="夜から未明"),
        pytest.param("今月15日以降、会見していない。", "08-15T00:00 -", id="以降"),
        pytest.param("今月15日までに回答した。", "- 08-16T00:00", id="まで"),
        pytest.param("今月15日以前、会見した。", "- 08-16T00:00", id="以前"),
        pytest.param("15日午後3時（UTC+9）、揺れた。", "08-15T15:00 08-15T15:01", id="UTC+9"),
        pytest.param("15日午前3時（UTC）、揺れた。", "08-15T12:00 08-15T12:01", id="UTC"),
        pytest.param("米東部時間15日午後3時、会見した。", "08-16T04:00 08-16T04:01", id="夏時間"),
        pytest.param("協定世界時の15日午前3時に打ち上げた。", "08-15T12:00 08-15T12:01", id="協定世界時"),
        pytest.param("現地時間15日、会見した。", None, id="どこの時間か分からない"),
        pytest.param("2月30日、会見した。", None, id="ない日"),
        pytest.param("先月、午後3時に始まる会が続いた。", None, id="日が決まらない"),
    ],
)
def test_range(text: str, expected: str | None) -> None:
    found = ranges(text)
    assert found
    assert shown(found[-1][1]) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("15日午前10時30分（日本時間16日午前3時30分）に始まった。", "08-16T03:30 08-16T03:31"),
        ("現地時間15日午前10時30分（日本時間16日午前3時30分）に始まった。", "08-16T03:30 08-16T03:31"),
        ("日本時間16日午前3時30分（現地時間15日午前10時30分）に始まった。", "08-16T03:30 08-16T03:31"),
        ("現地時間15日午前10時30分（日本時間16日未明）に始まった。", "08-16T00:00 08-16T03:00"),
    ],
)
def test_two_clocks_give_one_instant(text: str, expected: str) -> None:
    assert {shown(found) for _, found in ranges(text)} == {expected}


def test_a_pair_tells_the_local_clock_for_the_rest() -> None:
    text = "現地時間15日午前10時（日本時間16日午前3時）に始まり、現地時間15日午後1時に終わった。"
    assert shown(ranges(text)[-1][1]) == "08-16T06:00 08-16T06:01"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("米東部時間15日午前9時に始まり、午後1時に終わった。", "08-16T02:00 08-16T02:01"),
        ("米東部時間15日午前9時に始まった。同日午後1時に終わった。", "08-16T02:00 08-16T02:01"),
        ("現地時間15日午前10時（日本時間16日午前3時）に始まり、午後1時に終わった。", "08-16T06:00 08-16T06:01"),
        ("米東部時間15日に始まった。17日午後1時、帰国した。", "08-17T13:00 08-17T13:01"),
    ],
)
def test_the_clock_goes_on_with_the_telling(text: str, expected: str) -> None:
    assert shown(ranges(text)[-1][1]) == expected


def test_a_lone_time_takes_the_day_told_before_it() -> None:
    text = "15日、会談があった。午後3時に終わった。\n午後5時に発表した。"
    assert [shown(found) for _, found in ranges(text)] == ["08-15T00:00 08-16T00:00", "08-15T15:00 08-15T15:01", None]


def test_nothing_is_guessed_without_a_publication() -> None:
    assert [found for _, found in ranges("15日午後3時、会見した。", None)] == [None, None]


def test_every_zone_is_known() -> None:
    for word, zone in pattern_tables.rows("time_zones"):
        found = ranges(f"{word}2025年8月15日午後3時、")
        assert all((r is None) == (zone == "local") for _, r in found), word


@given(st.text(alphabet="0123年月日時分午前後夜未明から~まで以降前、。（）日本現地時間UTC+ 一二土", max_size=50))
def test_odd_text_never_fails(text: str) -> None:
    ranges(text)


@pytest.mark.parametrize("published", [datetime(1, 1, 1, tzinfo=JST), datetime(9999, 12, 31, tzinfo=JST)])
@pytest.mark.parametrize(
    "text", ["31日25時", "1日から99年間", "今日以降", "昨日まで", "31日夜から1日朝", "UTC1日午後3時"]
)
def test_the_ends_of_the_calendar(text: str, published: datetime) -> None:
    ranges(text, published)


@pytest.mark.parametrize("unit", ["15日", "15日から", "午後3時（", "15日午後3時（日本時間", "現地時間", "から"])
def test_time_grows_with_the_text_alone(unit: str) -> None:
    def seconds(length: int) -> float:
        text = (unit * length)[:length]
        dates, times = find_dates(text, published=PUBLISHED), find_times(text)
        best = 10.0
        for _ in range(3):
            start = time.process_time()
            with_ranges(text, dates, times)
            best = min(best, time.process_time() - start)
        return best

    assert seconds(16_000) < 80 * max(seconds(1_000), 1e-4)
