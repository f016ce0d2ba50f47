"""What a claim offers for alignment: its words as concepts, its names, days and numbers."""

from __future__ import annotations

import itertools
import math
import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from jpnews_nlp.comparison.descriptions import described
from jpnews_nlp.comparison.earlier import Occasion, occasions
from jpnews_nlp.comparison.measured import counted
from jpnews_nlp.comparison.synonyms import act, concept, empty_words, set_phrases
from jpnews_nlp.entities.containment import contains
from jpnews_nlp.model.claim import Argument, Claim
from jpnews_nlp.model.entity import DateExpression, Entity, Place, TimeExpression
from jpnews_nlp.model.interval import DayRange
from jpnews_nlp.model.quantity import Quantity
from jpnews_nlp.model.span import within

KANJI = re.compile(r"[一-鿿]")
# A claim of no more concepts (20日にも発表する, 決定した事実はない) does not say by itself what it is about.
FEW_WORDS = 3
OTHER_ROLES = frozenset({"goal", "location", "source", "limit", "companion", "means", "causer"})


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Evidence:
    """One claim, prepared for comparing it with many; equal to itself alone, which makes looking it up quick.

    Attributes:
        claim: The claim.
        concepts: The concepts of its words and the canonical names of its entities.
        around: The concepts of the whole sentence it stands in.
        names: The canonical names of the people, places and organizations in it.
        places: Its places, one mention each, without those that only name the area others lie in.
        days: The ISO values of its dates.
        ranges: The days those cover.
        clocks: The values of its clock times.
        quantities: Its numbers.
        bigrams: Pairs of neighbouring characters, widths and digits unified.
        kanji: The kanji of the text: 負傷 and 傷 share one.
        near: The concepts of its sentence and the one before.
        leaning: Its concepts, and for a claim of few words, which leans on what was just said, those of `near` as well.
        predicate: The concept of its predicate.
        subjects: Who or what does it, carried-over ones included: canonical names, or concepts of head nouns.
        objects: What it is done to.
        others: What fills its other roles.
        counted: What it counts (けが人, 停電), with the unit.
        occasion: Whether its sentence tells of an earlier occasion of the same kind.
        position: Where in the article it stands, from 0 (the first sentence) up to 1.
    """

    claim: Claim
    concepts: frozenset[str]
    around: frozenset[str]
    names: frozenset[str]
    places: tuple[Place, ...]
    days: frozenset[str]
    ranges: tuple[DayRange, ...]
    clocks: frozenset[str]
    quantities: tuple[Quantity, ...]
    bigrams: frozenset[str]
    kanji: frozenset[str]
    near: frozenset[str]
    leaning: frozenset[str]
    predicate: str
    subjects: frozenset[str]
    objects: frozenset[str]
    others: frozenset[str]
    counted: frozenset[str]
    occasion: Occasion
    position: float


class Rarity:
    """How much a shared concept tells: the fewer sentences of the two articles have it, the more.

    The weight is the inverse document frequency `log((n + 1) / (df + 0.5))` over the `n` sentences (Spärck Jones 1972,
    smoothed). Sentences are counted and not claims, as a long sentence gives many claims, one inside another.
    """

    def __init__(self, evidences: Iterable[Evidence]) -> None:
        sentences = {(e.claim.article, e.claim.sentence): e.around for e in evidences}
        count = len(sentences) + 1
        frequency = Counter(c for concepts in sentences.values() for c in concepts)
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
    predicates = [_predicate(c) for c in claims]
    called = described(claims)
    mentions = _mentions(claims)
    own = [_concepts(c, predicate, called, mentions) for c, predicate in zip(claims, predicates, strict=True)]
    sentences: dict[int, set[str]] = {}
    for claim, concepts in zip(claims, own, strict=True):
        sentences.setdefault(claim.sentence, set()).update(concepts)
    times = occasions(claims)
    told = zip(claims, predicates, own, strict=True)
    return tuple(
        _evidence(c, (predicate, concepts), sentences, mentions, times[c.sentence]) for c, predicate, concepts in told
    )


def _evidence(
    claim: Claim,
    told: tuple[str, frozenset[str]],
    sentences: Mapping[int, set[str]],
    mentions: Sequence[Entity],
    occasion: Occasion,
) -> Evidence:
    predicate, concepts = told
    entities = claim.slots.entities
    plain = unicodedata.normalize("NFKC", claim.text)
    around = sentences[claim.sentence]
    near = frozenset(around | sentences.get(claim.sentence - 1, set()))
    return Evidence(
        claim=claim,
        concepts=concepts,
        around=frozenset(around),
        near=near,
        leaning=concepts | near if len(concepts) <= FEW_WORDS else concepts,
        names=frozenset(e.canonical for e in entities if e.kind in ("person", "place", "organization")),
        places=_finest(entities),
        days=frozenset(e.value for e in entities if isinstance(e, DateExpression) and e.value),
        ranges=tuple(e.days for e in entities if isinstance(e, DateExpression) and e.days),
        clocks=frozenset(e.value for e in entities if isinstance(e, TimeExpression) and e.value),
        quantities=claim.slots.quantities,
        bigrams=frozenset(a + b for a, b in itertools.pairwise(plain)),
        kanji=frozenset(KANJI.findall(plain)),
        predicate=predicate,
        subjects=_fillers(claim, {"subject", "topic"}, mentions),
        objects=_fillers(claim, {"object"}, mentions),
        others=_fillers(claim, OTHER_ROLES, mentions),
        counted=counted(claim),
        occasion=occasion,
        position=claim.sentence / (max(sentences) + 1),
    )


def _finest(entities: Sequence[Entity]) -> tuple[Place, ...]:
    places = {e.canonical: e for e in entities if isinstance(e, Place)}.values()
    return tuple(p for p in places if not any(contains(p, q) for q in places))


def _mentions(claims: Sequence[Claim]) -> tuple[Entity, ...]:
    """What the claims of an article name, in text order."""
    found = {(e.start, e.end): e for c in claims for e in c.slots.entities if e.kind not in ("date", "time")}
    return tuple(found[span] for span in sorted(found))


def _fillers(claim: Claim, roles: Collection[str], mentions: Sequence[Entity]) -> frozenset[str]:
    """The canonical names inside the arguments of these roles, or the concepts of their heads."""
    told = (_filler(a, mentions) for a in claim.slots.arguments if a.role in roles)
    return frozenset(itertools.chain.from_iterable(told))


def _filler(argument: Argument, mentions: Sequence[Entity]) -> frozenset[str]:
    return frozenset(e.canonical for e in within(mentions, argument)) or frozenset({concept(argument.head)})


def _predicate(claim: Claim) -> str:
    return act(claim.predicate, claim.terms, claim.polarity)


def _concepts(
    claim: Claim, predicate: str, called: Mapping[str, frozenset[str]], mentions: Sequence[Entity]
) -> frozenset[str]:
    phrases = set_phrases(claim.terms, claim.polarity)
    words = set(claim.terms) - empty_words()
    names = {e.canonical for e in claim.slots.entities if e.kind in ("person", "place", "organization")}
    carried = {word for a in claim.slots.arguments if a.carried for word in _filler(a, mentions)}
    roles = {word for name in names for word in called.get(name, ())}
    return frozenset({concept(t) for t in words} | {p.concept for p in phrases} | names | roles | carried | {predicate})
