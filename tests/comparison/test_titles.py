"""Offices and their tense, and where titles of two articles meet."""

from __future__ import annotations

import pytest

from jpnews_nlp.comparison.titles import Title, exclude_each_other, read_title

TITLES = {
    "大統領": ("大統領", ""),
    "前大統領": ("大統領", "前"),
    "元首相": ("首相", "元"),
    "元総理大臣": ("首相", "元"),
    "次期社長": ("社長", "次期"),
    "総理大臣": ("首相", ""),
}


@pytest.mark.parametrize(("written", "expected"), TITLES.items())
def test_read_title(written: str, expected: tuple[str, str]) -> None:
    office, tense = expected
    assert read_title(written) == Title(office=office, tense=tense)


LEAD = "ヨハン・ベルクマン首相は18日、首都ワルシャワでアンナ・コワルスカ氏と会談した。"


def title_links(compared) -> list[tuple[str, str]]:
    return [(k.left, k.right) for g in compared.groups for k in g.links if k.rule == "title_differs"]


def test_a_wrong_title_is_a_conflict(compare) -> None:
    compared = compare(LEAD + "ブラウン前大統領が同席した。", LEAD + "ブラウン大統領が同席した。")
    assert title_links(compared) == [("ブラウン前大統領", "ブラウン大統領")]
    (group,) = (g for g in compared.conflicts if g.links[0].rule == "title_differs")
    assert group.links[0].slot == "person"


SAME = {
    "同じ肩書": ("ブラウン前大統領が同席した。", "ブラウン前大統領が同席した。"),
    "別の書き方": ("ブラウン首相が同席した。", "ブラウン総理大臣が同席した。"),
    "どちらの記事も両方書く": (
        "ブラウン前大統領が同席した。ブラウン大統領は去年まで在任した。",
        "ブラウン大統領だった。ブラウン前大統領が同席した。",
    ),
    "敬称だけ": ("ブラウン前大統領が同席した。", "ブラウン氏が同席した。"),
    "別の人": ("ブラウン前大統領が同席した。", "グリーン大統領が同席した。"),
}


@pytest.mark.parametrize(("left", "right"), SAME.values(), ids=SAME.keys())
def test_no_difference(compare, left: str, right: str) -> None:
    assert title_links(compare(LEAD + left, LEAD + right)) == []


def test_titles_alone_are_no_groups(compare) -> None:
    compared = compare(LEAD, LEAD + "両首脳は声明を出した。")
    assert not any(c.kind == "title" for g in compared.groups for c in g.claims)


@pytest.mark.parametrize(("one", "other"), [("社長", "会長"), ("代表取締役社長", "副社長"), ("教授", "准教授")])
def test_posts_of_one_ladder_exclude_each_other(one: str, other: str) -> None:
    assert exclude_each_other(read_title(one), read_title(other))
    assert exclude_each_other(read_title(other), read_title(one))


@pytest.mark.parametrize(
    ("one", "other"), [("社長", "代表取締役社長"), ("首相", "総裁"), ("前社長", "会長"), ("氏", "社長")]
)
def test_other_titles_may_be_held_together(one: str, other: str) -> None:
    assert not exclude_each_other(read_title(one), read_title(other))
