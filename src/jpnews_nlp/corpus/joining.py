"""Articles joined to events, pair by pair."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence

from jpnews_nlp.comparison.align import align
from jpnews_nlp.comparison.events import same_event
from jpnews_nlp.comparison.evidence import Evidence
from jpnews_nlp.comparison.outlines import Outline
from jpnews_nlp.corpus.blocking import Blocking


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
    outlines: Sequence[Outline],
    evidence: Callable[[int], Sequence[Evidence]],
    parents: Parents,
    new: Collection[int] | None = None,
) -> Iterator[int]:
    """Join the articles that tell of one happening. After each pair that was looked at: how many there were.

    A pair that others have joined already is not looked at.

    Args:
        outlines: Of the articles, in order of publication.
        evidence: The prepared claims of the article at a position.
        parents: What is joined; more of it afterwards.
        new: The positions of the articles to join; all when None.
    """
    seen: set[tuple[int, int]] = set()
    for _, i, j in Blocking(outlines, new).pairs():
        if parents.root(i) == parents.root(j) or (i, j) in seen:
            continue
        seen.add((i, j))
        if same_event(outlines[i], outlines[j], align(evidence(i), evidence(j))):
            parents.join(i, j)
        yield len(seen)
