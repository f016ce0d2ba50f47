"""Kinds of which one alone can hold."""

from __future__ import annotations

import pytest

from jpnews_nlp.comparison.differences.alternatives import alternatives

DIFFER = {
    "不起訴の理由": ("地検は男性を嫌疑不十分で不起訴とした。", "男性は起訴猶予になっている。"),
    "信号": ("車は赤信号で交差点に進入した。", "車は青信号で交差点に進入した。"),
    "採決": ("議案は全会一致で可決された。", "議案は賛成多数で可決された。"),
    "決まり手": ("挑戦者が判定勝ちを収めた。", "挑戦者がKO勝ちを収めた。"),
    "病原": ("患者からノロウイルスが検出された。", "患者からサルモネラが検出された。"),
    "状態": ("炉は運転再開の準備中だった。", "炉は当時、通常どおり運転していた。"),
    "早さ": ("住民への避難指示が遅れた。", "市はただちに住民に避難を指示した。"),
}
SAME = {
    "同じもの": ("患者からＯ１５７が検出された。", "患者から腸管出血性大腸菌が検出された。"),
    "両方": ("警察は放火と失火の両面で調べている。", "火事は放火だった。"),
    "打ち消し": ("火事は放火ではなかった。", "火事の原因は漏電だった。"),
    "推定": ("火事の原因は漏電とみられる。", "火事の原因は放火だった。"),
    "別のこと": ("救急車の到着が遅れた。", "男性はすぐに110番した。"),
    "二日": ("14日の工場は点検中だった。", "15日の工場は通常どおり運転していた。"),
}


@pytest.mark.parametrize(("left", "right"), DIFFER.values(), ids=DIFFER.keys())
def test_differ(judged, left: str, right: str) -> None:
    for one, other in ((left, right), (right, left)):
        judgement = judged(one, other)
        assert (judgement.relation, judgement.slot, judgement.rule) == ("conflict", "wording", "value_differs")


@pytest.mark.parametrize(("left", "right"), SAME.values(), ids=SAME.keys())
def test_no_conflict(judged, left: str, right: str) -> None:
    for one, other in ((left, right), (right, left)):
        judgement = judged(one, other)
        assert judgement is None or judgement.relation != "conflict"


def test_two_views_are_two_sources_that_differ(judged) -> None:
    left = "青山教授は「水蒸気噴火とみられる」と話した。"
    right = "木村准教授は「マグマ噴火だった可能性が高い」と話した。"
    judgement = judged(left, right)
    assert (judgement.relation, judgement.sources_differ) == ("conflict", True)


def test_a_state_that_has_changed_since_is_no_conflict(judged) -> None:
    judgement = judged("工場は操業を停止していた。", "工場は通常どおり操業している。", later=True)
    assert judgement.relation != "conflict"


def test_no_word_is_of_two_kinds() -> None:
    for kinds in alternatives():
        words = [word for cell in kinds.words for word in cell]
        assert len(kinds.words) > 1
        assert len(set(words)) == len(words)
        assert kinds.holds in ("fixed", "moment", "manner")
