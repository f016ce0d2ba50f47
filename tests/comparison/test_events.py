"""Which articles report one happening, and what keeps look-alikes apart."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from tests.comparison.conftest import MORNING

from jpnews_nlp import Article, Pipeline
from jpnews_nlp.comparison.events import alike, common_names, sets_apart
from jpnews_nlp.comparison.outlines import Outline

QUAKE = "18日午前9時ごろ、新潟県長岡市で震度5強を観測する地震があった。けが人は3人だった。"

TOGETHER = {
    "名前のない短い記事": ("倉庫が燃える火災があり、5人がけがをした。", "倉庫が燃えた火災で、けが人は4人だった。"),
    "同じ地震": (QUAKE, "新潟県長岡市で18日午前9時ごろ震度5強の揺れを観測した。3人がけがをした。"),
    "後報": (QUAKE, "新潟県長岡市で18日にあった震度5強の地震で、けが人は5人に増えた。"),
    "会談": (
        "ヨハン・ベルクマン首相とアンナ・コワルスカ大統領は18日、ワルシャワで会談した。",
        "ベルクマン首相は18日、ワルシャワを訪れ、コワルスカ大統領と会談した。",
    ),
    "一文だけの写し": ("倉庫が全焼した。", "倉庫が全焼した。"),
    "火事の続報": (
        "18日未明、長野県松本市の旅館で火事があった。2人が死亡した。",
        "長野県松本市の旅館で18日に2人が死亡した火事で、警察は原因を調べている。",
    ),
}


@pytest.mark.parametrize(("left", "right"), TOGETHER.values(), ids=TOGETHER.keys())
def test_one_happening(compare, left: str, right: str) -> None:
    assert compare(left, right).events == (("a0", "a1"),)


APART = {
    "別の場所の別の日の地震": (
        QUAKE,
        "12日午後3時ごろ、北海道釧路市で震度5強を観測する地震があった。けが人は2人だった。",
    ),
    "別の台風": (
        "台風10号は18日、九州に上陸した。宮崎市で3人がけがをした。",
        "台風15号は18日、九州に上陸した。宮崎市で2人がけがをした。",
    ),
    "別の回の大会": (
        "第54回全国高校駅伝大会は18日、京都市で開かれた。A高校が優勝した。",
        "第53回全国高校駅伝大会は18日、京都市で開かれた。B高校が優勝した。",
    ),
    "関わりのない記事": (QUAKE, "東都電機は18日、純利益が20%増えたと発表した。"),
    "共通の語のない記事": ("美術館は春の展覧会を開いた。", "代表チームは試合に敗れた。"),
}


@pytest.mark.parametrize(("left", "right"), APART.values(), ids=APART.keys())
def test_look_alikes_are_apart_and_have_no_link(compare, left: str, right: str) -> None:
    compared = compare(left, right)
    assert compared.events == (("a0",), ("a1",))
    assert not any(g.links for g in compared.groups)
    assert {g.verdict for g in compared.groups} == {"single"}


def told_at(pipeline: Pipeline, body: str, *when: datetime) -> tuple[tuple[str, ...], ...]:
    return pipeline.compare(Article(id=f"a{n}", body=body, published=t) for n, t in enumerate(when)).events


@pytest.mark.parametrize(("days", "events"), [(13, 1), (40, 2), (365, 2)])
def test_reports_far_apart_in_time_are_of_two_happenings(pipeline, days: int, events: int) -> None:
    body = "長野県松本市の旅館で火事があった。男性2人が死亡した。"
    assert len(told_at(pipeline, body, MORNING, MORNING + timedelta(days=days))) == events


def test_a_day_in_common_holds_reports_together_however_late(pipeline) -> None:
    body = "2025年8月10日に長野県松本市の旅館で火事があった。男性2人が死亡した。"
    assert len(told_at(pipeline, body, MORNING, MORNING + timedelta(days=200))) == 1


def test_an_article_of_another_event_stays_out(compare) -> None:
    compared = compare(QUAKE, "東都電機は18日、純利益が20%増えたと発表した。", QUAKE)
    assert compared.events == (("a0", "a2"), ("a1",))


def outline(*names: str, places: str = "", day: int = 18) -> Outline:
    """An article with these names, the places and the day of its lead among them."""
    days = frozenset({date(2025, 8, day)})
    return Outline(
        published=MORNING,
        names=frozenset({*names, *places.split()}),
        days=days,
        lead_days=days,
        lead_places=frozenset(places.split()),
        lead_people=frozenset(),
        parties=frozenset(),
        predicates=frozenset(),
        happenings=(),
        designators=frozenset(),
        again=False,
        told=1,
    )


def test_a_name_in_most_articles_of_a_collection_is_common() -> None:
    collection = [outline("首相", f"第{n}市") for n in range(40)]
    assert common_names(collection) == {"首相"}
    assert common_names(collection[:5]) == set()


COMMON = frozenset({"首相", "大統領", "東京", "大阪"})
ALIKE = {
    "よくない名を共にする": (("首相", "松本市"), ("大統領", "松本市"), True),
    "よくある名だけ": (("首相", "松本市", "飯田市"), ("首相", "釧路市", "根室市"), False),
    "よくある名でも半分": (("首相", "松本市"), ("首相", "釧路市"), True),
    "よくある名でも三つ": (
        ("首相", "大統領", "東京", "松本市", "飯田市", "岡谷市", "諏訪市"),
        ("首相", "大統領", "東京", "釧路市", "根室市", "北見市", "網走市"),
        True,
    ),
    "共にする名がない": (("松本市",), ("釧路市",), False),
    "名がない": ((), ("釧路市",), True),
}


@pytest.mark.parametrize(("left", "right", "expected"), ALIKE.values(), ids=ALIKE.keys())
def test_names_that_tell(left: tuple[str, ...], right: tuple[str, ...], expected: bool) -> None:
    for one, other in ((left, right), (right, left)):
        assert alike(outline(*one), outline(*other), COMMON) is expected


def test_two_places_of_one_story_are_held_together_by_its_names() -> None:
    names = ("佐藤一郎", "田中花子", "東都電機", "北陸銀行")
    one, other = outline(*names, places="松本市"), outline(*names, places="釧路市", day=17)
    assert sets_apart(one, other) is None
    apart = sets_apart(outline(places="松本市"), outline(places="釧路市", day=17))
    assert apart is not None
    assert apart.rule == "event_place_day"
