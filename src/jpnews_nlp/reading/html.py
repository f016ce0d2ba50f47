"""HTML pages to articles. Nothing is fetched, nothing executed.

```
page ─ page_lines ────▶ the lines a reader sees
     ─ page_metadata ─▶ title, outlet, author, address, stated date
     ─ page_parts ────▶ which lines stand beside the article
     ─ page_body ─────▶ the article's lines, captions and headings by their markup
     ─ blocks.divide ─▶ the article with its blocks
```
trafilatura is asked, too, and its text is taken where it finds another, longer one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from jpnews_nlp.errors import ArticleError
from jpnews_nlp.model.article import Article, Block
from jpnews_nlp.model.span import Span, within
from jpnews_nlp.reading.blocks import divide
from jpnews_nlp.reading.cited import find_credit
from jpnews_nlp.reading.decode import decode
from jpnews_nlp.reading.page_body import BodyLine, body_lines
from jpnews_nlp.reading.page_lines import PageLine, collapsed, page_lines
from jpnews_nlp.reading.page_metadata import Metadata, address_day, has_time, read_metadata
from jpnews_nlp.reading.page_parts import beside_article
from jpnews_nlp.reading.published import PrintedDate, dates_in, printed_dates

_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]+)", re.IGNORECASE)
_HEAD_BYTES = 4096
_XML_HEAD = re.compile(r"^\s*<\?xml[^>]*\?>")
BREAK = "\n\n"
LONGEST_DATE_LINE = 80
MOST_ATTRIBUTES = 5_000
"""The parser compares the attributes of a tag with each other."""
_LONG_TAG = re.compile(r"<[A-Za-z][^<>]{10000,}")
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
MOST_TAGS = 30_000
"""Of larger pages trafilatura is not asked."""
AGREEMENT = 0.3
"""Where trafilatura finds another text, with less than this share of ours in it, the longer one is the article."""
SHOWN_AT_LEAST = 0.5
"""A page that shows less than this share of the text it states for machines is a shell that a script fills."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page as it was read: its article, and what an article has no field for.

    Attributes:
        article: Its spans are into the text taken from the page.
        html: The raw page, decoded.
        author: Who wrote it, as the page says.
        date_from: Where the publication date was found: a meta element, JSON-LD, a time element, the printed `text`,
            the `address`. None when the page gives no date.
        date_span: Where the article's text prints the date, when that is where it was found.
    """

    article: Article
    html: str
    author: str | None = None
    date_from: str | None = None
    date_span: Span | None = None


def read_html(data: bytes | str, *, article_id: str, name: str | None = None) -> Article:
    """The article of a page: its title, main text, outlet, address and publication date, as the page gives them.

    Args:
        data: The page; bytes are decoded by what the page declares, else like any text.
        article_id: The id of the article.
        name: What to call the page in an error; the id by default.

    Raises:
        ArticleError: When the page holds no text of an article.
    """
    return parse_page(data, article_id=article_id, name=name).article


def parse_page(data: bytes | str, *, article_id: str, name: str | None = None) -> Page:
    """As `read_html`, with the raw page, the author and the evidence of the date."""
    called = name or article_id
    raw = data if isinstance(data, str) else decode(data, name=called, declared=_declared(data))
    tree = _tree(raw, called)
    lines = page_lines(tree)
    metadata = read_metadata(tree, lines)
    body = body_lines(tree, lines, metadata.title)
    extracted = _extracted(raw, tree, lines, metadata.title)
    if _size(extracted) > _size(body) and not _agree(body, extracted):
        body = extracted
    if len(metadata.body) * SHOWN_AT_LEAST > _size(body):
        body = tuple(BodyLine(text=words, role="body") for words in _paragraphs(metadata.body))
    if not any(line.role == "body" for line in body):
        raise ArticleError(f"{called}: the page holds no text of an article; give the saved page of one article")
    return _page(raw, article_id, metadata, body, lines)


def _page(raw: str, article_id: str, metadata: Metadata, body: Sequence[BodyLine], lines: Sequence[PageLine]) -> Page:
    stated = metadata.published
    moment, place = (stated.moment, stated.place) if stated else (None, None)
    dated = None if moment and has_time(moment) else _printed(lines, metadata.title, body)
    if dated and moment and dated[1].moment.date() != moment.date():
        dated = None
    if dated:
        moment, place = dated[1].moment, "text"
        body = (BodyLine(text=dated[0].text, role="furniture"), *(line for line in body if line.text != dated[0].text))
    elif moment is None and (day := address_day(metadata.url)):
        moment, place = day.moment, day.place
    article, span = _article(article_id, metadata, body, moment), None
    if dated:
        at = article.text.index(dated[0].text, len(article.title))
        span = Span(start=at + dated[1].start, end=at + dated[1].end)
    elif moment is None:
        moment = article.published
        place = "text" if moment else None
    return Page(article=article, html=raw, author=metadata.author, date_from=place, date_span=span)


def _article(article_id: str, metadata: Metadata, body: Sequence[BodyLine], published: datetime | None) -> Article:
    whole = _joined(article_id, metadata, body, published)
    divided = divide(whole, marked=_marked(whole, body))
    kept = tuple(line for line, span in zip(body, _spans(whole, body), strict=True) if _is_needed(line, span, divided))
    if len(kept) == len(body):
        return divided
    article = _joined(article_id, metadata, kept, published)
    return divide(article, marked=_marked(article, kept))


def _is_needed(line: BodyLine, span: Span, divided: Article) -> bool:
    """Whether a line says something, or is what the page is cited and dated by."""
    plain = line.role == "body" and all(block.role == "furniture" for block in within(divided.blocks, span))
    return not plain or find_credit(divided.text, span) is not None or bool(printed_dates(divided.text, span))


def _joined(article_id: str, metadata: Metadata, body: Sequence[BodyLine], published: datetime | None) -> Article:
    return Article(
        id=article_id,
        title=metadata.title,
        body=BREAK.join(line.text for line in body),
        outlet=metadata.outlet,
        published=published,
        url=metadata.url,
    )


def _spans(article: Article, body: Sequence[BodyLine]) -> Iterator[Span]:
    position = len(article.text) - len(article.body)
    for line in body:
        yield Span(start=position, end=position + len(line.text))
        position += len(line.text) + len(BREAK)


def _marked(article: Article, body: Sequence[BodyLine]) -> tuple[Block, ...]:
    """The blocks whose roles the markup gives."""
    return tuple(
        Block(start=span.start, end=span.end, role=line.role, source=line.source)
        for line, span in zip(body, _spans(article, body), strict=True)
        if line.role != "body"
    )


def _printed(lines: Sequence[PageLine], title: str, body: Sequence[BodyLine]) -> tuple[PageLine, PrintedDate] | None:
    """The date that a line beside the article prints, of its first publication if it says so."""
    first = next((line.text for line in body if line.role == "body"), "")
    last = next((line.text for line in reversed(body) if line.role == "body"), "")
    start = next((line.number for line in lines if line.text == title), 0)
    end = next((line.number for line in lines if line.text == first and line.number >= start), len(lines))
    after = next((line.number for line in reversed(lines) if line.text == last), end)
    header = [line for line in lines[start:end] if "。" not in line.words and len(line.text) <= LONGEST_DATE_LINE]
    above, below = lines[max(0, start - 6) : start][::-1], lines[after + 1 : after + 4]
    # Above the headline a page may show the clock of the day on which it was opened.
    for read, among in ((printed_dates, header), (dates_in, header), (printed_dates, (*above, *below))):
        dated = [(line, date) for line in among for date in read(line.text, Span(start=0, end=len(line.text)))]
        for cue in ("published", "bare", "updated"):
            if found := next((pair for pair in dated if pair[1].cue == cue), None):
                return found
    return None


def _tree(raw: str, called: str) -> Any:
    from lxml import etree  # noqa: PLC0415  -- only for pages
    from lxml.html import document_fromstring  # noqa: PLC0415

    for tag in _LONG_TAG.finditer(raw):
        if len(_QUOTED.sub("", tag[0]).split()) > MOST_ATTRIBUTES:
            line = raw.count("\n", 0, tag.start()) + 1
            raise ArticleError(
                f"{called}: line {line}: a tag with thousands of attributes; this is no page of an article"
            )
    try:
        return document_fromstring(_XML_HEAD.sub("", raw).replace("\x00", ""))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise ArticleError(f"{called}: no HTML page was found in it; give a saved page, or the text as .txt") from error


def _extracted(raw: str, tree: Any, lines: Sequence[PageLine], title: str) -> tuple[BodyLine, ...]:
    """The running text that trafilatura finds, without what stands in parts beside the article."""
    if raw.count("<") > MOST_TAGS:
        return ()  # its time grows faster than the page
    from trafilatura import bare_extraction  # noqa: PLC0415  -- heavy, and only for pages

    # The library still names a dict as a second result, which it stopped to give.
    found: Any = bare_extraction(raw, with_metadata=False, include_comments=False, include_tables=True)
    if found is None or found.body is None:
        return ()
    beside = beside_article(tree, lines, title)
    known = {line.text: line.number not in beside for line in lines}
    texts = [words for element in found.body.iter("head", "p", "item", "row") for words in _own_lines(element)]
    return tuple(BodyLine(text=words, role="body") for words in texts if known.get(words, "。" in words))


def _own_lines(element: Any) -> list[str]:
    if any(parent.tag in ("p", "item", "head", "row") for parent in element.iterancestors()):
        return []
    return [words for part in "".join(element.itertext()).splitlines() if (words := collapsed(part))]


def _agree(body: Sequence[BodyLine], extracted: Sequence[BodyLine]) -> bool:
    texts = "\n".join(line.text for line in extracted)
    common = sum(len(line.text) for line in body if line.role == "body" and line.text in texts)
    return common >= AGREEMENT * _size(body) > 0


def _size(body: Sequence[BodyLine]) -> int:
    return sum(len(line.text) for line in body if line.role == "body")


def _paragraphs(text: str) -> list[str]:
    return [words for part in text.splitlines() if (words := part.strip())]


def _declared(data: bytes) -> str | None:
    match = _CHARSET.search(data[:_HEAD_BYTES])
    return match[1].decode("ascii").lower() if match else None
