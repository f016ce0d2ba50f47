"""The user's own words win, on both engines, without losing what stands around them."""

import pickle
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jpnews_nlp.engines import load_engine
from jpnews_nlp.engines.ginza import GinzaEngine
from jpnews_nlp.engines.mecab import MecabEngine
from jpnews_nlp.engines.user_words import UserWord, UserWords
from jpnews_nlp.errors import EngineError


def surfaces(text: str, *words: str) -> list[str]:
    engine = MecabEngine(UserWords(UserWord(surface=w) for w in words))
    return [t.surface for t in engine.parse_text(text).tokens]


CASES = {
    "いくつもの語を一つに": ("ニジイロ新報は伝えた", ["ニジイロ新報"], ["ニジイロ新報", "は", "伝え", "た"]),
    "長い語が先": ("空色北駅前で", ["空色", "空色北駅前"], ["空色北駅前", "で"]),
    "辞書の語を割る": ("東京都は", ["東京都"], ["東京都", "は"]),
    "語の途中から": ("発表した", ["表し"], ["発", "表し", "た"]),
    "二つの語にまたがる": ("東京都庁", ["京都"], ["東", "京都", "庁"]),
    "二度続く": ("空色空色", ["空色"], ["空色", "空色"]),
    "空白を含む": ("空色 太郎は", ["空色 太郎"], ["空色 太郎", "は"]),
    "ない語": ("発表した", ["空色"], ["発表", "し", "た"]),
}


@pytest.mark.parametrize(("text", "words", "expected"), CASES.values(), ids=CASES.keys())
def test_words_win(text: str, words: list[str], expected: list[str]) -> None:
    assert surfaces(text, *words) == expected


def test_file_gives_part_of_speech_and_reading(tmp_path: Path) -> None:
    path = tmp_path / "words.csv"
    path.write_text(
        "\ufeff# 語,種類,読み\n空色新報,organization,ソライロシンポウ\n\n空色市,place\n緑川葉,名詞-固有名詞-人名\n",
        encoding="utf-8",
    )
    tokens = load_engine("mecab", UserWords.from_file(path)).parse_text("空色新報、空色市、緑川葉").tokens  # type: ignore[attr-defined]
    assert [(t.surface, t.pos[2], t.reading, t.known) for t in tokens if t.pos[0] == "名詞"] == [
        ("空色新報", "一般", "ソライロシンポウ", True),
        ("空色市", "地名", "", True),
        ("緑川葉", "人名", "", True),
    ]


def test_tab_separated(tmp_path: Path) -> None:
    path = tmp_path / "words.tsv"
    path.write_text("空色,新報\tnoun\n", encoding="utf-8")
    assert UserWords.from_file(path).spans("「空色,新報」") == [(1, 6)]


def test_a_stray_quotation_mark_spoils_its_line_alone(tmp_path: Path) -> None:
    path = tmp_path / "words.csv"
    path.write_text('"空色\n緑川\n', encoding="utf-8")
    assert UserWords.from_file(path).spans("緑川") == [(0, 2)]


WRONG = {
    "語のない行": (",place\n", "line 1: no word"),
    "知らない種類": ("空色,a-b-c-d-e-f\n", "person, place"),
    "別の文字コード": ("空色\n".encode("cp932"), "UTF-8"),
}


@pytest.mark.parametrize(("content", "message"), WRONG.values(), ids=WRONG.keys())
def test_wrong_files_are_named(tmp_path: Path, content: str | bytes, message: str) -> None:
    path = tmp_path / "words.csv"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(EngineError, match=message) as raised:
        UserWords.from_file(path)
    assert "words.csv" in str(raised.value)


def test_missing_file(tmp_path: Path) -> None:
    with pytest.raises(EngineError, match=r"none\.csv"):
        UserWords.from_file(tmp_path / "none.csv")


@settings(deadline=None, max_examples=200)
@given(
    st.text(alphabet="空色東京都庁は。 \n\x00\ud800", max_size=30),
    st.lists(st.text("空色東京都庁 ", min_size=1), max_size=4),
)
def test_nothing_is_lost(text: str, words: list[str]) -> None:
    tokens = MecabEngine(UserWords(UserWord(surface=w) for w in words)).parse_text(text).tokens
    assert all(text[t.start : t.end] == t.surface for t in tokens)
    assert all(a.end <= b.start for a, b in pairwise(tokens))
    assert [c for t in tokens for c in t.surface if not c.isspace()] == [c for c in text if not c.isspace()]


def test_survives_pickling() -> None:
    words = UserWords([UserWord(surface="空色")])
    again = pickle.loads(pickle.dumps(words))
    assert again.spans("空色") == [(0, 2)]
    assert again.digest == words.digest != UserWords([]).digest


@pytest.mark.slow
def test_ginza_has_the_same_words() -> None:
    words = UserWords([UserWord(surface="空色新報")])
    text = "空色新報は避難所の写真を載せた。"
    parse = GinzaEngine(words).parse_text(text)
    assert parse.tokens == MecabEngine(words).parse_text(text).tokens
    assert parse.relations[0] == "nsubj"
