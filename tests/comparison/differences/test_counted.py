"""What a number counts, and whether two numbers are of one thing."""

from __future__ import annotations

import pytest

OTHER_THINGS = {
    "けが人と重傷者": ("バスの乗客13人がけがをした。", "うち4人が骨を折る重傷を負った。"),
    "重軽傷と重体": ("12人が重軽傷を負った。", "2人が意識不明の重体となっている。"),
    "出た速度と制限速度": ("車は時速95キロで走っていた。", "現場の制限速度は時速80キロだった。"),
    "来た人と定員": ("会場には約900人が集まった。", "会場の定員は650人だ。"),
    "実績と目標": ("売上高は48億円だった。", "売上高の目標は60億円だ。"),
}


@pytest.mark.parametrize(("left", "right"), OTHER_THINGS.values(), ids=OTHER_THINGS.keys())
def test_counts_of_other_things_are_not_linked(judged, left: str, right: str) -> None:
    for one, other in ((left, right), (right, left)):
        assert judged(one, other) is None


ONE_THING = {
    "重傷と重体": ("3人が重傷を負った。", "4人が重体となっている。"),
    "けがと重軽傷": ("11人がけがをした。", "13人が重軽傷を負った。"),
    "制限速度どうし": ("制限速度は時速80キロだった。", "制限速度は時速60キロだった。"),
    "数の後の語": ("現場に10人の消防隊員がいた。", "15人の消防隊員が駆けつけた。"),
    "先の文がある": ("街は静かだった。25人の警察官を配置した。", "街は静かだった。40人の警察官が警備する。"),
}


@pytest.mark.parametrize(("left", "right"), ONE_THING.values(), ids=ONE_THING.keys())
def test_counts_of_one_thing_contradict(judged, left: str, right: str) -> None:
    for one, other in ((left, right), (right, left)):
        assert judged(one, other).relation == "conflict"


LATER = {
    "うち死亡": ("うち1人が死亡した。", "3人が死亡した。"),
}


@pytest.mark.parametrize(("left", "right"), LATER.values(), ids=LATER.keys())
def test_a_later_count(judged, left: str, right: str) -> None:
    judgement = judged(left, right, later=True)
    assert (judgement.relation, judgement.slot) == ("update", "number")


def test_far_fewer_hurt_are_others(judged) -> None:
    assert judged("けが人は14人だ。", "転倒して4人がけがをした。", later=True) is None
