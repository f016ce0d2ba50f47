"""Files and folders to articles."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from os import PathLike, fspath
from pathlib import Path
from typing import Any

from jpnews_nlp.errors import ArticleError
from jpnews_nlp.model.article import Article
from jpnews_nlp.reading.decode import decode
from jpnews_nlp.reading.published import iso_moment

TEXT, PAGE, RECORD, RECORDS = (".txt",), (".html", ".htm"), (".json",), (".jsonl", ".ndjson")
SUFFIXES = (*TEXT, *PAGE, *RECORD, *RECORDS)

_ONE = "give a .txt, .html or .json file"
_MANY = f"give a file that ends in {', '.join(SUFFIXES)}, or a folder of such files"
_BODY_KEYS = ("body", "text")


def read_article(path: str | PathLike[str]) -> Article:
    """One article from a `.txt`, `.html` or `.json` file.

    The text of a `.txt` file is the file's content to the letter. The id is the file's name, or the `id` of the record
    in a JSON file.

    Raises:
        ArticleError: When the file cannot be read as one article; the message names the file.
    """
    file = Path(path)
    articles = _read(file, str(file), file.name)
    if len(articles) != 1:
        raise ArticleError(f"{file}: holds {len(articles)} articles; read it with load_articles")
    return articles[0]


def load_articles(*paths: str | PathLike[str]) -> tuple[Article, ...]:
    """Articles from files and folders.

    A `.json` file may hold one article, a list of them or `{"articles": [...]}`, a `.jsonl` file one on each line. A
    folder is read with all below it, in the order of its sorted paths; files of other kinds in it are left out. The id
    of an article is the `id` of its record or the name of its file; where two files share a name, the path that tells
    them apart.

    Raises:
        ArticleError: When a file cannot be read, a folder holds no article, or nothing was given; the message names
            the file, the line and the field, what was found, and what would do.
    """
    files = [found for path in paths for found in _files(Path(path))]
    if not files:
        raise ArticleError(f"no file was given; {_MANY}")
    names = _names(files)
    return tuple(article for file in files for article in _read(file, str(file), names[file]))


def _files(path: Path) -> Iterator[Path]:
    if not path.is_dir():
        yield path
        return
    found = sorted(file for file in path.rglob("*") if file.suffix.lower() in SUFFIXES and file.is_file())
    shown = [file for file in found if not any(part.startswith(".") for part in file.relative_to(path).parts)]
    if not shown:
        raise ArticleError(f"{path}: the folder holds no article; {_MANY}")
    yield from shown


def _names(files: list[Path]) -> dict[Path, str]:
    """The name of each file, with as many of its folders as tell it apart from the others."""
    names: dict[Path, str] = {}
    unique = list(dict.fromkeys(files))
    longest = max(len(file.parts) for file in unique)
    for depth in range(1, longest + 1):
        tails = {file: "/".join(file.parts[-depth:]) for file in unique if file not in names}
        counts = Counter(tails.values())
        names.update({file: tail for file, tail in tails.items() if counts[tail] == 1})
    return {file: names.get(file, fspath(file)) for file in unique}


def _read(file: Path, name: str, article_id: str) -> list[Article]:
    suffix = file.suffix.lower()
    if file.is_dir():
        raise ArticleError(f"{name}: is a folder; {_ONE}, or read the folder with load_articles")
    if suffix not in SUFFIXES:
        found = f"the suffix {file.suffix!r}" if file.suffix else "no suffix"
        raise ArticleError(f"{name}: has {found}; {_MANY}")
    try:
        data = file.read_bytes()
    except FileNotFoundError as error:
        raise ArticleError(f"{name}: there is no such file; {_MANY}") from error
    except OSError as error:
        raise ArticleError(f"{name}: cannot be read ({error.strerror}); {_MANY}") from error
    if suffix in PAGE:
        from jpnews_nlp.reading.html import read_html  # noqa: PLC0415  -- trafilatura only for pages

        return [read_html(_not_blank(data, name), article_id=article_id, name=name)]
    text = decode(_not_blank(data, name), name=name)
    if not text.strip():
        raise ArticleError(f"{name}: the file holds only blanks; an article needs text")
    if suffix in TEXT:
        return [Article(id=article_id, body=text)]
    return _from_lines(text, name, article_id) if suffix in RECORDS else _from_json(text, name, article_id)


def _not_blank(data: bytes, name: str) -> bytes:
    if not data.strip():
        raise ArticleError(f"{name}: the file is empty; an article needs text")
    return data


def _from_lines(text: str, name: str, article_id: str) -> list[Article]:
    articles = []
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            data = _parsed(line, f"{name}: line {number}")
            articles.append(article_from_record(data, f"{name}: line {number}", f"{article_id}:{number}"))
    return articles


def _from_json(text: str, name: str, article_id: str) -> list[Article]:
    data = _parsed(text, name)
    if isinstance(data, dict) and isinstance(data.get("articles"), list):
        data = data["articles"]
    if not isinstance(data, list):
        return [article_from_record(data, name, article_id)]
    if not data:
        raise ArticleError(f"{name}: the list holds no article; give at least one object with 'title' and 'body'")
    return [article_from_record(one, f"{name}: article {n}", f"{article_id}:{n}") for n, one in enumerate(data, 1)]


def _parsed(text: str, where: str) -> Any:
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        place = f"{where}: column {error.colno}" if ": line " in where else f"{where}: line {error.lineno}"
        raise ArticleError(f"{place}: not JSON: {error.msg}; give one JSON object per article") from error
    except RecursionError as error:
        raise ArticleError(f"{where}: the JSON is nested too deep for an article") from error


def article_from_record(data: object, where: str, fallback_id: str) -> Article:
    """An article from one JSON object with the keys of the schema: id, title, body or text, outlet, published, url.

    Args:
        data: What the JSON holds.
        where: What to call the place in an error.
        fallback_id: The id when the record has none.

    Raises:
        ArticleError: When it is no object, has no body, or a field has the wrong type.

    Example:
        >>> article_from_record({"title": "首相が会見", "body": "首相は語った。"}, "a.jsonl: line 1", "a.jsonl:1").id
        'a.jsonl:1'
    """
    if not isinstance(data, dict):
        raise ArticleError(f"{where}: found {_kind(data)}; an object with 'title' and 'body' is needed")
    for key in ("id", "title", *_BODY_KEYS, "outlet", "published", "url"):
        value = data.get(key)
        if value is not None and not isinstance(value, str) and not (key == "id" and type(value) is int):
            raise ArticleError(f"{where}: field {key!r} is {_kind(value)}; a string is needed")
    title = data.get("title") or ""
    return Article(
        id=str(data["id"]) if data.get("id") not in (None, "") else fallback_id,
        title=title,
        body=_body(data, title, where),
        outlet=data.get("outlet") or None,
        published=_published(data.get("published"), where),
        url=data.get("url") or None,
    )


def _body(data: dict[str, Any], title: str, where: str) -> str:
    """The record's body; of a `text` that starts with the title, as `to_dict` writes it, the rest."""
    body = data.get("body")
    if body is None and (text := data.get("text")) is not None:
        body = text[len(title) + 1 :] if title and text.startswith(f"{title}\n") else text
    if body is None:
        raise ArticleError(f"{where}: has no field 'body'; found {', '.join(map(repr, data)) or 'no field at all'}")
    if not body.strip():
        raise ArticleError(f"{where}: field 'body' is empty; an article needs text")
    return str(body)


def _published(value: str | None, where: str) -> datetime | None:
    if not value:
        return None
    moment = iso_moment(value)
    if moment is None:
        raise ArticleError(
            f"{where}: field 'published' is {value!r}; an ISO 8601 date such as 2025-08-18T17:05:00+09:00 is needed"
        )
    return moment


def _kind(value: object) -> str:
    names = {dict: "an object", list: "a list", str: "a string", bool: "true or false", type(None): "null"}
    return names.get(type(value), "a number")
