"""What two claims share beside names: with nothing shared, or another thing counted or done, they are of two things."""

from __future__ import annotations

import re

from jpnews_nlp.comparison.cues import cues
from jpnews_nlp.comparison.differences.contrasts import share_characters
from jpnews_nlp.comparison.differences.counted import other_measure
from jpnews_nlp.comparison.differences.figures import kindred_unit, matched_numbers, wholes
from jpnews_nlp.comparison.differences.pair import UNRELATED, Aligned, Judgement, acts, same_act
from jpnews_nlp.comparison.remembered import remembered
from jpnews_nlp.comparison.scales import on_one_scale
from jpnews_nlp.comparison.synonyms import concept
from jpnews_nlp.entities.quantities import compatible
from jpnews_nlp.model.claim import Claim
from jpnews_nlp.model.quantity import Quantity

# What somebody is asked to beware of, and the words that ask.
WARNING = re.compile(
    r"(?P<of>[一-龥々ァ-ヶー]*[りれ]?)[にへ]?(?:も|は)?(?:、?(?:十分|引き続き|厳重)に?)?(?:警戒(?!区域|レベル|情報)|注意(?!報)|気をつけ|用心)"
)


def theme_difference(pair: Aligned) -> Judgement | None:
    """Whether two claims in which nothing was found to differ tell of different things after all."""
    a, b = pair.a, pair.b
    if "attribute" in (a.kind, b.kind) or "title" in (a.kind, b.kind):
        return None
    apart = _nothing_shared(a, b) or (not same_act(a, b) and (other_measure(a, b) or _other_units(a, b)))
    return UNRELATED if apart or _other_warning(a, b) or _headline_of_another(a, b) else None


def one_theme(a: Claim, b: Claim) -> bool:
    """Whether one tells the act of the other, they share two words that are no names, or are on one scale.

    A plan (事業を売却へ) is not done by the next act of who has it (赤字に転落).
    """
    ours, theirs = theme(a), theme(b)
    told = not (acts(a).isdisjoint(theirs) and acts(b).isdisjoint(ours))
    return told or len(ours & theirs) > 1 or on_one_scale(a, b)


@remembered
def theme(claim: Claim) -> set[str]:
    """The concepts of the words that are no part of a name, a date or a time."""
    names = [e.text for e in claim.slots.entities]
    return {concept(w) for w in (claim.predicate, *claim.terms) if not any(w in name for name in names)}


def _nothing_shared(a: Claim, b: Claim) -> bool:
    """Whether no word is told by both but the names of who acts, and no number."""
    if theme(a) & theme(b) or any(m.fit == "equal" for m in matched_numbers(a, b)):
        return False
    beside = [_names_beside(c) for c in (a, b)]
    return not any(share_characters(x, y) for x in beside[0] for y in beside[1])


def _headline_of_another(a: Claim, b: Claim) -> bool:
    """Whether a headline shares words with the other claim, and neither tells the other's act, nor one number.

    A headline is about what the whole article is about, and shares words with most of its sentences.
    """
    if "headline" not in (a.role, b.role):
        return False
    if concept(a.predicate) in theme(b) or concept(b.predicate) in theme(a):
        return False
    return not any(m.fit == "equal" for m in matched_numbers(a, b))


@remembered
def _names_beside(claim: Claim) -> list[str]:
    """The names in other roles than that of who acts (大学を卒業, 歌劇場を率いる)."""
    told = [x for x in claim.slots.arguments if x.role not in ("subject", "topic") and not x.carried]
    names = (e for e in claim.slots.entities if e.kind in ("person", "place", "organization"))
    return [e.text for e in names if any(x.covers(e) for x in told)]


def _other_units(a: Claim, b: Claim) -> bool:
    """Whether each counts something, and nothing is counted in one unit (避難所12か所, 412人が身を寄せる)."""
    ours, theirs = _things_counted(a), _things_counted(b)
    return bool(ours) and bool(theirs) and all(compatible(x, y) == "incomparable" for x in ours for y in theirs)


@remembered
def _things_counted(claim: Claim) -> tuple[Quantity, ...]:
    units = {kindred_unit(unit) for unit in cues("growing")}
    return tuple(q for q in wholes(claim) if q.unit in units)


def _other_warning(a: Claim, b: Claim) -> bool:
    """Whether one warns of what the other tells (震度6弱, 揺れに注意), or each of another thing (土砂災害に警戒)."""
    x, y = _warned_of(a), _warned_of(b)
    if x is None or y is None:
        return x is not y
    return bool(x and y) and concept(x) != concept(y) and not share_characters(x, y)


@remembered
def _warned_of(claim: Claim) -> str | None:
    """What the claim warns of, empty when it does not say; None when it warns of nothing."""
    found = WARNING.search(claim.text)
    return found and found.group("of")
