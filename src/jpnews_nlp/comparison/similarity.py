"""How likely two claims are about the same thing: a few features, weighed by a logistic model."""

from __future__ import annotations

import math
from collections.abc import Collection

from jpnews_nlp.comparison.evidence import Evidence, Rarity
from jpnews_nlp.comparison.weights import WEIGHTS
from jpnews_nlp.entities.quantities import compatible

STATEMENTS = frozenset({"clause", "relative"})


def alignment_score(a: Evidence, b: Evidence, rarity: Rarity) -> float:
    """The probability, between 0 and 1, that the two claims are about the same thing."""
    values = features(a, b, rarity)
    total = WEIGHTS["bias"] + math.fsum(WEIGHTS.get(name, 0.0) * value for name, value in values.items())
    return 1 / (1 + math.exp(-total))


def features(a: Evidence, b: Evidence, rarity: Rarity) -> dict[str, float]:
    """The features of a pair, each between 0 and 1; their names are the keys of the weights."""
    shared = rarity.total(a.concepts & b.concepts)
    whole_a, whole_b = rarity.total(a.concepts), rarity.total(b.concepts)
    agreeing, differing, same_unit = _numbers(a, b)
    return {
        "concept_dice": _ratio(2 * shared, whole_a + whole_b),
        "concept_overlap": _ratio(shared, min(whole_a, whole_b)),
        "concept_mass": 1 - math.exp(-shared / 4),
        "character_dice": _dice(a.bigrams, b.bigrams),
        "around_dice": _ratio(2 * rarity.total(a.around & b.around), rarity.total(a.around) + rarity.total(b.around)),
        "near_dice": _ratio(2 * rarity.total(a.near & b.near), rarity.total(a.near) + rarity.total(b.near)),
        "same_predicate": float(a.predicate == b.predicate),
        "rare_predicate": min(1.0, rarity.weight(a.predicate) / 5) if a.predicate == b.predicate else 0.0,
        "opposed": float(a.predicate == b.predicate and a.claim.polarity != b.claim.polarity),
        "opposed_sources": float(
            a.predicate == b.predicate
            and a.claim.polarity != b.claim.polarity
            and bool(a.claim.speaker and b.claim.speaker and a.claim.speaker != b.claim.speaker)
        ),
        "same_measure": float(a.predicate == b.predicate and same_unit > 0),
        "predicate_told": float(a.predicate in b.concepts or b.predicate in a.concepts),
        "subjects_shared": float(bool(a.subjects & b.subjects)),
        "subjects_disjoint": float(bool(a.subjects) and bool(b.subjects) and not a.subjects & b.subjects),
        "objects_shared": float(bool(a.objects & b.objects)),
        "objects_disjoint": float(bool(a.objects) and bool(b.objects) and not a.objects & b.objects),
        "others_shared": float(bool(a.others & b.others)),
        "roles_swapped": float(bool(a.subjects & (b.objects | b.others) or b.subjects & (a.objects | a.others))),
        "names_dice": _dice(a.names, b.names),
        "names_disjoint": float(bool(a.names) and bool(b.names) and not a.names & b.names),
        "days_shared": float(bool(a.days & b.days)),
        "days_disjoint": float(bool(a.days) and bool(b.days) and not a.days & b.days),
        "clocks_shared": float(bool(a.clocks & b.clocks)),
        "numbers_agree": agreeing,
        "numbers_differ": differing,
        "numbers_same_unit": same_unit,
        "number_alone": float(bool(a.quantities) != bool(b.quantities)),
        "same_role": float(a.claim.role == b.claim.role),
        "same_kind": float((a.claim.kind in STATEMENTS) == (b.claim.kind in STATEMENTS)),
    }


def _numbers(a: Evidence, b: Evidence) -> tuple[float, float, float]:
    """Whether a number agrees, whether all of a shared unit differ, whether a unit is shared."""
    relations = {compatible(x, y) for x in a.quantities for y in b.quantities} - {"incomparable"}
    agree = bool(relations & {"equal", "contained"})
    return float(agree), float(bool(relations) and not agree), float(bool(relations))


def _dice(a: Collection[str], b: Collection[str]) -> float:
    return _ratio(2 * len(set(a) & set(b)), len(a) + len(b))


def _ratio(part: float, whole: float) -> float:
    return part / whole if whole else 0.0
