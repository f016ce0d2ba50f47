"""Two places: the same, one within the other, one list longer, or two places of one and the same act."""

from __future__ import annotations

import re
from collections.abc import Mapping

from jpnews_nlp.comparison.cues import cue_concepts, cues, sites, visits
from jpnews_nlp.comparison.differences.contrasts import (
    exclude,
    places_told,
    rival_subjects,
    share_characters,
    told_apart,
)
from jpnews_nlp.comparison.differences.pair import Aligned, Judgement, same_act
from jpnews_nlp.comparison.remembered import remembered
from jpnews_nlp.comparison.synonyms import concept
from jpnews_nlp.entities.containment import contains, is_country
from jpnews_nlp.model.claim import Claim
from jpnews_nlp.model.entity import Place

Places = Mapping[str, Place]
SITE_SHOWN = 8  # characters
FOCUS = re.compile(r"[^、。は]{0,8}を震源")
LINE = re.compile(r"(?:線|新幹線|鉄道|自動車道|道路|国道.*|県道.*|[0-9０-９]号)$")  # that lead through places
WHERE = ("location", "goal", "source")


def place_difference(pair: Aligned) -> Judgement | None:
    """How the places differ; None when they are the same or cannot be ordered."""
    left, right = ({e.canonical: e for e in _places(c, beside=d)} for c, d in ((pair.a, pair.b), (pair.b, pair.a)))
    visited = _visited(pair)
    if visited is not None or not left or not right or left.keys() == right.keys():
        return visited or _other_site(pair)
    if left.keys() & right.keys():
        return _more_places(pair, left, right)
    return _more_places(pair, left, right) or _within(left, right) or _within_where(pair) or _other_place(pair)


def _places(claim: Claim, *, beside: Claim) -> list[Place]:
    """The places of the claim, without that of the focus when the other tells none (上越地方を震源とする地震)."""
    focus = "震源" in claim.text and "震源" not in beside.text
    places = [p for p in places_told(claim) if not (focus and FOCUS.match(claim.text, p.end - claim.start))]
    return [p for p in places if not LINE.search(p.text)] or places


def _more_places(pair: Aligned, left: Places, right: Places) -> Judgement | None:
    """One lists places (A市とB市) the other lists too, and more."""
    ours = {name for name, place in left.items() if place.text[:2] not in pair.b.text}
    theirs = {name for name, place in right.items() if place.text[:2] not in pair.a.text}
    if min(len(left), len(right)) < 2 or bool(ours) == bool(theirs) or len(ours) == len(left):
        return None
    words = ["、".join(p.text for p in places.values()) for places in (left, right)]
    return Judgement(relation="partial", slot="place", rule="place_more", left=words[0], right=words[1])


def _within(left: Places, right: Places) -> Judgement | None:
    for x in left.values():
        for y in right.values():
            if _lies_in(x, y) or _lies_in(y, x):
                return Judgement(relation="partial", slot="place", rule="place_within", left=x.text, right=y.text)
    return None


def _within_where(pair: Aligned) -> Judgement | None:
    """One tells the city where something was done, the other the country."""
    for x in _where(pair.a):
        for y in _where(pair.b):
            if contains(x, y) or contains(y, x):
                return Judgement(relation="partial", slot="place", rule="place_within", left=x.text, right=y.text)
    return None


def _visited(pair: Aligned) -> Judgement | None:
    """One tells the place that was gone to, the other its country in the verb (ワシントンを訪れる, 訪米する)."""
    for teller, other in ((pair.a, pair.b), (pair.b, pair.a)):
        country = visits().get(other.predicate)
        goals = (*_where(teller), *_where(teller, roles=("object",)))
        inside = [p for p in goals if p.country in (country, None) and not is_country(p)]
        if country and inside and concept(teller.predicate) in cue_concepts("travel"):
            words = (inside[0].text, other.predicate)
            left, right = words if teller is pair.a else words[::-1]
            return Judgement(relation="partial", slot="place", rule="place_within", left=left, right=right)
    return None


def _other_place(pair: Aligned) -> Judgement | None:
    """Each tells one place of the same act in the same role, and neither can lie in the other."""
    left, right = _where(pair.a), _where(pair.b)
    if not (len(left) == len(right) == 1) or not _one_happening(pair) or "など" in pair.a.text + pair.b.text:
        return None
    x, y = left[0], right[0]
    if not exclude(x, y) or share_characters(_own_name(x), _own_name(y)):
        return None
    return Judgement(relation="conflict", slot="place", rule="place_differs", left=x.text, right=y.text)


def _own_name(place: Place) -> str:
    """The name without the prefecture before it."""
    return place.canonical.removeprefix(place.prefecture or "") or place.canonical


def _other_site(pair: Aligned) -> Judgement | None:
    """Each tells the kind of site of the same act, and no site is both (搬送先の病院, その場)."""
    if not _one_happening(pair):
        return None
    left, right = _site(pair.a), _site(pair.b)
    if left is None or right is None or left[0] == right[0]:
        return None
    return Judgement(relation="conflict", slot="place", rule="place_differs", left=left[1], right=right[1])


def _one_happening(pair: Aligned) -> bool:
    """Whether the two are of one act of the same people or things, which has one place."""
    a, b = pair.a, pair.b
    if not same_act(a, b) or a.polarity != b.polarity or told_apart(a, b) or rival_subjects(a, b):
        return False
    return a.slots.quantities == b.slots.quantities or not (a.slots.quantities and b.slots.quantities)


@remembered
def _where(claim: Claim, roles: tuple[str, ...] = WHERE) -> list[Place]:
    """The places in which the claim says it was done: the last of each phrase that tells where."""
    phrases = [x for x in claim.slots.arguments if x.role in roles and not x.carried]
    inside = ([e for e in claim.slots.entities if isinstance(e, Place) and x.covers(e)] for x in phrases)
    return [places[-1] for places in inside if places]


@remembered
def _site(claim: Claim) -> tuple[int, str] | None:
    """The number of the kind of site, and the words that tell it."""
    for argument in claim.slots.arguments:
        if argument.role == "location" and not argument.carried:
            for kind, words in enumerate(sites()):
                told = claim.text[: argument.end - claim.start]
                if told.endswith(words):
                    return kind, told[-SITE_SHOWN:]
    return None


def _lies_in(inner: Place, outer: Place) -> bool:
    """Whether `outer` is the administrative area written before `inner` in its full chain."""
    return (
        inner.canonical != outer.canonical
        and inner.canonical.startswith(outer.canonical)
        and outer.canonical.endswith(cues("area"))
    )
