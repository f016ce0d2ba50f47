"""The city that stands for its club: after ヴィッセル神戸, in a report of a match, 神戸が勝った is the club."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from jpnews_nlp.entities import names_data as data
from jpnews_nlp.entities.names_candidates import Candidate

_CLUB = re.compile(r"(?P<before>[ァ-ヴーA-ZＡ-Ｚ.・]{2,})?(?P<city>[一-龥]{2,4})(?P<after>[ァ-ヴーA-ZＡ-Ｚ.・]{2,})?")
_MATCH = re.compile("試合|リーグ|得点|失点|ゴール|先制|優勝|対戦|昇格|降格|引き分け|勝ち点")
_MATCH_WORDS = 3
_PLAYS = re.compile(
    r"[がはも]|戦|対|[-－―](?=[一-龥ァ-ヴ])|[・の][一-龥々ァ-ヴー]{1,8}(?:選手|監督|投手|捕手|コーチ)|"
    r"を(?:破|下し|倒し|退け|逆転|追)|に(?:[0-9０-９]|勝|敗|快勝|完勝|大勝|辛勝|惜敗|完敗|大敗|競り|逆転|移籍)|と(?:対戦|引き分|戦)"
)


def club_cities(text: str, settled: Sequence[Candidate]) -> Iterator[Candidate]:
    """The bare names of cities that are clubs of the article here, as organizations."""
    cities = {city for c in settled if c.kind == "organization" and (city := city_of(c.of(text)))}
    if not cities or len(_MATCH.findall(text)) < _MATCH_WORDS:
        return
    for candidate in settled:
        if candidate.kind == "place" and candidate.of(text) in cities and _PLAYS.match(text, candidate.end):
            yield replace(candidate, kind="organization", source="document:club", score=0.8)


def city_of(club: str) -> str | None:
    """The city in the name of a club; None for another name.

    Example:
        >>> city_of("ヴィッセル神戸"), city_of("大分トリニータ"), city_of("テレビ大阪"), city_of("神戸新聞")
        ('神戸', '大分', None, None)
    """
    found = _CLUB.fullmatch(club)
    if found is None or bool(found["before"]) == bool(found["after"]):
        return None
    rest = found["before"] or found["after"]
    known = found["city"] in data.prefectures() or found["city"] in data.municipalities()
    return found["city"] if known and (rest not in data.organization_suffixes() or rest == "FC") else None
