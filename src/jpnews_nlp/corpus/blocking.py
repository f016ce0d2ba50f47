"""Which pairs of articles are worth a close look, in time that grows with the articles and not with their pairs.

Two articles of one happening appear within three weeks of each other, or one names a day that the other reports on. So
articles are put into blocks: those of two neighbouring stretches of three weeks, those that name one day, and those
without a date. In a block two articles meet that share a name; of a name that very many share only those that share
two such names, and neighbours in time (the sorted neighbourhood of Hernández & Stolfo 1995). Of those that meet and
that nothing sets apart, those count that have enough words in common.
"""

from __future__ import annotations

import heapq
import math
from array import array
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from jpnews_nlp.comparison.events import COLLECTION, COMMON, WEEKS, alike, sets_apart
from jpnews_nlp.comparison.outlines import Outline
from jpnews_nlp.corpus.terms import Terms

# A list of more articles than this is not looked at pair by pair.
LONG = 60
# Of the names with long lists, so many of each article, the rarest, are combined.
COMBINED = 6
# In a list that is long even then, each article meets so many of the next.
NEXT = 4
# Pairs with less in common are not worth a look: of the pairs of one happening in 3,670 articles 1 in 100 has less, of
# the others more than half.
LEAST = 0.042
# What shared names and days count beside words.
NAMES = 0.02
# So many pairs of an article, those that share the most, may be looked at in each block.
CLOSE = 24

Pair = tuple[int, int]


class Blocking:
    """The blocks of a collection.

    Args:
        outlines: In order of publication: the order of the positions in the pairs.
        terms: The content words of the same articles.
        new: The positions of which at least one is in every pair; all when None.
    """

    def __init__(self, outlines: Sequence[Outline], terms: Terms, new: Collection[int] | None = None) -> None:
        self._outlines = outlines
        self._terms = terms
        self._new = None if new is None else frozenset(new)
        self._counts = Counter(name for o in outlines for name in o.names)
        least = COMMON * len(outlines)
        common = len(outlines) >= COLLECTION
        self._common = frozenset(n for n, count in self._counts.items() if common and count > least)

    def nearest(self) -> Iterator[tuple[int, list[int]]]:
        """Block by block each article with the others that are worth a look, those that share the most first.

        A pair comes once for each of the two, and again in a block that both share with the one before.
        """
        for block in self._blocks():
            yield from self._closest(self._met(block))

    def _blocks(self) -> Iterator[list[int]]:
        stretches: dict[int, list[int]] = {}
        days: dict[int, list[int]] = {}
        undated: list[int] = []
        for i, each in enumerate(self._outlines):
            if each.published is None:
                undated.append(i)
            else:
                stretch = each.published.toordinal() // WEEKS
                stretches.setdefault(stretch, []).append(i)
            for day in each.days:
                days.setdefault(day.toordinal(), []).append(i)
        for stretch in sorted(stretches):
            yield [*stretches[stretch], *stretches.get(stretch + 1, [])]
        for members in (days[number] for number in sorted(days)):
            if len(members) > 1:
                yield members
        yield undated

    def _met(self, block: Sequence[int]) -> list[Pair]:
        """The pairs that share a name in a block, each once."""
        having: dict[str, array[int]] = {}
        for i in block:
            for name in self._outlines[i].names:
                having.setdefault(name, array("q")).append(i)
        met = set(_short(having.values()))
        long = {name: having[name] for name in having if len(having[name]) > LONG}
        if long:
            both = self._combined(block, long)
            met.update(_short(both.values()))
            met.update(_neighbours([*both.values(), *long.values()]))
        return sorted(met)

    def _combined(self, block: Sequence[int], long: Mapping[str, Sequence[int]]) -> dict[tuple[str, str], array[int]]:
        """The articles that have two names whose lists are long."""
        both: dict[tuple[str, str], array[int]] = {}
        for i in block:
            names = sorted((n for n in self._outlines[i].names if n in long), key=lambda n: (len(long[n]), n))
            for pair in combinations(names[:COMBINED], 2):
                both.setdefault(pair, array("q")).append(i)
        return both

    def _closest(self, met: Iterable[Pair]) -> Iterator[tuple[int, list[int]]]:
        """For each article the others that share the most with it."""
        of: dict[int, list[tuple[float, int]]] = {}
        for i, others in _by_first(met):
            near = [j for j in others if self._near(i, j)]
            for j, words in zip(near, self._terms.cosine(i, near), strict=True):
                shared = words + NAMES * self._shared(i, j)
                if shared >= LEAST:
                    of.setdefault(i, []).append((-shared, j))
                    of.setdefault(j, []).append((-shared, i))
        for i in sorted(of):
            yield i, [j for _, j in heapq.nsmallest(CLOSE, of[i])]

    def _near(self, i: int, j: int) -> bool:
        if self._new is not None and i not in self._new and j not in self._new:
            return False
        a, b = self._outlines[i], self._outlines[j]
        return alike(a, b, self._common) and sets_apart(a, b) is None

    def _shared(self, i: int, j: int) -> float:
        """How much the names and days of two articles have in common: the rarer a name, the more."""
        a, b = self._outlines[i], self._outlines[j]
        size = len(self._outlines) + 1
        names = math.fsum(math.log(size / self._counts[name]) for name in a.names & b.names)
        whole = math.sqrt((1 + len(a.names)) * (1 + len(b.names)))
        return (names + 2 * len(a.days & b.days)) / whole


def _by_first(pairs: Iterable[Pair]) -> Iterator[tuple[int, list[int]]]:
    of: dict[int, list[int]] = {}
    for i, j in pairs:
        of.setdefault(i, []).append(j)
    yield from of.items()


def _short(lists: Iterable[Sequence[int]]) -> Iterator[Pair]:
    for members in lists:
        if len(members) <= LONG:
            yield from combinations(members, 2)


def _neighbours(lists: Iterable[Sequence[int]]) -> Iterator[Pair]:
    for members in lists:
        if len(members) > LONG:
            for place, i in enumerate(members):
                yield from ((i, j) for j in members[place + 1 : place + 1 + NEXT])
