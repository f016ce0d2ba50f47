"""Records as fragments of HTML for a notebook: style of their own, no script, no ids."""

from __future__ import annotations

from jpnews_nlp.model.analysis import Analysis
from jpnews_nlp.model.comparison import Comparison
from jpnews_nlp.render.html import fragment
from jpnews_nlp.render.labels import labels
from jpnews_nlp.render.mentions import things
from jpnews_nlp.render.page import Anchor, context, passages
from jpnews_nlp.render.rows import overview


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
    """A comparison for a notebook cell: the differences in a table, the rest folded away; a claim opens its context."""
    texts = {article.id: article.text for article in comparison.articles}
    return fragment(
        "comparison_fragment.html.j2",
        labels(lang),
        overview=overview(comparison, lang),
        context_of=lambda claim: context(texts.get(claim.article, ""), claim),
    )
