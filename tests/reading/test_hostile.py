"""Broken, hostile and senseless inputs: a clear `ArticleError` or a valid article, in bounded time, with no network."""

from __future__ import annotations

import re
import socket
import time
import tracemalloc
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from _pytest.mark.structures import ParameterSet
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.reading.pages.build import pages

from jpnews_nlp.errors import ArticleError
from jpnews_nlp.model.article import Article
from jpnews_nlp.reading.blocks import divide
from jpnews_nlp.reading.files import load_articles

PROSE = "三国の首脳は7日、サンゴ島で会談した。漁業の協定を改める話し合いを続けることで一致したが、署名は見送られた。"
SHOWN = f"<p>{PROSE}</p>"
SECONDS = 20
"""Of processor time, for a megabyte on a busy machine; a rule that looks at all lines for each line takes minutes."""
MEGABYTES = 100


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        pytest.fail("the reader opened a connection")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


def outcome(path: Path) -> Article | None:
    """The article of a file, checked, or None when it was refused in a clear line."""
    try:
        (article,) = load_articles(path)
    except ArticleError as error:
        message = str(error)
        assert message.startswith(str(path))
        assert len(message) < 600
        return None
    divided = divide(article)
    end = 0
    for block in divided.blocks:
        assert end <= block.start < block.end <= len(divided.text)
        end = block.end
    assert divided.text.strip()
    return divided


BOMB = '<!DOCTYPE html [<!ENTITY a "xxxxxxxx">' + "".join(
    f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True)
)
PAGES: dict[str, Callable[[], str]] = {
    "100,000 nested divs": lambda: "<div>" * 100_000 + SHOWN + "</div>" * 100_000,
    "100,000 nested spans": lambda: "<p>" + "<span>" * 100_000 + PROSE,
    "nested tables": lambda: "<table><tr><td>" * 20_000 + SHOWN,
    "nested lists": lambda: "<ul><li>" * 50_000 + SHOWN,
    "nested links": lambda: "<a href=x>" * 20_000 + SHOWN,
    "nested blockquotes": lambda: SHOWN + "<blockquote>" * 20_000 + SHOWN,
    "an entity bomb": lambda: f"{BOMB}]><html><body><p>&i;</p>{SHOWN}",
    "an external entity": lambda: f'<!DOCTYPE x [<!ENTITY e SYSTEM "http://192.0.2.1/e">]><p>&e;</p>{SHOWN}',
    "things to fetch": lambda: (
        '<base href="http://192.0.2.1/"><link rel="stylesheet" href="s.css"><script src="x.js"></script>'
        f'<img src="a.png"><iframe src="f.html"></iframe><object data="o"></object>{SHOWN}'
        '<meta http-equiv="refresh" content="0;url=http://192.0.2.1/">'
    ),
    "5,000 paragraphs": lambda: "".join(f"<p>{n}番目の{PROSE}</p>" for n in range(5_000)),
    "50,000 links": lambda: SHOWN + "<a href=x>関連記事</a>" * 50_000,
    "20,000 headers of lists": lambda: SHOWN + "<h2>関連記事</h2>" * 20_000,
    "5,000 teasers": lambda: SHOWN + f"<div><a href=x>首脳が会談した島の話題</a>{SHOWN}</div>" * 5_000,
    "5,000 pictures": lambda: "<div><img><p>会談する首脳</p></div>" * 5_000 + SHOWN,
    "50,000 line breaks": lambda: "<p>" + "署名は見送られた。<br>" * 50_000,
    "a line of a million characters": lambda: "<p>" + "首脳は会談した。" * 125_000,
    "a line without an end": lambda: "<p>" + "あ" * 1_000_000,
    "a tag without an end": lambda: SHOWN + "<div class='" + "x" * 1_000_000,
    "100,000 attributes": lambda: "<p " + " ".join(f"a{n}=1" for n in range(100_000)) + ">" + SHOWN,
    "a comment without an end": lambda: SHOWN + "<!--" + "-" * 500_000,
    "a million class names": lambda: "<div class='" + "aB-c " * 100_000 + f"'>{SHOWN}</div>",
    "deep JSON-LD": lambda: '<script type="application/ld+json">' + "[" * 100_000 + "</script>" + SHOWN,
    "wide JSON-LD": lambda: (
        '<script type="application/ld+json">[' + ",".join(['{"@type":"Article"}'] * 20_000) + "]</script>" + SHOWN
    ),
    "JSON-LD of commas": lambda: '<script type="application/ld+json">{' + "," * 200_000 + "</script>" + SHOWN,
    "a title of a million characters": lambda: "<title>" + "題" * 1_000_000 + "</title>" + SHOWN,
    "NUL": lambda: "\0" * 10_000 + SHOWN * 100,
    "blanks": lambda: "<p>" + " \n" * 500_000 + PROSE,
    "only furniture": lambda: "<body>" + "<ul><li>ログイン</li></ul><p>関連記事</p><footer>© 港新聞社</footer>" * 100,
    "only a script": lambda: "<html><body><script>document.write('首相は辞任した。')</script></body></html>",
    "only frames": lambda: "<frameset><frame src='a.html'><frame src='b.html'></frameset>",
    "CDATA": lambda: "<![CDATA[" * 50_000 + PROSE,
    "no page at all": lambda: "<",
}

TEXTS: dict[str, Callable[[], str]] = {
    "nested quotation marks": lambda: "「" * 50_000 + "首脳" + "」" * 50_000,
    "open quotation marks": lambda: "「" * 100_000,
    "a line of a million characters": lambda: "首脳は会談した。" * 125_000,
    "a line without an end": lambda: "あ" * 1_000_000,
    "30,000 lines": lambda: "首脳は会談した。\n" * 30_000,
    "30,000 lines that differ": lambda: "".join(
        f"三国の首脳は島で会談した、と{n}人が話した。\n" for n in range(30_000)
    ),
    "30,000 teasers": lambda: "".join(f"三国の首脳が会談した島で起きたこと{n}…\n" for n in range(30_000)),
    "10,000 headers of lists": lambda: "関連記事\n首脳は会談した。\n" * 10_000,
    "30,000 dates": lambda: "2031/04/09\n" * 30_000 + PROSE,
    "credits": lambda: "✅ 首脳は会談した。\nさらに読む ⇒ 東都新聞 https://example.jp/a\n" * 5_000,
    "addresses": lambda: "https://" * 100_000 + PROSE,
    "wrapped lines": lambda: "首脳は島で会談し話し合いを続けることで一\n" * 20_000,
    "blank lines": lambda: "\n" * 500_000 + PROSE,
    "carriage returns": lambda: "\r" * 500_000 + PROSE,
    "combining marks": lambda: "か" + "゛" * 300_000 + PROSE,
    "ligatures": lambda: "㌔" * 300_000 + PROSE,
    "only furniture": lambda: "ログイン\n関連記事\n© 港新聞社\n" * 100,
}


LONG = ("5,000 paragraphs", "30,000 teasers", "30,000 lines that differ", "a line of a million characters")


def hostile(kind: str, ending: str, files: dict[str, Callable[[], str]]) -> list[ParameterSet]:
    """The files as cases of a test; the long ones are for the slow half."""
    long = {name: [pytest.mark.slow] if name in LONG else [] for name in files}
    return [pytest.param(f"{n}.{ending}", f, id=f"{kind}: {n}", marks=long[n]) for n, f in files.items()]


@pytest.mark.parametrize(("name", "make"), hostile("page", "html", PAGES) + hostile("text", "txt", TEXTS))
def test_hostile_files(name: str, make: Callable[[], str], tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_text(make(), encoding="utf-8")
    started = time.process_time()
    outcome(path)
    assert time.process_time() - started < SECONDS


def test_memory_stays_in_step(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text("".join(f"<p>{n}番目の{PROSE}</p>" for n in range(1_000)), encoding="utf-8")
    tracemalloc.start()
    try:
        outcome(path)
        assert tracemalloc.get_traced_memory()[1] < MEGABYTES * 1_000_000
    finally:
        tracemalloc.stop()


WHAT_IS_KEPT = {"things to fetch": PROSE, "an entity bomb": PROSE, "an external entity": PROSE, "5,000 pictures": PROSE}


@pytest.mark.parametrize(("name", "words"), WHAT_IS_KEPT.items(), ids=WHAT_IS_KEPT.keys())
def test_the_article_is_found_among_it(name: str, words: str, tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text(PAGES[name](), encoding="utf-8")
    article = outcome(path)
    assert article is not None
    assert words in article.text


def cuts() -> Iterator[tuple[str, bytes]]:
    for page in pages()[::4]:
        for share in (0.03, 0.2, 0.4, 0.6, 0.8, 0.95):
            yield page.name, page.data[: int(len(page.data) * share)]


@pytest.mark.parametrize(("name", "data"), list(cuts()))
def test_a_file_cut_off_anywhere(name: str, data: bytes, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    outcome(path)


KINDS = (".txt", ".html", ".mhtml", ".json", ".jsonl", ".csv", ".tsv", ".parquet")
FRAGMENTS = st.sampled_from(
    [
        PROSE,
        SHOWN,
        "関連記事",
        "<div class='related'>",
        "</div>",
        "<article>",
        "<p>",
        "<br>",
        "<table><tr><td>",
        "<h1>",
        "2031年4月9日 17時05分",
        "<a href='x'>",
        "</a>",
        "<figure><img><figcaption>",
        "写真：港",
        "<!--",
        "-->",
        "&#x110000;",
        "&#0;",
        "\ud800",
        "\x00",
        "「",
        "」",
        "…\n",
        "\n\n",
        "<script>",
        "</script>",
        "{",
        "}",
        '"',
        ",",
        "本文",
        "body",
    ]
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.binary(max_size=300), kind=st.sampled_from(KINDS))
def test_any_bytes_in_a_file_of_any_kind(data: bytes, kind: str, tmp_path: Path) -> None:
    path = tmp_path / f"a{kind}"
    path.write_bytes(data)
    for error in attempts(path):
        assert str(error).startswith(str(path))


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(parts=st.lists(FRAGMENTS, max_size=25), kind=st.sampled_from([".html", ".txt", ".csv", ".json"]))
def test_any_heap_of_fragments(parts: list[str], kind: str, tmp_path: Path) -> None:
    path = tmp_path / f"a{kind}"
    path.write_bytes("".join(parts).encode("utf-8", "surrogatepass"))
    for error in attempts(path):
        assert str(error).startswith(str(path))


def attempts(path: Path) -> list[ArticleError]:
    """The errors of a file; its articles are checked."""
    errors: list[ArticleError] = []
    for article in load_articles(path, on_error=errors.append):
        divided = divide(article)
        assert divided.text == article.text
        assert all(not re.fullmatch(r"\s*", block.of(divided.text)) for block in divided.blocks)
    return errors
