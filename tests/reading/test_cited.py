from __future__ import annotations

from datetime import datetime

import pytest

from jpnews_nlp.model.article import JST, Article
from jpnews_nlp.model.span import Span
from jpnews_nlp.reading.blocks import divide
from jpnews_nlp.reading.cited import find_credit, outlet_name

CREDITS = {
    "さらに読む": ("さらに読む ⇒南洋タイムズ出典/画像元: https://example.com/a", "南洋タイムズ", ""),
    "続く発言": (
        "さらに読む ⇒南洋タイムズ出典/画像元: https://example.com/a.htmlすごいですね。",
        "南洋タイムズ",
        "すごいですね。",
    ),
    "出典": ("出典：南洋タイムズ", "南洋タイムズ", ""),
    "引用元とURL": ("引用元: https://www.nanyo.example/a/1", "nanyo.example", ""),
}


@pytest.mark.parametrize(("line", "outlet", "rest"), CREDITS.values(), ids=CREDITS.keys())
def test_credits(line: str, outlet: str, rest: str) -> None:
    credit = find_credit(line, Span(start=0, end=len(line)))
    assert credit is not None
    assert (credit.outlet, line[credit.end :]) == (outlet, rest)


@pytest.mark.parametrize(
    "line",
    [
        "出典は明らかにされていない。",
        "続きを読む",
        "引用：首相は「行く」と述べた。これに反発が出た。",
        "詳細は https://example.com を参照。",
    ],
)
def test_must_not_be_credits(line: str) -> None:
    assert find_credit(line, Span(start=0, end=len(line))) is None


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("南洋タイムズ", "南洋タイムズ"),
        ("Nanyo Times Home - Breaking News, World, Sports, Business", "Nanyo Times"),
        ("漁業のニュースを読むなら | 港新聞", "港新聞"),
        ("港新聞デジタル｜朝夕の紙面から", "港新聞デジタル"),
        ("南洋放送 公式サイト", "南洋放送"),
        ("", None),
    ],
)
def test_outlet_names(printed: str, name: str | None) -> None:
    assert outlet_name(printed) == name


def cited(text: str) -> list[tuple[str, str | None, datetime | None]]:
    article = divide(Article(id="a", body=text))
    return [(b.of(article.text), b.source, b.published) for b in article.blocks if b.role == "cited"]


def test_marked_lines_above_a_credit() -> None:
    text = (
        "首脳が会談\n"
        "首脳は会談した。\n"
        "✅ 枠は15%減る。\n"
        "✅ 漁民は反対した。\n"
        "引用元：港新聞（2031年4月9日）\n"
        "会談は続く。"
    )
    day = datetime(2031, 4, 9, tzinfo=JST)
    assert cited(text) == [("✅ 枠は15%減る。", "港新聞", day), ("✅ 漁民は反対した。", "港新聞", day)]


def test_a_quotation_above_a_credit() -> None:
    quotation = "「三国の首脳は七日、島で会談し、漁業の協定に署名した」"
    assert cited(f"首脳が会談\n首脳は会談した。\n{quotation}\n出典：港新聞\n会談は続く。") == [
        (quotation, "港新聞", None)
    ]


def test_marked_lines_without_a_credit_are_body() -> None:
    article = divide(Article(id="a", title="首脳が会談", body="✅ 枠は15%減る。\n✅ 漁民は反対した。\n会談は続く。"))
    assert [block.role for block in article.blocks] == ["headline", "body", "body", "body"]
