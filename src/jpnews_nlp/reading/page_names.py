"""What the elements of pages are called, as `data/page_names.tsv` lists it."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def page_names(kind: str) -> frozenset[str]:
    """The names of one kind: `unseen` and `inline` elements, `part` and `part-last` words of class names.

    Example:
        >>> "script" in page_names("unseen"), "ranking" in page_names("part")
        (True, True)
    """
    text = files("jpnews_nlp.reading").joinpath("data/page_names.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if not line.startswith("#")]
    return frozenset(name for row in rows if row[0] == kind for name in row[1].split())
