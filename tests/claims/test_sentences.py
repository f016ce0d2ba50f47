"""Sentences of many kinds of news, each with every claim it makes: `sentences.tsv`, written as `notation.py` says."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.claims.notation import attached, shown, written

HEADLINE = "見出し："
TABLE = Path(__file__).with_name("sentences.tsv").read_text(encoding="utf-8").splitlines()
ROWS = [line.split("\t") for line in TABLE if line and not line.startswith("#")]


def claims_of(read, sentence: str):
    """The claims of one sentence, which is a headline when it says so."""
    if sentence.startswith(HEADLINE):
        return read("　", sentence.removeprefix(HEADLINE))
    return read(sentence)


@pytest.mark.parametrize(("sentence", "expected"), ROWS, ids=[row[0] for row in ROWS])
def test_claims_of_a_sentence(read, sentence: str, expected: str) -> None:
    assert written(claims_of(read, sentence)) == expected


BODY = [sentence for sentence, _ in ROWS if not sentence.startswith(HEADLINE)]
LEADS = {"文の後": ("街は静かだった。", 1), "多くの段落の後": ("街は静かだった。\n" * 40, 5)}
FORMS = (written, attached, shown)


@pytest.mark.parametrize(("lead", "every"), LEADS.values(), ids=LEADS.keys())
def test_a_sentence_says_the_same_wherever_it_stands(read, lead: str, every: int) -> None:
    before = len(read(lead))
    moved = []
    for sentence in BODY[::every]:
        claims = read(lead + sentence)[before:]
        if [form(claims) for form in FORMS] != [form(read(sentence)) for form in FORMS]:
            moved.append(sentence)
    assert moved == []


def test_there_are_many_and_none_twice() -> None:
    sentences = [row[0] for row in ROWS]
    assert len(sentences) == len(set(sentences)) >= 150
