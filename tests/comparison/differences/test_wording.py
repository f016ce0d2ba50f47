"""Two words for one act that do not say the same."""

from __future__ import annotations

import pytest

DIFFER = {
    "言及と要求": ("大統領は駐留経費に言及した。", "大統領は駐留経費の増額を要求した。"),
    "懸念と非難": ("外相は懸念を表明した。", "外相は強く非難した。"),
}
SAME = {
    "片方は否定": ("外相は懸念を表明しなかった。", "外相は強く非難した。"),
    "要求と要請": ("大統領は増額を要求した。", "大統領は増額を要請した。"),
}


@pytest.mark.parametrize(("left", "right"), DIFFER.values(), ids=DIFFER.keys())
def test_differ(judged, left: str, right: str) -> None:
    for one, other in ((left, right), (right, left)):
        judgement = judged(one, other)
        assert (judgement.relation, judgement.slot, judgement.rule) == ("partial", "wording", "wording_differs")


@pytest.mark.parametrize(("left", "right"), SAME.values(), ids=SAME.keys())
def test_no_other_word(judged, left: str, right: str) -> None:
    for one, other in ((left, right), (right, left)):
        assert judged(one, other).slot != "wording"


def test_a_word_is_not_another_than_itself(judged) -> None:
    assert judged("男は男性を殺害した。", "男は男性を殺害した。").relation == "agree"
