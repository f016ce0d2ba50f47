"""The comparison as a whole: its properties, and cases from news."""

from __future__ import annotations

import random
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.comparison.conftest import MORNING, check

from jpnews_nlp import Article, Pipeline
from jpnews_nlp.errors import ArticleError

PIPELINE = Pipeline(engine="mecab")

EARLY = "18日午前9時ごろ、新潟県長岡市で地震があった。県警によると、けが人は3人だ。上越線は運転を見合わせている。"
LATER = "新潟県長岡市で18日午前に起きた地震で、けが人は8人に増えた。上越線は18日夕、運転を再開した。"
THIRD = "長岡市の地震で、消防は5人がけがをしたと発表した。気象庁によると、震源の深さは約10キロだった。"
OTHER = "東都電機は18日、純利益が前年より20%増えて300億円だったと発表した。"


def told(name: str, body: str, hours: int = 0) -> Article:
    return Article(id=name, outlet=name, body=body, published=MORNING + timedelta(hours=hours))


ANALYSES = [
    PIPELINE.analyze(a)
    for a in (
        told("朝", EARLY),
        told("夕", LATER, 9),
        told("昼", THIRD, 4),
        told("別", OTHER, 4),
        told("日付なし", EARLY),
    )
]
EXPECTED = PIPELINE.compare(ANALYSES).to_json()


@settings(max_examples=25, deadline=None)
@given(st.permutations(ANALYSES))
def test_the_order_of_the_articles_changes_no_byte(analyses) -> None:
    assert PIPELINE.compare(analyses).to_json() == EXPECTED


def test_articles_and_analyses_compare_alike() -> None:
    articles = [told("朝", EARLY), told("夕", LATER, 9)]
    assert PIPELINE.compare(articles) == PIPELINE.compare([PIPELINE.analyze(a) for a in articles])


COPIES = {
    "地震": THIRD,
    "会談": "ヨハン・ベルクマン首相は18日、首都でアンナ・コワルスカ大統領と会談した。両首脳は停戦に合意しなかった。",
    "火事": "18日未明、長野県松本市の旅館で火事があった。佐々木清さん（67）が死亡し、3人が重傷を負った。",
    "決算": OTHER,
    "相対節・引用・予定": (
        "18日午前9時5分、新潟県長岡市で震度5強を観測する地震があった。上越線は運転を見合わせているが、20日に再開する予定だ。"
        "知事は「二度と起こさない」と述べ、国に支援を求めた。"
    ),
}


@pytest.mark.parametrize("body", COPIES.values(), ids=COPIES.keys())
@pytest.mark.parametrize("hours", [0, 5], ids=["同時", "後で"])
def test_an_article_and_its_copy_agree_in_all(body: str, hours: int) -> None:
    compared = PIPELINE.compare([told("元", body), told("写し", body, hours)])
    check(compared)
    assert len(compared.events) == 1
    assert {g.verdict for g in compared.groups} == {"agree"}
    long_enough = [g for g in compared.groups if all(len(c.text) >= 12 for c in g.claims)]
    assert long_enough
    assert {g.origins for g in long_enough} == {1}


SUBJECTS = [
    "市立美術館",
    "代表チーム",
    "県議会",
    "東都電機",
    "動物園",
    "港の漁協",
    "気象台",
    "大学の研究班",
    "図書館",
    "鉄道会社",
]
ACTS = ["展覧会を開いた", "試合に敗れた", "予算案を可決した", "新型の電池を発売した", "象の赤ちゃんを公開した"]
ACTS += ["初競りを行った", "梅雨明けを発表した", "新種の魚を見つけた", "古い地図を展示した", "新しい駅を開業した"]
CITIES = ["釧路市", "盛岡市", "高崎市", "福井市", "豊橋市", "大津市", "米子市", "呉市", "高知市", "佐世保市"]


def test_unrelated_news_gives_no_link() -> None:
    chance = random.Random(7)
    bodies = [f"{s}は{n + 1}日、{c}で{a}。" for n, (s, a, c) in enumerate(zip(SUBJECTS, ACTS, CITIES, strict=True))]
    chance.shuffle(bodies)
    compared = PIPELINE.compare([told(f"n{i}", body, i) for i, body in enumerate(bodies)])
    check(compared)
    assert all(len(event) == 1 for event in compared.events)
    assert {g.verdict for g in compared.groups} == {"single"}


def test_two_hundred_unrelated_articles_give_no_link() -> None:
    places = ["釧路市", "盛岡市", "高崎市", "福井市", "豊橋市", "大津市", "米子市", "呉市", "高知市", "佐世保市"]
    places += ["函館市", "秋田市", "水戸市", "甲府市", "津市", "姫路市", "松江市", "下関市", "松山市", "那覇市"]
    bodies = [
        f"{SUBJECTS[(i * 7 + i // 10) % 10]}は{i % 28 + 1}日、{places[(i * 3 + i // 20) % 20]}で{ACTS[i % 10]}。"
        for i in range(200)
    ]
    assert len(set(bodies)) == 200
    compared = PIPELINE.compare([told(f"n{i:03}", body, i * 30) for i, body in enumerate(bodies)])
    check(compared)
    assert sum(len(g.links) for g in compared.groups) == 0
    assert all(len(event) == 1 for event in compared.events)


def test_many_reports_on_one_happening_are_one_event() -> None:
    bodies = [EARLY, LATER, THIRD]
    compared = PIPELINE.compare([told(f"n{i:02}", bodies[i % 3], i) for i in range(24)])
    check(compared)
    assert len(compared.events) == 1
    assert compared.ties
    assert all(tie.together for tie in compared.ties)


@settings(max_examples=25, deadline=None)
@given(st.sampled_from(sorted(COPIES)), st.integers(min_value=2, max_value=4))
def test_copies_are_one_origin_and_agree(name: str, times: int) -> None:
    compared = PIPELINE.compare([told(f"n{i}", COPIES[name], i) for i in range(times)])
    assert len(compared.events) == 1
    assert {g.verdict for g in compared.groups} == {"agree"}
    assert {g.origins for g in compared.groups if all(len(c.text) >= 12 for c in g.claims)} == {1}


def test_who_tells_who_quotes_and_who_lacks_a_claim() -> None:
    compared = PIPELINE.compare([told("朝", EARLY), told("夕", LATER, 9), told("昼", THIRD, 4), told("別", OTHER, 4)])
    hurt = next(g for g in compared.groups if any("けが人は3人" in c.text for c in g.claims))
    assert compared.coverage(hurt) == {"朝": "quotes", "昼": "quotes", "夕": "tells"}
    trains = next(g for g in compared.groups if any("運転を再開" in c.text for c in g.claims))
    assert compared.coverage(trains) == {"朝": "tells", "昼": "lacks", "夕": "tells"}
    depth = next(g for g in compared.groups if any("深さは約10キロ" in c.text for c in g.claims))
    assert compared.coverage(depth) == {"朝": "lacks", "昼": "quotes", "夕": "lacks"}


def test_links_name_what_aligned_them() -> None:
    body = "18日午前9時5分ごろ、新潟県長岡市で地震があった。"
    compared = PIPELINE.compare([told("朝", body), told("昼", body.replace("5分", "6分"), 1)])
    assert {k.source for g in compared.groups for k in g.links} == {"alignment-model", "inside-paired-clauses"}


NEWS = {
    "死者の更新": ("死者は4人となった。", "死者は9人に増えた。", ("update", "number")),
    "情報源が違う数": ("県警によると、死者は4人。", "消防によると、死者は4人。", ("agree", None)),
    "予定と実施": ("県は避難所を設ける予定だ。", "県は避難所を設けた。", ("update", "status")),
    "運転の再開": ("上越線は運転を見合わせている。", "上越線は運転を再開した。", ("update", "status")),
    "数十人": ("数十人がけがをした。", "32人がけがをした。", ("partial", "number")),
    "県と市": ("新潟県で住宅3棟が倒壊した。", "長岡市で住宅3棟が倒壊した。", ("partial", "place")),
    "深さ": ("震源の深さは約10キロだった。", "震源の深さは約30キロだった。", ("conflict", "number")),
    "同じ深さ": ("震源の深さは約10キロだった。", "震源の深さは10kmだった。", ("agree", None)),
    "津波なし": ("この地震による津波の心配はない。", "この地震で津波の心配はないという。", ("agree", None)),
}
SCENE = "18日午前9時ごろ、新潟県長岡市で地震があった。"


@pytest.mark.parametrize(("left", "right", "expected"), NEWS.values(), ids=NEWS.keys())
def test_news(compare, left: str, right: str, expected: tuple[str, str | None]) -> None:
    compared = compare(SCENE + left, SCENE + right)
    statements = (left.rstrip("。").split("、")[-1], right.rstrip("。").split("、")[-1])
    found = set()
    for group in compared.groups:
        texts = {c.id: c.text for c in group.claims}
        found |= {(k.relation, k.slot) for k in group.links if texts[k.a] in statements[0] or texts[k.a] in left}
    assert found == {expected}


def test_three_articles_share_one_group(compare) -> None:
    compared = compare(*(SCENE + "けが人は3人だ。" for _ in range(3)))
    group = next(g for g in compared.groups if "けが人は3人だ" in {c.text for c in g.claims})
    assert [c.article for c in group.claims] == ["a0", "a1", "a2"]
    assert len(group.links) == 3


def test_what_one_article_alone_tells(compare) -> None:
    compared = compare(SCENE + "気象台は余震に注意を呼びかけた。", SCENE)
    assert [c.text for g in compared.only_in("a0") for c in g.claims] == ["気象台は余震に注意を呼びかけた"]
    assert compared.only_in("1社") == ()


def test_groups_come_gravest_first(compare) -> None:
    compared = compare(
        SCENE + "けが人は3人だ。震源の深さは10キロだった。学校は休校した。",
        SCENE + "けが人は5人だ。震源の深さは30キロだった。",
    )
    order = ["conflict", "update", "partial", "agree", "single"]
    verdicts = [order.index(g.verdict) for g in compared.groups]
    assert verdicts == sorted(verdicts)


def test_articles_come_by_publication_then_id() -> None:
    names = [("丙", 2), ("乙", 1), ("甲", 1)]
    compared = PIPELINE.compare([told(name, EARLY, hours) for name, hours in names])
    assert [a.id for a in compared.articles] == ["乙", "甲", "丙"]


def test_one_article_alone_is_all_singles(compare) -> None:
    compared = compare(EARLY)
    assert compared.events == (("a0",),)
    assert {g.verdict for g in compared.groups} == {"single"}


def test_nothing_to_compare() -> None:
    with pytest.raises(ArticleError, match="nothing to compare"):
        PIPELINE.compare([])


def test_an_id_twice() -> None:
    with pytest.raises(ArticleError, match="'朝'"):
        PIPELINE.compare([told("朝", EARLY), told("朝", LATER)])


def test_articles_without_a_statement(compare) -> None:
    assert compare("　", "", "……").groups == ()


def test_two_causes_of_one_death_are_linked_though_no_word_is_shared(compare) -> None:
    compared = compare(
        "青山恵さんは山の絵で知られた。画家の青山恵さんが8月1日、心不全のため都内の病院で死去した。",
        "青山恵さんは山の絵で知られた。画家の青山恵さんは8月1日に都内の病院で亡くなった。死因は肺炎だった。",
    )
    links = [k for g in compared.groups for k in g.links if k.source == "values"]
    assert [(k.relation, k.rule, k.left, k.right) for k in links] == [("conflict", "value_differs", "心不全", "肺炎")]


def test_one_outlet_calls_somebody_president_and_one_chairman(compare) -> None:
    compared = compare(
        "南海電機の青山太郎社長は工場を閉鎖すると述べた。", "南海電機の青山太郎会長は工場を閉鎖すると述べた。"
    )
    links = [k for g in compared.groups for k in g.links if k.source == "titles"]
    assert [(k.relation, k.rule) for k in links] == [("conflict", "title_differs")]


def test_who_is_called_both_by_one_outlet_is_no_conflict(compare) -> None:
    compared = compare(
        "南海電機の青山太郎社長は工場を閉鎖すると述べた。",
        "南海電機の青山太郎会長は工場を閉鎖すると述べた。青山太郎社長は4月に会長に退いた。",
    )
    assert not [k for g in compared.groups for k in g.links if k.source == "titles"]
