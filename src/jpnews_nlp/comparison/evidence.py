"""What a claim offers for alignment: its words as concepts, its names, days and numbers."""

from __future__ import annotations

import itertools
import math
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from jpnews_nlp.comparison.synonyms import concept
from jpnews_nlp.model.claim import Claim
from jpnews_nlp.model.entity import DateExpression, TimeExpression
from jpnews_nlp.model.quantity import Quantity


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """One claim, prepared for comparing it with many.

    Attributes:
        claim: The claim.
        concepts: The concepts of its words and the canonical names of its entities.
        around: The concepts of the whole sentence it stands in.
        names: The canonical names of the people, places and organizations in it.
        days: The ISO values of its dates.
        clocks: The values of its clock times.
        quantities: Its numbers.
        bigrams: Pairs of neighbouring characters, widths and digits unified.
        near: The concepts of its sentence and the one before.
        predicate: The concept of its predicate.
        subjects: Who or what does it, carried-over ones included: canonical names, or concepts of head nouns.
        objects: What it is done to.
        others: What fills its other roles.
    """

    claim: Claim
    concepts: frozenset[str]
    around: frozenset[str]
    names: frozenset[str]
    days: frozenset[str]
    clocks: frozenset[str]
    quantities: tuple[Quantity, ...]
    bigrams: frozenset[str]
    near: frozenset[str]
    predicate: str
    subjects: frozenset[str]
    objects: frozenset[str]
    others: frozenset[str]


class Rarity:
    """How much a shared concept tells: the fewer of the compared claims have it, the more.

    The weight is the inverse document frequency `log((n + 1) / (df + 0.5))` over the `n` claims (Spärck Jones 1972,
    smoothed).
    """

    def __init__(self, evidences: Iterable[Evidence]) -> None:
        evidences = tuple(evidences)
        count = len(evidences) + 1
        frequency = Counter(c for e in evidences for c in e.concepts)
        self._weights = {c: math.log(count / (n + 0.5)) + 0.1 for c, n in frequency.items()}
        self._unseen = math.log(count / 0.5) + 0.1
        self._totals: dict[frozenset[str], float] = {}
        self._dices: dict[tuple[frozenset[str], frozenset[str]], float] = {}

    def weight(self, concept_name: str) -> float:
        """The weight of one concept, above 0."""
        return self._weights.get(concept_name, self._unseen)

    def total(self, concepts: frozenset[str]) -> float:
        """The summed weight of several concepts; remembered, as the sets of a sentence come again and again."""
        total = self._totals.get(concepts)
        if total is None:
            total = self._totals[concepts] = math.fsum(map(self.weight, concepts))
        return total

    def shared(self, a: frozenset[str], b: frozenset[str]) -> float:
        """The summed weight of what both have."""
        return math.fsum(map(self.weight, a & b))

    def dice(self, a: frozenset[str], b: frozenset[str]) -> float:
        """The weighted Dice coefficient of two sets, between 0 and 1; remembered like `total`."""
        dice = self._dices.get((a, b))
        if dice is None:
            whole = self.total(a) + self.total(b)
            dice = self._dices[a, b] = 2 * self.shared(a, b) / whole if whole else 0.0
        return dice


def prepare(claims: Sequence[Claim]) -> tuple[Evidence, ...]:
    """The evidence of one article's claims, in their order."""
    own = [_concepts(c) for c in claims]
    sentences: dict[int, set[str]] = {}
    for claim, concepts in zip(claims, own, strict=True):
        sentences.setdefault(claim.sentence, set()).update(concepts)
    return tuple(_evidence(c, concepts, sentences) for c, concepts in zip(claims, own, strict=True))


def _evidence(claim: Claim, concepts: frozenset[str], sentences: Mapping[int, set[str]]) -> Evidence:
    entities = claim.slots.entities
    plain = unicodedata.normalize("NFKC", claim.text)
    around = sentences[claim.sentence]
    return Evidence(
        claim=claim,
        concepts=concepts,
        around=frozenset(around),
        near=frozenset(around | sentences.get(claim.sentence - 1, set())),
        names=frozenset(e.canonical for e in entities if e.kind in ("person", "place", "organization")),
        days=frozenset(e.value for e in entities if isinstance(e, DateExpression) and e.value),
        clocks=frozenset(e.value for e in entities if isinstance(e, TimeExpression) and e.value),
        quantities=claim.slots.quantities,
        bigrams=frozenset(a + b for a, b in itertools.pairwise(plain)),
        predicate=concept(claim.predicate),
        subjects=_fillers(claim, {"subject", "topic"}),
        objects=_fillers(claim, {"object"}),
        others=_fillers(claim, {"goal", "location", "source", "limit", "companion"}),
    )


def _fillers(claim: Claim, roles: Collection[str]) -> frozenset[str]:
    """The canonical names inside the arguments of these roles, or the concepts of their heads."""
    found: set[str] = set()
    for argument in claim.slots.arguments:
        if argument.role in roles:
            names = {e.canonical for e in claim.slots.entities if argument.covers(e) and e.kind not in ("date", "time")}
            found |= names or {concept(argument.head)}
    return frozenset(found)


def _concepts(claim: Claim) -> frozenset[str]:
    names = {e.canonical for e in claim.slots.entities if e.kind in ("person", "place", "organization")}
    carried = {concept(a.head) for a in claim.slots.arguments if a.carried}
    return frozenset({concept(t) for t in claim.terms} | names | carried | {concept(claim.predicate)})
