"""The events of the training folder: their gold can be found in their articles."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import Any, get_args

import pytest

from jpnews_nlp.model.article import JST, Article
from jpnews_nlp.model.comparison import Difference, Relation
from jpnews_nlp.pipeline import Pipeline

EVENTS = sorted((Path(__file__).parents[2] / "training" / "events").iterdir())
KINDS = {"statement", "request", "order", "denial", "admission"}


@pytest.fixture(params=EVENTS, ids=lambda folder: folder.name)
def folder(request: pytest.FixtureRequest) -> Path:
    found: Path = request.param
    return found


@pytest.fixture
def gold(folder: Path) -> dict[str, Any]:
    read: dict[str, Any] = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    return read


@pytest.fixture
def texts(folder: Path) -> dict[str, str]:
    return {file.name: file.read_bytes().decode("utf-8") for file in (folder / "articles").iterdir()}


def ends(gold: dict[str, Any], *kinds: str) -> Iterator[tuple[str, str]]:
    """Article and quote of both ends of every entry of these kinds."""
    for pair in gold["pairs"]:
        for entry in (entry for kind in kinds for entry in pair[kind]):
            yield from ((pair[side], entry[side]) for side in "ab")


def test_there_are_events() -> None:
    assert EVENTS
    assert [e.name for e in EVENTS if not (e / "gold.json").is_file()] == []


def test_names_the_outlet_of_every_article(gold, texts) -> None:
    assert {entry["file"] for entry in gold["articles"]} == texts.keys()
    assert all(entry["outlet"] for entry in gold["articles"])


def test_every_article_prints_when_it_appeared(texts) -> None:
    for name, text in texts.items():
        published = Pipeline(engine="mecab").analyze(Article(id=name, body=text)).article.published
        assert published is not None, name
        assert published.tzinfo == JST


def test_gold_covers_every_pair_of_articles(gold) -> None:
    files = [entry["file"] for entry in gold["articles"]]
    assert [(p["a"], p["b"]) for p in gold["pairs"]] == list(combinations(files, 2))


def test_one_article_is_of_another_happening(gold) -> None:
    *others, last = (entry["file"] for entry in gold["articles"])
    for pair in gold["pairs"]:
        assert (pair["same_event"] is False) == (pair["b"] == last), pair["id"]
        assert pair["same_event"] in (True, "follow_up", False)
        assert bool(pair["links"]) == bool(pair["same_event"]), pair["id"]
    assert len(others) >= 2


def test_every_quote_occurs_once_in_its_article(gold, texts) -> None:
    quotes = [*ends(gold, "links", "also", "traps"), *((x["article"], x["quote"]) for x in gold["attributions"])]
    assert [q for q in quotes if texts[q[0]].count(q[1]) != 1] == []


def test_links_use_the_relations_and_slots_of_the_library(gold) -> None:
    for link in (link for pair in gold["pairs"] for link in pair["links"] + pair["also"]):
        assert link["relation"] in get_args(Relation)
        assert (link["relation"] == "agree") == ("slot" not in link), link
        assert link.get("slot") in (None, *get_args(Difference))


def test_no_two_claims_are_annotated_twice_in_a_pair(gold) -> None:
    for pair in gold["pairs"]:
        found = [(x["a"], x["b"]) for x in pair["links"] + pair["also"] + pair["traps"]]
        assert len(found) == len(set(found)), pair["id"]


def test_every_attribution_stands_where_its_offsets_say(gold, texts) -> None:
    for found in gold["attributions"]:
        text = texts[found["article"]]
        for key in ("quote", "speaker", "cue"):
            assert (found[key] is None) == (found[f"{key}_at"] is None), found
            assert found[key] is None or text.startswith(found[key], found[f"{key}_at"]), found
        assert found["kind"] in KINDS, found
        assert found.get("resolved", "") in text, found


def test_a_single_claim_is_in_no_link(gold) -> None:
    linked = set(ends(gold, "links", "also"))
    for article, claims in gold["claims"].items():
        assert gold["singles"][article] == [c for c in claims if (article, c) not in linked]
