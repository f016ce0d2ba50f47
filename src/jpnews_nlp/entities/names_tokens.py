"""Tokens as the name rules need them: MeCab joins unknown katakana over ・ into one word, here it is taken apart."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from jpnews_nlp.model.parse import Token

_JOINED = re.compile("[ァ-ヴー]+([・=＝][ァ-ヴー]+)+")
_PARTS = re.compile("[・=＝]|[^・=＝]+")
_MARK_POS = ("補助記号", "一般", "*", "*")


def name_tokens(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """The tokens with unknown words like ゼレンスキー・ウクライナ in three.

    Example:
        >>> token = Token(start=4, end=9, surface="アベ・マリ", lemma="", normalized="", reading="",
        ...     pos=("名詞", "普通名詞", "一般", "*"), conjugation="*", known=False)
        >>> [(t.start, t.surface) for t in name_tokens([token])]
        [(4, 'アベ'), (6, '・'), (7, 'マリ')]
    """
    return tuple(part for token in tokens for part in ((token,) if token.known else _parts(token)))


def _parts(token: Token) -> Iterator[Token]:
    if not _JOINED.fullmatch(token.surface):
        yield token
        return
    for match in _PARTS.finditer(token.surface):
        part = match.group()
        yield replace(
            token,
            start=token.start + match.start(),
            end=token.start + match.end(),
            surface=part,
            lemma=part,
            normalized=part,
            reading=part,
            pos=_MARK_POS if len(part) == 1 and part in "・=＝" else token.pos,
        )
