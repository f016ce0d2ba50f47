"""Values of expressions longer than a day: fiscal years, quarters, decades, centuries, seasons, weeks and windows."""

from __future__ import annotations

from datetime import date, timedelta

from jpnews_nlp.entities import calendar_terms as terms
from jpnews_nlp.entities.date_scene import Scene, choose_month
from jpnews_nlp.entities.date_years import Groups, named_month, named_year, pointed_year
from jpnews_nlp.entities.numerals import whole


def fiscal_year(groups: Groups, scene: Scene) -> str | None:
    """年度: April to March, but the calendar year for sports seasons, contests and storms."""
    year = named_year(groups, scene)
    if year is None:
        return None
    return (
        terms.year_part(year, groups.get("ypart"))
        if "calendar_year" in groups
        else terms.fiscal_year(year, groups.get("ypart"))
    )


def fiscal_term(groups: Groups, scene: Scene) -> str | None:
    """A business year by the month it ends in (2007年3月期)."""
    end = named_month({**groups, "m": groups["term"]}, scene, named_year(groups, scene))
    return terms.interval(terms.month_value(end[0], end[1] - 11), terms.month_value(*end)) if end else None


def month_span(groups: Groups, scene: Scene) -> str | None:
    """1~3月期: from one month to another."""
    first, last = named_month(groups, scene, named_year(groups, scene)), whole(groups["m2"])
    if first is None or last is None or not 1 <= last <= 12:
        return None
    return terms.interval(terms.month_value(*first), terms.month_value(first[0] + (last < first[1]), last))


def year_span(groups: Groups, _scene: Scene) -> str | None:
    """2005~07年."""
    first, last = whole(groups["y"]), whole(groups["y_end"])
    if first is None or last is None:
        return None
    last = last if last > 99 else first // 100 * 100 + last
    return terms.interval(terms.year_value(first), terms.year_value(last)) if first < last else None


def decade(groups: Groups, _scene: Scene) -> str | None:
    """90年代, and its parts."""
    first = int(groups.get("decade") or f"19{groups['decade2']}")
    part = groups.get("dpart")
    if part is None:
        return f"{first}/{first + 99}" if first % 100 == 0 else f"{first // 10}X"
    return _stretch(first, 10, part)


def era_decade(groups: Groups, _scene: Scene) -> str | None:
    """昭和20年代: ten years of an era, and its parts."""
    first = terms.ERAS[groups["era"]] + int(groups["edecade"])
    return _stretch(first, 10, groups.get("dpart"))


def age_of_history(groups: Groups, _scene: Scene) -> str | None:
    """江戸時代; its early and late parts have no agreed years."""
    return None if "apart" in groups else terms.interval(*terms.AGES[groups["age"]])


def century(groups: Groups, _scene: Scene) -> str | None:
    """21世紀, and its parts."""
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


def term_day(groups: Groups, scene: Scene) -> str | None:
    """元日, お盆 and other named days."""
    first, last = terms.TERMS[groups["term_day"]]
    year = named_year(groups, scene)
    if year is None:
        chosen = choose_month(scene, int(first[:2]))
        if chosen is None:
            return None
        year = chosen[0]
    return terms.interval(f"{year:04d}-{first}", f"{year + (last < first):04d}-{last}")


def iso_week(groups: Groups, scene: Scene) -> str | None:
    """第31週."""
    year = named_year(groups, scene) or (scene.published.year if scene.published else None)
    number = 1 if "isofirst" in groups else whole(groups.get("isoweek") or groups.get("isoweek2") or "")
    return terms.iso_week(year, number) if year and number else None


def week_word(groups: Groups, scene: Scene) -> str | None:
    """来週, 今週末, 来週の火曜日."""
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


def season(groups: Groups, scene: Scene) -> str | None:
    """今春, 来夏."""
    anchor = "last" if groups["sp"] == "翌" else "published"
    offset = {"今": 0, "この": 0, "昨": -1, "来": 1, "翌": 1}[groups["sp"]]
    year = pointed_year(terms.Pointer(unit="year", anchor=anchor, offset=offset), scene)
    if year is None:
        return None
    # In January and February 今冬 began in the December before.
    early = groups["season"] == "冬" and scene.published is not None and scene.published.month < 3
    return terms.year_part(year - 1 if early else year, groups["season"])


def period(groups: Groups, scene: Scene) -> str | None:
    """年内, 週明け: counted from the publication."""
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
        "weekend": terms.week(today - timedelta(days=7) if scene.tense == "past" else today, 5, 6),
    }
    return values[rule]


def window(groups: Groups, scene: Scene) -> str | None:
    """過去5年間 and 今後2か月: so many whole units before or after the publication day."""
    count, unit = whole(groups["n"]), terms.UNITS[groups["u"]]
    if count is None or scene.published is None:
        return None
    day = timedelta(days=1)
    if groups["win"] in ("今後", "向こう", "次"):
        return terms.days(scene.published + day, terms.shift(scene.published, count, unit))
    return terms.days(terms.shift(scene.published, -count, unit), scene.published - day)
