"""The lines a reader sees on a page: its tree in document order, cut where the browser starts a new line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from jpnews_nlp.reading.lines import normalized
from jpnews_nlp.reading.page_names import page_names

UNSEEN = page_names("unseen")
"""Elements that show no text of an article."""
_INLINE = page_names("inline")
_IMAGES = ("img", "amp-img")
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_HIDDEN = re.compile(r"(?:^|\s)(?:visually-?hidden|sr-only|screen-reader-text|vh|reference)(?:\s|$)", re.IGNORECASE)
"""Class names of what only a screen reader shows, and of the marks of footnotes."""
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_BLANKS = re.compile(r"[ \t\r\n\f\u00a0]+")
_PARAGRAPH_END = re.compile(r"(?<=[。」』）)])[ \t\r]*\n[ \t\r]*\n\s*")
"""Text that a style sheet shows with its line breaks holds paragraphs of its own."""


@dataclass(slots=True, kw_only=True)
class PageLine:
    """One line of a page.

    Attributes:
        text: What is shown, blanks of the source collapsed.
        words: The same after NFKC, for matching only.
        element: The nearest element that is not inline.
        linked: The share of its characters that stand in links.
        number: Its number on the page.
    """

    text: str
    element: Any
    linked: float
    number: int
    words: str = field(init=False)

    def __post_init__(self) -> None:
        self.words = normalized(self.text)

    @property
    def is_heading(self) -> bool:
        """Whether an element of the page calls it a heading."""
        return self.element.tag in _HEADINGS


def page_lines(tree: Any) -> list[PageLine]:
    """The lines of a page's tree, without what is not shown.

    Example:
        >>> from lxml.html import document_fromstring
        >>> tree = document_fromstring("<p>首相は<ruby>辞任<rt>じにん</rt></ruby>した。<br>後任は<a>未定</a>。<p>経緯")
        >>> [line.text for line in page_lines(tree)]
        ['首相は辞任した。', '後任は未定。', '経緯']
    """
    found: list[PageLine] = []
    pending: list[tuple[str, bool]] = []
    block = tree
    for piece, element, in_link in _pieces(tree):
        if piece is None:
            _flush(pending, block, found)
            block = element
        else:
            pending.append((piece, in_link))
    _flush(pending, block, found)
    return found


def images(element: Any) -> bool:
    """Whether there is a picture in the element."""
    return next(element.iter(*_IMAGES), None) is not None


def is_longer(element: Any, length: int) -> bool:
    """Whether there is more text in the element than this, blanks at the ends of its pieces aside."""
    found = 0
    for words in element.itertext():
        found += len(words.strip())
        if found > length:
            return True
    return False


def _pieces(tree: Any) -> Iterator[tuple[str | None, Any, bool]]:
    """Pieces of text with whether they stand in a link; None where a line ends, with the block that goes on."""
    blocks = [tree]
    links = 0
    walk = _walk(tree)
    for event, element in walk:
        tag = element.tag
        if event == "start":
            if not isinstance(tag, str) or tag in UNSEEN or _is_hidden(element):
                walk.skip_subtree()
            elif tag == "br" or tag not in _INLINE:
                if tag != "br":
                    blocks.append(element)
                yield None, blocks[-1], False
            links += tag == "a"
            if isinstance(tag, str) and tag not in UNSEEN and not _is_hidden(element) and element.text:
                yield element.text, blocks[-1], links > 0
            continue
        links -= tag == "a"
        if blocks[-1] is element and len(blocks) > 1:
            blocks.pop()
            yield None, blocks[-1], False
        if element.tail and element is not tree:
            yield element.tail, blocks[-1], links > 0


def _walk(tree: Any) -> Any:
    from lxml import etree  # noqa: PLC0415  -- only for pages

    return etree.iterwalk(tree, events=("start", "end", "comment", "pi"))


def _is_hidden(element: Any) -> bool:
    return (
        element.get("hidden") is not None
        or _HIDDEN.search(element.get("class") or "") is not None
        or _HIDDEN_STYLE.search(element.get("style") or "") is not None
    )


def _flush(pending: list[tuple[str, bool]], block: Any, found: list[PageLine]) -> None:
    if not pending:
        return
    whole = "".join(piece for piece, _ in pending)
    shown = sum(len(piece.strip()) for piece, _ in pending)
    linked = sum(len(piece.strip()) for piece, in_link in pending if in_link)
    pending.clear()
    if not shown:
        return
    for part in _PARAGRAPH_END.split(whole):
        if text := collapsed(part):
            found.append(PageLine(text=text, element=block, linked=linked / shown, number=len(found)))


def collapsed(text: str) -> str:
    r"""Text with the blanks of its source collapsed as a browser does; none where a line of Japanese was broken.

    The full-width blank stays where it stands between words, and goes at both ends.

    Example:
        >>> collapsed(" 首相が\n  会見　後任は\tA氏 ")
        '首相が会見　後任は A氏'
    """
    return _BLANKS.sub(lambda run: _blank(text, run), text).strip()


def _blank(text: str, run: re.Match[str]) -> str:
    before, after = text[run.start() - 1 : run.start()], text[run.end() : run.end() + 1]
    wide = not before.isascii() and not after.isascii()
    return "" if wide and "\n" in run[0] else " "
