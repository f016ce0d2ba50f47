"""Lines that say again what an earlier line said: a headline or lead printed twice."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from jpnews_nlp.model.article import Role
from jpnews_nlp.reading.headlines import without_site
from jpnews_nlp.reading.lines import Line

SHORTEST_REPEAT = 12
SHORTEST_REPEATED_PROSE = 30
"""A shorter line may well stand twice on a page without being a copy, a sentence sooner than a headline."""

NEARLY_ALL = 0.85
"""A paragraph that holds so much of another one, from its start or to its end, is the same: a dateline or a credit
is all that was added."""

MOST_ALIKE = 50
"""So many lines with one beginning are looked at; a table of results has hundreds."""
_UNSPOKEN = re.compile(r"[\W_]+")
_CUT_OFF = re.compile(r"(?:\.\.\.|‥)+[\])]?(?:続きを読む)?$")


def find_repeats(_text: str, lines: Sequence[Line], roles: Mapping[int, Role]) -> dict[int, Role]:
    """Furniture: lines that say what another content line says; the first stays, and of a line cut short the whole.

    Marks and blanks are left aside. Where a letter or digit differs, two lines say two things: 死者5人, 死者6人.
    """
    titles = {spoken(said) for line in lines if line.is_title for said in (line.words, without_site(line.words))}
    seen = _Seen()
    found: dict[int, Role] = {}
    for number, line in enumerate(lines):
        words = spoken(line.words)
        if words in titles and not line.is_title and words:
            found[number] = "furniture"
            continue
        shortest = SHORTEST_REPEATED_PROSE if line.is_prose else SHORTEST_REPEAT
        if len(words) < shortest or roles.get(number, "body") == "furniture":
            continue
        if seen.said(words, cut_off=_CUT_OFF.search(line.words) is not None):
            found[number] = "furniture"
            continue
        if not line.words.endswith("。"):
            seen.leave_open(number, words)
        elif (cut := seen.cut_by(words)) is not None:
            found[cut] = "furniture"
        seen.add(words)
    return found


def spoken(words: str) -> str:
    """The letters and digits of a line."""
    return _UNSPOKEN.sub("", words)


class _Seen:
    """The lines before, by their first and their last letters."""

    def __init__(self) -> None:
        self.whole: set[str] = set()
        self.starts: dict[str, list[str]] = {}
        self.ends: dict[str, list[str]] = {}
        self.open: dict[str, list[tuple[int, str]]] = {}

    def add(self, words: str) -> None:
        self.whole.add(words)
        for index, key in ((self.starts, words[:SHORTEST_REPEAT]), (self.ends, words[-SHORTEST_REPEAT:])):
            alike = index.setdefault(key, [])
            if len(alike) < MOST_ALIKE:
                alike.append(words)

    def leave_open(self, number: int, words: str) -> None:
        """Keep a line that ends as no sentence does."""
        opened = self.open.setdefault(words[:SHORTEST_REPEAT], [])
        if len(opened) < MOST_ALIKE:
            opened.append((number, words))

    def said(self, words: str, *, cut_off: bool) -> bool:
        """Whether an earlier line says the same, or begins so where this one is cut off."""
        starts, ends = self.starts.get(words[:SHORTEST_REPEAT], ()), self.ends.get(words[-SHORTEST_REPEAT:], ())
        return (
            words in self.whole
            or (cut_off and any(earlier.startswith(words) for earlier in starts))
            or any(
                _nearly(earlier, words) and (earlier.startswith(words) or words.startswith(earlier))
                for earlier in starts
            )
            or any(_nearly(earlier, words) and (earlier.endswith(words) or words.endswith(earlier)) for earlier in ends)
        )

    def cut_by(self, words: str) -> int | None:
        """The number of an earlier line that is the start of this one and ends as no sentence does."""
        opened = self.open.get(words[:SHORTEST_REPEAT], ())
        return next((number for number, start in opened if words.startswith(start)), None)


def _nearly(a: str, b: str) -> bool:
    long = min(len(a), len(b)) >= SHORTEST_REPEATED_PROSE
    return long and min(len(a), len(b)) >= NEARLY_ALL * max(len(a), len(b))
