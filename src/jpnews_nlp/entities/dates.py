"""Dates: what locates a day, month, year, season, era or fiscal period, resolved to ISO values in news order.

Finding is apart from normalizing: the patterns and words are tables in `data/date_*.tsv`; `date_values` reads values.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import zip_longest

from jpnews_nlp.entities import calendar_terms as terms
from jpnews_nlp.entities import pattern_tables
from jpnews_nlp.entities.calendar_holidays import HOLIDAYS
from jpnews_nlp.entities.date_scene import Scene, tense_after
from jpnews_nlp.entities.date_values import resolve
from jpnews_nlp.entities.date_years import named_year
from jpnews_nlp.entities.numerals import fold, whole
from jpnews_nlp.model.article import JST
from jpnews_nlp.model.entity import DateExpression
from jpnews_nlp.model.interval import day_range


def _pointing(*units: str) -> str:
    return pattern_tables.words(tuple(w for w, p in terms.POINTERS.items() if p.unit in units))


def _parts(unit: str) -> str:
    named = pattern_tables.words(tuple(w for w, u in terms.PARTS if u == unit and w not in "春夏秋冬"))
    # A season is only one where no name goes on: 秋田県, 春闘 and 夏季五輪 are none.
    season = r"[春夏秋冬](?=[、。のにはもでかま以ごと頃)」,\s]|から|$)"
    return f"(?:{named}(?![期戦])|{season})" if unit == "year" else named + "(?![期戦])"


def _not(table: str) -> str:
    return "(?!" + "|".join(row[0] for row in pattern_tables.rows(table)) + ")"


_DAY_WORDS = tuple(w for w, p in terms.POINTERS.items() if p.unit == "day")
_WEEKDAY_AFTER = r"(?:の?(?P<wd>{WEEKDAY})曜日?)?(?P<weekof>の週)?(?=(?:\((?P<wdb>{WEEKDAY})(?:曜日?)?[)・、])?)"
MACROS = {
    "N": "(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})",
    "NUM": "(?:[0-9]{1,4}|[一二三四五六七八九十百]{1,5})",
    "Y4": "(?:(?<![0-9])[12][0-9]{3}|[一二][〇零一二三四五六七八九]{3})",
    "ERA": pattern_tables.words(tuple(terms.ERAS)),
    "YEAR": (
        r"(?:(?P<y>{Y4}) ?年(?:\({ERA}(?:元|[0-9]{1,2})年?\)(?=[0-9]))?"
        r"|(?P<era>{ERA})(?P<ey>元|{N})(?:\([12][0-9]{3}年?\))?年(?:\([12][0-9]{3}年?\)(?=[0-9]))?"
        r"|(?P<yw>{YEARWORD})"
        r"|(?P<yago>(?<![0-9])[0-9]{1,3}|[一二三四五六七八九十]{1,3})年前(?=の(?:[0-9一二三四五六七八九十]{1,2}月|[春夏秋冬](?![一-龠]))))"
    ),
    "MONTH": "(?<![0-9])(?P<m>(?:[01]?[0-9]|[一二三四五六七八九十]{1,2}))月(?![面影])",
    "NOTDAY": "(?!間|目|連続|ぶり)",
    "DAY": "(?P<d>{N})日{NOTDAY}" + _WEEKDAY_AFTER,
    "DAY_ALONE": (
        r"(?P<d>(?:[12][0-9]|3[01]|0?[2-9]|[二三]?十[一二三四五六七八九]?|二十|三十|1(?!日に?[0-9約])"
        r"|[一二三四五六七八九](?=日(?:[、(午夜朝未早深夕付]|から|まで|に(?![一1-9約])|の(?!うち|間))))"
        r")日" + _not("date_not") + _WEEKDAY_AFTER
    ),
    "NOTYEAR": _not("date_not_year"),
    # 77年の is 1977; 50年の歴史, 60年にわたり are lengths.
    "YEARGOESON": (
        r"の(?!歴史|伝統|生涯|人生|節目|経験|キャリア|年月|歳月|[時月]|刑|付き合い|実績|懲役|期間|猶予|間|道のり|長|重み|眠り|あゆみ|歩み|計画)"
        r"|に(?!わた|渡|及|およ|つき|なる|なり|なっ|満た|[0-9一])|、|から(?!約|およ|[0-9])|まで|以降|以来|夏|秋|春|冬"
    ),
    "MPART": _parts("month"),
    "YPART": _parts("year"),
    "WEEKDAY": f"[{terms.WEEKDAYS}]",
    "DAYKANA": pattern_tables.words(tuple(w for w in _DAY_WORDS if "ぁ" <= w[0] <= "ん")),
    "DAYKANJI": pattern_tables.words(tuple(w for w in _DAY_WORDS if not "ぁ" <= w[0] <= "ん")),
    "WEEKWORD": _pointing("week"),
    "MONTHWORD": _pointing("month"),
    "YEARWORD": _pointing("year"),
    "FISCALWORD": _pointing("fiscal"),
    "HOLIDAY": pattern_tables.words(tuple(HOLIDAYS)),
    "AGE": pattern_tables.words(tuple(terms.AGES)),
    "TERM": pattern_tables.words(tuple(terms.TERMS)),
    "PERIOD": pattern_tables.words(tuple(terms.PERIODS)),
    "UNIT": pattern_tables.words(tuple(terms.UNITS)),
    "UNITG": "(?P<u>" + pattern_tables.words(tuple(terms.UNITS)) + "|月)",
}
PATTERNS = pattern_tables.compile_patterns("date_patterns", MACROS)

_OPENING = (terms.POINTERS, terms.TERMS, terms.PERIODS, terms.ERAS, terms.AGES, HOLIDAYS)
_OPENERS = "|".join(sorted({re.escape(word[:2]) for table in _OPENING for word in table}))
_STARTS = "0-9一二三四五六七八九十第上下MTSHR'’‘今昨来翌数ひ半過直向最こ次紀前あ後残"
_FIRST = "".join(sorted({word[0] for table in _OPENING for word in table}))
# Nothing is tried where no expression can begin: this alone makes the search five times as fast.
# One group for each pattern: the number of the group that matched is that of the pattern.
_ANY = re.compile(
    rf"(?=[{_STARTS}{terms.WEEKDAYS}{_FIRST}])(?=[{_STARTS}]|[{terms.WEEKDAYS}]曜|{_OPENERS})(?:"
    + "|".join("(" + re.sub(r"\(\?P<\w+>", "(?:", p.regex.pattern.replace("(?P=sep)", "[/.-]")) + ")" for p in PATTERNS)
    + ")"
)
_JOINT = re.compile(r" ?[~ー-] ?")
_JOINED = re.compile(r"(?:から|[~ー、・と-]|および|及び|または|か|(?:\([^()]{1,6}\))?(?:から|[~ー、・と]))")
_ZONE = re.compile(r"(?:日本|現地|米国?東部)(?:標準)?時間\)?[、の]?$")
_TO_LATER = re.compile(r"(?:\([^()]{1,6}\))?(?:から|より|~)")
_YEARS = frozenset({"y", "era", "el", "yw", "y2", "y2z", "yago"})
_OTHER_CLOCK = re.compile(r"\((?:日本|現地)(?:標準)?時間で?[はの、]?$")
_ANAPHORIC = re.compile(r"[のらをかて一-龠ァ-ヶー](?:約|およそ)?$")
_CALENDAR_YEAR = re.compile(
    r"[ の]?(?:[0-9一二三]{1,2}つ[目め]の)?"
    + pattern_tables.words(tuple(row[0] for row in pattern_tables.rows("date_calendar_year_contexts")))
)
_RANGED = frozenset(
    {
        "numeric_date",
        "numeric_weekday",
        "year_month_day",
        "year_month",
        "year",
        "month_day",
        "month",
        "day",
        "fiscal_year",
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    start: int
    end: int
    name: str
    groups: Mapping[str, str]


def find_dates(text: str, *, published: datetime | None) -> tuple[DateExpression, ...]:
    """The date expressions of a text, in order, each resolved as far as the text and the publication allow.

    A date is read against, in this order: what it says itself; the last date named before it (同日, 翌年, から17日, and
    dates told after another year); then `published`. Past or future is chosen by the words after it.

    Args:
        text: The whole text of an article.
        published: When it was published, aware; None when unknown: then only dates that the text anchors get a value.

    Example:
        >>> found = find_dates("昨年10月、同月15日から17日まで。", published=datetime(2025, 8, 18, tzinfo=JST))
        >>> [(d.text, d.value) for d in found]
        [('昨年10月', '2024-10'), ('同月15日', '2024-10-15'), ('17日', '2024-10-17')]
    """
    folded = fold(text)
    day = published.astimezone(JST).date() if published else None
    scene = Scene(published=day) if day else _first_anchor(folded)
    dates: list[DateExpression] = []
    named_at = 0  # the end of the last expression that told its year, or went on from one that did
    month_named = False
    for found in _find(folded):
        before = dates[-1] if dates else None
        tense = tense_after(folded, found.end)
        since = _sentences_since(folded, scene, named_at, found, tense)
        here = replace(
            scene,
            joined=_is_joined(folded, before, found),
            narrative=since == 0,
            chronicle=month_named and since == 1,
            tense=tense,
        )
        if found.groups.get("mdir") == "後" and here.tense != "future":
            continue  # 5分後に爆発した: so long after what was told before, not after the publication
        value = resolve(_with_context(folded, found), here)
        span = text[found.start : found.end]
        expression = DateExpression(
            start=found.start,
            end=found.end,
            text=span,
            canonical=value or span,
            value=value,
            source=f"date:{found.name}",
        )
        tells_month = bool({"m", "mw"} & found.groups.keys())
        if {"y", "era", "el", "yw", "y2", "yago"} & found.groups.keys():
            named_at, month_named = found.end, tells_month
        elif tells_month and (here.narrative or here.chronicle):
            named_at, month_named = found.end, True
        if not _is_other_clock(folded, before, found):
            scene = _after(scene, value)
        if before and _makes_range(folded, before, found):
            dates[-1] = _range(text, before, expression)
        else:
            dates.append(expression)
    return tuple(dates)


def _find(folded: str) -> list[_Found]:
    found = []
    for match in _ANY.finditer(folded):
        for pattern in PATTERNS[(match.lastindex or 1) - 1 :]:
            if (own := pattern.regex.match(folded, match.start())) and own.end() == match.end():
                groups = {name: value for name, value in own.groupdict().items() if value is not None}
                found.append(_Found(start=own.start(), end=own.end(), name=pattern.name, groups=groups))
                break
    return [_with_year_to_come(folded, *pair) for pair in zip_longest(found, found[1:])]


def _with_year_to_come(folded: str, found: _Found, following: _Found | None) -> _Found:
    """11月から2017年2月5日まで: the year told with the end is that of the start, or the one after."""
    if following is None or not {"y", "m"} <= following.groups.keys() or "m" not in found.groups:
        return found
    if _YEARS & found.groups.keys() or not _TO_LATER.fullmatch(folded, found.end, following.start):
        return found
    first, last, year = (whole(g) for g in (found.groups["m"], following.groups["m"], following.groups["y"]))
    if not first or not last or not year:
        return found
    return replace(found, groups={**found.groups, "y": str(year - (first > last))})


def _first_anchor(folded: str) -> Scene:
    """For an article without a publication date: the first date that is complete in itself."""
    for found in _find(folded):
        year = named_year(found.groups, Scene(published=None))
        if year is not None and "m" in found.groups and "yw" not in found.groups:
            return _after(Scene(published=None), resolve(found.groups, Scene(published=None)))
    return Scene(published=None)


def _with_context(folded: str, found: _Found) -> Mapping[str, str]:
    """The groups, with what only the words around the expression tell."""
    marks = {}
    if found.name == "fiscal_year":
        marks["fiscal"] = ""
        if _CALENDAR_YEAR.match(folded, found.end):
            marks["calendar_year"] = ""
    elif found.groups.get("u") in ("分", "時間"):
        marks["minutes"] = ""
    elif (
        (found.name == "ago" or "yago" in found.groups)
        and "deictic" not in found.groups
        and _ANAPHORIC.search(folded, max(0, found.start - 4), found.start)
    ):
        # 選挙の3日前, 事故から2年後: counted from an event, not from a date.
        marks["unanchored"] = ""
    return {**found.groups, **marks}


def _is_joined(folded: str, before: DateExpression | None, found: _Found) -> bool:
    if before is None or found.start - before.end > 30:
        return False
    between = folded[before.end : found.start]
    if "。" in between or "\n" in between:
        return False
    return bool(_JOINED.fullmatch(between) or _ZONE.search(between))


def _is_other_clock(folded: str, before: DateExpression | None, found: _Found) -> bool:
    """Whether this is the same moment by another clock, in brackets (日本時間16日): 同日 does not go back to it."""
    return before is not None and bool(_OTHER_CLOCK.search(folded, max(before.end, found.start - 12), found.start))


def _sentences_since(folded: str, scene: Scene, named_at: int, found: _Found, tense: str | None) -> int | None:
    """How many sentences ended since a year other than the publication's was told; None when none was told nearby."""
    if scene.published is None or scene.year is None or not named_at:
        return None
    if scene.year > scene.published.year and tense == "past":
        return None  # 2030年の大会は7日に決まった: the year still to come is the event's, the day is not
    if scene.year == scene.published.year and scene.month and scene.published.month - scene.month[1] < 3:
        return None
    between = folded[named_at : found.start]
    return None if "\n" in between or len(between) >= 80 else between.count("。")


def _after(scene: Scene, value: str | None) -> Scene:
    """The scene once a date with this value has been named; a range is remembered by its first day."""
    covered = day_range(value)
    if covered is None or value is None:
        return scene
    first = value.split("/")[0]
    year = covered.first.year
    month = (year, covered.first.month) if len(first) > 4 else None
    day = covered.first if len(first) == 10 else None
    month = month or (scene.month if scene.published is None else None)
    told = day if day and (scene.published is None or day <= scene.published) else None
    return replace(scene, year=year, month=month, day=day or scene.day, told_day=told or scene.told_day)


def _makes_range(folded: str, before: DateExpression, found: _Found) -> bool:
    if found.name not in _RANGED or before.source.removeprefix("date:") not in _RANGED:
        return False
    return bool(_JOINT.fullmatch(folded, before.end, found.start))


def _range(text: str, first: DateExpression, last: DateExpression) -> DateExpression:
    start, end = day_range(first.value), day_range(last.value)
    value = None
    if start and end and start.first <= end.first and first.value and last.value:
        value = f"{first.value.split('/')[0]}/{last.value.split('/')[-1]}"
    span = text[first.start : last.end]
    return DateExpression(
        start=first.start, end=last.end, text=span, canonical=value or span, value=value, source="date:range"
    )
