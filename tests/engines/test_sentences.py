"""Sentences tile the text, whatever the text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jpnews_nlp.engines.sentences import split_sentences

CASES = {
    "句点で切れる": ("雨が降った。風も吹いた。", ["雨が降った。", "風も吹いた。"]),
    "鉤括弧の中では切れない": ("市長は「やる。必ずやる」と述べた。", ["市長は「やる。必ずやる」と述べた。"]),
    "括弧の中では切れない": ("橋（長さ3km。有料）が開通した。次へ。", ["橋（長さ3km。有料）が開通した。", "次へ。"]),
    "閉じない括弧は行末まで待たない": ("市長は「やると述べた。翌日は雨。", ["市長は「やると述べた。", "翌日は雨。"]),
    "小数点": ("規模はＭ６．９。深さ25.1km。", ["規模はＭ６．９。", "深さ25.1km。"]),
    "感嘆と疑問": ("本当か？ええ！", ["本当か？", "ええ！"]),
    "英字の間の記号": ("Yahoo!ニュースが伝えた。", ["Yahoo!ニュースが伝えた。"]),
    "行末で切れる": ("見出し\n本文です。\n", ["見出し\n", "本文です。\n"]),
    "行の中の記号の前で切れる": ("●震度5強 北町●震度5弱 南町", ["●震度5強 北町", "●震度5弱 南町"]),
    "句点の後の閉じ括弧は前の文": ("「行く。」彼は言った。", ["「行く。」彼は言った。"]),
    "点線は前の文": ("雨だろうか。…次の日。", ["雨だろうか。…", "次の日。"]),
    "終わりの引用": ("彼は「はい。」\n次。", ["彼は「はい。」\n", "次。"]),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES.keys())
def test_cuts(text: str, expected: list[str]) -> None:
    assert [s.of(text) for s in split_sentences(text)] == expected


def test_breaks_end_a_sentence() -> None:
    assert [s.of("一二三四") for s in split_sentences("一二三四", breaks=[2, 9, 0])] == ["一二", "三四"]


@given(st.text(alphabet="あ漢ア。、「」（）\n\r！？!?.．1Ａ●　 \U0001f600\x00\ud800", max_size=60))
def test_tiles(text: str) -> None:
    sentences = split_sentences(text)
    assert "".join(s.of(text) for s in sentences) == text
    assert all(s.start < s.end for s in sentences)


def test_many_open_brackets_stay_linear() -> None:
    text = "「" * 50_000 + "終わり。"
    assert "".join(s.of(text) for s in split_sentences(text)) == text


def test_no_sentence_is_longer_than_a_tokenizer_takes() -> None:
    for text in ("あ" * 30_000, "あい、" * 10_000, "あ 　" * 10_000, "「" + "𠮷" * 20_000):
        sentences = split_sentences(text)
        assert "".join(s.of(text) for s in sentences) == text
        assert max(len(s.of(text).encode()) for s in sentences) < 49_149


def test_a_long_sentence_is_cut_at_a_comma() -> None:
    text = "あいうえ、" * 2_000
    assert all(s.of(text).endswith("、") for s in split_sentences(text))
