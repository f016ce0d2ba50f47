"""Foreign full names by rule, and what is none."""

from __future__ import annotations

import pytest

from jpnews_nlp.engines.mecab import MecabEngine
from jpnews_nlp.entities.names_tokens import name_tokens
from jpnews_nlp.entities.people_foreign import foreign_names


def found(text: str) -> list[str]:
    tokens = name_tokens(MecabEngine().parse_text(text).tokens)
    return [c.of(text) for c in foreign_names(tokens)]


NAMES = {
    "名と姓": ("俳優のアルバート・ベルクマンが来日した。", ["アルバート・ベルクマン"]),
    "姓だけが知られた名": ("アブナル・シューマンは語った。", ["アブナル・シューマン"]),
    "二語に切られた姓": ("ジェイムズ・ロングフィールドと会った。", ["ジェイムズ・ロングフィールド"]),
    "頭文字": ("D・H・ヒルの小説とJ.K.ハミルトンの詩。", ["D・H・ヒル", "J.K.ハミルトン"]),
    "並ぶ名": ("ポール・ヒル、エリック・ムーアら。", ["ポール・ヒル", "エリック・ムーア"]),
}


@pytest.mark.parametrize(("text", "names"), NAMES.values(), ids=NAMES.keys())
def test_foreign_names(text: str, names: list[str]) -> None:
    assert found(text) == names


NO_NAMES = {
    "会社": "ハンナ・ベルクマン・プロダクションが制作した。",
    "施設": "ポール・ヒル空港を訪ねた。",
    "国": "アメリカ・ワシントンで会談した。",
    "都市": "モンゴル・ウランバートルで開かれた。",
    "並ぶ記号": "A・B・Cの3種類がある。",
    "普通の語": "ニュース・スポーツを伝える。",
    "小数": "3.5ポイント上昇した。",
}


@pytest.mark.parametrize("text", NO_NAMES.values(), ids=NO_NAMES.keys())
def test_no_foreign_names(text: str) -> None:
    assert found(text) == []
