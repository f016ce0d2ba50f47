"""A lossless sentence splitter for Japanese news: the sentences tile the text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from jpnews_nlp.model.span import Span

OPENING = "「『（([【〈《“"
CLOSING = "」』）)]】〉》”"
TERMINAL = "。！？!?｡．"
LIST_MARKS = "●■◆○◇▼▽★☆"

# A closing bracket or another terminal mark after the first one still belongs to the sentence.
_TRAILING = re.compile(rf"[{re.escape(TERMINAL + CLOSING)}…‥]*[ \t　]*[\n\r\u2028\u2029\x85\f\v]*")
_BLANK_LINES = re.compile(r"[\n\r\u2028\u2029\x85\f\v]*")
_STOP = re.compile(rf"[{re.escape(OPENING + CLOSING + TERMINAL)}\n\r\u2028\u2029\x85\f\v]")
_MARK = re.compile(rf"(?<=[^\s{LIST_MARKS}])[{LIST_MARKS}](?=\S)")
_NEWLINES = frozenset("\n\r\u2028\u2029\x85\f\v")
# Quotations in news stay short; beyond this an opening bracket is taken for a stray one, so that a dump with one
# unbalanced 「 does not become a single sentence.
MAX_BRACKETED = 400
# No sentence is longer, so that what a tokenizer holds at once stays bounded: SudachiPy refuses more than 49,149 bytes
# and MeCab counts the bytes of a token in 16 bits. Text without any mark is cut here, or at a comma or space before.
LONGEST = 8_000


def split_sentences(text: str, breaks: Iterable[int] = ()) -> tuple[Span, ...]:
    """Cut `text` into sentences that tile it: the first starts at 0, each starts where the one before ends.

    A sentence ends after 。！？ outside brackets, at the end of a line, before a list mark (●) inside a line, and at
    every position in `breaks`. Decimals (Ｍ６．９, 25.1) and 「…。…」 do not end one. None is longer than `LONGEST`.

    Args:
        text: Any string.
        breaks: Positions that end a sentence in any case, such as the borders of page blocks.

    Example:
        >>> text = "首相は「行く。必ず」と述べた。M6.9だった。"
        >>> [s.of(text) for s in split_sentences(text)]
        ['首相は「行く。必ず」と述べた。', 'M6.9だった。']
    """
    ends = _ends(text) | {b for b in breaks if 0 < b < len(text)} | ({len(text)} if text else set())
    starts = [0, *sorted(ends)]
    spans = (Span(start=a, end=b) for a, b in pairwise(starts))
    return tuple(part for span in spans for part in _bounded(text, span))


def _bounded(text: str, span: Span) -> Iterator[Span]:
    start = span.start
    while span.end - start > LONGEST:
        stretch = text[start : start + LONGEST]
        lesser = max(map(stretch.rfind, "、，,；; 　\t"))
        # A mark near the beginning would leave crumbs.
        end = start + (lesser + 1 if lesser >= LONGEST // 2 else LONGEST)
        yield Span(start=start, end=end)
        start = end
    yield span if start == span.start else Span(start=start, end=span.end)


def _ends(text: str) -> set[int]:
    ends: set[int] = set()
    open_at: list[int] = []
    position = 0
    while stop := _STOP.search(text, position):
        at, mark = stop.start(), stop.group()
        position = at + 1
        if mark in _NEWLINES:
            open_at.clear()
            position = _end(_BLANK_LINES, text, position)
            ends.add(position)
        elif mark in OPENING:
            open_at.append(at)
        elif mark in CLOSING:
            if open_at:
                open_at.pop()
        elif _ends_sentence(text, at, open_at):
            position = _end(_TRAILING, text, position)
            ends.add(position)
            open_at.clear()
    ends.update(m.start() for m in _MARK.finditer(text))
    return ends


def _end(pattern: re.Pattern[str], text: str, position: int) -> int:
    """Where a match that starts at `position` ends."""
    found = pattern.match(text, position)
    return found.end() if found else position


def _ends_sentence(text: str, at: int, open_at: list[int]) -> bool:
    if open_at and at - open_at[0] < MAX_BRACKETED and _is_closed(text, open_at[0]):
        return False
    if text[at] in "．!?！？":
        before, after = text[at - 1 : at], text[at + 1 : at + 2]
        if text[at] == "．" and (before.isdigit() or after.isdigit()):
            return False
        # Yahoo!ニュース: a half-width mark right after Latin letters and before more text belongs to a name.
        return not (text[at] in "!?" and before.isascii() and before.isalnum() and after.isalnum())
    return True


def _is_closed(text: str, opening: int) -> bool:
    """Whether the bracket is closed within its line and a quotation's length."""
    close = text.find(CLOSING[OPENING.index(text[opening])], opening, opening + MAX_BRACKETED)
    line_end = text.find("\n", opening, opening + MAX_BRACKETED)
    return close >= 0 and (line_end < 0 or close < line_end)
