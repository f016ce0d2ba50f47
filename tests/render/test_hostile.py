"""Whatever a stranger writes into an article, no renderer lets it act."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.render.records import FORMULAS, HOSTILE, comparison, hostile_analysis, hostile_comparison

from jpnews_nlp.model.comparison import Comparison
from jpnews_nlp.render.events import events_text
from jpnews_nlp.render.html import analysis_report, comparison_report
from jpnews_nlp.render.inert import clipped, inert, one_line
from jpnews_nlp.render.markdown import analysis_markdown, comparison_markdown, escaped
from jpnews_nlp.render.notebook import analysis_html, comparison_html
from jpnews_nlp.render.tabular import analysis_csv, comparison_csv, neutralized
from jpnews_nlp.render.text import analysis_text, comparison_text

PLAIN: dict[str, Callable[[], str]] = {
    "comparison text": lambda: comparison_text(hostile_comparison()),
    "comparison text, English": lambda: comparison_text(hostile_comparison(), lang="en"),
    "analysis text": lambda: analysis_text(hostile_analysis()),
    "comparison markdown": lambda: comparison_markdown(hostile_comparison()),
    "analysis markdown": lambda: analysis_markdown(hostile_analysis()),
    "comparison csv": lambda: comparison_csv(hostile_comparison()),
    "analysis csv": lambda: analysis_csv([hostile_analysis()]),
    "events": lambda: events_text(hostile_comparison()),
}
PAGES: dict[str, Callable[[], str]] = {
    "comparison report": lambda: comparison_report(hostile_comparison()),
    "comparison report, English": lambda: comparison_report(hostile_comparison(), lang="en"),
    "analysis report": lambda: analysis_report(hostile_analysis()),
}
FRAGMENTS: dict[str, Callable[[], str]] = {
    "comparison fragment": lambda: comparison_html(hostile_comparison()),
    "analysis fragment": lambda: analysis_html(hostile_analysis()),
}
EVERY = {**PLAIN, **PAGES, **FRAGMENTS}
BIDI = set("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


class Elements(HTMLParser):
    """The elements and attributes a browser would see."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def named(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.elements if name == tag]


@pytest.mark.parametrize("name", sorted(EVERY))
def test_no_control_character_gets_through(name: str) -> None:
    text = EVERY[name]()
    controls = {c for c in text if unicodedata.category(c) == "Cc" and c not in "\n\t"}
    assert controls - ({"\r"} if name.endswith("csv") else set()) == set()
    assert not BIDI & set(text)
    text.encode()  # a lone surrogate would raise


@pytest.mark.parametrize("name", sorted(EVERY))
def test_the_attack_is_still_there_to_read(name: str) -> None:
    assert "window" in EVERY[name]()


@pytest.mark.parametrize("name", sorted({**PAGES, **FRAGMENTS}))
def test_html_has_no_element_or_handler_of_the_stranger(name: str) -> None:
    page = Elements(EVERY[name]())
    scripts, styles = page.named("script"), page.named("style")
    assert (len(scripts), len(styles)) == (1 if name in PAGES else 0, 1)
    assert not page.named("img")
    for _, attributes in page.elements:
        assert not [key for key in attributes if key.startswith("on") or key == "style"]
        assert (attributes.get("href") or "#").startswith("#")
        assert attributes.get("src") is None


@pytest.mark.parametrize("name", sorted(PAGES))
def test_page_allows_its_own_script_and_style_alone(name: str) -> None:
    policy = next(a["content"] for a in Elements(EVERY[name]()).named("meta") if a.get("http-equiv"))
    assert policy is not None
    digest = r"'sha256-[\w+/]+='"
    rules = f"default-src 'none'; style-src {digest}; script-src {digest}; base-uri 'none'; form-action 'none'"
    assert re.fullmatch(rules, policy)


@pytest.mark.parametrize("name", sorted({**PAGES, **FRAGMENTS}))
def test_templates_in_the_text_are_not_run(name: str) -> None:
    text = EVERY[name]()
    assert "{{7*7}}" in text
    assert "{%raw%}" in text


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", "JAVASCRIPT:x", "//evil.example", "http://["]
)
def test_only_web_addresses_become_links(url: str) -> None:
    assert not _links(url)


def test_web_address_becomes_a_link() -> None:
    assert _links("https://news.example/a") == ["https://news.example/a"]


def _links(url: str) -> list[str | None]:
    plain = comparison()
    articles = (replace(plain.articles[0], url=url), *plain.articles[1:])
    found = Elements(comparison_report(replace(plain, articles=articles))).named("a")
    return [a["href"] for a in found if not (a["href"] or "").startswith("#")]


@pytest.mark.parametrize("formula", FORMULAS)
def test_spreadsheet_formula_is_neutralized(formula: str) -> None:
    first = comparison().groups[0]
    claim = replace(first.claims[0], text=formula, predicate=formula, speaker=formula)
    table = comparison_csv(replace(comparison(), groups=(replace(first, claims=(claim,)),)))
    row = next(csv.DictReader(io.StringIO(table, newline="")))
    for column in ("text", "predicate", "speaker"):
        assert row[column].startswith("'")


@pytest.mark.parametrize("harmless", ["32人", "1-2", "a=b", "", "'引用"])
def test_other_cells_stay_as_they_are(harmless: str) -> None:
    assert neutralized(harmless) == harmless


MARKDOWN = [
    ("表の縦線", "a|b", "a\\|b"),
    ("リンク", "[押す](javascript:x)", "\\[押す\\](javascript:x)"),
    ("要素", "<script>", "&lt;script&gt;"),
    ("実体参照", "&lt;b&gt;", "&amp;lt;b&amp;gt;"),
    ("コード", "`x`", "\\`x\\`"),
    ("逆斜線で外す", "\\|", "\\\\\\|"),
    ("行頭の見出し", "# 見出し", "\\# 見出し"),
    ("行頭の番号", "1. 一つ", "1\\. 一つ"),
    ("自動リンク", "https://x.example www.x.example", "https\\://x.example www\\.x.example"),
    ("改行", "一\n\n# 二", "一 # 二"),
    ("ふつうの文", "首相は15日、辞任した。(写真=共同) 3-0", "首相は15日、辞任した。(写真=共同) 3-0"),
]


@pytest.mark.parametrize(("name", "text", "shown"), MARKDOWN, ids=[m[0] for m in MARKDOWN])
def test_markdown_is_escaped(name: str, text: str, shown: str) -> None:
    assert escaped(text) == shown


def test_hostile_cells_do_not_add_columns() -> None:
    lines = [line for line in comparison_markdown(hostile_comparison()).splitlines() if line.startswith("| 1 |")]
    assert len(lines) == 1
    assert len(re.findall(r"(?<!\\)\|", lines[0])) == 6  # number, verdict, reason, two articles


@given(st.text())
def test_inert_text_has_no_control_character(text: str) -> None:
    shown = inert(text)
    assert all(unicodedata.category(c) not in {"Cc", "Cs"} or c in "\n\t" for c in shown)
    assert not BIDI & set(shown)


@given(st.text(), st.integers(min_value=2, max_value=20))
def test_clipped_text_is_one_short_line(text: str, length: int) -> None:
    assert len(clipped(text, length)) <= length
    assert "\n" not in one_line(text)


@given(st.text())
def test_any_text_renders_everywhere(text: str) -> None:
    plain = hostile_comparison()
    articles = tuple(replace(a, title=text, outlet=text or None) for a in plain.articles)
    odd = Comparison(articles=articles, events=plain.events, groups=plain.groups)
    for render in (comparison_text, comparison_markdown, comparison_csv, comparison_report, comparison_html):
        render(odd).encode()


def test_hostile_text_is_hostile() -> None:
    for part in ("<script>", '"', "'", "javascript:", "{{7*7}}", "|", "\u202e", "\x1b[", "\ud800"):
        assert part in HOSTILE
