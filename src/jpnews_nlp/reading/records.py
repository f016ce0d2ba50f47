"""One JSON object or one row of a table to an article, whatever its keys are called."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from datetime import date, datetime
from functools import cache
from importlib.resources import files
from typing import Any

from jpnews_nlp.errors import ArticleError
from jpnews_nlp.model.article import Article, as_aware
from jpnews_nlp.reading.moments import stated_moment

FIELDS = ("id", "title", "body", "outlet", "published", "url")
"""The fields of an article that a record may hold."""
NAME_IT = "name the one that holds it: --column body=NAME, or columns={'body': NAME}"
"""What would do where the body has a name of its own."""

_MARKS = re.compile(r"[\s_-]+")


def checked_columns(columns: Mapping[str, str] | None) -> dict[str, str]:
    """A column map whose keys are fields of an article.

    Raises:
        ArticleError: When a key is no field.
    """
    for name in columns or {}:
        if name not in FIELDS:
            raise ArticleError(f"columns: {name!r} is no field of an article; the fields are {', '.join(FIELDS)}")
    return dict(columns or {})


def column_of(field: str, keys: Mapping[str, Any], columns: Mapping[str, str]) -> str | None:
    """The key of a record that holds a field: what the column map says, else a usual name; None when there is none.

    Example:
        >>> column_of("body", {"見出し": "", "本文": ""}, {}), column_of("title", {"Headline": ""}, {})
        ('本文', 'Headline')
        >>> column_of("title", {"見出し": "", "h": ""}, {"title": "h"})
        'h'
    """
    mapped = columns.get(field)
    if mapped is not None and mapped in keys:
        return mapped
    by_name = {_plain(key): key for key in reversed(list(keys)) if isinstance(key, str)}
    return next((by_name[name] for name in _names()[field] if name in by_name), None)


def article_from_record(
    data: object, where: str, fallback_id: str, columns: Mapping[str, str] | None = None
) -> Article:
    """An article from one JSON object or row with the fields id, title, body, outlet, published and url.

    Args:
        data: What the JSON or the row holds.
        where: What to call the place in an error.
        fallback_id: The id when the record has none.
        columns: For a field of an article, the key that holds it. For the others the usual names are looked for.

    Raises:
        ArticleError: When it is no object, has no body, or a field has the wrong type.

    Example:
        >>> article_from_record({"title": "首相が会見", "本文": "首相は語った。"}, "a.jsonl: line 1", "a.jsonl:1").id
        'a.jsonl:1'
    """
    if not isinstance(data, Mapping):
        raise ArticleError(f"{where}: found {_kind(data)}; an object with 'title' and 'body' is needed")
    keys = {field: column_of(field, data, columns or {}) for field in FIELDS}
    values = {field: _value(data, keys[field], field, where) for field in FIELDS}
    title = values["title"] or ""
    return Article(
        id=str(values["id"]) if values["id"] not in (None, "") else fallback_id,
        title=title,
        body=_body(data, keys["body"], title, where),
        outlet=values["outlet"] or None,
        published=as_aware(_published(values["published"], keys["published"], where)),
        url=values["url"] or None,
    )


def _value(data: Mapping[Any, Any], key: str | None, field: str, where: str) -> Any:
    value = data[key] if key is not None else None
    if value is None or isinstance(value, str):
        return value
    if (field == "id" and type(value) is int) or (field == "published" and isinstance(value, date)):
        return value
    raise ArticleError(f"{where}: field {key!r} is {_kind(value)}; a string is needed")


def _body(data: Mapping[Any, Any], key: str | None, title: str, where: str) -> str:
    """The record's body; of a text that starts with the title, as `to_dict` writes it, the rest."""
    body = data[key] if key is not None else None
    if body is None:
        found = ", ".join(map(repr, data)) or "no field at all"
        raise ArticleError(f"{where}: has no field 'body'; found {found}; {NAME_IT}")
    if key == "text" and title and body.startswith(f"{title}\n"):
        body = body[len(title) + 1 :]
    if not body.strip():
        raise ArticleError(f"{where}: field {key!r} is empty; an article needs text")
    return str(body)


def _published(value: str | date | None, key: str | None, where: str) -> date | None:
    if isinstance(value, datetime):
        return value
    if isinstance(value, date) or not value or not value.strip():
        return value or None if isinstance(value, date) else None
    moment = stated_moment(value)
    if moment is None:
        raise ArticleError(
            f"{where}: field {key!r} is {value!r}; a date such as 2025-08-18T17:05:00+09:00 (ISO 8601) or "
            "2025年8月18日 17時05分 is needed"
        )
    return moment


def _kind(value: object) -> str:
    names = {dict: "an object", list: "a list", str: "a string", bool: "true or false", type(None): "null"}
    return names.get(type(value), "a number")


@cache
def _names() -> dict[str, tuple[str, ...]]:
    """The usual names of each field, as `columns.tsv` lists them."""
    text = files("jpnews_nlp.reading").joinpath("data/columns.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
    return {field: tuple(_plain(name) for name in names) for field, *names in rows}


def _plain(name: str) -> str:
    return _MARKS.sub("", unicodedata.normalize("NFKC", name)).casefold()
