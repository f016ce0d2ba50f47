"""The lines of an article as spans: what every rule of this room is asked about."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from jpnews_nlp.model.article import Article
from jpnews_nlp.model.span import Span

WRAP_SLACK = 3
"""Lines that are broken by width differ by a few characters, because no line starts with 、 or 。."""
WRAP_WIDTHS = range(20, 81)
DEEPEST_QUOTATION = 4

_LINE = re.compile(r"[^\r\n]+")
_SENTENCE_END = ("。", "．", "！", "？", "!", "?", "…", "：", ":")
_LIST_MARK = re.compile(r"\s*(?:[・●○■□◆◇▼▽▲△✅☑✔✓💡※＊*>＞－\-]|\d{1,2}\s*[.．、)）])")
_SENTENCE = re.compile(r"[^。！？!?]*[。！？!?]+[」』）)”〟]*|[^。！？!?]+")
_OPENS, _CLOSES = re.compile("[「『“]"), re.compile("[」』”]")
_QUOTED = re.compile(r"「[^「」]*」|『[^『』]*』|“[^“”]*”|〝[^〝〟]*〟")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line(Span):
    """A line of the page without the blanks around it; lines that were broken by width are one.

    Attributes:
        words: What the line says, compatibility-normalized (NFKC) and without line breaks: for matching only.
        paragraph: The number of its paragraph; a blank line starts a new one.
        is_title: Whether it belongs to the article's `title`.
    """

    words: str
    paragraph: int
    is_title: bool = False

    @property
    def is_prose(self) -> bool:
        """Whether it is running text: ends as a sentence does, is no list item and is not cut off with ….

        Example:
            >>> Line(start=0, end=20, words="首相は15日、羽田空港を出発しました。", paragraph=0).is_prose
            True
            >>> Line(start=0, end=20, words="1. 首相が羽田空港を出発した理由とは", paragraph=0).is_prose
            False
        """
        return (
            len(self.words) >= 6
            and "。" in self.words
            and not self.words.endswith(("...", "‥", "続きを読む"))
            and not _LIST_MARK.match(self.words)
        )

    @property
    def is_list_item(self) -> bool:
        """Whether it starts with a bullet or a number."""
        return _LIST_MARK.match(self.words) is not None


def normalized(words: str) -> str:
    """NFKC on one line, for matching only: full-width digits and Latin letters, （）, ： and … become ASCII."""
    return unicodedata.normalize("NFKC", words.replace("\n", "").replace("\r", "")).strip()


def lines_of(article: Article) -> tuple[Line, ...]:
    r"""The lines of the article that are not blank, in order.

    Example:
        >>> article = Article(id="a", title="首相が会見", body="　本文。\n\n次。")
        >>> [(line.start, line.end, line.paragraph) for line in lines_of(article)]
        [(0, 5, 0), (7, 10, 1), (12, 14, 2)]
    """
    text = article.text
    found: list[tuple[int, int, int]] = []
    paragraph, last_end = 0, 0
    for match in _LINE.finditer(text):
        start, end = trimmed(text, match.start(), match.end())
        if start == end:
            continue
        breaks = text.count("\n", last_end, start) or text.count("\r", last_end, start)
        paragraph += bool(found) and (breaks > 1 or last_end <= len(article.title) < start)
        found.append((start, end, paragraph))
        last_end = end
    return tuple(
        Line(
            start=start,
            end=end,
            words=normalized(text[start:end]),
            paragraph=number,
            is_title=end <= len(article.title),
        )
        for start, end, number in _unwrapped(text, found, len(article.title))
    )


def sentences_of(text: str, span: Span) -> tuple[Span, ...]:
    """The sentences of a line: cut after 。！？ outside of quotation marks; they tile the line but for blanks.

    Example:
        >>> text = "「行く。」と述べた。帰国は未定。"
        >>> [s.of(text) for s in sentences_of(text, Span(start=0, end=len(text)))]
        ['「行く。」と述べた。', '帰国は未定。']
    """
    # Quotations are blanked with a letter that ends no sentence, so that positions stay.
    masked = text[span.start : span.end]
    for _ in range(DEEPEST_QUOTATION):
        masked = _QUOTED.sub(lambda quote: "＿" * len(quote[0]), masked)
    sentences = []
    for match in _SENTENCE.finditer(masked):
        start, end = trimmed(text, span.start + match.start(), span.start + match.end())
        if start < end:
            sentences.append(Span(start=start, end=end))
    return tuple(sentences)


def unquoted(words: str) -> str:
    """`words` with what stands in quotation marks taken out: what the author says himself."""
    for _ in range(DEEPEST_QUOTATION):
        words = _QUOTED.sub("＿", words)
    # A quotation may begin or end in another sentence.
    closed = max((match.end() for match in _CLOSES.finditer(words)), default=0)
    if begun := _OPENS.search(words, closed):
        words = words[: begun.start()] + "＿"
    first = _OPENS.search(words)
    ended = max(
        (match.end() for match in _CLOSES.finditer(words, 0, first.start() if first else len(words))), default=0
    )
    return "＿" + words[ended:] if ended else words


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch without the blanks at its ends."""
    stretch = text[start:end]
    if stretch.isspace() or not stretch:
        return end, end
    return start + len(stretch) - len(stretch.lstrip()), end - len(stretch) + len(stretch.rstrip())


def _unwrapped(text: str, found: list[tuple[int, int, int]], title_end: int) -> list[tuple[int, int, int]]:
    """Lines that were broken by width joined again; other lines as they are."""
    width = _wrap_width([end - start for start, end, _ in found if end > title_end])
    joined: list[tuple[int, int, int]] = []
    open_line = False
    for start, end, paragraph in found:
        continues = open_line and joined[-1][2] == paragraph and not _LIST_MARK.match(text, start, end)
        open_line = (
            width is not None
            and end > title_end
            and end - start >= width - WRAP_SLACK
            and not text[start:end].endswith(_SENTENCE_END)
        )
        if continues:
            joined[-1] = (joined[-1][0], end, paragraph)
        else:
            joined.append((start, end, paragraph))
    return joined


def _wrap_width(lengths: list[int]) -> int | None:
    """The width a text was broken at: when many lines are about as long as the longest, and that is not long."""
    width = max(lengths, default=0)
    full = sum(length >= width - WRAP_SLACK for length in lengths)
    return width if width in WRAP_WIDTHS and full >= 2 and full * 10 >= len(lengths) * 3 else None
