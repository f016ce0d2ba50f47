"""Whether two claims tell of different things."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from jpnews_nlp.comparison.differences.contrasts import (
    alike_beside,
    other_matter,
    places_apart,
    rival_subjects,
    share_characters,
    told_apart,
)
from jpnews_nlp.comparison.synonyms import concept
from jpnews_nlp.comparison.tables import rows
from jpnews_nlp.model.claim import Claim

Told = Callable[[str], Claim]

APART = {
    "売上と利益": ("売上高は8%増えた。", "純利益は3%増えた。"),
    "県内と全国": ("県内では4人がけがをした。", "全国では48人がけがをした。"),
    "他の店": ("店で情報が流出した。", "他の店では情報は流出していない。"),
    "再上陸": ("台風は九州に上陸した。", "台風は北海道に再上陸した。"),
}
NOT_APART = {
    "同じ語": ("売上高は8%増えた。", "売上高が8%伸びた。"),
    "両方の語": ("乗客と乗員が避難した。", "乗客が避難した。"),
    "部分の語": ("けが人は30人だった。", "負傷者は県内の4人を含め30人だった。"),
}


@pytest.mark.parametrize(("left", "right"), APART.values(), ids=APART.keys())
def test_told_apart(told: Told, left: str, right: str) -> None:
    for one, other in ((left, right), (right, left)):
        assert told_apart(told(one), told(other))


@pytest.mark.parametrize(("left", "right"), NOT_APART.values(), ids=NOT_APART.keys())
def test_not_told_apart(told: Told, left: str, right: str) -> None:
    assert not told_apart(told(left), told(right))


RIVALS = {"県と市": ("県は反対した。", "市は賛成した。"), "日本と韓国": ("日本は勝利した。", "韓国は勝利した。")}
ONE = {
    "名前と職": ("小林氏は辞任した。", "社長は辞任した。"),
    "同社": ("同社は否定した。", "浜凪電機は否定した。"),
    "主語なし": ("辞任した。", "社長は辞任した。"),
    "逮捕者": ("警察は5人を逮捕した。", "逮捕者は9人となった。"),
}


@pytest.mark.parametrize(("left", "right"), RIVALS.values(), ids=RIVALS.keys())
def test_said_of_different_subjects(told: Told, left: str, right: str) -> None:
    assert rival_subjects(told(left), told(right))


@pytest.mark.parametrize(("left", "right"), ONE.values(), ids=ONE.keys())
def test_may_be_said_of_one(told: Told, left: str, right: str) -> None:
    assert not rival_subjects(told(left), told(right))


def test_what_the_act_is_about(told: Told) -> None:
    assert other_matter(told("両首脳は関税で合意した。"), told("両首脳は領土問題で合意しなかった。"))
    assert not other_matter(told("両首脳は関税で合意した。"), told("両首脳は関税の引き下げで合意した。"))
    assert not other_matter(told("両首脳は東京で合意した。"), told("両首脳は関税で合意しなかった。"))


LIGHT = {
    "同じ相手に同じ考え": ("首相は長官に理解を示した。", "首相は長官に理解を示さなかった。", True),
    "半分は同じ": ("首相は長官に理解を示した。", "首相は理解を示した。", True),
    "する人だけが同じ": ("首相は長官に理解を示した。", "首相は懸念を示した。", False),
}


@pytest.mark.parametrize(("left", "right", "alike"), LIGHT.values(), ids=LIGHT.keys())
def test_what_stands_beside_a_light_verb(told: Told, left: str, right: str, alike: bool) -> None:
    for one, other in ((left, right), (right, left)):
        assert alike_beside(told(one), told(other), frozenset({concept("示す")})) is alike


def test_places(told: Told) -> None:
    assert places_apart(told("大分市で38度を観測した。"), told("熊本市で37度を観測した。"))
    assert not places_apart(told("大分市で38度を観測した。"), told("38度を観測した。"))
    assert not places_apart(told("日本時間16日に始まった。"), told("パリで16日に始まった。"))


@pytest.mark.parametrize(("left", "right", "shared"), [("関税", "自動車関税", True), ("領土", "関税", False)])
def test_share_characters(left: str, right: str, shared: bool) -> None:
    assert share_characters(left, right) is shared


def test_every_set_names_two_things_or_more_with_words_of_their_own() -> None:
    for row in rows("contrasts.tsv"):
        words = [word for cell in row for word in cell.split("｜")]
        assert len(row) > 1
        assert all(words)
        assert len(set(words)) == len(words)
