"""The path a user's sentence encoder takes, with an encoder of our own in place of the package."""

from __future__ import annotations

import sys
from types import ModuleType
from typing import Any

import pytest

from jpnews_nlp import Article, Pipeline
from jpnews_nlp.errors import EngineError
from jpnews_nlp.integrations.sentence_transformers import SentenceSimilarity

MORNING = Article(id="a", body="18日、盛岡市で橋が落ちた。男性3人が負傷した。")
EVENING = Article(id="b", body="盛岡市で18日、橋が崩落した。けが人は3人だった。")


class Letters:
    """Counts two letters; remembers what it was asked."""

    def __init__(self, name: str = "") -> None:
        if name == "missing":
            raise OSError(f"{name} is no folder\nand more")
        self.asked: list[list[str]] = []

    def encode(self, sentences: list[str], *, normalize_embeddings: bool = False) -> Any:
        assert normalize_embeddings
        self.asked.append(sentences)
        return [(1.0, 0.0) if "橋" in s else (0.6, 0.8) for s in sentences]


def test_a_model_by_name_is_loaded_once_and_asked(monkeypatch) -> None:
    package = ModuleType("sentence_transformers")
    package.SentenceTransformer = Letters  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "sentence_transformers", package)
    similarity = SentenceSimilarity("some/model")
    compared = Pipeline(engine="mecab", similarity=similarity).compare([MORNING, EVENING])
    assert any(g.links for g in compared.groups)
    assert isinstance(similarity._model, Letters)
    assert all(asked == sorted(set(asked)) for asked in similarity._model.asked)


def test_the_floor_counts_as_nothing() -> None:
    claims = Pipeline(engine="mecab").analyze(MORNING).claims
    bridge = next(c for c in claims if "橋" in c.text)
    hurt = next(c for c in claims if "負傷" in c.text)
    pairs = [(bridge, bridge), (bridge, hurt)]
    assert SentenceSimilarity(Letters(), floor=0.6).similarities(pairs) == pytest.approx([1.0, 0.0])
    assert SentenceSimilarity(Letters(), floor=0.2).similarities(pairs) == pytest.approx([1.0, 0.5])
    assert SentenceSimilarity(Letters()).similarities([]) == []


def test_what_the_similarity_says_counts() -> None:
    class Same:
        def __init__(self, value: float) -> None:
            self.value = value

        def similarities(self, pairs: Any) -> list[float]:
            return [self.value] * len(pairs)

    def scores(value: float) -> list[float]:
        compared = Pipeline(engine="mecab", similarity=Same(value)).compare([MORNING, EVENING])
        return [k.score for g in compared.groups for k in g.links if k.source == "alignment-model"]

    assert max(scores(1.0)) > max(scores(0.0))


def test_too_few_numbers_are_refused() -> None:
    class Short:
        def similarities(self, pairs: Any) -> list[float]:
            return []

    with pytest.raises(EngineError, match="found 0 numbers for"):
        Pipeline(engine="mecab", similarity=Short()).compare([MORNING, EVENING])


def test_a_package_that_is_not_there(monkeypatch) -> None:
    monkeypatch.setitem(sys.modules, "sentence_transformers", None)
    with pytest.raises(EngineError, match="pip install sentence-transformers"):
        SentenceSimilarity("some/model").similarities([_pair()])


def test_a_model_that_is_not_there(monkeypatch) -> None:
    package = ModuleType("sentence_transformers")
    package.SentenceTransformer = Letters  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "sentence_transformers", package)
    with pytest.raises(EngineError, match=r"'missing' cannot be loaded: missing is no folder$"):
        SentenceSimilarity("missing").similarities([_pair()])


def _pair() -> tuple[Any, Any]:
    claims = Pipeline(engine="mecab").analyze(MORNING).claims
    return claims[0], claims[1]
