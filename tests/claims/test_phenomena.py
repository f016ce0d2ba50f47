"""The table of the documentation, row by row: `docs/phenomena/claims.md`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.claims.conftest import PUBLISHED
from tests.claims.notation import attached, shown, written
from tests.claims.test_sentences import HEADLINE, claims_of

from jpnews_nlp import Article, Pipeline

HERE = Path(__file__).parent
TEXT = (HERE.parents[1] / "docs" / "phenomena" / "claims.md").read_text(encoding="utf-8")
CELLS = {"Display": shown, "Slots": attached, "Record": written}


def rows() -> Iterator[tuple[str, str, str, str | None]]:
    """The column, example, expected text and test of every row; a `pytest` test name is given for records alone."""
    columns: list[str] = []
    for line in TEXT.splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")] if line.startswith("|") else []
        if not cells:
            columns = []
        elif not columns:
            columns = cells
        elif not set(cells[0]) <= {"-"}:
            row = dict(zip(columns, cells, strict=True))
            column = next(name for name in CELLS if name in row)
            yield column, row["Example"], row[column].strip("`"), row.get("Test", "").strip("`") or None


ROWS = list(rows())
TESTS = sorted({test for *_, test in ROWS if test})


@pytest.mark.parametrize(("column", "example", "expected", "test"), ROWS, ids=[row[1] for row in ROWS])
def test_row(read, column: str, example: str, expected: str, test: str | None) -> None:
    assert CELLS[column](claims_of(read, example)) == expected


@pytest.mark.slow
def test_rows_with_syntax() -> None:
    pipeline, wrong = Pipeline(engine="ginza"), []
    for column, example, expected, _ in ROWS:
        headline = example.startswith(HEADLINE)
        title, body = (example.removeprefix(HEADLINE), "　") if headline else ("", example)
        analysis = pipeline.analyze(Article(id="a", title=title, body=body, published=PUBLISHED))
        if CELLS[column](analysis.claims) != expected:
            wrong.append(example)
    assert wrong == []


@pytest.mark.parametrize("test", TESTS)
def test_the_test_named_exists(test: str) -> None:
    file, name = test.split("::")
    assert re.search(rf"^def {name}\(", (HERE / file).read_text(encoding="utf-8"), re.MULTILINE)


def test_no_example_stands_in_one_table_twice() -> None:
    examples = [(row[0], row[1]) for row in ROWS]
    assert len(examples) == len(set(examples)) >= 100
