"""Accuracy of names on sentences of our own: the floors are what was measured, and may not sink."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from jpnews_nlp.engines import load_engine
from jpnews_nlp.engines.mecab import MecabEngine
from jpnews_nlp.entities.recognize import recognize
from jpnews_nlp.model.article import Article
from jpnews_nlp.model.parse import Parse

GOLD = Path(__file__).with_name("names_gold.txt")
KINDS = {"P": "person", "L": "place", "O": "organization"}
FLOORS = {"person": 0.95, "place": 0.95, "organization": 0.95}

Found = set[tuple[int, str, int, int]]


def sentences() -> list[tuple[str, list[tuple[str, int, int]]]]:
    read = []
    for line in GOLD.read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        text, spans = "", []
        for part in re.split(r"(\[[PLO] [^\]]+\])", line):
            marked = re.fullmatch(r"\[([PLO]) (.+)\]", part)
            name = marked[2] if marked else part
            if marked:
                spans.append((KINDS[marked[1]], len(text), len(text) + len(name)))
            text += name
        read.append((text, spans))
    return read


def scores(parse: Callable[[Article], Parse]) -> dict[str, float]:
    """Strict F of each kind: start, end and kind must be right."""
    gold: Found = set()
    found: Found = set()
    for number, (text, spans) in enumerate(sentences()):
        article = Article(id=str(number), body=text)
        gold |= {(number, *span) for span in spans}
        found |= {(number, e.kind, e.start, e.end) for e in recognize(article, parse(article))}
    result = {}
    for kind in FLOORS:
        ours, theirs = ({x for x in side if x[1] == kind} for side in (found, gold))
        result[kind] = 2 * len(ours & theirs) / (len(ours) + len(theirs))
    return result


def test_the_floors_hold_with_mecab() -> None:
    measured = scores(MecabEngine().parse)
    assert {kind: f for kind, f in measured.items() if f < FLOORS[kind]} == {}


@pytest.mark.slow
def test_the_floors_hold_with_ginza() -> None:
    measured = scores(load_engine("ginza").parse)
    assert {kind: f for kind, f in measured.items() if f < FLOORS[kind]} == {}


@pytest.mark.parametrize("lead", ["街は静かだった。", "静かな夜であった。\n"], ids=["文", "段落"])
def test_a_sentence_has_the_same_names_wherever_it_stands(lead: str) -> None:
    engine, moved = MecabEngine(), []
    for text, _ in sentences():
        alone, after = (Article(id="a", body=body) for body in (text, lead + text))
        here = [(e.start, e.end, e.text, e.kind, e.canonical) for e in recognize(alone, engine.parse(alone))]
        there = [
            (e.start - len(lead), e.end - len(lead), e.text, e.kind, e.canonical)
            for e in recognize(after, engine.parse(after))
        ]
        if here != there:
            moved.append(text)
    assert moved == []


def test_the_gold_is_read() -> None:
    assert sum(len(spans) for _, spans in sentences()) > 70
