"""The trained sequence model: a CRF over the features of `names_features`."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator, Sequence
from importlib import resources
from typing import Any

from jpnews_nlp.entities import names_data as data
from jpnews_nlp.entities.names_candidates import Candidate
from jpnews_nlp.entities.names_features import features
from jpnews_nlp.entities.names_rules import Evidence
from jpnews_nlp.entities.names_trim import pieces, trim
from jpnews_nlp.entities.places import names_else
from jpnews_nlp.model.entity import Kind
from jpnews_nlp.model.parse import Token

MODEL = "name_model.crfsuite"
_KINDS: dict[str, Kind] = {"P": "person", "L": "place", "O": "organization"}
_HIRAGANA = re.compile("[ぁ-んー・ 　]+")
_taggers = threading.local()


def model_candidates(tokens: Sequence[Token], found: Evidence) -> Iterator[Candidate]:
    """What the model takes for names in the tokens of one sentence, given what the rules found there."""
    if not tokens:
        return
    tagger = _tagger()
    labels = tagger.tag(features(tokens, found))
    at = 0
    while at < len(labels):
        end = at + 1
        if labels[at] != "-":
            letter = labels[at][1]
            while end < len(labels) and labels[end] == "I" + letter:
                end += 1
            for piece in pieces(tokens, at, end, _KINDS[letter]):
                first, last, kind = trim(tokens, *piece, _KINDS[letter])
                if (
                    first == last
                    or _is_reading(tokens, first, last)
                    or (kind == "place" and names_else(tokens, first, last))
                ):
                    continue
                score = min(tagger.marginal(labels[i], i) for i in range(first, last))
                stop = tokens[last - 1].end - (tokens[last - 1].surface in data.words("within") and kind == "place")
                yield Candidate(
                    start=tokens[first].start, end=stop, kind=kind, source="model:crf", score=round(score, 3)
                )
        at = end


def _is_reading(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether the name is the reading of another, in brackets after it: （ますだ・あやね）."""
    bracketed = first > 0 and tokens[first - 1].surface in ("(", "（")
    return bracketed and all(_HIRAGANA.fullmatch(t.surface) for t in tokens[first:last])


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
