"""Titles, offices and honorifics in a run of tokens, with what belongs to them: 前首相, 米大統領, 国防相."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from jpnews_nlp.entities import names_data as data
from jpnews_nlp.model.parse import Token

MAX_TITLE_TOKENS = 5


def title_at(tokens: Sequence[Token], at: int) -> tuple[int, str] | None:
    """The end token and the class of the longest title that starts at token `at`, its prefixes included."""
    start = at
    while at < len(tokens) and at - start < 3 and belongs_to_title(tokens[at]):
        at += 1
    found = None
    text = ""
    for end in range(at, min(at + MAX_TITLE_TOKENS, len(tokens))):
        if end > at and tokens[end - 1].end != tokens[end].start:
            break
        text += tokens[end].surface
        if title_class := data.titles().get(text):
            found = end + 1, title_class
    if found and found[0] < len(tokens) and tokens[found[0] - 1].end == tokens[found[0]].start:
        return None if tokens[found[0]].surface in data.words("no title before") else found
    return found


def title_places(tokens: Sequence[Token]) -> list[int]:
    """Where a title can start, the first token left out: nobody's name stands before it."""
    starts = _title_starts()
    return [at for at, token in enumerate(tokens) if token.surface in starts and at]


@cache
def _title_starts() -> frozenset[str]:
    beginnings = {title[:end] for title in data.titles() for end in range(1, len(title) + 1)}
    return frozenset({*beginnings, *data.title_prefixes(), *data.country_characters()})


def belongs_to_title(token: Token) -> bool:
    """Whether the word belongs to the title after it: 前, 元, 米, 露."""
    return token.surface in data.title_prefixes() or token.surface in data.country_characters()


def title_ending(tokens: Sequence[Token], end: int) -> str | None:
    """The longest title or trade that ends before token `end`: 国防 + 相."""
    for first in range(max(end - 4, 0), end):
        text = "".join(t.surface for t in tokens[first:end])
        if text in data.titles() or text in data.leading_titles():
            return text
    return None
