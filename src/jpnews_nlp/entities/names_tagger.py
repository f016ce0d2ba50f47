"""The trained sequence model at work: a label and its chances for every token of an article.

The one way to the files that need NumPy, which is loaded at the first article and not at import.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from jpnews_nlp.entities.model_files import read_model_file
from jpnews_nlp.entities.names_rules import Evidence
from jpnews_nlp.model.parse import Token

if TYPE_CHECKING:
    from jpnews_nlp.entities.names_scores import Scores, Weights

MODEL = "name_model.npz"


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelled:
    """What the model says of the tokens of one sentence.

    Attributes:
        labels: The most likely sequence: B and I with the letter of a kind, or `-`.
        columns: Every label, to its column in `chances`.
        chances: For each token the probability of every label.
    """

    labels: Sequence[str]
    columns: Mapping[str, int]
    chances: Sequence[Sequence[float]]

    def chance(self, label: str, at: int) -> float:
        """The probability of a label at a token."""
        return self.chances[at][self.columns[label]]


def labelled(sentences: Sequence[tuple[Sequence[Token], Evidence]]) -> list[Labelled]:
    """The labels of each sentence, which must have tokens, with what rules and tables found in it."""
    from jpnews_nlp.entities.names_decoder import decode  # noqa: PLC0415

    if not sentences:
        return []
    weights, scores = _model()
    lengths = [len(tokens) for tokens, _ in sentences]
    best, marginals = decode(scores.of(sentences), lengths, weights.transitions)
    labels = [weights.labels[n] for n in best]
    columns = {label: n for n, label in enumerate(weights.labels)}
    chances = marginals.tolist()
    found = []
    end = 0
    for length in lengths:
        start, end = end, end + length
        found.append(Labelled(labels=labels[start:end], columns=columns, chances=chances[start:end]))
    return found


@cache
def _model() -> tuple[Weights, Scores]:
    from jpnews_nlp.entities.names_scores import Scores, Weights  # noqa: PLC0415

    weights = Weights.from_bytes(read_model_file(MODEL))
    return weights, Scores(weights)
