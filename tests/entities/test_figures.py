"""Coordinates and scores, and what is neither."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jpnews_nlp.entities.figures import find_coordinates, find_scores
from jpnews_nlp.entities.quantities import find_quantities


@pytest.mark.parametrize(
    ("text", "latitude", "longitude"),
    [
        ("北緯35度40分、東経139度45分", "35.666667", "139.75"),
        ("南緯３３．９度、西経18度30分", "-33.9", "-18.5"),
        ("北緯三十五度", "35", None),
        ("東経140.1度", None, "140.1"),
        ("北緯37度30分36秒", "37.51", None),
    ],
)
def test_coordinates(text: str, latitude: str | None, longitude: str | None) -> None:
    (found,) = find_coordinates(f"震源は{text}とみられる。")
    assert found.text == text
    told = [None if v is None else str(v) for v in (found.latitude, found.longitude)]
    assert told == [latitude, longitude]


@pytest.mark.parametrize("text", ["気温35度", "北緯99度", "東経200度", "緯度35度", "35度40分", ""])
def test_no_coordinates(text: str) -> None:
    assert find_coordinates(text) == ()


@pytest.mark.parametrize(
    ("text", "score"),
    [
        ("3-2で勝った。", (3, 2)),
        ("０―３で敗れた。", (0, 3)),
        ("2対1の逆転勝ち", (2, 1)),
        ("10-8とリードした", (10, 8)),
        ("31対29で可決した", (31, 29)),
        ("1-1で引き分けた", (1, 1)),
    ],
)
def test_score(text: str, score: tuple[int, int]) -> None:
    (found,) = find_scores(text)
    assert (found.first, found.second) == score
    assert find_quantities(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "2-3日で届く",
        "電話は03-1234-5678で",
        "8-15で始まる",
        "第1-2章",
        "B-52",
        "2025-08-15に勝った",
        "1対1で会談した",
        "",
    ],
)
def test_no_score(text: str) -> None:
    assert find_scores(text) == ()


@given(st.text(alphabet="0123.-対度分秒北南緯東西経で勝、約 a", max_size=40))
def test_odd_text_never_fails(text: str) -> None:
    for found in (*find_coordinates(text), *find_scores(text)):
        assert text[found.start : found.end] == found.text
