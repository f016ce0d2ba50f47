"""Mentions gathered into things: one person, however often and however written."""

from __future__ import annotations

from jpnews_nlp.model.entity import Entity

KINDS = ("person", "place", "organization", "date", "time")


def things(entities: tuple[Entity, ...]) -> dict[str, tuple[tuple[Entity, ...], ...]]:
    """The mentions by kind and canonical form, in the order of the first mention; empty kinds left out."""
    found: dict[str, dict[str, list[Entity]]] = {kind: {} for kind in KINDS}
    for entity in entities:
        found[entity.kind].setdefault(entity.canonical, []).append(entity)
    return {kind: tuple(tuple(m) for m in by_name.values()) for kind, by_name in found.items() if by_name}
