"""Train the name model of the package (a CRF over UniDic features) and write it as package data.

    pip install "python-crfsuite==0.9.12"
    python training/train_names.py OUT.npz SET_train.jsonl.gz[:TIMES] …

Each line of a training file is `{"text": …, "spans": [[start, end, kind], …]}`. The name of the file before `_train` is
the scheme its annotation follows (`names_features.SCHEME`); TIMES counts every sentence of a file so often. The shipped
model is trained on `wikipedia_train.jsonl.gz:2 wac_train.jsonl.gz gsd_train.jsonl.gz` in this order: the Stockmark
ner-wikipedia-dataset (CC BY-SA 3.0), the WikipediaAnnotatedCorpus (CC BY-SA 4.0) and UD_Japanese-GSD (CC BY-SA 4.0);
see NOTICE. L-BFGS starts from zero and uses no random numbers, so the same files, versions and order give the same
model. It takes some ten minutes and 2 GB.
"""

from __future__ import annotations

import gzip
import json
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

import pycrfsuite
from crfsuite_weights import read_weights

from jpnews_nlp.engines.mecab import MecabEngine
from jpnews_nlp.entities.names_features import features
from jpnews_nlp.entities.names_model import OUTSIDE
from jpnews_nlp.entities.names_rules import evidence
from jpnews_nlp.entities.names_tokens import name_tokens
from jpnews_nlp.model.parse import Token

KINDS = {"person": "P", "place": "L", "organization": "O"}
PARAMETERS = {"c1": 0.1, "c2": 0.2, "max_iterations": 100, "feature.possible_transitions": True, "feature.minfreq": 2}


def sentences(path: Path) -> Iterator[tuple[list[list[str]], list[str]]]:
    """Features and labels of every sentence of a file."""
    engine = MecabEngine()
    scheme = path.name.split("_train")[0]
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            parse = engine.parse_text(row["text"])
            for sentence in parse.sentences:
                tokens = name_tokens(parse.tokens_of(sentence))
                if tokens:
                    yield features(tokens, evidence(tokens), scheme), labels(tokens, row["spans"])


def labels(tokens: Sequence[Token], spans: Sequence[tuple[int, int, str]]) -> list[str]:
    """B and I with the letter of the kind; a name that begins inside a token takes the whole token."""
    found = [OUTSIDE] * len(tokens)
    for start, end, kind in spans:
        if kind in KINDS:
            inside = [i for i, t in enumerate(tokens) if t.start < end and start < t.end]
            for n, i in enumerate(inside):
                found[i] = ("B" if n == 0 else "I") + KINDS[kind]
    return found


def main(out: str, files: list[str]) -> None:
    """Train on the files in order and write the model."""
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", verbose=False)
    trainer.set_params(PARAMETERS)
    for file in files:
        path, _, times = file.partition(":")
        for items, labels in sentences(Path(path)):
            sequence = pycrfsuite.ItemSequence(items)
            for _ in range(int(times or 1)):
                trainer.append(sequence, labels)
    with tempfile.TemporaryDirectory() as folder:
        trained = Path(folder) / "model.crfsuite"
        trainer.train(str(trained))
        Path(out).write_bytes(read_weights(trained.read_bytes()).to_bytes())


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
