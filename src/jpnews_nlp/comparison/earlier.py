"""Which claims tell of an earlier occasion of the same kind, as news does in its last paragraph (8年前にも…)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import Literal

from jpnews_nlp.model.claim import Claim

Occasion = Literal["earlier", "dated", ""]
"""Told to be an earlier one; of a time that is told, so that it may be an earlier one; or the one the news is about."""

EARLIER = (
    r"(?:(?<!\d)\d{2,4}年(?:\d{1,2}月)?(?:\d{1,2}日)?|(?<!\d)\d{1,3}(?:年|[カかヶケ]月)(?:余り|あまり|ほど)?前"
    r"|[昨去前]年(?:\d{1,2}月)?(?:\d{1,2}日)?|過去|以前|かつて|前回|先[月週])"
)
EARLIER_TIME = re.compile(EARLIER)
# 8年前にも, 3年前の準決勝でも, 2014年の噴火も, 2017年9月、大分市の工場でも; but 28年にも and 年内にも look ahead.
WHAT = r"[^、。はがをに]{1,15}"
ALSO = r"も(?=[、一-鿿ァ-ヶ\d「])"
EARLIER_TOO = re.compile(f"{EARLIER}(?:にも|[の、]{WHAT}でも|(?:の{WHAT})?{ALSO})")
GOES_ON = re.compile(r"(?:[こそ]の(?:時|とき|際|事故|事件|年)|当時)")


def occasion(claim: Claim) -> Occasion:
    """The occasion a claim tells of by its own words.

    A plan (27年にも実用化する) is not of an earlier one.
    """
    text = unicodedata.normalize("NFKC", claim.text)
    ahead = claim.status == "to_come" or claim.certainty == "planned"
    if not ahead and EARLIER_TOO.search(text):
        return "earlier"
    return "dated" if EARLIER_TIME.search(text) else ""


def occasions(claims: Sequence[Claim]) -> dict[int, Occasion]:
    """For each sentence its occasion: an earlier one when a claim of it tells that, or when it goes on with one."""
    found: dict[int, Occasion] = {}
    for claim in claims:
        told = occasion(claim)
        if found.get(claim.sentence) != "earlier":
            found[claim.sentence] = told or found.get(claim.sentence, "")
    for claim in claims:
        n = claim.sentence
        if found[n] != "earlier" and found.get(n - 1) == "earlier" and GOES_ON.match(claim.text):
            found[n] = "earlier"
    return found


def of_two_occasions(one: Occasion, other: Occasion) -> bool:
    """Whether one is of an earlier occasion, and the other of the one the news is about."""
    return {one, other} == {"earlier", ""}
