"""Half-open stretches of code points."""

from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jpnews_nlp.model.span import Span

OVERLAPS = {
    "同じ": (0, 3, 0, 3, True),
    "一部": (0, 3, 2, 5, True),
    "隣り合う": (0, 3, 3, 5, False),
    "離れている": (0, 1, 3, 5, False),
    "中に入る": (0, 9, 3, 4, True),
}


@pytest.mark.parametrize(("a", "b", "c", "d", "expected"), OVERLAPS.values(), ids=OVERLAPS.keys())
def test_overlaps(a: int, b: int, c: int, d: int, expected: bool) -> None:
    one, other = Span(start=a, end=b), Span(start=c, end=d)
    assert one.overlaps(other) is other.overlaps(one) is expected


COVERS = {"同じ": (0, 3, True), "中": (1, 2, True), "はみ出す": (1, 4, False), "外": (5, 6, False)}


@pytest.mark.parametrize(("start", "end", "expected"), COVERS.values(), ids=COVERS.keys())
def test_covers(start: int, end: int, expected: bool) -> None:
    assert Span(start=0, end=3).covers(Span(start=start, end=end)) is expected


def test_offsets_are_code_points() -> None:
    assert Span(start=1, end=3).of("𠮷野家𩸽") == "野家"


@given(st.text(), st.integers(0, 20), st.integers(0, 20))
def test_of_is_the_slice(text: str, start: int, end: int) -> None:
    assert Span(start=start, end=end).of(text) == text[start:end]


def test_a_span_cannot_be_changed() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        Span(start=0, end=1).start = 2  # type: ignore[misc]


def test_fields_are_given_by_name() -> None:
    with pytest.raises(TypeError):
        Span(0, 1)  # type: ignore[misc]
