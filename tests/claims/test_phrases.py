"""Tokens to phrases."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jpnews_nlp.claims.phrases import Phrase, chunk, closing_bracket
from jpnews_nlp.engines.mecab import MecabEngine
from jpnews_nlp.model.article import Article

ENGINE = MecabEngine()


def phrases(text: str) -> tuple[Phrase, ...]:
    tokens = ENGINE.parse(Article(id="a", body=text)).tokens
    return chunk(tokens, 0, len(tokens))


PHRASES = {
    "助詞で終わる": ("首相は東京で演説した。", ["首相は", "東京で", "演説した。"]),
    "読点は前につく": ("首相は15日、辞任した。", ["首相は", "15日、", "辞任した。"]),
    "複合語は一つ": ("東京都知事選挙が始まる", ["東京都知事選挙が", "始まる"]),
    "補助動詞": ("調べている", ["調べている"]),
    "サ変動詞": ("発表しました", ["発表しました"]),
    "括弧は一つ": ("「辞任する」と述べた", ["「辞任する」と", "述べた"]),
    "丸括弧は名につく": ("木村さん（37）が", ["木村さん（37）が"]),
    "複合動詞": ("走り出した", ["走り出した"]),
}


@pytest.mark.parametrize(("text", "expected"), PHRASES.values(), ids=PHRASES.keys())
def test_phrases(text: str, expected: list[str]) -> None:
    assert [p.of(text) for p in phrases(text)] == expected


KINDS = {
    "動詞": ("走った", "verb"),
    "サ変": ("発表した", "verb"),
    "形容詞": ("大きい", "adjective"),
    "名詞と断定": ("首相だ", "copula"),
    "名詞": ("首相が", "noun"),
    "副詞": ("すでに", "other"),
}


@pytest.mark.parametrize(("text", "kind"), KINDS.values(), ids=KINDS.keys())
def test_kind(text: str, kind: str) -> None:
    (phrase,) = phrases(text)
    assert phrase.kind == kind
    assert phrase.is_predicate == (kind in ("verb", "adjective", "copula"))


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet="首相が発表した「」（）、。15日をに はA\n", max_size=40))
def test_phrases_cover_every_token_once(text: str) -> None:
    tokens = ENGINE.parse(Article(id="a", body=text)).tokens
    borders = [(p.first, p.last) for p in chunk(tokens, 0, len(tokens))]
    assert [i for first, last in borders for i in range(first, last)] == list(range(len(tokens)))
    for phrase in chunk(tokens, 0, len(tokens)):
        assert phrase.first <= phrase.head < phrase.last


BRACKETS = {"入れ子": ("「「あ」い」う", 6), "開いたまま": ("「あい", None), "括弧でない": ("あい」", None)}


@pytest.mark.parametrize(("text", "end"), BRACKETS.values(), ids=BRACKETS.keys())
def test_closing_bracket(text: str, end: int | None) -> None:
    tokens = ENGINE.parse(Article(id="a", body=text)).tokens
    found = closing_bracket(tokens, 0, len(tokens))
    assert (None if found is None else tokens[found].end) == end
