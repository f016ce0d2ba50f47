"""A later claim that corrects, or tells the change of, a figure told before."""

from __future__ import annotations

import itertools
import re

from jpnews_nlp.comparison.cues import cue_concepts, cues
from jpnews_nlp.comparison.differences.figures import read_numbers, rounded
from jpnews_nlp.comparison.differences.pair import SURE, Aligned, Judgement
from jpnews_nlp.comparison.synonyms import concept
from jpnews_nlp.entities.quantities import compatible
from jpnews_nlp.model.claim import Claim
from jpnews_nlp.model.quantity import Quantity

# A figure that was held so far, before what it was changed to (4人と発表していたが、5人に訂正した).
HELD_SO_FAR = re.compile(
    r"と(?:し|発表し|公表し|説明し|報告し|み|見込ん)?[てで]い(?:た|ました)(?P<then>が|ものの|けれども?)?$"
)


def correction(pair: Aligned) -> Judgement | None:
    """The later claim changes the earlier figure (10キロから20キロに訂正した), even if it names the old one too."""
    correcting = _corrects(pair.b)
    if pair.later and _given_up(pair):
        return Judgement(relation="update", slot="number", rule="number_corrected", left=pair.a.text, right=pair.b.text)
    if not pair.later or not (correcting or _tells_change(pair.b)):
        return None
    pairs = [(x, y) for x in read_numbers(pair.a) for y in read_numbers(pair.b)]
    changed = [(x, y) for x, y in pairs if (correcting and _other_value(x, y)) or _bare_magnitude(x, y)]
    if not changed:
        return _changed(pair)
    x, y = changed[-1]
    return Judgement(relation="update", slot="number", rule="number_corrected", left=x.text, right=y.text)


def _corrects(claim: Claim) -> bool:
    """Whether the claim tells a correction; 改めて in 改めて主張した is an adverb."""
    words = claim.text if "に改めて" in claim.text else claim.text.replace("改めて", "")
    return any(word in words for word in cues("correcting"))


def _other_value(x: Quantity, y: Quantity) -> bool:
    """Whether what the correction tells is not what was told, however close (約9240万円, 約9180万円)."""
    fit = compatible(x, y)
    lows = x.low is not None and y.low is not None and x.low != y.low and x.unit == y.unit
    close = lows and x.bound == y.bound == "about"
    return fit == "different" or bool(close or (lows and x.bound == "at_least" and fit == "contained"))


def _given_up(pair: Aligned) -> bool:
    """Whether the later claim tells the same figure as one that was held so far (47歳としていたが)."""
    if _held_so_far(pair.a) or not _held_so_far(pair.b):
        return False
    return any(compatible(x, y) == "equal" for x in read_numbers(pair.a) for y in read_numbers(pair.b))


def _held_so_far(claim: Claim) -> bool:
    """Whether the clause, or the words that attribute it, say so."""
    inside, around = HELD_SO_FAR.search(claim.text), HELD_SO_FAR.search(claim.cue or "")
    return around is not None or (inside is not None and inside["then"] is not None)


def _tells_change(claim: Claim) -> bool:
    """Whether the claim tells as a fact that a figure was changed."""
    return claim.certainty in SURE and concept(claim.predicate) in cue_concepts("changing")


def _changed(pair: Aligned) -> Judgement | None:
    """The later claim tells to what the earlier figure was changed (28万台から42万台に広げた)."""
    b = pair.b
    for old, new in itertools.pairwise(read_numbers(b)):
        told = [x for x in read_numbers(pair.a) if x.unit == old.unit]
        same = len(told) == 1 and (compatible(told[0], old) == "equal" or rounded(told[0], old))
        if same and b.text[old.end - b.start : new.start - b.start] == "から" and compatible(old, new) == "different":
            return Judgement(relation="update", slot="number", rule="number_grew", left=told[0].text, right=new.text)
    return None


def _bare_magnitude(x: Quantity, y: Quantity) -> bool:
    """M6.3 here and a bare 6.4 there, as corrections tell them."""
    return {x.unit, y.unit} == {"", "M"} and x.low != y.low
