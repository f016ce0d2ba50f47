"""Clauses that are somebody's word themselves: demands, denials, stances."""

from __future__ import annotations

import pytest

OWN_WORD = {
    "要求": ("大統領は増額を要求した。", "大統領", "を要求した"),
    "求めた": ("野党は首相の辞任を求めた。", "野党", "を求めた"),
    "呼びかけた": ("県は住民に避難を呼びかけた。", "県", "を呼びかけた"),
    "否定": ("会社側は違法性を否定している。", "会社側", "を否定している"),
    "意向を示す": ("大統領は停戦に応じる意向を示した。", "大統領", "意向を示した"),
    "考えを示す": ("市長は橋を直す考えを示した。", "市長", "考えを示した"),
    "方針を固める": ("政府は増税する方針を固めた。", "政府", "方針を固めた"),
    "拒む": ("知事は出席を拒んだ。", "知事", "を拒んだ"),
}


@pytest.mark.parametrize(("body", "speaker", "cue"), OWN_WORD.values(), ids=OWN_WORD.keys())
def test_own_word(clauses, body: str, speaker: str, cue: str) -> None:
    (claim,) = clauses(body)
    assert (claim.speaker, claim.cue, claim.direct) == (speaker, cue, False)


ACTS = {
    "行為": "政府は制裁を発動した。",
    "動きを示す": "株価は上昇する動きを示した。",
    "答えを求める計算": "学生は面積を計算した。",
    "会見": "社長は記者会見を開いた。",
}


@pytest.mark.parametrize("body", ACTS.values(), ids=ACTS.keys())
def test_an_act_is_nobodys_word(clauses, body: str) -> None:
    assert [(c.speaker, c.cue) for c in clauses(body)] == [(None, None)]


def test_an_omitted_speaker_is_the_one_who_spoke_in_the_sentence_before(clauses) -> None:
    first, second = clauses("知事は「二度と起こさない」と強調した。「原因を調べる」と述べた。")
    assert (first.speaker, second.speaker) == ("知事", "知事")


def test_a_speaker_is_forgotten_after_two_sentences(clauses) -> None:
    body = "知事は「原因を調べる」と述べた。橋は壊れた。道路は通れる。川は静かだ。「雨が心配だ」と話した。"
    assert clauses(body)[-1].speaker != "知事"
