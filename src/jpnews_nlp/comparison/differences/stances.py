"""What a claim affirms and what it denies, beyond the polarity of its predicate."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from jpnews_nlp.comparison.cues import cue_concepts, cues, rules_out
from jpnews_nlp.comparison.differences.pair import denies, says
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
        embedded: True when it is no predicate of the claim's own, but in what it denies, tells or quotes.
    """

    concept: str
    affirmed: bool
    known: bool = True
    embedded: bool = False


def stances(claim: Claim) -> tuple[Stance, ...]:
    """Everything the claim takes a side on, the predicate first."""
    if claim.certainty == "possible" and claim.polarity == "negated":
        return ()  # 出るのではないか asks and denies nothing
    if denies(claim):
        return tuple(_denying(claim))
    if claim.predicate in cues("denial verb"):
        return ()  # 否定しなかった takes no side
    if concept(claim.predicate) in cue_concepts("giving up"):
        return (Stance(concept=concept(claim.predicate), affirmed=True), *_given_up(claim))
    affirmed = claim.polarity == "affirmed" and not _content_denied(claim)
    own = _affirming(claim) if affirmed else _negated(claim)
    return (*own, *(Stance(concept=word, affirmed=True, embedded=True) for word in _quoted(claim)))


def _denying(claim: Claim) -> Iterator[Stance]:
    yield Stance(concept=concept("認める"), affirmed=False)
    yield from (Stance(concept=word, affirmed=False, embedded=True) for word in _told(claim))


def _given_up(claim: Claim) -> Iterator[Stance]:
    """What was given up (控訴を断念した) was not done."""
    yield from (Stance(concept=word, affirmed=False, embedded=True) for word in _told(claim))


def _affirming(claim: Claim) -> Iterator[Stance]:
    predicate = concept(claim.predicate)
    if predicate == concept("合意") and says(claim, "talks only"):
        predicate = concept("協議")
    yield Stance(concept=predicate, affirmed=True)
    if says(claim, "no more than"):
        yield from (Stance(concept=concept(word), affirmed=False) for word in cues("agreed"))
    elif claim.predicate in cues("carrier"):
        yield from (Stance(concept=word, affirmed=True, embedded=True) for word in _told(claim))


def _negated(claim: Claim) -> Iterator[Stance]:
    predicate = concept(claim.predicate)
    if predicate == concept("不明"):  # 行方が分かっていない affirms that somebody is missing
        yield Stance(concept=predicate, affirmed=True)
        return
    none_known = claim.predicate in cues("existence") and says(claim, "not yet")
    if not none_known or len(claim.terms) < 2:
        yield Stance(concept=predicate, affirmed=False)
    yield from (Stance(concept=word, affirmed=False) for word in rules_out().get(predicate, ()))
    if claim.predicate in cues("doubt"):  # 津波の心配はない
        yield from (Stance(concept=concept(t), affirmed=False, embedded=True) for t in claim.terms)
    if none_known:
        words = {concept(t) for t in claim.terms} - cue_concepts("existence")
        known = says(claim, "no such fact")  # 働いていた事実もない
        yield from (Stance(concept=word, affirmed=False, known=known) for word in sorted(words))


def _content_denied(claim: Claim) -> bool:
    """Whether the article itself denies what the clause tells (増加しているということはない)."""
    return claim.certainty == "denied" and claim.speaker is None


def _told(claim: Claim) -> list[str]:
    """The words of the object of a verb of denying or telling (退く意向を伝えた), back to the last は or comma."""
    objects = [x for x in claim.slots.arguments if x.role == "object" and not x.carried]
    end = objects[-1].end - claim.start if objects and not denies(claim) else claim.text.rfind("を")
    phrase = re.split("[は、]", claim.text[: max(end, 0)])[-1]
    return [concept(t) for t in dict.fromkeys(claim.terms) if t in phrase or (len(t) > 1 and t[:-1] in phrase)]


def _quoted(claim: Claim) -> list[str]:
    """The words of a clause of the claim that is quoted in brackets and affirms (「合意した」と発表した)."""
    quotes = [q for q in QUOTED.findall(claim.text) if not q.endswith(("ない", "ません", "なかった"))]
    return [concept(t) for t in claim.terms if any(t in q for q in quotes)]
