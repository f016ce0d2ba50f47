"""How sure, and on whose word: asserted here, likely or only heard there."""

from __future__ import annotations

from jpnews_nlp.comparison.cues import cues
from jpnews_nlp.comparison.differences.figures import matched_numbers
from jpnews_nlp.comparison.differences.pair import SURE, Aligned, Judgement, says
from jpnews_nlp.comparison.remembered import remembered
from jpnews_nlp.model.claim import Claim


def certainty_difference(pair: Aligned) -> Judgement | None:
    """Whether one tells as a fact what the other weighs."""
    a, b = pair.a, pair.b
    if sure(a) == sure(b) or {a.certainty, b.certainty} & {"planned", "denied"} or _same_measurement(a, b):
        return None
    return Judgement(relation="partial", slot="certainty", rule="certainty_differs", left=a.text, right=b.text)


@remembered
def sure(claim: Claim) -> bool:
    """Whether the claim is told as a fact; that there is no fear of something (恐れはない) is one."""
    return (
        claim.certainty in SURE or says(claim, "beyond doubt") or (claim.polarity == "negated" and says(claim, "doubt"))
    )


def _same_measurement(a: Claim, b: Claim) -> bool:
    """Whether the two give the same figure, or one of them one that is estimated as a rule (推定される規模)."""
    matched = matched_numbers(a, b)
    return any(m.fit == "equal" for m in matched) or any(says(c, "measured") for c in (a, b))


def source_difference(pair: Aligned) -> Judgement | None:
    """Whether only one has it from a source that is not named."""
    a, b = pair.a, pair.b
    if _unnamed_source(a) == _unnamed_source(b):
        return None
    return Judgement(
        relation="partial", slot="source", rule="source_differs", left=a.speaker or "", right=b.speaker or ""
    )


@remembered
def _unnamed_source(claim: Claim) -> bool:
    return any(word in (claim.speaker or "") for word in cues("unnamed source"))
