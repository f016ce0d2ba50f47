"""Whose age a bare age is."""

from __future__ import annotations

import pytest

from jpnews_nlp import Article, Pipeline

PIPELINE = Pipeline(engine="mecab")

ONES = {
    "前の文の主語": ("", "　俳優の森下彩さんが18日、病院で死去した。72歳。", "72歳"),
    "でした": ("", "　俳優の森下彩さんが18日、都内の病院で亡くなりました。71歳でした。", "71歳でした"),
    "本名のかっこ": ("", "　俳優の森下彩（もりした・あや、本名木村綾子）さんが死去した。72歳。", "72歳"),
    "見出し": ("俳優の森下彩さん死去、72歳", "　病院で静かに息を引き取った。", "72歳"),
}
NOBODYS = {
    "二人": "　森下彩さんと木村太郎さんが出演した。72歳。",
    "人がいない": "　工場で火災が起きた。72歳。",
    "見出しでない": "　条件は65歳",
}


def ages(title: str, body: str) -> dict[str, list[str]]:
    claims = PIPELINE.analyze(Article(id="a", title=title, body=body)).claims
    return {c.text: [a.text for a in c.slots.arguments if a.carried] for c in claims if c.predicate == "年齢"}


@pytest.mark.parametrize(("title", "body", "age"), ONES.values(), ids=ONES.keys())
def test_an_age_of_somebody(title: str, body: str, age: str) -> None:
    assert ages(title, body)[age] == ["森下彩"]


@pytest.mark.parametrize("body", NOBODYS.values(), ids=NOBODYS.keys())
def test_an_age_of_nobody_known(body: str) -> None:
    assert [people for people in ages("", body).values() if people] == []


def test_two_ages_of_one_person_contradict() -> None:
    bodies = (
        "　俳優の森下彩さんが18日、病院で死去した。72歳。",
        "　森下彩さんが都内の病院で亡くなりました。71歳でした。",
    )
    analyses = [PIPELINE.analyze(Article(id=str(n), body=body)) for n, body in enumerate(bodies)]
    links = [link for group in PIPELINE.compare(analyses).groups for link in group.links]
    assert ("conflict", "number") in {(link.relation, link.slot) for link in links}
