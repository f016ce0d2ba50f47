"""Which claims of two articles are about the same thing."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import product

from jpnews_nlp.comparison.differences.questions import leaves_open
from jpnews_nlp.comparison.differences.values import single_values
from jpnews_nlp.comparison.earlier import of_two_occasions
from jpnews_nlp.comparison.evidence import Evidence, Rarity
from jpnews_nlp.comparison.similarity import (
    Similarity,
    alignment_score,
    numbers_comparable,
    numbers_differ,
    places_apart,
    text_similarities,
)
from jpnews_nlp.comparison.titles import Title, read_title, rival_offices, same_office
from jpnews_nlp.model.claim import AGE, MOMENT
from jpnews_nlp.model.entity import Person

# Below the first no pair is linked. A claim is linked again, at most three times, when the pair is above the second, or
# when its own article says there what it said in the claim linked before: in headline and lead, say. Two claims of one
# article say the same when they are above the third. All were chosen by cross-validation together with the weights.
LINKED = 0.25
LINKED_AGAIN = 0.5
SAID_AGAIN = 0.4
MOST_LINKS = 3
# Units of shares and rates.
RATIOS = ("%", "ポイント", "割", "倍")


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairing:
    """Two claims about the same thing, by their positions in the two lists, how sure that is, and what found it."""

    a: int
    b: int
    score: float
    source: str = "alignment-model"


def align(
    left: Sequence[Evidence], right: Sequence[Evidence], similarity: Similarity | None = None
) -> tuple[Pairing, ...]:
    """The pairings between the claims of two articles, best first.

    Every claim is paired with its best partner, greedily from the surest pair down, those with a headline last, as the
    text says it in full; again only when that pair is sure too. When something happened is compared where what happened
    is paired.
    """
    rarity = Rarity((*left, *right))
    pairs = [(i, j) for i, j in _sharing(left, right) if may_pair(left[i], right[j])]
    alike = text_similarities([(left[i], right[j]) for i, j in pairs], similarity)
    candidates = [
        Pairing(a=i, b=j, score=round(alignment_score(left[i], right[j], rarity, value), 4))
        for (i, j), value in zip(pairs, alike, strict=True)
    ]
    candidates = [c for c in candidates if c.score >= LINKED]
    candidates.extend(_parts(left, right, candidates))
    candidates.extend(_titles(left, right))
    candidates.extend(_values(left, right))
    candidates.sort(key=lambda c: (_in_headline(left[c.a], right[c.b]), -c.score, c.a, c.b))
    return tuple(_chosen(candidates, left, right, rarity))


def _sharing(left: Sequence[Evidence], right: Sequence[Evidence]) -> list[tuple[int, int]]:
    """The pairs of claims that state something and share a concept or a unit, found by an index of what each has."""
    found: set[tuple[int, int]] = set()
    telling = _index(right, _keys)
    leaning = _index(right, lambda y: y.leaning - y.concepts)
    for i, x in enumerate(left):
        if _states(x):
            found.update((i, j) for key in _keys(x) | x.leaning for j in telling.get(key, ()))
            found.update((i, j) for key in x.concepts for j in leaning.get(key, ()))
    return sorted(found)


def _index(evidences: Sequence[Evidence], keys: Callable[[Evidence], frozenset[str]]) -> dict[str, list[int]]:
    """For each key the positions of the claims that state something and have it."""
    having: dict[str, list[int]] = {}
    for n, evidence in enumerate(evidences):
        if _states(evidence):
            for key in keys(evidence):
                having.setdefault(key, []).append(n)
    return having


def _keys(evidence: Evidence) -> frozenset[str]:
    """What a claim is found by: its concepts, and its units, which no word is written like."""
    return evidence.concepts | {f"0{q.unit}" for q in evidence.quantities if q.unit}


def _states(evidence: Evidence) -> bool:
    """Whether the claim states something: a question does not, and moments and titles have rules of their own."""
    claim = evidence.claim
    return (claim.certainty != "asked" or leaves_open(claim)) and claim.kind != "title" and claim.predicate != MOMENT


def may_pair(x: Evidence, y: Evidence) -> bool:
    """Whether two claims that state something share a word or a unit; ages pair with ages of somebody told in both.

    A claim of few words shares what stands around it as well.

    One clash may be what the two articles differ on. Another place and another number are another happening, and so is
    one told to be an earlier one.
    """
    if of_two_occasions(x.occasion, y.occasion):
        return False
    if AGE in (x.claim.predicate, y.claim.predicate):
        return x.claim.predicate == y.claim.predicate and len(x.concepts & y.concepts) > 1
    shared = not (x.leaning.isdisjoint(y.concepts) and x.concepts.isdisjoint(y.leaning))
    shared = shared or _share_telling_numbers(x, y)
    return shared and not (places_apart(x, y) and numbers_differ(x, y))


def _share_telling_numbers(x: Evidence, y: Evidence) -> bool:
    return numbers_comparable(x, y) and not (_round_ratios(x) or _round_ratios(y))


def _round_ratios(evidence: Evidence) -> bool:
    """Whether all its numbers are round shares or rates (20%, 3割), which many things have."""
    return all(q.unit in RATIOS and _is_round(q.low if q.low is not None else q.high) for q in evidence.quantities)


def _is_round(number: Decimal | None) -> bool:
    return number is None or len(number.normalize().as_tuple().digits) == 1


def _parts(left: Sequence[Evidence], right: Sequence[Evidence], candidates: Sequence[Pairing]) -> Iterator[Pairing]:
    """Pairings of the moments and ages inside paired clauses, as sure as the clauses are."""
    best: dict[tuple[int, int], float] = {}
    for predicate in (MOMENT, AGE):
        of_left, of_right = _inside(left, predicate), _inside(right, predicate)
        for pairing in candidates:
            ours, theirs = of_left.get(pairing.a, ()), of_right.get(pairing.b, ())
            if predicate == AGE and not _one_unnamed(left, ours, right, theirs):
                continue
            for i, j in product(ours, theirs):
                best[i, j] = max(best.get((i, j), 0.0), pairing.score)
    yield from (Pairing(a=i, b=j, score=s, source="inside-paired-clauses") for (i, j), s in best.items())


def _one_unnamed(
    left: Sequence[Evidence], ours: Sequence[int], right: Sequence[Evidence], theirs: Sequence[int]
) -> bool:
    """Whether each clause tells one age and only one of the two is that of somebody named."""
    if len(ours) != 1 or len(theirs) != 1:
        return False
    named = [any(isinstance(e, Person) for e in x.claim.slots.entities) for x in (left[ours[0]], right[theirs[0]])]
    return named[0] != named[1]


def _titles(left: Sequence[Evidence], right: Sequence[Evidence]) -> Iterator[Pairing]:
    """Pairings of the titles two articles give one person, where one says 前大統領 or 会長 and the other never does."""
    of_left, of_right = _titles_by_person(left), _titles_by_person(right)
    for person in sorted(of_left.keys() & of_right.keys()):
        ours, theirs = of_left[person], of_right[person]
        pairs = [(i, j) for i in ours for j in theirs if same_office(ours[i], theirs[j])]
        pairs = [(i, j) for i, j in pairs if _tense_differs(ours, theirs, i, j)]
        pairs += product(ours, theirs) if _one_ladder(ours, theirs) else ()
        yield from (Pairing(a=i, b=j, score=1.0, source="titles") for i, j in pairs[:1])


def _one_ladder(ours: Mapping[int, Title], theirs: Mapping[int, Title]) -> bool:
    """Whether each article gives titles of one ladder, and neither gives one of the other's (社長, 会長)."""
    return all(rival_offices(x, y) for x in ours.values() for y in theirs.values())


def _tense_differs(ours: Mapping[int, Title], theirs: Mapping[int, Title], i: int, j: int) -> bool:
    return ours[i].tense != theirs[j].tense and (ours[i] not in theirs.values() or theirs[j] not in ours.values())


def _values(left: Sequence[Evidence], right: Sequence[Evidence]) -> Iterator[Pairing]:
    """Pairings of what two articles tell the one value of (the cause of a death), where each tells it once."""
    ours, theirs = _by_value(left), _by_value(right)
    for what in sorted(ours.keys() & theirs.keys()):
        if len(ours[what]) == len(theirs[what]) == 1:
            yield Pairing(a=ours[what][0], b=theirs[what][0], score=LINKED_AGAIN, source="values")


def _by_value(evidences: Sequence[Evidence]) -> dict[str, list[int]]:
    """For each thing of one value the outermost claims that tell it."""
    found: dict[str, list[int]] = {}
    for i, evidence in enumerate(evidences):
        for what, _ in single_values(evidence.claim):
            held = found.setdefault(what, [])
            if not any(evidences[n].claim.overlaps(evidence.claim) for n in held):
                held.append(i)
    return found


def _titles_by_person(evidences: Sequence[Evidence]) -> dict[str, dict[int, Title]]:
    """For each person the titles given, by the position of their claim."""
    found: dict[str, dict[int, Title]] = {}
    for i, evidence in enumerate(evidences):
        if evidence.claim.kind == "title":
            for entity in evidence.claim.slots.entities:
                if entity.kind == "person":
                    found.setdefault(entity.canonical, {})[i] = read_title(evidence.claim.predicate)
    return found


def _inside(evidences: Sequence[Evidence], predicate: str) -> dict[int, list[int]]:
    """For the position of each clause the positions of the attributes of one kind that it contains."""
    found: dict[int, list[int]] = {}
    for i, part in enumerate(evidences):
        if part.claim.predicate == predicate:
            for n, evidence in enumerate(evidences):
                if n != i and evidence.claim.covers(part.claim):
                    found.setdefault(n, []).append(i)
    return found


def _chosen(
    candidates: Sequence[Pairing], left: Sequence[Evidence], right: Sequence[Evidence], rarity: Rarity
) -> Iterator[Pairing]:
    partners_left: dict[int, list[int]] = {}
    partners_right: dict[int, list[int]] = {}
    for pairing in candidates:
        ours, theirs = partners_left.setdefault(pairing.a, []), partners_right.setdefault(pairing.b, [])
        if max(len(ours), len(theirs)) >= MOST_LINKS:
            continue
        if _printed(left[pairing.a], [right[o] for o in ours]) or _printed(right[pairing.b], [left[o] for o in theirs]):
            continue  # word for word in the other article: nothing else there is its counterpart
        others = [(right[pairing.b], right[o]) for o in ours] + [(left[pairing.a], left[o]) for o in theirs]
        if any(x.claim.overlaps(y.claim) for x, y in others):
            continue  # the clause around, or inside, the one already linked says the same again
        if pairing.score >= LINKED_AGAIN or all(_says_again(x, y, rarity) for x, y in others):
            ours.append(pairing.b)
            theirs.append(pairing.a)
            yield pairing


def _printed(evidence: Evidence, partners: Sequence[Evidence]) -> bool:
    return any(evidence.claim.text == partner.claim.text for partner in partners)


def _in_headline(x: Evidence, y: Evidence) -> bool:
    return "headline" in (x.claim.role, y.claim.role)


def _says_again(x: Evidence, y: Evidence, rarity: Rarity) -> bool:
    """Whether two claims of one article are about the same thing."""
    return may_pair(x, y) and alignment_score(x, y, rarity) >= SAID_AGAIN
