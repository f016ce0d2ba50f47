"""The reports to open in Chromium, and what the browser says of them."""

from __future__ import annotations

import os
import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from tests.render.records import ARTICLES, analysis, comparison, hostile_analysis, hostile_comparison

from jpnews_nlp.model.comparison import Comparison
from jpnews_nlp.render.html import analysis_report, comparison_report

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
CHROMIUM = next((path for name in BROWSERS if (path := shutil.which(name))), None)

MARKS = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.skipif(CHROMIUM is None and not os.environ.get("CI"), reason="no Chromium on this machine"),
]
"""Skipped where no Chromium is installed, unless the environment variable `CI` is set."""


def many() -> Comparison:
    """Nine articles: the three of the records, and six on other events that say nothing of theirs."""
    others = [replace(ARTICLES[2], id=f"other{n}", outlet=f"{n}番目のとても長い名前の地方放送局") for n in range(6)]
    events = (*comparison().events, *((other.id,) for other in others))
    return replace(comparison(), articles=(*ARTICLES, *others), events=events)


PAGES = {
    "comparison.html": lambda: comparison_report(comparison()),
    "comparison-en.html": lambda: comparison_report(comparison(), lang="en"),
    "analysis.html": lambda: analysis_report(analysis()),
    "hostile.html": lambda: comparison_report(hostile_comparison()),
    "hostile-analysis.html": lambda: analysis_report(hostile_analysis()),
    "many.html": lambda: comparison_report(many()),
    "empty.html": lambda: comparison_report(Comparison(articles=ARTICLES[:1], events=(("hokuyo",),), groups=())),
}


class Opened:
    """A report on a page, with what the browser said and asked for."""

    def __init__(self, browser: Any, file: Path, width: int = 1280, height: int = 800) -> None:
        self.said: list[str] = []
        self.asked: list[str] = []
        self.page = browser.new_page(viewport={"width": width, "height": height})
        self.page.on("console", lambda message: self.said.append(message.text))
        self.page.on("pageerror", lambda error: self.said.append(str(error)))
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.address = file.as_uri()
        self.page.goto(self.address)

    def rows(self) -> list[str]:
        return self.page.locator("tr.row:visible .number").all_text_contents()
