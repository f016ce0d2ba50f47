"""Two titles of one person."""

from __future__ import annotations

from jpnews_nlp.comparison.differences.pair import Aligned, Judgement
from jpnews_nlp.comparison.titles import read_title


def title_difference(pair: Aligned) -> Judgement | None:
    """大統領 and 前大統領 cannot both hold; 首相 and 総理大臣, or 長官 and 官房長官, can."""
    a, b = pair.a, pair.b
    if "title" not in (a.kind, b.kind):
        return None
    ours, theirs = read_title(a.predicate), read_title(b.predicate)
    if ours.tense == theirs.tense or ours.office != theirs.office:
        return None
    return Judgement(relation="conflict", slot="person", rule="title_differs", left=a.text, right=b.text)
