"""Scores by layers against the sum over the written out features, as training sees them."""

from __future__ import annotations

import numpy as np
import pytest

from jpnews_nlp.engines.mecab import MecabEngine
from jpnews_nlp.entities import names_scores
from jpnews_nlp.entities.names_features import features
from jpnews_nlp.entities.names_rules import evidence
from jpnews_nlp.entities.names_scores import Scores, Weights

TEXTS = (
    "木村太郎首相は15日、東京都渋谷区で会見した。",
    "ロンドン警視庁のジョン・スミス報道官「捜査中だ」",
    "雨。",
    "防衛省の田中花子・前防衛相は、北海道電力泊発電所を視察した。",
)
READ = [(p.tokens, evidence(p.tokens)) for p in map(MecabEngine().parse_text, TEXTS)]


@pytest.fixture(scope="module")
def weights() -> Weights:
    """A weight of its own for every other feature of the texts."""
    names = sorted({f for tokens, found in READ for items in features(tokens, found) for f in items})[::2]
    states = np.sin(np.arange(2.0 * len(names) + 2)).reshape(-1, 2)
    states[0] = 0
    return Weights(labels=("a", "-"), rows={f: n for n, f in enumerate(names, 1)}, states=states, transitions=np.eye(2))


def test_scores_are_the_sums_over_the_features(weights: Weights) -> None:
    expected = [
        sum(weights.states[weights.rows[f]] for f in items if f in weights.rows)
        for tokens, found in READ
        for items in features(tokens, found)
    ]
    assert Scores(weights).of(READ) == pytest.approx(np.array(expected))


def test_scores_do_not_hang_on_what_was_read_before(weights: Weights, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = Scores(weights).of(READ)
    monkeypatch.setattr(names_scores, "_KEPT", 40)
    small = Scores(weights)
    for _ in range(2):
        alone = [small.of([sentence]) for sentence in READ]
        assert (np.concatenate(alone) == expected).all()


def test_packed_weights_come_back(weights: Weights) -> None:
    packed = weights.to_bytes()
    back = Weights.from_bytes(packed)
    assert (back.labels, back.rows) == (weights.labels, weights.rows)
    assert back.states == pytest.approx(weights.states, abs=1e-8)
    assert back.transitions == pytest.approx(weights.transitions, abs=1e-8)
    assert back.to_bytes() == packed
