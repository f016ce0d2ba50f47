"""What looks like the other claim and is not: an earlier occasion, another authority, all against one thing."""

from __future__ import annotations

import re
import unicodedata

from jpnews_nlp.comparison.cues import cues
from jpnews_nlp.comparison.differences.pair import SURE, UNRELATED, Aligned, Judgement, same_act
from jpnews_nlp.model.claim import Claim
from jpnews_nlp.model.entity import Place

# 同社は2022年にも事故を起こしている; 27年にも実用化する is of a plan.
EARLIER_TOO = re.compile(r"(?:\d年(?:\d{1,2}月)?(?:\d{1,2}日)?|[昨去前]年|年前|か月前|以前|過去)にも")
NOTHING = re.compile(r"何も|なにも|何一つ|一切")


def look_alike(pair: Aligned) -> Judgement | None:
    """Whether words say that the two are of two occasions, two authorities, or of all and of one thing."""
    a, b = pair.a, pair.b
    apart = _earlier_too(a) != _earlier_too(b) or _other_authority(a, b) or _nothing_at_all(a, b)
    return UNRELATED if apart else None


def _earlier_too(claim: Claim) -> bool:
    """Whether the claim tells that the same kind of thing was done before, as news does in its last paragraph."""
    past = claim.status != "to_come" and claim.certainty in SURE
    return past and EARLIER_TOO.search(unicodedata.normalize("NFKC", claim.text)) is not None


def _other_authority(a: Claim, b: Claim) -> bool:
    """Whether one is done by the town and the other by the city or the prefecture (日田市は, 町は)."""
    ours, theirs = _levels(a), _levels(b)
    return bool(ours and theirs) and ours.isdisjoint(theirs)


def _levels(claim: Claim) -> set[str]:
    """The levels of administration that act in the clause: those of its subjects that are areas, named or not."""
    subjects = (x for x in claim.slots.arguments if x.role in ("subject", "topic") and not x.carried)
    areas = [e for e in claim.slots.entities if isinstance(e, Place)]
    named = (x.text for x in subjects if x.text in cues("level") or any(e.end == x.end and x.covers(e) for e in areas))
    return {text[-1] for text in named if text[-1] in cues("level")}


def _nothing_at_all(a: Claim, b: Claim) -> bool:
    """Whether one denies all (何も決まっていない) and the other one thing it names (時期は決まっていない)."""
    if not (a.polarity == b.polarity == "negated" and same_act(a, b)):
        return False
    every = [NOTHING.search(c.text) is not None for c in (a, b)]
    return every[0] != every[1] and len((b if every[0] else a).terms) > 1
