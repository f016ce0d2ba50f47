"""Two large word tables for the sequence model: clusters of word vectors, proper nouns of a second dictionary."""

from __future__ import annotations

import gzip
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib import resources

from jpnews_nlp.model.parse import Token

Clusters = tuple[str, str, str]
NO_CLUSTERS: Clusters = ("-", "-", "-")


def _lines(table: str) -> Iterator[tuple[str, list[str]]]:
    """The head of each line of a compressed table, and its words."""
    packed = resources.files("jpnews_nlp.entities").joinpath("data", table).read_bytes()
    for line in gzip.decompress(packed).decode("utf-8").splitlines():
        head, words = line.split("\t")
        yield head, words.split(" ")


@cache
def _clusters() -> Mapping[str, Clusters]:
    """Words to the numbers of their clusters, of 64, 256 and 1000."""
    found: dict[str, Clusters] = {}
    for head, words in _lines("word_clusters.txt.gz"):
        coarse, middle, fine = head.split(" ")
        numbers = coarse, middle, fine
        for word in words:
            found[word] = numbers
    return found


@cache
def _lexicon() -> Mapping[str, str]:
    """Proper nouns to what they name: P person, S family name, G given name, L place, C country, O other."""
    return {name: letters for letters, names in _lines("name_lexicon.txt.gz") for name in names}


@cache
def _longest() -> Mapping[str, int]:
    """The length of the longest name of the lexicon that starts with two characters."""
    longest: dict[str, int] = {}
    for name in _lexicon():
        start = name[:2]
        if longest.get(start, 0) < len(name):
            longest[start] = len(name)
    return longest


def clusters_of(surface: str, lexeme: str) -> Clusters:
    """The clusters of a word, by its surface, else its lexeme, else in small letters."""
    table = _clusters()
    return table.get(surface) or table.get(lexeme) or table.get(surface.lower()) or NO_CLUSTERS


def lexicon_marks(tokens: Sequence[Token]) -> list[str]:
    """For each token its place in the longest proper noun of the lexicon (B, I, E) and what that names; or nothing.

    The names of Japan's smaller places, people and companies that UniDic lacks are there.
    """
    lexicon, longest = _lexicon(), _longest()
    marks = [""] * len(tokens)
    starts = [token.surface[:2] for token in tokens]
    end = 0
    for at, start in enumerate(starts):
        if at < end:
            continue
        if len(start) == 1 and at + 1 < len(starts):
            start += starts[at + 1][0]  # noqa: PLW2901  # a name starts with two characters
        if limit := longest.get(start):
            end, letters = _longest_name(tokens, at, limit, lexicon)
            for i in range(at, end):
                marks[i] = f"{'B' if i == at else 'I'}{'E' if i == end - 1 else ''}{letters}"
    return marks


def _longest_name(tokens: Sequence[Token], first: int, limit: int, lexicon: Mapping[str, str]) -> tuple[int, str]:
    end, letters = first, ""
    text = ""
    for i in range(first, len(tokens)):
        if i > first and tokens[i - 1].end != tokens[i].start:
            break
        text += tokens[i].surface
        if len(text) > limit:
            break
        if text in lexicon:
            end, letters = i + 1, lexicon[text]
    return end, letters
