"""Two stretches of a line or road."""

from __future__ import annotations

import pytest

PARTIAL = {
    "駅と―": (
        "飯田線は豊橋駅と新城駅の間で運転を見合わせています。",
        "飯田線は豊橋―本長篠間で運転を見合わせている。",
    ),
    "インターチェンジ": (
        "東北道は白河インターチェンジと郡山インターチェンジの間が通行止めになった。",
        "東北道は白河―福島間が通行止めになった。",
    ),
    "からまで": ("列車は静岡駅から島田駅の間で運休した。", "列車は静岡―掛川間で運休した。"),
}


@pytest.mark.parametrize(("left", "right"), PARTIAL.values(), ids=PARTIAL.keys())
def test_stretches_with_one_end_in_common(judged, left: str, right: str) -> None:
    for one, other in ((left, right), (right, left)):
        judgement = judged(one, other)
        assert (judgement.relation, judgement.slot, judgement.rule) == ("partial", "place", "place_within")


QUIET = {
    "同じ区間": ("飯田線は豊橋駅と新城駅の間で運転を見合わせています。", "飯田線は豊橋―新城間で運転を見合わせた。"),
    "二つの国": ("日本と中国の間で協定が結ばれた。", "日本と韓国の間で協定が結ばれた。"),
    "二つの区間": (
        "飯田線は豊橋―新城間と浜松―静岡間で運転を見合わせた。",
        "飯田線は豊橋―本長篠間で運転を見合わせた。",
    ),
    "三者": ("県と市の間で協議が続いている。", "県と町の間で協議が続いている。"),
}


@pytest.mark.parametrize(("left", "right"), QUIET.values(), ids=QUIET.keys())
def test_no_stretch_or_the_same(judged, left: str, right: str) -> None:
    judgement = judged(left, right)
    assert judgement is None or judgement.slot != "place"
