from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from jpnews_nlp.errors import ArticleError
from jpnews_nlp.reading.blocks import divide
from jpnews_nlp.reading.files import read_article
from jpnews_nlp.reading.html import parse_page, read_html

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


def test_a_second_reading_gives_the_same() -> None:
    assert parse_page(page(), article_id="p") == parse_page(page(), article_id="p")


PLACE = "JSON-LD datePublished"
STATED = '"datePublished":"2031-04-09T17:05:00+09:00"'
LD = '<script type="application/ld+json">{0}</script>'
DATED = {
    "グラフ": (
        LD.format(
            '{"@graph":[{"@type":"WebPage","datePublished":"2020-01-01"},'
            f'{{"@type":["NewsArticle"],"headline":"三国の首脳が会談",{STATED}}}]}}'
        ),
        PLACE,
    ),
    "配列": (LD.format(f'[{{"@type":"BreadcrumbList"}},{{"@type":"NewsArticle",{STATED}}}]'), PLACE),
    "末尾のコンマとコメント": (LD.format(f'<!-- {{"@type":"NewsArticle",{STATED},}} -->'), PLACE),
    "改行入り": (LD.format(f'{{"@type":"NewsArticle","description":"三国\nの",{STATED}}}'), PLACE),
    "別の記事が先": (
        LD.format(
            '[{"@type":"NewsArticle","headline":"忍者の食事とその時代","datePublished":"2030-01-01T00:01"},'
            f'{{"@type":"NewsArticle","headline":"三国の首脳が会談",{STATED}}}]'
        ),
        PLACE,
    ),
    "協定世界時": (
        '<meta property="article:published_time" content="2031-04-09T08:05:00.000Z">',
        "meta article:published_time",
    ),
    "日だけのメタに時刻": (
        '<meta name="date" content="2031-04-09"><time datetime="2031-04-09T17:05:00+09:00">',
        "time datetime",
    ),
    "time": ('<time datetime="2031-04-09 17:05">きょう</time>', "time datetime"),
    "本文の上": ("<p>2031年4月9日　17時05分</p>", "text"),
    "続いた語": ("<div><span>港新聞</span><span>2031/4/9 17:05</span><span>更新</span></div>", "text"),
}


@pytest.mark.parametrize(("markup", "place"), DATED.values(), ids=DATED.keys())
def test_where_the_date_was_found(markup: str, place: str) -> None:
    body = "".join(f"<p>{words}</p>" for words in PARAGRAPHS)
    html = (
        f"<html><head><title>三国の首脳が会談</title></head><body><h1>三国の首脳が会談</h1>{markup}{body}</body></html>"
    )
    found = parse_page(html, article_id="p")
    assert found.article.published is not None
    assert (found.article.published.isoformat(), found.date_from) == ("2031-04-09T17:05:00+09:00", place)
    printed = found.date_span.of(found.article.text) if found.date_span else ""
    assert bool(printed) == (place == "text")
    assert not printed or printed.startswith("2031")


def test_the_day_of_the_address_is_the_last_resort() -> None:
    html = f'<link rel="canonical" href="https://a.example/news/20310409/k1.html"><p>{"</p><p>".join(PARAGRAPHS)}</p>'
    found = parse_page(html, article_id="p")
    assert (str(found.article.published)[:10], found.date_from) == ("2031-04-09", "address")


def test_no_date_is_no_date() -> None:
    found = parse_page(f"<p>{'</p><p>'.join(PARAGRAPHS)}</p><p>© 2031 港新聞</p>", article_id="p")
    assert (found.article.published, found.date_from, found.date_span) == (None, None, None)


TITLES = {
    "サイト名が後": (
        "<title>三国の首脳が会談　島で : 港新聞</title><h1>三国の首脳が会談　島で</h1>",
        "三国の首脳が会談　島で",
    ),
    "サイト名が前": ("<title>港新聞 ＞ 国際 ＞ 三国の首脳が会談</title><b>三国の首脳が会談</b>", "三国の首脳が会談"),
    "h1はサイト名": (
        "<title>三国の首脳が会談 - 港日記</title><h1>港日記</h1><h2>三国の首脳が会談</h2>",
        "三国の首脳が会談",
    ),
    "切れた見出し": (
        '<meta property="og:title" content="三国の首脳が会談、漁業の協…"><h1>三国の首脳が会談、漁業の協定を改める</h1>',
        "三国の首脳が会談、漁業の協定を改める",
    ),
    "見出しなし": ("<title>三国の首脳が会談 | 港新聞</title>", "三国の首脳が会談"),
    "ルビ": (
        "<title>環礁の首脳が会談した</title><h1><ruby>環礁<rt>かんしょう</rt></ruby>の首脳が会談した</h1>",
        "環礁の首脳が会談した",
    ),
    "題なし": ("", ""),
}


@pytest.mark.parametrize(("head", "title"), TITLES.values(), ids=TITLES.keys())
def test_titles(head: str, title: str) -> None:
    assert read_html(f"<body>{head}<p>{'</p><p>'.join(PARAGRAPHS)}</p>", article_id="p").title == title


AUTHORS = {
    "一人": ('{"@type":"Person","name":"山根みなと"}', "山根みなと"),
    "二人": ('[{"name":"山根みなと"},{"name":"白石遥"}]', "山根みなと、白石遥"),
    "文字列": ('"山根みなと"', "山根みなと"),
    "参照": ('{"@id":"#y"}', "山根みなと"),
    "なし": ("null", None),
}


@pytest.mark.parametrize(("author", "name"), AUTHORS.values(), ids=AUTHORS.keys())
def test_authors(author: str, name: str | None) -> None:
    graph = (
        f'{{"@graph":[{{"@type":"Article","author":{author}}},{{"@type":"Person","@id":"#y","name":"山根みなと"}}]}}'
    )
    assert parse_page(f"{LD.format(graph)}<p>{'</p><p>'.join(PARAGRAPHS)}</p>", article_id="p").author == name


CITED = "環礁国の政府は6日、漁獲の枠を減らす案をまとめた。"
QUOTED = {
    "cite要素": (f"<blockquote><p>{CITED}</p><cite>南洋タイムズ</cite></blockquote>", "南洋タイムズ"),
    "投稿": (
        f"<blockquote><p>{CITED}</p>— 南洋タイムズ (@nanyo) <a href=x>6日</a></blockquote>",
        "南洋タイムズ (@nanyo)",
    ),
    "アドレス": (f'<blockquote cite="https://www.nanyo.example/1"><p>{CITED}</p></blockquote>', "nanyo.example"),
}


@pytest.mark.parametrize(("markup", "source"), QUOTED.values(), ids=QUOTED.keys())
def test_a_blockquote_with_its_source_is_cited(markup: str, source: str) -> None:
    html = f"<p>{PARAGRAPHS[0]}</p>{markup}<p>{PARAGRAPHS[1]}</p><p>{PARAGRAPHS[2]}</p>"
    article = read_html(html, article_id="p")
    (block,) = (b for b in article.blocks if b.of(article.text) == CITED)
    assert (block.role, block.source) == ("cited", source)


CAPTION = "漁船が並ぶ港"
FIGURES = {
    "figcaption": f"<figure><img src=a><figcaption>{CAPTION}</figcaption><span>写真を拡大</span></figure>",
    "クラス名": f'<div class="photo"><img src=a></div><p class="photo-caption">{CAPTION}</p>',
    "画像の箱": f"<div><img src=a><p>{CAPTION}</p></div>",
    "AMP": f"<amp-img src=a></amp-img><p class=caption>{CAPTION}</p>",
}


@pytest.mark.parametrize("markup", FIGURES.values(), ids=FIGURES.keys())
def test_captions_by_their_markup(markup: str) -> None:
    html = f"<div><p>{PARAGRAPHS[0]}</p>{markup}<p>{PARAGRAPHS[1]}</p><p>{PARAGRAPHS[2]}</p></div>"
    article = read_html(html, article_id="p")
    assert [(b.role, b.of(article.text)) for b in article.blocks if b.role != "body"] == [("caption", CAPTION)]


def test_wrong_declarations_do_no_harm() -> None:
    for charset in ("iso-8859-1", "utf-16", "x-unknown", "Shift_JIS"):
        data = page().replace(b'charset="utf-8"', f'charset="{charset}"'.encode())
        assert read_html(data, article_id="p").title == "三国の首脳が会談"


def test_a_page_of_which_a_script_shows_the_text_is_read_from_its_data() -> None:
    body = "".join(PARAGRAPHS)
    html = (
        LD.format(f'{{"@type":"NewsArticle","headline":"三国の首脳が会談","articleBody":"{body}"}}')
        + "<div id=app></div>"
    )
    assert read_html(html, article_id="p").body == body
