"""A city that stands for its club, and cities that stay cities."""

from __future__ import annotations

import pytest

from jpnews_nlp.engines.mecab import MecabEngine
from jpnews_nlp.entities.recognize import recognize
from jpnews_nlp.model.article import Article

MATCH = "アビスパ福岡とヴィッセル神戸の試合は引き分け、"
CLUBS = {
    "主語": ("得点では神戸が上回った。", "神戸"),
    "選手": ("神戸・山川選手が先制のゴールを決めた。", "神戸"),
    "相手": ("次の試合では福岡に勝ち、優勝した。", "福岡"),
}


def kinds(text: str, name: str) -> set[str]:
    article = Article(id="1", body=text)
    return {e.kind for e in recognize(article, MecabEngine().parse(article)) if e.text == name}


@pytest.mark.parametrize(("text", "name"), CLUBS.values(), ids=CLUBS.keys())
def test_cities_that_are_clubs(text: str, name: str) -> None:
    assert kinds(MATCH + "両チームとも得点とゴールを重ねた。" + text, name) == {"organization"}


CITIES = {
    "開催地": (MATCH + "得点とゴールを重ねた。次の試合は神戸で行われる。", "神戸"),
    "クラブのない記事": ("試合の得点とゴール、優勝について神戸が報じられた。", "神戸"),
    "試合でない記事": ("ヴィッセル神戸は、神戸が好きな人を招く。", "神戸"),
}


@pytest.mark.parametrize(("text", "name"), CITIES.values(), ids=CITIES.keys())
def test_cities_that_stay_cities(text: str, name: str) -> None:
    assert kinds(text, name) == {"place"}
