"""Titles that stand for a person named elsewhere."""

from __future__ import annotations

import pytest

from jpnews_nlp.engines.mecab import MecabEngine
from jpnews_nlp.entities.recognize import recognize
from jpnews_nlp.entities.references import references
from jpnews_nlp.model.article import Article

ENGINE = MecabEngine()


def meant(text: str) -> list[tuple[str, str]]:
    article = Article(id="a", body=text)
    found = references(text, recognize(article, ENGINE.parse(article)))
    assert all(r.of(text) == r.text for r in found)
    return [(r.text, r.canonical) for r in found]


CLEAR = {
    "同氏": ("木村太郎氏は会見した。同氏は否定した。", [("同氏", "木村太郎")]),
    "同氏は直前の人": ("木村太郎氏は佐藤花子氏と会った。同氏は黙った。", [("同氏", "佐藤花子")]),
    "同容疑者": ("県警は山川一郎容疑者を逮捕した。同容疑者は黙秘している。", [("同容疑者", "山川一郎")]),
    "一人だけの首相": ("小林健首相が出席した。首相は演説した。", [("首相", "小林健")]),
    "国のついた肩書": ("ヨハン・ベルクマン独首相が辞任した。首相は会見した。", [("首相", "ヨハン・ベルクマン")]),
}


@pytest.mark.parametrize(("text", "expected"), CLEAR.values(), ids=CLEAR.keys())
def test_it_is_clear_who_is_meant(text: str, expected: list[tuple[str, str]]) -> None:
    assert meant(text) == expected


UNCLEAR = {
    "首相が二人": "小林健首相はヨハン・ベルクマン首相と会った。首相は演説した。",
    "前首相は首相でない": "小林健前首相が出席した。首相は演説した。",
    "名のない同氏": "同氏は否定した。",
    "別の語の一部": "小林健首相が出席した。首相官邸で会った。",
    "前に語が続く": "小林健首相が出席した。英首相は帰国した。",
}


@pytest.mark.parametrize("text", UNCLEAR.values(), ids=UNCLEAR.keys())
def test_it_is_not_clear(text: str) -> None:
    assert meant(text) == []
