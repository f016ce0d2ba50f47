"""How many or how often, where one tells it and the other does not, or only calls it many or the first."""

from __future__ import annotations

from jpnews_nlp.comparison.cues import cues
from jpnews_nlp.comparison.differences.contrasts import places_told
from jpnews_nlp.comparison.differences.figures import read_numbers, wholes
from jpnews_nlp.comparison.differences.numbers import counts_the_same
from jpnews_nlp.comparison.differences.pair import UNRELATED, Aligned, Judgement, same_act, says
from jpnews_nlp.model.claim import Claim
from jpnews_nlp.model.quantity import Quantity


def first_or_not(pair: Aligned) -> Judgement | None:
    """One calls it the first of its kind, the other the second or a later one (初めて, 2人目)."""
    for teller, other in ((pair.a, pair.b), (pair.b, pair.a)):
        later = [q for q in read_numbers(other) if q.text.endswith("目") and (q.low or 0) > 1]
        if later and says(teller, "first") and not says(other, "first") and counts_the_same(pair.a, pair.b):
            words = ("初めて", later[0].text)
            left, right = words if teller is pair.a else words[::-1]
            return Judgement(relation="conflict", slot="number", rule="number_differs", left=left, right=right)
    return None


def vague_number(pair: Aligned) -> Judgement | None:
    """One gives the figure of what the other only calls many (発火事故が相次ぎ, 発火事故は16件)."""
    told = [read_numbers(c) for c in (pair.a, pair.b)]
    without = pair.b if told[0] else pair.a
    if bool(told[0]) == bool(told[1]) or not says(without, "vague number"):
        return None
    left, right = ("" if not numbers else numbers[0].text for numbers in told)
    return _told(left, right)


def number_told_by_one(pair: Aligned) -> Judgement | None:
    """Of the same act one tells how many or how often, the other nothing of the kind: asked last."""
    if not same_act(pair.a, pair.b) or not {"attribute", "title"}.isdisjoint((pair.a.kind, pair.b.kind)):
        return None
    told = [_counts(c) for c in (pair.a, pair.b)]
    without = pair.a if told[1] else pair.b
    names = cues("ordinal unit")
    if bool(told[0]) == bool(told[1]) or any(q.unit not in names for q in wholes(without)):
        return None
    if _at_a_spot(without) and not _at_a_spot(pair.b if told[1] else pair.a):
        return UNRELATED  # one of those that the other counts (上越市では住宅が倒壊した, 倒壊は10棟に上る)
    return _told(*("" if not counts else counts[0].text for counts in told))


def _at_a_spot(claim: Claim) -> bool:
    """Whether the clause tells the place where it happened, as its theme (上越市では)."""
    return any(claim.text[e.end - claim.start :].startswith("では") for e in places_told(claim))


def _counts(claim: Claim) -> list[Quantity]:
    """The counts of more than one, of those or that to which it happened, or of how often it was done."""
    units = (*cues("growing"), *cues("how often"))
    return [q for q in wholes(claim) if q.unit in units and (q.low or q.high or 0) > 1]


def _told(left: str, right: str) -> Judgement:
    return Judgement(relation="partial", slot="number", rule="number_told", left=left, right=right)
