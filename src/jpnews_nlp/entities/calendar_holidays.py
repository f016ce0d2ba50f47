"""Japanese holidays: the day of a year that has a name, and whether a day is one. The days come from `jpholiday`."""

from __future__ import annotations

import calendar
from datetime import date
from functools import cache

from jpnews_nlp.entities import pattern_tables

HOLIDAYS: dict[str, tuple[str, tuple[int, ...]]] = {
    written: (name, tuple(map(int, months.split(","))))
    for written, name, months in pattern_tables.rows("date_holidays")
}
FIRST_YEAR = 1948
LAST_YEAR = 2150
"""Outside of these years there are no holidays, or nobody can say when they will be."""


@cache
def holiday(written: str, year: int) -> date | None:
    """The day a holiday falls on in a year; None when the year has no such holiday.

    Example:
        >>> str(holiday("海の日", 2025)), holiday("海の日", 1990)
        ('2025-07-21', None)
    """
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    name, months = HOLIDAYS[written]
    days = [date(year, m, d) for m in months for d in range(1, calendar.monthrange(year, m)[1] + 1)]
    return next((day for day in days if _name(day) == name), None)


@cache
def is_holiday(day: date) -> bool:
    """Whether a day is a Japanese holiday, the days given in place of a Sunday included."""
    return FIRST_YEAR <= day.year <= LAST_YEAR and _name(day) is not None


def _name(day: date) -> str | None:
    import jpholiday  # noqa: PLC0415  (only texts that name a holiday pay for it)

    name: str | None = jpholiday.is_holiday_name(day)
    return name
