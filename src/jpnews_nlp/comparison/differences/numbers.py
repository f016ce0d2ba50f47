"""Two numbers: equal, one within the other, grown, corrected or in conflict."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from jpnews_nlp.comparison.cues import cues
from jpnews_nlp.comparison.differences.pair import Aligned, Judgement, as_of, two_sources
from jpnews_nlp.comparison.synonyms import concept
from jpnews_nlp.entities.quantities import compatible
from jpnews_nlp.model.claim import Claim
from jpnews_nlp.model.entity import DateExpression, TimeExpression
from jpnews_nlp.model.quantity import Quantity

DIRECTIONS = frozenset({"東", "西", "南", "北", "上", "下", "前", "後", "午前", "午後"})
# Roundings differ by at most this share of the larger number.
ROUNDING = Decimal("0.05")
ROUNDED_UP = Decimal("0.15")  # 3時間近く, 3時間弱


def number_difference(pair: Aligned) -> Judgement | None:
    """How the numbers of one unit differ; None when they agree, or count different things."""
    corrected = _corrected(pair)
    if corrected is not None:
        return corrected
    matched = _closest_numbers(pair.a.slots.quantities, pair.b.slots.quantities)
    if matched is None:
        return None
    x, y, how = matched
    if how == "equal" or _rounded(x, y) or not _counts_the_same(pair.a, pair.b):
        return None
    grew = (
        _grew(x, y)
        and not any(word in pair.a.text for word in cues("past peak"))
        and (how == "different" or x.bound in ("at_least", "more_than"))
    )
    if pair.later and (grew or (how == "different" and as_of(pair.b))):
        return Judgement(relation="update", slot="number", rule="number_grew", left=x.text, right=y.text)
    if how == "contained":
        return Judgement(relation="partial", slot="number", rule="number_within", left=x.text, right=y.text)
    return Judgement(
        relation="conflict",
        slot="number",
        rule="number_differs",
        left=x.text,
        right=y.text,
        sources_differ=two_sources(pair),
    )


def _corrected(pair: Aligned) -> Judgement | None:
    """The later claim changes the earlier figure (10キロから20キロに訂正した), even if it names the old one too."""
    if not pair.later or not any(word in pair.b.text for word in cues("correcting")):
        return None
    pairs = ((x, y) for x in pair.a.slots.quantities for y in pair.b.slots.quantities)
    changed = [(x, y) for x, y in pairs if compatible(x, y) == "different"]
    if not changed:
        return None
    x, y = changed[-1]
    return Judgement(relation="update", slot="number", rule="number_corrected", left=x.text, right=y.text)


def _counts_the_same(a: Claim, b: Claim) -> bool:
    """Whether the two share a word that is no part of a name: figures of one place need not be of one thing.

    What the two are done to must not be two things (鉄鋼に25%, 自動車に15%).
    """
    goals = [_goals(c) for c in (a, b)]
    if all(goals) and not goals[0] & goals[1] and a.predicate == b.predicate:
        return False
    names = [e.text for c in (a, b) for e in c.slots.entities]
    ours = {concept(t) for t in (a.predicate, *a.terms) if not any(t in name for name in names)}
    theirs = {concept(t) for t in (b.predicate, *b.terms) if not any(t in name for name in names)}
    return bool(ours & theirs) or not (ours and theirs)


def _goals(claim: Claim) -> set[str]:
    """What the claim's action goes to, days and directions aside."""
    days = [e for e in claim.slots.entities if isinstance(e, (DateExpression, TimeExpression))]
    goals = [x for x in claim.slots.arguments if x.role == "goal" and not x.carried]
    return {concept(x.head) for x in goals if not any(x.overlaps(d) for d in days) and x.head not in DIRECTIONS}


def _closest_numbers(left: Sequence[Quantity], right: Sequence[Quantity]) -> tuple[Quantity, Quantity, str] | None:
    """The pair of comparable numbers that decides: an equal pair before a contained one before a different one."""
    order = ("equal", "contained", "different")
    pairs = [(x, y, _peak(x, y) or _approximate(x, y) or compatible(x, y)) for x in left for y in right]
    pairs = [p for p in pairs if p[2] in order]
    return min(pairs, key=lambda p: order.index(p[2])) if pairs else None


def _peak(x: Quantity, y: Quantity) -> str | None:
    """最大 with a figure that was reached (停電は最大3180戸) is that figure, no bound on others."""
    if x.unit != y.unit or not any(q.text.startswith("最大") for q in (x, y)):
        return None
    return "equal" if _rounded(x, y) or (x.high or x.low) == (y.high or y.low) else "different"


def _approximate(x: Quantity, y: Quantity) -> str | None:
    """約65km and 約60km: each is rounded, and beyond a rounding they differ."""
    if x.unit != y.unit or not x.bound == y.bound == "about":
        return None
    return "equal" if _rounded(x, y) else "different"


def _rounded(x: Quantity, y: Quantity) -> bool:
    """Whether one is a rounding of the other, whatever words bound them (およそ3200戸, 最大3180戸)."""
    if x.unit != y.unit or not any(q.bound == "about" or q.text.endswith(cues("rounded up")) for q in (x, y)):
        return False
    left, right = x.high or x.low, y.high or y.low
    share = ROUNDED_UP if any(q.text.endswith(cues("rounded up")) for q in (x, y)) else ROUNDING
    return left is not None and right is not None and abs(left - right) <= share * max(abs(left), abs(right))


def _grew(x: Quantity, y: Quantity) -> bool:
    low, high = x.low, y.high if y.high is not None else y.low
    return x.unit in cues("growing") and low is not None and high is not None and high > low
