"""Another time for the same: a conflict, a move, or another happening."""

from __future__ import annotations

from jpnews_nlp.comparison.differences.contrasts import alike_beside, places_apart, rival_subjects, told_apart
from jpnews_nlp.comparison.differences.pair import UNRELATED, Aligned, Judgement, ends, same_act, says
from jpnews_nlp.comparison.synonyms import concept
from jpnews_nlp.model.claim import Claim
from jpnews_nlp.model.entity import Person


def is_report(claim: Claim) -> bool:
    """Whether the clause ends with its being known or told: its date is the report's."""
    return ends(claim, "report")


def other_date(pair: Aligned, left: str, right: str) -> Judgement | None:
    """Another date for the same is a conflict; for another act it is another happening, and no link."""
    if is_report(pair.a) or is_report(pair.b):
        return None
    if told_apart(pair.a, pair.b) or rival_subjects(pair.a, pair.b) or places_apart(pair.a, pair.b):
        return UNRELATED
    if says(pair.a, "market figure") and says(pair.b, "market figure"):
        return UNRELATED  # each day has its own
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
