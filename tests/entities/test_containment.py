"""Which place lies in which, and what cannot be told."""

from __future__ import annotations

import pytest

from jpnews_nlp.entities.containment import contains
from jpnews_nlp.entities.identity import unify
from jpnews_nlp.model.entity import Place


def places(*names: str) -> list[Place]:
    made = tuple(Place(start=i, end=i + 1, text=n, canonical=n, source="test") for i, n in enumerate(names))
    return [p for p in unify([made])[0] if isinstance(p, Place)]


WITHIN = {
    "県と市": ("石川県", "輪島市"),
    "国と市": ("日本", "輪島市"),
    "国の略称と都市": ("英", "ロンドン"),
    "都と区": ("東京都", "渋谷区"),
    "州と都市": ("アラスカ州", "アラスカ州アンカレッジ"),
    "地方と県": ("東北地方", "宮城県"),
    "地方と市": ("四国", "高松市"),
    "国と地方": ("日本", "九州"),
    "地方と地方": ("関東甲信", "北関東"),
    "市と町": ("新潟県長岡市", "新潟県長岡市小国町"),
}


@pytest.mark.parametrize(("outer", "inner"), WITHIN.values(), ids=WITHIN.keys())
def test_one_lies_in_the_other(outer: str, inner: str) -> None:
    a, b = places(outer, inner)
    assert (contains(a, b), contains(b, a)) == (True, False)


APART = {
    "二つの県": ("広島県", "岡山県"),
    "二つの市": ("札幌市", "輪島市"),
    "国と外の市": ("アメリカ", "輪島市"),
    "地方と外の県": ("東北地方", "広島県"),
    "二つの地方": ("四国", "東北地方"),
    "地方と外の国": ("九州", "アメリカ"),
    "同じ所": ("米国", "アメリカ"),
}


@pytest.mark.parametrize(("one", "other"), APART.values(), ids=APART.keys())
def test_neither_lies_in_the_other(one: str, other: str) -> None:
    a, b = places(one, other)
    assert (contains(a, b), contains(b, a)) == (False, False)


UNKNOWN = {"施設": ("輪島市", "朝市通り"), "同名の市": ("石川県", "府中市"), "重なる地方": ("関東甲信", "甲信越")}


@pytest.mark.parametrize(("one", "other"), UNKNOWN.values(), ids=UNKNOWN.keys())
def test_it_cannot_be_told(one: str, other: str) -> None:
    a, b = places(one, other)
    assert contains(a, b) is None
