from __future__ import annotations

import pytest

from jpnews_nlp.model.article import Article
from jpnews_nlp.model.span import Span
from jpnews_nlp.reading.lines import lines_of, sentences_of, unquoted


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("一文目。二文目！三文目", ["一文目。", "二文目！", "三文目"]),
        ("「行く。帰る。」と述べた。次。", ["「行く。帰る。」と述べた。", "次。"]),
        ("「『行く。』と彼が言った。」と述べた。", ["「『行く。』と彼が言った。」と述べた。"]),
        ("閉じない「かっこ。次の文。", ["閉じない「かっこ。", "次の文。"]),
        ("本当か？！　驚いた。", ["本当か？！", "驚いた。"]),
        ("。。。", ["。。。"]),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert [s.of(text) for s in sentences_of(text, Span(start=0, end=len(text)))] == expected


@pytest.mark.parametrize(
    ("words", "rest"),
    [
        ("首相は「行く」と述べた", "首相は＿と述べた"),
        ("「分かりませんね。", "＿"),
        ("楽しみです」と話した", "＿と話した"),
    ],
)
def test_quotations_are_left_out(words: str, rest: str) -> None:
    assert unquoted(words) == rest


def test_title_and_paragraphs() -> None:
    article = Article(id="a", title="首脳が会談", body="　本文。\r\n次。\r\n\r\n最後。")
    lines = lines_of(article)
    assert [line.of(article.text) for line in lines] == ["首脳が会談", "本文。", "次。", "最後。"]
    assert [line.is_title for line in lines] == [True, False, False, False]
    assert [line.paragraph for line in lines] == [0, 1, 1, 2]


def test_short_lines_are_not_taken_for_wrapped_ones() -> None:
    article = Article(id="a", body="震度5強　港町\n震度5強　浜市\n震度5弱　山町")
    assert len(lines_of(article)) == 3
