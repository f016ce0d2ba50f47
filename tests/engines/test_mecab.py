"""MeCab tokens are copies with exact offsets."""

import pickle
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jpnews_nlp.engines import load_engine
from jpnews_nlp.engines.mecab import MecabEngine
from jpnews_nlp.errors import EngineError
from jpnews_nlp.model.article import Article, Block

ENGINE = MecabEngine()


def test_token_fields() -> None:
    token = ENGINE.parse_text("県が発表した。").tokens[2]
    assert (token.surface, token.normalized, token.pos[2], token.reading, token.known) == (
        "発表",
        "発表",
        "サ変可能",
        "ハッピョウ",
        True,
    )


def test_loan_words_lose_the_origin() -> None:
    assert ENGINE.parse_text("ロシア").tokens[0].normalized == "ロシア"


ODD = {
    "NUL": "東京\x00都",
    "サロゲート": "東京\ud800都",
    "絵文字": "東京🗼都",
    "𠮷": "𠮷野家",
    "結合文字": "が゙んば",
    "半角カナ": "ｶﾞｿﾘﾝ",
    "タブと改行": "東京\t都\r\n終わり",
    "全角空白": "　東京　都",
    "空": "",
}


@pytest.mark.parametrize("text", ODD.values(), ids=ODD.keys())
def test_odd_text_keeps_its_offsets(text: str) -> None:
    parse = ENGINE.parse_text(text)
    assert all(text[t.start : t.end] == t.surface for t in parse.tokens)
    kept = "".join(t.surface for t in parse.tokens)
    assert [c for c in kept if not c.isspace()] == [c for c in text if not c.isspace()]


@settings(deadline=None, max_examples=200)
@given(st.text(max_size=80))
def test_offsets_of_any_text(text: str) -> None:
    parse = ENGINE.parse_text(text)
    assert "".join(s.of(text) for s in parse.sentences) == text
    end = 0
    for token in parse.tokens:
        assert token.start >= end
        assert text[token.start : token.end] == token.surface != ""
        end = token.end


def test_blocks_end_sentences() -> None:
    blocks = (Block(start=0, end=3, role="headline"), Block(start=3, end=6, role="body"))
    parse = ENGINE.parse(Article(id="a", body="見出し本文だ", blocks=blocks))
    assert [(s.start, s.end) for s in parse.sentences] == [(0, 3), (3, 6)]


def test_threads_and_pickle() -> None:
    texts = [f"第{n}回の会議が東京都で開かれた。" for n in range(200)]
    alone = [ENGINE.parse_text(t) for t in texts]
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(ENGINE.parse_text, texts)) == alone
    assert pickle.loads(pickle.dumps(ENGINE)).parse_text(texts[0]) == alone[0]


def test_unknown_engine() -> None:
    with pytest.raises(EngineError, match="ginza, mecab"):
        load_engine("juman")
