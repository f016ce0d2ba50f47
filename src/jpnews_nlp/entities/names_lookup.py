"""Longest matches of the name tables over a run of tokens."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from jpnews_nlp.entities import names_data as data
from jpnews_nlp.model.parse import Token

MAX_TOKENS = 7


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
def _first_characters() -> frozenset[str]:
    return frozenset(name[0] for name in _kinds())


def known_names(tokens: Sequence[Token]) -> list[tuple[int, int, str]]:
    """The longest known names on token borders as (first token, end token, table letters), left to right."""
    kinds, first_characters = _kinds(), _first_characters()
    found = []
    at, count = 0, len(tokens)
    while at < count:
        match = None
        if tokens[at].surface[0] in first_characters:
            text = ""
            for end in range(at, min(at + MAX_TOKENS, count)):
                if end > at and tokens[end].start != tokens[end - 1].end:
                    break
                text += tokens[end].surface
                if text in kinds:
                    match = (at, end + 1, kinds[text])
        if match:
            found.append(match)
            at = match[1]
        else:
            at += 1
    return found
