"""What a claim affirms and what it denies, beyond the polarity of its predicate."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from jpnews_nlp.comparison.cues import cues, rules_out
from jpnews_nlp.comparison.differences.pair import says
from jpnews_nlp.comparison.synonyms import concept
from jpnews_nlp.model.claim import Claim

QUOTED = re.compile(r"「([^「」]*)」と")


@dataclass(frozen=True, slots=True, kw_only=True)
class Stance:
    """One thing a claim affirms or denies.

    Attributes:
        concept: What it is, in the concepts of `synonyms`.
        affirmed: Whether it is affirmed.
        known: False when only nothing is known of it so far (情報は入っていない): no denial at the same moment.
    """

    concept: str
    affirmed: bool
    known: bool = True


def stances(claim: Claim) -> tuple[Stance, ...]:
    """Everything the claim takes a side on, the predicate first."""
    return tuple(_stances(claim))


def _stances(claim: Claim) -> Iterator[Stance]:
    predicate, affirmed = concept(claim.predicate), claim.polarity == "affirmed" and not _content_denied(claim)
    if claim.certainty == "possible" and not affirmed:
        return  # 出るのではないか asks and denies nothing
    if predicate == concept("合意") and says(claim, "talks only"):
        predicate = concept("協議")
    if claim.predicate in cues("denial verb"):
        # 否定した takes a side against what is denied; 否定しなかった takes none.
        if not affirmed:
            yield Stance(concept=concept("認める"), affirmed=False)
            yield from (Stance(concept=word, affirmed=False) for word in _objects(claim))
        return
    known_of = not affirmed and claim.predicate in cues("existence") and says(claim, "not yet")
    if not known_of or len(claim.terms) < 2:
        yield Stance(concept=predicate, affirmed=affirmed)
    if not affirmed:
        yield from (Stance(concept=word, affirmed=False) for word in rules_out().get(predicate, ()))
        if known_of:
            words = {concept(t) for t in claim.terms} - {concept(w) for w in cues("existence")}
            yield from (Stance(concept=word, affirmed=False, known=False) for word in sorted(words))
    elif says(claim, "no more than"):
        yield from (Stance(concept=concept(word), affirmed=False) for word in cues("agreed"))
    elif claim.predicate in cues("carrier"):
        yield from (Stance(concept=word, affirmed=True) for word in _objects(claim))
    yield from (Stance(concept=word, affirmed=True) for word in _quoted(claim))


def _content_denied(claim: Claim) -> bool:
    """Whether the article itself denies what the clause tells (増加しているということはない)."""
    return claim.certainty == "denied" and claim.speaker is None


def _objects(claim: Claim) -> list[str]:
    """What is denied: the heads of the objects, and of what is told about them (合意の事実を否定)."""
    told = (x for x in claim.slots.arguments if x.role == "object" and not x.carried)
    return [concept(t) for x in told for t in (x.head, *claim.terms) if t in x.text]


def _quoted(claim: Claim) -> list[str]:
    """The words of a clause of the claim that is quoted in brackets and affirms (「合意した」と発表した)."""
    quotes = [q for q in QUOTED.findall(claim.text) if not q.endswith(("ない", "ません", "なかった"))]
    return [concept(t) for t in claim.terms if any(t in q for q in quotes)]
