"""Which pairs of articles are worth a close look, in time that grows with the articles and not with their pairs.

Two articles of one happening appear within three weeks of each other, or one names a day that the other reports on. So
articles are put into blocks: those of two neighbouring stretches of three weeks, those that name one day, and those
without a date. In a block two articles meet that share a name; of a name that very many share only those that share
two such names, and neighbours in time (the sorted neighbourhood of Hernández & Stolfo 1995). Of those that meet and
that nothing sets apart, those count that have enough words in common.
"""

from __future__ import annotations

from array import array
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from jpnews_nlp.comparison.events import WEEKS, alike, common_names, sets_apart
from jpnews_nlp.comparison.outlines import Outline
from jpnews_nlp.corpus.terms import Floats, Names, Places, Terms

# A list of more articles than this is not looked at pair by pair.
LONG = 60
# Of the names with long lists, so many of each article, the rarest, are combined.
COMBINED = 6
# In a list that is long even then, each article meets so many of the next.
NEXT = 4
# Pairs with less in common are not worth a look; nor, with fewer words in common, those that do not share a quarter of
# the names of either, which is what tells of one happening unless claims are the same. Of the 1,711 pairs of one
# happening among 3,670 articles 3 in 100 are lost by it.
LEAST, LEAST_WORDS = 0.03, 0.05
# What shared names and days count beside words.
NAMES = 0.02
# So many pairs of an article, those that share the most, may be looked at.
CLOSE = 48


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranked:
    """The others that are closest to an article, the closest first, and how much each shares, less being more."""

    values: Floats
    others: Places


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
        self._names = Names(outlines)
        self._new = None if new is None else frozenset(new)
        self._new_places = np.array(sorted(new or ()), dtype=np.int64)
        self._common = common_names(outlines)

    def nearest(self) -> Iterator[tuple[int, Iterator[int]]]:
        """Each article with the others that are worth a look, those that share the most first.

        A pair comes once for each of the two. What sets two apart is asked when the pair is asked for, as few are.
        """
        best: dict[int, Ranked] = {}
        for block in self._blocks():
            for i, found in self._sharing(self._met(block)):
                best[i] = _closest(best.get(i), found)
        for i in sorted(best):
            yield i, (j for j in best[i].others.tolist() if self._near(i, j))

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

    def _met(self, block: Sequence[int]) -> Iterator[tuple[int, Places]]:
        """For each article of a block the later ones that it shares a name with, each once."""
        having: dict[str, array[int]] = {}
        for i in block:
            for name in self._outlines[i].names:
                having.setdefault(name, array("q")).append(i)
        long = {name: having[name] for name in having if len(having[name]) > LONG}
        lists = [*having.values(), *(self._combined(block, long).values() if long else ())]
        later: dict[int, list[Places]] = {}
        for members in lists:
            each = np.frombuffer(members, dtype=np.int64)
            reach = len(members) if len(members) <= LONG else NEXT
            for place, i in enumerate(members[:-1]):
                later.setdefault(i, []).append(each[place + 1 : place + 1 + reach])
        for i in sorted(later):
            yield i, np.unique(np.concatenate(later.pop(i)))

    def _combined(self, block: Sequence[int], long: Mapping[str, Sequence[int]]) -> dict[tuple[str, str], array[int]]:
        """The articles that have two names whose lists are long."""
        both: dict[tuple[str, str], array[int]] = {}
        for i in block:
            names = sorted((n for n in self._outlines[i].names if n in long), key=lambda n: (len(long[n]), n))
            for pair in combinations(names[:COMBINED], 2):
                both.setdefault(pair, array("q")).append(i)
        return both

    def _sharing(self, met: Iterable[tuple[int, Places]]) -> Iterator[tuple[int, list[tuple[float, int]]]]:
        """For each article of a block the others that share enough with it, and how much, less being more."""
        of: dict[int, list[tuple[float, int]]] = {}
        for i, later in met:
            others = self._worth_it(i, later)
            words = self._terms.cosine(i, others)
            shared = words + NAMES * self._names.shared(i, others)
            enough = (shared >= LEAST) & ((words >= LEAST_WORDS) | self._names.many(i, others))
            for j, value in zip(others[enough].tolist(), shared[enough].tolist(), strict=True):
                of.setdefault(i, []).append((-value, j))
                of.setdefault(j, []).append((-value, i))
        for i in sorted(of):
            yield i, of.pop(i)

    def _worth_it(self, i: int, others: Places) -> Places:
        """The others without those that were grouped before, if this one was, too."""
        return others if self._new is None or i in self._new else others[np.isin(others, self._new_places)]

    def _near(self, i: int, j: int) -> bool:
        a, b = self._outlines[i], self._outlines[j]
        return alike(a, b, self._common) and sets_apart(a, b) is None


def _closest(known: Ranked | None, found: Sequence[tuple[float, int]]) -> Ranked:
    """The closest of those known and those found, each once."""
    values, others = np.array([f[0] for f in found]), np.array([f[1] for f in found], dtype=np.int64)
    if known is not None:
        values, others = np.concatenate((known.values, values)), np.concatenate((known.others, others))
        others, first = np.unique(others, return_index=True)
        values = values[first]
    order = np.lexsort((others, values))[:CLOSE]
    return Ranked(values=values[order], others=others[order])
