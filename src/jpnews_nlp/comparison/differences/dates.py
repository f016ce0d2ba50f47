"""Two dates or clock times: the same, one within the other, moved or in conflict."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import timedelta

from jpnews_nlp.comparison.cues import cues
from jpnews_nlp.comparison.differences.contrasts import alike_beside, places_apart, rival_subjects, told_apart
from jpnews_nlp.comparison.differences.figures import matched_numbers
from jpnews_nlp.comparison.differences.pair import (
    SURE,
    UNRELATED,
    Aligned,
    Judgement,
    as_of,
    ends,
    same_act,
    says,
)
from jpnews_nlp.comparison.differences.themes import theme
from jpnews_nlp.comparison.remembered import remembered
from jpnews_nlp.comparison.synonyms import concept
from jpnews_nlp.model.claim import Claim
from jpnews_nlp.model.entity import DateExpression, Person, TimeExpression
from jpnews_nlp.model.interval import TimeRange

PART_OF_DAY = re.compile(r"未明|早朝|朝|午前|昼|午後|夕方?|夜|深夜")

PERIOD = re.compile(r"期間|会期|任期|日程")

LOOSE = timedelta(hours=1)

SPANNING = re.compile(r"日から[^、。]{0,8}日(?:にかけて|まで)")

EDGE = re.compile(r"[^、。0-9０-９]{0,6}?(から|まで)")


def date_difference(pair: Aligned) -> Judgement | None:
    """How the days and clock times differ; None when they do not, or cannot be compared."""
    left, right = _dates(pair.a), _dates(pair.b)
    if pair.later and says(pair.b, "prolonging") and not says(pair.a, "prolonging"):
        return Judgement(relation="update", slot="date", rule="date_moved", left=pair.a.text, right=pair.b.text)
    if not left or not right:
        return None if left or right else _clock(pair)
    edges = _other_edge(left, right)
    if edges is not None:
        return _one_period(pair, edges[0].text, edges[1].text)
    x, y = _closest_dates(left, right)
    if x.days is None or y.days is None or _is_report(pair.a) != _is_report(pair.b):
        return None
    if same_day(x, y):
        return _one_day(pair, x, y)
    judgement = _two_days(pair, x, y)
    several = max(len(left), len(right)) > 1
    return None if several and judgement is not None and judgement.relation == "conflict" else judgement


def _one_day(pair: Aligned, x: DateExpression, y: DateExpression) -> Judgement | None:
    """The same day: what the clocks say, or a forecast that moved on to a stretch of days."""
    if _forecast_moved(pair):
        return Judgement(relation="update", slot="date", rule="date_moved", left=x.text, right=y.text)
    return None if _has_moments(pair) else _clock(pair)


def _forecast_moved(pair: Aligned) -> bool:
    """Whether just one of two forecasts gives a stretch of days where the other gives one (23日から24日にかけて)."""
    stretches = [SPANNING.search(c.text) is not None for c in (pair.a, pair.b)]
    return pair.later and stretches[0] != stretches[1] and not {pair.a.certainty, pair.b.certainty} & SURE


def _other_edge(
    left: Sequence[DateExpression], right: Sequence[DateExpression]
) -> tuple[DateExpression, DateExpression] | None:
    """Of two stretches of days that share one edge (6日から8日, 5日から8日) the dates of the other."""
    if not (len(left) == len(right) == 2):
        return None
    same = [same_day(x, y) for x, y in zip(left, right, strict=True)]
    return (left[same.index(False)], right[same.index(False)]) if sorted(same) == [False, True] else None


def _one_period(pair: Aligned, left: str, right: str) -> Judgement | None:
    """Two stretches of days that share one edge: of the period of something (期間は) the other edge is given twice."""
    judgement = _other_date(pair, left, right)
    named = PERIOD.search(pair.a.text) or PERIOD.search(pair.b.text)
    if judgement is not UNRELATED or not named or told_apart(pair.a, pair.b):
        return judgement
    return Judgement(relation="conflict", slot="date", rule="date_differs", left=left, right=right)


def _two_days(pair: Aligned, x: DateExpression, y: DateExpression) -> Judgement | None:
    """Two days that are not the same: one holds the other, the later one is a new one, or they contradict."""
    if _edges(pair, x, y) == {"から", "まで"}:
        return None  # when it begins here, when it ends there
    states = as_of(pair.a) and as_of(pair.b) and not _same_moment(pair)
    plans = pair.a.certainty == pair.b.certainty == "planned" and not _vaguer(x, y)
    if pair.later and (states or plans):
        return Judgement(relation="update", slot="date", rule="date_moved", left=x.text, right=y.text)
    if overlap(x, y) or _same_moment(pair) or _next_day_elsewhere(pair, x, y):
        return Judgement(relation="partial", slot="date", rule="date_within", left=x.text, right=y.text)
    if pair.later and pair.a.certainty not in SURE:
        return Judgement(relation="update", slot="date", rule="date_moved", left=x.text, right=y.text)
    return _other_date(pair, x.text, y.text)


def same_day(x: DateExpression, y: DateExpression) -> bool:
    """Whether the two name one day; what lacks a year or month (5月28日, 28日) may have been read differently."""
    if x.days is None or y.days is None or x.days == y.days:
        return x.days == y.days
    told = [part for part in "年月" if part in x.text and part in y.text]
    if "年" in told or "日" not in x.text or "日" not in y.text:
        return False
    dates = ((x.days.first, y.days.first), (x.days.last, y.days.last))
    return all(d.day == e.day and (d.month == e.month or "月" not in told) for d, e in dates)


def _vaguer(x: DateExpression, y: DateExpression) -> bool:
    """Whether the later date only holds the earlier one (7月12日, 7月)."""
    return x.days is not None and y.days is not None and y.days.covers(x.days)


def _edges(pair: Aligned, x: DateExpression, y: DateExpression) -> set[str]:
    """Which edge of a stretch of time each date is (28日の始発便から, 29日の最終便まで); empty when it is none."""
    told = (EDGE.match(c.text, d.end - c.start) for c, d in ((pair.a, x), (pair.b, y)))
    return {edge.group(1) for edge in told if edge}


def of_two_days(pair: Aligned) -> bool:
    """Whether each names a day and no day is in both (16日の終値, 18日の終値)."""
    left, right = ([d for d in _dates(c) if d.days] for c in (pair.a, pair.b))
    return bool(left and right) and not any(same_day(x, y) or overlap(x, y) for x in left for y in right)


def overlap(x: DateExpression, y: DateExpression) -> bool:
    """Whether the two have a day in common."""
    return x.days is not None and y.days is not None and x.days.overlaps(y.days)


def date_told_by_one(pair: Aligned) -> Judgement | None:
    """Whether one tells when it was and the other does not: asked last, as it is the least of differences."""
    left, right = _dates(pair.a), _dates(pair.b)
    if bool(left) != bool(right):
        return _one_date(left or right, pair)
    left_clocks, right_clocks = _clocks(pair.a), _clocks(pair.b)
    if bool(left_clocks) != bool(right_clocks) and not (left and _has_moments(pair)):
        return _one_clock(pair, left_clocks or right_clocks)
    return None


def _next_day_elsewhere(pair: Aligned, x: DateExpression, y: DateExpression) -> bool:
    """Whether the days are neighbours and the clocks are not the same (現地時間15日, 日本時間16日)."""
    if x.days is None or y.days is None:
        return False
    return _zones_differ(pair) and abs((x.days.first - y.days.first).days) <= 1


def _same_moment(pair: Aligned) -> bool:
    """Whether a day or clock time of one lies in one of the other, whatever clocks the two are read from."""
    return any(x.within(y) or y.within(x) for x in _ranges(pair.a) for y in _ranges(pair.b))


@remembered
def _ranges(claim: Claim) -> list[TimeRange]:
    told = (e for e in claim.slots.entities if isinstance(e, (DateExpression, TimeExpression)))
    return [e.range for e in told if e.range is not None]


def _has_moments(pair: Aligned) -> bool:
    """Whether both are clauses that hold a moment: the moments are claims of their own and are compared there."""
    starts = all(_dates(c)[0].start == c.start for c in (pair.a, pair.b))
    return "attribute" not in (pair.a.kind, pair.b.kind) and starts and _to_the_minute(pair.a, pair.b)


def _is_report(claim: Claim) -> bool:
    """Whether the clause ends with its being known or told: its date is the report's."""
    return ends(claim, "report")


def _other_date(pair: Aligned, left: str, right: str) -> Judgement | None:
    """Another date for the same is a conflict; for another act it is another happening, and no link."""
    if _is_report(pair.a) or _is_report(pair.b):
        return None
    if told_apart(pair.a, pair.b) or rival_subjects(pair.a, pair.b) or places_apart(pair.a, pair.b):
        return UNRELATED
    if says(pair.a, "static") or says(pair.b, "static"):
        moved = Judgement(relation="update", slot="date", rule="date_moved", left=left, right=right)
        return moved if pair.later else UNRELATED
    alike = alike_beside(pair.a, pair.b, frozenset({concept(pair.a.predicate)})) and _same_people(pair.a, pair.b)
    if pair.a.kind == "attribute" or (same_act(pair.a, pair.b) and alike):
        return Judgement(relation="conflict", slot="date", rule="date_differs", left=left, right=right)
    return UNRELATED


def _same_people(a: Claim, b: Claim) -> bool:
    """Whether all the people one names are among those the other names."""
    ours = {e.canonical for e in a.slots.entities if isinstance(e, Person)}
    theirs = {e.canonical for e in b.slots.entities if isinstance(e, Person)}
    return ours <= theirs or theirs <= ours


def _zones_differ(pair: Aligned) -> bool:
    """Whether the two do not name the same clock (日本時間, 現地時間, none)."""
    named = [{zone for zone in cues("zone") if zone in c.text} for c in (pair.a, pair.b)]
    return named[0] != named[1]


def _one_date(dates: Sequence[DateExpression], pair: Aligned) -> Judgement | None:
    told = pair.a if _dates(pair.a) else pair.b
    # A date inside a noun phrase (19日の投票) tells of the noun; a moment is a claim of its own.
    dates = [d for d in dates if told.text[d.end - told.start :][:1] != "の"]
    if not same_act(pair.a, pair.b) and not _since_when(pair, dates):
        return None
    if not dates or _to_the_minute(told) or _is_report(told) or _told_before(pair, dates):
        return None
    left = dates[0].text if _dates(pair.a) else ""
    right = dates[0].text if _dates(pair.b) else ""
    return Judgement(relation="partial", slot="date", rule="date_more", left=left, right=right)


def _told_before(pair: Aligned, dates: Sequence[DateExpression]) -> bool:
    """Whether the other tells one of the days before the claim (県警は2日、…逮捕したと発表した)."""
    before = pair.settings[1] if _dates(pair.a) else pair.settings[0]
    return any(same_day(x, y) or _vaguer(y, x) for x in dates for y in before.dates)


def _since_when(pair: Aligned, dates: Sequence[DateExpression]) -> bool:
    """Whether one tells the month or year in which what both know came about (昨年4月に15%に引き上げた, 15%の関税)."""
    long_ago = any(len(d.value or "") < len("YYYY-MM-DD") for d in dates)
    figures = [m for m in matched_numbers(pair.a, pair.b) if m.fit == "equal"]
    names = ({e.canonical for e in c.slots.entities if e.kind not in ("date", "time")} for c in (pair.a, pair.b))
    return long_ago and bool(figures) and bool(theme(pair.a) & theme(pair.b)) and bool(set.intersection(*names))


def _closest_dates(
    left: Sequence[DateExpression], right: Sequence[DateExpression]
) -> tuple[DateExpression, DateExpression]:
    """The pair that agrees best: the same days, then one within the other, then the first of each."""

    def distance(pair: tuple[DateExpression, DateExpression]) -> int:
        a, b = pair[0].days, pair[1].days
        if a is None or b is None:
            return 3
        return 0 if same_day(*pair) else 1 if a.overlaps(b) else 2

    return min(((x, y) for x in left for y in right), key=distance)


def _to_the_minute(*claims: Claim) -> bool:
    return all(
        any(isinstance(e, TimeExpression) and len(e.value or "") == len("HH:MM") for e in c.slots.entities)
        for c in claims
    )


def _clock(pair: Aligned) -> Judgement | None:
    """On the same day, or on one that neither tells: the same time of day, one time alone, or two that differ."""
    left, right = _clocks(pair.a), _clocks(pair.b)
    if not (left or right):
        return _part_of_day(pair)
    if {e.value or e.text for e in left} & {e.value or e.text for e in right}:
        return None
    if not left or not right:
        return None
    return _two_clocks(pair, left[0], right[0])


def _two_clocks(pair: Aligned, x: TimeExpression, y: TimeExpression) -> Judgement | None:
    loose = x.value is None or y.value is None or x.value.startswith(y.value) or y.value.startswith(x.value)
    if loose and x.value and y.value and any(e.text.endswith(cues("rounded time")) for e in (x, y)):
        return None
    if _same_moment(pair) or (loose and (_zones_differ(pair) or not _hours_apart(x, y))):
        return Judgement(relation="partial", slot="date", rule="date_within", left=x.text, right=y.text)
    if pair.long_after or (pair.later and (as_of(pair.a) or as_of(pair.b))):
        return Judgement(relation="update", slot="date", rule="date_moved", left=x.text, right=y.text)
    return _other_date(pair, x.text, y.text)


def hour_of_part(pair: Aligned) -> Judgement | None:
    """One tells the part of the day, the other the hour in it, here or before the claim, on a day that is not another.

    １８日午前５時１５分ごろ、山陽道で、｜高速バスが追突した｜; ｜18日早朝に起きた追突事故｜で、….
    """
    sides = list(zip((pair.a, pair.b), pair.settings, strict=True))
    days = [_dates(c) or s.dates for c, s in sides]
    clocks = [_clocks(c) or s.clocks for c, s in sides]
    if not all(clocks) or (all(days) and not any(same_day(x, y) for x in days[0] for y in days[1])):
        return None
    x, y = clocks[0][0], clocks[1][0]
    if (x.value is None) == (y.value is None) or _hours_apart(x, y):
        return None
    return Judgement(relation="partial", slot="date", rule="date_within", left=x.text, right=y.text)


def _hours_apart(x: TimeExpression, y: TimeExpression) -> bool:
    """Whether a part of the day and a clock time are hours apart (夜, 午前9時半); a part begins and ends loosely."""
    if x.range is None or y.range is None:
        return False
    gaps = [(x.range.start, y.range.end), (y.range.start, x.range.end)]
    return any(start is not None and end is not None and start - end > LOOSE for start, end in gaps)


def _one_clock(pair: Aligned, told: Sequence[TimeExpression]) -> Judgement | None:
    """One tells the time of day of the act; until when it went on, or as of when it is told, is another thing."""
    teller = pair.a if _clocks(pair.a) else pair.b
    if (
        (not _dates(pair.a) and not same_act(pair.a, pair.b))
        or as_of(teller)
        or teller.text[told[0].end - teller.start :].startswith("まで")
    ):
        return None
    left = told[0].text if teller is pair.a else ""
    right = told[0].text if teller is pair.b else ""
    return Judgement(relation="partial", slot="date", rule="date_more", left=left, right=right)


def _part_of_day(pair: Aligned) -> Judgement | None:
    """One tells the part of the day (24日午前), the other the day alone."""
    if not _dates(pair.a) or not _dates(pair.b):
        return None
    parts = [PART_OF_DAY.match(c.text, _dates(c)[0].end - c.start) for c in (pair.a, pair.b)]
    if (parts[0] is None) == (parts[1] is None):
        return None
    words = [p.group() if p else "" for p in parts]
    return Judgement(relation="partial", slot="date", rule="date_more", left=words[0], right=words[1])


@remembered
def _clocks(claim: Claim) -> list[TimeExpression]:
    """The clock times and parts of the day, without lapses (22分後): they tell the time by another happening."""
    return [e for e in claim.slots.entities if isinstance(e, TimeExpression) and e.source != "time:lapse"]


@remembered
def _dates(claim: Claim) -> tuple[DateExpression, ...]:
    """The dates of the claim, without those it only looks back to (昨年以来)."""
    dates = (e for e in claim.slots.entities if isinstance(e, DateExpression))
    return tuple(e for e in dates if not claim.text[e.end - claim.start :].startswith(cues("since")))
