"""The MeCab engine: UniDic tokens through fugashi. fugashi's nodes are copied here and go no further."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator, Sequence
from typing import Any

from jpnews_nlp.engines.sentences import split_sentences
from jpnews_nlp.errors import EngineError
from jpnews_nlp.model.article import Article
from jpnews_nlp.model.parse import Parse, Sentence, Token
from jpnews_nlp.model.span import Span

# A NUL cuts MeCab's input short and a lone surrogate cannot be encoded; each is replaced by one code point, so that
# offsets hold, and the token's surface is read from the text again.
_UNREADABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
_STAND_IN = "〓"


class MecabEngine:
    """Sentences and tokens of UniDic, without syntax. May be shared between threads: each has a tagger of its own."""

    name = "mecab"

    def __init__(self) -> None:
        self._local = threading.local()

    def __reduce__(self) -> tuple[type[MecabEngine], tuple[()]]:
        return type(self), ()

    def parse(self, article: Article) -> Parse:
        """Sentences and tokens of `article.text`; the borders of its blocks end a sentence."""
        return self.parse_text(article.text, [b.start for b in article.blocks] + [b.end for b in article.blocks])

    def parse_text(self, text: str, breaks: Sequence[int] = ()) -> Parse:
        """Sentences and tokens of any text.

        Raises:
            EngineError: When fugashi or its dictionary is not installed.
        """
        tokens: list[Token] = []
        sentences = []
        for span in split_sentences(text, breaks):
            first = len(tokens)
            tokens.extend(self._tokens(text, span))
            sentences.append(Sentence(start=span.start, end=span.end, first_token=first, last_token=len(tokens)))
        return Parse(engine=self.name, sentences=tuple(sentences), tokens=tuple(tokens))

    def _tokens(self, text: str, span: Span) -> Iterator[Token]:
        sentence = _UNREADABLE.sub(_STAND_IN, span.of(text))
        at = 0
        for node in self._tagger()(sentence):
            start = sentence.index(node.surface, at)
            at = start + len(node.surface)
            yield _token(node, text, span.start + start, span.start + at)

    def _tagger(self) -> Any:
        tagger = getattr(self._local, "tagger", None)
        if tagger is None:
            tagger = self._local.tagger = _load_tagger()
        return tagger


def _load_tagger() -> Any:
    try:
        import fugashi  # noqa: PLC0415  # loaded at the first article, not at import
        import unidic_lite  # noqa: PLC0415
    except ImportError as error:
        raise EngineError(f"{error.name} is missing; mend: python -m pip install fugashi unidic-lite") from None
    try:
        return fugashi.Tagger(f'-d "{unidic_lite.DICDIR}" -r "{unidic_lite.DICDIR}/dicrc"')
    except RuntimeError as error:
        raise EngineError(
            f"MeCab cannot open the dictionary unidic-lite ({error}); "
            "mend: python -m pip install --force-reinstall unidic-lite"
        ) from None


def _token(node: Any, text: str, start: int, end: int) -> Token:
    feature = node.feature
    surface = text[start:end]
    lexeme = feature.lemma
    return Token(
        start=start,
        end=end,
        surface=surface,
        lemma=feature.orthBase or surface,
        # UniDic writes loan words as プーチン-外国, ロシア-Rossiya: the part before the hyphen is the word.
        normalized=(lexeme.split("-", 1)[0] or lexeme) if lexeme else surface,
        reading=feature.kana or "",
        pos=(feature.pos1, feature.pos2 or "*", feature.pos3 or "*", feature.pos4 or "*"),
        conjugation=feature.cForm or "*",
        known=not node.is_unk,
    )
