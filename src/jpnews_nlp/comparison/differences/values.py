"""What has one value (the cause of a death, a nationality) and is given two."""

from __future__ import annotations

import re
from functools import cache

from jpnews_nlp.comparison.differences.contrasts import share_characters
from jpnews_nlp.comparison.differences.pair import SURE, Aligned, Judgement
from jpnews_nlp.comparison.remembered import remembered
from jpnews_nlp.comparison.synonyms import concept
from jpnews_nlp.comparison.tables import rows
from jpnews_nlp.model.claim import Claim


def value_difference(pair: Aligned) -> Judgement | None:
    """Whether the two tell as facts two values of what has one (死因は肺炎, 死因は心不全)."""
    if pair.a.certainty not in SURE or pair.b.certainty not in SURE or pair.a.polarity != pair.b.polarity:
        return None
    for what, left in single_values(pair.a):
        for same, right in single_values(pair.b):
            if what == same and concept(left) != concept(right) and not share_characters(left, right):
                return Judgement(relation="conflict", slot="wording", rule="value_differs", left=left, right=right)
    return None


@remembered
def single_values(claim: Claim) -> tuple[tuple[str, str], ...]:
    """What the claim tells the one value of, by `data/single_values.tsv`, each with the value."""
    found = ((what, pattern.search(claim.text)) for what, pattern in _patterns())
    return tuple((what, match.group(1)) for what, match in found if match)


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((what, re.compile(pattern)) for what, pattern in rows("single_values.tsv"))
