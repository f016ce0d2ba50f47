"""How far things have come: on which scale a clause is (捜査: 逮捕, 起訴), and how far on it; `data/scales.tsv`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from jpnews_nlp.comparison.remembered import remembered
from jpnews_nlp.comparison.tables import rows
from jpnews_nlp.model.claim import Claim

UNREACHED = frozenset({"planned", "possible", "likely", "hypothetical", "asked", "denied"})
"""The certainties of what has not come about yet."""


# So many characters of a clause, auxiliaries included, are its predicate.
LAST = 9
# What follows that of which something is said (停電は), or which is looked forward to (再開の見通しは).
TOPIC = re.compile(r"[はがも]|の(?:見通し|見込み|めど|予定|方針|時期|可能性|おそれ|恐れ)")
DENYING = re.compile(r"ず|な[いくか]|ません|不|否|断念|見送|失敗|却下|棄却|中止|取りやめ|決裂|拒")


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """How far something has come.

    Attributes:
        scale: The name of the scale.
        rank: The stage on it, from 1 up.
        reached: False when it is planned, expected, asked for or denied.
        final: Whether the words end the clause, or are its subject: what it is about.
    """

    scale: str
    rank: int
    reached: bool = True
    final: bool = True


@remembered
def stages(claim: Claim) -> tuple[Stage, ...]:
    """Where a claim stands on each scale it tells of; the words nearest its end decide."""
    timeless = claim.kind == "relative" or claim.role in ("headline", "heading")  # スト終わる; 料金を集める条例
    ahead = claim.certainty in UNREACHED or (claim.status in ("to_come", "wished") and not timeless)
    told = ((words, not ahead and (claim.polarity == "affirmed" or words.denying)) for words in _told(claim.text))
    return tuple(Stage(scale=w.scale, rank=w.rank, reached=reached, final=w.final) for w, reached in told)


def goes_on(first: Claim, second: Claim) -> bool:
    """Whether the second tells as reached a later stage than the first tells at all.

    Whether the two tell of one matter is not asked here: the scale alone may be shared by many.
    """
    ranks = {s.scale: s.rank for s in stages(first) if s.final}
    return any(ranks.get(s.scale, s.rank) < s.rank and s.reached and s.final for s in stages(second))


def on_one_scale(one: Claim, other: Claim) -> bool:
    """Whether both tell a stage of one scale, as what they are about."""
    scales = ({s.scale for s in stages(c) if s.final} for c in (one, other))
    return not set.isdisjoint(*scales)


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The words of a text that tell its stage on one scale.

    Attributes:
        scale: The name of the scale.
        rank: The stage.
        final: Whether they end the text, or are followed by a particle of a subject.
        denying: Whether a denial is part of them (買収ならず, 見つからず): then it does not deny the stage.
    """

    scale: str
    rank: int
    final: bool
    denying: bool


@lru_cache(maxsize=16384)
def _told(text: str) -> tuple[Words, ...]:
    """For each scale the text tells of the words that end last; the longer words win, then the later stage."""
    found: dict[str, tuple[int, int, int]] = {}
    for scale, rank, words in _scales():
        for match in words.finditer(text):
            last = (match.end(), -match.start(), rank)
            found[scale] = max(found.get(scale, last), last)
    predicate = len(text.rstrip("。")) - LAST
    return tuple(
        Words(
            scale=scale,
            rank=rank,
            final=end >= predicate or TOPIC.match(text, end) is not None,
            denying=DENYING.search(text[-start:end]) is not None,
        )
        for scale, (end, start, rank) in found.items()
    )


@cache
def _scales() -> tuple[tuple[str, int, re.Pattern[str]], ...]:
    return tuple((scale, int(rank), re.compile(words.replace("｜", "|"))) for scale, rank, words in rows("scales.tsv"))
