"""Holidays by name and year, and working days."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from jpnews_nlp.entities.calendar_holidays import HOLIDAYS, holiday, is_holiday
from jpnews_nlp.entities.calendar_terms import shift
from jpnews_nlp.entities.dates import find_dates
from jpnews_nlp.model.article import JST

PUBLISHED = datetime(2025, 8, 18, 12, tzinfo=JST)


def test_every_name_of_the_table_is_one_of_the_library() -> None:
    # 体育の日 became スポーツの日; 2018 and 2025 have all the others.
    assert {name for name in HOLIDAYS if not holiday(name, 2018) and not holiday(name, 2025)} == set()


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("来年の成人の日に開かれる。", "2026-01-12"),
        ("春分の日、墓参りした。", "2025-03-20"),
        ("敬老の日に開かれる。", "2025-09-15"),
        ("海の日に泳いだ。", "2025-07-21"),
        ("2019年の体育の日、", "2019-10-14"),
        ("1900年の海の日、", None),
    ],
)
def test_a_holiday_in_the_text(text: str, value: str | None) -> None:
    assert [d.value for d in find_dates(text, published=PUBLISHED)] == [value]


@pytest.mark.parametrize("text", ["海の日本", "母の日", "山の日差し", "文化の日本"])
def test_no_holiday(text: str) -> None:
    assert "date:holiday" not in {d.source for d in find_dates(text, published=PUBLISHED)}


def test_working_days_skip_weekends_and_holidays() -> None:
    assert shift(date(2025, 8, 8), 1, "workday") == date(2025, 8, 12)  # a weekend and 山の日
    assert shift(date(2025, 8, 12), -1, "workday") == date(2025, 8, 8)
    assert is_holiday(date(2025, 2, 24))
    assert not is_holiday(date(1900, 1, 1))
