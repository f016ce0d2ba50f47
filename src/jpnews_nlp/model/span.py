"""A stretch of an article's text: the one coordinate everything found is given in."""

from __future__ import annotations

from dataclasses import dataclass


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
