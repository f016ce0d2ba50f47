from __future__ import annotations

import json
from pathlib import Path

import pytest

from jpnews_nlp.errors import ArticleError
from jpnews_nlp.reading.files import load_articles, read_article

TEXT = "首脳が会談\r\n\r\n三国の首脳は7日、サンゴ島で会談した。\n"
RECORD = {
    "id": "r1",
    "title": "首脳が会談",
    "body": "首脳は会談した。",
    "outlet": "港新聞",
    "published": "2031-04-09",
    "url": None,
}


def write(path: Path, content: str | bytes | object) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    if isinstance(content, bytes):
        path.write_bytes(content)
    elif isinstance(content, str):
        path.write_bytes(content.encode())
    else:
        path.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
    return path


def test_a_text_file_to_the_letter(tmp_path: Path) -> None:
    article = read_article(write(tmp_path / "a.txt", "\ufeff" + TEXT))
    assert (article.id, article.title, article.text, article.outlet) == ("a.txt", "", TEXT, None)


def test_a_path_as_a_string_and_another_encoding(tmp_path: Path) -> None:
    assert read_article(str(write(tmp_path / "a.TXT", TEXT.encode("cp932")))).text == TEXT


def test_a_json_article(tmp_path: Path) -> None:
    article = read_article(write(tmp_path / "a.json", RECORD))
    assert (article.id, article.title, article.body, article.outlet) == (
        "r1",
        "首脳が会談",
        "首脳は会談した。",
        "港新聞",
    )
    assert article.published is not None
    assert article.published.isoformat() == "2031-04-09T00:00:00+09:00"


def test_what_to_dict_writes_is_read_back(tmp_path: Path) -> None:
    article = read_article(write(tmp_path / "a.json", RECORD))
    assert read_article(write(tmp_path / "b.json", article.to_dict())) == article


def test_lists_and_lines(tmp_path: Path) -> None:
    bare = {"text": "本文。"}
    write(tmp_path / "list.json", [RECORD, bare])
    write(tmp_path / "set.json", {"articles": [bare]})
    write(tmp_path / "rows.jsonl", "\n".join(["", json.dumps(bare), json.dumps({**bare, "id": 7})]))
    found = load_articles(tmp_path / "list.json", tmp_path / "set.json", tmp_path / "rows.jsonl")
    assert [article.id for article in found] == ["r1", "list.json:2", "set.json:1", "rows.jsonl:2", "7"]


def test_a_folder_is_read_in_order_and_names_are_told_apart(tmp_path: Path) -> None:
    for name in ("b/x.txt", "a/x.txt", "c.txt", ".hidden/y.txt", "notes.md"):
        write(tmp_path / name, TEXT)
    assert [article.id for article in load_articles(tmp_path)] == ["a/x.txt", "b/x.txt", "c.txt"]


def test_order_of_the_arguments_is_kept(tmp_path: Path) -> None:
    first, second = write(tmp_path / "z.txt", TEXT), write(tmp_path / "a.txt", TEXT)
    assert [article.id for article in load_articles(first, str(second))] == ["z.txt", "a.txt"]


ERRORS = {
    "空": ("a.txt", b"", "a.txt: the file is empty"),
    "空白だけ": ("a.txt", "　\n \n", "a.txt: the file holds only blanks"),
    "BOMだけ": ("a.txt", "\ufeff", "a.txt: the file holds only blanks"),
    "知らない種類": ("a.pdf", b"%PDF", "a.pdf: has the suffix '.pdf'; give a file that ends in .txt"),
    "種類なし": ("a", b"x", "a: has no suffix"),
    "JSONの誤り": ("a.json", '{\n"id": "a",\n"body" "x"}', "a.json: line 3: not JSON"),
    "JSONLの誤り": ("a.jsonl", '{"body": "x"}\n{"body": x}', "a.jsonl: line 2: column 10: not JSON"),
    "本文なし": ("a.json", {"id": "a", "headline": "x"}, "a.json: has no field 'body'; found 'id', 'headline'"),
    "本文が空": ("a.json", {"id": "a", "body": " "}, "a.json: field 'body' is empty"),
    "本文が数": ("a.jsonl", {"id": "a", "body": 5}, "a.jsonl: line 1: field 'body' is a number; a string is needed"),
    "表題がリスト": ("a.json", {"title": ["x"], "body": "x"}, "a.json: field 'title' is a list; a string is needed"),
    "日付の誤り": (
        "a.json",
        {"body": "x", "published": "昨日"},
        "a.json: field 'published' is '昨日'; a date such as 2025-08-18T17:05:00+09:00 (ISO 8601) or 2025年8月18日",
    ),
    "記事でない": ("a.json", '"text"', "a.json: found a string; an object with 'title' and 'body' is needed"),
    "空のリスト": ("a.json", [], "a.json: the list holds no article"),
    "画像": ("a.txt", b"\x89PNG\x00\x00\x00\x00", "NUL bytes"),
}


@pytest.mark.parametrize(("name", "content", "message"), ERRORS.values(), ids=ERRORS.keys())
def test_errors_name_the_file_and_what_would_do(tmp_path: Path, name: str, content: object, message: str) -> None:
    path = write(tmp_path / name, content)
    with pytest.raises(ArticleError) as error:
        load_articles(path)
    assert message in str(error.value)
    assert str(path) in str(error.value)


def test_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(ArticleError, match=r"none\.txt: there is no such file"):
        read_article(tmp_path / "none.txt")


def test_a_folder_is_no_article(tmp_path: Path) -> None:
    with pytest.raises(
        ArticleError, match=r"is a folder; give a \.txt, \.html or \.json file, or read the folder with load_articles"
    ):
        read_article(tmp_path)


def test_a_folder_without_articles(tmp_path: Path) -> None:
    write(tmp_path / "notes.md", "x")
    with pytest.raises(ArticleError, match="the folder holds no article"):
        load_articles(tmp_path)


def test_nothing_given() -> None:
    with pytest.raises(ArticleError, match="no file was given"):
        load_articles()


def test_several_articles_are_not_one(tmp_path: Path) -> None:
    with pytest.raises(ArticleError, match="holds 2 articles; read it with load_articles"):
        read_article(write(tmp_path / "a.json", [RECORD, RECORD]))
