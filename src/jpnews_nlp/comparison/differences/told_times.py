"""The dates and clock times of claims, and how two of them lie to each other."""

from __future__ import annotations

import re

from jpnews_nlp.comparison.cues import cues
from jpnews_nlp.comparison.differences.pair import Aligned
from jpnews_nlp.comparison.remembered import remembered
from jpnews_nlp.model.claim import Claim
from jpnews_nlp.model.entity import DateExpression, TimeExpression
from jpnews_nlp.model.interval import TimeRange

# 芹沢霧山（1881～1947年）
LIFETIME = re.compile(r"[（(][0-9０-９]{3,4}年?[~〜～\-－―–][0-9０-９]{2,4}年?[）)]")


def same_day(x: DateExpression, y: DateExpression) -> bool:
    """Whether the two name one day; what lacks a year or month (5月28日, 28日) may have been read differently."""
    if x.days is None or y.days is None or x.days == y.days:
        return x.days == y.days
    told = [part for part in "年月" if part in x.text and part in y.text]
    if "年" in told or "日" not in x.text or "日" not in y.text:
        return False
    dates = ((x.days.first, y.days.first), (x.days.last, y.days.last))
    return all(d.day == e.day and (d.month == e.month or "月" not in told) for d, e in dates)


def overlap(x: DateExpression, y: DateExpression) -> bool:
    """Whether the two have a day in common."""
    return x.days is not None and y.days is not None and x.days.overlaps(y.days)


def vaguer(x: DateExpression, y: DateExpression) -> bool:
    """Whether the later date only holds the earlier one (7月12日, 7月)."""
    return x.days is not None and y.days is not None and y.days.covers(x.days)


def same_moment(pair: Aligned) -> bool:
    """Whether a day or clock time of one lies in one of the other, whatever clocks the two are read from."""
    return any(x.within(y) or y.within(x) for x in _ranges(pair.a) for y in _ranges(pair.b))


@remembered
def _ranges(claim: Claim) -> list[TimeRange]:
    told = (e for e in claim.slots.entities if isinstance(e, (DateExpression, TimeExpression)))
    return [e.range for e in told if e.range is not None]


def zones_differ(pair: Aligned) -> bool:
    """Whether the two do not name the same clock (日本時間, 現地時間, none)."""
    named = [{zone for zone in cues("zone") if zone in c.text} for c in (pair.a, pair.b)]
    return named[0] != named[1]


def to_the_minute(*claims: Claim) -> bool:
    """Whether each of the claims tells a clock time with its minutes."""
    return all(
        any(isinstance(e, TimeExpression) and len(e.value or "") == len("HH:MM") for e in c.slots.entities)
        for c in claims
    )


@remembered
def clocks_of(claim: Claim) -> list[TimeExpression]:
    """The clock times and parts of the day, without lapses (22分後): they tell the time by another happening."""
    return [e for e in claim.slots.entities if isinstance(e, TimeExpression) and e.source != "time:lapse"]


@remembered
def dates_of(claim: Claim) -> tuple[DateExpression, ...]:
    """The dates of the claim, without those it only looks back to (昨年以来) and the years somebody lived."""
    dates = (e for e in claim.slots.entities if isinstance(e, DateExpression))
    told = (e for e in dates if not LIFETIME.match(claim.text, max(0, e.start - claim.start - 1)))
    return tuple(e for e in told if not claim.text[e.end - claim.start :].startswith(cues("since")))


def of_two_days(pair: Aligned) -> bool:
    """Whether each names a day and no day is in both (16日の終値, 18日の終値)."""
    left, right = ([d for d in dates_of(c) if d.days] for c in (pair.a, pair.b))
    return bool(left and right) and not any(same_day(x, y) or overlap(x, y) for x in left for y in right)
