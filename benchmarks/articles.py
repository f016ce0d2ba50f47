"""The articles that the benchmarks run over."""

from __future__ import annotations

import gzip
import itertools
import json
from datetime import date
from pathlib import Path

from jpnews_nlp import Article, load_example


def read(corpus: Path | None, count: int) -> list[Article]:
    """The first `count` articles of a corpus, or the bundled ones over and over."""
    if corpus is None:
        bundled = itertools.cycle(load_example("alaska-summit"))
        return [Article(id=str(n), title=a.title, body=a.body) for n, a in enumerate(itertools.islice(bundled, count))]
    opened = gzip.open if corpus.suffix == ".gz" else open
    with opened(corpus, "rt", encoding="utf-8") as lines:
        return [_article(json.loads(line)) for line in itertools.islice(lines, count)]


def _article(row: dict[str, str]) -> Article:
    published = date.fromisoformat(row["published"][:10]) if row.get("published") else None
    return Article(id=row["id"], title=row.get("title", ""), body=row["body"], published=published)
