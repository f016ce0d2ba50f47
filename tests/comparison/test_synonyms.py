"""Words that tell the same thing, and words that must not be taken for it."""

from __future__ import annotations

from collections import Counter
from importlib.resources import files

import pytest

from jpnews_nlp.comparison.synonyms import as_noun, concept


def groups() -> list[list[str]]:
    table = (files("jpnews_nlp.comparison") / "data" / "synonyms.tsv").read_text(encoding="utf-8")
    return [line.split("\t") for line in table.splitlines() if line and not line.startswith("#")]


def test_a_word_belongs_to_one_group() -> None:
    counted = Counter(word for group in groups() for word in set(group))
    assert {word for word, times in counted.items() if times > 1} == set()


def test_every_group_has_two_words_and_none_twice() -> None:
    for group in groups():
        assert len(set(group)) == len(group) >= 2
        assert all(word and word == word.strip() for word in group)


@pytest.mark.parametrize("group", groups(), ids=lambda group: group[0])
def test_every_word_reaches_its_group(group: list[str]) -> None:
    first, *others = group
    assert {concept(word) for word in others} <= {concept(first)}


SAME = [
    ("死亡", "亡くなる"),
    ("死者", "犠牲者"),
    ("怪我", "負傷"),
    ("合意", "妥結"),
    ("引き下げる", "引き下げ"),
    ("招く", "招待"),
    ("再開", "再開"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_same(one: str, other: str) -> None:
    assert concept(one) == concept(other)


OTHER = [
    ("死亡", "負傷"),
    ("引き上げる", "引き下げる"),
    ("増加", "減少"),
    ("開始", "終了"),
    ("勝利", "敗北"),
    ("肯定", "否定"),
    ("認める", "否定"),
    ("首相", "大統領"),
    ("停戦", "侵攻"),
    ("出発", "到着"),
    ("再開", "中止"),
    ("就任", "辞任"),
    ("男性", "女性"),
    ("関税", "増税"),
    ("負傷", "重傷"),
    ("地震", "震源"),
    ("上昇", "下落"),
    ("黒字", "赤字"),
    ("支持", "批判"),
    ("逮捕", "釈放"),
    ("起訴", "逮捕"),
    ("提訴", "控訴"),
    ("発表", "表明"),
    ("延期", "中止"),
    ("買収", "合併"),
    ("試合", "会談"),
    ("大雨", "大雪"),
    ("墜落", "衝突"),
]


@pytest.mark.parametrize(("one", "other"), OTHER)
def test_other(one: str, other: str) -> None:
    assert concept(one) != concept(other)


NOUNS = {
    "招く": "招き",
    "引き下げる": "引き下げ",
    "上がる": "上がり",
    "関税": "関税",
    "る": "る",
    "": "",
    "死ぬ": "死に",
}


@pytest.mark.parametrize(("verb", "noun"), NOUNS.items())
def test_as_noun(verb: str, noun: str) -> None:
    assert as_noun(verb) == noun
