"""What a clause says: the lemma with light verbs folded, and whether it is affirmed."""

from __future__ import annotations

import pytest

LEMMAS = {
    "動詞": ("議会は予算案を可決した。", "可決"),
    "軽動詞を行う": ("市は発表を行った。", "発表"),
    "軽動詞の受け身": ("会談が行われた。", "会談"),
    "を行うの対象": ("両国は協定に署名を行った。", "署名"),
    "に踏み切る": ("警察は逮捕に踏み切った。", "逮捕"),
    "に至る": ("両者は合意に至った。", "合意"),
    "が発生する": ("工場で火災が発生した。", "火災"),
    "が起きる": ("工場では爆発が起きた。", "爆発"),
    "重傷を負う": ("男性は重傷を負った。", "重傷"),
    "に上る": ("死者は2人に上る。", "死者"),
    "に及ぶ": ("会談は3時間に及んだ。", "会談"),
    "補助動詞": ("警察は動機を調べている。", "調べる"),
    "始めるはアスペクト": ("船は沈み始めた。", "沈む"),
    "体言止めのサ変名詞": ("ロシアは領土の約20%を占領。", "占領"),
    "予定は述語でない": ("両首脳は15日に会談する予定だ。", "会談"),
    "計画は述語でない": ("新駅は2030年に開業する計画だ。", "開業"),
    "見込みは述語でない": ("台風は10日に上陸する見込みだ。", "上陸"),
    "形容詞": ("被害は大きい。", "大きい"),
}


@pytest.mark.parametrize(("body", "lemma"), LEMMAS.values(), ids=LEMMAS.keys())
def test_lemma(clauses, body: str, lemma: str) -> None:
    assert clauses(body)[-1].predicate == lemma


SAME = {
    "軽動詞と動詞": ("両政府は声明を発表した。", "両政府は声明の発表を行った。"),
    "能動と受動": ("警察は男を逮捕した。", "男が逮捕された。"),
    "表記": ("首相は辞任を取りやめた。", "首相は辞任を取り止めた。"),
    "敬体": ("知事が会見した。", "知事が会見しました。"),
    "進行": ("県が調査している。", "県が調査した。"),
}


@pytest.mark.parametrize(("one", "other"), SAME.values(), ids=SAME.keys())
def test_the_same_predicate_however_written(clauses, one: str, other: str) -> None:
    assert clauses(one)[-1].predicate == clauses(other)[-1].predicate


NEGATED = {
    "ない": "知事は説明しなかった。",
    "ず": "両国は合意できず、会談は終わった。",
    "ていない": "けが人は出ていない。",
    "はない": "津波の心配はない。",
    "ません": "津波の心配はありません。",
    "に至らなかった": "両者は合意に至らなかった。",
    "を否定した": "会社は不正を否定した。",
    "わけではない": "値上げするわけではない。",
    "とは限らない": "必ずしも安全とは限らない。",
    "見送った": "首相は出席を見送った。",
    "拒んだ": "知事は出席を拒んだ。",
    "分かっていない": "原因は分かっていない。",
    "確認されていない": "死者は確認されていない。",
    "おらず": "けがをした人はおらず、被害もなかった。",
    "もない": "被害もなかった。",
    "たことがない": "一度も失敗したことがない。",
    "まい": "もう二度と会うまい。",
    "ぬ": "真相は分からぬ。",
}


@pytest.mark.parametrize("body", NEGATED.values(), ids=NEGATED.keys())
def test_negated(clauses, body: str) -> None:
    assert clauses(body)[0].polarity == "negated"


AFFIRMED = {
    "肯定": "首相は辞任した。",
    "二重否定": "計画を否定しなかった。",
    "内容語のない": "少ない予算で建てた。",
}


@pytest.mark.parametrize("body", AFFIRMED.values(), ids=AFFIRMED.keys())
def test_affirmed(clauses, body: str) -> None:
    assert clauses(body)[-1].polarity == "affirmed"
