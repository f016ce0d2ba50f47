"""Lists of other articles, comments, author boxes: from their header to where the article evidently goes on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from jpnews_nlp.reading.lines import Line
from jpnews_nlp.reading.list_headers import ListHeader, list_header

_CUT_OFF = re.compile(r".{8,}(?:\.\.\.|‥)[\])]?")
_PROFILE = re.compile(
    r"生まれ|生れ|出身|卒業|大卒|記者。|ライター|専門は|専門家|担当|著書|所属|入社|執筆|在住|研究し|活動|歴任|編集部"
)
_TEASERS_AT_LEAST = 3


def find_lists(lines: Sequence[Line]) -> frozenset[int]:
    """The numbers of the lines that stand in a part of the page that is not the article, headers included.

    Before most of the article such a part is inserted, and the first line of prose ends it. After most of the article
    it ends only where several lines of prose follow each other, as its header says: teasers are prose, too.
    """
    found: set[int] = set()
    prose = [len(line.words) if line.is_prose else 0 for line in lines]
    before, after, number = 0, sum(prose), 0
    while number < len(lines):
        header = None if lines[number].is_title else list_header(lines[number].words)
        end = number + 1
        if header is not None:
            end = _end_of_part(lines, number, _restart(header, before, after))
            found.update(range(number, end))
        else:
            before += prose[number]
        after -= sum(prose[number:end])
        number = end
    return frozenset(found | _teasers(lines, found))


def _restart(header: ListHeader, before: int, after: int) -> ListHeader:
    """The header, with how many lines of prose end its part among so much prose before and after it."""
    if header.restart is None and before * 4 > after:
        return header
    return replace(header, restart=header.restart if header.restart is not None and before > after else 1)


def _end_of_part(lines: Sequence[Line], start: int, header: ListHeader) -> int:
    """The number of the first line after the part that the header at `start` opens."""
    needed = header.restart
    if needed is None:
        return len(lines)
    run = 0
    for number in range(start + 1, len(lines)):
        line = lines[number]
        if header.name == "author" and _PROFILE.search(line.words):
            continue
        run = run + 1 if line.is_prose else 0
        if run == needed:
            first = number - needed + 1
            return _with_heading(lines, first, start)
    return len(lines)


def _with_heading(lines: Sequence[Line], first: int, start: int) -> int:
    """Where the article goes on: with the section heading right above its first line, when a list stands between."""
    above = lines[first - 1]
    alone = above.paragraph != lines[first - 2].paragraph if first - 2 > start else False
    return first - 1 if alone and not above.is_list_item and list_header(above.words) is None else first


def _teasers(lines: Sequence[Line], taken: set[int]) -> set[int]:
    """Several lines cut off with …, after all prose: the list of other articles has no header."""
    prose = [number for number, line in enumerate(lines) if line.is_prose and number not in taken]
    tail = [number for number in range(prose[-1] + 1 if prose else 0, len(lines)) if number not in taken]
    cut = [number for number in tail if _CUT_OFF.fullmatch(lines[number].words) and not lines[number].is_title]
    return set(range(_title_above(lines, cut[0]), len(lines))) if prose and len(cut) >= _TEASERS_AT_LEAST else set()


def _title_above(lines: Sequence[Line], number: int) -> int:
    above = lines[number - 1] if number else None
    return number if above is None or above.is_prose or lines[number].is_list_item else number - 1
