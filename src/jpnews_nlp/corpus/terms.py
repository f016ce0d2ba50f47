"""How much two articles have in common: the cosine of their content words, and their names and days, rare ones most.

Each word weighs its inverse document frequency (Spärck Jones 1972). Words are kept as numbers, a few hundred bytes an
article, and one article is compared with many others at once.
"""

from __future__ import annotations

import math
from array import array
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from jpnews_nlp.comparison.events import NAMES_IN_COMMON
from jpnews_nlp.comparison.outlines import Outline

Floats = NDArray[np.float64]
Places = NDArray[np.int64]
# A day that both articles name counts as much as a name that one article in seven has.
DAY = 2.0


class Words:
    """Collects the content words of articles, as numbers."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self._of: list[array[int]] = []

    def add(self, terms: Iterable[str]) -> int:
        """Add an article, each word once: how many there were before it."""
        self._of.append(_numbered(terms, self._numbers))
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
        total = len(of_each) + 1
        self._shared = _Shared(of_each, size, lambda count: math.log(total / count) ** 2)
        self._norms = np.sqrt(self._shared.totals)

    def cosine(self, i: int, others: Places) -> Floats:
        """For each of the others how much it has in common with article `i`, between 0 and 1."""
        both = self._norms[i] * self._norms[others]
        found = self._shared.of(i, others) / np.where(both, both, 1.0)
        return np.round(found, 6)


class Names:
    """The names and days of a collection."""

    def __init__(self, outlines: Sequence[Outline]) -> None:
        total = len(outlines) + 1
        names: dict[Any, int] = {}
        days: dict[Any, int] = {}
        of_names = [_numbered(o.names, names) for o in outlines]
        of_days = [_numbered(o.days, days) for o in outlines]
        self._names = _Shared(of_names, len(names), lambda count: math.log(total / count))
        self._days = _Shared(of_days, len(days), lambda _: DAY)
        self._counts = np.array([len(o.names) for o in outlines])
        self._each = _Shared(of_names, len(names), lambda _: 1.0)

    def shared(self, i: int, others: Places) -> Floats:
        """For each of the others how much of its names and days article `i` has: the rarer a name, the more."""
        found = self._names.of(i, others) + self._days.of(i, others)
        shared: Floats = found / np.sqrt((1.0 + self._counts[i]) * (1.0 + self._counts[others]))
        return shared

    def many(self, i: int, others: Places) -> NDArray[np.bool_]:
        """For each of the others whether the two share as many names as reports on one happening do."""
        fewer = np.minimum(self._counts[i], self._counts[others])
        enough: NDArray[np.bool_] = (fewer > 0) & (self._each.of(i, others) >= NAMES_IN_COMMON * fewer)
        return enough


class _Shared:
    """What articles have, by number, with a weight that hangs on how many articles have it."""

    def __init__(self, of_each: Sequence[array[int]], size: int, weight: Callable[[int], float]) -> None:
        self._of = [np.frombuffer(found, dtype=np.uint32) if found else _NONE for found in of_each]
        self._lengths = np.array([len(found) for found in of_each], dtype=np.int64)
        counts = np.zeros(size, dtype=np.int64)
        for found in self._of:
            counts[found] += 1
        self._weights = np.array([weight(int(count)) if count else 0.0 for count in counts])
        self._own = np.zeros(size)
        self.totals = np.array([math.fsum(self._weights[found]) for found in self._of])

    def of(self, i: int, others: Places) -> Floats:
        """For each of the others the summed weight of what it and article `i` have."""
        found = np.zeros(len(others))
        some = np.flatnonzero(self._lengths[others])
        if not some.size or not self._lengths[i]:
            return found
        own = self._of[i]
        self._own[own] = self._weights[own]
        told = self._own[np.concatenate([self._of[j] for j in others[some].tolist()])]
        self._own[own] = 0.0
        ends = np.cumsum(self._lengths[others[some]])
        found[some] = np.add.reduceat(told, np.concatenate(([0], ends[:-1])))
        return found


_NONE = np.zeros(0, dtype=np.uint32)


def _numbered(terms: Iterable[Any], numbers: dict[Any, int]) -> array[int]:
    return array("I", sorted(numbers.setdefault(term, len(numbers)) for term in terms))
