"""Two numbers: equal, one within the other, grown, corrected or in conflict."""

from __future__ import annotations

import re
from decimal import Decimal

from jpnews_nlp.comparison.cues import cue_concepts, cues
from jpnews_nlp.comparison.differences.contrasts import exclude, places_apart, places_told, rival_subjects, told_apart
from jpnews_nlp.comparison.differences.corrections import correction
from jpnews_nlp.comparison.differences.counted import (
    SETTLED,
    added,
    one_measure,
    other_degree,
    other_measure,
    other_standard,
    part_and_total,
    part_of_count,
    several_times,
    shares_measure,
    stages,
)
from jpnews_nlp.comparison.differences.figures import (
    AGE_UNIT,
    DECADE,
    INTENSITY,
    Matched,
    matched_numbers,
    numbers_apart,
)
from jpnews_nlp.comparison.differences.pair import (
    UNRELATED,
    Aligned,
    Judgement,
    as_of,
    same_act,
    says,
    two_sources,
)
from jpnews_nlp.comparison.differences.told_times import of_two_days
from jpnews_nlp.comparison.remembered import remembered
from jpnews_nlp.comparison.synonyms import concept
from jpnews_nlp.model.claim import Claim
from jpnews_nlp.model.entity import DateExpression, Person, TimeExpression
from jpnews_nlp.model.quantity import Quantity

DIRECTIONS = frozenset({"東", "西", "南", "北", "上", "下", "前", "後", "午前", "午後"})
FAR = 11  # times the smaller figure; a lost digit makes it ten
CLOSELY = 2  # words shared by claims about one thing, however their subjects are named
NAME_TO_AGE = 6  # characters: 容疑者（, さん（同
# 30人超 tells of 32, and hardly of 60: a figure beyond this multiple of a lower bound is a later one.
NEAR_BOUND = Decimal("1.3")
OF_THEM = re.compile(r"(?:この|その)?うち(?!切)[^、。は]{0,6}[0-9０-９一二三四五六七八九十]")
BESIDE_EARLIER = re.compile(r"(?:前回|前年|昨年|去年|第[0-9０-９一二三]+回[^、。]{0,4})を(?:大きく|やや)?[上下]回")


def number_difference(pair: Aligned) -> Judgement | None:
    """How the numbers of one unit differ; None when they agree, or count different things."""
    corrected = correction(pair)
    if corrected is not None:
        return corrected
    if any(numbers_apart(pair.a, pair.b)):
        return UNRELATED
    m = _deciding(pair)
    if m is not None and m.x.unit == INTENSITY and m.fit == "different" and _elsewhere(pair):
        return UNRELATED
    return None if m is None else _compared(pair, m)


def _compared(pair: Aligned, m: Matched) -> Judgement | None:
    """What the two numbers that decide say, once it is known whether they are of one thing."""
    if not counts_the_same(pair.a, pair.b) or part_of_count(pair.a, pair.b):
        return None
    if m.fit == "different" and stages(pair):
        return _bargained(pair, m)
    if _of_two_things(pair, m) and not _outgrown(pair, m):
        return UNRELATED if m.fit == "different" or _at_two_places(pair) else None
    return _judged(pair, m)


def _bargained(pair: Aligned, m: Matched) -> Judgement:
    """What was asked for or offered is updated by what was agreed on later; any other two stages are two things."""
    reached = stages(pair)
    if not pair.later or reached is None or reached[1] != SETTLED:
        return UNRELATED
    return Judgement(relation="update", slot="number", rule="number_grew", left=m.x.text, right=m.y.text)


def _outgrown(pair: Aligned, m: Matched) -> bool:
    """Whether what was known so far of one place (市内で少なくとも3人) is followed by a larger count of a wider one."""
    if not pair.later or not _grew(m.x, m.y) or _set_apart(pair, m) or _has_scope(pair.b):
        return False
    if m.x.text.startswith(cues("so far")):
        return as_of(pair.b) or _of_harm(pair.b)
    return not any(exclude(x, y) for x in places_told(pair.a) for y in places_told(pair.b))


def _deciding(pair: Aligned) -> Matched | None:
    """The numbers of one thing that differ most; an age is compared only where the same is told of its bearer.

    The age in brackets after a name is a claim of its own, and what else the clause tells is compared here.
    """
    differing = [m for m in matched_numbers(pair.a, pair.b) if m.fit != "equal"]
    differing = [m for m in differing if not (_age_of_named(pair.a, m.x) and _age_of_named(pair.b, m.y))]
    if not same_act(pair.a, pair.b) or not _one_bearer(pair.a, pair.b):
        differing = [m for m in differing if m.x.unit != AGE_UNIT]
    return max(differing, key=lambda m: m.fit == "different", default=None)


def _one_bearer(a: Claim, b: Claim) -> bool:
    """Whether an age told by its decade (20代の店員) is compared with that of one of the same kind (店員(19))."""
    decade = any(q.unit == DECADE for c in (a, b) for q in c.slots.quantities)
    return not decade or len(_counted_words(a) & _counted_words(b)) >= CLOSELY


def _age_of_named(claim: Claim, q: Quantity) -> bool:
    """Whether a clause tells the age of somebody it names, in brackets (佐藤一郎容疑者(47)を逮捕した)."""
    if q.unit != AGE_UNIT or claim.kind == "attribute" or not claim.text[: q.start - claim.start].endswith(("(", "（")):
        return False
    return any(isinstance(e, Person) and e.end <= q.start <= e.end + NAME_TO_AGE for e in claim.slots.entities)


def _judged(pair: Aligned, m: Matched) -> Judgement:
    """What two numbers of one thing, which are not equal, say of each other."""
    left, right = m.x.text, m.y.text
    series = m.fit == "different" and of_two_days(pair) and m.x.unit != AGE_UNIT
    if pair.later and m.x.unit != AGE_UNIT and ((series and not _shrank(pair, m)) or _moved_on(pair, m)):
        return Judgement(relation="update", slot="number", rule="number_grew", left=left, right=right)
    if not one_measure(pair, m) or (several_times(m.x, m.y) and not (_one_act(pair) and not _dwindled(pair, m))):
        return UNRELATED
    if m.fit == "contained":
        return Judgement(relation="partial", slot="number", rule="number_within", left=left, right=right)
    part = _has_scope(pair.a) != _has_scope(pair.b)
    return UNRELATED if series or part or _far_apart(m.x, m.y) else _in_conflict(pair, left, right)


def _in_conflict(pair: Aligned, left: str, right: str) -> Judgement:
    """Two numbers of one thing at one time: of two sources, or a contradiction."""
    if not two_sources(pair):
        return Judgement(relation="conflict", slot="number", rule="number_differs", left=left, right=right)
    left, right = f"{pair.a.speaker}：{left}", f"{pair.b.speaker}：{right}"
    return Judgement(
        relation="conflict", slot="number", rule="sources_count", left=left, right=right, sources_differ=True
    )


def _shrank(pair: Aligned, m: Matched) -> bool:
    """Whether the later figure of what only grows is smaller and of another act: no later count of the same."""
    other = not same_act(pair.a, pair.b) or "までに" in pair.b.text
    return m.x.unit in cues("growing") and not _larger(m.x, m.y) and other


def _dwindled(pair: Aligned, m: Matched) -> bool:
    """Whether a later, smaller figure of what only grows can be none of the same (けが人21人, 転倒した4人)."""
    return pair.later and m.x.unit in cues("growing") and not _larger(m.x, m.y)


def _one_act(pair: Aligned) -> bool:
    """Whether the act or what is counted is one; how many were aboard, say, is no bound on how many were hurt."""
    fixed = any(says(c, "fixed figure") for c in (pair.a, pair.b))
    one_subject = not pair.later and bool(_own_subjects(pair.a) & _own_subjects(pair.b))
    return same_act(pair.a, pair.b) or one_subject or (shares_measure(pair.a, pair.b) and not fixed)


@remembered
def _own_subjects(claim: Claim) -> frozenset[str]:
    """The heads of what the clause itself is about."""
    return frozenset(x.head for x in claim.slots.arguments if x.role in ("subject", "topic") and not x.carried)


def _at_two_places(pair: Aligned) -> bool:
    """Whether no place of the one can hold or lie in a place of the other (日田市で3人, 玖珠町で4人)."""
    ours, theirs = places_told(pair.a), places_told(pair.b)
    return bool(ours and theirs) and all(exclude(x, y) for x in ours for y in theirs)


def _elsewhere(pair: Aligned) -> bool:
    """Whether they tell two places: a shaking has another strength at each (新潟県で6弱, 糸魚川市で5強)."""
    ours, theirs = ({p.canonical for p in places_told(c)} for c in (pair.a, pair.b))
    return bool(ours and theirs) and ours.isdisjoint(theirs)


def _far_apart(x: Quantity, y: Quantity) -> bool:
    """Whether the two are too far apart for two reports of one thing (死者1036人, 死者8人)."""
    left, right = (abs(q.low if q.low is not None else q.high or Decimal(0)) for q in (x, y))
    return x.unit == y.unit and max(left, right) > FAR * max(min(left, right), Decimal(1))


@remembered
def _has_scope(claim: Claim) -> bool:
    """Whether the figure is told of a part (県内で, 玖珠町では, うち6人が)."""
    if says(claim, "scope") or OF_THEM.match(claim.text):
        return True
    return any(claim.text[e.end - claim.start :].startswith("では") for e in places_told(claim))


def _of_two_things(pair: Aligned, m: Matched) -> bool:
    """Whether the figures are of two things, places, people or times."""
    a, b = pair.a, pair.b
    rivals = rival_subjects(a, b) and len(_counted_words(a) & _counted_words(b)) < CLOSELY
    return rivals or _set_apart(pair, m) or places_apart(a, b)


def _set_apart(pair: Aligned, m: Matched) -> bool:
    """Whether words of the two say that the figures are of two things, whatever the places."""
    a, b = pair.a, pair.b
    other_time = says(a, "other occasion") != says(b, "other occasion")
    return (
        other_time
        or other_measure(a, b)
        or (m.x.unit in cues("growing") and other_degree(a, b))
        or other_standard(a, b)
        or told_apart(a, b)
        or added(a, m.x) != added(b, m.y)
        or part_and_total(a, b, m)
    )


def _moved_on(pair: Aligned, m: Matched) -> bool:
    """Whether the later figure is another because time went on."""
    a, b = pair.a, pair.b
    if m.fit == "different" and (any(says(c, "market figure") for c in (a, b)) or _of_next_edition(a, b)):
        return True
    if any(says(c, "past peak") for c in (a, b)):
        return m.fit == "different" and as_of(b)
    if m.fit == "different" and (as_of(a) or as_of(b) or says(b, "provisional") or _expected(a)):
        return True
    if m.fit == "different" and any(says(c, "state figure") for c in (a, b)):
        return True
    if any(says(c, "fixed figure") for c in (a, b)) and not any(_of_harm(c) for c in (a, b)):
        return False
    grew = _grew(m.x, m.y) or (_larger(m.x, m.y) and any(says(c, "growing amount") for c in (a, b)))
    return grew and (m.fit == "different" or _preliminary(m.x, m.y))


def _of_next_edition(a: Claim, b: Claim) -> bool:
    """Whether the later claim alone sets its figure against that of the time before (第1回投票を下回った)."""
    return BESIDE_EARLIER.search(b.text) is not None and BESIDE_EARLIER.search(a.text) is None


def _of_harm(claim: Claim) -> bool:
    return concept(claim.predicate) in cue_concepts("casualty")


def _expected(claim: Claim) -> bool:
    """Whether the figure is a forecast, a plan or an estimate: the later one is what became of it."""
    return claim.certainty in ("planned", "likely", "possible") or says(claim, "estimate")


def _preliminary(x: Quantity, y: Quantity) -> bool:
    """Whether the lower bound told first (少なくとも5人) was one of what was known so far, not a rounding of 32."""
    if x.bound not in ("at_least", "more_than") or x.low is None or y.low is None:
        return False
    return x.text.startswith(cues("so far")) or y.low > NEAR_BOUND * x.low


def _grew(x: Quantity, y: Quantity) -> bool:
    return x.unit in cues("growing") and _larger(x, y)


def _larger(x: Quantity, y: Quantity) -> bool:
    low, high = x.low, y.high if y.high is not None else y.low
    return low is not None and high is not None and high > low


def counts_the_same(a: Claim, b: Claim) -> bool:
    """Whether the two share a word that is no part of a name, and more than a verb of measuring (増える, 上る).

    What the two are done to must not be two things (鉄鋼に25%, 自動車に15%).
    """
    if shares_measure(a, b):
        return True
    goals = [_goals(c) for c in (a, b)]
    if all(goals) and not goals[0] & goals[1] and a.predicate == b.predicate:
        return False
    ours, theirs = (_counted_words(c) for c in (a, b))
    return bool(ours & theirs) or not (ours and theirs)


@remembered
def _counted_words(claim: Claim) -> set[str]:
    names = [e.text for e in claim.slots.entities]
    words = (w for w in (claim.predicate, *claim.terms) if not any(w in name for name in names))
    return {concept(w) for w in words} - cue_concepts("measuring")


@remembered
def _goals(claim: Claim) -> set[str]:
    """What the claim's action goes to, days, numbers and directions aside."""
    days = [e for e in claim.slots.entities if isinstance(e, (DateExpression, TimeExpression))]
    others = (*days, *claim.slots.quantities)
    goals = [x for x in claim.slots.arguments if x.role == "goal" and not x.carried]
    return {concept(x.head) for x in goals if not any(x.overlaps(d) for d in others) and x.head not in DIRECTIONS}
