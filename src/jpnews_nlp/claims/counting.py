"""A count of people is a count of what happened to them: 乗客3人 in 乗客3人が死亡した is of 死亡."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from operator import attrgetter

from jpnews_nlp.model.claim import AGE, MOMENT, PLACE, Claim

# So far back a clause that covers a count is looked for.
REACH = 6
ROLES = ("subject", "object", "topic", "companion")


def counts_with_predicates(attributes: Iterable[Claim], clauses: Sequence[Claim]) -> Iterator[Claim]:
    """The attributes, a count with the predicate of the narrowest clause it is said in, and as sure as that.

    Args:
        attributes: Bare attributes; ages, titles, moments and places stay as they are.
        clauses: The clauses of the article in text order.
    """
    ordered = sorted(clauses, key=attrgetter("start"))
    for attribute in attributes:
        if attribute.kind == "title" or attribute.predicate in (AGE, MOMENT, PLACE):
            yield attribute
            continue
        last = bisect_right(ordered, attribute.start, key=attrgetter("start"))
        near = ordered[max(0, last - REACH) : last]
        around = [c for c in near if _tells(c, attribute)] or [c for c in near if _folds(c, attribute)]
        clause = min(around, key=lambda c: c.end - c.start, default=None)
        if clause is not None:
            yield _of(attribute, clause)
        elif not any(_only_mentions(c, attribute) for c in near):
            yield attribute


def _tells(clause: Claim, count: Claim) -> bool:
    """Whether the count stands in what the clause is about or acts on."""
    told = (a for a in clause.slots.arguments if a.role in ROLES and not a.carried)
    return clause.covers(count) and any(a.covers(count) or count.covers(a) for a in told)


def _folds(clause: Claim, count: Claim) -> bool:
    """Whether the clause tells of the count though no role says so: 乗客2人の死亡を確認した, 2人が軽い怪我をした."""
    after = clause.text[count.end - clause.start :] if clause.covers(count) else ""
    return after.startswith((f"の{clause.predicate}", f"全員の{clause.predicate}", "が", "は"))


def _only_mentions(clause: Claim, count: Claim) -> bool:
    """Whether people are counted in passing, in a clause that tells nothing of them: 上位2人による決選投票."""
    longer = clause.covers(count) and len(clause.text) > len(count.text)
    after = clause.text[count.end - clause.start :] if longer else "の"
    return count.slots.quantities[0].unit == "人" and not after.startswith(("の", "全員の"))


def _of(count: Claim, clause: Claim) -> Claim:
    return replace(
        count,
        predicate=clause.predicate,
        polarity=clause.polarity,
        certainty=clause.certainty,
        status=clause.status,
        terms=(*count.terms, clause.predicate),
    )
