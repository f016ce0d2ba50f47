"""When exactly: the aware, half-open range that a date or clock time stands for, with the words around it.

A time belongs to the date it is told with. The clock is Japan's, or the one the text states (現地時間, UTC).
Where one moment is told by two clocks, 21日午前10時30分（日本時間22日未明）, both mentions get one range.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta, timezone, tzinfo

from jpnews_nlp.entities import calendar_terms as terms
from jpnews_nlp.entities import pattern_tables
from jpnews_nlp.entities.numerals import fold, whole
from jpnews_nlp.model.article import JST
from jpnews_nlp.model.entity import DateExpression, TimeExpression
from jpnews_nlp.model.interval import TimeRange, day_range
from jpnews_nlp.model.quick import quick

_PARTS = {word: (int(first), int(last)) for word, first, last in pattern_tables.rows("time_parts")}
_ZONES = {row[0]: row[1] for row in pattern_tables.rows("time_zones")}
_ZONE_WORD = pattern_tables.words(tuple(_ZONES))
_ZONE_BEFORE = re.compile(rf"(?P<word>{_ZONE_WORD})(?:\(?で?[はの、: ]?)?\Z")
_ZONE_AFTER = re.compile(
    rf"(?:頃|ごろ)?(?:現在)?\((?:(?P<word>{_ZONE_WORD})(?P<offset>[+-][0-9]{{1,2}}(?::?[0-9]{{2}})?)?)\)"
)
_SAME_BREATH = re.compile(r"(?:\([^()]{1,6}\))?[の、 ]?")
_FROM_TO = re.compile(r"(?:\([^()]{1,6}\))?(?:から|より|~|-)の?")
_LENGTH = re.compile(
    r"(?:\([^()]{1,6}\))?から(?P<n>[0-9一二三四五六七八九十]{1,4})(?P<u>日|週|か月|カ月|ヵ月|ヶ月|年)間"
)
_ABOUT = re.compile(r"(?:頃|ごろ|ころ|前後)\Z")
_PAST = re.compile(r"(?:すぎ|過ぎ)\Z")
_OPEN = (
    (
        "from_start",
        re.compile(r"(?:\([^()]{1,6}\))?(?:から(?!の?前)|以降|以後|以来|またはそ(?:の後|れ以降)|及びその後)"),
    ),
    ("to_end", re.compile(r"(?:\([^()]{1,6}\))?(?:まで|以前|またはそ(?:の前|れ以前)|及びその前)")),
    ("to_start", re.compile(r"の?前(?=[にの、。まではか]|$)")),
    ("from_end", re.compile(r"の?後(?=[にの、。から]|$)")),
)
_IN_BRACKETS = re.compile(r"\([^()]*\Z")
_GOES_ON = ("同", "翌", "この", "その", "明くる", "あくる")
_REACH = 150


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class _Moment:
    """A date with its time, a date alone or a time alone, as one telling; `day` is the date a time belongs to."""

    start: int
    end: int
    date: int | None = None
    time: int | None = None
    day: int | None = None
    zone: str | None = None
    range: TimeRange | None = None
    exact: bool = False


def with_ranges(
    text: str, dates: Sequence[DateExpression], times: Sequence[TimeExpression]
) -> tuple[tuple[DateExpression, ...], tuple[TimeExpression, ...]]:
    """The dates and times of a text with their `range`, as far as the text settles it.

    Example:
        >>> from jpnews_nlp.entities.dates import find_dates
        >>> from jpnews_nlp.entities.times import find_times
        >>> text = "2025年8月15日午前10時30分（日本時間16日午前3時30分）に始まった。"
        >>> dates, times = with_ranges(text, find_dates(text, published=None), find_times(text))
        >>> [str(t.range.start) for t in times if t.range]
        ['2025-08-16 03:30:00+09:00', '2025-08-16 03:30:00+09:00']
    """
    folded = fold(text)
    moments = _same_instants(folded, list(_moments(folded, dates, times)), dates, times)
    moments = _bounded(folded, moments)
    of_date = {m.date: m.range for m in moments if m.date is not None}
    of_time = {m.time: m.range for m in moments if m.time is not None}
    return (
        tuple(replace(d, range=of_date[i]) if of_date.get(i) else d for i, d in enumerate(dates)),
        tuple(replace(t, range=of_time[i]) if of_time.get(i) else t for i, t in enumerate(times)),
    )


def _moments(folded: str, dates: Sequence[DateExpression], times: Sequence[TimeExpression]) -> Iterator[_Moment]:
    """The tellings in text order, each with its day, its clock and its range as far as they alone tell."""
    last: _Moment | None = None
    for told in _tellings(folded, dates, times):
        moment = _placed(folded, told, last, dates)
        clock = None if moment.zone == "local" else _tzinfo(moment.zone)
        naive = _naive(moment, dates, times)
        moment = replace(moment, exact=bool(naive and naive[2]))
        yield replace(moment, range=_aware(naive, clock)) if naive and clock else moment
        # What stands in brackets, mostly the same moment by another clock, is not what the text goes on from.
        if not _IN_BRACKETS.search(folded, max(0, told.start - 15), told.start):
            last = moment


def _tellings(folded: str, dates: Sequence[DateExpression], times: Sequence[TimeExpression]) -> Iterator[_Moment]:
    """Dates and times in text order; a date and the time at once after it are one."""
    marks = sorted(
        [(d.start, d.end, i, -1) for i, d in enumerate(dates)] + [(t.start, t.end, -1, i) for i, t in enumerate(times)]
    )
    place = 0
    while place < len(marks):
        start, end, date, clock = marks[place]
        following = marks[place + 1] if place + 1 < len(marks) else None
        if clock < 0 and following and following[2] < 0 and _SAME_BREATH.fullmatch(folded, end, following[0]):
            yield _Moment(start=start, end=following[1], date=date, time=following[3], day=date)
            place += 2
            continue
        is_date = clock < 0
        yield _Moment(
            start=start,
            end=end,
            date=date if is_date else None,
            time=None if is_date else clock,
            day=date if is_date else None,
        )
        place += 1


def _placed(folded: str, told: _Moment, last: _Moment | None, dates: Sequence[DateExpression]) -> _Moment:
    """With the clock stated, or that of the telling it goes on from: a lone time (also its day), 同日, 翌日."""
    zone = _zone(folded, told)
    if last is None or told.start - last.end > _REACH or "\n" in folded[last.end : told.start]:
        return replace(told, zone=zone)
    if told.date is None:
        return replace(told, day=last.day, zone=zone or last.zone)
    goes_on = dates[told.date].text.startswith(_GOES_ON)
    return replace(told, zone=zone or (last.zone if goes_on else None))


def _aware(naive: tuple[datetime, datetime, bool], clock: tzinfo) -> TimeRange | None:
    try:
        return TimeRange(start=naive[0].replace(tzinfo=clock), end=naive[1].replace(tzinfo=clock))
    except (ValueError, OverflowError):
        return None


def _naive(
    moment: _Moment, dates: Sequence[DateExpression], times: Sequence[TimeExpression]
) -> tuple[datetime, datetime, bool] | None:
    """First and last moment on the clock told by, and whether a clock time is among it; None when not settled."""
    covered = day_range(dates[moment.day].value) if moment.day is not None else None
    if covered is None:
        return None
    try:
        midnight = datetime.combine(covered.first, datetime.min.time())
        after = datetime.combine(covered.last, datetime.min.time()) + timedelta(days=1)
        if moment.time is None:
            return midnight, after, False
        if covered.first != covered.last:
            return None
        return _within_day(midnight, times[moment.time])
    except OverflowError:
        return None


def _within_day(midnight: datetime, told: TimeExpression) -> tuple[datetime, datetime, bool] | None:
    words = fold(told.text)
    bare = _PAST.sub("", _ABOUT.sub("", words))
    if told.value is None:
        hours = _PARTS.get(bare)
        return (midnight + timedelta(hours=hours[0]), midnight + timedelta(hours=hours[1]), False) if hours else None
    if "/" in told.value:
        opens, closes = (_clock_time(midnight, value) for value in told.value.split("/"))
        return opens, closes, False
    hour, _, minute = told.value.partition(":")
    # 25時 is written for one in the night after.
    nights = 1 if re.match(r"(?:深夜)?2[5-9]時|真夜中", words) and int(hour) < 12 else 0
    start = _clock_time(midnight, told.value) + timedelta(days=nights)
    slack = timedelta(minutes=10 if minute not in ("", "00", "30") else 30)
    if _PAST.search(words):
        return start, start + slack, False
    if _ABOUT.search(words):
        return start - slack, start + slack, False
    return start, start + timedelta(minutes=1), True


def _clock_time(midnight: datetime, value: str) -> datetime:
    hour, _, minute = value.partition(":")
    return midnight + timedelta(hours=int(hour), minutes=int(minute or 0))


def _zone(folded: str, moment: _Moment) -> str | None:
    before = _ZONE_BEFORE.search(folded, max(0, moment.start - 12), moment.start)
    after = None if before else _ZONE_AFTER.match(folded, moment.end)
    if before:
        return _ZONES[before["word"]]
    if after:
        return f"UTC{after['offset']}" if after["offset"] else _ZONES[after["word"]]
    return None


def _tzinfo(zone: str | None) -> tzinfo | None:
    """The clock of a zone; Japan's when none is told; None when the system does not know it."""
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError  # noqa: PLC0415  (the first use reads the tz database)

    if zone is None or zone == "Asia/Tokyo":
        return JST
    if offset := re.fullmatch(r"UTC(?:(?P<sign>[+-])(?P<h>[0-9]{1,2}):?(?P<m>[0-9]{2})?)?", zone):
        shift = timedelta(hours=int(offset["h"] or 0), minutes=int(offset["m"] or 0))
        return timezone(-shift if offset["sign"] == "-" else shift) if shift < timedelta(hours=24) else None
    try:
        return ZoneInfo(zone)
    except ZoneInfoNotFoundError:
        return None


def _same_instants(
    folded: str,
    moments: Sequence[_Moment],
    dates: Sequence[DateExpression],
    times: Sequence[TimeExpression],
) -> list[_Moment]:
    """One range for both sides of 現地時間…（日本時間…）; what the pair tells of the local clock holds on."""
    found = list(moments)
    local: tzinfo | None = None
    for place, moment in enumerate(found):
        pair = _pair(folded, found, place)
        if pair is None:
            if moment.zone == "local" and moment.range is None and local is not None:
                naive = _naive(moment, dates, times)
                found[place] = replace(moment, range=_aware(naive, local) if naive else None)
            continue
        known, other = pair
        told = found[known].range
        naive = _naive(found[other], dates, times)
        if told and told.start and naive and naive[2] and found[known].exact:
            local = _offset(naive[0], told.start) or local
        found[other] = replace(found[other], range=told)
    return found


def _pair(folded: str, moments: Sequence[_Moment], place: int) -> tuple[int, int] | None:
    """(the moment whose clock is known, the other) when this one and the next are one moment told twice."""
    if place + 1 >= len(moments):
        return None
    first, second = moments[place], moments[place + 1]
    between = folded[first.end : second.start]
    opens = re.fullmatch(rf"(?:\([^()]{{1,6}}\))?[、,]?\(?(?:{_ZONE_WORD})で?[はの、: ]?", between)
    if not opens or second.zone is None or second.zone == first.zone:
        return None
    if second.zone == "local":
        return place, place + 1
    return place + 1, place


def _offset(local: datetime, instant: datetime) -> tzinfo | None:
    shift = local.replace(tzinfo=timezone.utc) - instant
    quarter = timedelta(minutes=15)
    return timezone(shift) if abs(shift) <= timedelta(hours=14) and not shift % quarter else None


def _bounded(folded: str, moments: Iterable[_Moment]) -> list[_Moment]:
    """Ranges from one moment to the next (から…まで), for a length (から3日間), or open on one side (以降)."""
    found = list(moments)
    joined: set[int] = set()
    for place, moment in enumerate(found):
        following = found[place + 1] if place + 1 < len(found) else None
        if place in joined or moment.range is None:
            continue
        if following and following.range and _FROM_TO.fullmatch(folded, moment.end, following.start):
            # 6時まで ends as the clock strikes, 17日まで with the day.
            whole_range = _ordered(
                moment.range.start, following.range.start if following.exact else following.range.end
            )
            if whole_range:
                found[place] = replace(moment, range=whole_range)
                found[place + 1] = replace(following, range=whole_range)
                joined.add(place + 1)
                continue
        found[place] = replace(moment, range=_open(folded, moment.end, moment.range))
    return found


def _ordered(start: datetime | None, end: datetime | None) -> TimeRange | None:
    return TimeRange(start=start, end=end) if start and end and start < end else None


def _open(folded: str, end: int, told: TimeRange) -> TimeRange:
    if (length := _LENGTH.match(folded, end)) and told.start and (count := whole(length["n"])):
        last = terms.shift(told.start.date(), count, terms.UNITS[length["u"]])
        closed = _ordered(told.start, datetime.combine(last, told.start.timetz())) if last else None
        return closed or told
    rule = next((name for name, words in _OPEN if words.match(folded, end)), None)
    start, stop = {
        "from_start": (told.start, None),
        "to_end": (None, told.end),
        "to_start": (None, told.start),
        "from_end": (told.end, None),
    }.get(rule or "", (told.start, told.end))
    return TimeRange(start=start, end=stop)
