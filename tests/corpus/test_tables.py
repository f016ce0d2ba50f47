"""The tables are those of the how-to page, and its pandas query runs."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from jpnews_nlp import Article, Pipeline
from jpnews_nlp.corpus import Options, analyze_corpus, group_corpus
from jpnews_nlp.corpus.tables import COLUMNS, rows_of, to_parquet

PAGE = (Path(__file__).parents[2] / "docs/how-to/corpus-tables.md").read_text(encoding="utf-8")
INTERNAL = {"outlines"}
"""Tables whose columns the page leaves to the code."""


@pytest.mark.parametrize("table", COLUMNS)
def test_the_page_names_each_table_and_its_columns(table: str) -> None:
    (line,) = re.findall(rf"^\| `{table}` \|.*$", PAGE, flags=re.MULTILINE)
    if table not in INTERNAL:
        named = set(re.findall(r"`(\w+)`", line))
        assert set(COLUMNS[table]) <= named


def test_the_pandas_query_of_the_page_runs(
    news: Callable[[int], Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    analyze_corpus(news(12), "corpus", Options(engine="mecab"))
    group_corpus("corpus")
    query = PAGE.partition("```python\n")[2].partition("```")[0]
    exec(query.replace("北洋放送", "潮放送"), {})
    out = capsys.readouterr().out
    assert "数値が異なる" in out


def test_the_rows_of_one_article() -> None:
    article = Article(id="a", body="3日、神戸市で橋が落ち、県警によると、少なくとも30人がけがをした。", outlet="潮放送")
    rows = rows_of(Pipeline(engine="mecab").analyze(article), "d")
    claim = rows["claims"][-1]
    assert (claim["article"], claim["speaker"], claim["predicate"]) == ("a", "県警", "怪我")
    assert [(q["low"], q["high"], q["unit"], q["bound"]) for q in claim["quantities"]] == [
        (30.0, None, "人", "at_least")
    ]
    assert [(e["kind"], e["canonical"]) for e in rows["entities"]][1] == ("place", "兵庫県神戸市")
    assert rows["articles"][0]["outlet"] == "潮放送"
    assert all(to_parquet(table, rows[table]) for table in rows)
