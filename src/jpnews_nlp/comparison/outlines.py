"""What tells the happening of one article from others: its names, its days, and what its lead says."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from jpnews_nlp.comparison.cues import cues
from jpnews_nlp.comparison.synonyms import concept
from jpnews_nlp.model.analysis import Analysis
from jpnews_nlp.model.claim import Claim
from jpnews_nlp.model.entity import DateExpression, Entity, Organization, Person, Place

NAMED = (Person, Place, Organization)
# A second happening of the same kind; a number that tells one of a series from the next (2回 alone counts something).
AGAIN = re.compile(r"また(?:も|しても)|再び|今度は|相次")
DESIGNATOR = re.compile(r"第\d+(?:回戦|日目|回|次|号|期|節|戦|局|話|弾|部)|\d+回戦|(?<=台風)\d+号")

CONTEST = "試合"
"""The kind of all games and bouts, won, lost or played."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """One sudden happening the lead tells of: its kind, as a concept, its days and its places."""

    kind: str
    days: frozenset[date]
    places: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """What tells the happening of one article from others.

    Attributes:
        published: When it was published; None when unknown.
        names: The canonical names of all people, places and organizations but the media, which are cited everywhere.
        days: The single days it names.
        lead_days: Those of the lead: the first sentence of the body, or the headline when there is no body.
        lead_places: The places of the lead, without those that only name the area others lie in.
        lead_people: The people of the lead.
        parties: The organizations of the lead that act for themselves: no authority, which acts in every case.
        predicates: The concepts of the lead's predicates.
        happenings: The fires, crashes, games and other sudden happenings the lead tells of.
        designators: The numbers in headline and lead that tell one of a series from the next.
        again: Whether the headline tells of another such happening.
        told: How many claims it makes.
    """

    published: datetime | None
    names: frozenset[str]
    days: frozenset[date]
    lead_days: frozenset[date]
    lead_places: frozenset[str]
    lead_people: frozenset[str]
    parties: frozenset[str]
    predicates: frozenset[str]
    happenings: tuple[Happening, ...]
    designators: frozenset[str]
    again: bool
    told: int


def outline(analysis: Analysis) -> Outline:
    """The outline of an analysis."""
    body = [c for c in analysis.claims if c.role == "body"] or list(analysis.claims)
    lead = [c for c in body if c.sentence == body[0].sentence]
    entities = tuple(e for c in lead for e in c.slots.entities)
    headline = analysis.article.headline
    return Outline(
        published=analysis.article.published,
        names=frozenset(n for n in _names(analysis.entities, NAMED) if not n.endswith(cues("medium"))),
        days=_days(analysis.entities),
        lead_days=_days(entities),
        lead_places=_finest(_names(entities, (Place,))),
        lead_people=_names(entities, (Person,)),
        parties=_parties(_whole_lead(analysis, lead)),
        predicates=frozenset(concept(c.predicate) for c in lead),
        happenings=tuple(_happenings(lead)),
        designators=_designators([headline, *(c.text for c in lead)]),
        again=AGAIN.search(headline) is not None,
        told=len(analysis.claims),
    )


def _happenings(lead: Sequence[Claim]) -> Iterator[Happening]:
    """The sudden happenings that are the predicate of a clause; within a noun (地震の被災者) it may be long past."""
    contests = {concept(word) for word in cues("contest")}
    kinds = {concept(word) for word in cues("happening") + cues("happening at one spot")} | {CONTEST}
    for claim in lead:
        kind = CONTEST if concept(claim.predicate) in contests else concept(claim.predicate)
        if kind in kinds and claim.kind == "clause":
            entities = claim.slots.entities
            yield Happening(kind=kind, days=_days(entities), places=_finest(_names(entities, (Place,))))


def _names(entities: Sequence[Entity], kinds: tuple[type, ...]) -> frozenset[str]:
    return frozenset(e.canonical for e in entities if isinstance(e, kinds))


def _whole_lead(analysis: Analysis, lead: Sequence[Claim]) -> tuple[Entity, ...]:
    """The entities of the lead's sentence, whoever it is attributed to included (東都電機は18日、…と発表した)."""
    if not lead:
        return ()
    text, first = analysis.article.text, min(c.start for c in lead)
    start = max(text.rfind(mark, 0, first) for mark in "。\n") + 1
    end = max(c.end for c in lead)
    return tuple(e for e in analysis.entities if start <= e.start and e.end <= end)


def _parties(entities: Sequence[Entity]) -> frozenset[str]:
    others = cues("medium") + cues("authority")
    return frozenset(n for n in _names(entities, (Organization,)) if not n.endswith(others))


def _designators(texts: Sequence[str]) -> frozenset[str]:
    """The numbers that tell one of a series from the next."""
    text = unicodedata.normalize("NFKC", "\n".join(texts))
    return frozenset(m.group().removeprefix("第") for m in DESIGNATOR.finditer(text))


def _days(entities: Sequence[Entity]) -> frozenset[date]:
    """The single days named."""
    found = [e.days for e in entities if isinstance(e, DateExpression)]
    return frozenset(d.first for d in found if d and d.first == d.last)


def _finest(places: frozenset[str]) -> frozenset[str]:
    """The places without those that only name the area others lie in (福岡県 beside 福岡県飯塚市)."""
    return frozenset(p for p in places if not any(q != p and q.startswith(p) for q in places))
