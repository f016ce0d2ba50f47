"""Plan and deed, state and end: what the later report has moved on to."""

from __future__ import annotations

from jpnews_nlp.comparison.cues import cues, endings
from jpnews_nlp.comparison.differences.pair import SURE, Aligned, Judgement
from jpnews_nlp.model.claim import Claim
from jpnews_nlp.model.entity import DateExpression, TimeExpression


def status_difference(pair: Aligned) -> Judgement | None:
    """Plan to done, possible to done, state to its end: the later report moved on."""
    if not pair.later:
        return None
    first, second = pair.a, pair.b
    done = second.certainty in SURE and not second.text.rstrip("。").endswith(cues("not past"))
    if (
        (first.certainty in ("planned", "possible", "likely") and done)
        or _ended(first, second)
        or _stopped(first, second)
    ):
        return Judgement(relation="update", slot="status", rule="status_moved", left=first.text, right=second.text)
    return None


def _ended(first: Claim, second: Claim) -> bool:
    """Whether the second tells the end of a state the first tells (運転を見合わせ, 再開した)."""
    return any(_tells(first, states) and _tells(second, ends) and not _tells(first, ends) for states, ends in endings())


def _tells(claim: Claim, words: frozenset[str]) -> bool:
    return bool(words & {claim.predicate, *claim.terms}) or any(word in claim.text for word in words)


def _stopped(first: Claim, second: Claim) -> bool:
    """Whether the first tells what goes on and the second until when it went on (午後1時12分まで止まり)."""
    ended = (
        any(isinstance(e, (DateExpression, TimeExpression)) for e in second.slots.entities) and "まで" in second.text
    )
    return first.text.rstrip("。").endswith(cues("going on")) and ended and "まで" not in first.text
