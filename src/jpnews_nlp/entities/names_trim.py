"""What the conventions leave outside of a name, cut off what the model marked."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from jpnews_nlp.entities import names_data as data
from jpnews_nlp.model.entity import Kind
from jpnews_nlp.model.parse import Token

_OPENING = frozenset("（(「『［[〈《【")
_CLOSING = frozenset("）)」』］]〉》】")
_KANJI_END = re.compile("[一-龥]$")
_LETTER = re.compile(r"[^\W\d_]")
# signs and letters that close a name: Yahoo!, F.C., 桑原楽之 (UniDic takes 之 for a particle)
_IN_NAME = re.compile(r"[一-龥々ァ-ヴA-Za-zＡ-Ｚ!！.．+＋%％]")
_ADDRESS = re.compile("区|号|丁目|番|番地|条|線|号線|号室|号墳|階|の")
_LATIN = re.compile("[A-Za-zＡ-Ｚ]")


def trim(tokens: Sequence[Token], first: int, end: int, kind: Kind) -> tuple[int, int, Kind]:
    """The first token, the end token and the kind of what remains; nothing remains when the two are equal."""
    given = first, end
    end = _before_bracket(tokens, first, end)
    first = _past_sign(tokens, first, end)
    if kind == "place":
        first = _past_number(tokens, first, end)
    if kind != "organization":
        end = _before_count(tokens, first, end, kind)
    while first < end and _outside(tokens[end - 1], kind):
        end -= 1
    if kind == "organization" and (first, end) != given and first < end and tokens[end - 1].pos[2] == "地名":
        return first, end, "place"  # 宮古島南南東
    if kind == "organization" and first < end:
        first = _past_lead_word(tokens, first, end)
    if (first, end) != given and all(_common(t) for t in tokens[first:end]):
        return first, first, kind
    if not any(_LETTER.search(t.surface) for t in tokens[first:end]):
        return first, first, kind
    if kind == "person":
        end = _before_country(tokens, first, end)
    return first, end, kind


def _past_sign(tokens: Sequence[Token], first: int, end: int) -> int:
    """Past signs and what points back: 同府 + 宇治田原町, 同市 + 立 + 中央小学校, 同県 + 警 + 山川署."""
    same = data.words("same")
    while first < end and (tokens[first].pos[0] in ("補助記号", "助詞") or tokens[first].surface in same):
        first += 1
    back = first > 0 and tokens[first - 1].surface in same
    return first + 1 if back and first < end and tokens[first].surface in ("立", "警") else first


def _past_number(tokens: Sequence[Token], first: int, end: int) -> int:
    """Past what is numbered before a place: 台風15号 + 宮古島, not 国道293号."""
    for i in range(first + 1, end - 1):
        if tokens[i - 1].pos[1] == "固有名詞":
            break
        if tokens[i].surface == "号" and tokens[i - 1].pos[1] == "数詞" and tokens[i + 1].pos[2] == "地名":
            return i + 1
    return first


def _common(token: Token) -> bool:
    return token.pos[1] == "普通名詞" and token.known and not _LATIN.match(token.surface)


def _before_country(tokens: Sequence[Token], first: int, end: int) -> int:
    """ゼレンスキー・ウクライナ(大統領): the country after ・ is no part of the name."""
    if end - first > 2 and tokens[end - 2].surface == "・" and tokens[end - 1].surface in data.countries():
        return end - 2
    return end


def pieces(tokens: Sequence[Token], first: int, end: int, kind: Kind) -> list[tuple[int, int]]:
    """The parts of a stretch that lists several names (朝日新聞・共同通信, モンゴル・ウランバートル), or the whole."""
    if kind == "person":
        return _people(tokens, first, end)
    if "".join(t.surface for t in tokens[first:end]) in data.organizations():
        return [(first, end)]
    for i in range(first + 1, end - 1):
        if kind == "place" and tokens[i].surface[-1] == "線" and tokens[i + 1].surface not in data.place_suffixes():
            return [(first, i + 1), *pieces(tokens, i + 1, end, kind)]
        left = "".join(t.surface for t in tokens[first:i]) if tokens[i].surface == "・" else ""
        if left and _ends_name(left, tokens[i - 1], kind) and _is_name(tokens[i + 1 : end], kind):
            return [(first, i), *pieces(tokens, i + 1, end, kind)]
    return [(first, end)]


def _people(tokens: Sequence[Token], first: int, end: int) -> list[tuple[int, int]]:
    """福岡・布部(選手), 中田の次女花子: after a kanji place and ・, or の and a kinship, the name begins anew."""
    for i in range(first + 1, end - 1):
        if tokens[i].surface == "の" and (begin := _past_kinship(tokens, i + 1, end)):
            return [(first, i), *_people(tokens, begin, end)]
        if tokens[i].surface == "・" and tokens[i - 1].pos[2] == "地名" and _KANJI_END.search(tokens[i - 1].surface):
            return _people(tokens, i + 1, end)
    return [(first, end)]


def _past_kinship(tokens: Sequence[Token], first: int, end: int) -> int:
    """The token after a kinship or trade that stands before a name: 四女 + 花子; 0 when none stands there."""
    for last in range(first + 1, min(first + 3, end)):
        if "".join(t.surface for t in tokens[first:last]) in data.leading_titles():
            return last
    return 0


def _ends_name(left: str, last: Token, kind: Kind) -> bool:
    """Whether what stands before ・ is a name by itself, not the first part of a foreign one."""
    if left in data.countries() or left in data.organizations() or left in data.prefectures():
        return True
    if kind == "organization":
        return left.endswith(_organization_ends())
    return last.pos[2] == "地名" and _KANJI_END.search(left) is not None


def _is_name(tokens: Sequence[Token], kind: Kind) -> bool:
    """Whether what stands after ・ is an organization by itself: not so in ソニー・ミュージック."""
    right = "".join(t.surface for t in tokens)
    return kind != "organization" or right in data.organizations() or right.endswith(_organization_ends())


@cache
def _organization_ends() -> tuple[str, ...]:
    return tuple(sorted(data.sure_organization_suffixes()))


def _before_bracket(tokens: Sequence[Token], first: int, end: int) -> int:
    """Up to a bracket that is opened or closed on one side only."""
    surfaces = [t.surface for t in tokens[first:end]]
    for i, surface in enumerate(surfaces):
        if surface in _CLOSING and not any(s in _OPENING for s in surfaces[:i]):
            return first + i
        if surface in _OPENING and not any(s in _CLOSING for s in surfaces[i:]):
            return first + i
    return end


def _outside(token: Token, kind: Kind) -> bool:
    if token.pos[0] in ("補助記号", "助詞"):
        return token.surface not in _CLOSING and _IN_NAME.search(token.surface) is None
    if kind == "person":
        return data.titles().get(token.surface) == "p"
    return token.surface in data.words("tail")


def _before_count(tokens: Sequence[Token], first: int, end: int, kind: Kind) -> int:
    """Up to a number in the name of a place (山口 + 500 + ミリ); 国道293号 keeps it, and 山川一六 is a name."""
    for i in range(first + 1, end):
        if kind == "person" and _KANJI_END.search(tokens[i].surface):
            continue
        if tokens[i].pos[1] != "数詞" or tokens[i - 1].surface in ("国道", "県道", "第"):
            continue
        after = next((t for t in tokens[i + 1 :] if t.pos[1] != "数詞" and t.surface not in ".．,，"), None)
        if (
            after
            and ("助数詞" in after.pos[2] or after.surface in data.words("unit"))
            and not _ADDRESS.match(after.surface)
        ):
            return i
    return end


def _past_lead_word(tokens: Sequence[Token], first: int, end: int) -> int:
    for i in range(end - 2, first - 1, -1):
        after = tokens[i + 1]
        if i > first and tokens[i].surface == "会社":
            return first  # 株式 + 会社
        named = after.pos[1] == "固有名詞" or not after.known or _LATIN.match(after.surface)
        if tokens[i].surface in data.organization_lead_words() and named and tokens[i].pos[1] != "固有名詞":
            return i + 1
    return first
