"""The headline of a page that has no separate title, and the headings between its sections."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from jpnews_nlp.model.article import Role
from jpnews_nlp.reading.lines import Line

LONGEST_HEADLINE = 120
LONGEST_HEADING = 45
LONGEST_LABEL = 30
"""A line above the headline that is no longer than this is the name of the site or of a category."""

_SENTENCE_END = re.compile(r"[。．.]$|[、,:]$|です$|ます$|した$")
_DAY = re.compile(r"\d{4}\s?[年/.-]\s?\d{1,2}\s?[月/.-]\s?\d{1,2}")
_SITE_TAIL = re.compile(r"\s+[-–—]\s+[^-–—]{1,30}$|\s*[|｜][^|｜]{1,40}$")
_HEADING_MARK = re.compile(r"^[■◆●▼▽◇□○★☆▶【#＃〈<《]")
_WIRE_CREDIT = re.compile(r"[\[(【=][^\[\]()【】。]{1,20}[\])】]?")
_SIGNATURE = re.compile(r"[【\[][^\[\]【】。\d]{2,20}[】\]]")
_OUTLET = re.compile(
    r"[^\s。、「」]{1,12}(?:新聞社?|日報|新報|通信社?|放送局?|テレビ|タイムズ|タイムス|ニュース|デジタル|オンライン|Web|WEB)"
)
_QUANTITY_ROW = re.compile(r".*(?::|=|\t)\s*[\d,.]+.*|.*震度\d.*")


def find_headline(_text: str, lines: Sequence[Line], roles: Mapping[int, Role]) -> dict[int, Role]:
    """The longest of the lines above the first prose; short lines above it are names of the site or a category."""
    if any(line.is_title for line in lines):
        return {}
    above = _above_prose(lines, roles)
    if not above:
        return {}
    best = max(above, key=lambda number: (len(without_site(lines[number].words)), -number))
    found: dict[int, Role] = {best: "headline"}
    bare = without_site(lines[best].words)
    for number in above:
        words = lines[number].words
        label = (number < best and len(words) <= LONGEST_LABEL) or (number > best and _OUTLET.fullmatch(words))
        if number != best and (without_site(words) == bare or label):
            found[number] = "furniture"
    return found


def find_signatures(_text: str, lines: Sequence[Line], roles: Mapping[int, Role]) -> dict[int, Role]:
    """Names in brackets below the last prose: who wrote it. Above it, such a line may head a section."""
    prose = [number for number, line in enumerate(lines) if line.is_prose and number not in roles]
    below = range(prose[-1] + 1 if prose else len(lines), len(lines))
    return {number: "furniture" for number in below if _SIGNATURE.fullmatch(lines[number].words)}


def find_headings(_text: str, lines: Sequence[Line], roles: Mapping[int, Role]) -> dict[int, Role]:
    """Short lines that end as no sentence does and stand above running text, a caption or another heading."""
    found: dict[int, Role] = {}
    following: str | None = None
    open_lines = [number for number in range(len(lines)) if roles.get(number) != "furniture"]
    for position in range(len(open_lines) - 1, -1, -1):
        number = open_lines[position]
        line = lines[number]
        role = roles.get(number)
        if role is None:
            leads = following in ("prose", "heading", "caption", "cited")
            if leads and _may_head(line) and not _in_list(lines, number):
                found[number] = role = "heading"
        following = role or ("prose" if line.is_prose else None)
    return found


def _above_prose(lines: Sequence[Line], roles: Mapping[int, Role]) -> list[int]:
    """The lines before the first running text that may be the headline."""
    above = []
    for number, line in enumerate(lines):
        ends = _SENTENCE_END.search(line.words) and not _stands_above_the_date(lines, number, roles)
        if line.is_prose or ends or roles.get(number) == "cited":
            break
        if number not in roles and not line.is_list_item and len(line.words) <= LONGEST_HEADLINE:
            above.append(number)
        elif number not in roles:
            break
    return above


def _stands_above_the_date(lines: Sequence[Line], number: int, roles: Mapping[int, Role]) -> bool:
    """Whether a line is followed by the line with the date, as a headline is that a blog words as a sentence."""
    line, after = lines[number], lines[number + 1 : number + 2]
    polite = line.words.endswith(("です", "ます", "した")) and "。" not in line.words
    dated = bool(after) and roles.get(number + 1) == "furniture" and _DAY.search(after[0].words) is not None
    return polite and dated and len(line.words) <= LONGEST_HEADLINE


def without_site(words: str) -> str:
    """A headline as the browser's tab shows it, `首相が辞任 | 東都新聞`, without the name of the site."""
    return _SITE_TAIL.sub("", words)


def _may_head(line: Line) -> bool:
    words = line.words
    if len(words) > LONGEST_HEADING or "。" in words or _SENTENCE_END.search(words) or _WIRE_CREDIT.fullmatch(words):
        return False
    if _QUANTITY_ROW.fullmatch(words):
        return False
    return _HEADING_MARK.match(words) is not None or not line.is_list_item or words[0].isdigit()


def _in_list(lines: Sequence[Line], number: int) -> bool:
    """Whether a marked line stands next to another with the same mark: bulleted facts are body, not headings."""
    mark = lines[number].words[0]
    beside = (*lines[max(0, number - 1) : number], *lines[number + 1 : number + 2])
    return lines[number].is_list_item and any(line.words[:1] == mark for line in beside)
