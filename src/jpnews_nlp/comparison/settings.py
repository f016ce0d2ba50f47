"""What a sentence tells before a claim of it: 県警は2日、｜男を逮捕した｜と発表した."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from jpnews_nlp.model.analysis import Analysis
from jpnews_nlp.model.claim import Claim
from jpnews_nlp.model.entity import DateExpression, Entity, Person, TimeExpression
from jpnews_nlp.model.span import Span, within

Moment = TypeVar("Moment", DateExpression, TimeExpression)

# 杉原さん、当時（48）: how far before the claim the name may end.
BESIDE = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """The time and the person told before a claim, in its sentence.

    Attributes:
        dates: The dates, as if each was the whole of a text: the same told elsewhere is the same setting.
        clocks: The clock times and parts of the day, likewise.
        person: The name the claim stands behind (杉原さん、｜当時（48）｜).
    """

    dates: tuple[DateExpression, ...] = ()
    clocks: tuple[TimeExpression, ...] = ()
    person: str | None = None


UNTOLD = Setting()
"""Nothing is told before."""


def settings(analysis: Analysis) -> list[Setting]:
    """The setting of each claim of an article."""
    return [_setting(_before(analysis, c), c) for c in analysis.claims]


def _before(analysis: Analysis, claim: Claim) -> Sequence[Entity]:
    text = analysis.article.text
    start = max(text.rfind(end, 0, claim.start) for end in "。\n") + 1
    return within(analysis.entities, Span(start=start, end=claim.start))


def _alone(time: Moment) -> Moment:
    return replace(time, start=0, end=len(time.text))


def _setting(before: Sequence[Entity], claim: Claim) -> Setting:
    return Setting(
        dates=tuple(_alone(e) for e in before if isinstance(e, DateExpression)),
        clocks=tuple(_alone(e) for e in before if isinstance(e, TimeExpression)),
        person=next((e.canonical for e in before if isinstance(e, Person) and claim.start - e.end <= BESIDE), None),
    )
