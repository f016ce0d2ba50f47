"""What a person is called beside the name."""

from __future__ import annotations

import pytest

from jpnews_nlp import Article
from jpnews_nlp.comparison.descriptions import bearers_of_ages, described
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


BEARERS = {
    "主語の人": ("歌手の山本花子さんが18日、都内の病院で亡くなった。71歳だった。", {"山本花子"}),
    "括弧の中は本名": ("歌手の山本花子（本名・木村花子）さんが亡くなった。71歳だった。", {"山本花子"}),
    "没": ("指揮者の山本一郎氏が死去した。死因は心不全。88歳没。", {"山本一郎"}),
}


@pytest.mark.parametrize(("text", "names"), BEARERS.values(), ids=BEARERS.keys())
def test_an_age_alone_is_of_whom_the_text_was_about(pipeline, text: str, names: set[str]) -> None:
    assert list(bearers_of_ages(pipeline.analyze(Article(id="a", body=text)).claims).values()) == [names]


NOBODYS = {
    "名のある歳": "山本花子さん（71）が亡くなった。",
    "二人": "山本花子さんと木村太郎さんが亡くなった。71歳だった。",
    "名のない人": "女性が亡くなった。71歳だった。",
}


@pytest.mark.parametrize("text", NOBODYS.values(), ids=NOBODYS.keys())
def test_ages_of_nobody_known(pipeline, text: str) -> None:
    assert not any(bearers_of_ages(pipeline.analyze(Article(id="a", body=text)).claims).values())


def test_nobody_named() -> None:
    assert described(()) == {}
