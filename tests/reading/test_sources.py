from __future__ import annotations

import gzip
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from jpnews_nlp.errors import ArticleError
from jpnews_nlp.model.article import Article
from jpnews_nlp.reading import files
from jpnews_nlp.reading.copies import find_copies
from jpnews_nlp.reading.files import LARGEST_ARTICLE, iter_articles, load_articles, read_article, read_page

BODY = "三国の首脳は7日、サンゴ島で会談した。"
PAGE = f"<html><title>会談 | 港新聞</title><body><p>{BODY}</p><p>署名は見送られた。話し合いは続く。</p></body></html>"
MHTML = (
    'MIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="b"\r\n\r\n'
    '--b\r\nContent-Type: text/html; charset="utf-8"\r\nContent-Transfer-Encoding: base64\r\n\r\n{page}\r\n'
    "--b\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\nAAAA\r\n--b--\r\n"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    import base64

    (tmp_path / "sub").mkdir()
    (tmp_path / "a.txt").write_text(BODY, encoding="utf-8")
    (tmp_path / "b.html").write_text(PAGE, encoding="cp932")
    (tmp_path / "c.mhtml").write_bytes(MHTML.format(page=base64.b64encode(PAGE.encode()).decode()).encode())
    (tmp_path / "sub" / "d.jsonl").write_text(json.dumps({"本文": BODY}) + "\n", encoding="utf-8")
    (tmp_path / "sub" / "e.csv").write_text(f"本文\n{BODY}\n", encoding="euc_jp")
    (tmp_path / "sub" / "f.pdf").write_bytes(b"%PDF")
    return tmp_path


ALL = ["a.txt", "b.html", "c.mhtml", "d.jsonl:1", "e.csv:1"]
WAYS: dict[str, tuple[Callable[[Path], object], list[str]]] = {
    "フォルダー": (lambda f: f, ALL),
    "文字列": (lambda f: str(f / "a.txt"), ALL[:1]),
    "型": (lambda f: f"{f}/*.txt", ALL[:1]),
    "深い型": (lambda f: f"{f}/**/*", ALL),
    "型が指すフォルダー": (lambda f: f"{f}/s*", ALL[3:]),
    "リスト": (lambda f: [f / "b.html", str(f / "a.txt")], ["b.html", "a.txt"]),
    "生成器": (lambda f: (path for path in sorted(f.glob("*.*ml"))), ["b.html", "c.mhtml"]),
    "重なり": (lambda f: [f / "a.txt", f, f"{f}/*.txt"], ALL),
}


@pytest.mark.parametrize(("way", "ids"), WAYS.values(), ids=WAYS.keys())
def test_ways_to_name_inputs(folder: Path, way: Callable[[Path], object], ids: list[str]) -> None:
    assert [article.id for article in load_articles(way(folder))] == ids  # type: ignore[arg-type]


@pytest.mark.parametrize("name", ALL[:3])
def test_one_file_is_read_the_same_way(folder: Path, name: str) -> None:
    assert read_article(folder / name) == load_articles(folder / name)[0] == Article.from_file(folder / name)
    assert BODY in read_article(folder / name).text


@pytest.mark.parametrize("name", ["b.html", "c.mhtml"])
def test_a_page_keeps_its_raw_html(folder: Path, name: str) -> None:
    page = read_page(folder / name)
    assert page.html == PAGE
    assert page.article == read_article(folder / name)


def test_a_text_is_no_page(folder: Path) -> None:
    with pytest.raises(ArticleError, match=r"a\.txt: is no page; give a saved page"):
        read_page(folder / "a.txt")


def test_articles_are_read_as_they_are_asked_for(folder: Path) -> None:
    read = iter_articles(folder)
    assert next(read).id == "a.txt"
    (folder / "b.html").unlink()
    with pytest.raises(ArticleError, match=r"b\.html: cannot be read"):
        next(read)


def test_reading_goes_on_past_what_cannot_be_read(folder: Path) -> None:
    (folder / "a.txt").write_bytes(b"\x89PNG\x00\x00")
    (folder / "sub" / "d.jsonl").write_text(f'{{"body": ""}}\n{{\n{{"body": "{BODY}"}}\n', encoding="utf-8")
    errors: list[ArticleError] = []
    assert [article.id for article in load_articles(folder, on_error=errors.append)] == [*ALL[1:3], "d.jsonl:3", ALL[4]]
    told = ["a.txt: holds", "d.jsonl: line 1: field 'body' is empty", "d.jsonl: line 2: column 2: not JSON"]
    assert len(errors) == len(told)
    assert all(words in str(error) for words, error in zip(told, errors, strict=True))


def test_an_id_that_comes_twice_gets_the_name_of_its_file(tmp_path: Path) -> None:
    row = json.dumps({"id": "1", "body": BODY})
    for name in ("a.jsonl", "b.jsonl"):
        (tmp_path / name).write_text(row, encoding="utf-8")
    assert [article.id for article in load_articles(tmp_path)] == ["1", "b.jsonl:1"]
    (tmp_path / "b.jsonl").write_text(f"{row}\n{row}", encoding="utf-8")
    with pytest.raises(ArticleError, match=r"b\.jsonl: the id '1' comes more than once"):
        load_articles(tmp_path)


def test_a_file_too_large_for_an_article(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "LARGEST_ARTICLE", 100)
    (tmp_path / "a.txt").write_text(BODY * 10, encoding="utf-8")
    with pytest.raises(ArticleError, match=r"a\.txt: more than 100 bytes; an article of at most as many"):
        load_articles(tmp_path)
    assert LARGEST_ARTICLE >= 10_000_000


def packed(folder: Path, name: str) -> Path:
    """A file of the folder, packed."""
    target = folder / "packed" / f"{name}.gz"
    target.parent.mkdir(exist_ok=True)
    target.write_bytes(gzip.compress((folder / name).read_bytes()))
    return target


def test_files_packed_with_gzip_are_read_as_what_they_hold(folder: Path) -> None:
    files = [packed(folder, name) for name in ("a.txt", "b.html", "c.mhtml")]
    plain = load_articles(*(folder / name for name in ALL[:3]))
    found = load_articles(folder / "packed")
    assert [a.id for a in found] == [file.name for file in files]
    assert [a.text for a in found] == [a.text for a in plain]
    (folder / "packed" / "other.tar.gz").write_bytes(b"?")
    assert load_articles(folder / "packed") == found


DAMAGED = {
    "途中で切れた": lambda data: data[:-20],
    "gzipではない": lambda data: b"{}" + data,
    "化けた": lambda data: data[:30] + bytes(40) + data[70:],
}


@pytest.mark.parametrize("damage", DAMAGED.values(), ids=DAMAGED.keys())
def test_a_damaged_packed_file_is_an_error_in_one_line(folder: Path, damage: Callable[[bytes], bytes]) -> None:
    file = packed(folder, "c.mhtml")
    file.write_bytes(damage(file.read_bytes()))
    with pytest.raises(ArticleError, match=r"^.*c\.mhtml\.gz: cannot be read \(broken gzip: [^\n]+$"):
        load_articles(file)


def test_a_packed_file_is_not_unpacked_beyond_the_largest_article(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "LARGEST_ARTICLE", 100)
    (tmp_path / "a.txt.gz").write_bytes(gzip.compress(bytes(1 << 20)))
    with pytest.raises(ArticleError, match=r"a\.txt\.gz: more than 100 bytes"):
        load_articles(tmp_path)


def test_an_archive_without_a_page(tmp_path: Path) -> None:
    (tmp_path / "a.mht").write_bytes(b"Content-Type: image/png\r\n\r\nx")
    with pytest.raises(ArticleError, match=r"a\.mht: the archive holds no HTML page"):
        load_articles(tmp_path)


def test_a_pattern_without_articles(folder: Path) -> None:
    with pytest.raises(ArticleError, match=r"\*\.pdf: the pattern fits no article; give a file that ends in \.txt"):
        load_articles(f"{folder}/sub/*.pdf")


def test_the_clock_of_a_file_is_no_date(folder: Path) -> None:
    assert all(article.published is None for article in load_articles(folder))


def test_copies_are_found_marks_and_widths_aside() -> None:
    told = {
        "a": "首相は15日、辞任した。",
        "b": "後任は未定だ。",
        "c": "　首相は１５日、辞任した。",
        "d": "首相は16日、辞任した。",
    }
    assert find_copies(Article(id=name, body=body) for name, body in told.items()) == (("a", "c"),)
