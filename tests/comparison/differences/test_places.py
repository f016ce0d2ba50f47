"""Places of two claims."""

from __future__ import annotations

import pytest

PARTIAL = {
    "県と市": ("新潟県で住宅3棟が倒壊した。", "長岡市で住宅3棟が倒壊した。"),
    "市と県市": ("逃げた男は長野県で見つかった。", "逃げた男は長野県松本市で見つかった。"),
}


@pytest.mark.parametrize(("left", "right"), PARTIAL.values(), ids=PARTIAL.keys())
def test_one_place_within_the_other(judged, left: str, right: str) -> None:
    for one, other in ((left, right), (right, left)):
        judgement = judged(one, other)
        assert (judgement.relation, judgement.slot, judgement.rule) == ("partial", "place", "place_within")


AGREE = {
    "国の略称": ("米大統領が来日した。", "アメリカ大統領が来日した。"),
    "県のつく市": ("男は松本市で見つかった。", "男は長野県松本市で見つかった。"),
}


@pytest.mark.parametrize(("left", "right"), AGREE.values(), ids=AGREE.keys())
def test_the_same_place(judged, left: str, right: str) -> None:
    assert judged(left, right).relation == "agree"


def test_a_longer_list_of_places(judged) -> None:
    judgement = judged("長野県と新潟県で停電した。", "長野県と新潟県と富山県で停電した。")
    assert (judgement.relation, judgement.slot, judgement.rule) == ("partial", "place", "place_more")


def test_where_it_shook_and_where_the_focus_was_are_two_things(judged) -> None:
    assert judged("長野県で震度5強の地震があった。", "長野県北部を震源とする地震があった。").relation == "agree"


def test_each_place_has_its_own_intensity(judged) -> None:
    assert judged("長野県で震度6弱を観測した。", "飯山市で震度5強を観測した。") is None
    assert judged("飯山市で震度6弱を観測した。", "長野県飯山市で震度5強を観測した。").relation == "conflict"


def test_the_line_is_not_where_on_it(judged) -> None:
    assert judged("大糸線は松本―豊科間で運休した。", "松本駅と豊科駅の間で列車が運休した。").relation == "agree"


def test_an_area_and_what_lies_in_it(judged) -> None:
    judgement = judged("東北地方で大雨となった。", "宮城県で大雨となった。")
    assert (judgement.relation, judgement.slot) == ("partial", "place")


def test_the_country_in_the_verb(judged) -> None:
    left, right = "首相はワシントンを訪れた。", "首相は訪米した。"
    for one, other, words in ((left, right, ("ワシントン", "訪米")), (right, left, ("訪米", "ワシントン"))):
        judgement = judged(one, other)
        assert (judgement.relation, judgement.slot, judgement.rule) == ("partial", "place", "place_within")
        assert (judgement.left, judgement.right) == words
