"""What a person is called beside the name."""

from __future__ import annotations

import pytest

from jpnews_nlp import Article
from jpnews_nlp.comparison.descriptions import described
from jpnews_nlp.comparison.synonyms import concept

CALLED = {
    "店員": ("店員の小松原陸さんが刺された。", "小松原陸", "店員"),
    "運転手": ("バス運転手の堀内誠司容疑者を逮捕した。", "堀内誠司", "運転"),
    "無職": ("同市の無職石倉武容疑者を逮捕した。", "石倉武", "無職"),
}


@pytest.mark.parametrize(("text", "name", "word"), CALLED.values(), ids=CALLED.keys())
def test_words_right_before_the_name(pipeline, text: str, name: str, word: str) -> None:
    assert concept(word) in described(pipeline.analyze(Article(id="a", body=text)).claims)[name]


NOT_CALLED = {
    "離れた名詞": ("店員が、小松原陸さんを助けた。", "小松原陸", "店員"),
    "助詞のあと": ("店員は小松原陸さんを助けた。", "小松原陸", "店員"),
}


@pytest.mark.parametrize(("text", "name", "word"), NOT_CALLED.values(), ids=NOT_CALLED.keys())
def test_others_are_not_what_the_person_is_called(pipeline, text: str, name: str, word: str) -> None:
    assert concept(word) not in described(pipeline.analyze(Article(id="a", body=text)).claims).get(name, frozenset())


def test_nobody_named() -> None:
    assert described(()) == {}
