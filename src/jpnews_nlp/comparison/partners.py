"""Which articles of a large event are compared claim by claim, so that the cost grows with the articles."""

from __future__ import annotations

import heapq
import math
from collections import Counter
from collections.abc import Mapping, Sequence

from jpnews_nlp.comparison.evidence import Evidence

# An article with no more candidates than this is compared with all of them; of more, with so many of the closest, and
# with some others: copies of one text are closest to each other and would stay among themselves.
EACH, CLOSEST = 50, 32

Pair = tuple[int, int]


def partners(pairs: Sequence[Pair], evidence: Mapping[int, Sequence[Evidence]]) -> list[Pair]:
    """The pairs of articles that are worth a comparison, in order; what is left out is linked through others.

    The closest are those that share the rarest concepts: what two alone tell is found only there.

    Args:
        pairs: Those that may tell of one happening, each article by its position, the smaller first, in order.
        evidence: The prepared claims of each article.
    """
    others: dict[int, list[int]] = {}
    for i, j in pairs:
        others.setdefault(i, []).append(j)
        others.setdefault(j, []).append(i)
    if all(len(found) <= EACH for found in others.values()):
        return list(pairs)
    told = {i: frozenset(c for e in evidence[i] for c in e.concepts) for i in others}
    counts = Counter(c for concepts in told.values() for c in concepts)
    weights = {c: math.log(len(told) / n) ** 2 for c, n in counts.items()}
    chosen: set[Pair] = set()
    for i, found in others.items():
        kept = found if len(found) <= EACH else [*_closest(told, weights, i, found), *_spread(i, found)]
        chosen.update((min(i, j), max(i, j)) for j in kept)
    return sorted(chosen)


def _closest(
    told: Mapping[int, frozenset[str]], weights: Mapping[str, float], i: int, others: Sequence[int]
) -> list[int]:
    def distance(j: int) -> tuple[float, int]:
        return -round(math.fsum(weights[c] for c in told[i] & told[j]), 6), j

    return heapq.nsmallest(CLOSEST, others, key=distance)


def _spread(i: int, others: Sequence[int]) -> list[int]:
    """The next article, the one after two, after four …: any two are few steps apart."""
    ahead = [j for j in others if j > i] + [j for j in others if j < i]
    return [ahead[2**n - 1] for n in range(len(ahead).bit_length())]
