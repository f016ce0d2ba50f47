"""Which claims of two articles are about the same thing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from jpnews_nlp.comparison.evidence import Evidence, Rarity
from jpnews_nlp.comparison.similarity import alignment_score, numbers_differ, places_apart
from jpnews_nlp.comparison.titles import Title, read_title
from jpnews_nlp.model.claim import AGE, MOMENT

# Below the first no pair is linked. A claim is linked again, at most three times, when the pair is above the second, or
# when its own article says there what it said in the claim linked before: in headline and lead, say. Two claims of one
# article say the same when they are above the third. All were chosen by cross-validation together with the weights.
LINKED = 0.25
LINKED_AGAIN = 0.5
SAID_AGAIN = 0.4
MOST_LINKS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairing:
    """Two claims about the same thing, by their positions in the two lists, and how sure that is."""

    a: int
    b: int
    score: float


def align(left: Sequence[Evidence], right: Sequence[Evidence]) -> tuple[Pairing, ...]:
    """The pairings between the claims of two articles, best first.

    Every claim is paired with its best partner, greedily from the surest pair down; again only when that pair is sure
    too. When something happened is compared where what happened is paired.
    """
    rarity = Rarity((*left, *right))
    ours = [(i, x) for i, x in enumerate(left) if _states(x)]
    theirs = [(j, y) for j, y in enumerate(right) if _states(y)]
    candidates = [
        Pairing(a=i, b=j, score=round(alignment_score(x, y, rarity), 4))
        for i, x in ours
        for j, y in theirs
        if may_pair(x, y)
    ]
    candidates = [c for c in candidates if c.score >= LINKED]
    candidates.extend(_moments(left, right, candidates))
    candidates.extend(_titles(left, right))
    candidates.sort(key=lambda c: (-c.score, c.a, c.b))
    return tuple(_chosen(candidates, left, right, rarity))


def _states(evidence: Evidence) -> bool:
    """Whether the claim states something: a question does not, and moments and titles have rules of their own."""
    claim = evidence.claim
    return claim.certainty != "asked" and claim.kind != "title" and claim.predicate != MOMENT


def may_pair(x: Evidence, y: Evidence) -> bool:
    """Whether two claims that state something share anything at all; ages pair with ages of somebody told in both.

    One clash may be what the two articles differ on. Another place and another number are another happening.
    """
    if AGE in (x.claim.predicate, y.claim.predicate):
        return x.claim.predicate == y.claim.predicate and len(x.concepts & y.concepts) > 1
    return not x.concepts.isdisjoint(y.concepts) and not (places_apart(x, y) and numbers_differ(x, y))


def _moments(left: Sequence[Evidence], right: Sequence[Evidence], candidates: Sequence[Pairing]) -> Iterator[Pairing]:
    """Pairings of the moments inside paired clauses, as sure as the clauses are."""
    of_left, of_right = _moments_inside(left), _moments_inside(right)
    best: dict[tuple[int, int], float] = {}
    for pairing in candidates:
        for i in of_left.get(pairing.a, ()):
            for j in of_right.get(pairing.b, ()):
                best[i, j] = max(best.get((i, j), 0.0), pairing.score)
    yield from (Pairing(a=i, b=j, score=score) for (i, j), score in best.items())


def _titles(left: Sequence[Evidence], right: Sequence[Evidence]) -> Iterator[Pairing]:
    """Pairings of the titles two articles give one person, where one says 前大統領 and the other never does."""
    of_left, of_right = _titles_by_person(left), _titles_by_person(right)
    for person in sorted(of_left.keys() & of_right.keys()):
        ours, theirs = of_left[person], of_right[person]
        pairs = [(i, j) for i in ours for j in theirs if ours[i].office == theirs[j].office]
        pairs = [(i, j) for i, j in pairs if _tense_differs(ours, theirs, i, j)]
        yield from (Pairing(a=i, b=j, score=1.0) for i, j in pairs[:1])


def _tense_differs(ours: Mapping[int, Title], theirs: Mapping[int, Title], i: int, j: int) -> bool:
    return ours[i].tense != theirs[j].tense and (ours[i] not in theirs.values() or theirs[j] not in ours.values())


def _titles_by_person(evidences: Sequence[Evidence]) -> dict[str, dict[int, Title]]:
    """For each person the titles given, by the position of their claim."""
    found: dict[str, dict[int, Title]] = {}
    for i, evidence in enumerate(evidences):
        if evidence.claim.kind == "title":
            for entity in evidence.claim.slots.entities:
                if entity.kind == "person":
                    found.setdefault(entity.canonical, {})[i] = read_title(evidence.claim.predicate)
    return found


def _moments_inside(evidences: Sequence[Evidence]) -> dict[int, list[int]]:
    """For the position of each clause the positions of the moments it contains."""
    moments = [i for i, e in enumerate(evidences) if e.claim.predicate == MOMENT]
    found: dict[int, list[int]] = {}
    for i in moments:
        for n, evidence in enumerate(evidences):
            if n != i and evidence.claim.covers(evidences[i].claim):
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
        others = [(right[pairing.b], right[o]) for o in ours] + [(left[pairing.a], left[o]) for o in theirs]
        if any(x.claim.overlaps(y.claim) for x, y in others):
            continue  # the clause around, or inside, the one already linked says the same again
        if pairing.score >= LINKED_AGAIN or all(_says_again(x, y, rarity) for x, y in others):
            ours.append(pairing.b)
            theirs.append(pairing.a)
            yield pairing


def _says_again(x: Evidence, y: Evidence, rarity: Rarity) -> bool:
    """Whether two claims of one article are about the same thing."""
    return may_pair(x, y) and alignment_score(x, y, rarity) >= SAID_AGAIN
