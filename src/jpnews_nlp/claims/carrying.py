"""Omitted subjects and topics, carried over from the clause before where that is safe, and marked as carried."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from jpnews_nlp.model.claim import Argument, Claim

CARRIED_ROLES = ("subject", "topic")


def carry_subjects(claims: Iterable[Claim]) -> Iterator[Claim]:
    """The clauses in their order, each without a subject given the nearest one before it.

    A subject is carried within its sentence and into the next one, as Japanese drops a topic that goes on. It is not
    carried into or out of a relative clause, a quotation of another speaker, or another part of the page.
    """
    last: Claim | None = None
    for claim in claims:
        inside_last = last is not None and claim.start < last.end
        if last is not None and not inside_last and _may_carry(last, claim):
            held = tuple(replace(a, carried=True) for a in _carried(last, claim))
            claim = replace(claim, slots=replace(claim.slots, arguments=(*held, *claim.slots.arguments)))
        yield claim
        if not inside_last:
            last = claim


def _may_carry(last: Claim, claim: Claim) -> bool:
    same_word = last.speaker == claim.speaker or last.speaker is None
    return claim.role == last.role and claim.sentence - last.sentence <= 1 and same_word


def _carried(last: Claim, claim: Claim) -> tuple[Argument, ...]:
    """What `last` offers and `claim` lacks; nothing when `claim` has a subject of its own."""
    if any(a.role == "subject" for a in claim.slots.arguments):
        return ()
    return tuple(a for a in last.slots.arguments if a.role in CARRIED_ROLES)
