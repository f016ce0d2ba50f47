"""Longest matches of name tables over a run of tokens."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import zip_longest
from typing import NamedTuple

from jpnews_nlp.entities import names_data as data
from jpnews_nlp.model.parse import Token


class Known(NamedTuple):
    """A known name: its first token, its end token, and the letters of the tables that have it."""

    first: int
    end: int
    tables: str


class NameTable:
    """Names to letters that tell what they name.

    Example:
        >>> table = NameTable({"東京": "p", "東京都": "p", "東京駅": "s"})
        >>> tokens = [Token(start=n, end=n + len(s), surface=s, lemma=s, normalized=s, reading="",
        ...     pos=("名詞", "*", "*", "*"), conjugation="*", known=True) for n, s in ((0, "東京"), (2, "駅"))]
        >>> [*table.longest(tokens)]
        [Known(first=0, end=2, tables='s')]
    """

    def __init__(self, letters: Mapping[str, str]) -> None:
        self._letters = letters
        # the length of the longest name with these two first characters
        self._limits: dict[str, int] = {}
        for name in letters:
            start = name[:2]
            if self._limits.get(start, 0) < len(name):
                self._limits[start] = len(name)
        self._single = frozenset(name for name in self._limits if len(name) == 1)

    def longest(self, tokens: Sequence[Token]) -> Iterator[Known]:
        """The longest names on token borders, left to right."""
        limits, single = self._limits, self._single
        surfaces = [token.surface for token in tokens]
        starts = [
            surface[:2] if len(surface) > 1 else surface + after[:1]
            for surface, after in zip_longest(surfaces, surfaces[1:], fillvalue="")
        ]
        end = 0
        for at in [at for at, start in enumerate(starts) if start in limits or surfaces[at] in single]:
            if at >= end and (match := self._longest_at(tokens, at, limits.get(starts[at], 1))):
                end = match.end
                yield match

    def _longest_at(self, tokens: Sequence[Token], first: int, limit: int) -> Known | None:
        letters = self._letters
        match = None
        text = ""
        for at in range(first, len(tokens)):
            if at > first and tokens[at].start != tokens[at - 1].end:
                break
            text += tokens[at].surface
            if len(text) > limit:
                break
            if text in letters:
                match = Known(first, at + 1, letters[text])
        return match


@cache
def _table() -> NameTable:
    """Every known name with the letters of the tables that have it."""
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
    return NameTable(kinds)


def known_names(tokens: Sequence[Token]) -> tuple[Known, ...]:
    """The longest known names on token borders, left to right."""
    return tuple(_table().longest(tokens))
