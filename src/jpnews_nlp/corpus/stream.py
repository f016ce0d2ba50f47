"""Articles one at a time, however large the files are: JSON Lines by the line, Parquet by the row group."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping

from jpnews_nlp.corpus.parquet import open_parquet
from jpnews_nlp.errors import ArticleError
from jpnews_nlp.model.article import Article
from jpnews_nlp.reading.files import Outcome, line_outcome, outcomes, record_outcome
from jpnews_nlp.reading.records import FIELDS, column_of
from jpnews_nlp.reading.sources import BROKEN, Source

# What tells whether a file of JSON Lines is UTF-8 and can be read line by line.
SAMPLE = 1 << 16
ROWS = 256
BLOCK = 1 << 20


def stream(sources: Iterable[Source], columns: Mapping[str, str]) -> Iterator[tuple[Source, Outcome]]:
    """The articles of the inputs, in order, and an error for each record that is none."""
    for source in sources:
        try:
            for outcome in _of(source, columns):
                yield source, outcome
        except ArticleError as error:  # noqa: PERF203  -- one file's error is not the next one's
            yield source, error
        except BROKEN as error:
            yield source, source.unreadable(error)


def count(sources: Iterable[Source]) -> int:
    """About how many articles there are, without reading them: lines, rows, or files."""
    return sum(map(_count, sources))


def digest(article: Article) -> str:
    """A digest of the content of an article, whatever its id."""
    published = article.published.isoformat() if article.published else ""
    fields = (article.title, article.body, article.outlet or "", published, article.url or "")
    return short_digest("\0".join(fields))


def short_digest(text: str) -> str:
    """Sixteen hexadecimal digits that tell one text from another."""
    return hashlib.blake2b(text.encode("utf-8", "backslashreplace"), digest_size=8).hexdigest()


def _of(source: Source, columns: Mapping[str, str]) -> Iterator[Outcome]:
    if source.path is not None and source.kind == "records" and _is_utf8(source):
        return _lines(source, columns)
    if source.path is not None and source.kind == "parquet":
        return _rows(source, columns)
    return outcomes(source, columns)


def _is_utf8(source: Source) -> bool:
    try:
        with source.opened() as file:
            start = file.read(SAMPLE)
    except EOFError:
        return True  # packed and cut short: the lines that are there are read, and the last one tells
    whole, cut, _ = start.rpartition(b"\n")
    try:
        (whole if cut else start).decode("utf-8-sig")
    except UnicodeDecodeError:
        return False
    return bool(cut)  # one line, or none: read as a whole


def _lines(source: Source, columns: Mapping[str, str]) -> Iterator[Outcome]:
    with source.opened() as file:
        for number, line in enumerate(file, 1):
            if not line.strip():
                continue
            where = f"{source.name}: line {number}"
            try:
                text = line.decode("utf-8-sig" if number == 1 else "utf-8")
            except UnicodeDecodeError as error:
                yield ArticleError(f"{where}: byte {error.start + 1} is no UTF-8; the lines before it are")
            else:
                yield line_outcome(text, where, f"{source.article_id}:{number}", columns)


def _rows(source: Source, columns: Mapping[str, str]) -> Iterator[Outcome]:
    file = open_parquet(str(source.path), source.name)
    names = dict.fromkeys(file.schema_arrow.names)
    found = ", ".join(map(repr, names)) or "none"
    for field, name in columns.items():
        if name not in names:
            raise ArticleError(f"{source.name}: has no column {name!r} for the field {field!r}; found {found}")
    if column_of("body", names, columns) is None:
        raise ArticleError(
            f"{source.name}: has no column for the field 'body'; found {found}; name it in the column map"
        )
    needed = [key for field in FIELDS if (key := column_of(field, names, columns)) is not None]
    number = 0
    for batch in file.iter_batches(batch_size=ROWS, columns=needed):
        for row in batch.to_pylist():
            number += 1
            yield record_outcome(row, f"{source.name}: row {number}", f"{source.article_id}:{number}", columns)


def _count(source: Source) -> int:
    if source.path is None:
        return 1
    if source.kind == "parquet":
        try:
            return int(open_parquet(str(source.path), source.name).metadata.num_rows)
        except ArticleError:
            return 1
    if source.kind in ("records", "csv", "tsv"):
        try:
            with source.opened() as file:
                return sum(block.count(b"\n") for block in iter(lambda: file.read(BLOCK), b""))
        except BROKEN:
            return 1
    return 1
