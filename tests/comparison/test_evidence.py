"""What a claim offers for alignment."""

from __future__ import annotations

import pytest

from jpnews_nlp import Article, Pipeline
from jpnews_nlp.comparison.evidence import Evidence, Rarity, prepare

PIPELINE = Pipeline(engine="mecab")


def evidence(body: str) -> tuple[Evidence, ...]:
    return prepare(PIPELINE.analyze(Article(id="a", body=body)).claims)


def test_synonyms_are_one_concept() -> None:
    (one,), (other,) = evidence("男性が死亡した。"), evidence("男性が亡くなった。")
    assert one.concepts == other.concepts
    assert one.predicate == other.predicate


def test_active_and_passive_have_the_same_fillers() -> None:
    (one,), (other,) = evidence("警察は男を逮捕した。"), evidence("男が逮捕された。")
    assert one.objects == other.objects
    assert other.subjects == frozenset()


def test_a_sentence_is_around_each_of_its_claims() -> None:
    first, second = evidence("市は橋を閉鎖し、県は道を開けた。")
    assert first.around == second.around == first.concepts | second.concepts


def test_the_sentence_before_is_near() -> None:
    first, second = evidence("市は橋を閉鎖した。県は道を開けた。")
    assert second.near == first.around | second.around
    assert first.near == first.around


def test_bigrams_do_not_see_the_width() -> None:
    (one,), (other,) = evidence("Ａ社は１２人を雇った。"), evidence("A社は12人を雇った。")
    assert one.bigrams == other.bigrams


def test_what_few_claims_have_weighs_more() -> None:
    found = evidence("首相は辞任した。首相は会見した。首相は帰国した。大統領は会見した。")
    rarity = Rarity(found)
    assert rarity.weight("大統領") > rarity.weight("首相") > 0
    both = frozenset({"大統領", "首相"})
    assert rarity.total(both) == pytest.approx(rarity.weight("大統領") + rarity.weight("首相"))
    assert rarity.total(frozenset()) == 0
    assert rarity.shared(both, frozenset({"首相"})) == pytest.approx(rarity.weight("首相"))
    assert rarity.dice(both, both) == pytest.approx(1)
    assert rarity.dice(both, frozenset()) == rarity.dice(frozenset(), frozenset()) == 0
