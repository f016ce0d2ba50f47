"""Who is who: one canonical form for all mentions of a person, place or organization, in one article or several."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from jpnews_nlp.entities.gazetteer import SOURCE as USER
from jpnews_nlp.entities.identity_organizations import canonical_organizations
from jpnews_nlp.entities.identity_people import canonical_people
from jpnews_nlp.entities.identity_places import Located, canonical_places
from jpnews_nlp.model.entity import Entity, Kind, Organization, Person, Place


def unify(groups: Sequence[tuple[Entity, ...]]) -> tuple[tuple[Entity, ...], ...]:
    """The entities of one or more articles with canonical forms settled over all of them; spans and order stay.

    The canonical form depends on the names written, not on the order of the groups nor on canonical forms given
    before, so that unifying again changes nothing.
    """
    people = _everywhere(groups, "person")
    places = _everywhere(groups, "place")
    organizations = _everywhere(groups, "organization")
    given = _given(groups)
    unified = []
    for group in groups:
        names = canonical_people(_names(group, "person"), people)
        located = canonical_places(_names(group, "place"), places)
        bodies = canonical_organizations(_names(group, "organization"), organizations)
        unified.append(tuple(_as_given(_named(entity, names, located, bodies), given) for entity in group))
    return tuple(unified)


def _given(groups: Sequence[Sequence[Entity]]) -> dict[tuple[Kind, str], str]:
    """The canonical forms that a user's gazetteer gives, by kind and name."""
    users = (e for group in groups for e in group if e.source == USER and e.canonical != e.text)
    return {(entity.kind, entity.text): entity.canonical for entity in users}


def _as_given(entity: Entity, given: dict[tuple[Kind, str], str]) -> Entity:
    """With the user's canonical form, of the name itself or of the full name it joins."""
    canonical = given.get((entity.kind, entity.text)) or given.get((entity.kind, entity.canonical))
    return replace(entity, canonical=canonical) if canonical and canonical != entity.canonical else entity


def _names(group: Sequence[Entity], kind: Kind) -> Counter[str]:
    return Counter(entity.text for entity in group if entity.kind == kind)


def _everywhere(groups: Sequence[Sequence[Entity]], kind: Kind) -> Counter[str]:
    return sum((_names(group, kind) for group in groups), Counter())


def _with_canonical(entity: Entity, canonical: str) -> Entity:
    return entity if entity.canonical == canonical else replace(entity, canonical=canonical)


def _named(entity: Entity, people: dict[str, str], places: dict[str, Located], bodies: dict[str, str]) -> Entity:
    if isinstance(entity, Person):
        return _with_canonical(entity, people[entity.text])
    if isinstance(entity, Organization):
        return _with_canonical(entity, bodies[entity.text])
    if isinstance(entity, Place):
        found = places[entity.text]
        latitude, longitude = found.point or (None, None)
        return replace(
            entity,
            canonical=found.canonical,
            country=found.country,
            prefecture=found.prefecture,
            latitude=latitude,
            longitude=longitude,
        )
    return entity
