"""Articles joined to events, pair by pair."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from jpnews_nlp.comparison.align import align
from jpnews_nlp.comparison.events import same_event
from jpnews_nlp.comparison.evidence import Evidence
from jpnews_nlp.comparison.outlines import Outline
from jpnews_nlp.corpus.blocking import Blocking

# So many others in a row that tell of other happenings, and no more are looked at.
PATIENCE = 3


class Parents:
    """Which positions are joined with which (union-find)."""

    def __init__(self, size: int) -> None:
        self._parent = list(range(size))

    def root(self, i: int) -> int:
        """The first position of those joined with `i`."""
        while self._parent[i] != i:
            self._parent[i] = self._parent[self._parent[i]]
            i = self._parent[i]
        return i

    def join(self, i: int, j: int) -> None:
        """Join what is joined with the one and with the other."""
        low, high = sorted((self.root(i), self.root(j)))
        self._parent[high] = low


def join_events(
    blocking: Blocking, outlines: Sequence[Outline], evidence: Callable[[int], Sequence[Evidence]], parents: Parents
) -> Iterator[int]:
    """Join the articles that tell of one happening. After each pair that was looked at: how many there were.

    The others that are near an article are looked at, the nearest first, until some in a row tell of other happenings.
    A pair that others have joined already is not looked at.

    Args:
        blocking: What is near what.
        outlines: Of the articles, in order of publication.
        evidence: The prepared claims of the article at a position.
        parents: What is joined; more of it afterwards.
    """
    seen: set[tuple[int, int]] = set()
    for i, others in blocking.nearest():
        failed = 0
        for j in others:
            pair = (i, j) if i < j else (j, i)
            if failed == PATIENCE:
                break
            if parents.root(i) == parents.root(j):
                continue
            if pair in seen:
                failed += 1
                continue
            seen.add(pair)
            a, b = pair
            if same_event(outlines[a], outlines[b], align(evidence(a), evidence(b))):
                parents.join(a, b)
                failed = 0
            else:
                failed += 1
            yield len(seen)
