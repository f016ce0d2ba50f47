"""pyarrow, loaded when it is needed, with the line that installs it when it is not there."""

from __future__ import annotations

import importlib
from types import ModuleType
from typing import Any

from jpnews_nlp.errors import ArticleError, CorpusError

INSTALL = 'python -m pip install "jpnews-nlp[parquet]"'


def arrow() -> ModuleType:
    """The module `pyarrow`.

    Raises:
        CorpusError: When it is not installed; the message names the line that does it.
    """
    return _module("pyarrow")


def arrow_parquet() -> ModuleType:
    """The module `pyarrow.parquet`.

    Raises:
        CorpusError: When it is not installed; the message names the line that does it.
    """
    return _module("pyarrow.parquet")


def open_parquet(path: str, name: str) -> Any:
    """A Parquet file, opened: nothing but its schema is read.

    Raises:
        ArticleError: When it is none.
        CorpusError: When pyarrow is not installed.
    """
    parquet = arrow_parquet()
    try:
        return parquet.ParquetFile(path)
    except Exception as error:  # pyarrow has its own tree of errors
        said = " ".join(str(error).split())
        raise ArticleError(f"{name}: not a Parquet file: {said[:200]}") from error


def _module(name: str) -> ModuleType:
    try:
        return importlib.import_module(name)
    except ImportError as error:
        raise CorpusError(f"a corpus is kept in Parquet, which needs pyarrow; {INSTALL}") from error
