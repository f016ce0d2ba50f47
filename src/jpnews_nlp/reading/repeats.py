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

_BLANKS = re.compile(r"\s+")
_CUT_OFF = re.compile(r"(?:\.\.\.|‥)+[\])]?(?:続きを読む)?$")


def find_repeats(_text: str, lines: Sequence[Line], roles: Mapping[int, Role]) -> dict[int, Role]:
    """Furniture: lines with the words of an earlier content line, also when cut off with …; the first stays."""
    titles = {
        _BLANKS.sub("", said) for line in lines if line.is_title for said in (line.words, without_site(line.words))
    }
    seen: list[str] = []
    known: set[str] = set()
    found: dict[int, Role] = {}
    for number, line in enumerate(lines):
        words = _BLANKS.sub("", line.words)
        if words in titles and not line.is_title:
            found[number] = "furniture"
            continue
        stem = _CUT_OFF.sub("", words)
        shortest = SHORTEST_REPEATED_PROSE if line.is_prose else SHORTEST_REPEAT
        if len(stem) < shortest or roles.get(number, "body") == "furniture":
            continue
        cut_off = len(stem) < len(words) and any(earlier.startswith(stem) for earlier in seen)
        if words in known or cut_off:
            found[number] = "furniture"
        else:
            seen.append(words)
            known.add(words)
    return found
