"""When something was over, told as its end (午後1時に再開した) or as how long it went on (午後1時まで止まった)."""

from __future__ import annotations

from jpnews_nlp.comparison.cues import cue_concepts
from jpnews_nlp.comparison.differences.contrasts import places_apart, rival_subjects, told_apart
from jpnews_nlp.comparison.differences.pair import SURE, Aligned, Judgement
from jpnews_nlp.comparison.differences.themes import theme
from jpnews_nlp.comparison.differences.told_times import of_two_days
from jpnews_nlp.comparison.synonyms import concept
from jpnews_nlp.model.claim import Claim
from jpnews_nlp.model.entity import TimeExpression

ROUGHLY = ("すぎ", "過ぎ", "ごろ", "頃", "前")
ROUNDED = 15
"""Minutes by which a clock time is rounded."""


def end_difference(pair: Aligned) -> Judgement | None:
    """Whether two tell one end alike, or two clock times for it, where one tells it as the end and one as how long."""
    left, right = _end(pair.a), _end(pair.b)
    if left is None or right is None or left[1] == right[1] or of_two_days(pair):
        return None
    rivals = rival_subjects(pair.a, pair.b) and not theme(pair.a) & theme(pair.b)
    if rivals or told_apart(pair.a, pair.b) or places_apart(pair.a, pair.b):
        return None
    x, y = left[0], right[0]
    if _minutes(x) == _minutes(y) or (_rounded(x, y) and abs(_minutes(x) - _minutes(y)) <= ROUNDED):
        return Judgement(relation="agree", slot=None, rule="same")
    return Judgement(relation="conflict", slot="date", rule="date_differs", left=x.text, right=y.text)


def _end(claim: Claim) -> tuple[TimeExpression, bool] | None:
    """The clock time at which it was over, and whether it is told as how long it went on."""
    clocks = [e for e in claim.slots.entities if isinstance(e, TimeExpression) and e.value]
    if claim.certainty not in SURE or claim.polarity == "negated":
        return None
    until = [e for e in clocks if claim.text[e.end - claim.start :].startswith("まで")]
    if until:
        return until[0], True
    over = concept(claim.predicate) in cue_concepts("over")
    return (clocks[0], False) if over and len(clocks) == 1 else None


def _rounded(x: TimeExpression, y: TimeExpression) -> bool:
    """Whether one is told roughly (午後1時すぎ, 午後1時ごろ), or by the hour alone."""
    return any(e.text.endswith(ROUGHLY) or ":" not in (e.value or "") for e in (x, y))


def _minutes(clock: TimeExpression) -> int:
    hours, _, minutes = (clock.value or "").partition(":")
    return 60 * int(hours) + int(minutes or 0)
