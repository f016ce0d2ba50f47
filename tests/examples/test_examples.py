"""The bundled examples: every one loads, and its gold can be found in its articles."""

from __future__ import annotations

import re
from itertools import combinations
from typing import get_args

import pytest

from jpnews_nlp.errors import ExampleError
from jpnews_nlp.examples import example_names, example_summary, load_example, load_gold
from jpnews_nlp.model.comparison import Difference, Relation

NAMES = example_names()


def test_the_alaska_summit_is_there() -> None:
    assert "alaska-summit" in NAMES


@pytest.mark.parametrize("name", NAMES)
class TestEveryExample:
    def test_has_articles_of_different_outlets(self, name: str) -> None:
        articles = load_example(name)
        assert len(articles) >= 2
        assert len({a.id for a in articles}) == len({a.outlet for a in articles}) == len(articles)

    def test_gives_the_raw_text_and_leaves_the_date_to_the_pipeline(self, name: str) -> None:
        for article in load_example(name):
            assert article.title == ""
            assert article.published is None
            assert 700 <= len(article.text) <= 2000

    def test_is_summed_up_in_both_languages(self, name: str) -> None:
        assert "。" in example_summary(name)
        assert example_summary(name, "en").isascii()

    def test_gold_covers_every_pair_of_articles(self, name: str) -> None:
        pairs = {(p["a"], p["b"]) for p in load_gold(name)["pairs"]}
        assert pairs == set(combinations([a.id for a in load_example(name)], 2))

    def test_every_gold_quote_occurs_once_in_its_article(self, name: str) -> None:
        texts, gold = {a.id: a.text for a in load_example(name)}, load_gold(name)
        quotes = [(x["article"], x["quote"]) for x in gold["attributions"]]
        for pair in gold["pairs"]:
            for link in pair["links"] + pair["also"] + pair["traps"]:
                quotes += [(pair["a"], link["a"]), (pair["b"], link["b"])]
        assert [q for q in quotes if texts[q[0]].count(q[1]) != 1] == []

    def test_gold_links_use_the_relations_and_slots_of_the_library(self, name: str) -> None:
        for pair in load_gold(name)["pairs"]:
            for link in pair["links"] + pair["also"]:
                assert link["relation"] in get_args(Relation)
                assert (link["relation"] == "agree") == ("slot" not in link), link
                assert link.get("slot") in (None, *get_args(Difference))

    def test_every_attribution_names_words_of_its_article(self, name: str) -> None:
        texts = {a.id: a.text for a in load_example(name)}
        for found in load_gold(name)["attributions"]:
            for key in ("speaker", "cue"):
                assert found[key] is None or found[key] in texts[found["article"]], found


@pytest.mark.parametrize(
    "name",
    [
        "",
        "alaska",
        "ALASKA-SUMMIT",
        "alaska_summit",
        "../alaska-summit",
        "..",
        "/etc/passwd",
        "alaska-summit/..",
        "\0",
        "アラスカ",
    ],
)
@pytest.mark.parametrize("load", [load_example, load_gold, example_summary])
def test_an_unknown_name_lists_the_known_ones(load: object, name: str) -> None:
    assert callable(load)
    with pytest.raises(ExampleError, match=re.escape("known: alaska-summit")):
        load(name)


def test_an_unknown_language_lists_the_known_ones() -> None:
    with pytest.raises(ExampleError, match="ja, en"):
        example_summary("alaska-summit", "fr")


def test_the_alaska_summit_holds_what_it_promises() -> None:
    broadcaster, newspaper, portal = (a.text for a in load_example("alaska-summit"))
    assert "アンカレジ" in broadcaster
    assert "アンカレッジ" in newspaper
    assert "トランプ前大統領" in portal
    assert "さらに読む ⇒" in portal
    assert all("…" in text for text in (broadcaster, newspaper, portal))
