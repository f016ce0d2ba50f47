"""How much the words of two articles have in common: the cosine of their content words, rare ones counting more.

Each word weighs its inverse document frequency (Spärck Jones 1972). Words are kept as numbers: a few hundred bytes an
article.
"""

from __future__ import annotations

import math
from array import array
from collections.abc import Iterable, Sequence


class Words:
    """Collects the content words of articles, as numbers."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self._of: list[array[int]] = []

    def add(self, terms: Iterable[str]) -> int:
        """Add an article, each word once: how many there were before it."""
        numbers = self._numbers
        self._of.append(array("I", sorted(numbers.setdefault(term, len(numbers)) for term in terms)))
        return len(self._of) - 1

    def terms(self, order: Sequence[int] | None = None) -> Terms:
        """The words of the articles, in an order of the numbers that `add` gave; in that of adding when None."""
        return Terms(self._of if order is None else [self._of[n] for n in order], len(self._numbers))


class Terms:
    """The content words of a collection.

    Args:
        of_each: The numbers of the words of each article.
        size: How many words there are.
    """

    def __init__(self, of_each: Sequence[array[int]], size: int) -> None:
        self._of = of_each
        counts = array("Q", bytes(8 * size))
        for found in of_each:
            for number in found:
                counts[number] += 1
        total = len(of_each) + 1
        self._weights = array("d", (math.log(total / count) ** 2 if count else 0.0 for count in counts))
        self._norms = array("d", (math.sqrt(math.fsum(self._weights[n] for n in found)) for found in of_each))

    def cosine(self, i: int, others: Sequence[int]) -> list[float]:
        """For each of the others how much it has in common with article `i`, between 0 and 1."""
        own = frozenset(self._of[i])
        return [self._cosine(own, i, j) for j in others]

    def _cosine(self, own: frozenset[int], i: int, j: int) -> float:
        both = self._norms[i] * self._norms[j]
        shared = math.fsum(map(self._weights.__getitem__, own.intersection(self._of[j])))
        return round(shared / both, 6) if both else 0.0
