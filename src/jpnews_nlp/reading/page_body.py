"""The text of the article among the lines of its page, each line with its role where the markup gives one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from jpnews_nlp.reading.captions import is_caption
from jpnews_nlp.reading.list_headers import list_header
from jpnews_nlp.reading.page_lines import PageLine, collapsed, images, is_longer
from jpnews_nlp.reading.page_parts import Prose, beside_article, is_caption_place, is_prose, named_body, prose_of

MarkedRole = Literal["body", "heading", "caption", "cited", "furniture"]

HOLDS_THE_BODY = 0.8
"""An element holds the body when it has this share of the prose; a smaller one would lose some."""
NAMED_BODY = 0.5
"""This share is enough for an element whose name says that it is the body."""
MOSTLY_LINK = 0.6
SHORTEST_LEAD = 40
"""Running text between the headline and the body is the lead when it is this long; a shorter line is a note."""

_PAYWALL = re.compile(
    r"残り ?[:約]?\d[\d,]*(?:文字|字)|ここから先は|(?:この|本)(?:記事|コンテンツ)(?:は|の続きは)、?(?:有料|会員)|"
    r"(?:続き|全文)[^。]{0,12}(?:会員|登録|購読|ログイン)|ログインして(?:続き|全文)"
)
_HOST = re.compile(r"https?://(?P<name>[A-Za-z0-9.-]+)")
_POST = re.compile(r"[—–] ?(?P<name>[^()（）—–]{1,40}[(（]@\w+[)）])")
_DIGITS = re.compile(r"\d+")
_HEADING_TAGS = ("strong", "b")
_BESIDE_CAPTION = 30
"""So much may stand beside a caption: 写真を拡大する."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyLine:
    """A line of the article as its page marks it up; `source` says whom a `cited` line cites."""

    text: str
    role: MarkedRole
    source: str | None = None


def body_lines(tree: Any, lines: Sequence[PageLine], title: str) -> tuple[BodyLine, ...]:
    """The lines of the article in order: paragraphs, headings, list items, captions; none where there is no prose."""
    beside = beside_article(tree, lines, title)
    prose = prose_of(tree, lines, beside)
    if not prose:
        return ()
    holder = _holder(tree, prose)
    inside = [line for line in lines if _within(line.element, holder)]
    if not inside:
        return ()
    after_title = _after_title(lines, title, inside)
    chosen = [line for line in lines if after_title <= line.number < inside[0].number and _is_lead(line)]
    chosen += [line for line in inside if line.number >= after_title]
    walls = [line.number for line in lines if _PAYWALL.search(line.words) and not is_prose(line)]
    return _trimmed(_before_another_part([line for line in chosen if line.number not in beside], walls), title)


def _holder(tree: Any, prose: dict[Any, Prose]) -> Any:
    """The smallest element that holds the body."""
    total = prose[tree].characters
    named = (e for e in tree.iter() if e in prose and prose[e].characters >= NAMED_BODY * total and named_body(e))
    element = next(named, tree)
    while True:
        best = max(
            (child for child in element if child in prose), key=lambda child: prose[child].characters, default=None
        )
        if best is None or prose[best].lines < 2 or prose[best].characters < HOLDS_THE_BODY * prose[element].characters:
            return element
        element = best


def _within(element: Any, holder: Any) -> bool:
    return element is holder or any(around is holder for around in element.iterancestors())


def _after_title(lines: Sequence[PageLine], title: str, inside: Sequence[PageLine]) -> int:
    """The number of the line after the headline, where it stands above the end of the body."""
    first_prose = next((line.number for line in inside if is_prose(line)), 0)
    above = [line.number for line in lines if line.text == title and line.number <= first_prose]
    return above[-1] + 1 if above else 0


def _before_another_part(chosen: Sequence[PageLine], walls: Sequence[int]) -> Sequence[PageLine]:
    """The lines up to where another part of the page begins: below the last paragraph of the kind that most are.

    It begins at a label of its own, or at the notice that the rest is for subscribers (`walls`).
    """
    characters: dict[tuple[str, ...], int] = {}
    for line in chosen:
        if is_prose(line):
            characters[_kind(line)] = characters.get(_kind(line), 0) + len(line.words)
    if not characters:
        return chosen
    most = max(characters, key=lambda kind: characters[kind])
    chosen = _before_wall(chosen, walls, most)
    parents = {line.element.getparent() for line in chosen if is_prose(line) and _kind(line) == most}
    alike = [n for n, line in enumerate(chosen) if is_prose(line) and _is_alike(line, most, parents)]
    for position in range(alike[-1] + 1 if alike else 0, len(chosen)):
        line = chosen[position]
        if not is_prose(line) and line.element.getparent() not in parents and _role(line, between=True) != "caption":
            return chosen[:position]
    return chosen


def _before_wall(chosen: Sequence[PageLine], walls: Sequence[int], most: tuple[str, ...]) -> Sequence[PageLine]:
    """The lines up to the first notice below which no paragraph stands beside one above it."""
    for wall in walls:
        above = [line for line in chosen if line.number < wall]
        parents = {line.element.getparent() for line in above if is_prose(line) and _kind(line) == most}
        if parents and not any(
            is_prose(line) and line.number > wall and line.element.getparent() in parents for line in chosen
        ):
            return above
    return chosen


def _is_alike(line: PageLine, most: tuple[str, ...], parents: set[Any]) -> bool:
    return _kind(line) == most or line.element.getparent() in parents


def _kind(line: PageLine) -> tuple[str, ...]:
    """What the element of a line and those around it are called, numbers aside."""
    around = [line.element, *line.element.iterancestors()][:3]
    return tuple(f"{element.tag} {_DIGITS.sub('', element.get('class') or '')}" for element in around)


def _is_lead(line: PageLine) -> bool:
    return is_prose(line) and len(line.words) >= SHORTEST_LEAD


def _trimmed(lines: Sequence[PageLine], title: str) -> tuple[BodyLine, ...]:
    prose = [position for position, line in enumerate(lines) if is_prose(line)]
    if not prose:
        return ()
    found = []
    sources: dict[Any, str | None] = {}
    for position, line in enumerate(lines):
        if line.text == title:
            continue
        role = _role(line, between=prose[0] < position < prose[-1])
        outside = not prose[0] <= position <= prose[-1]
        if role is None or (outside and role == "heading") or (outside and role == "body" and not _ends_text(line)):
            continue
        quotation = next((e for e in (line.element, *line.element.iterancestors()) if e.tag == "blockquote"), None)
        if quotation is not None and quotation not in sources:
            sources[quotation] = _cited(quotation)
        source = sources.get(quotation)
        found.append(BodyLine(text=line.text, role="cited" if source else role, source=source))
    return tuple(found)


def _role(line: PageLine, *, between: bool) -> MarkedRole | None:
    """What the line is; None for what stands around pictures, for links alone, and for labels outside of the text."""
    if is_caption_place(line.element) or is_caption(line.words):
        return "caption"
    if (box := _picture_box(line)) is not None:
        has_caption = next(box.iter("figcaption"), None) is not None
        return None if has_caption or line.linked > MOSTLY_LINK else "caption"
    if is_prose(line):
        return "body"
    if line.linked > MOSTLY_LINK or list_header(line.words):
        return None
    if line.is_heading or _is_bold(line):
        return "heading" if between else None
    return "body"


def _picture_box(line: PageLine) -> Any:
    """The small element with a picture that the line stands in."""
    if line.is_heading or ("。" in line.words and len(line.words) > 80):
        return None
    for around in (line.element, *line.element.iterancestors()):
        if around.tag == "figure":
            return around
        is_wide = around.tag in ("body", "article", "main", "section")
        if is_wide or is_longer(around, len(line.text) + _BESIDE_CAPTION):
            return None
        if images(around):
            return around
    return None


def _is_bold(line: PageLine) -> bool:
    """Whether the whole line is bold, as headings without an element of their own are."""
    if len(line.element) > 2:
        return False
    inner = [child for child in line.element if isinstance(child.tag, str) and child.tag != "br"]
    return (
        len(inner) == 1
        and inner[0].tag in _HEADING_TAGS
        and not (line.element.text or "").strip()
        and not (inner[0].tail or "").strip()
        and "。" not in line.words
    )


def _ends_text(line: PageLine) -> bool:
    """A name or credit in brackets that opens or closes the text."""
    return re.fullmatch(r"[(（【\[［][^()（）。]{1,30}[)）】\]］]", line.text) is not None


def _cited(quotation: Any) -> str | None:
    """Whom a blockquote cites: its cite element, the account of a post, the host of its address."""
    for cite in quotation.iter("cite"):
        if words := collapsed("".join(cite.itertext())):
            return words
    if post := _POST.search(collapsed("".join(quotation.itertext()))):
        return post["name"]
    host = _HOST.match(quotation.get("cite") or "")
    return host["name"].removeprefix("www.") if host else None
