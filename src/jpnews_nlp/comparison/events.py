"""Which articles report the same happening, and what sets look-alikes apart."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import combinations

from jpnews_nlp.comparison.align import Pairing
from jpnews_nlp.comparison.cues import cues
from jpnews_nlp.model.analysis import Analysis
from jpnews_nlp.model.claim import Claim
from jpnews_nlp.model.entity import DateExpression, Entity, Organization, Person, Place

# Reports on one happening and its aftermath name a day in common, or appear within a fortnight.
FORTNIGHT = 14
# A report tells of days this near; others are history or lists.
SEASON = 45
# The share of the names of the article with fewer that the other names too.
NAMES_IN_COMMON = 0.25
# In a collection of so many articles, a name in more than this share of them tells nothing.
COLLECTION, COMMON = 20, 0.1
# Pairings this sure, and this many, show one happening even where few names are shared.
SURE, ENOUGH = 0.6, 3
# Pairings of clauses that are word for word the same are above this.
NEAR_COPY = 0.97
# A second happening of the same kind; a number that tells one of a series from the next (2回 alone counts something).
AGAIN = re.compile(r"また(?:も|しても)|再び|今度は|相次")
DESIGNATOR = re.compile(r"第\d+[回次号期]|(?<=台風)\d+号")


NAMED = (Person, Place, Organization)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """What tells the happening of one article from others.

    Attributes:
        published: When it was published; None when unknown.
        names: The canonical names of all people, places and organizations but the media, which are cited everywhere.
        days: The single days it names, as ISO dates.
        lead_days: Those of the lead: the first sentence of the body, or the headline when there is no body.
        lead_places: The places of the lead, without those that only name the area others lie in.
        lead_people: The people of the lead.
        designators: The numbers in the lead that tell one of a series from the next.
        again: Whether the headline tells of another such happening.
        told: How many claims it makes.
    """

    published: datetime | None
    names: frozenset[str]
    days: frozenset[str]
    lead_days: frozenset[str]
    lead_places: frozenset[str]
    lead_people: frozenset[str]
    designators: frozenset[str]
    again: bool
    told: int


def outline(analysis: Analysis) -> Outline:
    """The outline of an analysis."""
    body = [c for c in analysis.claims if c.role == "body"] or list(analysis.claims)
    lead = [c for c in body if c.sentence == body[0].sentence]
    entities = tuple(e for c in lead for e in c.slots.entities)
    return Outline(
        published=analysis.article.published,
        names=frozenset(n for n in _names(analysis.entities, NAMED) if not n.endswith(cues("medium"))),
        days=_days(analysis.entities),
        lead_days=_days(entities),
        lead_places=_finest(_names(entities, (Place,))),
        lead_people=_names(entities, (Person,)),
        designators=_designators(lead),
        again=AGAIN.search(analysis.article.headline) is not None,
        told=len(analysis.claims),
    )


def candidates(outlines: Sequence[Outline]) -> Iterator[tuple[int, int]]:
    """The pairs of articles that nothing sets apart, by their positions, in order.

    In a large collection names that many of its articles share tell nothing, and only articles that share another name
    are looked at, so that the cost grows with what is shared and not with the square of the articles.
    """
    if len(outlines) < COLLECTION:
        pairs: Iterable[tuple[int, int]] = combinations(range(len(outlines)), 2)
    else:
        outlines = _without_common_names(outlines)
        pairs = _sharing_names(outlines)
    yield from (pair for pair in pairs if may_be_one(outlines[pair[0]], outlines[pair[1]]))


def _without_common_names(outlines: Sequence[Outline]) -> list[Outline]:
    count = Counter(name for o in outlines for name in o.names)
    common = {name for name, n in count.items() if n > COMMON * len(outlines)}
    return [replace(o, names=o.names - common) for o in outlines]


def _sharing_names(outlines: Sequence[Outline]) -> list[tuple[int, int]]:
    having: dict[str, list[int]] = {}
    for i, each in enumerate(outlines):
        for name in each.names:
            having.setdefault(name, []).append(i)
    return sorted({pair for articles in having.values() for pair in combinations(articles, 2)})


def may_be_one(a: Outline, b: Outline) -> bool:
    """Whether nothing sets two articles apart; cheap, asked before their claims are paired."""
    return not (_disjoint(a.names, b.names) or _far_apart(a, b) or _leads_clash(a, b) or _again(a, b))


def same_event(a: Outline, b: Outline, pairings: Sequence[Pairing]) -> bool:
    """Whether two articles report the same happening, or steps of one story.

    They do when claims pair and names are shared, unless something sets them apart: published more than a fortnight
    apart with no day in common; leads that tell of another place on another day; another number of a series; a
    headline that says again (またも) with a day of its own in the lead.
    """
    if not pairings or not may_be_one(a, b):
        return False
    fewer = min(len(a.names), len(b.names))
    if fewer and len(a.names & b.names) >= NAMES_IN_COMMON * fewer:
        return True
    copied = sum(p.score >= NEAR_COPY for p in pairings) >= min(a.told, b.told)
    return copied or sum(p.score >= SURE for p in pairings) >= ENOUGH


def _far_apart(a: Outline, b: Outline) -> bool:
    """Whether the two appeared more than a fortnight apart, or nobody knows, and share no day either reports on."""
    if a.published and b.published and abs((a.published - b.published).days) <= FORTNIGHT:
        return False
    reported = [p.date() for p in (a.published, b.published) if p]
    common = [date.fromisoformat(day) for day in a.days & b.days]
    if not reported:
        return not common and bool(a.days and b.days)
    return not any(abs((day - when).days) <= SEASON for day in common for when in reported)


def _again(a: Outline, b: Outline) -> bool:
    """Whether one headline alone tells of another such happening, on a day the other article does not know."""
    if a.again == b.again:
        return False
    later, earlier = (a, b) if a.again else (b, a)
    return bool(later.lead_days - earlier.days)


def _leads_clash(a: Outline, b: Outline) -> bool:
    if _disjoint(a.designators, b.designators):
        return True
    elsewhere = _disjoint(a.lead_places, b.lead_places) and not _overlap(a.lead_places, b.lead_places)
    return elsewhere and _disjoint(a.lead_days, b.lead_days) and a.lead_people.isdisjoint(b.lead_people)


def _names(entities: Sequence[Entity], kinds: tuple[type, ...]) -> frozenset[str]:
    return frozenset(e.canonical for e in entities if isinstance(e, kinds))


def _designators(claims: Sequence[Claim]) -> frozenset[str]:
    """The numbers that tell one of a series from the next."""
    text = unicodedata.normalize("NFKC", "\n".join(c.text for c in claims))
    return frozenset(m.group().removeprefix("第") for m in DESIGNATOR.finditer(text))


def _days(entities: Sequence[Entity]) -> frozenset[str]:
    """The single days named, as ISO dates."""
    return frozenset(e.value for e in entities if isinstance(e, DateExpression) and e.value and len(e.value) == 10)


def _finest(places: frozenset[str]) -> frozenset[str]:
    """The places without those that only name the area others lie in (福岡県 beside 福岡県飯塚市)."""
    return frozenset(p for p in places if not any(q != p and q.startswith(p) for q in places))


def _disjoint(left: Collection[str], right: Collection[str]) -> bool:
    return bool(left) and bool(right) and not set(left) & set(right)


def _overlap(left: Collection[str], right: Collection[str]) -> bool:
    """Whether one place is written as part of another (福岡県 ⊂ 福岡県飯塚市)."""
    return any(x.startswith(y) or y.startswith(x) for x in left for y in right)
