"""Our entities and tokens inside a spaCy pipeline."""

import pickle
from importlib import metadata
from pathlib import Path

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Span

pytestmark = pytest.mark.slow

TOKENIZER = {"nlp": {"tokenizer": {"@tokenizers": "jpnews.MecabTokenizer.v1"}}}
TEXT = "木村太郎氏は18日 午後3時、東京都で会見した。"


@pytest.fixture(scope="module")
def nlp() -> Language:
    made = spacy.blank("ja", config=TOKENIZER)
    made.add_pipe("jpnews_entities", config={"published": "2025-08-20"})
    return made


def test_entities_with_labels_names_and_values(nlp: Language) -> None:
    found = [(e.text, e.label_, e.kb_id_, e.id_) for e in nlp(TEXT).ents]
    assert ("木村太郎", "PERSON", "木村太郎", "") in found
    assert ("18日", "DATE", "2025-08-18", "2025-08-18") in found
    assert ("東京都", "LOC", "東京都", "") in found


def test_spans_are_aligned(nlp: Language) -> None:
    doc = nlp(TEXT)
    assert doc.text == TEXT
    assert all(TEXT[e.start_char : e.end_char] == e.text for e in doc.ents)


def test_tokens_carry_what_unidic_says(nlp: Language) -> None:
    word = {t.text: t for t in nlp("県が避難所を開いた。")}["開い"]
    assert (word.pos_, word.tag_, word.lemma_) == ("VERB", "動詞-一般", "開く")
    assert word.morph.get("Reading") == ["ヒライ"]


def test_works_over_the_japanese_tokenizer() -> None:
    over = spacy.blank("ja")
    over.add_pipe("jpnews_entities", config={"labels": {"place": "GPE", "date": "", "time": ""}})
    assert [(e.text, e.label_) for e in over(TEXT).ents] == [("木村太郎", "PERSON"), ("東京都", "GPE")]


def test_entities_that_are_there_can_stay() -> None:
    keeping = spacy.blank("ja", config=TOKENIZER)
    keeping.add_pipe("jpnews_entities", config={"overwrite": False})
    doc = keeping.make_doc(TEXT)
    doc.ents = [Span(doc, 0, 2, label="MINE")]
    kept = [(e.text, e.label_) for e in keeping(doc).ents]
    assert kept[0] == ("木村太郎", "MINE")
    assert ("東京都", "LOC") in kept


def test_strict_alignment_drops_what_ends_inside_a_token() -> None:
    whole, strict = spacy.blank("ja"), spacy.blank("ja")
    whole.add_pipe("jpnews_entities")
    strict.add_pipe("jpnews_entities", config={"alignment": "strict"})
    text = "会談は東京都庁で開かれた。"
    assert all(text[e.start_char : e.end_char] == e.text for n in (whole, strict) for e in n(text).ents)


def test_kept_on_disk_and_sent_elsewhere(nlp: Language, tmp_path: Path) -> None:
    nlp.to_disk(tmp_path)
    expected = [e.text for e in nlp(TEXT).ents]
    assert [e.text for e in spacy.load(tmp_path)(TEXT).ents] == expected
    assert [e.text for e in pickle.loads(pickle.dumps(nlp))(TEXT).ents] == expected
    assert len(nlp(TEXT).to_bytes()) > 0


def test_entry_points_name_both() -> None:
    points = {(p.group, p.name) for p in metadata.distribution("jpnews-nlp").entry_points}
    assert {("spacy_factories", "jpnews_entities"), ("spacy_tokenizers", "jpnews.MecabTokenizer.v1")} <= points


def test_user_dictionary(tmp_path: Path) -> None:
    words = tmp_path / "words.csv"
    words.write_text("空色北新報,organization\n", encoding="utf-8")
    config = {"nlp": {"tokenizer": {**TOKENIZER["nlp"]["tokenizer"], "user_dictionary": str(words)}}}
    assert spacy.blank("ja", config=config)("空色北新報が伝えた。")[0].text == "空色北新報"


@settings(deadline=None, max_examples=200)
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=40) | st.text("東京都 　\n\t\x00が゙。", max_size=20))
def test_text_is_kept_to_the_letter(text: str) -> None:
    assert MECAB(text).text == text


MECAB = spacy.blank("ja", config=TOKENIZER)
