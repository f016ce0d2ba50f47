"""From scores to labels: the probability of each label at each token, and the most likely labels of a sentence.

Forward-backward and Viterbi over a linear chain, for all sentences of an article at once.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Indices = NDArray[np.intp]
_RESCALED = 16
"""After so many steps the sums are brought back to one, long before they leave the range of a float."""


def decode(scores: Floats, lengths: Sequence[int], transitions: Floats) -> tuple[list[int], Floats]:
    """The labels of tokens, and their probabilities.

    Args:
        scores: For each token of all sentences, one after another, the score of each label.
        lengths: How many tokens each sentence has, at least one.
        transitions: The score of each label (row) before each (column).

    Returns:
        For each token the label that the most likely sequence of its sentence has, and the marginal probability of
        every label.
    """
    chances = np.exp(transitions)
    forward, onward, backward = _recursions(scores, np.array(lengths), chances)
    marginals = forward * onward
    marginals /= marginals.sum(axis=1, keepdims=True)
    best: Indices = marginals.argmax(axis=1)
    ends: Indices = np.cumsum(lengths)
    starts: Indices = ends - np.array(lengths)
    # The probability of the sequence of the best labels: of the first, then of each given the one before.
    tokens = np.arange(len(best))
    given = marginals[tokens, best]
    chance = chances[best[:-1], best[1:]] * backward[tokens[1:], best[1:]] / onward[tokens[:-1], best[:-1]]
    inner = np.ones(len(best), dtype=bool)
    inner[starts] = False
    given[inner] = chance[inner[1:]]
    sequences = np.exp(np.add.reduceat(np.log(given), starts))
    # A label that is less likely than a whole sequence is on no sequence that is more likely than this one.
    open_ = marginals >= np.repeat(sequences * (1 - 1e-6), lengths)[:, None]
    labels = best.tolist()
    several = open_.sum(axis=1) > 1
    options = {int(n): np.flatnonzero(open_[n]).tolist() for n in np.flatnonzero(several)}
    weights = transitions.tolist()
    for n in np.flatnonzero(np.logical_or.reduceat(several, starts)):
        first, end = starts[n], ends[n]
        choices = [options.get(at) or [labels[at]] for at in range(first, end)]
        labels[first:end] = _best_sequence(scores[first:end].tolist(), choices, weights)
    return labels, marginals


def _recursions(scores: Floats, lengths: Indices, chances: Floats) -> tuple[Floats, Floats, Floats]:
    """What comes before each token with the token itself, what comes after it, and that with the token itself.

    Forward and backward run side by side, all sentences in step, the longest first: after each step those that end
    drop out. Only the ratios within a row have a meaning.
    """
    size = len(chances)
    step = np.zeros((2 * size, 2 * size))
    step[:size, :size], step[size:, size:] = chances, chances.T
    ranks = np.empty(len(lengths), dtype=np.intp)
    ranks[np.argsort(-lengths, kind="stable")] = np.arange(len(lengths))
    active = len(lengths) - np.concatenate(([0], np.cumsum(np.bincount(lengths)[1:-1])))
    steps = np.concatenate(([0], np.cumsum(active)))
    place = np.arange(len(scores)) - np.repeat(np.cumsum(lengths) - lengths, lengths)
    rank = np.repeat(ranks, lengths)
    there = steps[place] + rank
    back = steps[np.repeat(lengths, lengths) - 1 - place] + rank
    after = np.empty((len(scores), 2 * size))
    after[there, :size] = after[back, size:] = np.exp(scores - scores.max(axis=1, keepdims=True))
    before = np.ones_like(after)
    state = after[: active[0]]
    for n, (first, end) in enumerate(pairwise(steps.tolist()[1:]), 1):
        np.matmul(state[: end - first], step, out=before[first:end])
        state = after[first:end]
        state *= before[first:end]
        if n % _RESCALED == 0:
            halves = state.reshape(-1, 2, size)
            halves /= halves.sum(axis=2, keepdims=True)
    return after[there, :size], before[back, size:], after[back, size:]


def _best_sequence(
    scores: Sequence[Sequence[float]], options: Sequence[Sequence[int]], transitions: Sequence[Sequence[float]]
) -> list[int]:
    """The labels with the highest sum of scores and transitions, among the options of each token."""
    reached = {label: scores[0][label] for label in options[0]}
    origins: list[dict[int, int]] = []
    for here, labels in zip(scores[1:], options[1:], strict=True):
        origin = {y: max(reached, key=lambda x: reached[x] + transitions[x][y]) for y in labels}
        reached = {y: reached[x] + transitions[x][y] + here[y] for y, x in origin.items()}
        origins.append(origin)
    found = [max(reached, key=reached.__getitem__)]
    for origin in reversed(origins):
        found.append(origin[found[-1]])
    return found[::-1]
