"""How sure a clause is: every row of `data/certainty.tsv` with what it must and must not match."""

from __future__ import annotations

import pytest

from jpnews_nlp.claims.certainty import read_certainty
from jpnews_nlp.claims.lexicon import certainty_rules

MUST = {
    "not_ruled_out": ["影響がないとは言えない", "テロだった可能性も排除できない。"],
    "seen": ["訪米する見通しとみられる。", "支持を広げる狙いがあるとみられている"],
    "no_chance": ["津波のおそれはない。", "増税の予定はない", "再発の可能性はなかった"],
    "probability": ["上陸する可能性が高い", "合意の可能性は低い", "現職が当選する公算大"],
    "doubt": ["老朽化が原因ではないか。", "達成できないのではないか", "逃げたのではないか、"],
    "appearance": ["噴火は当面続きそうだ。", "今夜は荒れそうです"],
    "headline_doubt": ["5人死亡か", "老朽化原因か", "橋が崩落か"],
    "question": ["再発を防げるのか。", "増税は避けられないのだろうか", "再開はいつか？"],
    "denied_fact": ["合意した事実はない", "会社は不正を否定した", "値上げするわけではない"],
    "possibility": [
        "被害が広がる可能性がある",
        "土砂災害が起きるおそれがある",
        "雪が降るかもしれない",
        "逃亡した疑いがある",
    ],
    "plan": [
        "15日に会談する予定だ",
        "増税する方針を固めた",
        "増税の検討に入った",
        "2030年に開業する計画だ",
        "訪日する意向を示した",
    ],
    "inference": [
        "負傷者は増えるとみられる",
        "10日に上陸する見込みだ",
        "景気は回復するだろう",
        "規模は5.1と推定される",
    ],
    "hearsay": ["命に別条はないという。", "来月に訪問するとされる", "無事とのことだ"],
    "condition": ["雨が降れば、", "要求が通るなら", "雨の場合は"],
}
CERTAINTIES = {
    "not_ruled_out": "possible",
    "seen": "likely",
    "no_chance": "asserted",
    "probability": "likely",
    "doubt": "possible",
    "appearance": "likely",
    "headline_doubt": "possible",
    "question": "asked",
    "denied_fact": "denied",
    "possibility": "possible",
    "plan": "planned",
    "inference": "likely",
    "hearsay": "reported",
    "condition": "hypothetical",
}
MUST_NOT = {
    "not_ruled_out": ["首相は出席できない", "市は土砂を排除した"],
    "seen": ["首相は山を見た", "見られる場所を選んだ"],
    "no_chance": ["首相は辞任した"],
    "probability": ["気温が高い", "可能な限り高く上げた"],
    "doubt": ["原因ではない", "晴れなかった", "間もなく終わった"],
    "appearance": ["楽しそうに話した人がいた", "そうした声が出た", "首相は去った"],
    "headline_doubt": ["5人が死亡", "静かだった", "首相が辞任"],
    "question": ["首相は静かに去った", "なかなか進まない", "確かな証拠が出た"],
    "denied_fact": ["事実を認めた", "首相は辞任した", "不正はあった"],
    "possibility": ["可能な限り急いだ", "容疑者が逮捕された", "恐ろしい揺れだった"],
    "plan": ["首相は辞任した", "向かい風が吹いた", "計画に反対した", "政府は方針を転換した"],
    "inference": ["首相は山を見た", "写真を見て驚いた", "首相は会見した"],
    "hearsay": ["首相が会見した", "橋が完成した", "男は店に入った"],
    "condition": ["首相は会見した", "橋は壊れた", "雨が上がった"],
}


def test_every_rule_has_its_cases() -> None:
    assert {r.name: r.certainty for r in certainty_rules()} == CERTAINTIES
    assert MUST.keys() == MUST_NOT.keys() == CERTAINTIES.keys()


@pytest.mark.parametrize(("rule", "evidence"), [(r, e) for r, rows in MUST.items() for e in rows])
def test_must_match(rule: str, evidence: str) -> None:
    assert read_certainty(evidence, "", attributed=False) == CERTAINTIES[rule]


@pytest.mark.parametrize(("rule", "evidence"), [(r, e) for r, rows in MUST_NOT.items() for e in rows])
def test_must_not_match(rule: str, evidence: str) -> None:
    assert read_certainty(evidence, "", attributed=False) == "asserted"


IN_SENTENCES = {
    "断定": ("首相は辞任した。", "asserted"),
    "みられる": ("負傷者は増えるとみられる。", "likely"),
    "見込み": ("台風は10日に上陸する見込みだ。", "likely"),
    "だろう": ("景気は回復するだろう。", "likely"),
    "模様": ("列車は夕方まで止まる模様だ。", "likely"),
    "可能性": ("男が関わった可能性がある。", "possible"),
    "おそれ": ("土砂災害が起きるおそれがある。", "possible"),
    "疑い": ("男は国外に逃亡した疑いがある。", "possible"),
    "検討に入った": ("政府は増税の検討に入った。", "planned"),
    "方針を固めた": ("政府は増税する方針を固めた。", "planned"),
    "予定": ("両首脳は15日に会談する予定だ。", "planned"),
    "見通し": ("会社は来月にも破産を申請する見通しだ。", "planned"),
    "疑問": ("再発を防げるのか。", "asked"),
    "否定": ("会社は不正を否定した。", "denied"),
    "によると": ("警察によると、男は店に侵入した。", "reported"),
    "という": ("男性は軽傷だという。", "reported"),
    "引用の中の予定": ("市長は「橋を直す予定だ」と述べた。", "planned"),
}


@pytest.mark.parametrize(("body", "certainty"), IN_SENTENCES.values(), ids=IN_SENTENCES.keys())
def test_certainty_of_a_claim(clauses, body: str, certainty: str) -> None:
    assert [c.certainty for c in clauses(body)] == [certainty]


def test_attributed_words_are_reported_and_no_more() -> None:
    assert read_certainty("首相は辞任した", "", attributed=True) == "reported"
    assert read_certainty("首相は辞任する予定だ", "", attributed=True) == "planned"
