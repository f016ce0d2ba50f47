"""The calendar's arithmetic: ISO values of days, months, weeks and fiscal years; the tables of words that name them."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta

from jpnews_nlp.entities import pattern_tables
from jpnews_nlp.entities.calendar_holidays import is_holiday

WEEKDAYS = "月火水木金土日"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pointer:
    """What a word like 翌日 or 来年度 points at: so many units from the publication or the last date named."""

    unit: str
    anchor: str
    offset: int


POINTERS: dict[str, Pointer] = {
    word: Pointer(unit=unit, anchor=anchor, offset=int(offset))
    for word, unit, anchor, offset in pattern_tables.rows("date_words")
}
PARTS: dict[tuple[str, str], tuple[int, int]] = {
    (word, unit): (int(first), int(last)) for word, unit, first, last in pattern_tables.rows("date_parts")
}
TERMS: dict[str, tuple[str, str]] = {word: (first, last) for word, first, last in pattern_tables.rows("date_terms")}
PERIODS: dict[str, str] = {row[0]: row[1] for row in pattern_tables.rows("date_periods")}
ERAS: dict[str, int] = {name: int(before) for name, _, before in pattern_tables.rows("date_eras")}
ERA_LETTERS: dict[str, int] = {letter: int(before) for _, letter, before in pattern_tables.rows("date_eras")}
AGES: dict[str, tuple[str, str]] = {word: (first, last) for word, first, last in pattern_tables.rows("date_ages")}
UNITS: dict[str, str] = {row[0]: row[1] for row in pattern_tables.rows("date_units")}


def day(year: int, month: int, number: int) -> date | None:
    """The day, or None where the calendar has none (30 February)."""
    try:
        return date(year, month, number)
    except ValueError:
        return None


def add_months(start: date, months: int) -> date | None:
    """The same day so many months on, cut to the end of a shorter month; None outside the calendar."""
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    if not 1 <= year <= 9999:
        return None
    return date(year, month + 1, min(start.day, calendar.monthrange(year, month + 1)[1]))


def shift(start: date, count: int, unit: str) -> date | None:
    """`start` moved by `count` days, weeks, months, years or working days.

    Working days are no Saturdays, Sundays and Japanese holidays. None outside of the calendar.
    """
    if unit == "month":
        return add_months(start, count)
    if unit == "year":
        return add_months(start, 12 * count)
    if unit == "workday":
        return _shift_workdays(start, count)
    try:
        return start + timedelta(days=count * (7 if unit == "week" else 1))
    except OverflowError:
        return None


def _shift_workdays(start: date, count: int) -> date | None:
    if abs(count) > 250:
        return None
    step, moved = (1 if count > 0 else -1), start
    for _ in range(abs(count)):
        moved += timedelta(days=step)
        while moved.weekday() > 4 or is_holiday(moved):
            moved += timedelta(days=step)
    return moved


def year_value(year: int) -> str | None:
    """The ISO value of a year.

    Example:
        >>> year_value(2025)
        '2025'
    """
    return f"{year:04d}" if 1 <= year <= 9999 else None


def month_value(year: int, month: int) -> str | None:
    """The ISO value of a month; months past 12 lie in the next year.

    Example:
        >>> month_value(2025, 14)
        '2026-02'
    """
    year, index = divmod(year * 12 + month - 1, 12)
    return f"{year:04d}-{index + 1:02d}" if 1 <= year <= 9999 else None


def interval(first: str | None, last: str | None) -> str | None:
    """The ISO value from `first` to `last`, both included; None when either is missing.

    Example:
        >>> interval("2025-01", "2025-03")
        '2025-01/2025-03'
    """
    if first is None or last is None:
        return None
    return first if first == last else f"{first}/{last}"


def days(first: date | None, last: date | None) -> str | None:
    """The ISO value from one day to another."""
    return interval(first.isoformat() if first else None, last.isoformat() if last else None)


def fiscal_year(year: int, part: str | None = None) -> str | None:
    """The months of a Japanese fiscal year, April to March, or of its part.

    Example:
        >>> fiscal_year(2025)
        '2025-04/2026-03'
        >>> fiscal_year(2025, "上半期")
        '2025-04/2025-09'
    """
    first, last = PARTS.get((part or "", "year"), (1, 12))
    return interval(month_value(year, first + 3), month_value(year, last + 3))


def year_part(year: int, part: str | None) -> str | None:
    """A year, or the months of its part (春, 上半期, 第2四半期, 末)."""
    months = PARTS.get((part or "", "year"))
    if months is None:
        return year_value(year)
    return interval(month_value(year, months[0]), month_value(year, months[1]))


def month_part(year: int, month: int, part: str | None) -> str | None:
    """A month, or the days of its part (上旬, 末)."""
    bounds = PARTS.get((part or "", "month"))
    value = month_value(year, month)
    if bounds is None or value is None or not 1 <= month <= 12:
        return value
    last = min(bounds[1], calendar.monthrange(year, month)[1])
    return f"{value}-{bounds[0]:02d}/{value}-{last:02d}"


def week(monday_of: date, first: int = 0, last: int = 6) -> str | None:
    """The days of the week that holds `monday_of`, Monday to Sunday, or some of them."""
    monday = shift(monday_of, -monday_of.weekday(), "day")
    return days(shift(monday, first, "day"), shift(monday, last, "day")) if monday else None


def iso_week(year: int, number: int) -> str | None:
    """The days of a numbered week; None when the year has no such week."""
    try:
        return week(date.fromisocalendar(year, number, 1))
    except ValueError:
        return None


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date | None:
    """The nth weekday of a month; `nth` of -1 is the last."""
    if not (1 <= year <= 9999 and 1 <= month <= 12):
        return None
    found = [
        date(year, month, number)
        for number in range(1, calendar.monthrange(year, month)[1] + 1)
        if date(year, month, number).weekday() == weekday
    ]
    return found[nth - 1 if nth > 0 else -1] if nth <= len(found) else None
