"""Which sentences tell of an earlier occasion of the same kind."""

from __future__ import annotations

import pytest

from jpnews_nlp import Article, Pipeline
from jpnews_nlp.comparison.earlier import occasions, of_two_occasions

PIPELINE = Pipeline(engine="mecab")

EARLIER = {
    "年にも": "同社では2019年にも工場で火災が起きた。",
    "全角の年": "同社では２０１９年１１月にも工場で火災が起きた。",
    "年前にも": "県内では8年前にも別の橋が落ちた。",
    "年前の何でも": "この大会では3年前の準決勝でも発煙筒が投げ込まれた。",
    "どこでも": "同社では2017年9月、大分市の工場でも爆発が起きた。",
    "年の何も": "2014年の噴火も警戒レベル1のときに起きた。",
    "以前も": "この交差点では以前も事故があった。",
    "過去にも": "同じ部品は過去にも不具合を起こしている。",
}
DATED = {
    "年は": "2019年は豊作だった。",
    "昨年の": "昨年の売り上げは30億円だった。",
    "年に": "二人は2018年に結婚した。",
}
NEITHER = {
    "日にも": "19日にも雨が降った。",
    "国でも": "英国でも同じ部品が見つかった。",
    "年内にも": "年内にも工事を終える。",
    "計画": "同社は27年にも実用化する計画だ。",
    "今も": "今も原因は分かっていない。",
}


def told(body: str) -> list[str]:
    return list(occasions(PIPELINE.analyze(Article(id="a", body=body)).claims).values())


@pytest.mark.parametrize("text", EARLIER.values(), ids=EARLIER.keys())
def test_an_earlier_occasion(text: str) -> None:
    assert told(text) == ["earlier"]


@pytest.mark.parametrize("text", DATED.values(), ids=DATED.keys())
def test_a_time_that_is_told(text: str) -> None:
    assert told(text) == ["dated"]


@pytest.mark.parametrize("text", NEITHER.values(), ids=NEITHER.keys())
def test_no_earlier_occasion(text: str) -> None:
    assert told(text)[0] in ("", "dated")


@pytest.mark.parametrize("start", ["この時は", "その際は", "当時は"])
def test_the_next_sentence_goes_on_with_it(start: str) -> None:
    assert told(f"8年前にも工場で火災が起きた。{start}3人が死亡した。市は対策を求めた。") == ["earlier", "earlier", ""]


def test_all_of_the_sentence_is_of_it() -> None:
    claims = PIPELINE.analyze(
        Article(id="a", body="この大会では3年前の準決勝でも発煙筒が投げ込まれ、6人がけがをした。")
    ).claims
    assert len(claims) > 1
    assert set(occasions(claims).values()) == {"earlier"}


def test_only_the_occasion_of_the_news_is_another_one() -> None:
    assert of_two_occasions("earlier", "")
    assert of_two_occasions("", "earlier")
    assert not of_two_occasions("earlier", "dated")  # which may be the earlier one: 2015年には
    assert not of_two_occasions("earlier", "earlier")
    assert not of_two_occasions("", "dated")


def test_a_number_of_an_earlier_occasion_is_no_update(compare) -> None:
    first = "　試合は発煙筒のため22分間中断し、観客6人がけがをした。"
    second = (
        "　試合は22分間中断した。\n　この大会では3年前の決勝でも、発煙筒で試合が13分間中断し、16人がけがをしている。"
    )
    compared = compare(first, second)
    assert [link.relation for group in compared.groups for link in group.links if link.relation != "agree"] == []
