"""What a date expression is read against: the publication, the dates named before it, and the tense around it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from jpnews_nlp.entities import pattern_tables
from jpnews_nlp.model.quick import quick

_REACH = 45
_TENSES = tuple((row[0], re.compile(row[1])) for row in pattern_tables.rows("date_tense"))
_STOP = re.compile(r"[。\n]")
_OTHER_DAY = re.compile(r"、[^、。\d]{1,10}(?=\d{1,2}日(?:に|から|夜|朝|未明|早朝|午前|午後|、))")


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """Everything a date expression may be resolved against.

    Attributes:
        published: The publication day in Japan; None when unknown.
        year: The last year named or resolved before the expression.
        month: The last (year, month).
        day: The last day.
        told_day: The last day that was over at publication: what 同日 goes back to when it tells of the past.
        joined: The expression continues the one before (から, ～, と, 日本時間 in brackets).
        narrative: The dates just before tell of a time other than the publication's, given with its year.
        chronicle: The same, reaching back over the end of a sentence: enough for a month, not for a day.
        tense: `past`, `future` or None, as the words after the expression say.
    """

    published: date | None
    year: int | None = None
    month: tuple[int, int] | None = None
    day: date | None = None
    told_day: date | None = None
    joined: bool = False
    narrative: bool = False
    chronicle: bool = False
    tense: str | None = None


def tense_after(text: str, end: int) -> str | None:
    """Whether the words after `end`, within its sentence, tell of something past or still to come.

    What is to come behind another day is to come on that day: 2日夜に倒れ、3日から閉める.

    Example:
        >>> tense_after("15日に開かれる。", 3), tense_after("15日、開かれた。", 3), tense_after("15日の会合", 3)
        ('future', 'past', None)
        >>> tense_after("2日夜、倉庫で火事があり、市は4日に説明会を開く。", 2)
    """
    stop = _STOP.search(text, end, end + _REACH)
    reach = text[end : stop.start() + 1 if stop else end + _REACH]
    found = [(m.start(), tense) for tense, cue in _TENSES if (m := cue.search(reach))]
    at, tense = min(found) if found else (0, None)
    other = _OTHER_DAY.search(reach)
    return None if tense == "future" and other and other.start() < at else tense


def choose_month(scene: Scene, month: int) -> tuple[int, int] | None:
    """The year and month that a month without a year means."""
    if not 1 <= month <= 12:
        return None
    if scene.month and (scene.joined or scene.narrative or scene.chronicle or scene.published is None):
        year, last = scene.month
        return (year + 1 if scene.joined and month < last else year), month
    if scene.year and (scene.joined or scene.narrative or scene.published is None):
        return scene.year, month
    if scene.published is None:
        return None
    here = scene.published.year * 12 + scene.published.month - 1
    options = [(scene.published.year + k) * 12 + month - 1 for k in (-1, 0, 1)]
    year, index = divmod(_by_tense(options, here, scene.tense, 7), 12)
    return year, index + 1


def choose_day(scene: Scene, options: list[date]) -> date | None:
    """The one of several possible days that is meant, by the tense and the distance from the publication."""
    if not options or scene.published is None:
        return None
    numbers = sorted(option.toordinal() for option in options)
    return date.fromordinal(_by_tense(numbers, scene.published.toordinal(), scene.tense, 200))


def _by_tense(options: list[int], here: int, tense: str | None, far: int) -> int:
    # A day of grace: news abroad is dated a day off from the publication in Japan.
    before = [n for n in options if n <= here + (1 if tense == "past" else 0)]
    after = [n for n in options if n >= here]
    nearest = min(options, key=lambda n: (here - n if n < here else 2 * (n - here), n))
    told = max(before) if tense == "past" and before else min(after) if tense == "future" and after else nearest
    # Among days or months of one year, the tense decides between last and next, not against the obvious one.
    return nearest if abs(told - here) > far >= 4 * abs(nearest - here) else told
