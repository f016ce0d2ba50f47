"""Which numbers of two claims are of one thing."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from jpnews_nlp.comparison.differences.figures import kindred_unit, matched_numbers, numbers_apart, read_numbers
from jpnews_nlp.model.claim import Claim

Told = Callable[[str], Claim]

MATCHED = {
    "一対一": ("死者は4人だった。", "死者は5人だった。", [("4人", "5人", "different")]),
    "全体と全体": (
        "けが人は30人だった。",
        "負傷者は県内の4人を含め48人だった。",
        [("30人", "48人", "different")],
    ),
    "計": ("けが人は5人だった。", "けが人は市内3人、町内1人の計4人だった。", [("5人", "4人", "different")]),
    "部分と同じ": ("県内のけが人は4人だった。", "負傷者は県内の4人を含め48人だった。", []),
    "変化の両端": (
        "関税を15%から10%に引き下げた。",
        "関税を15%から12%に引き下げた。",
        [("15%", "15%", "equal"), ("10%", "12%", "different")],
    ),
    "言わない数": ("関税は15%だった。", "関税を15%から12%に引き下げた。", [("15%", "15%", "equal")]),
    "棟と軒": ("住宅4棟が全壊した。", "家6軒が全壊した。", [("4棟", "6軒", "different")]),
    "別の基準": ("売上高は前年同期比8%増だった。", "売上高は前期比3%増だった。", []),
    "震度": ("最大震度は5強だった。", "最大震度は5弱だった。", [("5強", "5弱", "different")]),
    "名のすぐ後": ("群馬17人が感染した。", "埼玉11人が感染した。", []),
    "名と助詞の後": ("群馬が17人だった。", "埼玉が11人だった。", []),
    "一人と幾人": (
        "大人1人と子ども2人が死亡した。",
        "大人3人と子ども2人が死亡した。",
        [("2人", "2人", "equal"), ("1人", "3人", "different")],
    ),
    "最大": ("停電は最大3180戸だった。", "停電は3180戸だった。", [("最大3180戸", "3180戸", "equal")]),
    "順番": ("1号機が打ち上げられた。", "2号機が打ち上げられた。", []),
}


@pytest.mark.parametrize(("left", "right", "expected"), MATCHED.values(), ids=MATCHED.keys())
def test_matched(told: Told, left: str, right: str, expected: list[tuple[str, str, str]]) -> None:
    matched = matched_numbers(told(left), told(right))
    assert [(m.x.text, m.y.text, m.fit) for m in matched] == expected
    turned = matched_numbers(told(right), told(left))
    assert [(m.y.text, m.x.text, m.fit) for m in turned] == expected


def test_numbers_in_a_row_name_things(told: Told) -> None:
    assert list(numbers_apart(told("1号機を打ち上げた。"), told("2号機を打ち上げた。")))
    assert not list(numbers_apart(told("1号機を打ち上げた。"), told("1号機を打ち上げた。")))
    assert not list(numbers_apart(told("3人が参加した。"), told("5人が参加した。")))


def test_a_number_cut_at_its_dot_is_not_read(told: Told) -> None:
    assert [q.text for q in read_numbers(told("規模は5.9だった。"))] == ["5.9"]
    assert read_numbers(told("規模は５・９と改めた。")) == []
    assert read_numbers(told("街は静かだった。規模は５・９と改めた。")) == []


def test_units_of_one_kind() -> None:
    assert kindred_unit("軒") == kindred_unit("棟") != kindred_unit("人")


@pytest.mark.parametrize(
    ("left", "right", "relation"),
    [
        ("観客は1万8千人余りだった。", "観客は1万8312人だった。", "agree"),
        ("観客は300人あまりだった。", "観客は360人だった。", "partial"),
        ("発煙筒は10本余りだった。", "発煙筒は12本だった。", "agree"),
        ("観客は3万1千人余りだった。", "観客は約3万4千人だった。", "conflict"),
        ("写真集は120万部余りを売った。", "写真集は150万部を超える売り上げだった。", "conflict"),
        ("飯山市で震度5強を観測した。", "飯山市で震度6弱を観測した。", "conflict"),
    ],
)
def test_a_figure_told_as_a_little_less(judged, left: str, right: str, relation: str) -> None:
    assert judged(left, right).relation == relation
    assert judged(right, left).relation == relation
