"""Whether two claims tell of different things: by words that set things apart, or by whom or what they are said of."""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from types import MappingProxyType

from jpnews_nlp.comparison.cues import cue_concepts, cues
from jpnews_nlp.comparison.differences.pair import says
from jpnews_nlp.comparison.remembered import remembered
from jpnews_nlp.comparison.synonyms import concept
from jpnews_nlp.comparison.tables import rows
from jpnews_nlp.entities.containment import contains
from jpnews_nlp.model.claim import Argument, Claim
from jpnews_nlp.model.entity import Entity, Place

# 長野県内の4人を含め48人: what the part is of is not what the whole is of.
PART = re.compile(r"[^、はがに]*[0-9０-９一二三四五六七八九十百千万][^、はが]{0,3}を[含除][^、]{0,2}")
# 残る2人の捜索を続ける
STILL_MISSED = re.compile(r"残る[^、。]{0,8}(?:捜索|行方|安否|不明|連絡)")

Things = tuple[tuple[str, ...], ...]
"""The words of each of several things that are not one another."""


def told_apart(a: Claim, b: Claim) -> bool:
    """Whether a word of one claim and a word of the other name things that are not one another (売上高, 純利益).

    So do 他の店舗 and another shop, and 再上陸 and the landfall before it.
    """
    again = [f"再{a.predicate}" in c.text or f"再び{a.predicate}" in c.text for c in (a, b)]
    if _of_others(a) != _of_others(b) or again[0] != again[1]:
        return True
    ours, theirs = _named(a.text), _named(b.text)
    return any(ours[row].isdisjoint(theirs[row]) for row in ours.keys() & theirs.keys())


def _of_others(claim: Claim) -> bool:
    """Whether it is told of others; who is still missed (残る2人の捜索) is one of those missed all along."""
    return says(claim, "others") and STILL_MISSED.search(claim.text) is None


def rival_subjects(a: Claim, b: Claim) -> bool:
    """Whether the two are said of different people or things; False as long as they may be one."""
    ours, theirs = _subjects(a), _subjects(b)
    if not ours or not theirs or any(p.predicate in x.text for x in (*ours, *theirs) for p in (a, b)):
        return False  # of 逮捕者 it is said what of 警察 is said, that they were arrested
    return not any(_may_be_one((x, a), (y, b)) for x in ours for y in theirs)


@remembered
def places_told(claim: Claim) -> list[Place]:
    """The places of the claim, without those that only a part of a figure, or a clock (日本時間), is of."""
    parts = [(claim.start + m.start(), claim.start + m.end()) for m in PART.finditer(claim.text)]
    places = (e for e in claim.slots.entities if isinstance(e, Place))
    places = (e for e in places if not claim.text[e.end - claim.start :].startswith("時間"))
    return [e for e in places if not any(start <= e.start and e.end <= end for start, end in parts)]


def places_apart(a: Claim, b: Claim) -> bool:
    """Whether both name places and share none: what is told of two places is of two things."""
    ours, theirs = places_told(a), places_told(b)
    return bool(ours and theirs) and not any(_nested(x, y) for x in ours for y in theirs)


def _nested(x: Place, y: Place) -> bool:
    written = x.canonical.startswith(y.canonical) or y.canonical.startswith(x.canonical)
    return written or contains(x, y) is True or contains(y, x) is True


def exclude(x: Place, y: Place) -> bool:
    """Whether neither can lie in the other: two municipalities, two prefectures, two countries, or in two of them."""
    if contains(x, y) is False and contains(y, x) is False:
        return True
    towns = all(p.prefecture is not None and p.canonical[-1] in "市町村" for p in (x, y))
    return towns and x.prefecture == y.prefecture and x.canonical != y.canonical


def share_characters(left: str, right: str) -> bool:
    """Whether the two have two neighbouring characters in common, which most forms of one name have."""
    return left == right or any(x + y in right for x, y in itertools.pairwise(left))


def other_matter(a: Claim, b: Claim) -> bool:
    """Whether both tell what the act is about (関税で合意, 領土問題で合意), and nothing of it is in the other."""
    ours, theirs = _matters(a), _matters(b)
    shared = any(share_characters(x, b.text) for x in ours) or any(share_characters(y, a.text) for y in theirs)
    return bool(ours and theirs) and not shared


def alike_beside(a: Claim, b: Claim, act: frozenset[str]) -> bool:
    """Whether two claims of a light verb (行う, 示す, 得る) share half of what they say beside it; others need not."""
    if not act & cue_concepts("light act"):
        return True
    ours, theirs = ({concept(w) for w in c.terms} - act for c in (a, b))
    return 2 * len(ours & theirs) >= max(len(ours), len(theirs)) / 2 + min(len(ours), len(theirs)) / 2


@lru_cache(maxsize=4096)
def _named(text: str) -> Mapping[int, frozenset[int]]:
    """For each row of the table that the text names a thing of, which; a claim is asked about for each partner."""
    bare = unicodedata.normalize("NFKC", PART.sub("", text))
    named = (
        frozenset(n for n, words in enumerate(things) if any(word in bare for word in words)) for things in _contrasts()
    )
    return MappingProxyType({row: things for row, things in enumerate(named) if things})


@cache
def _contrasts() -> tuple[Things, ...]:
    return tuple(tuple(tuple(cell.split("｜")) for cell in row) for row in rows("contrasts.tsv"))


@remembered
def _subjects(claim: Claim) -> tuple[Argument, ...]:
    told = (x for x in claim.slots.arguments if x.role in ("subject", "topic") and not x.carried)
    told = (x for x in told if x.text not in cues("formal") and claim.predicate not in (x.text, x.head))
    return tuple(x for x in told if not any(x.overlaps(q) for q in claim.slots.quantities))


@remembered
def _matters(claim: Claim) -> list[str]:
    """What the act is about: the words of its objects and goals that are no names, dates or numbers."""
    others = (*claim.slots.entities, *claim.slots.quantities)
    told = (x for x in claim.slots.arguments if x.role in ("object", "goal", "location") and not x.carried)
    return [
        x.text
        for x in told
        if len(x.head) > 1 and x.text not in cues("formal") and not any(x.overlaps(e) for e in others)
    ]


def _may_be_one(ours: tuple[Argument, Claim], theirs: tuple[Argument, Claim]) -> bool:
    x, y = ours[0], theirs[0]
    names, others = _names(*ours), _names(*theirs)
    if names and others:
        return any(_may_be_same(n, m) for n in names for m in others)
    if names or others:
        return True  # a name here and a description there
    if any(word in t.text for t in (x, y) for word in cues("anaphor")):
        return True
    return concept(x.head) == concept(y.head) if min(len(x.text), len(y.text)) < 2 else _alike(x, y)


def _alike(x: Argument, y: Argument) -> bool:
    return share_characters(x.text, y.text) or concept(x.text) == concept(y.text)


def _names(argument: Argument, claim: Claim) -> Sequence[Entity]:
    return [e for e in claim.slots.entities if argument.covers(e) and e.kind in ("person", "place", "organization")]


def _may_be_same(n: Entity, m: Entity) -> bool:
    if n.canonical == m.canonical or n.kind != m.kind:
        return True
    if isinstance(n, Place) and isinstance(m, Place):
        return contains(n, m) is not False or contains(m, n) is not False
    return share_characters(n.text, m.text) or n.canonical[0] == m.canonical[0]
