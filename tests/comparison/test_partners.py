"""Of many articles not each pair is compared, and no event falls apart by it."""

from __future__ import annotations

import itertools
import random
from dataclasses import replace

import pytest

from jpnews_nlp import Pipeline
from jpnews_nlp.comparison import partners as room
from jpnews_nlp.comparison.evidence import Evidence, prepare
from jpnews_nlp.comparison.partners import CLOSEST, EACH, partners
from jpnews_nlp.examples import load_example

TOLD = load_example("hita-quake")


@pytest.fixture(scope="module")
def evidence(pipeline: Pipeline) -> list[tuple[Evidence, ...]]:
    return [prepare(pipeline.analyze(a).claims) for a in TOLD]


def every(size: int) -> list[tuple[int, int]]:
    return list(itertools.combinations(range(size), 2))


def test_up_to_so_many_articles_each_pair_is_compared(evidence) -> None:
    copies = {i: evidence[i % len(TOLD)] for i in range(EACH + 1)}
    assert partners(every(EACH + 1), copies) == every(EACH + 1)


@pytest.mark.parametrize("size", [60, 200])
def test_of_more_the_pairs_grow_with_the_articles(evidence, size: int) -> None:
    chosen = partners(every(size), {i: evidence[i % len(TOLD)] for i in range(size)})
    assert chosen == sorted(set(chosen))
    assert len(chosen) <= size * (CLOSEST + size.bit_length())


def test_copies_do_not_stay_among_themselves(evidence) -> None:
    size = 2 * EACH
    chosen = partners(every(2 * size), {i: evidence[i // size] for i in range(2 * size)})
    assert any(i < size <= j for i, j in chosen)


def test_what_two_alone_tell_is_compared(evidence) -> None:
    size = 3 * EACH
    told = dict.fromkeys(range(size), evidence[0]) | {7: evidence[3], 2 * EACH + 1: evidence[3]}
    assert (7, 2 * EACH + 1) in partners(every(size), told)


def test_the_order_of_many_articles_changes_no_byte(pipeline: Pipeline, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "EACH", 5)
    monkeypatch.setattr(room, "CLOSEST", 2)
    analyses = [pipeline.analyze(replace(a, id=f"{a.id}{n}")) for n in range(4) for a in TOLD]
    compared = pipeline.compare(analyses)
    assert len(compared.events) == 1
    random.Random(1).shuffle(analyses)
    assert pipeline.compare(analyses) == compared
