"""Every renderer's output for the hand-built records, to the letter.

After a change that is meant: `pytest tests/render --renew-golden`, then read the diff.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.render.records import analysis, comparison

from jpnews_nlp.render.events import events_json, events_text
from jpnews_nlp.render.html import analysis_report, comparison_report
from jpnews_nlp.render.markdown import analysis_markdown, comparison_markdown
from jpnews_nlp.render.notebook import analysis_html, comparison_html
from jpnews_nlp.render.tabular import analysis_csv, comparison_csv
from jpnews_nlp.render.text import analysis_text, comparison_text

RENDERED: dict[str, Callable[[], str]] = {
    "comparison.ja.txt": lambda: comparison_text(comparison()),
    "comparison.en.txt": lambda: comparison_text(comparison(), lang="en"),
    "analysis.ja.txt": lambda: analysis_text(analysis()),
    "analysis.en.txt": lambda: analysis_text(analysis(), lang="en"),
    "comparison.ja.html": lambda: comparison_report(comparison()),
    "comparison.en.html": lambda: comparison_report(comparison(), lang="en"),
    "analysis.ja.html": lambda: analysis_report(analysis()),
    "comparison.ja.md": lambda: comparison_markdown(comparison()),
    "analysis.en.md": lambda: analysis_markdown(analysis(), lang="en"),
    "comparison.ja.csv": lambda: comparison_csv(comparison()),
    "analysis.csv": lambda: analysis_csv([analysis()]),
    "comparison.fragment.html": lambda: comparison_html(comparison()),
    "analysis.fragment.html": lambda: analysis_html(analysis()),
    "events.ja.txt": lambda: events_text(comparison()),
    "events.json": lambda: events_json(comparison()),
}


@pytest.mark.parametrize("name", sorted(RENDERED))
def test_output_is_the_golden_file(name: str, golden: Callable[[str, str], None]) -> None:
    golden(name, RENDERED[name]())


@pytest.mark.parametrize("name", sorted(RENDERED))
def test_same_record_same_bytes(name: str) -> None:
    assert RENDERED[name]() == RENDERED[name]()
