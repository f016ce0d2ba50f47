"""An article: its text, its publication, and back from JSON."""

from __future__ import annotations

import dataclasses
from datetime import date, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jpnews_nlp.errors import ArticleError, RecordError
from jpnews_nlp.model.article import JST, Article, Block

UTC = timezone.utc


def test_text_is_title_and_body() -> None:
    assert (
        Article(id="a", title="首相が辞任", body="首相は15日、辞任した。").text == "首相が辞任\n首相は15日、辞任した。"
    )


def test_text_is_the_body_alone_without_a_title() -> None:
    assert Article(id="a", body="　本文\r\n").text == "　本文\r\n"


PUBLISHED: dict[str, tuple[Any, datetime]] = {
    "日付は日本の零時": (date(2025, 8, 15), datetime(2025, 8, 15, tzinfo=JST)),
    "時差のない時刻は日本時間": (datetime(2025, 8, 15, 7), datetime(2025, 8, 15, 7, tzinfo=JST)),
    "時差のある時刻はそのまま": (datetime(2025, 8, 15, 7, tzinfo=UTC), datetime(2025, 8, 15, 7, tzinfo=UTC)),
}


@pytest.mark.parametrize(("given_as", "expected"), PUBLISHED.values(), ids=PUBLISHED.keys())
def test_published_is_aware(given_as: Any, expected: datetime) -> None:
    published = Article(id="a", body="", published=given_as).published
    assert published == expected
    assert published is not None
    assert published.utcoffset() == expected.utcoffset()


def test_published_may_be_unknown() -> None:
    assert Article(id="a", body="").published is None


WRONG: dict[str, tuple[dict[str, Any], str]] = {
    "番号の識別子": ({"id": 1, "body": ""}, "'id' is int"),
    "空の識別子": ({"id": "", "body": ""}, "non-empty"),
    "本文がない": ({"id": "a", "body": None}, "'body' is NoneType"),
    "題がない": ({"id": "a", "title": None, "body": ""}, "'title' is NoneType"),
    "文字の日付": ({"id": "a", "body": "", "published": "2025-08-15"}, "'published' is str"),
}


@pytest.mark.parametrize(("fields", "message"), WRONG.values(), ids=WRONG.keys())
def test_wrong_fields_are_named(fields: dict[str, Any], message: str) -> None:
    with pytest.raises(ArticleError, match=message):
        Article(**fields)


HEADLINES = {
    "題": (Article(id="a", title="題", body="本文"), "題"),
    "見出しの塊": (
        Article(id="a", body="社会\n見出し\n本文", blocks=(Block(start=3, end=6, role="headline"),)),
        "見出し",
    ),
    "初めの行": (Article(id="a", body="\n　一行目\n本文"), "一行目"),
    "空は識別子": (Article(id="a", body="　\n"), "a"),
}


@pytest.mark.parametrize(("article", "expected"), HEADLINES.values(), ids=HEADLINES.keys())
def test_headline(article: Article, expected: str) -> None:
    assert article.headline == expected


def test_label_is_the_outlet_or_the_id() -> None:
    assert Article(id="a", body="", outlet="毎朝新聞").label == "毎朝新聞"
    assert Article(id="a", body="").label == "a"


@pytest.mark.parametrize("role", ["headline", "body", "heading", "caption", "cited"])
def test_content_roles(role: Any) -> None:
    assert Block(start=0, end=1, role=role).is_content


@pytest.mark.parametrize("role", ["aside", "furniture"])
def test_other_roles_give_no_claims(role: Any) -> None:
    assert not Block(start=0, end=1, role=role).is_content


def test_keys_of_the_json() -> None:
    plain = Article(id="a", title="題", body="本文", published=date(2025, 8, 15)).to_dict()
    assert plain == {
        "id": "a",
        "title": "題",
        "outlet": None,
        "published": "2025-08-15T00:00:00+09:00",
        "url": None,
        "text": "題\n本文",
        "blocks": [],
    }


OFFSETS = st.integers(-12, 12).map(lambda hours: timezone(timedelta(hours=hours)))
TEXT = st.text(max_size=40)
ARTICLES = st.builds(
    Article,
    id=st.text(min_size=1, max_size=5),
    title=TEXT,
    body=TEXT,
    outlet=st.none() | TEXT,
    published=st.none() | st.datetimes(timezones=OFFSETS),
    url=st.none() | TEXT,
    blocks=st.lists(
        st.builds(Block, start=st.integers(0, 9), end=st.integers(9, 20), role=st.sampled_from(["body", "cited"])),
        max_size=3,
    ).map(tuple),
)


@given(ARTICLES)
def test_back_from_json(article: Article) -> None:
    again = Article.from_dict(article.to_dict())
    assert again == article
    assert again.text == article.text


BROKEN: dict[str, tuple[dict[str, Any], str]] = {
    "本文がない": ({"text": None}, "'text'"),
    "日付が読めない": ({"published": "15日"}, "published.*15日"),
    "役割が知られていない": ({"blocks": [{"start": 0, "end": 1, "role": "advert"}]}, r"blocks\[0\].role"),
    "位置が数でない": ({"blocks": [{"start": "0", "end": 1, "role": "body"}]}, r"blocks\[0\].start"),
    "位置が真偽": ({"blocks": [{"start": True, "end": 1, "role": "body"}]}, r"blocks\[0\].start"),
    "塊が並びでない": ({"blocks": {}}, "blocks"),
}


@pytest.mark.parametrize(("change", "message"), BROKEN.values(), ids=BROKEN.keys())
def test_broken_json_is_named(change: dict[str, Any], message: str) -> None:
    plain = Article(id="a", title="題", body="本文").to_dict() | change
    with pytest.raises(RecordError, match=message):
        Article.from_dict(plain)


def test_an_article_cannot_be_changed() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        Article(id="a", body="").body = "別"  # type: ignore[misc]
