"""What a claim affirms and denies."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from jpnews_nlp.comparison.differences.stances import stances
from jpnews_nlp.comparison.synonyms import concept
from jpnews_nlp.model.claim import Claim

Told = Callable[[str], Claim]

TAKEN = {
    "肯定": ("両国は停戦に合意した。", "合意", True),
    "否定": ("両国は停戦に合意しなかった。", "合意", False),
    "事実はない": ("停戦に合意した事実はない。", "合意", False),
    "否定した": ("社長は辞任を否定した。", "辞任", False),
    "断念": ("会社は控訴を断念した。", "控訴", False),
    "情報がない": ("けが人の情報は入っていない。", "負傷", False),
    "心配はない": ("津波の心配はない。", "津波", False),
    "決まらない": ("何も決まっていない。", "合意", False),
    "にすぎない": ("10%は要望にすぎない。", "合意", False),
    "引用": ("政府が「合意した」と発表した。", "合意", True),
    "方針を伝える": ("会長は辞任する意向を伝えた。", "辞任", True),
}


@pytest.mark.parametrize(("text", "word", "affirmed"), TAKEN.values(), ids=TAKEN.keys())
def test_takes_a_side(told: Told, text: str, word: str, affirmed: bool) -> None:
    assert affirmed in {s.affirmed for s in stances(told(text)) if s.concept == concept(word)}
    assert (not affirmed) not in {s.affirmed for s in stances(told(text)) if s.concept == concept(word)}


NOT_TAKEN = {
    "否定しなかった": ("社長は辞任を否定しなかった。", "認める"),
    "のではないか": ("大臣は辞任するのではないか。", "無い"),
    "協議だけ": ("両国は引き下げに向けて協議することで合意した。", "合意"),
}


@pytest.mark.parametrize(("text", "word"), NOT_TAKEN.values(), ids=NOT_TAKEN.keys())
def test_takes_no_side(told: Told, text: str, word: str) -> None:
    assert concept(word) not in {s.concept for s in stances(told(text)) if not s.affirmed or word == "合意"}


def test_what_is_not_known_yet_is_no_denial(told: Told) -> None:
    assert [s.known for s in stances(told("けが人の情報は入っていない。"))] == [False]
    assert [s.known for s in stances(told("けが人の情報はない。"))] == [False]
    assert all(s.known for s in stances(told("けが人はいなかった。")))


EMBEDDED = {
    "形跡はない": ("ブレーキを踏んだ形跡はない。", "踏む"),
    "心配はない": ("津波の心配はない。", "津波"),
    "応じない": ("会社は支払いに応じなかった。", "支払い"),
}


@pytest.mark.parametrize(("text", "word"), EMBEDDED.values(), ids=EMBEDDED.keys())
def test_what_stands_in_a_denial_is_told_from_what_is_denied(told: Told, text: str, word: str) -> None:
    taken = stances(told(text))
    assert {s.embedded for s in taken if s.concept == concept(word)} == {True}
    assert False in {s.embedded for s in taken}
