"""Who does what to whom, passive undone."""

from __future__ import annotations

import pytest

ROLES = {
    "主語と目的語": ("警察は男を逮捕した。", [("subject", "警察"), ("object", "男")]),
    "受け身の主語は目的語": ("男は逮捕された。", [("object", "男")]),
    "場所": ("市は広場で式典を撮影した。", [("subject", "市"), ("location", "広場"), ("object", "式典")]),
    "到着点": ("一行が首都へ向かった。", [("subject", "一行"), ("goal", "首都")]),
    "出どころ": ("男が窓から逃げた。", [("subject", "男"), ("source", "窓")]),
    "限り": ("列車が駅まで走った。", [("subject", "列車"), ("limit", "駅")]),
    "相手": ("首相が大統領と会談した。", [("subject", "首相"), ("companion", "大統領")]),
    "主題は空いた主語": ("知事は計画を説明した。", [("subject", "知事"), ("object", "計画")]),
    "主題は目的語": ("工場は会社が閉鎖した。", [("object", "工場"), ("subject", "会社")]),
    "の付く名詞": ("市が橋の模型を買った。", [("subject", "市"), ("object", "橋の模型")]),
    "畳んだ名詞の目的語": ("市が橋の建設を始めた。", [("subject", "市"), ("object", "橋")]),
    "畳んだ名詞の到着点": ("銀行は企業への融資を行った。", [("subject", "銀行"), ("goal", "企業")]),
    "受け身の動作主": ("男は警察に逮捕された。", [("object", "男"), ("subject", "警察")]),
    "によって": ("男が県警によって逮捕された。", [("object", "男"), ("subject", "県警")]),
    "受け身の到着点": ("男性は病院に運ばれた。", [("object", "男性"), ("goal", "病院")]),
    "選ばれる先": ("田辺氏が首相に選ばれた。", [("object", "田辺氏"), ("goal", "首相")]),
    "使役": ("監督は新人を先発させた。", [("causer", "監督"), ("subject", "新人")]),
    "使役の相手": ("首相は秘書に書類を届けさせた。", [("causer", "首相"), ("subject", "秘書"), ("object", "書類")]),
    "使役受け身": ("大統領は側近に辞任させられた。", [("subject", "大統領"), ("causer", "側近")]),
    "手段": ("男は妻を刃物で刺した。", [("subject", "男"), ("object", "妻"), ("means", "刃物")]),
    "分裂文": ("優勝したのは青葉高校だった。", [("subject", "青葉高校")]),
    "内側の述語の項は外": ("基準を超える有害物質が検出された。", [("object", "有害物質")]),
    "遠い主語": ("首相が東京で開かれた会議に出席した。", [("subject", "首相"), ("goal", "会議")]),
    "軽動詞の名詞は項でない": ("市が発表を行った。", [("subject", "市")]),
}


@pytest.mark.parametrize(("body", "expected"), ROLES.values(), ids=ROLES.keys())
def test_roles(clauses, body: str, expected: list[tuple[str, str]]) -> None:
    claim = clauses(body)[-1]
    assert [(a.role, a.text) for a in claim.slots.arguments] == expected


def test_active_and_passive_have_the_same_object(clauses) -> None:
    (active,), (passive,) = clauses("警察は無職の男を逮捕した。"), clauses("無職の男が逮捕された。")
    heads = [[a.head for a in c.slots.arguments if a.role == "object"] for c in (active, passive)]
    assert heads[0] == heads[1] == ["男"]
