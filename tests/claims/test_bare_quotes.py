"""Quotations without a verb of saying."""

from __future__ import annotations

import pytest

# title or body -> (what is said, speaker)
SAID = {
    "括弧の前の名": (("官房長官「合意している」", ""), [("官房長官「合意している」", "官房長官")]),
    "括弧の後の名": (("「合意している」官房長官", ""), [("合意している", "官房長官")]),
    "括弧の後の名が何かする": (("「責任は私に」社長が謝罪", ""), [("責任は私に", "社長"), ("社長が謝罪", None)]),
    "談話": (("", "監督のコメント「選手に感謝したい」"), [("監督のコメント「選手に感謝したい」", "監督")]),
    "本文の談話": (("", "教授の話「地盤が弱い」。"), [("教授の話「地盤が弱い」", "教授")]),
    "次の文が言う": (
        ("", "「復旧に当たる」。知事は18日の会見でこう述べた。"),
        [("復旧に当たる", "知事"), ("知事は18日の会見でこう述べた", None)],
    ),
    "前の文が言う": (
        ("", "知事は次のように語った。「復旧に当たる」。"),
        [("知事は次のように語った", None), ("復旧に当たる", "知事")],
    ),
}


@pytest.mark.parametrize(("text", "expected"), SAID.values(), ids=SAID.keys())
def test_said(clauses, text: tuple[str, str], expected: list[tuple[str, str | None]]) -> None:
    title, body = text
    assert [(c.text, c.speaker) for c in clauses(body or "　", title)] == expected


NAMES = {
    "名を引用する見出し": ("「平和の鐘」完成", ""),
    "作品": ("", "「雪の駅」作者が会見した。"),
    "名の後に人": ("", "「鉄人」選手が引退した。"),
}


@pytest.mark.parametrize(("title", "body"), NAMES.values(), ids=NAMES.keys())
def test_a_name_in_brackets_is_nobodys_word(clauses, title: str, body: str) -> None:
    assert {c.speaker for c in clauses(body or "　", title)} == {None}
