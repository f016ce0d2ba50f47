"""Pairs that look alike and are of two things."""

from __future__ import annotations

import pytest

TWO_THINGS = {
    "以前にも": ("列車がホームを行き過ぎた。", "同社の列車は2023年4月にも、別の駅でホームを行き過ぎている。"),
    "昨年にも": ("工場で火災が起きた。", "同社では昨年にも工場で火災が起きた。"),
    "市と町": ("諏訪市は避難所を9か所に設けた。", "町は避難所を3か所に設けた。"),
    "県と国": ("県は計画に反対した。", "国は計画に反対した。"),
    "震源地と深さ": ("震源地は長野県北部だ。", "震源の深さは約10キロだ。"),
    "原因と時期": ("事故の原因は分かっていない。", "事故の時期は分かっていない。"),
    "別の会社": ("夜行バスがトラックに追突した。", "市内では別の会社の路線バスが乗用車に追突した。"),
    "問い": ("両首脳は東京で会談した。", "会談では何があったの"),
    "見出しの問い": ("領土の交換を協議した。", "領土の話はどうなった"),
    "会談の名": ("日韓首脳会談", "両首脳は18日、東京で会談した。"),
    "選挙の名": ("市長選の決選投票", "市長選で新人が当選した。"),
    "台風の名": ("台風8号", "台風8号が上陸した。"),
    "二つの国": ("セルビアは独立を宣言した。", "モンテネグロは独立を宣言した。"),
    "何も": ("開業の時期は決まっていない。", "何も決まっていない。"),
}


@pytest.mark.parametrize(("left", "right"), TWO_THINGS.values(), ids=TWO_THINGS.keys())
@pytest.mark.parametrize("later", [False, True], ids=["同時", "後報"])
def test_two_things_are_not_linked(judged, left: str, right: str, later: bool) -> None:
    assert judged(left, right, later=later) is None
    assert judged(right, left, later=later) is None


ONE_THING = {
    "規模": ("地震の規模はM6.3だった。", "マグニチュードは6.3だった。"),
    "どちらも別の": ("警察は別の男を逮捕した。", "別の男が逮捕された。"),
    "別の人が言う": ("別の関係者によると、社長は辞任する。", "社長は辞任する。"),
    "何も問わない": ("何者かが侵入した。", "何者かが工場に侵入した。"),
    "分からない": ("何が起きたのか分かっていない。", "何が起きたか分かっていない。"),
    "同じ名": ("日韓首脳会談", "日韓首脳会談"),
    "名だけでない": ("日韓首脳会談が開かれた。", "日韓の首脳が会談した。"),
    "事故の見出し": ("高速道路で衝突事故", "高速道路で衝突事故があった。"),
    "国の名": ("米国は離脱を宣言した。", "アメリカは離脱を宣言した。"),
    "早ければ": ("新駅は2031年に開業する。", "新駅は2031年にも開業する。"),
    "県の名": ("長野県は計画に反対した。", "県は計画に反対した。"),
    "市の名": ("諏訪市は避難所を設けた。", "市は避難所を設けた。"),
    "何が決まっていないか言わない": ("まだ決まっていない。", "具体的なことは何も決まっていない。"),
    "どちらも何も": ("まだ何も決まっていない。", "何も決まっていない。"),
}


@pytest.mark.parametrize(("left", "right"), ONE_THING.values(), ids=ONE_THING.keys())
def test_one_thing_is_linked(judged, left: str, right: str) -> None:
    assert judged(left, right) is not None


NUMBERED = {
    "四半期": ("会社は第3四半期の決算を発表した。", "会社は第2四半期の決算を発表した。"),
    "漢数字": ("委員会は第二案を採用した。", "委員会は第3案を採用した。"),
}
ONE_NUMBER = {
    "書き方": ("委員会は第二案を採用した。", "委員会は第2案を採用した。"),
    "一方だけ": ("委員会は第2案を採用した。", "委員会は案を採用した。"),
    "別のもの": ("会社は第3四半期の決算を発表した。", "会社は第2位の決算を発表した。"),
}


@pytest.mark.parametrize(("left", "right"), NUMBERED.values(), ids=NUMBERED.keys())
def test_two_of_several_that_are_numbered(judged, left: str, right: str) -> None:
    assert judged(left, right) is None
    assert judged(right, left) is None


@pytest.mark.parametrize(("left", "right"), ONE_NUMBER.values(), ids=ONE_NUMBER.keys())
def test_one_of_several_that_are_numbered(judged, left: str, right: str) -> None:
    assert judged(left, right) is not None
