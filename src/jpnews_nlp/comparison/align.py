"""Which claims of two articles are about the same thing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from jpnews_nlp.comparison.evidence import Evidence, Rarity
from jpnews_nlp.comparison.similarity import alignment_score
from jpnews_nlp.model.claim import AGE, MOMENT

# Below the first no pair is linked; above the second a claim may be linked twice, as when one article says in two
# clauses what the other says in one. Both were chosen by cross-validation with the weights.
LINKED = 0.27
LINKED_TWICE = 0.55


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairing:
    """Two claims about the same thing, by their positions in the two lists, and how sure that is."""

    a: int
    b: int
    score: float


def align(left: Sequence[Evidence], right: Sequence[Evidence], rarity: Rarity) -> tuple[Pairing, ...]:
    """The pairings between the claims of two articles, best first.

    Every claim is paired once with its best partner, greedily from the surest pair down; a second time only when that
    pair is sure too. When something happened is compared where what happened is paired.
    """
    candidates = [
        Pairing(a=i, b=j, score=round(alignment_score(x, y, rarity), 4))
        for i, x in enumerate(left)
        for j, y in enumerate(right)
        if _may_pair(x, y)
    ]
    candidates = [c for c in candidates if c.score >= LINKED]
    candidates.extend(_moments(left, right, candidates))
    candidates.sort(key=lambda c: (-c.score, c.a, c.b))
    return tuple(_chosen(candidates))


def _may_pair(x: Evidence, y: Evidence) -> bool:
    """Whether the pair shares anything at all; attributes pair with their like, titles with the same person's."""
    if MOMENT in (x.claim.predicate, y.claim.predicate):
        return False
    if "title" in (x.claim.kind, y.claim.kind):
        return x.claim.kind == y.claim.kind and bool(x.names & y.names)
    if AGE in (x.claim.predicate, y.claim.predicate):
        return x.claim.predicate == y.claim.predicate
    return bool(x.concepts & y.concepts)


def _moments(left: Sequence[Evidence], right: Sequence[Evidence], candidates: Sequence[Pairing]) -> Iterator[Pairing]:
    """Pairings of the moments inside paired clauses, as sure as the clauses are."""
    of_left, of_right = _moments_inside(left), _moments_inside(right)
    best: dict[tuple[int, int], float] = {}
    for pairing in candidates:
        for i in of_left.get(pairing.a, ()):
            for j in of_right.get(pairing.b, ()):
                best[i, j] = max(best.get((i, j), 0.0), pairing.score)
    yield from (Pairing(a=i, b=j, score=score) for (i, j), score in best.items())


def _moments_inside(evidences: Sequence[Evidence]) -> dict[int, list[int]]:
    """For the position of each clause the positions of the moments it contains."""
    moments = [i for i, e in enumerate(evidences) if e.claim.predicate == MOMENT]
    found: dict[int, list[int]] = {}
    for i in moments:
        for n, evidence in enumerate(evidences):
            if n != i and evidence.claim.covers(evidences[i].claim):
                found.setdefault(n, []).append(i)
    return found


def _chosen(candidates: Sequence[Pairing]) -> Iterator[Pairing]:
    used_left: dict[int, int] = {}
    used_right: dict[int, int] = {}
    for pairing in candidates:
        times = max(used_left.get(pairing.a, 0), used_right.get(pairing.b, 0))
        if times == 0 or (times == 1 and pairing.score >= LINKED_TWICE):
            used_left[pairing.a] = used_left.get(pairing.a, 0) + 1
            used_right[pairing.b] = used_right.get(pairing.b, 0) + 1
            yield pairing
