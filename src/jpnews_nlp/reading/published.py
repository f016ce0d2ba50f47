"""The publication date a page prints: what was found, where, and by which rule. Never the clock, never prose."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from typing import Literal

from jpnews_nlp.model.article import JST
from jpnews_nlp.model.span import Span
from jpnews_nlp.reading.lines import Line

Cue = Literal["published", "updated", "bare", "dateline"]

YEARS = range(1868, 2101)
"""A year outside of these is a misread number."""
ERAS = {"明治": 1867, "大正": 1911, "昭和": 1925, "平成": 1988, "令和": 2018}

_DIGITS = str.maketrans("０１２３４５６７８９／：．－〜　（）｜", "0123456789/:.-~ ()|")
_TIME = (
    r"(?:[ T,、]*(?:posted )?(?:at )?(?P<half>午前|午後)? ?(?P<hour>\d{1,2})"
    r"(?:[::](?P<minute>\d{2})(?::\d{2}(?:\.\d+)?)?|時(?:(?P<minute_ja>\d{1,2})分)?)"
    r"(?: ?(?P<zone>JST|UTC|GMT|Z|[+-]\d{2}:?\d{2}))?)?"
)
_WEEKDAY = (
    r"(?: ?[(][月火水木金土日][^)]{0,3}[)]| ?[月火水木金土日]曜日?|"
    r" ?[(]?(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{0,6}[)]?)?"
)
_YEAR = r"(?:(?P<year>\d{4})|(?P<era>明治|大正|昭和|平成|令和) ?(?P<era_year>\d{1,2}|元))"
_FULL = (
    rf"{_YEAR} ?(?:年 ?(?P<month>\d{{1,2}}) ?月 ?(?P<day>\d{{1,2}}) ?日|"
    rf"(?P<mark>[/.-]) ?(?P<month_n>\d{{1,2}}) ?(?P=mark) ?(?P<day_n>\d{{1,2}})(?!\d))"
    rf"{_WEEKDAY}{_TIME}"
)
_DATE = re.compile(rf"(?<!\d){_FULL}")
_PUBLISHED = (
    r"(?:記事)?(?:公開|掲載|配信|投稿|発行|発表|初出|初回公開|作成|登録|発信|放送|"
    r"Published|PUBLISHED|Posted|POSTED|Date|DATE)(?:日時|年月日|日|時刻|時間)?"
)
_UPDATED = (
    r"(?:最終|記事|情報)?(?:更新|改訂|修正|加筆|追記|Updated|UPDATED|Last updated|Modified)(?:日時|"
    r"年月日|日|時刻|時間)?"
)
_CUE_BEFORE = re.compile(rf"(?:(?P<published>{_PUBLISHED})|(?P<updated>{_UPDATED}))[\])】>]? ?(?:on )?[:|/=・]? ?$")
_CUE_AFTER = re.compile(
    rf" ?[(\[]? ?(?:に)?(?:(?P<published>{_PUBLISHED})|(?P<updated>{_UPDATED}))[)\]]?(?![^\s)/|・\d])"
)
_MARKS = rf"(?:{_PUBLISHED}|{_UPDATED}|[\s()<>【】〈〉|/:・,→⇒—–-]|\[|\]|JST|付|号|朝刊|夕刊|頃|ごろ|現在)*"
_OUTLET = r"(?:[^\s\d。、]{1,12}(?:新聞|通信|放送|社|編集部|日報|新報|ニュース))?"
_LINE_REST = re.compile(rf"{_MARKS}{_OUTLET}{_MARKS}")
_DATELINE = re.compile(r"[【\[(] ?(?P<month>\d{1,2})月(?P<day>\d{1,2})日[^】\])。]{0,20}[】\])]")
_LED = re.compile(rf"(?:(?P<cue>(?:{_PUBLISHED}|{_UPDATED})[\])】>]? ?[:|/=・]? ?)|(?={_YEAR}))")
_NAMED = re.compile(rf"[^。、\d]{{1,24}}[ |/・](?={_YEAR})")
_LED_REST = re.compile(r"[\s|/・【\[(][^。]{0,40}")
_COPYRIGHT_YEAR = re.compile(r"(?:©|Copyright|\([cC]\))[^0-9。]{0,30}(?P<year>\d{4})(?![\d年])")
_DATE_LINE_LENGTH = 70


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedDate(Span):
    """A publication date as it is printed.

    Attributes:
        moment: Aware; Japanese time when no zone is printed, the start of the day when no time is.
        cue: What says that it is one: the words 公開, 掲載, 配信 … (`published`), 更新 … (`updated`), a line of its own
            at the top or the end (`bare`), or the date in brackets that opens the text (`dateline`).
    """

    moment: datetime
    cue: Cue


def printed_dates(text: str, line: Span) -> tuple[PrintedDate, ...]:
    """The dates of a line that holds nothing but dates, their cues and marks; none for any other line.

    A topic or a name may follow a date that a cue marks or that comes with the time of day.

    Example:
        >>> text = "公開日：2025/08/16 更新：2025年8月18日 17時05分"
        >>> [(d.cue, d.moment.isoformat()) for d in printed_dates(text, Span(start=0, end=len(text)))]
        [('published', '2025-08-16T00:00:00+09:00'), ('updated', '2025-08-18T17:05:00+09:00')]
        >>> printed_dates("会談は2025年8月15日に開かれた。", Span(start=0, end=19))
        ()
    """
    words = line.of(text)
    if len(words) > _DATE_LINE_LENGTH:
        return ()
    plain = words.translate(_DIGITS)
    matches = list(_DATE.finditer(plain))
    if not matches or not (_LINE_REST.fullmatch(_DATE.sub(" ", plain)) or _is_led(plain, matches)):
        return ()
    return dates_in(text, line)


def dates_in(text: str, line: Span) -> tuple[PrintedDate, ...]:
    """The full dates anywhere in a line, with what cue stands at each.

    Example:
        >>> text = "全国通信2031年11月14日02時41分配信"
        >>> [(d.of(text), d.cue) for d in dates_in(text, Span(start=0, end=len(text)))]
        [('2031年11月14日02時41分', 'published')]
    """
    plain = line.of(text).translate(_DIGITS)
    matches = list(_DATE.finditer(plain))
    dates = []
    for number, match in enumerate(matches):
        moment = _moment(match)
        until = matches[number + 1].start() if number + 1 < len(matches) else len(plain)
        since = matches[number - 1].end() if number else 0
        if moment is not None:
            cue = _cue(plain[since : match.start()], plain[match.end() : until])
            span = (line.start + match.start(), line.start + len(plain[: match.end()].rstrip()))
            dates.append(PrintedDate(start=span[0], end=span[1], moment=moment, cue=cue))
    return tuple(dates)


def date_lines(text: str, lines: Sequence[Line]) -> dict[int, tuple[PrintedDate, ...]]:
    """The lines that print when the page was published, by number.

    Between the paragraphs a date without a cue heads a section of a chronology, and is none of them.
    """
    prose = [number for number, line in enumerate(lines) if line.is_prose]
    first, last = (prose[0], prose[-1]) if prose else (len(lines), len(lines))
    found = {}
    for number, line in enumerate(lines):
        dates = () if line.is_title else printed_dates(text, line)
        if any(date.cue != "bare" for date in dates) or (dates and not first < number < last):
            found[number] = dates
    return found


def find_published(text: str, lines: Sequence[Line], *, skip: Sequence[bool] = ()) -> PrintedDate | None:
    """The publication date of the article among its lines, or None when the page prints none.

    A date at the top of the page, before the first prose, is the article's own. Else the *latest* of the dates that a
    cue such as 公開日 marks is taken: a page that sums up other articles prints their dates, too, and an article it
    cites cannot be later than itself. A date of first publication goes before one of an update.

    Args:
        text: The article's text.
        lines: Its lines.
        skip: For each line, whether it stands in a list of other articles, whose dates are not this article's.
    """
    own = [line for number, line in enumerate(lines) if not (skip and skip[number])]
    prose = [number for number, line in enumerate(own) if line.is_prose]
    first = prose[0] if prose else len(own)
    dated = date_lines(text, own)
    top = [found for number, dates in dated.items() if number < first for found in dates]
    below = [found for number, dates in dated.items() if number > first for found in dates]
    for cue in ("published", "bare", "updated"):
        if at_top := [found for found in top if found.cue == cue]:
            return at_top[0]
    for cue in ("published", "updated"):
        if cued := [found for found in below if found.cue == cue]:
            return max(cued, key=lambda found: (found.moment, -found.start))
    if bare := [found for found in below if found.cue == "bare"]:
        return bare[0]
    return _from_dateline(text, own)


def _from_dateline(text: str, lines: Sequence[Line]) -> PrintedDate | None:
    """The date in brackets that opens the text; its year, when it has none, from the same day printed elsewhere."""
    start = next((line for line in lines if line.is_prose), None)
    if start is None:
        return None
    plain = start.of(text).translate(_DIGITS)
    if (
        plain.startswith(("【", "[", "("))
        and (full := _DATE.match(plain, 1))
        and plain[full.end() : full.end() + 1] in "】])"
    ):
        moment = _moment(full)
        span = (start.start + 1, start.start + full.end())
        return PrintedDate(start=span[0], end=span[1], moment=moment, cue="dateline") if moment else None
    opening = _DATELINE.match(plain)
    if opening is None:
        return None
    day = (int(opening["month"]), int(opening["day"]))
    whole = text.translate(_DIGITS)
    moments = [moment for match in _DATE.finditer(whole) if (moment := _moment(match))]
    years = {moment.year for moment in moments if (moment.month, moment.day) == day}
    years = years or {int(match["year"]) for match in _COPYRIGHT_YEAR.finditer(whole)}
    moment = _day(min(years), *day) if len(years) == 1 else None
    span = (start.start + opening.start("month"), start.start + opening.end("day") + 1)
    return PrintedDate(start=span[0], end=span[1], moment=moment, cue="dateline") if moment else None


def _is_led(plain: str, matches: Sequence[re.Match[str]]) -> bool:
    """Whether a line is its date, marked by a cue or given with the time, and a topic or a name on one side of it."""
    named = _NAMED.match(plain)
    if named is not None and matches[0].start() == named.end() and matches[0]["hour"]:
        return _LINE_REST.fullmatch(plain, matches[-1].end()) is not None
    led = _LED.match(plain)
    if led is None or matches[0].start() != led.end() or not (led["cue"] or matches[0]["hour"]):
        return False
    return _LED_REST.fullmatch(plain, matches[-1].end()) is not None


def _cue(before: str, after: str) -> Cue:
    for match in (_CUE_BEFORE.search(before), _CUE_AFTER.match(after)):
        if match is not None:
            return "published" if match["published"] else "updated"
    return "bare"


def _moment(match: re.Match[str]) -> datetime | None:
    """The moment a date pattern matched, or None when the calendar has no such day or hour."""
    if match["year"]:
        year = int(match["year"])
    else:
        year = ERAS[match["era"]] + (1 if match["era_year"] == "元" else int(match["era_year"]))
    day = _day(year, int(match["month"] or match["month_n"]), int(match["day"] or match["day_n"]))
    if day is None or match["hour"] is None:
        return day
    hour = int(match["hour"]) + (12 if match["half"] == "午後" and int(match["hour"]) < 12 else 0)
    minute = int(match["minute"] or match["minute_ja"] or 0)
    if hour > 23 or minute > 59:
        return day
    return day.replace(hour=hour, minute=minute, tzinfo=_zone(match["zone"]))


def _day(year: int, month: int, day: int) -> datetime | None:
    if year not in YEARS:
        return None
    try:
        return datetime(year, month, day, tzinfo=JST)
    except ValueError:
        return None


def _zone(name: str | None) -> timezone:
    if name in (None, "JST"):
        return JST
    if name in ("UTC", "GMT", "Z"):
        return timezone.utc
    digits = name[1:].replace(":", "")
    offset = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    if offset >= timedelta(hours=24):
        return JST
    return timezone(-offset if name[0] == "-" else offset)
