"""The trained sequence model: a CRF over the features of `names_features`."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from importlib import resources
from typing import Any

from jpnews_nlp.entities.names_candidates import Candidate
from jpnews_nlp.entities.names_features import features
from jpnews_nlp.model.entity import Kind
from jpnews_nlp.model.parse import Token

MODEL = "name_model.crfsuite"
_KINDS: dict[str, Kind] = {"P": "person", "L": "place", "O": "organization"}
_taggers = threading.local()


def model_candidates(tokens: Sequence[Token]) -> Iterator[Candidate]:
    """What the model takes for names in the tokens of one sentence."""
    if not tokens:
        return
    tagger = _tagger()
    labels = tagger.tag(features(tokens))
    at = 0
    while at < len(labels):
        end = at + 1
        if labels[at] != "-":
            letter = labels[at][1]
            while end < len(labels) and labels[end] == "I" + letter:
                end += 1
            score = min(tagger.marginal(labels[i], i) for i in range(at, end))
            yield Candidate(
                start=tokens[at].start,
                end=tokens[end - 1].end,
                kind=_KINDS[letter],
                source="model:crf",
                score=round(score, 3),
            )
        at = end


def _tagger() -> Any:
    # A tagger keeps the sentence it works on, so each thread has its own over the same model bytes.
    tagger = getattr(_taggers, "tagger", None)
    if tagger is None:
        import pycrfsuite  # noqa: PLC0415  # loaded at the first article, not at import

        tagger = pycrfsuite.Tagger()
        # CRFsuite reads the model where it lies: the bytes must live as long as the tagger.
        _taggers.model = resources.files("jpnews_nlp.entities").joinpath("data", MODEL).read_bytes()
        tagger.open_inmemory(_taggers.model)
        _taggers.tagger = tagger
    return tagger
