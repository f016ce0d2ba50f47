"""Numbers of two claims: equal however written, contained, grown, corrected, in conflict."""

from __future__ import annotations

import pytest

AGREE = {
    "単位の書き方": ("震源の深さは10キロだった。", "震源の深さは10kmだった。"),
    "約と数": ("震源の深さは約40キロだった。", "震源の深さは40kmだった。"),
    "約と丸め": ("ドイツは約3億ユーロの支援を約束した。", "ドイツは2億9800万ユーロの支援を約束した。"),
    "万と桁区切り": ("約1万2000戸が停電した。", "約12,000戸が停電した。"),
    "漢数字": ("三人が負傷した。", "3人が負傷した。"),
    "全角と半角": ("１２人がけがをした。", "12人がけがをした。"),
    "面積の単位": ("約1200平方メートルを焼いた。", "約0.12ヘクタールを焼いた。"),
    "死者と死亡": ("死者は4人となった。", "4人が死亡した。"),
}


@pytest.mark.parametrize(("left", "right"), AGREE.values(), ids=AGREE.keys())
@pytest.mark.parametrize("later", [False, True], ids=["同時", "後報"])
def test_the_same_number(judged, left: str, right: str, later: bool) -> None:
    judgement = judged(left, right, later=later)
    assert (judgement.relation, judgement.slot) == ("agree", None)


CONFLICT = {
    "同時の負傷者": ("3人が負傷した。", "5人がけがをした。"),
    "規模": ("地震の規模はマグニチュード5.0だった。", "地震の規模はマグニチュード5.1だった。"),
    "少なくともより少ない": ("少なくとも5人が死亡した。", "3人が死亡した。"),
    "百分率": ("関税率は15%だった。", "関税率は25%だった。"),
    "金額": ("総工費は80億円だった。", "総工費は90億円だった。"),
}


@pytest.mark.parametrize(("left", "right"), CONFLICT.values(), ids=CONFLICT.keys())
def test_another_number_at_the_same_time_is_a_conflict(judged, left: str, right: str) -> None:
    for one, other in ((left, right), (right, left)):
        judgement = judged(one, other)
        assert (judgement.relation, judgement.slot, judgement.rule) == ("conflict", "number", "number_differs")


FIXED = {
    "深さ": ("震源の深さは10キロだった。", "震源の深さは30キロだった。"),
    "年齢": ("男性は37歳だった。", "男性は38歳だった。"),
    "規模": ("地震の規模はマグニチュード5.0だった。", "地震の規模はマグニチュード5.1だった。"),
    "減った死者": ("死者は5人だった。", "死者は4人だった。"),
}


@pytest.mark.parametrize(("left", "right"), FIXED.values(), ids=FIXED.keys())
def test_what_cannot_grow_stays_a_conflict_later(judged, left: str, right: str) -> None:
    assert judged(left, right, later=True).relation == "conflict"


UPDATE = {
    "死者が増えた": ("死者は4人となった。", "死者は9人に増えた。", "number_grew"),
    "けが人が増えた": ("けが人は3人だ。", "けが人は5人となった。", "number_grew"),
    "倒壊が増えた": ("住宅3棟が倒壊した。", "住宅8棟が倒壊した。", "number_grew"),
    "訂正": ("死者は5人だった。", "死者を4人に訂正した。", "number_corrected"),
}


@pytest.mark.parametrize(("left", "right", "rule"), UPDATE.values(), ids=UPDATE.keys())
def test_a_later_number_is_an_update(judged, left: str, right: str, rule: str) -> None:
    judgement = judged(left, right, later=True)
    assert (judgement.relation, judgement.slot, judgement.rule) == ("update", "number", rule)


PARTIAL = {
    "数十人と32人": ("数十人がけがをした。", "32人がけがをした。"),
    "以上": ("100人以上が避難した。", "120人が避難した。"),
    "少なくとも": ("少なくとも5人が死亡した。", "7人が死亡した。"),
    "範囲": ("10〜20人が参加した。", "15人が参加した。"),
}


@pytest.mark.parametrize(("left", "right"), PARTIAL.values(), ids=PARTIAL.keys())
def test_one_number_within_the_other(judged, left: str, right: str) -> None:
    for one, other in ((left, right), (right, left)):
        judgement = judged(one, other)
        assert (judgement.relation, judgement.slot, judgement.rule) == ("partial", "number", "number_within")


def test_two_named_sources_disagree(judged) -> None:
    judgement = judged("県警によると、死者は4人だった。", "消防によると、死者は5人だった。")
    assert (judgement.relation, judgement.slot, judgement.sources_differ) == ("conflict", "number", True)


def test_one_source_does_not_disagree_with_itself(judged) -> None:
    judgement = judged("県警によると、死者は4人だった。", "県警によると、死者は5人だった。")
    assert (judgement.relation, judgement.sources_differ) == ("conflict", False)


OTHER_UNITS = {
    "人と棟": ("3人が負傷した。", "5棟が倒壊した。"),
    "円と人": ("費用は3億円だった。", "参加者は5人だった。"),
}


@pytest.mark.parametrize(("left", "right"), OTHER_UNITS.values(), ids=OTHER_UNITS.keys())
def test_numbers_of_other_units_are_not_compared(judged, left: str, right: str) -> None:
    judgement = judged(left, right)
    assert judgement is None or judgement.slot != "number"


def test_the_words_that_decided_are_the_numbers_as_written(judged) -> None:
    judgement = judged("約30人が負傷した。", "60人がけがをした。")
    assert (judgement.left, judgement.right) == ("約30人", "60人")


def test_a_later_smaller_count_of_some_is_not_against_the_count_of_all(judged) -> None:
    assert (
        judged("この事故で26人がけがをした。", "列車を降りる際に転ぶなどして3人が軽いけがをした。", later=True) is None
    )


def test_the_age_of_somebody_named_is_a_claim_of_its_own(judged) -> None:
    left, right = "県警は佐藤一郎容疑者（47）を逮捕した。", "県警は佐藤一郎容疑者（48）を逮捕した。"
    assert judged(left, right).relation == "agree"
    assert judged("男性（47）が死亡した。", "男性（48）が死亡した。").relation == "conflict"


def test_the_age_of_somebody_else_in_the_clause_is_compared(judged) -> None:
    left = "佐藤一郎容疑者の車が、横断歩道を歩いていた男性（48）をはねた。"
    judgement = judged(left, left.replace("48", "58"))
    assert (judgement.relation, judgement.slot) == ("conflict", "number")


OTHER_OCCASION = {
    "うちと前回": ("うち3人が死亡した。", "前回は9人が死亡した。"),
    "市と前回の県": ("大分市で3人が死亡した。", "前回は大分県で9人が死亡した。"),
}


@pytest.mark.parametrize(("left", "right"), OTHER_OCCASION.values(), ids=OTHER_OCCASION.keys())
def test_a_larger_count_of_another_occasion_is_no_later_one(judged, left: str, right: str) -> None:
    assert judged(left, right, later=True) is None


DECADES = {
    "中に": ("刺されたのは20代の店員だ。", "店員の女性（24）が刺された。", "partial"),
    "外に": ("刺されたのは20代の店員だ。", "店員の女性（31）が刺された。", "conflict"),
    "別の人": ("70代の客がけがをした。", "店員の男性（34）がけがをした。", "agree"),
}


@pytest.mark.parametrize(("left", "right", "relation"), DECADES.values(), ids=DECADES.keys())
@pytest.mark.parametrize("later", [False, True], ids=["同時", "後報"])
def test_an_age_told_by_its_decade(judged, left: str, right: str, relation: str, later: bool) -> None:
    assert judged(left, right, later=later).relation == relation


BEYOND = {
    "を超える": ("売り上げは合わせて9000億円を超えた。", "売上高は合わせて約9100億円だった。"),
    "以上": ("署名は1万人以上から集まった。", "署名は約1万1000人から集まった。"),
}


@pytest.mark.parametrize(("left", "right"), BEYOND.values(), ids=BEYOND.keys())
def test_a_figure_beyond_a_bound_lies_within(judged, left: str, right: str) -> None:
    for one, other in ((left, right), (right, left)):
        judgement = judged(one, other)
        assert (judgement.relation, judgement.rule) == ("partial", "number_within")


def test_what_was_bargained_over_is_settled_later(judged) -> None:
    left, right = "買い付け価格は1株2800円前後で詰めている。", "買い付け価格は1株3050円だ。"
    assert judged(left, right, later=True).relation == "update"


def test_more_of_what_was_shipped_is_known_later(judged) -> None:
    assert judged("2600パックほどが出荷された。", "出荷したのは約3800パックだった。", later=True).relation == "update"
