from __future__ import annotations

import builtins
from datetime import datetime
from pathlib import Path
from typing import Any

import pandas
import pytest

from jpnews_nlp.errors import ArticleError
from jpnews_nlp.model.article import JST
from jpnews_nlp.reading.files import load_articles

BODY = "三国の首脳は7日、サンゴ島で会談した。"
CSV = f'記事ID,見出し,本文,媒体,掲載日時,URL\n7,会談,"{BODY}\n署名は「見送り」。",港新聞,2031年4月9日 17時05分,https://a.example/1\n'


def write(path: Path, text: str, encoding: str = "utf-8") -> Path:
    path.write_bytes(text.encode(encoding))
    return path


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp932", "euc_jp", "iso2022_jp"])
@pytest.mark.parametrize("suffix", [".csv", ".tsv"])
def test_japanese_columns_in_every_encoding(tmp_path: Path, encoding: str, suffix: str) -> None:
    path = write(tmp_path / f"t{suffix}", CSV if suffix == ".csv" else CSV.replace(",", "\t"), encoding)
    (article,) = load_articles(path)
    assert (article.id, article.title, article.outlet, article.url) == ("7", "会談", "港新聞", "https://a.example/1")
    assert article.body == f"{BODY}\n署名は「見送り」。"
    assert article.published == datetime(2031, 4, 9, 17, 5, tzinfo=JST)


def test_a_column_map_goes_before_the_usual_names(tmp_path: Path) -> None:
    path = write(tmp_path / "t.csv", f"title,h,x\n内部の題,会談,{BODY}\n")
    (article,) = load_articles(path, columns={"title": "h", "body": "x"})
    assert (article.id, article.title, article.body) == ("t.csv:1", "会談", BODY)


def test_cells_stay_as_they_are(tmp_path: Path) -> None:
    (article,) = load_articles(write(tmp_path / "t.csv", f"id,title,body\n007,NA,{BODY}\n"))
    assert (article.id, article.title) == ("007", "NA")


ERRORS = {
    "本文の列がない": ("t.csv", "a,b\n1,2\n", {}, "t.csv: has no column for the field 'body'; found 'a', 'b'"),
    "指定した列がない": (
        "t.csv",
        f"body\n{BODY}\n",
        {"title": "題"},
        "has no column '題' for the field 'title'; found 'body'",
    ),
    "本文が空": ("t.csv", f"id,body\n1,{BODY}\n2, \n", {}, "t.csv: row 2: field 'body' is empty"),
    "日付の誤り": (
        "t.csv",
        f"body,date\n{BODY},きのう\n",
        {},
        "t.csv: row 1: field 'date' is 'きのう'; a date such as",
    ),
    "見出しの行だけ": ("t.csv", "title,body\n", {}, "t.csv: the table has a header and no row"),
    "見出しより多い欄": ("t.csv", f"title,body\n題,{BODY},余り\n", {}, "t.csv: a row has more cells than the header"),
    "閉じない引用符": ("t.csv", f'title,body\n題,"{BODY}\n', {}, "t.csv: not a table with a header"),
    "知らない欄": (
        "t.csv",
        f"body\n{BODY}\n",
        {"text": "body"},
        "columns: 'text' is no field of an article; the fields are",
    ),
    "空": ("t.tsv", "", {}, "t.tsv: the file is empty"),
    "偽のParquet": ("t.parquet", "PAR1", {}, "t.parquet: not a Parquet file"),
}


@pytest.mark.parametrize(("name", "text", "columns", "message"), ERRORS.values(), ids=ERRORS.keys())
def test_errors(tmp_path: Path, name: str, text: str, columns: dict[str, str], message: str) -> None:
    with pytest.raises(ArticleError) as error:
        load_articles(write(tmp_path / name, text), columns=columns)
    assert message in str(error.value)


def test_parquet(tmp_path: Path) -> None:
    frame = pandas.DataFrame(
        {
            "id": [1, 2],
            "本文": [BODY, "署名は見送られたと報道官が述べた。"],
            "date": [pandas.Timestamp("2031-04-09T08:05:00Z"), pandas.NaT],
            "title": ["会談", None],
            "embedding": [[0.1, 0.2], None],
        }
    )
    frame.to_parquet(tmp_path / "t.parquet")
    first, second = load_articles(tmp_path / "t.parquet")
    assert (first.id, first.title, first.body) == ("1", "会談", BODY)
    assert first.published == datetime(2031, 4, 9, 17, 5, tzinfo=JST)
    assert (second.id, second.title, second.published) == ("2", "", None)


def test_without_pyarrow_the_error_names_the_line_that_installs_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pandas.DataFrame({"body": [BODY]}).to_parquet(tmp_path / "t.parquet")
    real = builtins.__import__

    def without(name: str, *rest: Any, **more: Any) -> Any:
        if name.partition(".")[0] == "pyarrow":
            raise ImportError(name)
        return real(name, *rest, **more)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(ArticleError, match=r'needs pyarrow; python -m pip install "jpnews-nlp\[parquet\]"'):
        load_articles(tmp_path / "t.parquet")
