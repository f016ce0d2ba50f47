"""The weights of the trained model, and the scores of labels that they add up to for the tokens of an article."""

from __future__ import annotations

import io
import struct
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, chain

import numpy as np
from numpy.typing import NDArray

from jpnews_nlp.entities.names_features import LAYERS, OFFSETS, PAIRS, SCHEME, Layer, Word, observe, pairs_of, words_of
from jpnews_nlp.entities.names_rules import Evidence
from jpnews_nlp.model.parse import Token

Floats = NDArray[np.float64]
_UNIT = 1e-8
"""The file has weights as whole numbers of this unit."""
_KEPT = 1 << 13
"""After so many values a layer's table of scores starts anew, with those of the last one that are met again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """What training found: a linear-chain CRF.

    Attributes:
        labels: The labels, in the order of the columns.
        rows: Every feature with a weight, to its row in `states`, from 1.
        states: The weight of each feature for each label, after a first row of zeros.
        transitions: The weight of each label (row) before each (column).
    """

    labels: tuple[str, ...]
    rows: Mapping[str, int]
    states: Floats
    transitions: Floats

    @classmethod
    def from_bytes(cls, packed: bytes) -> Weights:
        """Read what `to_bytes` wrote."""
        with np.load(io.BytesIO(packed), allow_pickle=False) as file:
            labels, features = (_split(file[name]) for name in ("labels", "features"))
            states = np.zeros((len(features) + 1, len(labels)))
            states[np.repeat(np.arange(1, len(states)), file["sizes"]), file["columns"]] = file["weights"] * _UNIT
            transitions = file["transitions"] * _UNIT
        return cls(
            labels=tuple(labels), rows={f: n for n, f in enumerate(features, 1)}, states=states, transitions=transitions
        )

    def to_bytes(self) -> bytes:
        """The weights as a compressed npz file, the states by their non-zero cells."""
        rows, columns = np.nonzero(self.states)
        packed = io.BytesIO()
        np.savez_compressed(
            packed,
            labels=_joined(self.labels),
            features=_joined(self.rows),
            sizes=np.bincount(rows, minlength=len(self.states))[1:].astype(np.uint8),
            columns=columns.astype(np.uint8),
            weights=_whole(self.states[rows, columns]),
            transitions=_whole(self.transitions),
        )
        return packed.getvalue()


def _whole(weights: Floats) -> NDArray[np.int64]:
    return np.rint(weights / _UNIT).astype(np.int64)


def _joined(strings: Iterable[str]) -> NDArray[np.uint8]:
    return np.frombuffer("\0".join(strings).encode("utf-8"), dtype=np.uint8)


def _split(joined: NDArray[np.uint8]) -> list[str]:
    return joined.tobytes().decode("utf-8").split("\0")


class Scores:
    """The scores of labels under the weights. May be shared between threads."""

    def __init__(self, weights: Weights) -> None:
        self._labels = len(weights.labels)
        self._layers = [_Layer(layer, weights) for layer in LAYERS]
        self._pairs = [_Pairs(name, weights) for name in PAIRS]
        self._numbers_of = lru_cache(maxsize=1 << 14)(self._pair_numbers)

    def of(self, sentences: Sequence[tuple[Sequence[Token], Evidence]]) -> Floats:
        """The sum of the weights of every label (column) at every token (row) of the sentences, one after another."""
        # Two empty rows stand before and after every sentence, so that no token sees into another sentence.
        words = [words_of(tokens) for tokens, _ in sentences]
        starts = [*accumulate((len(sentence) + 2 for sentence in words), initial=2)]
        places = np.arange(2, 2 + sum(map(len, words))) + 2 * np.repeat(np.arange(len(words)), [*map(len, words)])
        observed = [observe(own, *sentence) for own, sentence in zip(words, sentences, strict=True)]
        scores: Floats = np.zeros((starts[-1] + 1, self._labels))
        for of_layer, layer in zip(zip(*observed, strict=True), self._layers, strict=True):
            values = [*chain.from_iterable([of_sentence.values() for of_sentence in of_layer])]
            if values:
                where = np.array([start + at for start, found in zip(starts, of_layer, strict=False) for at in found])
                given = layer.scores(values)
                for n in range(given.shape[1]):
                    scores[where + OFFSETS[n]] += given[:, n]
        numbers = np.frombuffer(b"".join(map(self._numbers_of, chain.from_iterable(words))), dtype=np.int64)
        for pairs, of_kind in zip(self._pairs, numbers.reshape(-1, len(self._pairs)).T, strict=True):
            pairs.add(scores, places, of_kind)
        return scores.take(places, axis=0)

    def _pair_numbers(self, word: Word) -> bytes:
        """The number of a word in each kind of pairs, in the bytes of the integers."""
        return struct.pack(f"={len(self._pairs)}q", *(pairs.number(word) for pairs in self._pairs))


class _Pairs:
    """One kind of pairs: the scores that the first gets from the second after it, and the second from the first."""

    def __init__(self, name: str, weights: Weights) -> None:
        self._part = PAIRS[name]
        rows: dict[tuple[str, str], dict[str, int]] = {}
        for feature, row in weights.rows.items():
            for of, side, here, after in pairs_of(feature):
                if of == name:
                    rows.setdefault((here, after), {})[side] = row
        # 0 is what stands in no pair
        self._numbers = {value: n for n, value in enumerate(sorted({*chain.from_iterable(rows)}), 1)}
        ordered = sorted((self._key(*pair), sides) for pair, sides in rows.items())
        self._keys = np.array([-1, *(key for key, _ in ordered)])
        self._sums = weights.states[[[0, 0], *([sides.get("+", 0), sides.get("-", 0)] for _, sides in ordered)]]

    def _key(self, here: str, after: str) -> int:
        return self._numbers[here] * (len(self._numbers) + 1) + self._numbers[after]

    def number(self, word: Word) -> int:
        """The number of what such a pair takes of a word; 0 for what stands in none."""
        return self._numbers.get(self._part(word), 0)

    def add(self, scores: Floats, places: NDArray[np.intp], of_words: NDArray[np.int64]) -> None:
        """Add the scores of the pairs of words at neighbouring places, given the number of each word."""
        numbers = np.zeros(len(scores), dtype=np.int64)
        numbers[places] = of_words
        keys = numbers[:-1] * (len(self._numbers) + 1) + numbers[1:]
        found = np.searchsorted(self._keys, keys, side="right") - 1
        first = np.flatnonzero(self._keys[found] == keys)
        sums = self._sums[found[first]]
        scores[first] += sums[:, 0]
        scores[first + 1] += sums[:, 1]


class _Layer:
    """The values of one layer to the scores that they give at each of their offsets, in the bytes of their floats."""

    def __init__(self, layer: Layer, weights: Weights) -> None:
        self._layer, self._weights = layer, weights
        self._kept: dict[Hashable, bytes] = {}
        self._before: dict[Hashable, bytes] = {}

    def scores(self, values: Sequence[Hashable]) -> Floats:
        """For each value (first axis) and offset (second) the score of each label."""
        kept = self._kept  # another thread may start the table anew meanwhile
        try:
            packed = b"".join(map(kept.__getitem__, values))
        except KeyError:
            if len(kept) > _KEPT:
                self._before, self._kept = kept, {}
                kept = self._kept
            before = self._before
            missing = set(values).difference(kept)
            kept.update((value, before[value]) for value in missing if value in before)
            fresh = missing.difference(kept)
            if fresh:
                kept.update(zip(fresh, self._sums(fresh), strict=True))
            packed = b"".join(map(kept.__getitem__, values))
        return np.frombuffer(packed).reshape(len(values), self._layer.reach, -1)

    def _sums(self, values: Iterable[Hashable]) -> Iterator[bytes]:
        row, features = self._weights.rows.get, self._layer.features
        offsets = range(self._layer.reach)
        rows: list[int] = []
        starts = []
        for value in values:
            seen = features(value, SCHEME)
            for n in offsets:
                starts.append(len(rows))
                rows.append(0)  # the row of zeros: there is something to add up
                if n < len(seen):
                    rows += filter(None, map(row, seen[n]))
        sums = np.add.reduceat(self._weights.states[rows], starts)
        size = self._layer.reach * sums.shape[1] * sums.itemsize
        packed = sums.tobytes()
        return (packed[start : start + size] for start in range(0, len(packed), size))
