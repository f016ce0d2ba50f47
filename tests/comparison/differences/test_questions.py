"""What one article leaves open and the other tells."""

from __future__ import annotations

import pytest

ANSWERED = {
    "かどうかは未定": ("お別れの会を開くかどうかは未定だ。", "お別れの会を12月10日に開く。"),
    "分かっていない": ("大統領がどこにいるのかは分かっていない。", "大統領は隣国にいる。"),
    "決まっていない": ("控訴するかどうかは不明だ。", "会社は判決を不服として控訴した。"),
}
NOT_ANSWERED = {
    "どちらも未定": ("会を開くかどうかは未定だ。", "会を開くかどうかは未定だ。"),
    "問いではない": ("会を開く。", "会を12月に開く。"),
}


@pytest.mark.parametrize(("left", "right"), ANSWERED.values(), ids=ANSWERED.keys())
def test_what_was_open_is_told_later(judged, left: str, right: str) -> None:
    judgement = judged(left, right, later=True)
    assert (judgement.relation, judgement.rule) == ("update", "question_answered")


@pytest.mark.parametrize(("left", "right"), ANSWERED.values(), ids=ANSWERED.keys())
def test_at_one_time_it_is_less_sure(judged, left: str, right: str) -> None:
    assert judged(left, right).slot == "certainty"


@pytest.mark.parametrize(("left", "right"), ANSWERED.values(), ids=ANSWERED.keys())
def test_what_was_told_is_not_opened_again(judged, left: str, right: str) -> None:
    assert judged(right, left, later=True) is None


@pytest.mark.parametrize(("left", "right"), NOT_ANSWERED.values(), ids=NOT_ANSWERED.keys())
def test_nothing_was_open(judged, left: str, right: str) -> None:
    judgement = judged(left, right, later=True)
    assert judgement is None or judgement.rule != "question_answered"


@pytest.mark.parametrize(
    ("text", "certainty"),
    [
        ("九重山が噴火、登山客けがか", "possible"),
        ("住民への連絡に遅れか", "possible"),
        ("飲酒運転か", "possible"),
        ("知事は辞任すべきか", "asked"),
        ("首相は辞任するか", "asked"),
        ("引き金は何か", "asked"),
    ],
)
def test_a_headline_that_ends_with_a_noun_and_ka_weighs(told, text: str, certainty: str) -> None:
    assert told(text).certainty == certainty
