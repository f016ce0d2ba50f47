"""Which articles report the same happening, and what sets look-alikes apart."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from jpnews_nlp.comparison.align import Pairing
from jpnews_nlp.comparison.cues import cues
from jpnews_nlp.comparison.outlines import CONTEST, Happening, Outline
from jpnews_nlp.comparison.synonyms import concept

# Reports on one happening and its aftermath name a day in common, or appear within three weeks.
WEEKS = 21
# A report tells of days this near; others are history or lists.
SEASON = 45
# Two clocks may give one happening two neighbouring days.
NEIGHBOURS = 1
# The share of the names of the article with fewer that the other names too.
NAMES_IN_COMMON = 0.25
# Articles that share more than this are of one story wherever their leads begin.
MOST = 0.5
# In a collection of so many articles, a name in more than this share of them tells nothing alone.
COLLECTION, COMMON = 20, 0.1
# So many names in common tell something, however common each is.
SEVERAL = 3
# Up to so many articles each pair is looked at; of more, those that share a name that is not common.
EACH_PAIR = 300
# A pairing this sure shows that two articles with names in common tell of one happening; so many show it alone.
SURE, ENOUGH = 0.6, 3
# The scores are probabilities: pairings that add up to this are expected to hold so many that are right.
LIKELY = 1.0
# Pairings of clauses that are word for word the same are above this.
NEAR_COPY = 0.97


@dataclass(frozen=True, slots=True, kw_only=True)
class Apart:
    """What sets two articles apart: a rule of `data/reasons.tsv` and the words of each that decided."""

    rule: str
    left: str = ""
    right: str = ""


def candidates(outlines: Sequence[Outline]) -> Iterator[tuple[int, int]]:
    """The pairs of articles that nothing sets apart, by their positions, in order.

    In a large collection a name that many of its articles share tells nothing alone, unless it is one of many names two
    articles share: 50 reports on one happening all name the same.
    """
    common = common_names(outlines)
    if len(outlines) <= EACH_PAIR:
        pairs: Iterable[tuple[int, int]] = combinations(range(len(outlines)), 2)
    else:
        pairs = _sharing_names(outlines, common)
    for i, j in pairs:
        if alike(outlines[i], outlines[j], common) and sets_apart(outlines[i], outlines[j]) is None:
            yield i, j


def common_names(outlines: Sequence[Outline]) -> frozenset[str]:
    """The names that tell nothing alone: those of many articles of a collection."""
    if len(outlines) < COLLECTION:
        return frozenset()
    count = Counter(name for o in outlines for name in o.names)
    return frozenset(name for name, n in count.items() if n > COMMON * len(outlines))


def alike(a: Outline, b: Outline, common: frozenset[str]) -> bool:
    """Whether two articles may tell of one happening by their names: they share one that tells, several or half."""
    if not a.names or not b.names:
        return True
    shared = a.names & b.names
    if not shared:
        return False
    return not shared <= common or len(shared) >= SEVERAL or 2 * len(shared) >= min(len(a.names), len(b.names))


def _sharing_names(outlines: Sequence[Outline], common: frozenset[str]) -> list[tuple[int, int]]:
    having: dict[str, list[int]] = {}
    for i, each in enumerate(outlines):
        for name in each.names - common:
            having.setdefault(name, []).append(i)
    return sorted({pair for articles in having.values() for pair in combinations(articles, 2)})


def same_event(a: Outline, b: Outline, pairings: Sequence[Pairing]) -> bool:
    """Whether two articles that nothing sets apart report the same happening, or steps of one story.

    They do when names are shared and a pairing of claims is sure, or many are likely; when one has no names and both
    hold; when several pairings are sure; or when one is a copy of the other.
    """
    sure = sum(p.score >= SURE for p in pairings)
    fewer = min(len(a.names), len(b.names))
    likely = math.fsum(p.score for p in pairings) >= LIKELY
    if (sure or likely) and fewer and len(a.names & b.names) >= NAMES_IN_COMMON * fewer:
        return True
    if sure and likely and not fewer:
        return True  # a short report names nobody and no place
    copied = bool(pairings) and sum(p.score >= NEAR_COPY for p in pairings) >= min(a.told, b.told)
    return copied or sure >= ENOUGH


def later_step(a: Outline, b: Outline) -> bool:
    """Whether `b` tells a later step of the story of `a`: its lead is of a day after `a` was published or tells of."""
    if a.published is None or b.published is None or not a.published < b.published or not b.lead_days:
        return False
    known = max({*a.days, a.published.date()}) if a.lead_days else a.published.date()
    return max(b.lead_days) > min(known, a.published.date())


def sets_apart(a: Outline, b: Outline) -> Apart | None:
    """What sets two articles apart, whatever they share; None when nothing does. Cheap: asked of every pair."""
    if _disjoint(a.designators, b.designators):
        return Apart(rule="event_number", left=_words(a.designators), right=_words(b.designators))
    if _far_apart(a, b):
        when = [o.published.date().isoformat() if o.published else "" for o in (a, b)]
        return Apart(rule="event_far_apart", left=when[0], right=when[1])
    return _leads_clash(a, b) or _other_happening(a, b) or _other_party(a, b) or _again(a, b)


def _far_apart(a: Outline, b: Outline) -> bool:
    """Whether the two appeared weeks apart, or nobody knows, and share no day either reports on."""
    if a.published and b.published and abs((a.published - b.published).days) <= WEEKS:
        return False
    reported = [p.date() for p in (a.published, b.published) if p]
    common = a.days & b.days
    if not reported:
        return not common and bool(a.days and b.days)
    return not any(abs((day - when).days) <= SEASON for day in common for when in reported)


def _leads_clash(a: Outline, b: Outline) -> Apart | None:
    """Leads that tell of another place on another day, and of no person both name, in articles that share few names.

    A warning and the report of the day after, or two towns of one disaster, share most of their names.
    """
    if not _disjoint(a.lead_places, b.lead_places) or not _disjoint(a.lead_days, b.lead_days):
        return None
    if len(a.names & b.names) > MOST * min(len(a.names), len(b.names)):
        return None
    if _overlap(a.lead_places, b.lead_places) or not a.lead_people.isdisjoint(b.lead_people):
        return None
    return Apart(rule="event_place_day", left=_words(a.lead_places), right=_words(b.lead_places))


def _other_happening(a: Outline, b: Outline) -> Apart | None:
    """Leads that tell of a fire, a crash, a game … of another day or at another spot, which the other never names."""
    for x in a.happenings:
        for y in b.happenings:
            if x.kind != y.kind:
                continue
            next_game = x.kind == CONTEST and _same_lag(a, x, b, y)
            if _unknown_days(x, b, next_game) and _unknown_days(y, a, next_game):
                return Apart(rule="event_day", left=_iso(x.days), right=_iso(y.days))
            if x.kind in _spots() and _unknown_places(x, b) and _unknown_places(y, a):
                return Apart(rule="event_place", left=_words(x.places), right=_words(y.places))
    return None


def _same_lag(a: Outline, x: Happening, b: Outline, y: Happening) -> bool:
    """Whether both were told as long after the day: the games of two days, and not one game by two clocks."""
    if a.published is None or b.published is None or not x.days or not y.days:
        return False
    return a.published.date() - max(x.days) == b.published.date() - max(y.days)


def _unknown_days(happening: Happening, other: Outline, exact: bool) -> bool:
    """Whether the other article names days, and none of the happening's, nor one next to it unless days are exact."""
    near = 0 if exact else NEIGHBOURS
    return bool(happening.days and other.days) and all(
        abs((x - y).days) > near for x in happening.days for y in other.days
    )


def _unknown_places(happening: Happening, other: Outline) -> bool:
    return bool(happening.places and other.lead_places) and not _overlap(happening.places, other.names)


def _spots() -> frozenset[str]:
    return frozenset(concept(word) for word in cues("happening at one spot")) | {CONTEST}


def _other_party(a: Outline, b: Outline) -> Apart | None:
    """Leads that tell the same kind of act of two companies, teams, schools or people, which the other never names."""
    known = a.parties & b.names or b.parties & a.names or a.lead_people & b.names or b.lead_people & a.names
    if known or a.predicates.isdisjoint(b.predicates):
        return None
    if a.parties and b.parties:
        return Apart(rule="event_party", left=_words(a.parties), right=_words(b.parties))
    if a.lead_people and b.lead_people:
        return Apart(rule="event_party", left=_words(a.lead_people), right=_words(b.lead_people))
    return None


def _again(a: Outline, b: Outline) -> Apart | None:
    """One headline alone tells of another such happening, on a day the other article does not know."""
    if a.again == b.again:
        return None
    later, earlier = (a, b) if a.again else (b, a)
    if not later.lead_days - earlier.days:
        return None
    return Apart(rule="event_again", left=_iso(a.lead_days), right=_iso(b.lead_days))


def _disjoint(left: frozenset[str] | frozenset[date], right: frozenset[str] | frozenset[date]) -> bool:
    return bool(left) and bool(right) and left.isdisjoint(right)


def _overlap(left: Collection[str], right: Collection[str]) -> bool:
    """Whether one place is written as part of another (福岡県 ⊂ 福岡県飯塚市)."""
    return any(x.startswith(y) or y.startswith(x) for x in left for y in right)


def _words(names: Collection[str]) -> str:
    return "、".join(sorted(names))


def _iso(days: Collection[date]) -> str:
    return "、".join(day.isoformat() for day in sorted(days))
