"""Which articles report the same event, as text and as JSON."""

from __future__ import annotations

import json

from jpnews_nlp.model.analysis import SCHEMA
from jpnews_nlp.model.article import Article
from jpnews_nlp.model.comparison import Comparison
from jpnews_nlp.render.inert import clipped, moment, padded
from jpnews_nlp.render.labels import labels


def events_text(comparison: Comparison, *, lang: str = "ja") -> str:
    """One block per event: when, who published it, its headline."""
    words = labels(lang)
    blocks = []
    for number, event in enumerate(comparison.events, start=1):
        head = f"{words['summary.event'].format(n=number)}  ({words['summary.articles'].format(n=len(event))})"
        lines = [_line(comparison.article(article_id), words["published.unknown"]) for article_id in event]
        blocks.append("\n".join([head, *lines, ""]))
    return "\n".join(blocks)


def events_json(comparison: Comparison) -> str:
    """`{"schema": 1, "events": [{"articles": [{"id", "outlet", "published", "headline"}]}]}`."""
    found = [{"articles": [_record(comparison.article(i)) for i in event]} for event in comparison.events]
    return json.dumps({"schema": SCHEMA, "events": found}, ensure_ascii=False, indent=2) + "\n"


def _line(article: Article, unknown: str) -> str:
    when = padded(moment(article.published, unknown), 16)
    return f"  {when}  {padded(clipped(article.label, 24), 16)}  {clipped(article.headline, 48)}"


def _record(article: Article) -> dict[str, str | None]:
    published = article.published.isoformat() if article.published else None
    return {"id": article.id, "outlet": article.outlet, "published": published, "headline": article.headline}
