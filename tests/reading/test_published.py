from __future__ import annotations

import pytest

from jpnews_nlp.model.article import Article
from jpnews_nlp.model.span import Span
from jpnews_nlp.reading.blocks import divide
from jpnews_nlp.reading.lines import lines_of
from jpnews_nlp.reading.published import find_published, printed_dates

PROSE = "三国の首脳は7日、サンゴ島で会談した。"

PRINTED = {
    "公開日": ("公開日:2031/04/09", "2031-04-09T00:00:00+09:00", "published"),
    "掲載": ("掲載：2031年4月9日", "2031-04-09T00:00:00+09:00", "published"),
    "配信_後置": ("2031年4月9日 17時05分 配信", "2031-04-09T17:05:00+09:00", "published"),
    "全角": ("２０３１年４月９日　１７時０５分", "2031-04-09T17:05:00+09:00", "bare"),
    "曜日": ("2031/04/09(水) 7:05", "2031-04-09T07:05:00+09:00", "bare"),
    "午後": ("2031年4月9日午後5時5分", "2031-04-09T17:05:00+09:00", "bare"),
    "令和": ("令和13年4月9日", "2031-04-09T00:00:00+09:00", "bare"),
    "元年": ("令和元年5月1日", "2019-05-01T00:00:00+09:00", "bare"),
    "協定世界時": ("2031-04-09T08:05:00Z", "2031-04-09T08:05:00+00:00", "bare"),
    "更新だけ": ("最終更新 2031.04.09", "2031-04-09T00:00:00+09:00", "updated"),
    "初出が更新に勝つ": ("更新：2031/04/11 公開：2031/04/09", "2031-04-09T00:00:00+09:00", "published"),
    "話題つき": ("2031年4月9日 10時24分 南洋情勢", "2031-04-09T10:24:00+09:00", "bare"),
    "署名つき": ("公開日：2031/04/09　編集部 ヤマネ", "2031-04-09T00:00:00+09:00", "published"),
    "暦にない時刻": ("2031/04/09 31:99", "2031-04-09T00:00:00+09:00", "bare"),
}

NOT_PRINTED = {
    "本文の日付": "2031年4月7日、三国の首脳が会談した。",
    "見出しの日付": "2031年4月7日の会談",
    "暦にない日": "公開日:2031/13/45",
    "年のない日": "4月9日 17:05 配信",
    "電話番号": "03-1234-5678",
    "説明文": "画像：2031年4月7日、サンゴ島の港",
    "年表": "2031年4月7日 会談",
}


def found(text: str) -> tuple[str, str] | None:
    date = find_published(text, lines_of(Article(id="a", body=text)))
    if date is None:
        return None
    assert 0 <= date.start < date.end <= len(text)
    assert date.moment.tzinfo is not None
    return date.moment.isoformat(), date.cue


@pytest.mark.parametrize(("line", "moment", "cue"), PRINTED.values(), ids=PRINTED.keys())
def test_a_date_at_the_top(line: str, moment: str, cue: str) -> None:
    assert found(f"首脳が会談\n{line}\n\n{PROSE}") == (moment, cue)


@pytest.mark.parametrize("line", NOT_PRINTED.values(), ids=NOT_PRINTED.keys())
def test_what_is_no_publication_date(line: str) -> None:
    assert found(f"首脳が会談\n{line}\n\n{PROSE}") is None


def test_the_span_is_the_date_alone() -> None:
    text = f"首脳が会談\n公開日：２０３１/04/09 (水)\n{PROSE}"
    date = find_published(text, lines_of(Article(id="a", body=text)))
    assert date is not None
    assert date.of(text) == "２０３１/04/09 (水)"


def test_among_dates_below_the_lead_the_latest_is_the_articles_own() -> None:
    dates = ["公開日:2031/04/01", "公開日:2031/04/09", "公開日:2031/03/20"]
    text = f"首脳が会談\n{PROSE}\n" + "\n".join(f"{date}\n{PROSE}" for date in dates)
    assert found(text) == ("2031-04-09T00:00:00+09:00", "published")


def test_a_date_at_the_top_goes_before_later_ones_below() -> None:
    assert found(f"首脳が会談\n2031/04/09\n{PROSE}\n更新：2031/05/01\n{PROSE}") == ("2031-04-09T00:00:00+09:00", "bare")


def test_a_bare_date_between_paragraphs_is_a_chronology() -> None:
    text = f"島の一年\n{PROSE}\n2031年1月1日\n{PROSE}\n2031年2月1日\n{PROSE}"
    assert found(text) is None


def test_a_date_after_the_last_paragraph() -> None:
    assert found(f"首脳が会談\n{PROSE}\n（2031年4月9日 港新聞）") == ("2031-04-09T00:00:00+09:00", "bare")


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("【2031年4月9日】首脳は7日に会談した。", "2031-04-09T00:00:00+09:00"),
        ("【4月9日】首脳は会談した。合意は2031年4月9日に発効した。", "2031-04-09T00:00:00+09:00"),
        ("【4月9日】首脳は会談した。\n© 2031 港新聞", "2031-04-09T00:00:00+09:00"),
        ("【4月9日】首脳は2031年に会談した。", None),
        ("【港町9日＝山根】首脳は会談した。", None),
    ],
    ids=["年つき", "年は本文の同じ日", "年は著作権表示", "年が分からない", "地名と日"],
)
def test_datelines(text: str, moment: str | None) -> None:
    date = found(text)
    assert (date[0] if date else None) == moment


def test_dates_of_other_articles_do_not_count() -> None:
    text = f"首脳が会談\n{PROSE}\n{PROSE}続きがある。\n関連記事\n公開日：2031/05/05\n猫の話をたどると…"
    assert divide(Article(id="a", body=text)).published is None


def test_several_dates_on_a_line() -> None:
    text = "公開：2031/04/09｜更新：2031/04/10"
    assert [(d.cue, d.of(text)) for d in printed_dates(text, Span(start=0, end=len(text)))] == [
        ("published", "2031/04/09"),
        ("updated", "2031/04/10"),
    ]
