"""What one article leaves open and the other tells (開くかどうかは未定 → 12月に開く)."""

from __future__ import annotations

import re

from jpnews_nlp.comparison.differences.pair import UNRELATED, Aligned, Judgement
from jpnews_nlp.model.claim import Claim

# Something is said of the question: かどうかは未定, 何かは分かっていない; a mere question ends with か.
SAID_OF_IT = re.compile(r"か[^か?？]{2,}$")


def question_difference(pair: Aligned) -> Judgement | None:
    """Whether only one leaves open what the other tells; what is told first and open later is of another question."""
    a, b = pair.a, pair.b
    if leaves_open(a) == leaves_open(b):
        return None
    if pair.later and leaves_open(b):
        return UNRELATED
    if pair.later:
        return Judgement(relation="update", slot="status", rule="question_answered", left=a.text, right=b.text)
    return Judgement(relation="partial", slot="certainty", rule="certainty_differs", left=a.text, right=b.text)


def leaves_open(claim: Claim) -> bool:
    """Whether the claim says that something is not known or not decided yet."""
    return claim.certainty == "asked" and SAID_OF_IT.search(claim.text) is not None
