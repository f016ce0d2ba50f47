"""Omitted subjects and topics, carried over from the clause before where that is safe, and marked as carried."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from jpnews_nlp.claims.display import Closed, display
from jpnews_nlp.model.claim import Argument, ArgumentRole, Claim
from jpnews_nlp.model.quick import quick


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A claim with what its neighbours need to know of it.

    Attributes:
        claim: As it was read from its own clause.
        goes_on: Whether its clause goes on to the next (〜し、).
        gapped: Whether its predicate is left out, and the next clause says it (米側は長官が、露側は外相が出席した).
        passive: Whether its subject undergoes the action.
        said: Whether somebody says it, by a verb that somebody named before may be the subject of.
        theme: Who or what its clause is about, which the next may go on about: the topic, or the subject as written.
        speaker: Who says it, for what they do after the words quoted (知事は「…」と述べ、県庁を出た).
        weak: Whether the theme is a が-phrase that cannot act: no doer of what is done next.
        acts: Whether the theme is somebody who can act.
        speaks: Whether the theme is no act or measure, which says nothing.
        unnamed: Whether its own predicate is an act of speech (見直しを訴えた) of somebody it does not name.
        happens: Whether the theme is a が-phrase that is itself what happened (地震があり、).
        ahead: Whether its clause names a day or a step still to come (来月訪米し, 今後北に進み).
        apart: Whether its clause sets itself off from the one before, by a subject or a time of its own.
        region: The stretch of one speaker's words it belongs to.
        closed: Its words as a sentence that ends.
    """

    claim: Claim
    goes_on: bool = False
    gapped: bool = False
    passive: bool = False
    said: bool = False
    theme: Argument | None = None
    speaker: Argument | None = None
    weak: bool = False
    acts: bool = False
    speaks: bool = False
    unnamed: bool = False
    happens: bool = False
    ahead: bool = False
    apart: bool = False
    region: int = 0
    closed: Closed | None = None


def carry_subjects(stream: Iterable[Told]) -> Iterator[Told]:
    """The clauses in their order, each without a subject given the nearest one before it.

    A subject is carried within its sentence, where a dropped one is nearly always the topic that goes on. It is not
    carried out of a relative clause or into the words of another speaker; between the sentences of one quotation only
    what they are about is carried.
    """
    last: Told | None = None
    for one in stream:
        inside_last = last is not None and one.claim.start < last.claim.end
        goes_on = last is not None and not inside_last and one.claim.sentence == last.claim.sentence
        told = _continued(last, one) if last is not None and goes_on else one
        yield told
        if not inside_last:
            last = told


def numbered(told: Told, number: int) -> Claim:
    """The claim as it stands in an analysis: with its id and its words as a sentence that stands alone."""
    claim = told.claim
    shown = claim.display if told.closed is None else display(claim, told.closed)
    return replace(claim, id=f"{claim.article}#{number}", display=shown)


def _continued(last: Told, told: Told) -> Told:
    """The claim with what it takes over from the one before it in its sentence."""
    claim, theme = told.claim, _carried(last, told)
    if theme is not None:
        held = (theme, *claim.slots.arguments)
        claim = replace(claim, slots=replace(claim.slots, arguments=held))
    claim = _with_speaker(claim, last)
    if told.said and claim.speaker is None and last.theme is not None and last.region != told.region:
        claim = replace(claim, speaker=last.claim.speaker or (last.theme.text if last.speaks else None))
    if claim is told.claim:
        return told
    spoke = last.claim.cue is not None and last.region != told.region
    speaks = told.speaks if theme is None else last.speaks or spoke
    return replace(told, claim=claim, theme=theme or told.theme, speaks=speaks)


def lend_predicates(stream: Sequence[Told]) -> list[Told]:
    """The clauses of one sentence, those that leave their predicate out given that of the clause after them."""
    found: list[Told] = []
    for one in reversed(stream):
        following = next((t.claim for t in reversed(found) if t.claim.kind == "clause"), None)
        if one.gapped and following is not None:
            said = replace(
                one.claim,
                predicate=following.predicate,
                polarity=following.polarity,
                certainty=following.certainty,
                status=following.status,
            )
            found.append(replace(one, claim=said))
        else:
            found.append(one)
    return found[::-1]


def inherit_certainty(told: Sequence[Told]) -> list[Told]:
    """The clauses of one sentence, those that go on (〜し、) as sure as the clause they go on to (〜する見込み).

    Only what stands in the scope of the last predicate takes it over: not a clause that denies something
    (決まっておらず、), nor one before a clause with a subject or a time of its own (合意し、来月にも署名する見込み),
    nor an act before what something is (刺し、強盗目的だったとみられる).
    """
    later: Told | None = None  # the clause the ones before it go on to
    found: list[Told] = []
    shared = False  # whether the clause after says no subject and no time of its own
    for one in reversed(told):
        claim = one.claim
        if later is not None and one.goes_on and (shared or one.ahead):
            claim = _as_sure(claim, later.claim)
        found.append(one if claim is one.claim else replace(one, claim=claim))
        shared = one.theme is None and not one.apart
        if claim.kind == "clause" and not one.goes_on:
            later = one
    return found[::-1]


def _as_sure(claim: Claim, later: Claim) -> Claim:
    """The claim of a clause in the scope of a later one's predicate."""
    if later.status == "state" and claim.status != "state":
        return claim
    plain = claim.polarity == "affirmed" and claim.certainty in ("asserted", "reported")
    if plain and later.certainty in ("likely", "possible", "planned"):
        claim = replace(claim, certainty=later.certainty)
    if claim.status == "done" and later.status in ("to_come", "wished"):
        claim = replace(claim, status=later.status)
    return claim


def _carried(last: Told, told: Told) -> Argument | None:
    """What `last` offers and `told` lacks; nothing when `told` has a subject of its own."""
    if told.claim.role in ("headline", "heading") and told.claim.status == "state":
        return None  # 首相が辞任、後任に田辺氏
    roles = {a.role for a in told.claim.slots.arguments}
    missing: ArgumentRole = "object" if told.passive else "subject"
    if missing in roles or "subject" in roles:
        return None
    theme = _offered(last, told)
    if theme is None:
        return None
    return replace(theme, role="topic" if told.claim.direct else missing, carried=True)


def _offered(last: Told, told: Told) -> Argument | None:
    """Who or what goes on: within one quotation what it is about, out of one who spoke, else the theme.

    A figure that somebody gives anew is of what the first was of (年齢を47歳と発表し、49歳と訂正した).
    """
    if told.claim.direct:
        topics = (a for a in last.claim.slots.arguments if a.role == "topic")
        return next(topics, None) if last.region == told.region else None
    if last.region != told.region and last.claim.cue is not None:
        anew = told.claim.cue is not None and told.claim.status == "state"
        objects = (a for a in last.claim.slots.arguments if a.role in ("object", "topic"))
        return next(objects, None) if anew else last.speaker
    acts = any(a.role == "object" for a in told.claim.slots.arguments) and not told.passive
    unfit = (last.weak and acts) or (last.happens and not told.passive)
    return None if unfit else last.theme


def _with_speaker(claim: Claim, last: Told) -> Claim:
    """A demand or denial without a subject (…と述べ、説明を否定した) is the word of whoever spoke or acted before."""
    if claim.speaker is not None or claim.cue is None or claim.cue.startswith("と"):
        return claim
    subject = next((a.text for a in claim.slots.arguments if a.role == "subject"), None)
    return replace(claim, speaker=last.claim.speaker or (subject if last.speaks or last.speaker else None))
