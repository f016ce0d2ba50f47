"""Two clock times or parts of a day: one within the other, told by one alone, moved or in conflict."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import timedelta

from jpnews_nlp.comparison.cues import cues
from jpnews_nlp.comparison.differences.other_day import other_date
from jpnews_nlp.comparison.differences.pair import Aligned, Judgement, as_of, same_act
from jpnews_nlp.comparison.differences.told_times import (
    clocks_of,
    dates_of,
    same_day,
    same_moment,
    to_the_minute,
    zones_differ,
)
from jpnews_nlp.model.claim import MOMENT
from jpnews_nlp.model.entity import TimeExpression

PART_OF_DAY = re.compile(r"未明|早朝|朝|午前|昼|午後|夕方?|夜|深夜")

LOOSE = timedelta(hours=1)

ABOUT, FIVE = ("ごろ", "頃", "ころ"), 5


def clock_difference(pair: Aligned) -> Judgement | None:
    """On the same day, or on one that neither tells: the same time of day, one time alone, or two that differ."""
    left, right = clocks_of(pair.a), clocks_of(pair.b)
    if not (left or right):
        return _part_of_day(pair)
    if {e.value or e.text for e in left} & {e.value or e.text for e in right}:
        return None
    if not left or not right:
        return None
    return _two_clocks(pair, left[0], right[0])


def _two_clocks(pair: Aligned, x: TimeExpression, y: TimeExpression) -> Judgement | None:
    if _rounded(x, y):
        return None
    loose = x.value is None or y.value is None or x.value.startswith(y.value) or y.value.startswith(x.value)
    bare = pair.a.predicate == pair.b.predicate == MOMENT  # of which the minute is all that can be more
    if loose and not bare and x.value and y.value and any(e.text.endswith(cues("rounded time")) for e in (x, y)):
        return None
    if same_moment(pair) or (loose and (zones_differ(pair) or not _hours_apart(x, y))):
        return Judgement(relation="partial", slot="date", rule="date_within", left=x.text, right=y.text)
    if pair.long_after or (pair.later and (as_of(pair.a) or as_of(pair.b))):
        return Judgement(relation="update", slot="date", rule="date_moved", left=x.text, right=y.text)
    return other_date(pair, x.text, y.text)


def _rounded(x: TimeExpression, y: TimeExpression) -> bool:
    """Whether one is the other rounded to five minutes (午後2時20分ごろ, 午後2時18分ごろ)."""
    minutes = [_minutes(e) for e in (x, y)]
    if minutes[0] is None or minutes[1] is None or not all(e.text.endswith(ABOUT) for e in (x, y)):
        return False
    fives = [m % FIVE == 0 for m in minutes if m is not None]
    return fives[0] != fives[1] and abs(minutes[0] - minutes[1]) <= FIVE // 2


def _minutes(clock: TimeExpression) -> int | None:
    """The minutes since midnight; None when only the hour is told."""
    hour, _, minute = (clock.value or "").partition(":")
    return 60 * int(hour) + int(minute) if minute.isdecimal() and hour.isdecimal() else None


def hour_of_part(pair: Aligned) -> Judgement | None:
    """One tells the part of the day, the other the hour in it, here or before the claim, on a day that is not another.

    １８日午前５時１５分ごろ、山陽道で、｜高速バスが追突した｜; ｜18日早朝に起きた追突事故｜で、….
    """
    sides = list(zip((pair.a, pair.b), pair.settings, strict=True))
    days = [dates_of(c) or s.dates for c, s in sides]
    clocks = [clocks_of(c) or s.clocks for c, s in sides]
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


def one_clock(pair: Aligned, told: Sequence[TimeExpression]) -> Judgement | None:
    """One tells the time of day of the act; until when it went on, or as of when it is told, is another thing."""
    teller = pair.a if clocks_of(pair.a) else pair.b
    if (
        (not dates_of(pair.a) and not same_act(pair.a, pair.b))
        or as_of(teller)
        or teller.text[told[0].end - teller.start :].startswith("まで")
    ):
        return None
    left = told[0].text if teller is pair.a else ""
    right = told[0].text if teller is pair.b else ""
    return Judgement(relation="partial", slot="date", rule="date_more", left=left, right=right)


def _part_of_day(pair: Aligned) -> Judgement | None:
    """One tells the part of the day (24日午前), the other the day alone."""
    if not dates_of(pair.a) or not dates_of(pair.b):
        return None
    parts = [PART_OF_DAY.match(c.text, dates_of(c)[0].end - c.start) for c in (pair.a, pair.b)]
    if (parts[0] is None) == (parts[1] is None):
        return None
    words = [p.group() if p else "" for p in parts]
    return Judgement(relation="partial", slot="date", rule="date_more", left=words[0], right=words[1])


def moments_apart(pair: Aligned) -> bool:
    """Whether both are clauses that hold a moment: the moments are claims of their own and are compared there."""
    starts = all(dates_of(c)[0].start == c.start for c in (pair.a, pair.b))
    return "attribute" not in (pair.a.kind, pair.b.kind) and starts and to_the_minute(pair.a, pair.b)
