"""Candidates for names, and the one rule that settles which of overlapping ones stay."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass

from jpnews_nlp.model.entity import Kind
from jpnews_nlp.model.quick import quick
from jpnews_nlp.model.span import Span

RANKS = {
    "user": 9,
    "date": 7,
    "time": 7,
    "title": 5,
    "document": 4,
    "abbreviation": 4,
    "structure": 1,
    "table": 1,
    "model": 1,
}
"""How sure a source is, by the first word of its name (`title:after` has rank 5)."""

SURE = 0.6
WEAK = 0.5
ORDER = ("structure", "table", "model")
"""Which of the equal ranks stays when two candidates are the same stretch."""


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate(Span):
    """A stretch that a rule or the model takes for a name.

    Attributes:
        kind: What it would be.
        source: The rule or model, `family:rule`; the family gives the rank.
        score: How sure the source is of this one, between 0 and 1.
        title: The title written with a person's name.
    """

    kind: Kind
    source: str
    score: float = 1.0
    title: str | None = None

    @property
    def rank(self) -> int:
        """The rank of the source; a model that is not sure itself ranks below every rule."""
        family = self.family
        return 0 if family == "model" and self.score < WEAK else RANKS[family]

    @property
    def family(self) -> str:
        """The kind of rule: title, structure, table, model …."""
        return self.source.partition(":")[0]


def settle(candidates: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """The candidates that stay, in text order and without overlap.

    The rule: the higher rank wins; at one rank the longer; of the same stretch a structure, a table, the model in this
    order; then the surer, then the earlier.

    Example:
        >>> long = Candidate(start=0, end=5, kind="organization", source="structure:suffix")
        >>> short = Candidate(start=0, end=2, kind="place", source="table:city")
        >>> settle([short, long]) == (long,)
        True
    """
    ordered = sorted(candidates, key=_priority)
    starts: list[int] = []
    kept: list[Candidate] = []
    for candidate in ordered:
        at = bisect_left(starts, candidate.start)
        if at and kept[at - 1].end > candidate.start:
            continue
        if at < len(kept) and kept[at].start < candidate.end:
            continue
        starts.insert(at, candidate.start)
        kept.insert(at, candidate)
    return tuple(kept)


def _priority(candidate: Candidate) -> tuple[int, int, int, float, int, str, str]:
    family = candidate.family
    order = ORDER.index(family) if family in ORDER else 0
    # a table's uncertain entry (a city's bare name) yields to the model
    order += 2 * (family == "table" and candidate.score < SURE)
    return (
        -candidate.rank,
        candidate.start - candidate.end,
        order,
        -candidate.score,
        candidate.start,
        candidate.kind,
        candidate.source,
    )
