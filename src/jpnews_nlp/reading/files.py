"""Files, folders, patterns and standard input to articles."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jpnews_nlp.errors import ArticleError
from jpnews_nlp.limits import LARGEST_ARTICLE, LARGEST_FILE
from jpnews_nlp.model.article import Article
from jpnews_nlp.reading.decode import decode
from jpnews_nlp.reading.language import refuse_foreign
from jpnews_nlp.reading.mojibake import refuse_mojibake
from jpnews_nlp.reading.records import article_from_record, checked_columns
from jpnews_nlp.reading.sources import Paths, Source, find_sources

if TYPE_CHECKING:
    from jpnews_nlp.reading.html import Page

_ONE = "give a .txt, .html or .json file"
Outcome = Article | ArticleError


def read_article(path: str | PathLike[str]) -> Article:
    """One article from a `.txt`, `.html` or `.json` file, or a table of one row: `load_articles` for one file.

    The text of a `.txt` file is the file's content to the letter. The id is the file's name, or the `id` of the record
    in a JSON file.

    Raises:
        ArticleError: When the file cannot be read as one article; the message names the file.
    """
    if Path(path).is_dir():
        raise ArticleError(f"{Path(path)}: is a folder; {_ONE}, or read the folder with load_articles")
    articles = load_articles(path)
    if len(articles) != 1:
        raise ArticleError(f"{Path(path)}: holds {len(articles)} articles; read it with load_articles")
    return articles[0]


def read_page(path: str | PathLike[str]) -> Page:
    """A saved page (`.html`, `.mhtml`) with its raw HTML, its author and where its date was found.

    Raises:
        ArticleError: When the file is no page of one Japanese article; the message names the file.
    """
    from jpnews_nlp.reading.html import parse_page  # noqa: PLC0415  -- lxml and trafilatura only for pages

    (source,) = find_sources([[path]])
    if source.kind not in ("page", "archive"):
        raise ArticleError(f"{source.name}: is no page; give a saved page that ends in .html or .mhtml")
    data = _whole(source)
    if source.kind == "archive":
        from jpnews_nlp.reading.archive import page_of_archive  # noqa: PLC0415

        data = page_of_archive(data, name=source.name)
    page = parse_page(data, article_id=source.article_id, name=source.name)
    _checked(page.article, source.name)
    return page


def load_articles(
    *paths: Paths,
    columns: Mapping[str, str] | None = None,
    on_error: Callable[[ArticleError], None] | None = None,
) -> tuple[Article, ...]:
    """Articles from files, folders and patterns (`news/**/*.html`), lists or generators of them, or `-` for stdin.

    A `.json` file may hold one article, a list of them or `{"articles": [...]}`, a `.jsonl` file one on each line, a
    `.csv`, `.tsv` or `.parquet` table one in each row. A folder is read with all below it, in the order of its sorted
    paths; files of other kinds in it are left out. Any of them but Parquet may be packed with gzip (`.jsonl.gz`).
    The id of an article is the `id` of its record or the name of its file; where two share one, with the path that
    tells them apart.

    Args:
        paths: Where to read.
        columns: For a field of an article (id, title, body, outlet, published, url), the column or key that holds it.
            For the others the usual names are looked for, English and Japanese (`headline`, 見出し, 本文 …).
        on_error: Called with the error of each file or record that cannot be read, and reading goes on. Without it
            the first error is raised.

    Raises:
        ArticleError: When a file cannot be read, a folder holds no article, or nothing was given; the message names
            the file, the line and the field, what was found, and what would do.
    """
    return tuple(iter_articles(*paths, columns=columns, on_error=on_error))


def iter_articles(
    *paths: Paths,
    columns: Mapping[str, str] | None = None,
    on_error: Callable[[ArticleError], None] | None = None,
) -> Iterator[Article]:
    """As `load_articles`, one article at a time: a file is read when its first article is asked for."""
    checked = checked_columns(columns)
    known: set[str] = set()
    for source in find_sources(paths):
        for outcome in outcomes(source, checked):
            told = _unique(outcome, known, source) if isinstance(outcome, Article) else outcome
            if isinstance(told, Article):
                known.add(told.id)
                yield told
            elif on_error is None:
                raise told
            else:
                on_error(told)


def _unique(article: Article, known: set[str], source: Source) -> Outcome:
    """The article, with the name of its file before an id that another one has."""
    if article.id not in known:
        return article
    longer = f"{source.article_id}:{article.id}"
    if longer in known:
        return ArticleError(f"{source.name}: the id {article.id!r} comes more than once; the first one is kept")
    return replace(article, id=longer)


def outcomes(source: Source, columns: Mapping[str, str]) -> Iterator[Outcome]:
    """The articles of an input, and an error for each record that is none or for the whole. Ids may come twice."""
    try:
        data = _whole(source)
        kind = source.kind if source.kind != "stdin" else _sniffed(data)
        yield from _READERS[kind](data, source, columns)
    except ArticleError as error:
        yield error


def _whole(source: Source) -> bytes:
    """The bytes of an input, when there are any, and no more than an article has."""
    data = source.data(LARGEST_ARTICLE if source.kind in ("text", "page", "archive") else LARGEST_FILE)
    if not data.strip():
        raise ArticleError(f"{source.name}: the file is empty; an article needs text")
    return data


def _text(data: bytes, source: Source, _columns: Mapping[str, str]) -> Iterator[Outcome]:
    yield _checked(Article(id=source.article_id, body=_decoded(data, source)), source.name)


def _page(data: bytes, source: Source, _columns: Mapping[str, str]) -> Iterator[Outcome]:
    from jpnews_nlp.reading.html import read_html  # noqa: PLC0415  -- lxml and trafilatura only for pages

    yield _checked(read_html(data, article_id=source.article_id, name=source.name), source.name)


def _archive(data: bytes, source: Source, columns: Mapping[str, str]) -> Iterator[Outcome]:
    from jpnews_nlp.reading.archive import page_of_archive  # noqa: PLC0415

    yield from _page(page_of_archive(data, name=source.name), source, columns)


def _record(data: bytes, source: Source, columns: Mapping[str, str]) -> Iterator[Outcome]:
    found = _parsed(_decoded(data, source), source.name)
    if isinstance(found, dict) and isinstance(found.get("articles"), list):
        found = found["articles"]
    if not isinstance(found, list):
        yield record_outcome(found, source.name, source.article_id, columns)
        return
    if not found:
        raise ArticleError(
            f"{source.name}: the list holds no article; give at least one object with 'title' and 'body'"
        )
    for number, one in enumerate(found, 1):
        yield record_outcome(one, f"{source.name}: article {number}", f"{source.article_id}:{number}", columns)


def _records(data: bytes, source: Source, columns: Mapping[str, str]) -> Iterator[Outcome]:
    for number, line in enumerate(_decoded(data, source).split("\n"), 1):
        if line.strip():
            yield line_outcome(line, f"{source.name}: line {number}", f"{source.article_id}:{number}", columns)


def line_outcome(line: str, where: str, article_id: str, columns: Mapping[str, str]) -> Outcome:
    """The article of one line of JSON, or what is wrong with it."""
    try:
        parsed = _parsed(line, where)
    except ArticleError as error:
        return error
    return record_outcome(parsed, where, article_id, columns)


def _csv(data: bytes, source: Source, columns: Mapping[str, str]) -> Iterator[Outcome]:
    from jpnews_nlp.reading.tables import csv_rows  # noqa: PLC0415  -- pandas only for tables

    tabs = source.kind == "tsv"
    yield from _from_rows(
        csv_rows(_decoded(data, source), tabs=tabs, where=source.name, columns=columns), source, columns
    )


def _parquet(data: bytes, source: Source, columns: Mapping[str, str]) -> Iterator[Outcome]:
    from jpnews_nlp.reading.tables import parquet_rows  # noqa: PLC0415  -- pandas only for tables

    yield from _from_rows(parquet_rows(data, where=source.name, columns=columns), source, columns)


_READERS: dict[str, Callable[[bytes, Source, Mapping[str, str]], Iterator[Outcome]]] = {
    "text": _text,
    "page": _page,
    "archive": _archive,
    "record": _record,
    "records": _records,
    "csv": _csv,
    "tsv": _csv,
    "parquet": _parquet,
}


def _from_rows(rows: Iterator[dict[str, Any]], source: Source, columns: Mapping[str, str]) -> Iterator[Outcome]:
    number = 0
    for number, row in enumerate(rows, 1):
        yield record_outcome(row, f"{source.name}: row {number}", f"{source.article_id}:{number}", columns)
    if not number:
        raise ArticleError(f"{source.name}: the table has a header and no row; give one row an article")


def record_outcome(data: object, where: str, article_id: str, columns: Mapping[str, str]) -> Outcome:
    """The article of one record, or what is wrong with it."""
    try:
        return _checked(article_from_record(data, where, article_id, columns), where)
    except ArticleError as error:
        return error


def _checked(article: Article, where: str) -> Article:
    """The article, when it is Japanese and was read in the encoding it was written in."""
    refuse_mojibake(article.text, where)
    refuse_foreign(article.body, where)
    return article


def _decoded(data: bytes, source: Source) -> str:
    text = decode(data, name=source.name)
    if not text.strip():
        raise ArticleError(f"{source.name}: the file holds only blanks; an article needs text")
    return text


def _sniffed(data: bytes) -> str:
    """What standard input holds, by its first characters: JSON (one document, or one a line), a page, or text."""
    start = decode(data, name="standard input").lstrip("\ufeff \t\r\n")
    if start.startswith("<"):
        return "page"
    if not start.startswith(("{", "[")):
        return "text"
    try:
        json.loads(start)
    except (ValueError, RecursionError):
        return "records" if start.startswith("{") else "record"
    return "record"


def _parsed(text: str, where: str) -> Any:
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        place = f"{where}: column {error.colno}" if ": line " in where else f"{where}: line {error.lineno}"
        raise ArticleError(f"{place}: not JSON: {error.msg}; give one JSON object per article") from error
    except RecursionError as error:
        raise ArticleError(f"{where}: the JSON is nested too deep for an article") from error
    except ValueError as error:
        raise ArticleError(f"{where}: not JSON: {error}; give one JSON object per article") from error
