"""How sure, and on whose word: asserted here, likely or only heard there."""

from __future__ import annotations

from jpnews_nlp.comparison.cues import cues
from jpnews_nlp.comparison.differences.pair import SURE, Aligned, Judgement


def certainty_difference(pair: Aligned) -> Judgement | None:
    """Whether one tells as a fact what the other weighs."""
    a, b = pair.a, pair.b
    if (a.certainty in SURE) == (b.certainty in SURE) or {a.certainty, b.certainty} & {"planned", "denied"}:
        return None
    return Judgement(relation="partial", slot="certainty", rule="certainty_differs", left=a.text, right=b.text)


def source_difference(pair: Aligned) -> Judgement | None:
    """Whether only one has it from a source that is not named."""
    a, b = pair.a, pair.b
    vague = [any(word in (c.speaker or "") for word in cues("unnamed source")) for c in (a, b)]
    if vague[0] == vague[1]:
        return None
    return Judgement(
        relation="partial", slot="source", rule="source_differs", left=a.speaker or "", right=b.speaker or ""
    )
