"""Figures that were held so far and are given up."""

from __future__ import annotations

import pytest

GIVEN_UP = {
    "発表していたが": ("容疑者の年齢は47歳だ。", "県警は容疑者の年齢を47歳と発表していたが"),
    "としていたが": ("死者は4人だ。", "市は死者を4人としていたが"),
    "説明していたものの": ("辞めたのは19人だ。", "会社は辞めた人を19人と説明していたものの"),
}


@pytest.mark.parametrize(("left", "right"), GIVEN_UP.values(), ids=GIVEN_UP.keys())
def test_what_was_held_so_far_is_corrected(judged, left: str, right: str) -> None:
    judgement = judged(left, right, later=True)
    assert (judgement.relation, judgement.slot, judgement.rule) == ("update", "number", "number_corrected")


CHANGED = {
    "台数": ("生産は28万台だ。", "生産を28万台から42万台に広げた。", "28万台", "42万台"),
    "率": ("関税は15%だ。", "関税を15%から25%に引き上げた。", "15%", "25%"),
}


@pytest.mark.parametrize(("left", "right", "before", "after"), CHANGED.values(), ids=CHANGED.keys())
def test_from_what_to_what_it_was_changed(judged, left: str, right: str, before: str, after: str) -> None:
    judgement = judged(left, right, later=True)
    assert (judgement.relation, judgement.slot, judgement.rule) == ("update", "number", "number_grew")
    assert (judgement.left, judgement.right) == (before, after)
    assert judged(left, right).relation != "update"


HELD = {
    "今もそう": ("死者は4人だ。", "市は死者を4人と発表した。"),
    "逆接だけ": ("死者は4人だ。", "死者は4人だったが"),
}


@pytest.mark.parametrize(("left", "right"), HELD.values(), ids=HELD.keys())
def test_what_still_holds_is_not(judged, left: str, right: str) -> None:
    assert judged(left, right, later=True).rule != "number_corrected"


def test_only_the_later_corrects(judged) -> None:
    assert judged("死者は4人だ。", "市は死者を4人としていたが").rule != "number_corrected"
    assert judged("市は死者を4人としていたが", "死者は4人だ。", later=True).rule != "number_corrected"


MAGNITUDES = {
    "記号": ("地震の規模はM6.3だ。", "気象庁は規模を6.4に訂正した。", "M6.3", "6.4"),
    "語": (
        "地震の規模はマグニチュード6.3だった。",
        "規模を6.4に訂正した。",
        "マグニチュード6.3",
        "6.4",
    ),
}


@pytest.mark.parametrize(("left", "right", "before", "after"), MAGNITUDES.values(), ids=MAGNITUDES.keys())
def test_a_correction_gives_the_bare_magnitude(judged, left: str, right: str, before: str, after: str) -> None:
    judgement = judged(left, right, later=True)
    assert (judgement.relation, judgement.rule) == ("update", "number_corrected")
    assert (judgement.left, judgement.right) == (before, after)
    assert judged(left, right.replace("6.4", "6.3"), later=True).rule != "number_corrected"


CLOSE = {
    "約と約": ("地裁は約9240万円の支払いを命じた。", "地裁は賠償額を約9180万円に改めた。"),
    "少なくとも": ("少なくとも12人が搬送された。", "消防は12人とした搬送者数を16人に改めた。"),
}


@pytest.mark.parametrize(("left", "right"), CLOSE.values(), ids=CLOSE.keys())
def test_a_correction_by_little_is_one(judged, left: str, right: str) -> None:
    judgement = judged(left, right, later=True)
    assert (judgement.relation, judgement.slot, judgement.rule) == ("update", "number", "number_corrected")


def test_once_more_is_no_correction(judged) -> None:
    judgement = judged("社長は損失を約80億円と説明した。", "社長は損失を約81億円と改めて説明した。", later=True)
    assert judgement.rule != "number_corrected"
