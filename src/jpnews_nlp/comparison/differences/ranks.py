"""The rank something reaches (業界4位に浮上する), which the two give another."""

from __future__ import annotations

import re
import unicodedata

from jpnews_nlp.comparison.differences.contrasts import rival_subjects, told_apart
from jpnews_nlp.comparison.differences.pair import Aligned, Judgement
from jpnews_nlp.comparison.differences.themes import theme
from jpnews_nlp.model.claim import Claim

RANK = re.compile(r"(?P<field>[一-龥ァ-ヶー]*)(?<!\d)(?P<rank>\d{1,3})位(?=に|だ|で[しす、。]|で?$)")


def rank_difference(pair: Aligned) -> Judgement | None:
    """Whether two give another rank for one thing; what was reached may be another after the next day of play."""
    left, right = _rank(pair.a), _rank(pair.b)
    if left is None or right is None or left[1] == right[1] or not _one_field(left[0], right[0]):
        return None
    if told_apart(pair.a, pair.b) or rival_subjects(pair.a, pair.b):
        return None
    if not (theme(pair.a) & theme(pair.b) or (left[0] and right[0])):
        return None
    words = [f"{rank}位" for _, rank in (left, right)]
    if pair.later and pair.a.status == pair.b.status == "done":
        return Judgement(relation="update", slot="number", rule="number_grew", left=words[0], right=words[1])
    return Judgement(relation="conflict", slot="number", rule="number_differs", left=words[0], right=words[1])


def _rank(claim: Claim) -> tuple[str, str] | None:
    """The field and the rank, when the claim tells one."""
    found = list(RANK.finditer(unicodedata.normalize("NFKC", claim.text)))
    return (found[0]["field"], found[0]["rank"]) if len(found) == 1 else None


def _one_field(left: str, right: str) -> bool:
    return left.startswith(right) or right.startswith(left)
