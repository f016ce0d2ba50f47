"""Sentences and articles of our own, compared through the fast engine."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta, timezone

import pytest

from jpnews_nlp import Article, Comparison, Pipeline
from jpnews_nlp.comparison.compare import with_names
from jpnews_nlp.comparison.differences.pair import Judgement
from jpnews_nlp.comparison.relations import judge
from jpnews_nlp.comparison.settings import settings
from jpnews_nlp.entities.identity import unify
from jpnews_nlp.model.claim import Claim

MORNING = datetime(2025, 8, 18, 9, 0, tzinfo=timezone(timedelta(hours=9)))
EVENING = MORNING + timedelta(hours=9)

LEADS = ("街は静かだった。", "人々は驚いた。詳しい内容は次の通り。")

Judged = Callable[..., "Judgement | None"]
Compare = Callable[..., Comparison]


@pytest.fixture(scope="session")
def pipeline() -> Pipeline:
    return Pipeline(engine="mecab")


@pytest.fixture(scope="session")
def judged(pipeline: Pipeline) -> Judged:
    """How the last statements of two texts relate; with `later`, the second appeared in the evening.

    Both stand after other sentences, as most statements do: what counts characters must count from there.
    """

    def relation(left: str, right: str, *, later: bool = False, leads: tuple[str, str] = LEADS) -> Judgement | None:
        published = (MORNING, EVENING if later else MORNING)
        texts = zip("ab", (leads[0] + left, leads[1] + right), published, strict=True)
        analyses = [pipeline.analyze(Article(id=i, body=text, published=when)) for i, text, when in texts]
        names = unify([a.entities for a in analyses])
        settled = [with_names(x, own) for x, own in zip(analyses, names, strict=True)]
        a, b = (_statement(x.claims) for x in settled)
        before = [settings(x)[x.claims.index(c)] for x, c in zip(settled, (a, b), strict=True)]
        return judge(a, b, published, (before[0], before[1]))

    return relation


@pytest.fixture(scope="session")
def told(pipeline: Pipeline) -> Callable[[str], Claim]:
    """The last statement of a text, after another sentence."""

    def claim(text: str) -> Claim:
        return _statement(pipeline.analyze(Article(id="a", body=LEADS[0] + text, published=MORNING)).claims)

    return claim


def _statement(claims: Sequence[Claim]) -> Claim:
    return [c for c in claims if c.kind == "clause"][-1]


@pytest.fixture(scope="session")
def compare(pipeline: Pipeline) -> Compare:
    """The comparison of texts, the first in the morning and each next an hour later; checked against the texts."""

    def comparison(*bodies: str, at: datetime = MORNING) -> Comparison:
        articles = [
            Article(id=f"a{n}", outlet=f"{n}社", body=body, published=at + timedelta(hours=n))
            for n, body in enumerate(bodies)
        ]
        compared = pipeline.compare(articles)
        check(compared)
        return compared

    return comparison


def check(compared: Comparison) -> None:
    """What holds of every comparison, whatever was compared."""
    told = [c for group in compared.groups for c in group.claims]
    assert len({c.id for c in told}) == len(told)
    for group in compared.groups:
        claims = {c.id: c for c in group.claims}
        assert 1 <= group.origins <= len({c.article for c in group.claims})
        for claim in group.claims:
            assert claim.text == compared.article(claim.article).text[claim.start : claim.end]
        for link in group.links:
            assert claims[link.a].article != claims[link.b].article
            assert 0 <= link.score <= 1
            assert link.reason
            assert (link.slot is None) == (link.relation == "agree")
    assert sorted(i for event in compared.events for i in event) == sorted(a.id for a in compared.articles)
