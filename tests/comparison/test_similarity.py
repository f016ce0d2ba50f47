"""The features of a pair and the score they give."""

from __future__ import annotations

import pytest
from tests.comparison.conftest import MORNING

from jpnews_nlp import Article, Pipeline
from jpnews_nlp.comparison.evidence import Evidence, Rarity, prepare
from jpnews_nlp.comparison.similarity import FEATURES, alignment_score, features
from jpnews_nlp.comparison.weights import WEIGHTS

PIPELINE = Pipeline(engine="mecab")


def evidence(body: str) -> tuple[Evidence, ...]:
    return prepare(PIPELINE.analyze(Article(id="a", body=body, published=MORNING)).claims)


CLAIMS = evidence(
    "県警は男を逮捕した。無職の男が逮捕された。死者は4人だった。4人が死亡した。首相は15日、大統領と会談した。"
    "大統領は首相と会談しなかった。木村太郎さん（37）が死亡した。橋の全長は1.2キロだ。"
)
RARITY = Rarity(CLAIMS)
PAIRS = [(x, y) for x in CLAIMS for y in CLAIMS]


def test_every_feature_has_a_weight_and_every_weight_a_feature() -> None:
    assert [*FEATURES, "bias"] == list(WEIGHTS)
    assert len(features(CLAIMS[0], CLAIMS[1], RARITY)) == len(FEATURES)


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: f"{pair[0].claim.text[:6]}-{pair[1].claim.text[:6]}")
def test_features_are_shares_and_but_for_those_of_time_symmetric(pair: tuple[Evidence, Evidence]) -> None:
    values = features(*pair, RARITY)
    assert all(0 <= value <= 1 for value in values)
    there, back = (
        {n: v for n, v in zip(FEATURES, x, strict=True) if not n.startswith("moved_on")}
        for x in (values, features(*reversed(pair), RARITY))
    )
    assert back == pytest.approx(there)
    assert 0 < alignment_score(*pair, RARITY) < 1


SHARES = ("concept_dice", "concept_overlap", "concept_mass", "text_similarity", "kanji_dice", "rarest_shared")


@pytest.mark.parametrize("name", SHARES)
def test_more_or_less_is_shared(name: str) -> None:
    """Not only all and nothing: a share tells how much."""
    values = {features(*pair, RARITY)[FEATURES.index(name)] for pair in PAIRS}
    assert {0.0} < {value for value in values if value < 1}


def score(left: str, right: str) -> float:
    (a,), (b,) = evidence(left), evidence(right)
    return alignment_score(a, b, Rarity([*CLAIMS, a, b]))


NEARER = {
    "言い換えは別のことより": ("男性が死亡した。", "男性が亡くなった。", "男性が会見した。"),
    "受動は別の行為より": ("県警は男を逮捕した。", "男が県警に逮捕された。", "県警は男を釈放した。"),
    "同じ数は別の数より": ("4人が死亡した。", "死者は4人だった。", "死者は9人だった。"),
}


@pytest.mark.parametrize(("told", "near", "far"), NEARER.values(), ids=NEARER.keys())
def test_nearer(told: str, near: str, far: str) -> None:
    assert score(told, near) > score(told, far)
