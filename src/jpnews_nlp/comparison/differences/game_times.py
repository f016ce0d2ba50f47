"""When in a game: 後半30分すぎ lies in 後半."""

from __future__ import annotations

import re
import unicodedata

from jpnews_nlp.comparison.differences.pair import Aligned, Judgement
from jpnews_nlp.comparison.remembered import remembered
from jpnews_nlp.model.claim import Claim

HALF = re.compile(r"(?P<half>(?:延長)?[前後]半)の?(?P<minute>\d{1,2}分)?")


def game_time_told_by_one(pair: Aligned) -> Judgement | None:
    """Whether both tell one half of a game and only one the minute."""
    left, right = _told(pair.a), _told(pair.b)
    if left is None or right is None or left[0] != right[0] or (left[1] is None) == (right[1] is None):
        return None
    words = ["".join(filter(None, told)) for told in (left, right)]
    return Judgement(relation="partial", slot="date", rule="date_within", left=words[0], right=words[1])


@remembered
def _told(claim: Claim) -> tuple[str, str | None] | None:
    """The half and the minute; None when it tells none, or several."""
    told = list(HALF.finditer(unicodedata.normalize("NFKC", claim.text)))
    return (told[0]["half"], told[0]["minute"]) if len(told) == 1 else None
