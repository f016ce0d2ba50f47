"""Places by rule: countries by one character, tables, a name with its suffix, address chains."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from jpnews_nlp.entities import names_data as data
from jpnews_nlp.entities.names_candidates import Candidate
from jpnews_nlp.entities.names_lookup import known_names
from jpnews_nlp.entities.names_runs import name_runs
from jpnews_nlp.model.parse import Token

MARKS = frozenset("・、,，／/")
# Words that a country's one-character name stands before: 米大統領, 露外務省, 英BBC.
_AFTER_COUNTRY = re.compile(
    "大統領|首相|首脳|政府|軍|国務|国防|外務|財務|外相|議会|上院|下院|政権|両国|関係|会談|連邦|紙|誌|株|国債|兵|海軍|空軍|陸軍|"
    "側|当局|企業|大手|メディア|中央|軍事|海兵|保守|民主|共和|労働|選手|代表|経済|主要|大使|領事|国籍|国境|東部|西部|南部|北部|"
    "同盟|共同|協議|貿易|外交|航空|司法|通商|安保|映画|歌手|俳優|女優|作家|人気|本土|国内|大学|最高|原子力|通信|宇宙|商務|"
    "ホワイトハウス|三国|3国|３国|双方|間"
)
_CHAIN_END = re.compile(r"(?:[都道府県市区町村郡州省]|共和国)$")
_CHAIN_TAIL = re.compile(r"[0-9０-９一二三四五六七八九十]+(?:丁目|番地|番|号|[-－の‐][0-9０-９]+)*[0-9０-９]*(?:丁目|番地|番|号)?")


def places(tokens: Sequence[Token]) -> Iterator[Candidate]:
    """Candidates for places in the tokens of one sentence."""
    yield from _country_characters(tokens)
    yield from _table_names(tokens)
    for run in name_runs(tokens, data.place_suffixes()):
        yield Candidate(start=run.start, end=run.end, kind="place", source="structure:place-suffix", score=0.9)


def _country_characters(tokens: Sequence[Token]) -> Iterator[Candidate]:
    characters = data.country_characters()
    for i, token in enumerate(tokens):
        surface = token.surface
        if not all(c in characters for c in surface) or len(surface) > 4:
            continue
        if len(surface) > 1:
            if surface in data.countries() or token.pos[2] == "人名" or len(set(surface)) < len(surface):
                continue
            if token.pos[2] == "地名" or not _country_pair(tokens, i):
                continue
        elif not _country_alone(tokens, i):
            continue
        for offset in range(len(surface)):
            at = token.start + offset
            yield Candidate(start=at, end=at + 1, kind="place", source="abbreviation:country")


def _country_pair(tokens: Sequence[Token], at: int) -> bool:
    """米露, 日中韓: safe save 日中, 中台 and the like in another sense, which stand before a particle of time."""
    if tokens[at].surface != "日中":
        return tokens[at].surface not in ("中日", "土日", "中西", "西日", "中土", "日加")
    following = _following(tokens, at)
    return bool(_AFTER_COUNTRY.match(following)) or following[:1] in MARKS or following[:1] == "の両"


def _country_alone(tokens: Sequence[Token], at: int) -> bool:
    token = tokens[at]
    characters = data.country_characters()
    following = _following(tokens, at)
    before = tokens[at - 1] if at and tokens[at - 1].end == token.start else None
    if before and before.surface in characters and len(before.surface) == 1 and token.surface not in "日中":
        return bool(following) and _is_word(following[0])
    listed = following[:1] in MARKS and following[1:2] in characters
    listed = listed or (before is not None and before.surface in MARKS and tokens[at - 2].surface[-1:] in characters)
    if token.surface in "日中西加比土台印馬波波伯泰葡越墨朝ロ":
        # ambiguous characters need a country beside them
        return listed and not (before is None and at == 0) and token.surface not in "日中西土台"
    if before is not None and before.pos[0] not in ("助詞", "補助記号", "助動詞", "動詞", "接頭辞", "副詞", "接続詞"):
        return before.surface in ("駐", "対", "訪", "在", "反", "親", "元", "前", "現", "故", "同") or before.pos[2] == "人名"
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


def _table_names(tokens: Sequence[Token]) -> Iterator[Candidate]:
    for first, end, letters in known_names(tokens):
        name = "".join(t.surface for t in tokens[first:end])
        if "o" in letters:
            continue
        if "c" in letters or "r" in letters:
            yield _table(tokens, first, end, "country" if "c" in letters else "region", 1.0)
        elif "p" in letters and name[-1] in "都道府県":
            yield _table(tokens, first, end, "prefecture", 1.0)
        elif "m" in letters and name[-1] in "市区町村" and len(name) > 2:
            yield _table(tokens, first, end, "municipality", 0.9)
        elif tokens[first].pos[2] == "地名" and not _before_given_name(tokens, end):
            yield _table(tokens, first, end, "city", 0.5)


def _before_given_name(tokens: Sequence[Token], end: int) -> bool:
    return end < len(tokens) and tokens[end].start == tokens[end - 1].end and tokens[end].pos[2] == "人名"


def _table(tokens: Sequence[Token], first: int, end: int, rule: str, score: float) -> Candidate:
    return Candidate(start=tokens[first].start, end=tokens[end - 1].end, kind="place", source=f"table:{rule}", score=score)


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
    return tuple(_with_number(text, c, joined[i + 1].start if i + 1 < len(joined) else len(text)) for i, c in enumerate(joined))


def _chains(text: str, left: Candidate, right: Candidate) -> bool:
    if left.kind != "place" or right.kind != "place" or left.end != right.start or left.end - left.start < 2:
        return False
    name = left.of(text)
    return bool(_CHAIN_END.search(name)) or (name in data.prefectures() and right.of(text)[-1] in "市区町村郡")


def _with_number(text: str, candidate: Candidate, limit: int) -> Candidate:
    if candidate.kind != "place" or candidate.of(text)[-1] in "都道府県市国":
        return candidate
    found = _CHAIN_TAIL.match(text, candidate.end, limit)
    if found and re.search("丁目|番|[0-9０-９][-－の‐][0-9０-９]", found.group()) and _CHAIN_END.search(candidate.of(text)[:-1] + "区"):
        return _spanning(candidate, found.end())
    return candidate


def _spanning(candidate: Candidate, end: int) -> Candidate:
    return Candidate(start=candidate.start, end=end, kind="place", source="structure:address-chain", score=candidate.score)
