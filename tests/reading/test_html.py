from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from jpnews_nlp.errors import ArticleError
from jpnews_nlp.reading.blocks import divide
from jpnews_nlp.reading.files import read_article
from jpnews_nlp.reading.html import read_html

PARAGRAPHS = [
    "三国の首脳は7日、サンゴ島で会談した。漁業の協定を改めるための話し合いを続けることで一致したが、署名は見送られた。",
    "環礁国の大統領は記者会見で、漁獲の枠を15%減らす案を示した。これに対し、港に集まった漁民は反対の声を上げた。",
    "次の会談は来月、南洋市で開かれる。三国の外相は今週中に電話で協議し、議題を詰める予定だという。",
]
PAGE = """<!DOCTYPE html><html lang="ja"><head><meta charset="{charset}"><title>三国の首脳が会談 | 港新聞</title>
<meta property="og:site_name" content="港新聞"><meta property="og:title" content="三国の首脳が会談">
<meta property="og:url" content="https://minato.example/news/1">{date}</head><body>
<nav><a href="/">ホーム</a><a href="/w">国際</a></nav>
<article><h1>三国の首脳が会談</h1><p>{0}</p><h2>漁民は反対</h2><p>{1}</p><p>{2}</p></article>
<aside><h2>関連記事</h2><ul><li><a href="/2">忍者の食事</a></li></ul></aside><footer>港新聞社</footer></body></html>"""
META = '<meta property="article:published_time" content="2031-04-09T17:05:00{zone}">'


def page(charset: str = "utf-8", date: str = META.format(zone="+09:00")) -> bytes:
    return PAGE.format(*PARAGRAPHS, charset=charset, date=date).encode(charset)


@pytest.mark.parametrize("charset", ["utf-8", "shift_jis", "euc-jp", "iso-2022-jp"])
def test_a_page_in_each_encoding(charset: str) -> None:
    article = read_html(page(charset), article_id="p.html")
    assert (article.id, article.title, article.outlet) == ("p.html", "三国の首脳が会談", "港新聞")
    assert article.url == "https://minato.example/news/1"
    assert all(paragraph in article.body for paragraph in PARAGRAPHS)
    assert "忍者" not in article.body


def test_the_time_and_zone_of_the_page() -> None:
    published = read_html(page(), article_id="p").published
    assert published is not None
    assert published.isoformat() == "2031-04-09T17:05:00+09:00"


@pytest.mark.parametrize(
    ("date", "moment"),
    [
        (META.format(zone=""), "2031-04-09T17:05:00+09:00"),
        (META.format(zone="Z"), "2031-04-10T02:05:00+09:00"),
        (META.format(zone="-04:00"), "2031-04-09T17:05:00-04:00"),
        (
            '<script type="application/ld+json">{{"@graph": [{{"datePublished": "2031-04-09"}}]}}</script>',
            "2031-04-09T00:00:00+09:00",
        ),
        ('<script type="application/ld+json">not json</script>', None),
        ("", None),
    ],
    ids=["時間帯なし", "協定世界時は日本時間に", "米東部時間", "JSON-LD", "壊れたJSON-LD", "なし"],
)
def test_publication_dates(date: str, moment: str | None) -> None:
    published = read_html(page(date=date.replace("{{", "{").replace("}}", "}")), article_id="p").published
    assert (published.isoformat() if published else None) == moment


def test_blocks_of_a_page() -> None:
    article = divide(read_html(page(), article_id="p"))
    roles = [(block.role, block.of(article.text)) for block in article.blocks if block.role != "furniture"]
    assert roles == [
        ("headline", "三国の首脳が会談"),
        ("body", PARAGRAPHS[0]),
        ("heading", "漁民は反対"),
        ("body", PARAGRAPHS[1]),
        ("body", PARAGRAPHS[2]),
    ]


def test_from_a_file(tmp_path: Path) -> None:
    (tmp_path / "p.htm").write_bytes(page())
    assert read_article(tmp_path / "p.htm").id == "p.htm"


@pytest.mark.parametrize("data", [b"<html><body><script>x()</script></body></html>", b"\x00\x01\x02\x00", b"<"])
def test_a_page_without_an_article(data: bytes) -> None:
    with pytest.raises(ArticleError, match=r"^p\.html: "):
        read_html(data, article_id="a", name="p.html")


def test_importing_the_reader_loads_no_trafilatura() -> None:
    code = "import sys, jpnews_nlp.reading.html; print('trafilatura' in sys.modules)"
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert out.strip() == "False"
