"""The word tables of the model."""

from __future__ import annotations

from jpnews_nlp.engines.mecab import MecabEngine
from jpnews_nlp.entities.names_words import NO_CLUSTERS, clusters_of, lexicon_marks

ENGINE = MecabEngine()


def test_words_of_one_sort_share_a_cluster() -> None:
    assert clusters_of("田中", "田中")[1] == clusters_of("鈴木", "鈴木")[1] != clusters_of("電車", "電車")[1]
    assert clusters_of("ヌメロパ", "ヌメロパ") == NO_CLUSTERS


def test_the_lexicon_marks_the_longest_name() -> None:
    tokens = ENGINE.parse_text("日本テレビHDは").tokens
    marks = lexicon_marks(tokens)
    assert marks[0][0] == "B"
    assert len(tokens) - 1 not in marks
