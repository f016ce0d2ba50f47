"""Titles of one person."""

from __future__ import annotations

import pytest

from jpnews_nlp.comparison.differences.pair import Aligned
from jpnews_nlp.comparison.differences.people import title_difference
from jpnews_nlp.model.claim import Claim


def title(words: str) -> Claim:
    return Claim(id="x", article="a", start=0, end=len(words), text=words, kind="title", predicate=words)


DIFFER = {"大統領と前大統領": ("大統領", "前大統領"), "元と現": ("元首相", "首相"), "次期と現": ("次期社長", "社長")}
SAME = {
    "首相と総理大臣": ("首相", "総理大臣"),
    "前首相と前総理大臣": ("前首相", "前総理大臣"),
    "同じ": ("前大統領", "前大統領"),
    "別の職": ("前大統領", "社長"),
}


@pytest.mark.parametrize(("left", "right"), DIFFER.values(), ids=DIFFER.keys())
def test_differ(left: str, right: str) -> None:
    for one, other in ((left, right), (right, left)):
        judgement = title_difference(Aligned(a=title(one), b=title(other), later=False))
        assert judgement is not None
        assert (judgement.relation, judgement.slot, judgement.rule) == ("conflict", "person", "title_differs")
        assert (judgement.left, judgement.right) == (one, other)


@pytest.mark.parametrize(("left", "right"), SAME.values(), ids=SAME.keys())
def test_can_both_hold(left: str, right: str) -> None:
    assert title_difference(Aligned(a=title(left), b=title(right), later=False)) is None
