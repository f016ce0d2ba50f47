"""Read the weights of a CRFsuite model to the last digit (python-crfsuite itself shows six) and write ours.

    python training/crfsuite_weights.py MODEL.crfsuite OUT.npz

The file has a header, the features (label by label or attribute by label, with a weight) and the strings of labels and
attributes in constant quark databases (CQDB).
"""

from __future__ import annotations

import struct
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from jpnews_nlp.entities.names_scores import Weights

_HEADER = struct.Struct("<4s I 4s 9I")
_FEATURES_HEADER = struct.calcsize("<4s 2I")
_FEATURE = np.dtype([("kind", "<u4"), ("source", "<u4"), ("label", "<u4"), ("weight", "<f8")])
_STATE, _TRANSITION = 0, 1
_BACKWARD_AT = 16
"""Where the header of a CQDB gives the size and place of its list of strings."""


def read_weights(model: bytes) -> Weights:
    """The weights of a CRFsuite model, with the features in the order of their strings.

    Raises:
        ValueError: When the bytes are no CRFsuite model, or a string has a NUL, with which ours are joined.
    """
    if model[:4] != b"lCRF":
        raise ValueError(f"no CRFsuite model: it starts with {model[:4]!r}; b'lCRF' is needed")
    _, _, _, _, count, _, _, features_at, labels_at, attributes_at, _, _ = _HEADER.unpack_from(model)
    labels, attributes = _strings(model, labels_at), _strings(model, attributes_at)
    if any("\0" in name for name in [*labels, *attributes]):
        raise ValueError("a feature of the model has a NUL; leave the sentence with it out of the training")
    # the header knows how many features were trained, the chunk how many are left
    (count,) = struct.unpack_from("<I", model, features_at + 8)
    features = np.frombuffer(model, _FEATURE, count, features_at + _FEATURES_HEADER)
    states, transitions = features[features["kind"] == _STATE], features[features["kind"] == _TRANSITION]
    order = sorted(range(len(attributes)), key=attributes.__getitem__)
    rows = np.empty(len(order), dtype=np.intp)
    rows[order] = np.arange(1, len(order) + 1)
    state = np.zeros((len(attributes) + 1, len(labels)))
    state[rows[states["source"]], states["label"]] = states["weight"]
    transition = np.zeros((len(labels), len(labels)))
    transition[transitions["source"], transitions["label"]] = transitions["weight"]
    return Weights(
        labels=tuple(labels),
        rows={attributes[n]: row for row, n in enumerate(order, 1)},
        states=state,
        transitions=transition,
    )


def mean_of(models: Sequence[Weights]) -> Weights:
    """The mean weights of several models; a feature that a model lacks weighs nothing in it."""
    labels = models[0].labels
    features = sorted({feature for model in models for feature in model.rows})
    rows = {feature: row for row, feature in enumerate(features, 1)}
    states = np.zeros((len(rows) + 1, len(labels)))
    transitions = np.zeros((len(labels), len(labels)))
    for model in models:
        order = [model.labels.index(label) for label in labels]
        places = [rows[feature] for feature in model.rows]
        states[places] += model.states[list(model.rows.values())][:, order] / len(models)
        transitions += model.transitions[np.ix_(order, order)] / len(models)
    return Weights(labels=labels, rows=rows, states=states, transitions=transitions)


def _strings(model: bytes, start: int) -> list[str]:
    """The strings of a CQDB, by their numbers."""
    count, listed = struct.unpack_from("<2I", model, start + _BACKWARD_AT)
    found = []
    for offset in struct.unpack_from(f"<{count}I", model, start + listed):
        if offset:
            (size,) = struct.unpack_from("<I", model, start + offset + 4)
            first = start + offset + 8
            found.append(model[first : first + size - 1].decode("utf-8"))
    return found


if __name__ == "__main__":
    Path(sys.argv[2]).write_bytes(read_weights(Path(sys.argv[1]).read_bytes()).to_bytes())
