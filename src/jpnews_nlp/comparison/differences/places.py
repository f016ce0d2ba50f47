"""Two places: the same, one within the other, or one list longer."""

from __future__ import annotations

from collections.abc import Mapping

from jpnews_nlp.comparison.cues import cues
from jpnews_nlp.comparison.differences.pair import Aligned, Judgement, same_act
from jpnews_nlp.model.entity import Place


def place_difference(pair: Aligned) -> Judgement | None:
    """How the places differ; None when they are the same or cannot be ordered."""
    left = {e.canonical: e for e in pair.a.slots.entities if isinstance(e, Place)}
    right = {e.canonical: e for e in pair.b.slots.entities if isinstance(e, Place)}
    if not left or not right or left.keys() == right.keys():
        return None
    if left.keys() & right.keys():
        return _more_places(left, right) if same_act(pair.a, pair.b) else None
    for x in left.values():
        for y in right.values():
            if _lies_in(x, y) or _lies_in(y, x):
                return Judgement(relation="partial", slot="place", rule="place_within", left=x.text, right=y.text)
    return None


def _more_places(left: Mapping[str, Place], right: Mapping[str, Place]) -> Judgement | None:
    """One lists places (A市とB市) the other lists too, and more."""
    ours, theirs = ({_bare(name) for name in places} for places in (left, right))
    if min(len(left), len(right)) < 2 or not (ours < theirs or theirs < ours):
        return None
    words = ["、".join(p.text for p in places.values()) for places in (left, right)]
    return Judgement(relation="partial", slot="place", rule="place_more", left=words[0], right=words[1])


def _bare(name: str) -> str:
    """長野県飯山市 and 長野県飯山 are one."""
    return name.removesuffix("市").removesuffix("町").removesuffix("村")


def _lies_in(inner: Place, outer: Place) -> bool:
    """Whether `outer` is the administrative area written before `inner` in its full chain."""
    return (
        inner.canonical != outer.canonical
        and inner.canonical.startswith(outer.canonical)
        and outer.canonical.endswith(cues("area"))
    )
