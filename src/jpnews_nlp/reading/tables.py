"""CSV and Parquet tables to records: one row, one article. pandas is loaded for them alone."""

from __future__ import annotations

import warnings
from collections.abc import Iterator, Mapping
from io import BytesIO, StringIO
from typing import TYPE_CHECKING, Any

from jpnews_nlp.errors import ArticleError
from jpnews_nlp.reading.records import FIELDS, NAME_IT, column_of

if TYPE_CHECKING:
    import pandas

PARQUET_LINE = 'python -m pip install "jpnews-nlp[parquet]"'
"""What installs the reader of Parquet files."""


def csv_rows(text: str, *, tabs: bool, where: str, columns: Mapping[str, str]) -> Iterator[dict[str, Any]]:
    """The rows of a CSV file (or one with tabs) that has a header, as records.

    Raises:
        ArticleError: When it is no table, or has no column for the body or one of the column map.
    """
    import pandas  # noqa: PLC0415

    try:
        with warnings.catch_warnings():
            # What does not fit under the header would be left out with a warning alone.
            warnings.simplefilter("error", pandas.errors.ParserWarning)
            frame = pandas.read_csv(
                StringIO(text), sep="\t" if tabs else ",", dtype=str, keep_default_na=False, engine="c", index_col=False
            )
    except pandas.errors.ParserWarning as error:
        raise ArticleError(f"{where}: a row has more cells than the header; give texts in quotes") from error
    except (pandas.errors.ParserError, pandas.errors.EmptyDataError, ValueError) as error:
        said = " ".join(str(error).split()).removeprefix("Error tokenizing data. C error: ")
        raise ArticleError(
            f"{where}: not a table with a header: {said}; give one row an article, texts in quotes"
        ) from error
    yield from _rows(frame, where, columns)


def parquet_rows(data: bytes, *, where: str, columns: Mapping[str, str]) -> Iterator[dict[str, Any]]:
    """The rows of a Parquet file as records.

    Raises:
        ArticleError: When the reader of Parquet is not installed (the message names the line that does it), the file
            is none, or has no column for the body or one of the column map.
    """
    import pandas  # noqa: PLC0415

    try:
        frame = pandas.read_parquet(BytesIO(data), engine="pyarrow")
    except ImportError as error:
        raise ArticleError(f"{where}: reading Parquet needs pyarrow; {PARQUET_LINE}") from error
    except Exception as error:  # pyarrow has its own tree of errors
        said = " ".join(str(error).split())
        raise ArticleError(f"{where}: not a Parquet file: {said[:200]}") from error
    yield from _rows(frame, where, columns)


def _rows(frame: pandas.DataFrame, where: str, columns: Mapping[str, str]) -> Iterator[dict[str, Any]]:
    names = {str(name): name for name in frame.columns}
    found = ", ".join(map(repr, names)) or "none"
    for field, name in columns.items():
        if name not in names:
            raise ArticleError(f"{where}: has no column {name!r} for the field {field!r}; found {found}")
    needed = {key: names[key] for field in FIELDS if (key := column_of(field, names, columns)) is not None}
    if column_of("body", names, columns) is None:
        raise ArticleError(f"{where}: has no column for the field 'body'; found {found}; {NAME_IT}")
    for values in frame[list(needed.values())].itertuples(index=False, name=None):
        yield {key: _plain(value) for key, value in zip(needed, values, strict=True)}


def _plain(value: Any) -> Any:
    """A cell as a plain value: missing ones are None, whole numbers int, times of pandas datetimes."""
    import pandas  # noqa: PLC0415

    if isinstance(value, str):
        return value
    if pandas.api.types.is_scalar(value) and pandas.isna(value):
        return None
    if isinstance(value, pandas.Timestamp):
        return value.to_pydatetime(warn=False)
    return value.item() if hasattr(value, "item") and not hasattr(value, "__len__") else value
