"""What the sentence of a claim tells before it."""

from __future__ import annotations

import pytest
from tests.comparison.conftest import MORNING

from jpnews_nlp import Article, Pipeline
from jpnews_nlp.comparison.settings import UNTOLD, Setting, settings


@pytest.fixture(scope="module")
def last_setting(pipeline: Pipeline):
    """What is told before the last claim of a text."""

    def setting(text: str) -> Setting:
        return settings(pipeline.analyze(Article(id="a", body=text, published=MORNING)))[-1]

    return setting


def test_the_day_and_the_hour_before_the_claim(last_setting) -> None:
    setting = last_setting("18日午前5時15分ごろ、国道の下り線で、バスが追突した。")
    assert [(e.text, e.start, e.end) for e in setting.dates] == [("18日", 0, 3)]
    assert [(e.text, e.value) for e in setting.clocks] == [("午前5時15分ごろ", "05:15")]


def test_another_sentence_tells_nothing(last_setting) -> None:
    assert last_setting("18日に雨が降った。\n17日に雪が降った。川があふれた。") == UNTOLD


def test_what_follows_the_claim_tells_nothing(pipeline: Pipeline) -> None:
    analysis = pipeline.analyze(Article(id="a", body="川があふれ、18日に橋が落ちた。", published=MORNING))
    assert settings(analysis)[0] == UNTOLD


NAMED = {
    "名のあとの年齢": ("会社員の杉原健吾さん、当時（４８）が死亡した。", "杉原健吾"),
    "名を含む年齢": ("会社員の杉原健吾さん＝当時（４８）＝が死亡した。", None),
    "名のない年齢": ("会社員の男性＝当時（４８）＝が死亡した。", None),
    "遠い名": ("杉原健吾さんを診た医師（48）が謝罪した。", None),
}


@pytest.mark.parametrize(("text", "name"), NAMED.values(), ids=NAMED.keys())
def test_the_name_an_age_stands_behind(pipeline: Pipeline, text: str, name: str | None) -> None:
    analysis = pipeline.analyze(Article(id="a", body=text, published=MORNING))
    ages = [s.person for c, s in zip(analysis.claims, settings(analysis), strict=True) if c.predicate == "年齢"]
    assert ages == [name]
