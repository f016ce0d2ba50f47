"""Records as fragments of HTML for a notebook: style of their own, no script, no ids."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from jpnews_nlp.model.analysis import Analysis
from jpnews_nlp.model.comparison import Comparison
from jpnews_nlp.render.html import fragment
from jpnews_nlp.render.labels import labels
from jpnews_nlp.render.mentions import things
from jpnews_nlp.render.page import Anchor, context, passages
from jpnews_nlp.render.rows import Overview, Row, overview


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What the articles of one event tell together; `number` is the event's, 0 for what goes over several events."""

    number: int
    letters: tuple[str, ...]
    rows: tuple[Row, ...]

    def rows_with(self, *verdicts: str) -> tuple[Row, ...]:
        """The rows with one of the verdicts, in the order of the verdicts."""
        return tuple(row for verdict in verdicts for row in self.rows if row.group.verdict == verdict)


def _parts(laid_out: Overview) -> Iterator[Part]:
    shared = [row for row in laid_out.rows if len(row.filled) > 1]
    told: set[int] = set()
    for number, event in enumerate(laid_out.events, start=1):
        own = [row for row in shared if {cell.letter for cell in row.filled} <= set(event.letters)]
        told.update(row.number for row in own)
        if own:
            yield Part(number=number, letters=event.letters, rows=tuple(own))
    if rest := tuple(row for row in shared if row.number not in told):
        yield Part(number=0, letters=tuple(column.letter for column in laid_out.columns), rows=rest)


def analysis_html(analysis: Analysis, *, lang: str = "ja") -> str:
    """An analysis for a notebook cell: the text with its entities and claims, and the table of claims folded away."""
    anchors = [Anchor(claim=claim, number=n, row=n, verdict="single") for n, claim in enumerate(analysis.claims, 1)]
    return fragment(
        "analysis_fragment.html.j2",
        labels(lang),
        analysis=analysis,
        things=things(analysis.entities),
        passages=passages(analysis.article, anchors, analysis.entities),
    )


def comparison_html(comparison: Comparison, *, lang: str = "ja") -> str:
    """A comparison for a notebook cell: the differences in a table, the rest folded away; a claim opens its context.

    Each event has tables of its own, with the columns of its articles alone.
    """
    texts = {article.id: article.text for article in comparison.articles}
    laid_out = overview(comparison, lang)
    return fragment(
        "comparison_fragment.html.j2",
        labels(lang),
        overview=laid_out,
        parts=tuple(_parts(laid_out)),
        context_of=lambda claim: context(texts.get(claim.article, ""), claim),
    )
