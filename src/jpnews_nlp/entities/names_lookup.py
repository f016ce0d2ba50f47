"""Longest matches of name tables over a run of tokens."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
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
        >>> table = NameTable([("東京", "p"), ("東京都", "p"), ("東京駅", "s")])
        >>> tokens = [Token(start=n, end=n + len(s), surface=s, lemma=s, normalized=s, reading="",
        ...     pos=("名詞", "*", "*", "*"), conjugation="*", known=True) for n, s in ((0, "東京"), (2, "駅"))]
        >>> [*table.longest(tokens)]
        [Known(first=0, end=2, tables='s')]
    """

    def __init__(self, letters: Iterable[tuple[str, str]]) -> None:
        # The first two characters of names, to what follows them and the letters: `\n都\tp\n駅\ts`. A string for each
        # name would take twice the memory, and there are some 360,000.
        self._names: dict[str, str] = {}
        for name, kinds in letters:
            start = name[:2]
            self._names[start] = f"{self._names.get(start, '')}\n{name[2:]}\t{kinds}"
        self._single = frozenset(start for start in self._names if len(start) == 1)

    def letters_of(self, name: str) -> str:
        """The letters of a name; nothing for another word."""
        return _letters(self._names.get(name[:2], ""), f"\n{name[2:]}")

    def longest(self, tokens: Sequence[Token]) -> Iterator[Known]:
        """The longest names on token borders, left to right."""
        names, single = self._names, self._single
        surfaces = [token.surface for token in tokens]
        starts = [
            surface[:2] if len(surface) > 1 else surface + after[:1]
            for surface, after in zip_longest(surfaces, surfaces[1:], fillvalue="")
        ]
        end = 0
        for at in [at for at, start in enumerate(starts) if start in names or surfaces[at] in single]:
            if at >= end and (match := self._longest_at(tokens, at, names.get(starts[at], ""))):
                end = match.end
                yield match

    def _longest_at(self, tokens: Sequence[Token], first: int, names: str) -> Known | None:
        """The longest name from a token on, given what is known of its first two characters."""
        match = None
        text = ""
        for at in range(first, len(tokens)):
            if at > first and tokens[at].start != tokens[at - 1].end:
                break
            text += tokens[at].surface
            rest = f"\n{text[2:]}"
            if len(text) == 1:
                letters = self.letters_of(text) if text in self._single else ""
            elif rest in names:
                letters = _letters(names, rest)
            else:
                break
            if letters:
                match = Known(first, at + 1, letters)
        return match


def _letters(names: str, rest: str) -> str:
    found = names.rfind(f"{rest}\t")
    return names[found + len(rest) + 1 :].partition("\n")[0] if found >= 0 else ""


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
    return NameTable(kinds.items())


def known_names(tokens: Sequence[Token]) -> tuple[Known, ...]:
    """The longest known names on token borders, left to right."""
    return tuple(_table().longest(tokens))
