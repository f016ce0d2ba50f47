"""Two claims about the same thing, slot by slot: the same, fuller, contradicting or updated, and why."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from jpnews_nlp.comparison.differences.alternatives import kind_difference
from jpnews_nlp.comparison.differences.clocks import hour_of_part
from jpnews_nlp.comparison.differences.dates import date_difference, date_told_by_one
from jpnews_nlp.comparison.differences.ends import end_difference
from jpnews_nlp.comparison.differences.game_times import game_time_told_by_one
from jpnews_nlp.comparison.differences.how_many import first_or_not, number_told_by_one, vague_number
from jpnews_nlp.comparison.differences.look_alikes import look_alike
from jpnews_nlp.comparison.differences.numbers import number_difference
from jpnews_nlp.comparison.differences.pair import UNRELATED, Aligned, Judgement
from jpnews_nlp.comparison.differences.people import person_difference, person_told_by_one, title_difference
from jpnews_nlp.comparison.differences.places import place_difference
from jpnews_nlp.comparison.differences.polarity import polarity_difference
from jpnews_nlp.comparison.differences.questions import question_difference
from jpnews_nlp.comparison.differences.ranks import rank_difference
from jpnews_nlp.comparison.differences.scores import score_difference
from jpnews_nlp.comparison.differences.states import status_difference
from jpnews_nlp.comparison.differences.stretches import stretch_difference
from jpnews_nlp.comparison.differences.sureness import certainty_difference, source_difference
from jpnews_nlp.comparison.differences.themes import theme_difference
from jpnews_nlp.comparison.differences.values import value_difference
from jpnews_nlp.comparison.differences.wording import wording_difference
from jpnews_nlp.comparison.settings import UNTOLD, Setting
from jpnews_nlp.model.claim import Claim

NO_GAP, MONTH = timedelta(0), timedelta(days=30)

Rule = Callable[[Aligned], Judgement | None]

RULES: tuple[Rule, ...] = (
    look_alike,
    end_difference,
    title_difference,
    person_difference,
    score_difference,
    rank_difference,
    question_difference,
    value_difference,
    kind_difference,
    polarity_difference,
    first_or_not,
    number_difference,
    vague_number,
    status_difference,
    date_difference,
    stretch_difference,
    place_difference,
    certainty_difference,
    source_difference,
    wording_difference,
    date_told_by_one,
    person_told_by_one,
    theme_difference,
    hour_of_part,
    game_time_told_by_one,
    number_told_by_one,
)
"""In the order they are asked: the first that finds a difference decides."""


def judge(
    a: Claim,
    b: Claim,
    published: tuple[datetime | None, datetime | None],
    told_before: tuple[Setting, Setting] = (UNTOLD, UNTOLD),
) -> Judgement | None:
    """The relation of two aligned claims: the first rule that finds a difference decides, `agree` when none does.

    None when a rule finds that the two tell of different happenings after all.

    Args:
        a: A claim of the article that comes first in the comparison.
        b: The claim aligned with it.
        published: When the two articles were published.
        told_before: What the sentence of each tells before it.
    """
    later, long_after = in_time(published)
    pair = Aligned(a=a, b=b, later=later, long_after=long_after, settings=told_before)
    for rule in RULES:
        judgement = rule(pair)
        if judgement is not None:
            return None if judgement is UNRELATED else judgement
    return Judgement(relation="agree", slot=None, rule="same")


def in_time(published: tuple[datetime | None, datetime | None]) -> tuple[bool, bool]:
    """Whether the second of two articles appeared later, and whether more than a month later."""
    first, second = published
    gap = second - first if first is not None and second is not None else NO_GAP
    return gap > NO_GAP, gap > MONTH
