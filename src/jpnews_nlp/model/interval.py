"""What an ISO value of a date expression covers: a first and a last day."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date


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
