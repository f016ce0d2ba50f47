"""How likely two claims are about the same thing: a few features, weighed by a logistic model."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import lru_cache
from operator import mul
from typing import Protocol

from jpnews_nlp.comparison.evidence import Evidence, Rarity
from jpnews_nlp.comparison.weights import WEIGHTS
from jpnews_nlp.entities.containment import contains
from jpnews_nlp.entities.quantities import compatible
from jpnews_nlp.errors import EngineError
from jpnews_nlp.model.claim import Claim

STATEMENTS = frozenset({"clause", "relative"})
# Pairs of two articles, which are asked about once to see whether they may pair and again for their features.
ASKED_AGAIN = 2048

FEATURES = (
    "concept_dice",
    "concept_overlap",
    "concept_mass",
    "text_similarity",
    "kanji_dice",
    "rarest_shared",
    "around_dice",
    "near_dice",
    "same_predicate",
    "rare_predicate",
    "opposed",
    "opposed_sources",
    "same_measure",
    "same_count",
    "predicate_told",
    "subjects_shared",
    "subjects_disjoint",
    "objects_shared",
    "objects_disjoint",
    "others_shared",
    "roles_swapped",
    "names_dice",
    "names_disjoint",
    "places_apart",
    "days_shared",
    "days_within",
    "days_apart",
    "clocks_shared",
    "numbers_agree",
    "numbers_differ",
    "numbers_same_unit",
    "number_alone",
    "same_role",
    "same_kind",
    "in_caption",
    "one_attributed",
    "far_in_text",
)
"""The names of the features, in the order `features` gives them."""

_WEIGHTS = tuple(WEIGHTS[name] for name in FEATURES)


class Similarity(Protocol):
    """How alike in meaning the texts of two claims are: a sentence encoder, say, in place of the built-in way."""

    def similarities(self, pairs: Sequence[tuple[Claim, Claim]]) -> Sequence[float]:
        """For each pair a number between 0 (nothing in common) and 1 (the same)."""
        ...


def text_similarities(
    pairs: Sequence[tuple[Evidence, Evidence]], similarity: Similarity | None = None
) -> Sequence[float]:
    """For each pair how alike the texts are: the Dice coefficient of their bigrams, or what `similarity` says.

    Raises:
        EngineError: When `similarity` does not give a number for each pair.
    """
    if similarity is None:
        return [_dice(a.bigrams, b.bigrams) for a, b in pairs]
    values = [min(1.0, max(0.0, float(v))) for v in similarity.similarities([(a.claim, b.claim) for a, b in pairs])]
    if len(values) != len(pairs):
        raise EngineError(f"similarity: found {len(values)} numbers for {len(pairs)} pairs; one for each is needed")
    return values


def alignment_score(a: Evidence, b: Evidence, rarity: Rarity, alike: float | None = None) -> float:
    """The probability, between 0 and 1, that the two claims are about the same thing."""
    total = WEIGHTS["bias"] + math.fsum(map(mul, _WEIGHTS, features(a, b, rarity, alike)))
    return 1 / (1 + math.exp(-total))


def features(a: Evidence, b: Evidence, rarity: Rarity, alike: float | None = None) -> tuple[float, ...]:
    """The features of a pair, each between 0 and 1, in the order of `FEATURES`.

    Args:
        a: The one claim; that of the earlier article, when it is known which is.
        b: The other.
        rarity: How much a shared concept tells.
        alike: How alike the two texts are, when it is known; otherwise the built-in way tells.
    """
    common = [rarity.weight(c) for c in a.concepts & b.concepts]
    shared = math.fsum(common)
    whole_a, whole_b = rarity.total(a.concepts), rarity.total(b.concepts)
    agreeing, differing, same_unit = _numbers(a, b)
    same_predicate = a.predicate == b.predicate
    opposed = same_predicate and a.claim.polarity != b.claim.polarity
    two_sources = bool(a.claim.speaker and b.claim.speaker and a.claim.speaker != b.claim.speaker)
    return (
        2 * shared / (whole_a + whole_b),
        shared / min(whole_a, whole_b),
        1 - math.exp(-shared / 4),
        _dice(a.bigrams, b.bigrams) if alike is None else alike,
        _dice(a.kanji, b.kanji),
        min(1.0, max(common, default=0.0) / 4),
        rarity.dice(a.around, b.around),
        rarity.dice(a.near, b.near),
        same_predicate,
        min(1.0, rarity.weight(a.predicate) / 5) if same_predicate else 0.0,
        opposed,
        opposed and two_sources,
        same_predicate and same_unit > 0,
        not a.counted.isdisjoint(b.counted),
        a.predicate in b.concepts or b.predicate in a.concepts,
        not a.subjects.isdisjoint(b.subjects),
        _disjoint(a.subjects, b.subjects),
        not a.objects.isdisjoint(b.objects),
        _disjoint(a.objects, b.objects),
        not a.others.isdisjoint(b.others),
        bool(a.subjects & (b.objects | b.others) or b.subjects & (a.objects | a.others)),
        _dice(a.names, b.names),
        _disjoint(a.names, b.names),
        places_apart(a, b),
        *_days(a, b),
        not a.clocks.isdisjoint(b.clocks),
        agreeing,
        differing,
        same_unit,
        bool(a.quantities) != bool(b.quantities),
        a.claim.role == b.claim.role,
        (a.claim.kind in STATEMENTS) == (b.claim.kind in STATEMENTS),
        "caption" in (a.claim.role, b.claim.role),
        bool(a.claim.speaker) != bool(b.claim.speaker),
        abs(a.position - b.position),
    )


def _days(a: Evidence, b: Evidence) -> tuple[float, float, float]:
    """Whether a day is shared, whether one lies within another, whether all lie apart."""
    if not a.days or not b.days:
        return 0.0, 0.0, 0.0
    if not a.days.isdisjoint(b.days):
        return 1.0, 0.0, 0.0
    within = any(x.overlaps(y) for x in a.ranges for y in b.ranges)
    return 0.0, float(within), float(not within)


@lru_cache(maxsize=ASKED_AGAIN)
def places_apart(a: Evidence, b: Evidence) -> bool:
    """Whether both name places, and none of one is, holds or lies in one of the other."""
    if not a.places or not b.places:
        return False
    pairs = ((x, y) for x in a.places for y in b.places)
    return not any(x.canonical == y.canonical or contains(x, y) or contains(y, x) for x, y in pairs)


def numbers_comparable(a: Evidence, b: Evidence) -> bool:
    """Whether numbers of one unit are told."""
    return any(q.unit for q in a.quantities) and _numbers(a, b)[2] > 0


def numbers_differ(a: Evidence, b: Evidence) -> bool:
    """Whether numbers of one unit are told, and none agrees."""
    return _numbers(a, b)[1] > 0


@lru_cache(maxsize=ASKED_AGAIN)
def _numbers(a: Evidence, b: Evidence) -> tuple[float, float, float]:
    """Whether a number agrees, whether all of a shared unit differ, whether a unit is shared."""
    if not a.quantities or not b.quantities:
        return 0.0, 0.0, 0.0
    relations = {compatible(x, y) for x in a.quantities for y in b.quantities}
    relations.discard("incomparable")
    agree = bool(relations & {"equal", "contained"})
    return float(agree), float(bool(relations) and not agree), float(bool(relations))


def _dice(a: frozenset[str], b: frozenset[str]) -> float:
    return 2 * len(a & b) / (len(a) + len(b)) if a and b else 0.0


def _disjoint(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether both have something and nothing is shared."""
    return bool(a) and bool(b) and a.isdisjoint(b)
