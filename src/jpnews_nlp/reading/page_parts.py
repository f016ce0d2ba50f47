"""The parts of a page that are not its article: by the names its elements bear, and by the headers of lists."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from jpnews_nlp.reading.furniture import is_furniture
from jpnews_nlp.reading.list_headers import list_header
from jpnews_nlp.reading.page_lines import PageLine, is_longer
from jpnews_nlp.reading.page_names import page_names

PART_ELEMENTS = frozenset({"nav", "aside", "footer", "menu"})
PART_ROLES = frozenset({"navigation", "contentinfo", "complementary", "search", "banner", "dialog"})
PART_NAMES = page_names("part")
LAST_NAMES = page_names("part-last")
"""Words of class and id names; a name is cut at its marks and capitals first."""
BODY_NAME = re.compile(
    r"(?:^|[-_ ])(?:(?:article|entry|post|news|story|main|detail|content|contents|leaf|cms|textnote)s?[-_]{0,2}"
    r"(?:body|text|txt|honbun|contents?(?:[-_]{0,2}(?:body|text|txt))?)|honbun|kiji|mw-parser-output|body[-_]?text)"
    r"(?:[-_ ]|$)",
    re.IGNORECASE,
)
"""Names under which sites keep the text of the article alone."""

LARGEST_PART = 0.4
"""What holds more than this share of the page's prose is no part beside the article, whatever it is called."""


@dataclass(frozen=True, slots=True)
class Prose:
    """The running text below an element."""

    characters: int = 0
    lines: int = 0

    def and_of(self, characters: int, lines: int) -> Prose:
        """This and as much again."""
        return Prose(self.characters + characters, self.lines + lines)


_NONE = Prose()
TEASERS_AT_LEAST = 2
_BESIDE_TEASER = 20
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_MARKS = re.compile(r"[^a-z]+")
_CAPTION_NAME = re.compile(
    r"(?:^|[-_ ])(?:fig|photo|img|image|pict?|thumb)?[-_]{0,2}"
    r"(?:captions?|cap|captxt|phototxt)(?:[-_ ]|$)",
    re.IGNORECASE,
)


def is_part(element: Any) -> bool:
    """Whether an element calls itself a part beside the article.

    Example:
        >>> from lxml.html import fragment_fromstring
        >>> [is_part(fragment_fromstring(f'<div class="{name}">x</div>')) for name in ("relatedList", "article-body")]
        [True, False]
    """
    if element.tag in PART_ELEMENTS or element.get("role") in PART_ROLES:
        return True
    if element.tag in ("article", "main", "body", "html"):
        return False
    return any(
        PART_NAMES.intersection(words) or LAST_NAMES.intersection((words[0], words[-1])) for words in _names(element)
    )


def is_caption_place(element: Any) -> bool:
    """Whether an element says that it holds the caption of a picture."""
    for around in (element, *element.iterancestors()):
        if around.tag == "figcaption":
            return True
        if around.tag in ("body", "article", "main", "section", "figure"):
            return False
        if _CAPTION_NAME.search(_CAMEL.sub("-", around.get("class") or "")):
            return True
    return False


def named_body(element: Any) -> bool:
    """Whether an element says that it holds the text of the article."""
    if "articleBody" in (element.get("itemprop") or "") and element.tag not in ("p", "meta"):
        return True
    return any(BODY_NAME.search(_CAMEL.sub("-", element.get(name) or "")) for name in ("class", "id"))


def beside_article(tree: Any, lines: Sequence[PageLine], title: str) -> set[int]:
    """The numbers of the lines in parts that are not the article, and of single lines of furniture.

    What holds the headline as a heading is no such part.
    """
    prose = prose_of(tree, lines)
    total = prose.get(tree, _NONE).characters or 1
    parts = {element for element in tree.iter() if isinstance(element.tag, str) and is_part(element)}
    for line in lines:
        if line.text == title and line.element.tag == "h1":
            parts.difference_update(line.element.iterancestors())
    beside = {line.number for line in lines if is_furniture(line.words)}
    small: dict[Any, bool] = {}
    for line in lines:
        if any(
            small.setdefault(around, prose.get(around, _NONE).characters <= LARGEST_PART * total)
            for around in (line.element, *line.element.iterancestors())
            if around in parts
        ):
            beside.add(line.number)
    return beside | _listed(lines, prose, total) | _teasers(lines)


def is_prose(line: PageLine) -> bool:
    """Whether a line is running text that is no link."""
    return line.linked < 0.6 and len(line.words) >= 12 and "。" in line.words and not is_furniture(line.words)


def prose_of(tree: Any, lines: Sequence[PageLine], without: set[int] | None = None) -> dict[Any, Prose]:
    """How much running text each element holds; elements that hold none are left out."""
    found: dict[Any, Prose] = {}
    for line in lines:
        if is_prose(line) and not (without and line.number in without):
            found[line.element] = found.get(line.element, _NONE).and_of(len(line.words), 1)
    for element in reversed(list(tree.iter())):
        if element in found and element is not tree and (above := element.getparent()) is not None:
            below = found[element]
            found[above] = found.get(above, _NONE).and_of(below.characters, below.lines)
    return found


def _listed(lines: Sequence[PageLine], prose: dict[Any, Prose], total: int) -> set[int]:
    """The lines under the headers of lists of other articles: its part, or up to the next prose."""
    found: set[int] = set()
    for position, line in enumerate(lines):
        if line.number in found or list_header(line.words) is None:
            continue
        part = _part_of(line, prose, total)
        for other in lines[position:]:
            inside = part is not None and _holds(part, other.element)
            if not inside and (part is not None or (other is not line and (is_prose(other) or other.is_heading))):
                break
            found.add(other.number)
    return found


def _teasers(lines: Sequence[PageLine]) -> set[int]:
    """Several times a link and its own line of running text in a box: teasers of other articles."""
    pairs = [
        (link.number, line.number)
        for link, line in itertools.pairwise(lines)
        if link.linked > 0.9 and is_prose(line) and _share_a_box(link, line)
    ]
    return {number for pair in pairs for number in pair} if len(pairs) >= TEASERS_AT_LEAST else set()


def _share_a_box(link: PageLine, line: PageLine) -> bool:
    around = {link.element, *itertools.islice(link.element.iterancestors(), 2)}
    box = next((e for e in (line.element, *itertools.islice(line.element.iterancestors(), 2)) if e in around), None)
    return box is not None and not is_longer(box, len(link.text) + len(line.text) + _BESIDE_TEASER)


def _part_of(line: PageLine, prose: dict[Any, Prose], total: int) -> Any:
    """The largest element that the header opens and that is small beside the article."""
    part = None
    for around in (line.element, *line.element.iterancestors()):
        if prose.get(around, _NONE).characters > LARGEST_PART * total or around.tag in (
            "body",
            "html",
            "main",
            "article",
        ):
            break
        above = around.getparent()
        if above is None or _first_text(above) != _first_text(around):
            part = around
            break
        part = around
    return part if part is not None and part is not line.element else None


def _first_text(element: Any) -> Any:
    return next((node for node in element.iter() if node.text and node.text.strip()), None)


def _holds(part: Any, element: Any) -> bool:
    return element is part or any(around is part for around in element.iterancestors())


def _names(element: Any) -> Iterator[tuple[str, ...]]:
    for attribute in ("class", "id"):
        for name in (element.get(attribute) or "").split():
            cut = _CAMEL.sub("-", name).lower()
            yield (cut, *filter(None, _MARKS.split(cut)))
