"""Places by rule: countries by one character, tables, a name with its suffix, address chains."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from jpnews_nlp.entities import names_data as data
from jpnews_nlp.entities.names_candidates import Candidate
from jpnews_nlp.entities.names_lookup import Known
from jpnews_nlp.entities.names_runs import name_runs
from jpnews_nlp.model.parse import Token

# One-character names that mean too much else: they need a country beside them, or stand in a pair.
AMBIGUOUS = frozenset("日中西加比土台印馬波伯泰葡越墨朝ロ")
NEVER_LISTED = frozenset("日中西土台")
MARKS = frozenset("・、,，／/")
# Words that a country's one-character name stands before: 米大統領, 露外務省, 英BBC.
_AFTER_COUNTRY = re.compile(
    "大統領|首相|首脳|政府|軍|国務|国防|外務|財務|外相|議会|上院|下院|政権|両国|関係|会談|連邦|紙|誌|株|国債|兵|海軍|空軍|陸軍|"
    "側|当局|企業|大手|メディア|中央|軍事|海兵|保守|民主|共和|労働|選手|代表|経済|主要|大使|領事|国籍|国境|東部|西部|南部|北部|"
    "同盟|共同|協議|貿易|外交|航空|司法|通商|安保|映画|歌手|俳優|女優|作家|人気|本土|国内|大学|最高|原子力|通信|宇宙|商務|"
    "ホワイトハウス|三国|3国|３国|双方|間"
)
_CHAIN_END = re.compile(r"(?:[都道府県市区町村郡州省]|共和国)$")
_CHAIN_TAIL = re.compile(
    r"[0-9０-９一二三四五六七八九十]+(?:丁目|番地|番|号|[-－の‐][0-9０-９]+)*[0-9０-９]*(?:丁目|番地|番|号)?"
)


def places(tokens: Sequence[Token], known: Sequence[Known]) -> Iterator[Candidate]:
    """Candidates for places in the tokens of one sentence."""
    yield from _country_characters(tokens)
    yield from _table_names(tokens, known)
    for first, suffix_end in name_runs(tokens, data.place_suffixes(), data.facility_suffixes()):
        end = _with_town(tokens, suffix_end)
        yield Candidate(
            start=tokens[first].start, end=tokens[end - 1].end, kind="place", source="structure:place-suffix", score=0.9
        )


def _with_town(tokens: Sequence[Token], end: int) -> int:
    """One proper noun further after an address: 宇治田原町 + 岩山."""
    if (
        end == len(tokens)
        or tokens[end].start != tokens[end - 1].end
        or tokens[end - 1].surface[-1] not in "市区町村郡"
    ):
        return end
    if tokens[end].pos[1] != "固有名詞" or tokens[end].pos[3] == "名":
        return end
    closed = end + 1 == len(tokens) or tokens[end + 1].pos[0] in ("助詞", "補助記号", "助動詞")
    return end + 1 if closed else end


def _country_characters(tokens: Sequence[Token]) -> Iterator[Candidate]:
    characters = data.country_characters()
    end = 0
    for at in [i for i, token in enumerate(tokens) if token.surface[0] in characters]:
        if at < end:
            continue
        end = _characters_end(tokens, at)
        row = "".join(t.surface for t in tokens[at:end])
        if row in data.country_pairs() and _country_pair(_following(tokens, end - 1), row):
            yield from _one_by_one(tokens[at].start, len(row))
        else:
            for i in range(at, end):
                if len(tokens[i].surface) == 1 and _country_alone(tokens, i):
                    yield from _one_by_one(tokens[i].start, 1)


def _characters_end(tokens: Sequence[Token], at: int) -> int:
    """The end of the adjoining tokens from `at` on that are made of one-character country names; `at` if none is."""
    end = at
    while end < len(tokens) and all(c in data.country_characters() for c in tokens[end].surface):
        if end > at and tokens[end - 1].end != tokens[end].start:
            break
        end += 1
    return end


def _one_by_one(start: int, count: int) -> Iterator[Candidate]:
    for at in range(start, start + count):
        yield Candidate(start=at, end=at + 1, kind="place", source="abbreviation:country")


def _country_pair(following: str, pair: str) -> bool:
    """Whether 日中 is not daytime and 日露 no part of a war's name."""
    if pair == "日中" and not (_AFTER_COUNTRY.match(following) or following[:1] in MARKS or following[:2] == "の両"):
        return False
    return not following.startswith("戦争")


def _country_alone(tokens: Sequence[Token], at: int) -> bool:
    token = tokens[at]
    characters = data.country_characters()
    following = _following(tokens, at)
    before = tokens[at - 1] if at and tokens[at - 1].end == token.start else None
    if before and before.surface in characters and len(before.surface) == 1 and token.surface not in "日中":
        return bool(following) and _is_word(following[0])
    listed = following[:1] in MARKS and following[1:2] in characters
    listed = listed or (before is not None and before.surface in MARKS and tokens[at - 2].surface[-1:] in characters)
    if token.surface in AMBIGUOUS:
        return listed and token.surface not in NEVER_LISTED
    if before is not None and before.pos[0] not in ("助詞", "補助記号", "助動詞", "動詞", "接頭辞", "副詞", "接続詞"):
        return (
            before.surface in ("駐", "対", "訪", "在", "反", "親", "元", "前", "現", "故", "同")
            or before.pos[2] == "人名"
        )
    if listed or _AFTER_COUNTRY.match(following):
        return True
    after = tokens[at + 1] if at + 1 < len(tokens) and tokens[at + 1].start == token.end else None
    return after is not None and (after.pos[1] == "固有名詞" or bool(re.match("[A-Za-zＡ-Ｚ]", after.surface)))


def _is_word(character: str) -> bool:
    return bool(re.match(r"[一-龥ァ-ヴ・、]", character))


def _following(tokens: Sequence[Token], at: int) -> str:
    """The text right after a token, up to four tokens."""
    text = ""
    for left, right in zip(tokens[at : at + 4], tokens[at + 1 : at + 5], strict=False):
        if left.end != right.start:
            break
        text += right.surface
    return text


def _table_names(tokens: Sequence[Token], known: Sequence[Known]) -> Iterator[Candidate]:
    for first, end, letters in known:
        name = "".join(t.surface for t in tokens[first:end])
        if "o" in letters:
            continue
        if names_else(tokens, first, end):
            continue
        if "c" in letters or "r" in letters:
            yield _table(tokens, first, end, "country" if "c" in letters else "region", 1.0)
        elif "p" in letters and name[-1] in "都道府県":
            yield _table(tokens, first, end, "prefecture", 1.0)
        elif "m" in letters and name[-1] in "市区町村" and len(name) > 2:
            yield _table(tokens, first, end, "municipality", 0.9)
        elif tokens[first].pos[2] == "地名" and not _before_given_name(tokens, end):
            yield _table(tokens, first, end, "city", 0.5)


def names_else(tokens: Sequence[Token], first: int, end: int) -> bool:
    """Whether the next word makes it no place: フランス語, 日本人, 日光丸, 日本シリーズ."""
    if end == len(tokens) or tokens[end].start != tokens[end - 1].end:
        return False
    after = tokens[end].surface
    return after in ("語", "丸", "シリーズ", "ダービー", "カップ") or (
        after == "人" and tokens[first].surface == "日本"
    )


def _before_given_name(tokens: Sequence[Token], end: int) -> bool:
    return end < len(tokens) and tokens[end].start == tokens[end - 1].end and tokens[end].pos[2] == "人名"


def _table(tokens: Sequence[Token], first: int, end: int, rule: str, score: float) -> Candidate:
    return Candidate(
        start=tokens[first].start, end=tokens[end - 1].end, kind="place", source=f"table:{rule}", score=score
    )


def join_chains(text: str, candidates: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """Adjoining places of an address as one (新潟県 + 長岡市 + 小国町), with house numbers.

    A country's one-character name stays apart (米 + アラスカ州).
    """
    joined: list[Candidate] = []
    for candidate in candidates:
        last = joined[-1] if joined else None
        if last and _chains(text, last, candidate):
            joined[-1] = _spanning(last, candidate.end)
        else:
            joined.append(candidate)
    return tuple(
        _with_number(text, c, joined[i + 1].start if i + 1 < len(joined) else len(text)) for i, c in enumerate(joined)
    )


def _chains(text: str, left: Candidate, right: Candidate) -> bool:
    if left.kind != "place" or right.kind != "place" or left.end != right.start or left.end - left.start < 2:
        return False
    if "user" in (left.family, right.family):
        return False
    name = left.of(text)
    return bool(_CHAIN_END.search(name)) or (name in data.prefectures() and right.of(text)[-1] in "市区町村郡")


def _with_number(text: str, candidate: Candidate, limit: int) -> Candidate:
    if candidate.kind != "place" or candidate.family == "user" or candidate.of(text)[-1] in "都道府県市国":
        return candidate
    found = _CHAIN_TAIL.match(text, candidate.end, limit)
    if (
        found
        and re.search("丁目|番|[0-9０-９][-－の‐][0-9０-９]", found.group())
        and _CHAIN_END.search(candidate.of(text)[:-1] + "区")
    ):
        return _spanning(candidate, found.end())
    return candidate


def _spanning(candidate: Candidate, end: int) -> Candidate:
    return Candidate(
        start=candidate.start, end=end, kind="place", source="structure:address-chain", score=candidate.score
    )
