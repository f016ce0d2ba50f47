"""The MeCab engine: UniDic tokens through fugashi. What MeCab gives is copied here and goes no further."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any

from jpnews_nlp.engines.sentences import split_sentences
from jpnews_nlp.engines.user_words import UserWords
from jpnews_nlp.engines.versions import versions
from jpnews_nlp.errors import EngineError
from jpnews_nlp.model.article import Article
from jpnews_nlp.model.parse import Parse, Sentence, Token
from jpnews_nlp.model.span import Span

# A NUL cuts MeCab's input short and a lone surrogate cannot be encoded; each is replaced by one code point, so that
# offsets hold, and the token's surface is read from the text again.
_UNREADABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
_STAND_IN = "〓"
# The whole lattice comes back as one string, several times faster than node by node. The separators are control
# characters, which `_UNREADABLE` keeps out of the input. %M is the token with the white space before it. The fields:
# four levels of part of speech, conjugation form, lexeme, dictionary form, reading; a word that the dictionary lacks
# has the first five alone.
_PART, _FIELD = "\x01", "\x03"
_KNOWN_FORMAT = _FIELD.join(f"%f[{n}]" for n in (0, 1, 2, 3, 5, 7, 10, 17))
_UNKNOWN_FORMAT = _FIELD.join(f"%f[{n}]" for n in (0, 1, 2, 3, 5))

Features = tuple[tuple[str, str, str, str], str, str, str, str, bool]


class MecabEngine:
    """Sentences and tokens of UniDic, without syntax. May be shared between threads: each has a tagger of its own.

    Args:
        words: The user's own words, which win over the dictionary.
    """

    name = "mecab"

    def __init__(self, words: UserWords | None = None) -> None:
        self._words = words
        self._local = threading.local()

    def __reduce__(self) -> tuple[type[MecabEngine], tuple[UserWords | None]]:
        return type(self), (self._words,)

    @property
    def fingerprint(self) -> str:
        """What decides a parse beside the text: the versions of engine and dictionary, and the user's words."""
        own = self._words.digest if self._words else ""
        return f"{self.name} {versions('fugashi', 'unidic-lite')} {own}".rstrip()

    def parse(self, article: Article) -> Parse:
        """Sentences and tokens of `article.text`; the borders of its blocks end a sentence."""
        return self.parse_text(article.text, [b.start for b in article.blocks] + [b.end for b in article.blocks])

    def parse_many(self, articles: Iterable[Article]) -> Iterator[Parse]:
        """The parse of each article, in order."""
        return map(self.parse, articles)

    def parse_text(self, text: str, breaks: Sequence[int] = ()) -> Parse:
        """Sentences and tokens of any text.

        Raises:
            EngineError: When fugashi or its dictionary is not installed.
        """
        tokens: list[Token] = []
        sentences = []
        for span in split_sentences(text, breaks):
            first = len(tokens)
            tokens.extend(self._sentence_tokens(text, span))
            sentences.append(Sentence(start=span.start, end=span.end, first_token=first, last_token=len(tokens)))
        return Parse(engine=self.name, sentences=tuple(sentences), tokens=tuple(tokens))

    def _sentence_tokens(self, text: str, span: Span) -> Iterable[Token]:
        tokens = self._tokens(text, span.start, span.end)
        return self._words.lay_over(text, span, tokens, self._tokens) if self._words else tokens

    def _tokens(self, text: str, start: int, end: int) -> Iterator[Token]:
        """The tokens of `text[start:end]` taken as one sentence."""
        at = start
        parts = iter(self._tagger().parse(_UNREADABLE.sub(_STAND_IN, text[start:end])).split(_PART))
        for spaced, written, raw in zip(parts, parts, parts, strict=False):
            at += len(spaced)
            start = at - len(written)
            yield _token(start, text[start:at], _features(raw))

    def _tagger(self) -> Any:
        tagger = getattr(self._local, "tagger", None)
        if tagger is None:
            tagger = self._local.tagger = _load_tagger()
        return tagger


# There is a token for every other character of an article. To fill its slots one by one takes less than half as long as
# `Token.__init__`, which goes through `object.__setattr__` as that of any frozen record does.
_start, _end, _surface, _lemma, _normalized, _reading, _pos, _conjugation, _known = (
    getattr(Token, name).__set__
    for name in ("start", "end", "surface", "lemma", "normalized", "reading", "pos", "conjugation", "known")
)


def _token(start: int, surface: str, features: Features) -> Token:
    token = object.__new__(Token)
    pos, conjugation, lexeme, lemma, reading, known = features
    _start(token, start)
    _end(token, start + len(surface))
    _surface(token, surface)
    _lemma(token, lemma or surface)
    _normalized(token, lexeme or surface)
    _reading(token, reading)
    _pos(token, pos)
    _conjugation(token, conjugation)
    _known(token, known)
    return token


@lru_cache(maxsize=1 << 13)
def _features(raw: str) -> Features:
    """The fields of one dictionary entry; the same words come again and again."""
    fields = raw.split(_FIELD)
    pos = (fields[0], fields[1] or "*", fields[2] or "*", fields[3] or "*")
    conjugation = fields[4] or "*"
    if len(fields) == 5:
        return pos, conjugation, "", "", "", False
    lexeme, lemma, reading = (field if field != "*" else "" for field in fields[5:])
    # UniDic writes loan words as プーチン-外国, ロシア-Rossiya: the part before the hyphen is the word.
    return pos, conjugation, lexeme.split("-", 1)[0] or lexeme, lemma, reading, True


def _load_tagger() -> Any:
    try:
        import fugashi  # noqa: PLC0415  # loaded at the first article, not at import
        import unidic_lite  # noqa: PLC0415
    except ImportError as error:
        raise EngineError(f"{error.name} is missing; mend: python -m pip install fugashi unidic-lite") from None
    folder = unidic_lite.DICDIR
    known, unknown = (f"%M{_PART}%m{_PART}{fields}{_PART}" for fields in (_KNOWN_FORMAT, _UNKNOWN_FORMAT))
    try:
        return fugashi.GenericTagger(f'-d "{folder}" -r "{folder}/dicrc" -O "" -F "{known}" -U "{unknown}" -E ""')
    except RuntimeError:  # what it says fills a screen and names no file
        raise EngineError(
            f"MeCab cannot open the dictionary unidic-lite in {folder}: files are missing or damaged; "
            "mend: python -m pip install --force-reinstall unidic-lite"
        ) from None
