"""Copies of one text count as one origin."""

from __future__ import annotations

import pytest

from jpnews_nlp.comparison.origins import count_origins
from jpnews_nlp.model.claim import Claim

WIRE = "県警によると、18日未明に長野県松本市の旅館から火が出て、2人が死亡した"


def claims(*texts: str) -> tuple[Claim, ...]:
    """One claim for each text, each from an article of its own."""
    return tuple(
        Claim(id=f"a{n}#0", article=f"a{n}", start=0, end=len(t), text=t, predicate="死亡") for n, t in enumerate(texts)
    )


COUNTS = {
    "一つの記事": ((WIRE,), 1),
    "三社の同じ配信": ((WIRE, WIRE, WIRE), 1),
    "全角の数字": ((WIRE, WIRE.replace("18", "１８")), 1),
    "漢数字": ((WIRE, WIRE.replace("2人", "二人")), 1),
    "助詞だけ違う": ((WIRE, WIRE.replace("未明に", "未明、")), 1),
    "自分で書いた": ((WIRE, "松本市で旅館が焼け、泊まっていた男女が亡くなったと警察が発表した"), 2),
    "配信と自社": ((WIRE, "松本市で旅館が焼け、泊まっていた男女が亡くなったと警察が発表した", WIRE), 2),
    "短い文は写しと見ない": (("2人が死亡した", "2人が死亡した"), 2),
    "なし": ((), 0),
}


@pytest.mark.parametrize(("texts", "expected"), COUNTS.values(), ids=COUNTS.keys())
def test_count(texts: tuple[str, ...], expected: int) -> None:
    assert count_origins(claims(*texts)) == expected
    assert count_origins(claims(*reversed(texts))) == expected


def test_two_claims_of_one_article_are_one_origin() -> None:
    one, other = claims(WIRE, "松本市で旅館が焼けた")
    same = Claim(id="a0#1", article="a0", start=0, end=other.end, text=other.text, predicate="焼ける")
    assert count_origins((one, same)) == 1
