"""Two large word tables for the sequence model: clusters of word vectors, names of a second dictionary."""

from __future__ import annotations

import gzip
from collections.abc import Iterator, Sequence
from functools import cache

from jpnews_nlp.entities.model_files import read_model_file
from jpnews_nlp.entities.names_lookup import NameTable
from jpnews_nlp.model.parse import Token

Clusters = tuple[str, str, str]
NO_CLUSTERS: Clusters = ("-", "-", "-")


def _lines(table: str) -> Iterator[tuple[str, list[str]]]:
    """The head of each line of a compressed table, and its words."""
    packed = read_model_file(table)
    for line in gzip.decompress(packed).decode("utf-8").splitlines():
        head, words = line.split("\t")
        yield head, words.split(" ")


@cache
def _clusters() -> NameTable:
    """Words to the numbers of their clusters, of 64, 256 and 1000."""
    return NameTable((word, numbers) for numbers, words in _lines("word_clusters.txt.gz") for word in words)


@cache
def _lexicon() -> NameTable:
    """Names to what they name.

    By the dictionary: P person, S family name, G given name, L place, C country, O other. After a colon, as the
    teacher of the model judged the name by itself: P person, L place, O organization, with 2 where it was sure of it
    and 1 where it leant to it.
    """
    return NameTable((name, letters) for letters, names in _lines("name_lexicon.txt.gz") for name in names)


def clusters_of(surface: str, lexeme: str) -> Clusters:
    """The clusters of a word, by its surface, else its lexeme, else in small letters."""
    numbers_of = _clusters().letters_of
    numbers = numbers_of(surface) or numbers_of(lexeme) or numbers_of(surface.lower())
    if not numbers:
        return NO_CLUSTERS
    coarse, middle, fine = numbers.split(" ")
    return coarse, middle, fine


def taught_kind(name: str) -> str:
    """What a name of the lexicon names by itself, as the teacher judged it: P person, L place, O organization."""
    return _lexicon().letters_of(name).partition(":")[2][:1]


def lexicon_marks(tokens: Sequence[Token]) -> dict[int, str]:
    """For each token in a name of the lexicon its place in the longest one (B, I, E) and what that names.

    The names of Japan's smaller places, people and companies that UniDic lacks are there.
    """
    return {
        i: f"{'B' if i == first else 'I'}{'E' if i == end - 1 else ''}{letters}"
        for first, end, letters in _lexicon().longest(tokens)
        for i in range(first, end)
    }
