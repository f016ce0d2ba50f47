"""Pairs of articles that look alike: kept apart with a reason, or one story after all."""

from __future__ import annotations

from datetime import timedelta

import pytest
from tests.comparison.conftest import MORNING, check

from jpnews_nlp import Article, Comparison, Pipeline

PIPELINE = Pipeline(engine="mecab")


def compared(left: tuple[str, str], right: tuple[str, str], days: int) -> Comparison:
    """The comparison of two articles, (headline, body) each, the second `days` later."""
    when = (MORNING, MORNING + timedelta(days=days))
    both = zip("ab", (left, right), when, strict=True)
    found = PIPELINE.compare(Article(id=i, title=t, body=b, published=w) for i, (t, b), w in both)
    check(found)
    return found


APART = {
    "同じ町の一週間後の地震": (
        ("長岡で震度5強", "18日午前9時ごろ、新潟県長岡市で震度5強を観測する地震があった。3人がけがをした。"),
        ("長岡で震度5弱", "25日午後2時ごろ、新潟県長岡市で震度5弱を観測する地震があった。1人がけがをした。"),
        7,
        "event_day",
    ),
    "同じ日の別の町の火事": (
        ("松本の旅館で火事", "18日未明、長野県松本市の旅館で火事があった。男性2人が死亡した。長野県警が調べている。"),
        ("上田の住宅で火事", "18日未明、長野県上田市の住宅で火事があった。女性1人が死亡した。長野県警が調べている。"),
        0,
        "event_place",
    ),
    "翌週の同じ道の衝突": (
        ("国道で衝突", "18日朝、愛知県豊田市の国道で乗用車とトラックが衝突した。運転していた男性が死亡した。"),
        ("国道で衝突", "26日朝、愛知県豊田市の国道で乗用車とトラックが衝突した。運転していた女性が重傷を負った。"),
        8,
        "event_day",
    ),
    "次の日程の同じ対戦": (
        ("北陸ホークスが先勝", "北陸ホークスは18日、金沢市で東海ベアーズに勝った。観客は1万2千人だった。"),
        ("北陸ホークスが連勝", "北陸ホークスは21日、金沢市で東海ベアーズに勝った。観客は1万3千人だった。"),
        3,
        "event_day",
    ),
    "別の節": (
        ("第3節 金沢が勝つ", "第3節は18日、金沢市で開かれ、金沢FCが富山FCを下した。"),
        ("第4節 金沢が勝つ", "第4節は25日、金沢市で開かれ、金沢FCが富山FCを下した。"),
        7,
        "event_number",
    ),
    "別の台風": (
        ("台風10号が上陸", "台風10号は18日、九州に上陸した。宮崎市で3人がけがをした。"),
        ("台風12号が上陸", "台風12号は27日、九州に上陸した。宮崎市で2人がけがをした。"),
        9,
        "event_number",
    ),
    "去年の大会": (
        ("第53回駅伝", "第53回全国高校駅伝大会は18日、京都市で開かれ、西山高校が優勝した。"),
        ("第54回駅伝", "第54回全国高校駅伝大会は18日、京都市で開かれ、東山高校が優勝した。"),
        365,
        "event_number",
    ),
    "去年の花火": (
        ("花火に10万人", "18日、長岡市で花火大会が開かれた。10万人が訪れた。"),
        ("花火に12万人", "17日、長岡市で花火大会が開かれた。12万人が訪れた。"),
        364,
        "event_far_apart",
    ),
    "別の会社の決算": (
        ("東都電機が増益", "東都電機は18日、東京都内で会見し、純利益が20%増えて300億円だったと発表した。"),
        ("西海重工が増益", "西海重工は18日、東京都内で会見し、純利益が15%増えて280億円だったと発表した。"),
        0,
        "event_party",
    ),
    "別の会社の回収": (
        ("大和食品が回収", "大和食品は18日、大阪市の工場で作った菓子12万袋を回収すると発表した。"),
        ("若葉製菓が回収", "若葉製菓は19日、大阪市の工場で作った菓子8万袋を回収すると発表した。"),
        1,
        "event_party",
    ),
    "またもくじの間違い": (
        ("福岡でくじの間違い", "6日、福岡市の店でくじの景品を渡し間違えたことが分かった。"),
        ("またも福岡でくじの間違い", "9日、福岡市の店でくじの景品を渡し間違えたことが分かった。"),
        3,
        "event_again",
    ),
    "別の市の別の日の選挙": (
        ("現職が当選", "18日、山形県米沢市で市長選の投票があり、現職の佐藤一郎氏が当選した。"),
        ("現職が当選", "25日、山形県鶴岡市で市長選の投票があり、現職の高橋次郎氏が当選した。"),
        7,
        None,
    ),
    "ひと月後の爆発": (
        ("工場で爆発", "18日午後、三重県四日市市の化学工場で爆発があった。作業員2人が負傷した。"),
        ("工場で爆発", "20日午後、三重県四日市市の化学工場で爆発があった。作業員5人が負傷した。"),
        33,
        "event_far_apart",
    ),
    "別の場所の刺傷": (
        ("男性刺される", "18日夜、大阪市北区の路上で男性が刺された。大阪府警が捜査している。"),
        ("男性刺される", "18日夜、堺市の駐車場で男性が刺された。大阪府警が捜査している。"),
        0,
        None,
    ),
    "別のロケット": (
        ("7号機打ち上げ成功", "第7号機は18日、種子島から打ち上げられた。搭載した衛星を軌道に入れた。"),
        ("8号機打ち上げ成功", "第8号機は30日、種子島から打ち上げられた。搭載した衛星を軌道に入れた。"),
        12,
        "event_number",
    ),
    "関わりのない二つ": (
        ("橋が落ちる", "18日、盛岡市で橋が落ちた。3人がけがをした。"),
        ("電機が増益", "東都電機は18日、純利益が20%増えたと発表した。"),
        0,
        None,
    ),
}


@pytest.mark.parametrize(("left", "right", "days", "rule"), APART.values(), ids=APART.keys())
def test_apart(left: tuple[str, str], right: tuple[str, str], days: int, rule: str | None) -> None:
    found = compared(left, right, days)
    assert found.events == (("a",), ("b",))
    assert not any(g.links for g in found.groups)
    if rule is not None:
        (tie,) = found.ties
        assert (tie.together, tie.rule) == (False, rule)
        assert tie.reason


ONE_STORY = {
    "地震と一週間後の続報": (
        ("長岡で震度5強", "18日午前9時ごろ、新潟県長岡市で震度5強を観測する地震があった。3人がけがをした。"),
        ("長岡の地震1週間", "新潟県長岡市で18日に起きた震度5強の地震から、25日で1週間となった。3人がけがをした。"),
        7,
        True,
    ),
    "検討と決定": (
        ("入域料を検討", "倉敷市は18日、観光客から入域料を1人1000円取ることを検討していると明らかにした。"),
        ("入域料を決定", "倉敷市は28日、観光客から入域料を1人1000円取ることを決めた。"),
        10,
        True,
    ),
    "同じ火事の別の書き方": (
        ("松本の旅館で火事", "18日未明、長野県松本市の旅館で火事があった。男性2人が死亡した。"),
        ("旅館焼け2人死亡", "長野県松本市で18日、旅館が全焼し、男性2人が亡くなった。"),
        0,
        False,
    ),
    "捜査と逮捕": (
        ("絵盗まれる", "高岡市の美術館から18日、日本画2点が盗まれた。富山県警が窃盗の疑いで捜査している。"),
        ("男を逮捕", "高岡市の美術館から18日に日本画2点が盗まれた事件で、富山県警は30日、無職の男を逮捕した。"),
        12,
        True,
    ),
    "会談を二社が": (
        ("首脳会談", "ベルクマン首相とコワルスカ大統領は18日、ワルシャワで会談し、停戦に合意した。"),
        ("停戦で合意", "コワルスカ大統領は18日、ワルシャワでベルクマン首相と会談した。両首脳は停戦に合意した。"),
        0,
        False,
    ),
}


@pytest.mark.parametrize(("left", "right", "days", "later"), ONE_STORY.values(), ids=ONE_STORY.keys())
def test_one_story(left: tuple[str, str], right: tuple[str, str], days: int, later: bool) -> None:
    found = compared(left, right, days)
    assert found.events == (("a", "b"),)
    (tie,) = found.ties
    assert tie.together
    assert tie.shared
    assert tie.later is later
