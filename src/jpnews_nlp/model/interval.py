"""Stretches of time: the days an ISO value covers, and half-open ranges of moments with their order."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import Literal


@dataclass(frozen=True, slots=True, kw_only=True)
class DayRange:
    """The days from `first` to `last`, both included."""

    first: date
    last: date

    def covers(self, other: DayRange) -> bool:
        """Whether every day of `other` lies in this range."""
        return self.first <= other.first and other.last <= self.last

    def overlaps(self, other: DayRange) -> bool:
        """Whether the two ranges share a day."""
        return self.first <= other.last and other.first <= self.last


@lru_cache(maxsize=1 << 10)
def day_range(value: str | None) -> DayRange | None:
    """The days an ISO value covers; None when there is no value or it names no calendar day.

    Accepted are `YYYY`, `YYYY-MM`, `YYYY-MM-DD`, `199X` (a decade) and `start/end`, both included.

    Example:
        >>> day_range("2025-02")
        DayRange(first=datetime.date(2025, 2, 1), last=datetime.date(2025, 2, 28))
        >>> day_range("2025-08-15/2025-08-17").last
        datetime.date(2025, 8, 17)
    """
    if not value:
        return None
    try:
        parts = [_one(part) for part in value.split("/")]
    except ValueError:
        return None
    return DayRange(first=parts[0].first, last=parts[-1].last)


def _one(value: str) -> DayRange:
    if decade := re.fullmatch(r"(\d{3})X", value):
        start = int(decade[1]) * 10
        return DayRange(first=date(start, 1, 1), last=date(start + 9, 12, 31))
    if re.fullmatch(r"\d{4}", value):
        return DayRange(first=date(int(value), 1, 1), last=date(int(value), 12, 31))
    if month := re.fullmatch(r"(\d{4})-(\d{2})", value):
        year, number = int(month[1]), int(month[2])
        if not 1 <= number <= 12:
            raise ValueError(value)
        return DayRange(first=date(year, number, 1), last=date(year, number, calendar.monthrange(year, number)[1]))
    day = date.fromisoformat(value)
    return DayRange(first=day, last=day)


Relation = Literal["before", "after", "within", "contains", "same", "overlaps"]
"""How one range lies to another."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeRange:
    """The moments from `start` up to, not including, `end`; both aware.

    Attributes:
        start: The first moment; None when the text leaves it open (8月15日まで).
        end: The first moment after it; None when the text leaves it open (2018年以降).

    Raises:
        ValueError: When a moment is naive, or the range is empty.
    """

    start: datetime | None
    end: datetime | None

    def __post_init__(self) -> None:
        """Refuse what is no range."""
        for moment in (self.start, self.end):
            if moment is not None and moment.utcoffset() is None:
                raise ValueError(f"{moment.isoformat()} is naive; a TimeRange needs aware datetimes")
        if self.start is not None and self.end is not None and self.start >= self.end:
            raise ValueError(f"{self.start.isoformat()} is not before {self.end.isoformat()}")

    def before(self, other: TimeRange) -> bool:
        """Whether this range is over when the other begins."""
        return self.end is not None and other.start is not None and self.end <= other.start

    def after(self, other: TimeRange) -> bool:
        """Whether this range begins when the other is over."""
        return other.before(self)

    def within(self, other: TimeRange) -> bool:
        """Whether every moment of this range lies in the other."""
        begins = other.start is None or (self.start is not None and other.start <= self.start)
        return begins and (other.end is None or (self.end is not None and self.end <= other.end))

    def overlaps(self, other: TimeRange) -> bool:
        """Whether the two share a moment."""
        return not self.before(other) and not other.before(self)

    def relation(self, other: TimeRange) -> Relation:
        """The one word for how this range lies to the other.

        Example:
            >>> from datetime import timezone
            >>> first, last = (datetime(2025, 8, number, tzinfo=timezone.utc) for number in (15, 16))
            >>> day, since = TimeRange(start=first, end=last), TimeRange(start=first, end=None)
            >>> day.relation(since), since.relation(day), day.relation(day)
            ('within', 'contains', 'same')
        """
        if self.before(other):
            return "before"
        if self.after(other):
            return "after"
        if (self.start, self.end) == (other.start, other.end):
            return "same"
        return "within" if self.within(other) else "contains" if other.within(self) else "overlaps"
