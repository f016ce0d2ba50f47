"""The words around the results, in Japanese and English, from `data/labels.json`."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from jpnews_nlp.comparison.reasons import reason_text
from jpnews_nlp.model.comparison import ArticleTie, Link

LANGUAGES = ("ja", "en")

VERDICTS = ("conflict", "update", "partial", "agree", "single")
"""The order in which every renderer shows groups: differences first."""

SYMBOLS: Mapping[str, str] = MappingProxyType(
    {"conflict": "≠", "update": "→", "partial": "⊃", "agree": "=", "single": "・"}
)
"""One sign per verdict, the same in every language, so that nothing hangs on colour."""

STANCES: Mapping[str, str] = MappingProxyType({"tells": "●", "quotes": "◐", "lacks": "—"})
"""One sign for what an article does with a claim: tells it itself, only quotes somebody who does, or lacks it."""


@cache
def labels(lang: str) -> Mapping[str, str]:
    """Every label in one language, by key.

    Raises:
        ValueError: When the language is not one of `LANGUAGES`.

    Example:
        >>> labels("ja")["verdict.conflict"]
        '食い違い'
    """
    if lang not in LANGUAGES:
        raise ValueError(f"found lang {lang!r}; one of {', '.join(LANGUAGES)} is needed")
    text = files("jpnews_nlp.render").joinpath("data/labels.json").read_text(encoding="utf-8")
    return MappingProxyType(json.loads(text)[lang])


def reason(link: Link, lang: str) -> str:
    """Why two claims are linked as they are, in one line; the link's own Japanese line where the rule is unknown."""
    if lang == "ja":
        return link.reason
    try:
        return reason_text(link.rule, link.left, link.right, lang)
    except KeyError:
        return link.reason


def tie_reason(tie: ArticleTie, lang: str) -> str:
    """Why two articles are of one event or of two, in one line; the Japanese line where the rule is unknown."""
    if lang == "ja":
        return tie.reason
    try:
        return reason_text(tie.rule, tie.left, tie.right, lang)
    except KeyError:
        return tie.reason
