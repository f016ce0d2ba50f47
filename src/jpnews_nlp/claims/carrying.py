"""Omitted subjects and topics, carried over from the clause before where that is safe, and marked as carried."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from jpnews_nlp.model.claim import Argument, Certainty, Claim


def carry_subjects(claims: Iterable[Claim]) -> Iterator[Claim]:
    """The clauses in their order, each without a subject given the nearest one before it.

    A subject is carried within its sentence, where a dropped one is nearly always the topic that goes on. It is not
    carried out of a relative clause or into the words of another speaker; between the sentences of one quotation only
    what they are about is carried.
    """
    last: Claim | None = None
    for claim in claims:
        inside_last = last is not None and claim.start < last.end
        if last is None or inside_last or claim.sentence != last.sentence:
            told = claim
        else:
            told = _with_speaker(_with_subject(claim, last) if _may_carry(last, claim) else claim, last)
        yield told
        if not inside_last:
            last = told


def inherit_certainty(told: Sequence[tuple[Claim, bool]]) -> list[Claim]:
    """The clauses of one sentence, those that go on (〜し、) as sure as the clause they go on to (〜する見込み).

    Args:
        told: Each claim, and whether its clause goes on to the next.
    """
    later: Certainty | None = None
    claims: list[Claim] = []
    for claim, goes_on in reversed(told):
        inherits = (
            goes_on and claim.certainty in ("asserted", "reported") and later in ("likely", "possible", "planned")
        )
        claims.append(replace(claim, certainty=later) if inherits and later is not None else claim)
        if claim.kind == "clause" and not goes_on:
            later = claim.certainty
    return claims[::-1]


def _with_subject(claim: Claim, last: Claim) -> Claim:
    held = tuple(replace(a, carried=True) for a in _carried(last, claim))
    return replace(claim, slots=replace(claim.slots, arguments=(*held, *claim.slots.arguments)))


def _may_carry(last: Claim, claim: Claim) -> bool:
    if last.direct and not claim.direct:
        return False  # the subject of what somebody said is not the subject of what they did
    return last.speaker == claim.speaker or not claim.direct


def _carried(last: Claim, claim: Claim) -> tuple[Argument, ...]:
    """What `last` offers and `claim` lacks; nothing when `claim` has a subject of its own."""
    if any(a.role == "subject" for a in claim.slots.arguments):
        return ()
    roles = ("topic",) if claim.direct else ("subject", "topic")
    return tuple(a for a in last.slots.arguments if a.role in roles)


def _with_speaker(claim: Claim, last: Claim) -> Claim:
    """A demand or denial without a subject (…と述べ、説明を否定した) is the word of whoever spoke or acted before."""
    if claim.speaker is not None or claim.cue is None or claim.cue.startswith("と"):
        return claim
    subject = next((a.text for a in claim.slots.arguments if a.role == "subject"), None)
    return replace(claim, speaker=last.speaker or subject)
