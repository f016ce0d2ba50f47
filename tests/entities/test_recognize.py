"""People, places and organizations in sentences of our own, and what must not become one."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jpnews_nlp.engines.mecab import MecabEngine
from jpnews_nlp.entities.recognize import recognize
from jpnews_nlp.model.article import Article, Block
from jpnews_nlp.model.entity import Entity, Person

ENGINE = MecabEngine()


def entities(text: str) -> tuple[Entity, ...]:
    article = Article(id="a", body=text)
    found = recognize(article, ENGINE.parse(article))
    for entity in found:
        assert entity.of(text) == entity.text
    return found


def names(text: str, kind: str) -> list[str]:
    return [e.text for e in entities(text) if e.kind == kind]


PEOPLE = {
    "姓名と敬称": ("木村太郎氏は会見した。", [("木村太郎", "氏")]),
    "姓と敬称": ("木村さんは病院に運ばれた。", [("木村", "さん")]),
    "肩書の前の外国人名": ("ブラウン前大統領が演説した。", [("ブラウン", "前大統領")]),
    "辞書にない普通名詞も肩書で人": ("トランプ大統領は会談に臨んだ。", [("トランプ", "大統領")]),
    "中黒のある名": ("ヨハン・ベルクマン首相が辞任した。", [("ヨハン・ベルクマン", "首相")]),
    "国名が間に入る": ("ベルクマン・ドイツ首相が辞任した。", [("ベルクマン", "首相")]),
    "国の一字が肩書につく": ("ヨハン・ベルクマン独首相が辞任した。", [("ヨハン・ベルクマン", "独首相")]),
    "前の国名は名でない": ("アメリカ・ブラウン大統領が演説した。", [("ブラウン", "大統領")]),
    "県名が間に入る": ("木村太郎高知県知事が会見した。", [("木村太郎", "県知事")]),
    "読みが間に入る": ("中島芽衣（めい）さんが優勝した。", [("中島芽衣", "さん")]),
    "肩書が前": ("外相のヨハン・ベルクマンは否定した。", [("ヨハン・ベルクマン", "外相")]),
    "姓が地名でもある": ("千葉容疑者は容疑を認めた。", [("千葉", "容疑者")]),
    "中国の人名と肩書": ("習近平国家主席が到着した。", [("習近平", "国家主席")]),
    "韓国の人名と肩書": ("韓国の尹錫悦大統領が演説した。", [("尹錫悦", "大統領")]),
    "あだ名のちゃん": ("たけちゃんが歌った。", [("たけちゃん", None)]),
    "地名と同じ姓の外国人": ("ジャック・ロンドン監督が来日した。", [("ジャック・ロンドン", "監督")]),
    "切り離された一字": ("俳優の蛭井健さんが受賞した。", [("蛭井健", "さん")]),
    "姓とカタカナの名": ("佐藤ナナさんが受賞した。", [("佐藤ナナ", "さん")]),
}


@pytest.mark.parametrize(("text", "expected"), PEOPLE.values(), ids=PEOPLE.keys())
def test_a_person_is_the_name_apart_from_its_title(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(p.text, p.title) for p in entities(text) if isinstance(p, Person)] == expected


NO_PEOPLE = {
    "患者さん": "患者さんが待っている。",
    "同氏": "同氏は会見した。",
    "国の大統領": "ロシア大統領が演説した。",
    "種目の選手": "サッカー選手が集まった。",
    "選手権": "全国オープンゴルフ選手権が開幕した。",
    "役職の一部": "両国首相が会った。",
    "役所の大臣": "文部大臣が述べた。",
    "民族": "クルド人の活動家が集まった。",
    "県知事": "石川県知事が会見した。",
    "米を食べる": "朝に米を食べる。",
    "罪名と容疑者": "汚職容疑者が逃げた。",
    "主力メンバー": "主力メンバーが抜けた。",
    "作品の名": "小説『木村花子』を出版した。",
}


@pytest.mark.parametrize("text", NO_PEOPLE.values(), ids=NO_PEOPLE.keys())
def test_no_person(text: str) -> None:
    assert names(text, "person") == []


PLACES = {
    "二国の首脳会談": ("米露首脳会談が開かれた。", ["米", "露"]),
    "三国の協議": ("日米韓の協議が続く。", ["日", "米", "韓"]),
    "米と州は別": ("米アラスカ州で会談した。", ["米", "アラスカ州"]),
    "米大統領": ("米大統領は声明を出した。", ["米"]),
    "住所は一続き": ("新潟県長岡市小国町で火事があった。", ["新潟県長岡市小国町"]),
    "接頭辞のある駅": ("新大阪駅で列車が止まった。", ["新大阪駅"]),
    "線と駅は別": ("東海道新幹線新大阪駅で列車が止まった。", ["東海道新幹線", "新大阪駅"]),
    "空港駅": ("宮崎空港駅で降りた。", ["宮崎空港駅"]),
    "方角は外": ("九州北部で雨が降った。", ["九州"]),
    "都内は都まで": ("東京都内で会議があった。", ["東京都"]),
    "肩書の後の読点": ("ベルクマン大統領、アラスカで会談。", ["アラスカ"]),
    "県の略と市": ("三重四日市市で火事があった。", ["三重四日市市"]),
    "数量の前の市": ("雨量は山口500ミリ、大分358ミリだった。", ["山口", "大分"]),
}


@pytest.mark.parametrize(("text", "expected"), PLACES.values(), ids=PLACES.keys())
def test_places(text: str, expected: list[str]) -> None:
    assert names(text, "place") == expected


NO_PLACES = {
    "米を食べる": "朝に米を食べる。",
    "米の値段": "米の価格が上がった。",
    "日中の気温": "日中は気温が上がった。",
    "言語": "フランス語を学ぶ。",
    "日本人": "日本人が3人いた。",
    "船の名": "タンカー「日光丸」が沈んだ。",
    "朝日新聞": "朝日新聞が報じた。",
}


@pytest.mark.parametrize("text", NO_PLACES.values(), ids=NO_PLACES.keys())
def test_no_place(text: str) -> None:
    assert names(text, "place") == []


ORGANIZATIONS = {
    "県警と署": ("静岡県警磐田署が発表した。", ["静岡県警磐田署"]),
    "省の略称": ("厚労省は会見を開いた。", ["厚労省"]),
    "新聞社": ("毎日新聞によると、雨が続く。", ["毎日新聞"]),
    "国際機関": ("北大西洋条約機構（NATO）が声明を出した。", ["北大西洋条約機構", "NATO"]),
    "並んだ社名": ("朝日新聞・共同通信によると、雨が続く。", ["朝日新聞", "共同通信"]),
    "国の政府": ("イラク政府は否定した。", ["イラク政府"]),
    "大学": ("東北大学の研究チームが発表した。", ["東北大学"]),
}


@pytest.mark.parametrize(("text", "expected"), ORGANIZATIONS.values(), ids=ORGANIZATIONS.keys())
def test_organizations(text: str, expected: list[str]) -> None:
    assert names(text, "organization") == expected


def test_a_name_seen_once_with_a_title_is_a_person_everywhere() -> None:
    text = "トランプ大統領が到着した。\n会談のあと、トランプは空港を発った。\nトランプ・タワーは閉まっていた。"
    found = [(e.start, e.source) for e in entities(text) if e.kind == "person"]
    assert found == [(0, "title:after"), (text.index("トランプは"), "document:titled-elsewhere")]


def test_only_content_gives_entities() -> None:
    text = "木村氏は会見した。\n関連記事 佐藤氏が辞任"
    cut = text.index("関連")
    blocks = (Block(start=0, end=cut, role="body"), Block(start=cut, end=len(text), role="furniture"))
    article = Article(id="a", body=text, blocks=blocks)
    assert [e.text for e in recognize(article, ENGINE.parse(article))] == ["木村"]


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="木村太郎氏米露首脳・トランプ大統領（東京都市、。A1\n 　の\ud800\x00", max_size=40))
def test_any_text_gives_ordered_spans_without_overlap(text: str) -> None:
    found = entities(text or "。")
    assert not any(a.overlaps(b) for a, b in combinations(found, 2))
    assert list(found) == sorted(found, key=lambda e: e.start)


def test_a_name_of_latin_letters_needs_no_word_beside_it() -> None:
    assert names("JRは復旧を急いでいる。", "organization") == ["JR"]


def test_a_foreign_name_alone_is_a_person_and_a_people_is_not() -> None:
    assert names("楽団はシュナイダーの曲を演奏した。", "person") == ["シュナイダー"]
    assert names("楽団はシュナイダー人の曲を演奏した。", "person") == []
