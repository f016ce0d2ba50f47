"""Date expressions to ISO values: the named groups of a pattern, read against a scene."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from jpnews_nlp.entities import calendar_terms as terms
from jpnews_nlp.entities.date_scene import Scene, choose_day, choose_month
from jpnews_nlp.entities.numerals import whole

Groups = Mapping[str, str]
"""The named groups of a pattern that took part in the match."""

_NTH = {"最初の": 1, "最終": -1, "最後の": -1}


def resolve(groups: Groups, scene: Scene) -> str | None:
    """The ISO value of an expression, or None when the scene does not settle it."""
    for name, reader in _READERS:
        if name in groups:
            return reader(groups, scene)
    return _calendar(groups, scene)


def named_year(groups: Groups, scene: Scene) -> int | None:
    """The year an expression names itself, by number, era or word; None when it names none."""
    number = whole(groups["ey"]) if "ey" in groups else None
    if "era" in groups:
        return terms.ERAS[groups["era"]] + number if number else None
    if "el" in groups:
        return terms.ERA_LETTERS[groups["el"]] + number if number else None
    if "y" in groups:
        return whole(groups["y"])
    short = groups.get("y2") or groups.get("y2z")
    if short:
        return _full_year(int(short), scene)
    pointed = groups.get("yw") or groups.get("fw")
    return _pointed_year(terms.POINTERS[pointed], scene) if pointed else None


def _full_year(short: int, scene: Scene) -> int:
    limit = (scene.published.year if scene.published else 2050) + 10
    return 2000 + short if 2000 + short <= limit else 1900 + short


def _pointed_year(pointer: terms.Pointer, scene: Scene) -> int | None:
    published = scene.published
    base = scene.year if pointer.anchor == "last" and scene.year else None
    if base is None and published:
        # January to March belong to the fiscal year that began the April before.
        base = published.year - (1 if pointer.unit == "fiscal" and published.month < 4 else 0)
    return base + pointer.offset if base is not None else None


def _calendar(groups: Groups, scene: Scene) -> str | None:
    year = named_year(groups, scene)
    names_year = any(name in groups for name in ("y", "y2", "y2z", "yw", "era", "el"))
    if names_year and year is None:
        return None
    month = _named_month(groups, scene, year)
    if "nth" in groups:
        return _nth_weekday(groups, month)
    if "d" in groups:
        return _day(groups, scene, year, month)
    if "wd" in groups:
        return _weekday(groups, scene)
    if "m" in groups or "mw" in groups:
        return terms.month_part(*month, groups.get("mpart")) if month else None
    return terms.year_part(year, groups.get("ypart")) if year is not None else None


def _named_month(groups: Groups, scene: Scene, year: int | None) -> tuple[int, int] | None:
    if "mw" in groups:
        return _pointed_month(terms.POINTERS[groups["mw"]], scene)
    number = whole(groups["m"]) if "m" in groups else None
    if number is None or not 1 <= number <= 12:
        return None
    return (year, number) if year is not None else choose_month(scene, number)


def _pointed_month(pointer: terms.Pointer, scene: Scene) -> tuple[int, int] | None:
    base = scene.month if pointer.anchor == "last" else None
    if base is None and scene.published:
        base = (scene.published.year, scene.published.month)
    if base is None:
        return None
    year, index = divmod(base[0] * 12 + base[1] - 1 + pointer.offset, 12)
    return year, index + 1


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


def _fitting(months: object, number: int, weekday: int | None) -> list[date]:
    found = [terms.day(year, month, number) for year, month in months]  # type: ignore[attr-defined]
    return [d for d in found if d is not None and (weekday is None or d.weekday() == weekday)]


def _several_days(groups: Groups, first: date) -> str | None:
    number = whole(groups["d2"])
    if number is None or (groups["to"] in "、・" and number != first.day + 1):
        return None
    last = terms.day(first.year, first.month, number)
    if last is not None and last < first:
        last = terms.day(first.year + first.month // 12, first.month % 12 + 1, number)
    return terms.days(first, last)


def _fiscal_year(groups: Groups, scene: Scene) -> str | None:
    year = named_year(groups, scene)
    if year is None:
        return None
    return (
        terms.year_part(year, groups.get("ypart"))
        if "calendar_year" in groups
        else terms.fiscal_year(year, groups.get("ypart"))
    )


def _fiscal_term(groups: Groups, scene: Scene) -> str | None:
    """A business year by the month it ends in (2007年3月期)."""
    end = _named_month({**groups, "m": groups["term"]}, scene, named_year(groups, scene))
    return terms.interval(terms.month_value(end[0], end[1] - 11), terms.month_value(*end)) if end else None


def _months(groups: Groups, scene: Scene) -> str | None:
    first, last = _named_month(groups, scene, named_year(groups, scene)), whole(groups["m2"])
    if first is None or last is None or not 1 <= last <= 12:
        return None
    return terms.interval(terms.month_value(*first), terms.month_value(first[0] + (last < first[1]), last))


def _years(groups: Groups, scene: Scene) -> str | None:
    first, last = whole(groups["y"]), whole(groups["y_end"])
    if first is None or last is None:
        return None
    last = last if last > 99 else first // 100 * 100 + last
    return terms.interval(terms.year_value(first), terms.year_value(last)) if first < last else None


def _decade(groups: Groups, scene: Scene) -> str | None:
    first = int(groups.get("decade") or f"19{groups['decade2']}")
    part = groups.get("dpart")
    if part is None:
        return f"{first}/{first + 99}" if first % 100 == 0 else f"{first // 10}X"
    return _stretch(first, 10, part)


def _century(groups: Groups, scene: Scene) -> str | None:
    number = whole(groups["century"])
    if not number or number > 99:
        return None
    return _stretch((number - 1) * 100 + 1, 100, groups.get("dpart"))


def _stretch(first: int, length: int, part: str | None) -> str | None:
    """Part of a decade or century: its halves, or its first, middle or last third."""
    low, high = {"前半": (0, 0.5), "後半": (0.5, 1), "半ば": (0.4, 0.7), "末": (0.8, 1), None: (0, 1)}.get(
        part, (0, 0.3)
    )
    last = first + round(length * high) - 1
    return terms.interval(terms.year_value(first + round(length * low)), terms.year_value(last))


def _term_day(groups: Groups, scene: Scene) -> str | None:
    first, last = terms.TERMS[groups["term_day"]]
    year = named_year(groups, scene)
    if year is None:
        chosen = choose_month(scene, int(first[:2]))
        if chosen is None:
            return None
        year = chosen[0]
    return terms.interval(f"{year:04d}-{first}", f"{year:04d}-{last}")


def _iso_week(groups: Groups, scene: Scene) -> str | None:
    year = named_year(groups, scene) or (scene.published.year if scene.published else None)
    number = 1 if "isofirst" in groups else whole(groups.get("isoweek") or groups.get("isoweek2") or "")
    return terms.iso_week(year, number) if year and number else None


def _week_word(groups: Groups, scene: Scene) -> str | None:
    pointer = terms.POINTERS[groups["ww"]]
    base = scene.day if pointer.anchor == "last" and scene.day else scene.published
    start = terms.shift(base, pointer.offset, "week") if base else None
    if start is None:
        return None
    if "wd" in groups:
        index = terms.WEEKDAYS.index(groups["wd"])
        return terms.week(start, index, index)
    first, last = {"前半": (0, 2), "初め": (0, 1), "後半": (3, 6), "終わり": (3, 6)}.get(
        groups.get("wpart", ""), (0, 6)
    )
    return terms.week(start, 5, 6) if "wend" in groups else terms.week(start, first, last)


def _season(groups: Groups, scene: Scene) -> str | None:
    anchor = "last" if groups["sp"] == "翌" else "published"
    offset = {"今": 0, "昨": -1, "来": 1, "翌": 1}[groups["sp"]]
    year = _pointed_year(terms.Pointer(unit="year", anchor=anchor, offset=offset), scene)
    if year is None:
        return None
    # In January and February 今冬 began in the December before.
    early = groups["season"] == "冬" and scene.published is not None and scene.published.month < 3
    return terms.year_part(year - 1 if early else year, groups["season"])


def _period(groups: Groups, scene: Scene) -> str | None:
    today = scene.published
    if today is None:
        return None
    fiscal = today.year + (today.month > 3)
    rule = terms.PERIODS[groups["period"]]
    month_end = terms.month_part(today.year, today.month, "末")
    coming = today + timedelta(days=7 - today.weekday())
    values = {
        "rest_of_year": terms.days(today, date(today.year, 12, 31)),
        "rest_of_fiscal_year": terms.days(today, date(fiscal, 3, 31)),
        "rest_of_month": f"{today.isoformat()}/{month_end[-10:]}" if month_end else None,
        "rest_of_week": terms.days(today, coming - timedelta(days=1)),
        "year_end": terms.month_value(today.year, 12),
        "fiscal_year_end": terms.month_value(fiscal, 3),
        "month_end": month_end,
        "new_year": terms.month_value(today.year + (today.month > 3), 1),
        "next_monday": coming.isoformat(),
        "weekend": terms.week(today, 5, 6),
    }
    return values[rule]


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


def _window(groups: Groups, scene: Scene) -> str | None:
    count, unit = whole(groups["n"]), terms.UNITS[groups["u"]]
    if count is None or scene.published is None:
        return None
    day = timedelta(days=1)
    if groups["win"] in ("今後", "向こう", "次"):
        return terms.days(scene.published + day, terms.shift(scene.published, count, unit))
    return terms.days(terms.shift(scene.published, -count, unit), scene.published - day)


def _ago(groups: Groups, scene: Scene) -> str | None:
    count = 1 if groups.get("n") == "ひと" else whole(groups.get("n") or "")
    unit = "month" if "halfyear" in groups else terms.UNITS.get(groups.get("u") or "", "month")
    count = 6 if "halfyear" in groups else count
    forward = groups["dir"] == "後"
    base = scene.published
    if forward and "deictic" not in groups and scene.day:
        base = scene.day
    if count is None or base is None or "half" in groups or "unanchored" in groups:
        return None
    moved = terms.shift(base, count if forward else -count, unit)
    if moved is None:
        return None
    return {"year": moved.isoformat()[:4], "month": moved.isoformat()[:7]}.get(unit, moved.isoformat())


def _day_word(groups: Groups, scene: Scene) -> str | None:
    pointer = terms.POINTERS[groups.get("dw") or groups["dw2"]]
    base = scene.day if pointer.anchor == "last" and scene.day else scene.published
    moved = terms.shift(base, pointer.offset, "day") if base else None
    return moved.isoformat() if moved else None


def _unresolved(groups: Groups, scene: Scene) -> None:
    """A quarter or half without its year: fiscal or calendar cannot be told."""


def _today(groups: Groups, scene: Scene) -> str | None:
    return scene.published.isoformat() if scene.published else None


_READERS = (
    ("decade", _decade),
    ("decade2", _decade),
    ("century", _century),
    ("fiscal", _fiscal_year),
    ("term", _fiscal_term),
    ("m2", _months),
    ("y_end", _years),
    ("term_day", _term_day),
    ("isoweek", _iso_week),
    ("isofirst", _iso_week),
    ("isoweek2", _iso_week),
    ("ww", _week_word),
    ("season", _season),
    ("period", _period),
    ("quarter", _unresolved),
    ("win", _window),
    ("dir", _ago),
    ("dw", _day_word),
    ("dw2", _day_word),
    ("minutes", _today),
)
