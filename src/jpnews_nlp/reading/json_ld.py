"""What a page says of its article in JSON-LD, the data that search engines read."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

_WRAPPERS = re.compile(r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\s*\]\]>|\]\]>)\s*;?\s*$")
_TRAILING_COMMA = re.compile(r",(?=\s*[}\]])")
_ARTICLE_TYPE = re.compile(r"(?:Article|Posting|Report|Review|Event)$")
_CONTAINERS = ("@graph", "mainEntity", "mainEntityOfPage", "hasPart")
DEEPEST = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkedArticle:
    """The fields of an article in JSON-LD, as they are stated; empty where the page gives none."""

    headline: str = ""
    published: str = ""
    authors: tuple[str, ...] = ()
    publisher: str = ""
    url: str = ""
    body: str = ""


def linked_articles(scripts: list[str]) -> tuple[LinkedArticle, ...]:
    """The articles that the page's JSON-LD describes, in order; broken JSON-LD is passed over.

    Example:
        >>> script = '{"@graph": [{"@type": "NewsArticle", "headline": "首相が会見", "datePublished": "2031-04-09"},]}'
        >>> [(article.headline, article.published) for article in linked_articles([script])]
        [('首相が会見', '2031-04-09')]
    """
    nodes = [node for script in scripts for node in _nodes(_parsed(script), 0)]
    ids = {node["@id"]: node for node in reversed(nodes) if isinstance(node.get("@id"), str) and len(node) > 1}
    return tuple(_article(node, ids) for node in nodes if _is_article(node))


def _parsed(script: str) -> object:
    bare = _WRAPPERS.sub("", _WRAPPERS.sub("", script))
    whole = _loaded(bare)
    return _loaded(_TRAILING_COMMA.sub("", bare)) if whole is None else whole


def _loaded(text: str) -> object:
    try:
        return json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return None


def _nodes(data: Any, depth: int) -> Iterator[dict[str, Any]]:
    if depth > DEEPEST:
        return
    if isinstance(data, list):
        for item in data:
            yield from _nodes(item, depth + 1)
    elif isinstance(data, dict):
        yield data
        for key in _CONTAINERS:
            yield from _nodes(data.get(key), depth + 1)


def _is_article(node: dict[str, Any]) -> bool:
    stated = node.get("@type")
    types = stated if isinstance(stated, list) else [stated]
    named = any(isinstance(name, str) and _ARTICLE_TYPE.search(name) for name in types)
    return named or (stated is None and "datePublished" in node)


def _article(node: dict[str, Any], ids: dict[str, dict[str, Any]]) -> LinkedArticle:
    authors = node.get("author") or node.get("creator")
    listed = authors if isinstance(authors, list) else [authors]
    url = node.get("url") or node.get("mainEntityOfPage")
    return LinkedArticle(
        headline=_string(node.get("headline")) or _string(node.get("name")),
        published=_string(node.get("datePublished")) or _string(node.get("dateCreated")),
        authors=tuple(name for author in listed if (name := _name(author, ids))),
        publisher=_name(node.get("publisher"), ids),
        url=_string(url) or (_string(url.get("@id")) if isinstance(url, dict) else ""),
        body=_string(node.get("articleBody")),
    )


def _name(entity: Any, ids: dict[str, dict[str, Any]]) -> str:
    if isinstance(entity, list):
        return next((name for one in entity if (name := _name(one, ids))), "")
    if not isinstance(entity, dict):
        return _string(entity)
    own = _string(entity.get("name"))
    named = ids.get(_string(entity.get("@id")), {})
    return own or _string(named.get("name"))


def _string(value: object) -> str:
    return value.strip() if isinstance(value, str) else ""
