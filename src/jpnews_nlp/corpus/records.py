"""The analyses of a corpus, read from its files when they are asked for; what was asked for lately is kept."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from jpnews_nlp.comparison.evidence import Evidence, prepare
from jpnews_nlp.corpus.parquet import arrow_parquet
from jpnews_nlp.model.analysis import Analysis

Place = tuple[int, int]
"""The number of a file, and a row of it."""

ROW_GROUPS = 32
# Prepared claims take up to a megabyte an article.
EVIDENCES = 200
FILES = 64


class Records:
    """The analyses in the files of the table `analyses`.

    Args:
        files: Of finished parts, in order.
    """

    def __init__(self, files: Sequence[Path]) -> None:
        self._files = files
        self._file = functools.lru_cache(maxsize=FILES)(self._opened)
        self._group = functools.lru_cache(maxsize=ROW_GROUPS)(self._read)
        self.evidence = functools.lru_cache(maxsize=EVIDENCES)(self._prepared)

    def analysis(self, place: Place) -> Analysis:
        """The analysis at a place."""
        number, row = place
        rows = self._file(number).metadata.row_group(0).num_rows
        return Analysis.from_json(self._group(number, row // rows)[row % rows])

    def _prepared(self, place: Place) -> tuple[Evidence, ...]:
        """The claims at a place, prepared for comparing them."""
        return prepare(self.analysis(place).claims)

    def _opened(self, number: int) -> Any:
        return arrow_parquet().ParquetFile(self._files[number])

    def _read(self, number: int, group: int) -> list[str]:
        found: list[str] = self._file(number).read_row_group(group, columns=["record"]).column("record").to_pylist()
        return found
