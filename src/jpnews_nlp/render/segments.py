"""Overlapping spans cut into segments, so that each stretch of text is written once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from jpnews_nlp.model.article import Article, Block
from jpnews_nlp.model.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment(Span):
    """A stretch that every span covers wholly or not at all.

    Attributes:
        covering: The numbers of the spans that cover it, the longest first.
    """

    covering: tuple[int, ...]


def segments(start: int, end: int, spans: Sequence[Span]) -> tuple[Segment, ...]:
    """Cut `[start, end)` at every boundary of the spans; the segments tile it.

    Example:
        >>> found = segments(0, 6, [Span(start=1, end=5), Span(start=3, end=6)])
        >>> [(s.start, s.end, s.covering) for s in found]
        [(0, 1, ()), (1, 3, (0,)), (3, 5, (0, 1)), (5, 6, (1,))]
    """
    inside = [(n, s) for n, s in enumerate(spans) if max(s.start, start) < min(s.end, end)]
    inside.sort(key=lambda found: (found[1].start - found[1].end, found[0]))
    edges = {edge for _, span in inside for edge in (span.start, span.end) if start < edge < end}
    cuts = sorted(edges | {start, end})
    return tuple(
        Segment(start=a, end=b, covering=tuple(n for n, span in inside if span.start <= a and b <= span.end))
        for a, b in pairwise(cuts)
    )


def regions(article: Article) -> tuple[Block, ...]:
    """The blocks, and whatever text lies between them as body, so that nothing that is not blank is left out."""
    end = len(article.text)
    found: list[Block] = []
    for block in (*article.blocks, Block(start=end, end=end, role="body")):
        found += _gap(article.text, found[-1].end if found else 0, block.start)
        found += [block] if block.start < block.end else []
    return tuple(found)


def _gap(text: str, start: int, end: int) -> Iterable[Block]:
    return [Block(start=start, end=end, role="body")] if text[start:end].strip() else []
