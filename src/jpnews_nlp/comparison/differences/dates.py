"""Two dates: the same, one within the other, moved or in conflict."""

from __future__ import annotations

import re
from collections.abc import Sequence

from jpnews_nlp.comparison.differences.clocks import clock_difference, moments_apart, one_clock
from jpnews_nlp.comparison.differences.contrasts import told_apart
from jpnews_nlp.comparison.differences.figures import matched_numbers
from jpnews_nlp.comparison.differences.other_day import is_report, other_date
from jpnews_nlp.comparison.differences.pair import SURE, UNRELATED, Aligned, Judgement, as_of, same_act, says
from jpnews_nlp.comparison.differences.themes import theme
from jpnews_nlp.comparison.differences.told_times import (
    clocks_of,
    dates_of,
    overlap,
    same_day,
    same_moment,
    to_the_minute,
    vaguer,
    zones_differ,
)
from jpnews_nlp.model.entity import DateExpression

PERIOD = re.compile(r"期間|会期|任期|日程")

SPANNING = re.compile(r"日から[^、。]{0,8}日(?:にかけて|まで)")

EDGE = re.compile(r"[^、。0-9０-９]{0,6}?(から|まで)")


def date_difference(pair: Aligned) -> Judgement | None:
    """How the days and clock times differ; None when they do not, or cannot be compared."""
    left, right = dates_of(pair.a), dates_of(pair.b)
    if pair.later and says(pair.b, "prolonging") and not says(pair.a, "prolonging"):
        return Judgement(relation="update", slot="date", rule="date_moved", left=pair.a.text, right=pair.b.text)
    if not left or not right:
        return None if left or right else clock_difference(pair)
    edges = _other_edge(left, right)
    if edges is not None:
        return _one_period(pair, edges[0].text, edges[1].text)
    x, y = _closest_dates(left, right)
    if x.days is None or y.days is None or is_report(pair.a) != is_report(pair.b):
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
    return None if moments_apart(pair) else clock_difference(pair)


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
    judgement = other_date(pair, left, right)
    named = PERIOD.search(pair.a.text) or PERIOD.search(pair.b.text)
    if judgement is not UNRELATED or not named or told_apart(pair.a, pair.b):
        return judgement
    return Judgement(relation="conflict", slot="date", rule="date_differs", left=left, right=right)


def _two_days(pair: Aligned, x: DateExpression, y: DateExpression) -> Judgement | None:
    """Two days that are not the same: one holds the other, the later one is a new one, or they contradict."""
    if _edges(pair, x, y) == {"から", "まで"}:
        return None  # when it begins here, when it ends there
    states = as_of(pair.a) and as_of(pair.b) and not same_moment(pair)
    plans = pair.a.certainty == pair.b.certainty == "planned" and not vaguer(x, y)
    if pair.later and (states or plans):
        return Judgement(relation="update", slot="date", rule="date_moved", left=x.text, right=y.text)
    if overlap(x, y) or same_moment(pair) or _next_day_elsewhere(pair, x, y):
        return Judgement(relation="partial", slot="date", rule="date_within", left=x.text, right=y.text)
    if pair.later and pair.a.certainty not in SURE:
        return Judgement(relation="update", slot="date", rule="date_moved", left=x.text, right=y.text)
    return other_date(pair, x.text, y.text)


def _edges(pair: Aligned, x: DateExpression, y: DateExpression) -> set[str]:
    """Which edge of a stretch of time each date is (28日の始発便から, 29日の最終便まで); empty when it is none."""
    told = (EDGE.match(c.text, d.end - c.start) for c, d in ((pair.a, x), (pair.b, y)))
    return {edge.group(1) for edge in told if edge}


def date_told_by_one(pair: Aligned) -> Judgement | None:
    """Whether one tells when it was and the other does not: asked last, as it is the least of differences."""
    left, right = dates_of(pair.a), dates_of(pair.b)
    if bool(left) != bool(right):
        return _one_date(left or right, pair)
    left_clocks, right_clocks = clocks_of(pair.a), clocks_of(pair.b)
    if bool(left_clocks) != bool(right_clocks) and not (left and moments_apart(pair)):
        return one_clock(pair, left_clocks or right_clocks)
    return None


def _next_day_elsewhere(pair: Aligned, x: DateExpression, y: DateExpression) -> bool:
    """Whether the days are neighbours and the clocks are not the same (現地時間15日, 日本時間16日)."""
    if x.days is None or y.days is None:
        return False
    return zones_differ(pair) and abs((x.days.first - y.days.first).days) <= 1


def _one_date(dates: Sequence[DateExpression], pair: Aligned) -> Judgement | None:
    told = pair.a if dates_of(pair.a) else pair.b
    # A date inside a noun phrase (19日の投票) tells of the noun; a moment is a claim of its own.
    dates = [d for d in dates if told.text[d.end - told.start :][:1] != "の"]
    if not same_act(pair.a, pair.b) and not _since_when(pair, dates):
        return None
    if not dates or to_the_minute(told) or is_report(told) or _told_before(pair, dates):
        return None
    left = dates[0].text if dates_of(pair.a) else ""
    right = dates[0].text if dates_of(pair.b) else ""
    return Judgement(relation="partial", slot="date", rule="date_more", left=left, right=right)


def _told_before(pair: Aligned, dates: Sequence[DateExpression]) -> bool:
    """Whether the other tells one of the days before the claim (県警は2日、…逮捕したと発表した)."""
    before = pair.settings[1] if dates_of(pair.a) else pair.settings[0]
    return any(same_day(x, y) or vaguer(y, x) for x in dates for y in before.dates)


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
