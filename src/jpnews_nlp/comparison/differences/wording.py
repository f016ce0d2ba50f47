"""Two words for one act that do not say the same: one says less, or judges."""

from __future__ import annotations

from jpnews_nlp.comparison.cues import wordings
from jpnews_nlp.comparison.differences.pair import Aligned, Judgement
from jpnews_nlp.comparison.synonyms import concept


def wording_difference(pair: Aligned) -> Judgement | None:
    """Whether one tells with a weaker or another loaded word what the other tells (言及した, 要求した)."""
    a, b = pair.a, pair.b
    words = frozenset((concept(a.predicate), concept(b.predicate)))
    if len(words) < 2 or a.polarity != b.polarity or words not in wordings():
        return None
    return Judgement(relation="partial", slot="wording", rule="wording_differs", left=a.predicate, right=b.predicate)
