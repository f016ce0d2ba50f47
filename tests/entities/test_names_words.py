"""The word tables and the vocabulary of the model."""

from __future__ import annotations

from importlib import resources

import pytest

from jpnews_nlp.engines.mecab import MecabEngine
from jpnews_nlp.entities.names_features import features
from jpnews_nlp.entities.names_model import MODEL
from jpnews_nlp.entities.names_rules import evidence
from jpnews_nlp.entities.names_vocabulary import vocabulary
from jpnews_nlp.entities.names_words import NO_CLUSTERS, clusters_of, lexicon_marks

ENGINE = MecabEngine()
BYTES = resources.files("jpnews_nlp.entities").joinpath("data", MODEL).read_bytes()


def test_words_of_one_sort_share_a_cluster() -> None:
    assert clusters_of("田中", "田中")[1] == clusters_of("鈴木", "鈴木")[1] != clusters_of("電車", "電車")[1]
    assert clusters_of("ヌメロパ", "ヌメロパ") == NO_CLUSTERS


def test_the_lexicon_marks_the_longest_name() -> None:
    tokens = ENGINE.parse_text("日本テレビHDは").tokens
    marks = lexicon_marks(tokens)
    assert marks[0][0] == "B"
    assert marks[-1] == ""


def test_the_vocabulary_is_the_models_own() -> None:
    import pycrfsuite

    tagger = pycrfsuite.Tagger()
    tagger.open_inmemory(BYTES)
    assert vocabulary(BYTES) == frozenset(tagger.info().attributes)


def test_another_file_is_refused() -> None:
    with pytest.raises(ValueError, match="no CRFsuite model"):
        vocabulary(b"PK..")


def test_what_the_model_does_not_know_changes_nothing() -> None:
    import pycrfsuite

    tokens = ENGINE.parse_text("木村太郎首相は15日、東京都渋谷区で会見した。").tokens
    tagger = pycrfsuite.Tagger()
    tagger.open_inmemory(BYTES)
    found = evidence(tokens)
    short = features(tokens, found, known=vocabulary(BYTES))
    whole = features(tokens, found)
    assert tagger.tag(short) == tagger.tag(whole)
    assert sum(map(len, short)) < sum(map(len, whole))
