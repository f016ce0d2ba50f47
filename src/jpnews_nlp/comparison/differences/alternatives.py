"""Kinds of which one alone can hold (実弾, 威嚇射撃; 嫌疑不十分, 起訴猶予), told of the same."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from jpnews_nlp.comparison.cues import cues
from jpnews_nlp.comparison.differences.contrasts import told_apart
from jpnews_nlp.comparison.differences.pair import SURE, Aligned, Judgement, says, two_sources, voiced
from jpnews_nlp.comparison.differences.themes import theme
from jpnews_nlp.comparison.differences.told_times import of_two_days
from jpnews_nlp.comparison.remembered import remembered
from jpnews_nlp.comparison.synonyms import concept
from jpnews_nlp.comparison.tables import rows
from jpnews_nlp.model.claim import Claim

# A denial; 不起訴とした is none of the kind told with it.
NOT = re.compile(r"(?:な[いかくし]|ません|ず)[^。]{0,4}$")
SHARED = 2
"""So many words of one act are told by both, for its manner to be told of the same."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kinds:
    """Kinds that exclude each other: several words for each, and when they do."""

    holds: str
    words: tuple[tuple[str, ...], ...]


def kind_difference(pair: Aligned) -> Judgement | None:
    """Whether the two tell as facts, or two sources as their view, two kinds of which one alone can hold."""
    a, b = pair.a, pair.b
    sourced = two_sources(pair)
    weighed = a.certainty not in SURE or b.certainty not in SURE
    if any(NOT.search(c.text.rstrip("。")) for c in (a, b)) or (weighed and not sourced):
        return None
    told = next(((x, y) for n, x in _kinds(a) for m, y in _kinds(b) if n == m and _differ(pair, n, x, y)), None)
    if told is None or told_apart(a, b) or of_two_days(pair):
        return None
    left, right = (voiced(a), voiced(b)) if sourced else told
    rule = "sources_differ" if sourced else "value_differs"
    return Judgement(relation="conflict", slot="wording", rule=rule, left=left, right=right, sources_differ=sourced)


def _differ(pair: Aligned, row: int, left: str, right: str) -> bool:
    """Whether the words are of two kinds that are told of one thing, at one time."""
    kinds = alternatives()[row]
    if any(left in words and right in words for words in kinds.words):
        return False
    if kinds.holds == "moment":
        return not pair.later or any(says(c, "at that moment") for c in (pair.a, pair.b))
    return kinds.holds == "fixed" or len(theme(pair.a) & theme(pair.b) - _concepts(kinds)) >= SHARED


def _concepts(kinds: Kinds) -> frozenset[str]:
    return frozenset(concept(word) for words in kinds.words for word in words)


@remembered
def _kinds(claim: Claim) -> tuple[tuple[int, str], ...]:
    """The rows that the claim has a word of one kind alone of, each with that word."""
    found: list[tuple[int, str]] = []
    for n, kinds in enumerate(alternatives()):
        told = [word for words in kinds.words if (word := _first(words, claim.text)) is not None]
        if len(told) == 1:
            found.append((n, told[0]))
    return tuple(found)


def _first(words: tuple[str, ...], text: str) -> str | None:
    """The first of the words the text has, and does not set aside (放火ではなく)."""
    return next((w for w in words if w in text and not any(w + no in text for no in cues("set aside"))), None)


@cache
def alternatives() -> tuple[Kinds, ...]:
    """The rows of `data/alternatives.tsv`."""
    return tuple(
        Kinds(holds=holds, words=tuple(tuple(cell.split("｜")) for cell in cells))
        for holds, *cells in rows("alternatives.tsv")
    )
