"""What copies share, and that sharing it changes nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from tests.comparison.conftest import MORNING

from jpnews_nlp import Article, Pipeline
from jpnews_nlp.comparison import linking
from jpnews_nlp.comparison.linking import same_claims, same_words
from jpnews_nlp.comparison.settings import settings
from jpnews_nlp.examples import load_example


def test_copies_share_the_first_and_other_words_or_places_do_not(pipeline: Pipeline) -> None:
    texts = (
        "18日、盛岡市で橋が落ちた。",
        "18日、盛岡市で橋が落ちた。",
        "\n18日、盛岡市で橋が落ちた。",
        "19日、盛岡市で橋が落ちた。",
    )
    claims = [pipeline.analyze(Article(id=f"a{n}", body=t, published=MORNING)).claims for n, t in enumerate(texts)]
    assert same_claims(claims) == [0, 0, 2, 3]


def test_the_same_words_share_a_number_wherever_they_stand(pipeline: Pipeline) -> None:
    texts = ("盛岡市で橋が落ちた。3人がけがをした。", "3人がけがをした。", "4人がけがをした。")
    analyses = [pipeline.analyze(Article(id=f"a{n}", body=t, published=MORNING)) for n, t in enumerate(texts)]
    (_, three), (same,), (four,) = same_words([a.claims for a in analyses], [settings(a) for a in analyses])
    assert three == same != four


def test_the_same_words_after_another_day_have_numbers_of_their_own(pipeline: Pipeline) -> None:
    texts = ("県警は2日、男を逮捕したと発表した。", "県警は3日、男を逮捕したと発表した。", "男を逮捕した。")
    analyses = [pipeline.analyze(Article(id=f"a{n}", body=t, published=MORNING)) for n, t in enumerate(texts)]
    numbers = same_words([a.claims for a in analyses], [settings(a) for a in analyses])
    assert len({article[-1] for article in numbers}) == len(texts)


def test_copies_compare_as_if_each_pair_was_looked_at(pipeline: Pipeline, monkeypatch: pytest.MonkeyPatch) -> None:
    told = load_example("hita-quake")
    later = [replace(a, id=f"{a.id}2", published=a.published and a.published + timedelta(hours=3)) for a in told]
    analyses = [pipeline.analyze(a) for a in (*told, *later)]
    shared = pipeline.compare(analyses)
    monkeypatch.setattr(linking, "same_claims", lambda claims_of: range(len(claims_of)))
    monkeypatch.setattr(linking, "same_words", lambda claims_of, _: [[c.id for c in claims] for claims in claims_of])
    assert shared == pipeline.compare(analyses)
    assert sum(len(g.links) for g in shared.groups) > 300
