"""One Chromium for a module of tests, and reports opened in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.browser.chromium import CHROMIUM, PAGES, Opened


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    from playwright.sync_api import sync_playwright

    assert CHROMIUM, "CI needs a Chromium"
    with sync_playwright() as playwright:
        options = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        launched = playwright.chromium.launch(executable_path=CHROMIUM, args=options)
        yield launched
        launched.close()


@pytest.fixture
def opened(browser: Any, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Any]:
    made: list[Opened] = []

    def make(name: str, **size: int) -> Opened:
        file = tmp_path / name
        file.write_text(PAGES[name](), encoding="utf-8")
        made.append(Opened(browser, file, **size))
        return made[-1]

    yield make
    for one in made:
        one.page.close()
        assert one.said == []
        assert one.asked == [one.address]
