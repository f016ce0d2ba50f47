"""The bundled examples: every one loads, and its gold can be found in its articles."""

from __future__ import annotations

import re
from importlib import import_module
from itertools import combinations
from pathlib import Path
from typing import get_args

import pytest

from jpnews_nlp.errors import ExampleError
from jpnews_nlp.examples import example_names, example_summary, load_example, load_gold
from jpnews_nlp.model.article import JST
from jpnews_nlp.model.comparison import Difference, Relation
from jpnews_nlp.pipeline import Pipeline

NAMES = example_names()
KINDS = {"statement", "request", "order", "denial", "admission"}


def test_the_examples_are_there() -> None:
    assert NAMES == ("alaska-summit", "entry-fee", "heater-recall", "hita-quake")


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
            assert 400 <= len(article.text) <= 2000

    def test_every_article_prints_when_it_appeared(self, name: str) -> None:
        for article in load_example(name):
            published = Pipeline(engine="mecab").analyze(article).article.published
            assert published is not None
            assert published.tzinfo == JST

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
            assert found["kind"] in KINDS, found
            assert found.get("resolved", "") in texts[found["article"]], found

    def test_every_attribution_stands_where_its_offsets_say(self, name: str) -> None:
        texts = {a.id: a.text for a in load_example(name)}
        for found in load_gold(name)["attributions"]:
            for key in ("quote", "speaker", "cue"):
                at = found.get(f"{key}_at")
                assert at is None or texts[found["article"]].startswith(found[key], at), found

    def test_no_two_claims_are_annotated_twice_in_a_pair(self, name: str) -> None:
        for pair in load_gold(name)["pairs"]:
            ends = [(x["a"], x["b"]) for x in pair["links"] + pair["also"] + pair["traps"]]
            assert len(ends) == len(set(ends)), pair["id"]

    def test_gold_of_articles_with_a_common_origin_says_so(self, name: str) -> None:
        gold = load_gold(name)
        copies = [pair for wire in gold.get("wire", []) for pair in combinations(wire["articles"], 2)]
        for pair in gold["pairs"]:
            same_origin = any(link.get("same_origin") for link in pair["links"])
            assert same_origin == ((pair["a"], pair["b"]) in copies), pair["id"]
        for wire in gold.get("wire", []):
            texts = {a.id: a.text for a in load_example(name)}
            assert all(credit in texts[article] for article, credit in wire["credit"].items())

    def test_a_single_claim_is_in_no_link(self, name: str) -> None:
        gold = load_gold(name)
        linked = {
            (pair[side], link[side])
            for pair in gold["pairs"]
            for link in pair["links"] + pair["also"]
            for side in ("a", "b")
        }
        for article, claims in gold.get("claims", {}).items():
            alone = [claim for claim in claims if (article, claim) not in linked]
            assert gold["singles"][article] == alone

    def test_its_script_runs(self, name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        script = import_module(f"jpnews_nlp.examples.{name.replace('-', '_')}.compare")
        script.main(tmp_path / "report.html")
        assert "■" in capsys.readouterr().out
        assert "</html>" in (tmp_path / "report.html").read_text(encoding="utf-8")


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
