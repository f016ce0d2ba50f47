"""The days an ISO value covers, and how ranges of moments lie to each other."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jpnews_nlp.model.interval import DayRange, TimeRange, day_range

VALUES = {
    "日": ("2025-08-15", date(2025, 8, 15), date(2025, 8, 15)),
    "月": ("2025-02", date(2025, 2, 1), date(2025, 2, 28)),
    "うるう年の二月": ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
    "年": ("2025", date(2025, 1, 1), date(2025, 12, 31)),
    "年代": ("199X", date(1990, 1, 1), date(1999, 12, 31)),
    "期間": ("2025-08-15/2025-08-17", date(2025, 8, 15), date(2025, 8, 17)),
    "月から月": ("2025-01/2025-03", date(2025, 1, 1), date(2025, 3, 31)),
    "年をまたぐ": ("2025-12/2026-02", date(2025, 12, 1), date(2026, 2, 28)),
}


@pytest.mark.parametrize(("value", "first", "last"), VALUES.values(), ids=VALUES.keys())
def test_day_range(value: str, first: date, last: date) -> None:
    assert day_range(value) == DayRange(first=first, last=last)


NO_VALUES = [None, "", "12:30", "2025-13", "2025-02-30", "XXXX-08-15", "8月", "2025-08-", "/", "2025/"]


@pytest.mark.parametrize("value", NO_VALUES)
def test_no_calendar_day(value: str | None) -> None:
    assert day_range(value) is None


DAYS = st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 1, 1))
RANGES = st.tuples(DAYS, DAYS).map(lambda pair: DayRange(first=min(pair), last=max(pair)))


@given(RANGES, RANGES)
def test_covers_implies_overlaps(a: DayRange, b: DayRange) -> None:
    assert a.overlaps(b) == b.overlaps(a)
    assert not a.covers(b) or a.overlaps(b)
    assert (a.covers(b) and b.covers(a)) == (a == b)


START = datetime(2025, 8, 15, tzinfo=timezone.utc)


def hours(first: int | None, last: int | None) -> TimeRange:
    return TimeRange(
        start=None if first is None else START + timedelta(hours=first),
        end=None if last is None else START + timedelta(hours=last),
    )


RELATIONS = {
    "前": (hours(0, 1), hours(2, 3), "before"),
    "接している": (hours(0, 2), hours(2, 3), "before"),
    "後": (hours(4, 5), hours(2, 3), "after"),
    "同じ": (hours(0, 1), hours(0, 1), "same"),
    "中": (hours(1, 2), hours(0, 3), "within"),
    "含む": (hours(0, 3), hours(1, 2), "contains"),
    "重なる": (hours(0, 2), hours(1, 3), "overlaps"),
    "以降の中": (hours(5, 6), hours(0, None), "within"),
    "までの中": (hours(-5, -4), hours(None, 0), "within"),
    "いつでも": (hours(None, None), hours(0, 1), "contains"),
    "以降とまで": (hours(0, None), hours(None, 3), "overlaps"),
}


@pytest.mark.parametrize(("a", "b", "expected"), RELATIONS.values(), ids=RELATIONS.keys())
def test_relation(a: TimeRange, b: TimeRange, expected: str) -> None:
    turned = {"before": "after", "after": "before", "within": "contains", "contains": "within"}
    assert a.relation(b) == expected
    assert b.relation(a) == turned.get(expected, expected)
    assert a.overlaps(b) is (expected not in ("before", "after"))


def test_clocks_of_two_zones_are_one_scale() -> None:
    japan, alaska = timezone(timedelta(hours=9)), timezone(timedelta(hours=-8))
    in_japan = TimeRange(start=datetime(2025, 8, 16, 4, tzinfo=japan), end=datetime(2025, 8, 16, 5, tzinfo=japan))
    there = TimeRange(start=datetime(2025, 8, 15, 11, tzinfo=alaska), end=datetime(2025, 8, 15, 12, tzinfo=alaska))
    assert in_japan.relation(there) == "same"


@pytest.mark.parametrize(
    ("start", "end"),
    [(datetime(2025, 8, 15), None), (START, START), (START, START - timedelta(hours=1))],
    ids=["時差なし", "空", "逆"],
)
def test_what_is_no_range_is_refused(start: datetime, end: datetime | None) -> None:
    with pytest.raises(ValueError, match=r"naive|before"):
        TimeRange(start=start, end=end)
