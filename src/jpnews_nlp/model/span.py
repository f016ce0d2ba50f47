"""A stretch of an article's text: the one coordinate everything found is given in."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import TypeVar

from jpnews_nlp.model.quick import quick


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A half-open stretch `[start, end)`, in code points, into `Article.text`.

    Example:
        >>> Span(start=0, end=3).of("東京都は")
        '東京都'
    """

    start: int
    end: int

    def of(self, text: str) -> str:
        """The stretch of `text` this span marks."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether the two stretches share at least one code point."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        """Whether `other` lies wholly inside this stretch."""
        return self.start <= other.start and other.end <= self.end


Located = TypeVar("Located", bound=Span)


def within(spans: Sequence[Located], outer: Span) -> tuple[Located, ...]:
    """Those of `spans`, in order of their starts, that lie wholly inside `outer`.

    Example:
        >>> spans = [Span(start=0, end=2), Span(start=3, end=5), Span(start=4, end=9)]
        >>> within(spans, Span(start=2, end=6))
        (Span(start=3, end=5),)
    """
    first = bisect_left(spans, outer.start, key=attrgetter("start"))
    last = bisect_left(spans, outer.end, key=attrgetter("start"))
    return tuple(s for s in spans[first:last] if s.end <= outer.end)


def last_before(spans: Sequence[Located], position: int) -> Located | None:
    """The last of `spans`, in order of their starts, that starts at or before `position`; None when there is none."""
    index = bisect_right(spans, position, key=attrgetter("start"))
    return spans[index - 1] if index else None
