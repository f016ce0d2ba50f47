"""Which claims of two articles are about the same thing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from jpnews_nlp.comparison.evidence import Evidence, Rarity
from jpnews_nlp.comparison.similarity import alignment_score

# Below the first no pair is linked; above the second a claim may be linked twice, as when one article says in two
# clauses what the other says in one. Both were chosen by cross-validation with the weights.
LINKED = 0.3
LINKED_TWICE = 0.7


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairing:
    """Two claims about the same thing, by their positions in the two lists, and how sure that is."""

    a: int
    b: int
    score: float


def align(left: Sequence[Evidence], right: Sequence[Evidence], rarity: Rarity) -> tuple[Pairing, ...]:
    """The pairings between the claims of two articles, best first.

    Every claim is paired once with its best partner, greedily from the surest pair down; a second time only when that
    pair is very sure too.
    """
    candidates = [
        Pairing(a=i, b=j, score=round(alignment_score(x, y, rarity), 4))
        for i, x in enumerate(left)
        for j, y in enumerate(right)
        if _may_pair(x, y)
    ]
    candidates = [c for c in candidates if c.score >= LINKED]
    candidates.sort(key=lambda c: (-c.score, c.a, c.b))
    return tuple(_chosen(candidates))


def _may_pair(x: Evidence, y: Evidence) -> bool:
    """Whether the pair shares anything at all; titles pair with titles of the same person alone."""
    if "title" in (x.claim.kind, y.claim.kind):
        return x.claim.kind == y.claim.kind and bool(x.names & y.names)
    if "年齢" in (x.claim.predicate, y.claim.predicate):
        return x.claim.predicate == y.claim.predicate
    return bool(x.concepts & y.concepts)


def _chosen(candidates: Sequence[Pairing]) -> Iterator[Pairing]:
    used_left: dict[int, int] = {}
    used_right: dict[int, int] = {}
    for pairing in candidates:
        times = max(used_left.get(pairing.a, 0), used_right.get(pairing.b, 0))
        if times == 0 or (times == 1 and pairing.score >= LINKED_TWICE):
            used_left[pairing.a] = used_left.get(pairing.a, 0) + 1
            used_right[pairing.b] = used_right.get(pairing.b, 0) + 1
            yield pairing
