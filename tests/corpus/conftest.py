"""A file of articles of our own."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.corpus.corpora import record


@pytest.fixture
def news(tmp_path: Path) -> Callable[[int], Path]:
    """A file of so many articles."""

    def write(count: int) -> Path:
        path = tmp_path / f"news-{count}.jsonl"
        lines = [json.dumps(record(n), ensure_ascii=False) for n in range(count)]
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        return path

    return write
