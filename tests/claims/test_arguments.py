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
    "の付く名詞": ("市が橋の建設を始めた。", [("subject", "市"), ("object", "橋の建設")]),
    "軽動詞の名詞は項でない": ("市が発表を行った。", [("subject", "市")]),
}


@pytest.mark.parametrize(("body", "expected"), ROLES.values(), ids=ROLES.keys())
def test_roles(clauses, body: str, expected: list[tuple[str, str]]) -> None:
    (claim,) = clauses(body)
    assert [(a.role, a.text) for a in claim.slots.arguments] == expected


def test_active_and_passive_have_the_same_object(clauses) -> None:
    (active,), (passive,) = clauses("警察は無職の男を逮捕した。"), clauses("無職の男が逮捕された。")
    heads = [[a.head for a in c.slots.arguments if a.role == "object"] for c in (active, passive)]
    assert heads[0] == heads[1] == ["男"]
