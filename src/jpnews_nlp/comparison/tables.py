"""The tables in `data/`: cells parted by tabs, one row a line."""

from __future__ import annotations

from importlib.resources import files


def rows(name: str) -> list[list[str]]:
    """The rows of `data/<name>`, without blank lines and comments (lines that begin with #)."""
    table = (files("jpnews_nlp.comparison") / "data" / name).read_text(encoding="utf-8")
    return [line.split("\t") for line in table.splitlines() if line and not line.startswith("#")]
