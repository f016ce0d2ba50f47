"""Longest matches of the name tables over a run of tokens."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from jpnews_nlp.entities import names_data as data
from jpnews_nlp.model.parse import Token


@cache
def _kinds() -> dict[str, str]:
    """Every known name to the letters of the tables that have it."""
    kinds: dict[str, str] = {}
    tables = (
        ("c", data.countries()),
        ("r", data.regions()),
        ("p", data.prefectures()),
        ("m", data.municipalities()),
        ("w", data.world_cities()),
        ("o", data.organizations()),
    )
    for letter, table in tables:
        for name in table:
            kinds[name] = kinds.get(name, "") + letter
    return kinds


@cache
def _longest() -> dict[str, int]:
    """The length of the longest known name that starts with a character."""
    longest: dict[str, int] = {}
    for name in _kinds():
        longest[name[0]] = max(longest.get(name[0], 0), len(name))
    return longest


class Known(NamedTuple):
    """A known name: its first token, its end token, and the letters of the tables that have it."""

    first: int
    end: int
    tables: str


def known_names(tokens: Sequence[Token]) -> tuple[Known, ...]:
    """The longest known names on token borders, left to right."""
    longest = _longest()
    found = []
    at = 0
    while at < len(tokens):
        limit = longest.get(tokens[at].surface[0])
        match = _longest_at(tokens, at, limit) if limit else None
        if match:
            found.append(match)
        at = match.end if match else at + 1
    return tuple(found)


def _longest_at(tokens: Sequence[Token], first: int, limit: int) -> Known | None:
    kinds = _kinds()
    match = None
    text = ""
    for end in range(first, len(tokens)):
        if end > first and tokens[end].start != tokens[end - 1].end:
            break
        text += tokens[end].surface
        if len(text) > limit:
            break
        if text in kinds:
            match = Known(first, end + 1, kinds[text])
    return match
