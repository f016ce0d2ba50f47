"""The documentation: its examples run, its tables of phenomena are true, and its pictures are there and small.

That the site builds without a warning is a step of `.ci/run`.
"""

from __future__ import annotations

import doctest
import re
from datetime import datetime
from pathlib import Path

import pytest
from typer.main import get_command

from jpnews_nlp import Article, Pipeline
from jpnews_nlp.cli.app import app

DOCS = Path(__file__).parent.parent / "docs"
PAGES = sorted(DOCS.rglob("*.md"))
TEXTS = {page: page.read_text(encoding="utf-8") for page in PAGES}
PIPELINE = Pipeline(engine="mecab")


def read(name: str) -> str:
    return (DOCS / name).read_text(encoding="utf-8")


def table(name: str) -> list[list[str]]:
    """The rows of the first table of a page, without its head."""
    lines = re.search(r"^\|.*\n\|[-|: ]+\|\n((?:\|.*\n)+)", read(name), flags=re.MULTILINE)
    assert lines
    return [[cell.strip() for cell in line.strip().strip("|").split("|")] for line in lines[1].splitlines()]


@pytest.mark.parametrize(
    "page", [p for p in PAGES if "```pycon" in p.read_text(encoding="utf-8")], ids=lambda p: p.stem
)
def test_the_examples_of_a_page_print_what_they_show(page: Path) -> None:
    blocks = re.findall(r"^```pycon\n(.*?)^```$", TEXTS[page], flags=re.DOTALL | re.MULTILINE)
    test = doctest.DocTestParser().get_doctest("\n".join(blocks), {}, page.stem, str(page), 0)
    report: list[str] = []
    doctest.DocTestRunner(verbose=False).run(test, out=report.append)
    assert test.examples
    assert report == []


@pytest.mark.parametrize(("words", "value"), table("phenomena/dates.md"))
def test_a_date_of_the_table_has_its_value(words: str, value: str) -> None:
    article = Article(id="a", published=datetime(2026, 5, 18), body=f"{words}、新しい橋が開通した。")
    assert [(day.text, day.value) for day in PIPELINE.analyze(article).dates] == [(words, value)]


@pytest.mark.parametrize(("sentence", "kind", "name", "canonical"), table("phenomena/names.md"))
def test_a_name_of_the_table_is_found(sentence: str, kind: str, name: str, canonical: str) -> None:
    found = PIPELINE.analyze(Article(id="a", body=sentence)).entities
    assert [(e.kind, e.text, e.canonical) for e in found] == [(kind, name, canonical)]


SHARED = "10日夜、神戸市中央区の港で倉庫が燃える火災があった。"


@pytest.mark.parametrize(("one", "other", "relation", "slot"), table("phenomena/comparison.md"))
def test_a_pair_of_the_table_relates_as_it_says(one: str, other: str, relation: str, slot: str) -> None:
    morning, noon = (datetime(2031, 5, 11, hour) for hour in (6, 12))
    a = Article(id="a", published=morning, body=SHARED + one)
    b = Article(id="b", published=noon, body=SHARED + other)
    groups = PIPELINE.compare([a, b]).groups
    starts = {claim.id: claim.start for group in groups for claim in group.claims}
    links = [link for group in groups for link in group.links if starts[link.a] >= len(SHARED)]
    assert [(link.relation, link.slot or "") for link in links] == [(relation, slot)]


def test_every_picture_is_shown_and_every_one_shown_is_there() -> None:
    shown = {
        (page.parent / target).resolve()
        for page in PAGES
        for target in re.findall(r"(?:!\[[^\]]*\]\(|\{image\} )([^)\s]+)", TEXTS[page])
    }
    assert shown == set((DOCS / "images").resolve().iterdir())


@pytest.mark.parametrize("picture", sorted((DOCS / "images").iterdir()), ids=lambda p: p.name)
def test_a_picture_is_small(picture: Path) -> None:
    assert picture.stat().st_size < 150_000


def test_every_command_shown_exists() -> None:
    shown = {word for page in PAGES for word in re.findall(r"^jpnews ([a-z]+)", TEXTS[page], flags=re.MULTILINE)}
    assert shown
    assert shown <= set(getattr(get_command(app), "commands"))  # noqa: B009


def test_a_page_fetches_nothing() -> None:
    shown_or_run = re.compile(r"!\[[^\]]*\]\(https?:|<(?:script|link|img|iframe)\b")
    assert [page.name for page in PAGES if shown_or_run.search(TEXTS[page])] == []
