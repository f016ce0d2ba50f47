"""Ranges of moments: their order, and what is refused."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jpnews_nlp.model.interval import TimeRange

NOON = datetime(2031, 4, 3, 12, tzinfo=timezone(timedelta(hours=9)))


def hours(start: int | None, end: int | None) -> TimeRange:
    first, last = (None if h is None else NOON + timedelta(hours=h) for h in (start, end))
    return TimeRange(start=first, end=last)


@pytest.mark.parametrize(
    ("a", "b", "relation"),
    [
        (hours(0, 1), hours(2, 3), "before"),
        (hours(0, 1), hours(1, 2), "before"),
        (hours(2, 3), hours(0, 1), "after"),
        (hours(0, 1), hours(0, 1), "same"),
        (hours(1, 2), hours(0, 3), "within"),
        (hours(0, 3), hours(1, 2), "contains"),
        (hours(0, 2), hours(1, 3), "overlaps"),
        (hours(0, 2), hours(1, None), "overlaps"),
        (hours(2, 3), hours(1, None), "within"),
        (hours(None, 2), hours(0, 1), "contains"),
        (hours(None, 0), hours(1, None), "before"),
        (hours(None, 2), hours(1, None), "overlaps"),
        (hours(None, None), hours(0, 1), "contains"),
    ],
)
def test_relation(a: TimeRange, b: TimeRange, relation: str) -> None:
    assert a.relation(b) == relation


def test_the_same_instant_on_two_clocks_is_the_same_range() -> None:
    utc = TimeRange(start=NOON.astimezone(timezone.utc), end=(NOON + timedelta(hours=1)).astimezone(timezone.utc))
    assert utc.relation(hours(0, 1)) == "same"


@pytest.mark.parametrize("start", [datetime(2031, 4, 3), NOON + timedelta(hours=1), NOON + timedelta(hours=2)])
def test_naive_or_empty_ranges_are_refused(start: datetime) -> None:
    with pytest.raises(ValueError, match=r"is naive|is not before"):
        TimeRange(start=start, end=NOON + timedelta(hours=1))


ENDS = st.none() | st.integers(-5, 5)
OPPOSITE = {"before": "after", "after": "before", "within": "contains", "contains": "within", "same": "same"}


@given(ENDS, ENDS, ENDS, ENDS)
def test_the_relation_turns_around(a: int | None, b: int | None, c: int | None, d: int | None) -> None:
    if (a is not None and b is not None and a >= b) or (c is not None and d is not None and c >= d):
        return
    x, y = hours(a, b), hours(c, d)
    assert y.relation(x) == OPPOSITE.get(x.relation(y), "overlaps")
    assert x.overlaps(y) == (x.relation(y) not in ("before", "after"))
