"""The occasion a sentence sets out from is a claim of its own, and what follows is short."""

from __future__ import annotations

import pytest

OCCASIONS = {
    "事件": (
        "高知市の路上で会社員の女性が襲われた事件で、県警は男を逮捕した。",
        ["高知市の路上で会社員の女性が襲われた事件", "県警は男を逮捕した"],
    ),
    "読点をまたぐ": (
        "高知市の路上で5日夜、会社員の女性が襲われた事件で、県警は男を逮捕した。",
        ["高知市の路上で5日夜、会社員の女性が襲われた事件", "県警は男を逮捕した"],
    ),
    "問題": (
        "前の社長が資金を流用した問題で、調査委員会は報告書を公表した。",
        ["前の社長が資金を流用した問題", "調査委員会は報告書を公表した"],
    ),
    "が": (
        "先週末に県北部の工場で起きた火災で、新たに男性1人が死亡した。",
        ["先週末に県北部の工場で起きた火災", "新たに男性1人が死亡した"],
    ),
    "動詞のない事故": (
        "県道の交差点でのバスとトラックの事故で、運行会社は安全管理の不備を認めた。",
        ["県道の交差点でのバスとトラックの事故", "運行会社は安全管理の不備を認めた"],
    ),
    "について": (
        "駅前で開かれた反対派の集会について、主催者は約500人が参加したと発表した。",
        ["駅前で開かれた反対派の集会", "約500人が参加した"],
    ),
    "前の節に続く": (
        "市立病院で男性が重体となり、死亡した事故で、市は過失を認めた。",
        ["市立病院で男性が重体となり", "死亡した事故", "市は過失を認めた"],
    ),
    "を受け": (
        "乗客3人が死亡した脱線事故を受け、鉄道会社は全線で点検を始めた。",
        ["乗客3人が死亡した脱線事故", "鉄道会社は全線で点検を始めた"],
    ),
}


@pytest.mark.parametrize(("body", "expected"), OCCASIONS.values(), ids=OCCASIONS.keys())
def test_occasion_and_statement(clauses, body: str, expected: list[str]) -> None:
    assert [c.text for c in clauses(body)] == expected


def test_an_occasion_tells_what_happened(clauses) -> None:
    told, _ = clauses("高知市の路上で会社員の女性が襲われた事件で、県警は男を逮捕した。")
    assert (told.kind, told.predicate) == ("relative", "襲う")
    assert ("object", "会社員の女性") in [(a.role, a.text) for a in told.slots.arguments]


NO_OCCASION = {
    "短い": "この事故で、乗客3人が死亡した。",
    "主語がない": "市の中心部で起きた大規模な火災で、住宅3棟を焼いた。",
    "原因だけで動詞がない": "県北部を襲った大雨による川の氾濫で、住宅が流された。",
    "場所": "先週開かれた国際会議の会場で、首相は大統領と会った。",
    "短いについて": "現地視察について、首相は説明した。",
}


@pytest.mark.parametrize("body", NO_OCCASION.values(), ids=NO_OCCASION.keys())
def test_no_occasion(clauses, body: str) -> None:
    assert body.rstrip("。") in [c.text for c in clauses(body)]
