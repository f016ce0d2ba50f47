"""A sentence-transformers model in place of the built-in similarity of claims, for users with a network.

```python
from jpnews_nlp import Pipeline
from jpnews_nlp.integrations.sentence_transformers import SentenceSimilarity

pipeline = Pipeline(similarity=SentenceSimilarity("intfloat/multilingual-e5-small", floor=0.8))
```
"""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from typing import Any, Protocol

from jpnews_nlp.errors import EngineError
from jpnews_nlp.model.claim import Claim


class Encoder(Protocol):
    """What a `SentenceTransformer` can do."""

    def encode(self, sentences: list[str], *, normalize_embeddings: bool = False) -> Any:
        """One vector for each sentence."""
        ...


class SentenceSimilarity:
    """The cosine of the two claims' vectors.

    Args:
        model: The name or folder of a sentence-transformers model, loaded at the first use, or the model itself.
        floor: The cosine of two sentences that have nothing to do with each other, which counts as 0; models differ.
    """

    def __init__(self, model: str | Encoder, *, floor: float = 0.5) -> None:
        self._model = model
        self._floor = floor

    def similarities(self, pairs: Sequence[tuple[Claim, Claim]]) -> list[float]:
        """For each pair the cosine above `floor`, between 0 and 1; each text is encoded once.

        Raises:
            EngineError: When sentence-transformers is not installed or the model cannot be loaded.
        """
        texts = sorted({claim.text for pair in pairs for claim in pair})
        if not texts:
            return []
        vectors = dict(zip(texts, self._encoder().encode(texts, normalize_embeddings=True), strict=True))
        return [self._above(_cosine(vectors[a.text], vectors[b.text])) for a, b in pairs]

    def _encoder(self) -> Encoder:
        if isinstance(self._model, str):
            self._model = _load(self._model)
        return self._model

    def _above(self, cosine: float) -> float:
        return max(0.0, (cosine - self._floor) / (1 - self._floor))


def _cosine(x: Sequence[float], y: Sequence[float]) -> float:
    return float(sum(p * q for p, q in zip(x, y, strict=True)))


def _load(name: str) -> Encoder:
    try:
        package = import_module("sentence_transformers")  # optional, and slow to load
    except ImportError:
        raise EngineError(
            "sentence-transformers is not installed; `pip install sentence-transformers`, or leave `similarity` out"
        ) from None
    try:
        encoder: Encoder = package.SentenceTransformer(name)
    except (OSError, ValueError) as error:
        raise EngineError(f"the model {name!r} cannot be loaded: {str(error).splitlines()[0]}") from None
    return encoder
