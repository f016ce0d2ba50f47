"""Whole pages and dumps of every style against what went into them, with floors that may not sink.

After a change that is meant: `pytest tests/reading --renew-golden`, then read the diff.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from hashlib import md5
from pathlib import Path
from statistics import mean

import pytest
from tests.reading.pages.build import Page, pages
from tests.reading.pages.measure import Reading, measured

from jpnews_nlp.reading.blocks import divide
from jpnews_nlp.reading.files import load_articles, read_article
from jpnews_nlp.reading.html import parse_page, read_html
from jpnews_nlp.reading.published import dates_in

PAGES = {page.name: page for page in pages()}
SAVED = [page for page in pages() if page.name.endswith(".html")]
DUMPS = [page for page in pages() if page.name.endswith(".txt")]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("pages")
    for page in pages():
        (made / page.name).write_bytes(page.data)
    return made


def read(page: Page, folder: Path) -> Reading:
    return measured(page, divide(read_article(folder / page.name)))


def test_there_are_pages_of_every_style_and_encoding() -> None:
    assert len(SAVED) >= 30
    assert len(DUMPS) >= 6
    encodings = {name.split(".")[-2] for name in PAGES}
    assert encodings == {"utf-8", "utf-8-sig", "utf-16", "cp932", "euc-jp", "iso-2022-jp"}


@pytest.mark.parametrize("among", [SAVED, DUMPS], ids=["pages", "dumps"])
def test_floors(among: Sequence[Page], folder: Path) -> None:
    found = [read(page, folder) for page in among]
    assert mean(one.body_f for one in found) >= 0.985
    assert min(one.body_f for one in found) >= 0.95
    assert sum(len(one.let_in) for one in found) <= 0.01 * sum(one.furniture for one in found)
    assert mean(one.title_right for one in found) >= 0.97
    assert mean(one.date_right for one in found) >= 0.97


def test_little_but_captions_stands_beside_the_body_of_a_page(folder: Path) -> None:
    assert mean(read(page, folder).whole_f for page in SAVED) >= 0.96


# What a page calls its parts is a help, and must not be all that the reading rests on.
Change = Callable[[str], str]


def _without_names(markup: str) -> str:
    return re.sub(r'\s(?:class|id|itemprop|role)="[^"]*"', "", markup)


def _with_hashed_names(markup: str) -> str:
    return re.sub(r'\s(class|id)="([^"]*)"', lambda m: f' {m[1]}="c{md5(m[2].encode()).hexdigest()[:5]}"', markup)


def _without_metadata(markup: str) -> str:
    found = r'(?s)<script type="application/ld.*?</script>|<meta (?!charset|http)[^>]*>|\sdatetime="[^"]*"'
    return re.sub(found, "", markup)


def _with_divs_alone(markup: str) -> str:
    return re.sub(r"<(/?)(?:article|main|section|nav|aside|footer|header|p)\b", r"<\1div", markup)


CHANGES: dict[str, tuple[Change, float]] = {
    "without class names": (_without_names, 0.98),
    "class names hashed": (_with_hashed_names, 0.98),
    "without metadata": (_without_metadata, 0.985),
    "divs alone": (_with_divs_alone, 0.985),
    "all at once": (lambda markup: _with_divs_alone(_without_metadata(_with_hashed_names(markup))), 0.97),
}


@pytest.mark.parametrize(("change", "floor"), CHANGES.values(), ids=CHANGES.keys())
def test_pages_built_otherwise(change: Change, floor: float) -> None:
    shown = [page for page in SAVED if not page.name.startswith("spa.")]  # its text stands in the metadata alone
    found = [measured(page, divide(read_html(change(page.markup), article_id=page.name))) for page in shown]
    assert mean(one.body_f for one in found) >= floor
    assert sum(len(one.let_in) for one in found) <= 0.01 * sum(one.furniture for one in found)
    assert all(one.title_right for one in found)


@pytest.mark.parametrize("name", sorted(PAGES))
def test_reading_is_the_golden_file(name: str, folder: Path, golden: Callable[[str, str], None]) -> None:
    article = divide(read_article(folder / name))
    published = article.published.isoformat() if article.published else None
    lines = [f"title      {article.title}", f"outlet     {article.outlet}", f"published  {published}"]
    if name.endswith(".html"):
        page = parse_page(PAGES[name].data, article_id=name)
        lines += [f"date from  {page.date_from}", f"author     {page.author}", f"url        {article.url}"]
    lines += [f"{block.role:<10} {one_line(block.of(article.text))}" for block in article.blocks]
    golden(f"{name}.txt", "\n".join(lines) + "\n")


def one_line(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= 36 else f"{words[:24]} … {words[-10:]}"


def test_a_folder_of_all_of_them_is_read_at_once(folder: Path) -> None:
    articles = load_articles(folder)
    assert [article.id for article in articles] == sorted(PAGES)


@pytest.mark.parametrize("page", SAVED, ids=[page.name for page in SAVED])
def test_blocks_tile_the_text_and_the_raw_page_is_kept(page: Page) -> None:
    read = parse_page(page.markup, article_id="p")
    article = read.article
    assert read.html == page.markup
    assert "".join("".join(block.of(article.text).split()) for block in article.blocks) == "".join(article.text.split())
    assert all(a.end <= b.start for a, b in zip(article.blocks, article.blocks[1:], strict=False))
    if read.date_span is not None:
        (printed,) = dates_in(article.text, read.date_span)
        assert printed.moment == article.published
