"""Date expressions to ISO values: the named groups of a pattern, read against a scene."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from jpnews_nlp.entities import calendar_terms as terms
from jpnews_nlp.entities import date_periods as periods
from jpnews_nlp.entities.calendar_holidays import holiday
from jpnews_nlp.entities.date_scene import Scene, choose_day
from jpnews_nlp.entities.date_years import Groups, named_month, named_year
from jpnews_nlp.entities.numerals import whole

_NTH = {"最初の": 1, "最終": -1, "最後の": -1}


def resolve(groups: Groups, scene: Scene) -> str | None:
    """The ISO value of an expression, or None when the scene does not settle it."""
    reader = next((reader for name, reader in _READERS if name in groups), _calendar)
    try:
        return reader(groups, scene)
    except (OverflowError, ValueError):  # before the year 1 or after 9999
        return None


def _calendar(groups: Groups, scene: Scene) -> str | None:
    year = named_year(groups, scene)
    names_year = any(name in groups for name in ("y", "y2", "y2z", "yw", "yago", "era", "el"))
    if names_year and year is None:
        return None
    month = named_month(groups, scene, year)
    if "nth" in groups:
        return _nth_weekday(groups, month)
    if "d" in groups:
        return _day(groups, scene, year, month)
    if "wd" in groups:
        return _weekday(groups, scene)
    if "m" in groups or "mw" in groups:
        return terms.month_part(*month, groups.get("mpart")) if month else None
    return terms.year_part(year, groups.get("ypart")) if year is not None else None


def _nth_weekday(groups: Groups, month: tuple[int, int] | None) -> str | None:
    nth = _NTH.get(groups["nth"]) or whole(groups["nth"].lstrip("第"))
    found = terms.nth_weekday(*month, terms.WEEKDAYS.index(groups["wd"]), nth) if month and nth else None
    return found.isoformat() if found else None


def _day(groups: Groups, scene: Scene, year: int | None, month: tuple[int, int] | None) -> str | None:
    number = whole(groups["d"])
    if number is None:
        return None
    mark = groups.get("wd") or groups.get("wdb")
    weekday = terms.WEEKDAYS.index(mark) if mark else None
    if year is not None or "mw" in groups:
        found = terms.day(*month, number) if month else None
    elif "m" in groups:
        found = _day_of_month(whole(groups["m"]), number, weekday, scene, month)
    else:
        found = _lone_day(number, weekday, scene)
    if found is None:
        return None
    if "d2" in groups:
        return _several_days(groups, found)
    return terms.week(found) if "weekof" in groups else found.isoformat()


def _day_of_month(
    month: int | None, number: int, weekday: int | None, scene: Scene, chosen: tuple[int, int] | None
) -> date | None:
    if month is None or chosen is None:
        return None
    expected = terms.day(*chosen, number)
    if scene.published is None or scene.joined or scene.narrative:
        return expected
    spread = (-1, 0, 1) if weekday is None else (-2, -1, 0, 1, 2)
    return choose_day(scene, _fitting(((scene.published.year + k, month) for k in spread), number, weekday)) or expected


def _lone_day(number: int, weekday: int | None, scene: Scene) -> date | None:
    if scene.month and (scene.joined or scene.narrative or scene.published is None):
        year, month = scene.month
        before = scene.day is not None and number < scene.day.day and scene.joined
        return terms.day(year + month // 12, month % 12 + 1, number) if before else terms.day(year, month, number)
    if scene.published is None:
        return None
    reach = 2 if weekday is None else 12
    here = scene.published.year * 12 + scene.published.month - 1
    months = [divmod(here + k, 12) for k in range(-reach, reach + 1)]
    return choose_day(scene, _fitting(((year, index + 1) for year, index in months), number, weekday))


def _fitting(months: Iterable[tuple[int, int]], number: int, weekday: int | None) -> list[date]:
    found = [terms.day(year, month, number) for year, month in months]
    return [d for d in found if d is not None and (weekday is None or d.weekday() == weekday)]


def _several_days(groups: Groups, first: date) -> str | None:
    number = whole(groups["d2"])
    if number is None or (groups["to"] in "、・" and number != first.day + 1):
        return None
    last = terms.day(first.year, first.month, number)
    if last is not None and last < first:
        last = terms.day(first.year + first.month // 12, first.month % 12 + 1, number)
    return terms.days(first, last)


def _weekday(groups: Groups, scene: Scene) -> str | None:
    if "wdd" in groups:
        return _day({"d": groups["wdd"].rstrip("日"), "wd": groups["wd"]}, scene, None, None)
    if scene.published is None:
        return None
    index = terms.WEEKDAYS.index(groups["wd"])
    if "wnext" in groups:
        return terms.week(scene.published + timedelta(days=7), index, index)
    options = [scene.published + timedelta(days=k) for k in range(-7, 8)]
    found = choose_day(scene, [d for d in options if d.weekday() == index])
    return found.isoformat() if found else None


def _ago(groups: Groups, scene: Scene) -> str | None:
    count = 1 if groups.get("n") == "ひと" else whole(groups.get("n") or "")
    unit = "month" if "halfyear" in groups else terms.UNITS.get(groups.get("u") or "", "month")
    count = 6 if "halfyear" in groups else count
    forward = groups.get("dir") != "前"
    base = scene.published
    if forward and not {"deictic", "rdir"} & groups.keys() and scene.day:
        base = scene.day
    if count is None or base is None or "half" in groups or "unanchored" in groups:
        return None
    moved = terms.shift(base, count if forward else -count, unit)
    if moved is None:
        return None
    return {"year": moved.isoformat()[:4], "month": moved.isoformat()[:7]}.get(unit, moved.isoformat())


def _day_word(groups: Groups, scene: Scene) -> str | None:
    pointer = terms.POINTERS[groups.get("dw") or groups["dw2"]]
    # 同日 after an announced day (大みそかの番組) goes back to the day told of, unless it too is still to come.
    back = pointer.offset == 0 and scene.tense != "future"
    last = (scene.told_day if back else None) or scene.day
    base = last if pointer.anchor == "last" and last else scene.published
    moved = terms.shift(base, pointer.offset, "day") if base else None
    return moved.isoformat() if moved else None


def _holiday(groups: Groups, scene: Scene) -> str | None:
    year = named_year(groups, scene)
    if year is None and (scene.narrative or scene.published is None):
        year = scene.year
    years = [year] if year else [scene.published.year + k for k in (-1, 0, 1)] if scene.published else []
    days = [day for y in years if (day := holiday(groups["holiday"], y))]
    found = days[0] if year and days else choose_day(scene, days)
    return found.isoformat() if found else None


def _unresolved(_groups: Groups, _scene: Scene) -> None:
    """A quarter or half without its year: fiscal or calendar cannot be told.

    A year before Christ has no ISO value in this form.
    """


def _today(_groups: Groups, scene: Scene) -> str | None:
    return scene.published.isoformat() if scene.published else None


_READERS = (
    ("bce", _unresolved),
    ("age", periods.age_of_history),
    ("edecade", periods.era_decade),
    ("holiday", _holiday),
    ("minutes", _today),
    ("decade", periods.decade),
    ("decade2", periods.decade),
    ("century", periods.century),
    ("fiscal", periods.fiscal_year),
    ("term", periods.fiscal_term),
    ("m2", periods.month_span),
    ("y_end", periods.year_span),
    ("term_day", periods.term_day),
    ("isoweek", periods.iso_week),
    ("isofirst", periods.iso_week),
    ("isoweek2", periods.iso_week),
    ("ww", periods.week_word),
    ("season", periods.season),
    ("period", periods.period),
    ("quarter", _unresolved),
    ("win", periods.window),
    ("dir", _ago),
    ("rdir", _ago),
    ("dw", _day_word),
    ("dw2", _day_word),
)
