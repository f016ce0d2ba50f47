"""Words that tell the same thing in news, from `data/synonyms.tsv`."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


def concept(word: str) -> str:
    """The word that stands for the group of `word`, or the word itself.

    Example:
        >>> concept("亡くなる") == concept("死者")
        True
    """
    return _groups().get(word, word)


@cache
def _groups() -> dict[str, str]:
    table = (files("jpnews_nlp.comparison") / "data" / "synonyms.tsv").read_text(encoding="utf-8")
    groups: dict[str, str] = {}
    for line in table.splitlines():
        if line and not line.startswith("#"):
            first, *others = line.split("\t")
            for word in (first, *others):
                groups.setdefault(word, first)
    return groups
