"""Who: two titles of one person, two people of one title, or who does it to whom."""

from __future__ import annotations

from jpnews_nlp.comparison.differences.pair import Aligned, Judgement, same_act
from jpnews_nlp.comparison.synonyms import concept
from jpnews_nlp.comparison.titles import read_title
from jpnews_nlp.model.claim import Claim
from jpnews_nlp.model.entity import Person


def title_difference(pair: Aligned) -> Judgement | None:
    """大統領 and 前大統領 cannot both hold; 首相 and 総理大臣, or 長官 and 官房長官, can."""
    a, b = pair.a, pair.b
    if "title" not in (a.kind, b.kind):
        return None
    ours, theirs = read_title(a.predicate), read_title(b.predicate)
    if ours.tense == theirs.tense or ours.office != theirs.office:
        return None
    return Judgement(relation="conflict", slot="person", rule="title_differs", left=a.text, right=b.text)


def person_difference(pair: Aligned) -> Judgement | None:
    """The same act by the other side (浦和が鹿島に勝った, 鹿島が浦和に勝った), or of another of the same title."""
    if "title" in (pair.a.kind, pair.b.kind) or not same_act(pair.a, pair.b):
        return None
    if _swapped(pair.a, pair.b):
        return Judgement(relation="conflict", slot="person", rule="roles_swapped", left=pair.a.text, right=pair.b.text)
    first, second = _people(pair.a), _people(pair.b)
    if len(first) != 1 or len(second) != 1 or first[0].canonical == second[0].canonical:
        return None
    x, y = first[0], second[0]
    if not x.title or x.title != y.title or x.text[0] == y.text[0]:
        return None  # a name in short, or people of different offices
    return Judgement(relation="conflict", slot="person", rule="person_differs", left=x.text, right=y.text)


def _swapped(a: Claim, b: Claim) -> bool:
    ours, theirs = (_fillers(c, "subject") for c in (a, b))
    ours_to, theirs_to = (_fillers(c, "goal") | _fillers(c, "object") for c in (a, b))
    return bool(ours & theirs_to and theirs & ours_to) and not ours & theirs


def _fillers(claim: Claim, role: str) -> set[str]:
    return {concept(x.head) for x in claim.slots.arguments if x.role == role and not x.carried}


def _people(claim: Claim) -> list[Person]:
    return [e for e in claim.slots.entities if isinstance(e, Person)]
