"""The score of a match, whichever side it is told from."""

from __future__ import annotations

import re
import unicodedata

from jpnews_nlp.comparison.differences.contrasts import told_apart
from jpnews_nlp.comparison.differences.pair import Aligned, Judgement
from jpnews_nlp.comparison.remembered import remembered
from jpnews_nlp.comparison.synonyms import concept
from jpnews_nlp.model.claim import Claim

SCORE = re.compile(r"(?<![\d.])(\d{1,3})\s*(?:[-‐‑‒–—―−ー]|対)\s*(\d{1,3})(?![\d.])")
RESULTS = frozenset(map(concept, ("勝利", "敗北", "引き分け")))


def score_difference(pair: Aligned) -> Judgement | None:
    """Whether two results of one match give two scores (3―1で勝った, 1―3で敗れた is one)."""
    left, right = _score(pair.a), _score(pair.b)
    if left is None or right is None or sorted(left) == sorted(right) or told_apart(pair.a, pair.b):
        return None
    words = ["―".join(map(str, score)) for score in (left, right)]
    return Judgement(relation="conflict", slot="number", rule="number_differs", left=words[0], right=words[1])


@remembered
def _score(claim: Claim) -> tuple[int, int] | None:
    found = SCORE.search(unicodedata.normalize("NFKC", claim.text))
    if found is None or concept(claim.predicate) not in RESULTS:
        return None
    return int(found[1]), int(found[2])
