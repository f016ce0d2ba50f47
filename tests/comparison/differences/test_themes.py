"""Claims in which nothing differs and which are of two things all the same."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

import pytest

from jpnews_nlp import Article, Pipeline
from jpnews_nlp.comparison.differences.pair import UNRELATED, Aligned
from jpnews_nlp.comparison.differences.themes import theme_difference
from jpnews_nlp.model.claim import Claim

UNLIKE = {
    "社名だけが同じ": ("東都電機は国内で2割のシェアを握る。", "東都電機が工場の雇用を守った。"),
    "数える物が違う": ("金沢市は市内12か所に避難所を開設した。", "金沢市の避難所には約600人が身を寄せた。"),
    "別の被害": ("金沢市では住宅が倒壊した。", "金沢市では2人が亡くなった。"),
    "注意する相手が違う": ("震度6弱程度の地震に注意してほしい。", "土砂災害に警戒してほしい。"),
    "起きたことと注意": ("金沢市で震度6弱を観測した。", "震度6弱程度の揺れに注意するよう呼びかけた。"),
}


@pytest.mark.parametrize(("left", "right"), UNLIKE.values(), ids=UNLIKE.keys())
def test_two_things_are_not_linked(judged, left: str, right: str) -> None:
    assert judged(left, right) is None
    assert judged(right, left) is None


ALIKE = {
    "大学の名が同じ": ("桐山大学を卒業した。", "桐山大学に学んだ。"),
    "同じ数": ("5人の安否が不明だ。", "住民5人と連絡が取れていない。"),
    "注意する相手が同じ": ("土砂災害に注意してほしい。", "土砂災害に警戒してほしい。"),
    "使い道が二つ": ("収入は渋滞対策に充てる。", "収入は景観の保全に充てる。"),
    "単位の書き方": ("約1200平方メートルを焼いた。", "約0.12ヘクタールを焼いた。"),
    "別の言い方の被害": ("住宅が倒壊した。", "住宅が全壊した。"),
}


@pytest.mark.parametrize(("left", "right"), ALIKE.values(), ids=ALIKE.keys())
def test_what_is_told_in_other_words_stays_linked(judged, left: str, right: str) -> None:
    assert judged(left, right) is not None
    assert judged(right, left) is not None


def test_warnings_of_two_things_are_not_linked(judged) -> None:
    assert judged("土砂災害に警戒してほしい。", "最大震度6弱程度の揺れに警戒してほしい。") is None
    assert judged("強い揺れに警戒してほしい。", "最大震度6弱程度の揺れに警戒してほしい。") is not None


HEADLINES = {
    "別のこと": ("知事が橋の閉鎖を決定", "橋の長さは300メートルだ。", True),
    "近くの店": ("橋の閉鎖で渋滞", "橋の近くに店が並ぶ。", True),
    "同じこと": ("知事が橋の閉鎖を決定", "知事は橋の閉鎖を決めた。", False),
    "名詞で言う": ("知事が橋を閉鎖", "橋の閉鎖に住民が反対した。", False),
}


@pytest.mark.parametrize(("title", "body", "apart"), HEADLINES.values(), ids=HEADLINES.keys())
def test_a_headline_and_another_sentence_of_its_story(
    pipeline: Pipeline, told: Callable[[str], Claim], title: str, body: str, apart: bool
) -> None:
    claims = pipeline.analyze(Article(id="h", title=title, body="街は静かだった。")).claims
    headline = [c for c in claims if c.role == "headline"][-1]
    for a, b in ((headline, told(body)), (told(body), headline)):
        assert (theme_difference(Aligned(a=a, b=b, later=False)) is UNRELATED) is apart


@pytest.mark.parametrize("kind", ["attribute", "title"])
def test_of_ages_moments_and_titles_no_shared_word_is_asked(kind: Literal["attribute", "title"]) -> None:
    a, b = (
        Claim(id=i, article=i, start=0, end=len(text), text=text, kind=kind, predicate=text)
        for i, text in (("a", "午前九時"), ("b", "未明"))
    )
    assert theme_difference(Aligned(a=a, b=b, later=False)) is None
