"""ja_ginza as this library runs it: lean documents, its parser alone, and a faster matrix product. spaCy stays here."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from typing import Any

from jpnews_nlp.engines.syntax import Arc
from jpnews_nlp.errors import EngineError
from jpnews_nlp.model.parse import EngineMention

MODEL = "ja_ginza"
# The parser needs tok2vec alone; ja_ginza's own names take most of its time and are weak on news.
UNUSED = ("morphologizer", "compound_splitter", "bunsetu_recognizer", "attribute_ruler")
# spaCy keeps every word it has seen; past this many new ones it is told to forget them.
NEW_WORDS = 20_000
# A product with few rows takes another path through BLAS and may round otherwise; a sentence alone must give the bits
# that it gives in a batch.
LEAST_ROWS = 32


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What the model says of one sentence, in code points into it."""

    arcs: tuple[Arc, ...] = ()
    mentions: tuple[EngineMention, ...] = ()


class GinzaModel:
    """The loaded model. One thread at a time: its tokenizer refuses to be borrowed twice."""

    def __init__(self, *, mentions: bool) -> None:
        self._nlp = _load([*UNUSED] if mentions else [*UNUSED, "ner"])
        _use_numpy_products(self._nlp)
        self._mentions = mentions
        self._zone = ExitStack()
        self._words = 0
        self._limited = _blas_limits()
        self._remember()

    def read(self, sentences: Sequence[str]) -> list[Reading]:
        """Arcs, and mentions if wanted, of a batch of sentences that UTF-8 can encode."""
        if len(self._nlp.vocab.strings) - self._words > NEW_WORDS:
            self._remember()
        with self._limited():
            docs = [self._document(sentence) for sentence in sentences]
            return [self._reading(doc) for doc in self._nlp.pipe(docs, batch_size=max(1, len(docs)))]

    def _remember(self) -> None:
        """Forget the words seen since the last time, where spaCy can (3.8 and later)."""
        self._zone.close()
        if hasattr(self._nlp, "memory_zone"):
            self._zone.enter_context(self._nlp.memory_zone())
        self._words = len(self._nlp.vocab.strings)

    def _document(self, sentence: str) -> Any:
        """The words the model was trained on, without the readings, lemmas and parts of speech it does not look at."""
        from spacy.tokens import Doc  # noqa: PLC0415

        words: list[str] = []
        spaces: list[bool] = []
        for word in self._words_of(sentence):
            # spaCy keeps one blank after a word as a flag of the word; other white space is a word of its own.
            flagged = word[0] == " " and bool(words) and not words[-1].isspace()
            if flagged:
                spaces[-1] = True
            if rest := word[flagged:]:
                words.append(rest)
                spaces.append(False)
        return Doc(self._nlp.vocab, words=words, spaces=spaces)

    def _words_of(self, sentence: str) -> Iterator[str]:
        """The sentence in pieces: Sudachi's longest words, white space between them in one piece."""
        blank = ""
        for morpheme in self._nlp.tokenizer.tokenizer.tokenize(sentence):
            word = sentence[morpheme.begin() : morpheme.end()]
            if not word or word.isspace():
                blank += word
                continue
            if blank:
                yield blank
                blank = ""
            yield word
        if blank:
            yield blank

    def _reading(self, doc: Any) -> Reading:
        arcs = tuple(Arc(start=t.idx, end=t.idx + len(t), head=t.head.i, relation=t.dep_) for t in doc)
        if not self._mentions:
            return Reading(arcs=arcs)
        entities = (EngineMention(start=e.start_char, end=e.end_char, label=e.label_) for e in doc.ents)
        return Reading(arcs=arcs, mentions=tuple(entities))


def _load(excluded: list[str]) -> Any:
    """The spaCy pipeline of ja_ginza.

    Raises:
        EngineError: When a package is missing; the message holds the line that mends it.
    """
    # One process, one BLAS thread: two are slower on sentences this short.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    mend = "mend: python -m pip install 'spacy>=3.7,<4' 'ginza>=5.3,<6' 'ja-ginza>=5.3,<6'"
    try:
        import ginza  # noqa: F401, PLC0415  # registers the factories the model names
        import spacy  # noqa: PLC0415
    except ImportError as error:
        raise EngineError(f"{error.name} is missing; {mend}") from None
    try:
        return spacy.load(MODEL, exclude=excluded)
    except Exception as error:  # whatever a damaged file leads to
        said = " ".join(f"{type(error).__name__}: {error}".split())
        raise EngineError(f"the model {MODEL} cannot be loaded ({said}); {mend}") from None


def _use_numpy_products(nlp: Any) -> None:
    """Let the model multiply with NumPy: its OpenBLAS is about four times as fast as the BLIS that thinc brings."""
    import numpy as np  # noqa: PLC0415
    from thinc.api import NumpyOps  # noqa: PLC0415

    class NumpyProducts(NumpyOps):  # type: ignore[misc]
        def gemm(self, x: Any, y: Any, out: Any = None, trans1: bool = False, trans2: bool = False) -> Any:
            left, right = x.T if trans1 else x, y.T if trans2 else y
            rows = len(left)
            if rows < LEAST_ROWS:
                left = np.concatenate([left, np.zeros((LEAST_ROWS - rows, left.shape[1]), dtype=left.dtype)])
            product = np.dot(left, right)[:rows]
            if out is None:
                return product
            out[...] = product
            return out

    products = NumpyProducts()
    for _, component in nlp.pipeline:
        for node in component.model.walk():
            node.ops = products


def _blas_limits() -> Any:
    """A context in which BLAS runs on one thread, whoever loaded NumPy before us."""
    from threadpoolctl import ThreadpoolController  # noqa: PLC0415

    controller = ThreadpoolController()
    return lambda: controller.limit(limits=1, user_api="blas")
