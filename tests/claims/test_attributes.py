"""Ages, titles and moments: what outlets can differ on alone."""

from __future__ import annotations

import pytest

from jpnews_nlp.model.claim import AGE, MOMENT, PLACE

AGES = {
    "全角括弧": ("木村太郎さん（37）が死亡した。", ["木村太郎さん（37）"]),
    "半角括弧": ("木村太郎さん(37)が死亡した。", ["木村太郎さん(37)"]),
    "歳つき": ("木村太郎さん（37歳）が死亡した。", ["木村太郎さん（37歳）"]),
    "漢数字でない二人": ("男性（51）が死亡し、妻（49）が重傷を負った。", ["男性（51）", "妻（49）"]),
    "漢数字": ("木村太郎さん（六十四）と男性（五二）が死亡した。", ["木村太郎さん（六十四）", "男性（五二）"]),
    "容疑者": ("木村太郎容疑者（45）を逮捕した。", ["木村太郎容疑者（45）"]),
    "当時": ("会社員の木村太郎さん（当時37）が死亡した。", ["木村太郎さん（当時37）"]),
    "二重線の間の当時": ("会社員木村太郎さん＝当時（37）＝が死亡した。", ["会社員木村太郎さん＝当時（37）＝"]),
    "名のない人の当時": ("けがをした男性＝当時（48）＝が訴えた。", ["男性＝当時（48）＝"]),
}


@pytest.mark.parametrize(("body", "expected"), AGES.values(), ids=AGES.keys())
def test_age_in_brackets(read, body: str, expected: list[str]) -> None:
    ages = [c for c in read(body) if c.predicate == AGE]
    assert [c.text for c in ages] == expected
    assert all(c.kind == "attribute" and c.slots.quantities[-1].unit == "歳" for c in ages)


NO_AGE = {
    "年": "大会（2024）が開かれた。",
    "人数": "生徒（37人）が避難した。",
    "漢数字の項": "報告書の表（十二）を見た。",
    "電話": "市役所（03）に電話した。",
    "括弧のない歳": "37歳の女性が死亡した。",
}


@pytest.mark.parametrize("body", NO_AGE.values(), ids=NO_AGE.keys())
def test_no_age(read, body: str) -> None:
    assert [c.text for c in read(body) if c.predicate == AGE] == []


TITLES = {
    "名の後": ("ヨハン・ベルクマン首相が来日した。", [("ヨハン・ベルクマン首相", "首相")]),
    "前のつく肩書": ("ブラウン前大統領が来日した。", [("ブラウン前大統領", "前大統領")]),
    "同じ肩書は一度": ("ブラウン大統領が来日した。ブラウン大統領は会見した。", [("ブラウン大統領", "大統領")]),
    "敬称は肩書でない": ("木村太郎さんが来た。木村氏は話した。", []),
    "肩書だけは名がない": ("大統領が来日した。", []),
}


@pytest.mark.parametrize(("body", "expected"), TITLES.values(), ids=TITLES.keys())
def test_title_with_a_name(read, body: str, expected: list[tuple[str, str]]) -> None:
    assert [(c.text, c.predicate) for c in read(body) if c.kind == "title"] == expected


MOMENTS = {
    "分まで": ("18日午後3時15分、北海道で地震があった。", ["18日午後3時15分"]),
    "時だけ": ("18日午後3時ごろ、北海道で地震があった。", ["18日午後3時ごろ"]),
    "時間帯は主張でない": ("18日夜、北海道で地震があった。", []),
    "文の中ほど": ("会見は18日午後3時15分に始まった。", []),
}


@pytest.mark.parametrize(("body", "expected"), MOMENTS.values(), ids=MOMENTS.keys())
def test_moment_at_the_head_of_a_sentence(read, body: str, expected: list[str]) -> None:
    assert [c.text for c in read(body) if c.predicate == MOMENT] == expected


PLACES = {
    "場所の後に日時": ("新潟県上越市で、18日午後3時15分ごろ、火事があった。", ["新潟県上越市で"]),
    "山中": ("長野県北部の山中に現地時間の18日午後3時ごろ、小型機が墜落した。", ["長野県北部の山中に"]),
    "日時の後の場所は主張でない": ("18日午後3時15分ごろ、新潟県上越市で火事があった。", []),
    "日だけ": ("新潟県上越市で、18日、火事があった。", []),
    "時刻のない場所": ("新潟県上越市で火事があった。", []),
    "主題": ("新潟県上越市では18日午後3時15分ごろ、火事があった。", []),
}


@pytest.mark.parametrize(("body", "expected"), PLACES.values(), ids=PLACES.keys())
def test_place_beside_a_moment(read, body: str, expected: list[str]) -> None:
    assert [c.text for c in read(body) if c.predicate == PLACE] == expected


WHOLE = {
    "年齢だけの文": ("木村太郎さんが死去した。37歳。", ["37歳"]),
    "敬体": ("木村太郎さんが死去した。37歳でした。", ["37歳でした"]),
    "没": ("木村太郎さんが死去した。37歳没。", ["37歳没"]),
    "名の後の歳": ("会社員の木村太郎さん42歳が死亡した。", ["木村太郎さん42歳"]),
    "読点の後の歳": ("木村太郎さん、42歳が死亡した。", ["木村太郎さん、42歳"]),
    "別の人の歳": ("木村太郎さん、42歳の長男と暮らす。", []),
    "子どもの年齢": ("佐藤花ちゃん（7つ）が見つかった。", ["佐藤花ちゃん（7つ）"]),
    "文の中の歳": ("37歳の女性が死去した。", []),
}


@pytest.mark.parametrize(("body", "expected"), WHOLE.values(), ids=WHOLE.keys())
def test_age_without_brackets_of_its_own(read, body: str, expected: list[str]) -> None:
    assert [c.text for c in read(body) if c.predicate == AGE and c.kind == "attribute"] == expected
