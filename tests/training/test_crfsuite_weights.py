"""A small model trained by CRFsuite: our reading of it, our features and our decoder give what CRFsuite gives."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pycrfsuite
import pytest
from crfsuite_weights import read_weights
from train_names import labels

from jpnews_nlp.engines.mecab import MecabEngine
from jpnews_nlp.entities.names_decoder import decode
from jpnews_nlp.entities.names_features import features
from jpnews_nlp.entities.names_rules import evidence
from jpnews_nlp.entities.names_scores import Scores, Weights

TEXTS = (
    "木村太郎首相は15日、東京都渋谷区で会見した。",
    "鈴木花子知事は、大阪府庁で記者団の質問に答えた。",
    "ロンドン警視庁のジョン・スミス報道官は「捜査中だ」と述べた。",
    "大雨のため、北海道電力泊発電所への道が通れなくなった。",
    "田中次郎さんと鈴木さんは大阪市から東京に向かった。",
)
SPANS = (
    ((0, 4, "person"), (11, 17, "place")),
    ((0, 4, "person"), (8, 12, "organization")),
    ((0, 7, "organization"), (8, 15, "person")),
    ((6, 11, "organization"), (6, 15, "place")),
    ((0, 4, "person"), (7, 9, "person"), (12, 15, "place"), (17, 19, "place")),
)
READ = [(p.tokens, evidence(p.tokens)) for p in map(MecabEngine().parse_text, TEXTS)]


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("model") / "small.crfsuite"
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", verbose=False)
    trainer.set_params({"c1": 0.05, "c2": 0.05, "feature.possible_transitions": True})
    for (tokens, found), spans in zip(READ, SPANS, strict=True):
        trainer.append(features(tokens, found), labels(tokens, spans))
    trainer.train(str(path))
    return path


def test_labels_and_marginals_are_those_of_crfsuite(model: Path) -> None:
    weights = Weights.from_bytes(read_weights(model.read_bytes()).to_bytes())
    best, marginals = decode(Scores(weights).of(READ), [len(t) for t, _ in READ], weights.transitions)
    tagger = pycrfsuite.Tagger()
    tagger.open(str(model))
    at = 0
    for tokens, found in READ:
        theirs = tagger.tag(features(tokens, found))
        assert [weights.labels[n] for n in best[at : at + len(tokens)]] == theirs
        chances = [[tagger.marginal(label, i) for label in weights.labels] for i in range(len(tokens))]
        assert marginals[at : at + len(tokens)] == pytest.approx(np.array(chances), abs=1e-6)
        at += len(tokens)
    assert {"BP", "BL", "BO", "IO"} < set(weights.labels)


def test_every_weight_is_read(model: Path) -> None:
    tagger = pycrfsuite.Tagger()
    tagger.open(str(model))
    theirs = tagger.info()
    weights = read_weights(model.read_bytes())
    assert set(weights.rows) == set(theirs.attributes)
    assert np.count_nonzero(weights.states) == np.count_nonzero([*theirs.state_features.values()])
    for (feature, label), weight in theirs.state_features.items():
        assert weights.states[weights.rows[feature], weights.labels.index(label)] == pytest.approx(weight, abs=1e-6)
    for (before, after), weight in theirs.transitions.items():
        cell = weights.labels.index(before), weights.labels.index(after)
        assert weights.transitions[cell] == pytest.approx(weight, abs=1e-6)


def test_another_file_is_refused() -> None:
    with pytest.raises(ValueError, match="no CRFsuite model"):
        read_weights(b"PK..")
