"""Runs of nouns that start with a proper noun and end in a suffix word: 知床国立公園, 静岡県警磐田警察署."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set

from jpnews_nlp.model.parse import Token
from jpnews_nlp.model.span import Span

MAX_TOKENS = 8
MAX_SUFFIX_TOKENS = 3
_INSIDE = re.compile(r"[一-龥々ヶァ-ヴーA-Za-zＡ-Ｚａ-ｚ&＆・]+")


def name_runs(tokens: Sequence[Token], suffixes: Set[str]) -> Iterator[Span]:
    """The longest stretches of each run of nouns that end in one of `suffixes` and start with a proper noun."""
    at = 0
    while at < len(tokens):
        if not starts_name(tokens[at]):
            at += 1
            continue
        end = _last_suffix_end(tokens, at, suffixes)
        if end:
            yield Span(start=tokens[at].start, end=tokens[end - 1].end)
        at = end or at + 1


def starts_name(token: Token) -> bool:
    """Whether a name can start here: a proper noun that is no given name, or a word the dictionary lacks."""
    if token.pos[1] == "固有名詞":
        return token.pos[3] != "名"
    return not token.known and re.fullmatch(r"[ァ-ヴー一-龥々]{2,}", token.surface) is not None


def _last_suffix_end(tokens: Sequence[Token], first: int, suffixes: Set[str]) -> int:
    end = 0
    for i in range(first + 1, min(first + MAX_TOKENS, len(tokens))):
        if tokens[i - 1].end != tokens[i].start or not _INSIDE.fullmatch(tokens[i].surface):
            break
        if tokens[i].pos[0] not in ("名詞", "接尾辞", "接頭辞", "補助記号", "形状詞") or tokens[i].surface == "・":
            break
        for width in range(1, min(MAX_SUFFIX_TOKENS, i - first) + 1):
            if "".join(t.surface for t in tokens[i - width + 1 : i + 1]) in suffixes:
                end = i + 1
                break
    return end
