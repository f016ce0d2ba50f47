"""HTML pages to articles, with trafilatura. Nothing is fetched."""

from __future__ import annotations

import json
import re
from datetime import datetime
from typing import Any

from jpnews_nlp.errors import ArticleError
from jpnews_nlp.model.article import Article
from jpnews_nlp.reading.decode import decode
from jpnews_nlp.reading.published import YEARS, iso_moment

_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]+)", re.IGNORECASE)
_HEAD_BYTES = 4096
_PUBLISHED_META = (
    "//meta[@property='article:published_time']/@content",
    "//meta[@itemprop='datePublished']/@content",
    "//time[@itemprop='datePublished']/@datetime",
    "//meta[@name='pubdate' or @name='publishdate' or @name='date' or @name='DC.date.issued']/@content",
    "//time[@pubdate]/@datetime",
)


def read_html(data: bytes | str, *, article_id: str, name: str | None = None) -> Article:
    """The article of a page: its title, main text, outlet, address and publication date, as the page gives them.

    Args:
        data: The page; bytes are decoded by what the page declares, else like any text.
        article_id: The id of the article.
        name: What to call the page in an error; the id by default.

    Raises:
        ArticleError: When the page holds no text of an article.
    """
    from trafilatura import bare_extraction, load_html  # noqa: PLC0415  -- heavy, and only for pages

    called = name or article_id
    page = data if isinstance(data, str) else decode(data, name=called, declared=_declared(data))
    tree = load_html(page)
    if tree is None:
        raise ArticleError(f"{called}: no HTML page was found in it; give a saved page, or the text as .txt")
    published = _published(tree)
    # The library still names a dict as a second result, which it stopped to give.
    found: Any = bare_extraction(
        page,
        with_metadata=True,
        include_comments=False,
        include_tables=True,
        # No date is searched in the running text, and none is measured against the clock.
        date_extraction_params={"extensive_search": False, "original_date": True, "max_date": f"{YEARS[-1]}-12-31"},
    )
    body = _body(found.body) if found is not None and found.body is not None else ""
    if found is None or not body.strip():
        raise ArticleError(f"{called}: the page holds no text of an article; give the saved page of one article")
    return Article(
        id=article_id,
        title=" ".join((found.title or "").split()),
        body=body,
        outlet=found.sitename or None,
        published=published or iso_moment(found.date or ""),
        url=found.url or None,
    )


def _body(tree: Any) -> str:
    """The main text: a paragraph, heading or list item a line, with a blank line between them."""
    lines: list[str] = []
    for element in tree.iter("head", "p", "item", "quote", "row", "code"):
        if any(parent.tag in ("p", "item", "head", "row") for parent in element.iterancestors()):
            continue
        if element.tag == "quote" and element.find(".//p") is not None:
            continue
        words = " ".join("".join(element.itertext()).split())
        if words:
            lines.append(words)
    return "\n\n".join(lines)


def _declared(data: bytes) -> str | None:
    match = _CHARSET.search(data[:_HEAD_BYTES])
    name = match[1].decode("ascii").lower() if match else None
    # Pages that say Shift_JIS use the characters of Windows (①, 髙).
    return "cp932" if name in ("shift_jis", "shift-jis", "sjis", "x-sjis", "windows-31j") else name


def _published(tree: Any) -> datetime | None:
    """The publication date in the page's own metadata; None when it gives none that can be read."""
    stated = [value for path in _PUBLISHED_META for value in tree.xpath(path)]
    for script in tree.xpath("//script[@type='application/ld+json']/text()"):
        stated.extend(_date_published(_json(script)))
    return next((moment for value in stated if (moment := iso_moment(value)) is not None), None)


def _json(script: str) -> object:
    try:
        return json.loads(script)
    except (ValueError, RecursionError):
        return None


def _date_published(data: Any) -> list[str]:
    if isinstance(data, list):
        return [value for item in data for value in _date_published(item)]
    if not isinstance(data, dict):
        return []
    own = [data["datePublished"]] if isinstance(data.get("datePublished"), str) else []
    return own + _date_published(data.get("@graph"))
