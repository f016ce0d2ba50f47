"""Which articles report the same happening, and what sets look-alikes apart."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Sequence

from jpnews_nlp.comparison.align import Pairing
from jpnews_nlp.model.analysis import Analysis
from jpnews_nlp.model.claim import Claim
from jpnews_nlp.model.entity import DateExpression, Entity, Organization, Person, Place

# Reports on one happening and its aftermath name a day in common, or appear within a fortnight.
FORTNIGHT = 14
# The share of the names of the article with fewer that the other names too.
NAMES_IN_COMMON = 0.25
# Pairings this sure, and this many, show one happening even where few names are shared.
SURE, ENOUGH = 0.6, 3
# A second happening of the same kind; a number that tells one of a series from the next (2回 alone counts something).
AGAIN = re.compile(r"また(?:も|しても)|再び|今度は|相次")
DESIGNATOR = re.compile(r"第\d+[回次号期]|(?<=台風)\d+号")


def same_event(a: Analysis, b: Analysis, pairings: Sequence[Pairing]) -> bool:
    """Whether two articles report the same happening, or steps of one story.

    They do when claims pair and names are shared, unless something sets them apart: published more than a fortnight
    apart with no day in common; leads that tell of another place on another day; another number of a series; a
    headline that says again (またも) with a day of its own in the lead.
    """
    if not pairings or _far_apart(a, b) or _leads_clash(_lead(a), _lead(b)) or _again(a, b):
        return False
    return _names_in_common(a, b) >= NAMES_IN_COMMON or sum(p.score >= SURE for p in pairings) >= ENOUGH


def _far_apart(a: Analysis, b: Analysis) -> bool:
    first, second = a.article.published, b.article.published
    if first is None or second is None or abs((first - second).days) <= FORTNIGHT:
        return False
    return not _days(a.entities) & _days(b.entities)


def _again(a: Analysis, b: Analysis) -> bool:
    """Whether one headline alone tells of another such happening, on a day the other article does not know."""
    said = [AGAIN.search(x.article.headline) is not None for x in (a, b)]
    if said[0] == said[1]:
        return False
    later, earlier = (a, b) if said[0] else (b, a)
    return bool(_days(_entities(_lead(later))) - _days(earlier.entities))


def _lead(analysis: Analysis) -> tuple[Claim, ...]:
    """The claims of the first sentence of the body, or of the headline when there is no body."""
    body = [c for c in analysis.claims if c.role == "body"] or list(analysis.claims)
    return tuple(c for c in body if c.sentence == body[0].sentence)


def _leads_clash(a: Sequence[Claim], b: Sequence[Claim]) -> bool:
    if _disjoint(_designators(a), _designators(b)):
        return True
    left, right = _entities(a), _entities(b)
    here, there = _finest(_places(left)), _finest(_places(right))
    elsewhere = _disjoint(here, there) and not _overlap(here, there)
    return elsewhere and _disjoint(_days(left), _days(right)) and not _people(left) & _people(right)


def _entities(claims: Sequence[Claim]) -> tuple[Entity, ...]:
    return tuple(e for c in claims for e in c.slots.entities)


def _designators(claims: Sequence[Claim]) -> frozenset[str]:
    """The numbers that tell one of a series from the next."""
    text = unicodedata.normalize("NFKC", "\n".join(c.text for c in claims))
    return frozenset(m.group().removeprefix("第") for m in DESIGNATOR.finditer(text))


def _days(entities: Sequence[Entity]) -> frozenset[str]:
    """The single days named, as ISO dates."""
    return frozenset(e.value for e in entities if isinstance(e, DateExpression) and e.value and len(e.value) == 10)


def _places(entities: Sequence[Entity]) -> frozenset[str]:
    return frozenset(e.canonical for e in entities if isinstance(e, Place))


def _finest(places: frozenset[str]) -> frozenset[str]:
    """The places without those that only name the area others lie in (福岡県 beside 福岡県飯塚市)."""
    return frozenset(p for p in places if not any(q != p and q.startswith(p) for q in places))


def _people(entities: Sequence[Entity]) -> frozenset[str]:
    return frozenset(e.canonical for e in entities if isinstance(e, Person))


def _disjoint(left: Collection[str], right: Collection[str]) -> bool:
    return bool(left) and bool(right) and not set(left) & set(right)


def _overlap(left: Collection[str], right: Collection[str]) -> bool:
    """Whether one place is written as part of another (福岡県 ⊂ 福岡県飯塚市)."""
    return any(x.startswith(y) or y.startswith(x) for x in left for y in right)


def _names_in_common(a: Analysis, b: Analysis) -> float:
    kinds = (Person, Place, Organization)
    left = {e.canonical for e in a.entities if isinstance(e, kinds)}
    right = {e.canonical for e in b.entities if isinstance(e, kinds)}
    return len(left & right) / min(len(left), len(right)) if left and right else 0.0
