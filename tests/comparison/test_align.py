"""Which claims are about the same thing."""

from __future__ import annotations

import pytest

from jpnews_nlp.comparison.align import MOST_LINKS

LEAD = "ヨハン・ベルクマン首相とアンナ・コワルスカ大統領は18日、ワルシャワで会談した。"
FIRE = "18日未明、長野県松本市の旅館で火事があった。"


def linked(compared, *, without: str) -> set[tuple[str, str]]:
    """The texts of linked claims, those that stand in `without` left out."""
    pairs = set()
    for group in compared.groups:
        texts = {c.id: c.text for c in group.claims}
        pairs |= {(texts[k.a], texts[k.b]) for k in group.links}
    return {(a, b) for a, b in pairs if a not in without and b not in without}


PAIRS = {
    "言い換え": (
        FIRE,
        "男性2人が死亡した。",
        "亡くなったのは男性2人だ。",
        ("男性2人が死亡した", "亡くなったのは男性2人だ"),
    ),
    "能動と受動": (
        FIRE,
        "警察は無職の男を放火の疑いで逮捕した。",
        "無職の男が放火の疑いで逮捕された。",
        ("警察は無職の男を放火の疑いで逮捕した", "無職の男が放火の疑いで逮捕された"),
    ),
    "軽動詞": (
        LEAD,
        "両政府は共同声明を発表した。",
        "両政府は共同声明の発表を行った。",
        ("両政府は共同声明を発表した", "両政府は共同声明の発表を行った"),
    ),
    "否定でも同じこと": (
        LEAD,
        "首相は停戦に合意した。",
        "首相は停戦に合意しなかった。",
        ("首相は停戦に合意した", "首相は停戦に合意しなかった"),
    ),
    "数が違っても同じこと": (
        FIRE,
        "けが人は3人だ。",
        "けが人は5人となった。",
        ("けが人は3人だ", "けが人は5人となった"),
    ),
    "年齢": (
        FIRE,
        "佐々木清さん（67）が死亡した。",
        "佐々木清さん（68）が亡くなった。",
        ("佐々木清さん（67）", "佐々木清さん（68）"),
    ),
}


@pytest.mark.parametrize(("lead", "left", "right", "expected"), PAIRS.values(), ids=PAIRS.keys())
def test_linked(compare, lead: str, left: str, right: str, expected: tuple[str, str]) -> None:
    assert expected in linked(compare(lead + left, lead + right), without=lead)


def test_a_title_that_one_article_never_gives_is_linked(compare) -> None:
    left, right = "田中首相は18日、大阪で演説した。", "田中首相は18日、大阪で演説した。田中前首相は会場を後にした。"
    for one, other in ((left, right), (right, left)):
        compared = compare(one, other)
        rules = {k.rule for group in compared.groups for k in group.links}
        assert "title_differs" in rules
    assert "title_differs" not in {k.rule for group in compare(right, right).groups for k in group.links}


TRAPS = {
    "同じ百分率": (LEAD, "両国の貿易は前年より20%増えた。", "首相は、領土の20%が占領されていると訴えた。"),
    "同じ人の別のこと": (LEAD, "首相は関税の撤廃を求めた。", "首相は記念館に花を手向けた。"),
    "別の人の年齢": (FIRE, "佐々木清さん（67）が死亡した。", "宿泊客の高橋ミナさん（31）は無事だった。"),
    "同じ数の別のもの": (FIRE, "男性3人が負傷した。", "消防車3台が出動した。"),
    "疑問は主張でない": (LEAD, "両国は停戦に合意できるのか。", "両国は停戦に合意した。"),
    "倒れたと亡くなった": (FIRE, "男性は廊下で倒れた。", "女性は病院で亡くなった。"),
}


@pytest.mark.parametrize(("lead", "left", "right"), TRAPS.values(), ids=TRAPS.keys())
def test_not_linked(compare, lead: str, left: str, right: str) -> None:
    assert linked(compare(lead + left, lead + right), without=lead) == set()


def test_a_claim_is_linked_to_the_nearer_of_two(compare) -> None:
    compared = compare(
        FIRE + "男性2人が死亡した。女性3人が負傷した。", FIRE + "女性3人がけがをした。男性2人が亡くなった。"
    )
    assert linked(compared, without=FIRE) >= {
        ("男性2人が死亡した", "男性2人が亡くなった"),
        ("女性3人が負傷した", "女性3人がけがをした"),
    }
    assert ("男性2人が死亡した", "女性3人がけがをした") not in linked(compared, without=FIRE)


def test_a_claim_has_few_partners_however_often_it_is_repeated(compare) -> None:
    again = "".join(
        f"男性2人が{where}死亡した。" for where in ("火事で", "旅館で", "この火災で", "未明の火事で", "2階で")
    )
    compared = compare(FIRE + "男性2人が死亡した。", FIRE + again)
    for group in compared.groups:
        for claim in group.claims:
            assert sum(claim.id in (k.a, k.b) for k in group.links) <= MOST_LINKS
