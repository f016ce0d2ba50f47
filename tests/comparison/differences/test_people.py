"""Titles of one person."""

from __future__ import annotations

import pytest

from jpnews_nlp.comparison.differences.pair import Aligned
from jpnews_nlp.comparison.differences.people import title_difference
from jpnews_nlp.model.claim import Claim


def title(words: str) -> Claim:
    return Claim(id="x", article="a", start=0, end=len(words), text=words, kind="title", predicate=words)


DIFFER = {"大統領と前大統領": ("大統領", "前大統領"), "元と現": ("元首相", "首相"), "次期と現": ("次期社長", "社長")}
SAME = {
    "首相と総理大臣": ("首相", "総理大臣"),
    "前首相と前総理大臣": ("前首相", "前総理大臣"),
    "同じ": ("前大統領", "前大統領"),
    "別の職": ("前大統領", "社長"),
}


@pytest.mark.parametrize(("left", "right"), DIFFER.values(), ids=DIFFER.keys())
def test_differ(left: str, right: str) -> None:
    for one, other in ((left, right), (right, left)):
        judgement = title_difference(Aligned(a=title(one), b=title(other), later=False))
        assert judgement is not None
        assert (judgement.relation, judgement.slot, judgement.rule) == ("conflict", "person", "title_differs")
        assert (judgement.left, judgement.right) == (one, other)


@pytest.mark.parametrize(("left", "right"), SAME.values(), ids=SAME.keys())
def test_can_both_hold(left: str, right: str) -> None:
    assert title_difference(Aligned(a=title(left), b=title(right), later=False)) is None


NAMED_BY_ONE = {
    "死亡": ("男性が死亡した。", "小松原陸さんが死亡した。"),
    "息を引き取る": ("男性の死亡が確認された。", "古賀キヨさんは息を引き取った。"),
    "逮捕": ("県警は男を逮捕した。", "県警は石倉武容疑者を逮捕した。"),
    "ほかにもいる": ("死亡したのは森下航さんら3人だ。", "死亡したのは森下航さん、野上房江さん、杉本由香さんの3人だ。"),
}


@pytest.mark.parametrize(("left", "right"), NAMED_BY_ONE.values(), ids=NAMED_BY_ONE.keys())
def test_who_it_befell_is_more(judged, left: str, right: str) -> None:
    for one, other in ((left, right), (right, left)):
        judgement = judged(one, other)
        assert (judgement.relation, judgement.slot, judgement.rule) == ("partial", "person", "person_more")


NO_MORE = {
    "名の略": ("小松原陸さんが死亡した。", "小松原さんが死亡した。"),
    "だれでもよい行い": ("女性は公園を歩いていた。", "野上房江さんは公園を歩いていた。"),
    "別の行い": ("男性が死亡した。", "野上房江さんが通報した。"),
}


@pytest.mark.parametrize(("left", "right"), NO_MORE.values(), ids=NO_MORE.keys())
def test_a_name_elsewhere_is_no_more(judged, left: str, right: str) -> None:
    for one, other in ((left, right), (right, left)):
        judgement = judged(one, other)
        assert judgement is None or judgement.rule != "person_more"


NO_CONFLICT = {
    "決勝点と先制点": ("決勝点は田口が決めた。", "先制点は村上が決めた。"),
    "語順": ("田口選手が決勝点を決めた。", "村上選手が先制点を決めた。"),
}


@pytest.mark.parametrize(("left", "right"), NO_CONFLICT.values(), ids=NO_CONFLICT.keys())
def test_two_feats_may_have_two_holders(judged, left: str, right: str) -> None:
    for one, other in ((left, right), (right, left)):
        judgement = judged(one, other)
        assert judgement is None or judgement.relation != "conflict"


AGES = {
    "名のある一方": ("会社員の男性（48）が死亡した。", "会社員の杉原健吾さん（48）が死亡した。", "partial"),
    "ともに名がない": ("会社員の男性（48）が死亡した。", "男性会社員（48）が死亡した。", "agree"),
    "ともに名がある": ("杉原健吾さん（48）が死亡した。", "杉原健吾さん＝当時（48）＝が死亡した。", "agree"),
}


@pytest.mark.parametrize(("left", "right", "relation"), AGES.values(), ids=AGES.keys())
def test_whose_age_it_is(compare, left: str, right: str, relation: str) -> None:
    told = {c.id: c for group in compare(left, right).groups for c in group.claims}
    links = [link for group in compare(left, right).groups for link in group.links]
    assert [link.relation for link in links if told[link.a].predicate == "年齢"] == [relation]
