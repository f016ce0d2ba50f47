"""Reading one sentence of our own through the fast engine."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta, timezone

import pytest

from jpnews_nlp import Article, Pipeline
from jpnews_nlp.model.claim import Claim

PUBLISHED = datetime(2025, 8, 18, 12, 0, tzinfo=timezone(timedelta(hours=9)))
Read = Callable[..., tuple[Claim, ...]]


@pytest.fixture(scope="session")
def read() -> Read:
    """The claims of a text, each checked against the text it was read from."""
    pipeline = Pipeline(engine="mecab")

    def claims(body: str, title: str = "") -> tuple[Claim, ...]:
        analysis = pipeline.analyze(Article(id="a", title=title, body=body, published=PUBLISHED))
        text = analysis.article.text
        for claim in analysis.claims:
            assert claim.text == text[claim.start : claim.end]
            for inner in (*claim.slots.entities, *claim.slots.quantities):
                assert claim.covers(inner)
                assert inner.text == text[inner.start : inner.end]
            for argument in claim.slots.arguments:
                assert argument.carried or claim.covers(argument)
                assert argument.text == text[argument.start : argument.end]
        return analysis.claims

    return claims


@pytest.fixture(scope="session")
def clauses(read: Read) -> Read:
    """The clauses alone, relative ones included: no ages, titles and figures."""
    return lambda body, title="": tuple(c for c in read(body, title) if c.kind in ("clause", "relative"))
