"""Train the name model of the package (a CRF over UniDic features) and write it as package data.

    pip install "python-crfsuite==0.9.12"
    python training/train_names.py OUT.npz TAUGHT.jsonl.xz wikinews.jsonl.gz SET_train.jsonl.gz[:TIMES] …

Each line of a training file is `{"text": …, "spans": [[start, end, kind], …]}`. The name of the file before `_train` is
the scheme its annotation follows (`names_features.SCHEME`); TIMES counts every sentence of a file so often. The shipped
model is trained on `wikipedia_train.jsonl.gz:2 wac_train.jsonl.gz gsd_train.jsonl.gz` in this order: the Stockmark
ner-wikipedia-dataset (CC BY-SA 3.0), the WikipediaAnnotatedCorpus (CC BY-SA 4.0) and UD_Japanese-GSD (CC BY-SA 4.0);
see NOTICE.

TAUGHT is `names_taught.jsonl.xz` of this folder: what a larger model, the teacher (`teach_names.py`), takes for names
in sentences of Japanese Wikinews (the next file, CC BY 2.5) and of two of the training sets, by the habits of `SCHEME`.
Each of its lines is `{"part": n, "set": …, "text": id or line number, "sentences": [[start, [[start, end, kind], …]],
…]}`. One model is trained for each part, on the training sets and the part; the weights of the shipped one are the
mean of theirs, which errs less than each.

L-BFGS starts from zero and uses no random numbers, so the same files, versions and order give the same model. It takes
some fifteen minutes and 4 GB.
"""

from __future__ import annotations

import gzip
import json
import lzma
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import pycrfsuite
from crfsuite_weights import mean_of, read_weights

from jpnews_nlp.engines.mecab import MecabEngine
from jpnews_nlp.entities.names_features import SCHEME, features
from jpnews_nlp.entities.names_model import OUTSIDE
from jpnews_nlp.entities.names_rules import evidence
from jpnews_nlp.entities.names_scores import Weights
from jpnews_nlp.entities.names_tokens import name_tokens
from jpnews_nlp.model.parse import Token

KINDS = {"person": "P", "place": "L", "organization": "O"}
PARAMETERS = {"c1": 0.1, "c2": 0.2, "max_iterations": 75, "feature.possible_transitions": True, "feature.minfreq": 2}


Spans = Sequence[tuple[int, int, str]]
Taught = Mapping[int, Spans]
"""Sentences by where they start, with the names in them."""
_engine = MecabEngine()


def annotated(path: Path) -> Iterator[tuple[list[list[str]], list[str]]]:
    """Features and labels of every sentence of a training set, as its annotators labelled it."""
    scheme = path.name.split("_train")[0]
    for row in rows(path):
        for tokens in parsed(row["text"]):
            yield features(tokens, evidence(tokens), scheme), labels(tokens, row["spans"])


def taught(
    lines: Iterable[Mapping[str, Any]], texts: Mapping[str, Mapping[str, str]]
) -> Iterator[tuple[list[list[str]], list[str]]]:
    """Features and labels of the sentences that the teacher labelled."""
    for row in lines:
        spans: Taught = dict(row["sentences"])
        for tokens in parsed(texts[row["set"]][str(row["text"])]):
            if tokens[0].start in spans:
                yield features(tokens, evidence(tokens), SCHEME), labels(tokens, spans[tokens[0].start])


def rows(path: Path) -> Iterator[dict[str, Any]]:
    """The lines of a compressed file."""
    with (lzma.open if path.suffix == ".xz" else gzip.open)(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def texts_of(path: Path) -> tuple[str, dict[str, str]]:
    """The name of a set, and its texts by their id or line number."""
    name = path.name.split("_train")[0].split(".")[0]
    return name, {str(row.get("id", n)): whole_text(row) for n, row in enumerate(rows(path))}


def whole_text(row: Mapping[str, Any]) -> str:
    """The text of a row of a training set or of the corpus, an article's with its title before it."""
    if "text" in row:
        return str(row["text"])
    return f"{row['title']}\n{row['body']}" if row["title"] else str(row["body"])


def parsed(text: str) -> Iterator[tuple[Token, ...]]:
    """The tokens of every sentence of a text."""
    parse = _engine.parse_text(text)
    for sentence in parse.sentences:
        if tokens := name_tokens(parse.tokens_of(sentence)):
            yield tokens


def labels(tokens: Sequence[Token], spans: Spans) -> list[str]:
    """B and I with the letter of the kind; a name that begins inside a token takes the whole token."""
    found = [OUTSIDE] * len(tokens)
    for start, end, kind in spans:
        if kind in KINDS:
            inside = [i for i, t in enumerate(tokens) if t.start < end and start < t.end]
            for n, i in enumerate(inside):
                found[i] = ("B" if n == 0 else "I") + KINDS[kind]
    return found


def main(out: str, taught_file: str, corpus: str, files: list[str]) -> None:
    """Train a model on the files in order and each part of what the teacher labelled; write the mean of all."""
    sets = [(Path(path), int(times or 1)) for path, _, times in (file.partition(":") for file in files)]
    texts = dict(texts_of(path) for path in [Path(corpus), *(path for path, _ in sets)])
    parts: dict[int, list[dict[str, Any]]] = {}
    for row in rows(Path(taught_file)):
        parts.setdefault(row["part"], []).append(row)
    models = [trained(sets, taught(lines, texts)) for lines in parts.values()]
    Path(out).write_bytes(mean_of(models).to_bytes())


def trained(sets: Iterable[tuple[Path, int]], more: Iterable[tuple[list[list[str]], list[str]]]) -> Weights:
    """The weights that the training sets and more sentences give."""
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", verbose=False)
    trainer.set_params(PARAMETERS)
    for path, times in sets:
        for items, labels in annotated(path):
            sequence = pycrfsuite.ItemSequence(items)
            for _ in range(times):
                trainer.append(sequence, labels)
    for items, labels in more:
        trainer.append(items, labels)
    with tempfile.TemporaryDirectory() as folder:
        model = Path(folder) / "model.crfsuite"
        trainer.train(str(model))
        return read_weights(model.read_bytes())


if __name__ == "__main__":
    main(*sys.argv[1:4], sys.argv[4:])
