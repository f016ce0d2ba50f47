"""The GiNZA engine: MeCab's tokens with the syntax of ja_ginza laid over them. spaCy's objects go no further."""

from __future__ import annotations

import os
import threading
from collections.abc import Sequence
from typing import Any

from jpnews_nlp.engines.mecab import MecabEngine
from jpnews_nlp.engines.syntax import Arc, lay_over
from jpnews_nlp.errors import EngineError
from jpnews_nlp.model.article import Article
from jpnews_nlp.model.parse import Parse, Sentence

MODEL = "ja_ginza"
# The parser needs tok2vec alone; ja_ginza's own names take 60 % of its time and are weak on news.
UNUSED = ["ner", "morphologizer", "compound_splitter", "bunsetu_recognizer", "attribute_ruler"]
# More sentences at a time take more memory and save no time.
BATCH = 16
# SudachiPy refuses more than 49,149 bytes; a sentence of that size is no prose and gets no syntax.
MAX_BYTES = 40_000


class GinzaEngine:
    """MeCab's sentences and tokens, with heads and relations by ja_ginza's parser. May be shared between threads."""

    name = "ginza"

    def __init__(self) -> None:
        self._mecab = MecabEngine()
        self._lock = threading.Lock()
        self._nlp: Any = None

    def __reduce__(self) -> tuple[type[GinzaEngine], tuple[()]]:
        return type(self), ()

    def parse(self, article: Article) -> Parse:
        """Sentences, tokens and syntax of `article.text`; sentences of furniture and asides get no syntax."""
        content = [b for b in article.blocks if b.is_content]
        parse = self._mecab.parse(article)
        wanted = [s for s in parse.sentences if not article.blocks or any(b.overlaps(s) for b in content)]
        return self._with_syntax(article.text, parse, wanted)

    def parse_text(self, text: str, breaks: Sequence[int] = ()) -> Parse:
        """Sentences, tokens and syntax of any text.

        Raises:
            EngineError: When spaCy, GiNZA or its model is not installed.
        """
        parse = self._mecab.parse_text(text, breaks)
        return self._with_syntax(text, parse, parse.sentences)

    def _with_syntax(self, text: str, parse: Parse, wanted: Sequence[Sentence]) -> Parse:
        heads, relations = list(range(len(parse.tokens))), [""] * len(parse.tokens)
        for sentence, arcs in zip(wanted, self._arcs([s.of(text) for s in wanted]), strict=True):
            for index, head, relation in lay_over(parse.tokens, sentence, arcs):
                heads[index], relations[index] = head, relation
        return Parse(
            engine=self.name,
            sentences=parse.sentences,
            tokens=parse.tokens,
            heads=tuple(heads),
            relations=tuple(relations),
        )

    def _arcs(self, sentences: list[str]) -> list[list[Arc]]:
        readable = [s.encode("utf-8", "replace").decode("utf-8") for s in sentences]
        readable = [s if len(s.encode()) <= MAX_BYTES else "" for s in readable]
        # One parser, one thread at a time: GiNZA's tokenizer refuses to be borrowed twice.
        with self._lock:
            if self._nlp is None:
                self._nlp = load_model()
            return [
                [Arc(start=t.idx, end=t.idx + len(t), head=t.head.i, relation=t.dep_) for t in doc]
                for doc in self._nlp.pipe(readable, batch_size=BATCH)
            ]


def load_model() -> Any:
    """The spaCy pipeline of ja_ginza with its parser alone.

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
        return spacy.load(MODEL, exclude=UNUSED)
    except (OSError, ValueError) as error:
        raise EngineError(f"the model {MODEL} cannot be loaded ({error}); {mend}") from None
