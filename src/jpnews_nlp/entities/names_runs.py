"""Runs of nouns that start with a proper noun and end in a suffix word: 知床国立公園, 静岡県警磐田警察署."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set

from jpnews_nlp.entities import names_data as data
from jpnews_nlp.model.parse import Token

MAX_TOKENS = 8
MAX_SUFFIX_TOKENS = 3
# Where a name ends although nouns go on: 別府駅発, 東京都内, 鹿沼市在住.
PREFIXES = frozenset("新東西南北上中下大小元本奥前")
_KATAKANA = re.compile("[ァ-ヴー]+")
_CAPITALS = re.compile("[A-ZＡ-Ｚ]{2,}")
_UPPER = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺ")
_UNKNOWN = re.compile("[ァ-ヴー一-龥々]{2,}")
_NOUN = re.compile("名詞|接頭辞|接尾辞")
_INSIDE = re.compile(r"[一-龥々ヶァ-ヴーA-Za-zＡ-Ｚａ-ｚ&＆・]+")


def name_runs(tokens: Sequence[Token], suffixes: Set[str], final: Set[str] = frozenset()) -> Iterator[tuple[int, int]]:
    """The longest stretches of each run of nouns that end in one of `suffixes` and start with a proper noun.

    After a suffix of `final` only further suffixes belong to the name (宮崎 + 空港 + 駅, but 東武日光線 | 樅山駅).

    Yields:
        The first token and the end token.
    """
    after = 0
    for at in [i for i, token in enumerate(tokens) if token.pos[0] == "名詞" and starts_name(token)]:
        end = _last_suffix_end(tokens, at, suffixes, final) if at >= after else 0
        if end:
            yield _with_prefix(tokens, at), end
            after = end


def _with_prefix(tokens: Sequence[Token], first: int) -> int:
    """Further left over katakana (ブリティッシュ + コロンビア州) or one prefix (新 + 大阪駅)."""
    start = first
    while start and tokens[start - 1].end == tokens[start].start and _KATAKANA.fullmatch(tokens[start - 1].surface):
        if not _KATAKANA.fullmatch(tokens[start].surface):
            return start
        start -= 1
    if (
        start == first
        and start
        and tokens[start - 1].surface in PREFIXES
        and tokens[start - 1].end == tokens[start].start
    ):
        before = tokens[start - 2] if start > 1 else None
        if (
            before is None
            or before.end != tokens[start - 1].start
            or before.pos[0] in ("助詞", "補助記号", "助動詞")
            or not _NOUN.match(before.pos[0])
        ):
            return start - 1
        if before.surface.endswith("立"):
            return start - 1
    return start


def starts_name(token: Token) -> bool:
    """Whether a name can start here: a proper noun that is no given name, or a word the dictionary lacks."""
    if token.pos[0] != "名詞":
        return False
    if token.pos[1] == "固有名詞":
        return token.pos[3] != "名"
    if token.known:
        return token.surface[0] in _UPPER and _CAPITALS.fullmatch(token.surface) is not None
    return _CAPITALS.fullmatch(token.surface) is not None or _UNKNOWN.fullmatch(token.surface) is not None


def _last_suffix_end(tokens: Sequence[Token], first: int, suffixes: Set[str], final: Set[str]) -> int:
    end, closed = 0, False
    for i in range(first + 1, min(first + MAX_TOKENS, len(tokens))):
        if tokens[i - 1].end != tokens[i].start or not _INSIDE.fullmatch(tokens[i].surface):
            break
        if tokens[i].surface in data.words("run break") or _before_person_end(tokens, i, suffixes):
            break
        if tokens[i].pos[0] not in ("名詞", "接尾辞", "接頭辞", "補助記号", "形状詞") or tokens[i].surface == "・":
            break
        suffix = _suffix(tokens, first, i, suffixes)
        if suffix:
            end, closed = i + 1, suffix in final
        elif closed:
            break
    if end and end < len(tokens) and tokens[end].surface == "丸" and tokens[end].start == tokens[end - 1].end:
        return 0
    return end


def _suffix(tokens: Sequence[Token], first: int, last: int, suffixes: Set[str]) -> str:
    """The longest suffix that ends with token `last` and leaves at least one token before it; empty when none does."""
    for width in range(min(MAX_SUFFIX_TOKENS, last - first), 0, -1):
        text = "".join(t.surface for t in tokens[last - width + 1 : last + 1])
        if text in suffixes:
            return text
    return ""


def _before_person_end(tokens: Sequence[Token], at: int, suffixes: Set[str]) -> bool:
    """Whether a person's name ends with token `at` (石原慎太郎 | 東京都) and no body is named so (秋田魁 + 新報)."""
    if tokens[at - 1].pos[3] != "姓" or tokens[at].pos[3] != "名":
        return False
    return at + 1 == len(tokens) or tokens[at + 1].surface not in suffixes
