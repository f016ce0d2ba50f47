"""The decoder against every sequence of labels there is, counted one by one."""

from __future__ import annotations

from itertools import pairwise, product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from jpnews_nlp.entities.names_decoder import Floats, decode

LABELS = 3
WEIGHTS = st.floats(-8, 8)
TRANSITIONS = st.lists(st.lists(WEIGHTS, min_size=LABELS, max_size=LABELS), min_size=LABELS, max_size=LABELS)
SENTENCE = st.lists(st.lists(WEIGHTS, min_size=LABELS, max_size=LABELS), min_size=1, max_size=5)


def counted(scores: Floats, transitions: Floats) -> dict[tuple[int, ...], float]:
    """The score of every sequence of labels."""
    places = np.arange(len(scores))
    return {
        sequence: float(scores[places, sequence].sum()) + sum(float(transitions[a, b]) for a, b in pairwise(sequence))
        for sequence in product(range(LABELS), repeat=len(scores))
    }


@given(st.lists(SENTENCE, min_size=1, max_size=4), TRANSITIONS)
def test_labels_and_marginals_are_those_of_all_sequences(
    sentences: list[list[list[float]]], transitions: list[list[float]]
) -> None:
    matrix = np.array(transitions)
    labels, marginals = decode(np.concatenate(sentences), [len(s) for s in sentences], matrix)
    end = 0
    for sentence in sentences:
        start, end = end, end + len(sentence)
        scores = counted(np.array(sentence), matrix)
        assert scores[tuple(labels[start:end])] == pytest.approx(max(scores.values()))
        weights = {sequence: np.exp(score) for sequence, score in scores.items()}
        for at, label in product(range(len(sentence)), range(LABELS)):
            share = sum(w for sequence, w in weights.items() if sequence[at] == label) / sum(weights.values())
            assert marginals[start + at, label] == pytest.approx(share, abs=1e-9)


def test_a_long_sentence_stays_within_the_range_of_floats() -> None:
    scores = np.tile([30.0, -30.0, 0.0], (5_000, 1))
    labels, marginals = decode(scores, [len(scores)], np.full((3, 3), -9.0))
    assert labels == [0] * len(scores)
    assert marginals[:, 0] == pytest.approx(1)


def test_the_likeliest_sequence_is_not_the_likeliest_label_at_each_token() -> None:
    # 0 alone is the likeliest first label, but 1 goes on with one label only, where 0 has two to share with.
    scores = np.log([[0.55, 0.45, 1e-9], [1, 1, 1]])
    transitions = np.log([[0.5, 0.5, 1e-9], [1e-9, 1e-9, 1], [1, 1, 1]])
    labels, marginals = decode(scores, [2], transitions)
    assert marginals[0].argmax() == 0
    assert labels == [1, 2]


NEAR = {
    "真ん中で": (
        [[2, -3, -4], [0, -3, 3], [4, 1, -1]],
        [[1, -2, -1], [3, 0, 4], [-1, -1, 3]],
        [0, 0, 0],
    ),
    "終わりで": ([[-2, -4, 1], [-4, 2, -4], [1, -1, 0]], [[4, -3, 4], [-4, -1, -4], [1, 3, 3]], [2, 1, 1]),
}


@pytest.mark.parametrize(("scores", "transitions", "best"), NEAR.values(), ids=NEAR.keys())
def test_a_label_of_the_best_sequence_is_never_dropped(
    scores: list[list[int]], transitions: list[list[int]], best: list[int]
) -> None:
    """The bound below which labels are left out is the probability of a whole sequence, transition by transition."""
    labels, _ = decode(np.array(scores, float), [len(scores)], np.array(transitions, float))
    assert labels == best
