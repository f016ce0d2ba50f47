"""What a person is called beside the name, in the words right before it: 店員の小松原さん, 運転手の堀内容疑者.

An early report tells of a driver, a later one of the name: what the later one calls the person joins the two.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from jpnews_nlp.comparison.synonyms import concept
from jpnews_nlp.model.claim import AGE, Claim
from jpnews_nlp.model.entity import Person

# Nouns in a row before a name (アルバイト店員の専門学校生|小松原陸).
BEFORE_NAME = re.compile(r"[一-龥々ァ-ヶーの]+$")


def described(claims: Iterable[Claim]) -> Mapping[str, frozenset[str]]:
    """For each person of an article, by canonical name, the concepts of the words right before the name."""
    found: dict[str, set[str]] = {}
    for claim in claims:
        names = [e.text for e in claim.slots.entities]
        for person in claim.slots.entities:
            before = BEFORE_NAME.search(claim.text[: max(0, person.start - claim.start)])
            if isinstance(person, Person) and before is not None:
                words = (t for t in claim.terms if t in before[0] and not any(t in name for name in names))
                found.setdefault(person.canonical, set()).update(map(concept, words))
    return {name: frozenset(words) for name, words in found.items()}


def bearers_of_ages(claims: Sequence[Claim]) -> Mapping[int, frozenset[str]]:
    """Whose the ages are that are told without a name (鷺沢さんが死去した。88歳だった。), by the places of the claims.

    That is whoever the last clause before was about, or the one person it names.
    """
    found: dict[int, frozenset[str]] = {}
    about: frozenset[str] = frozenset()
    for place, claim in enumerate(claims):
        people = [e for e in claim.slots.entities if isinstance(e, Person) and not _in_brackets(claim, e)]
        if claim.predicate == AGE and not people:
            found[place] = about
        elif claim.kind == "clause" and people:
            acting = [a for a in claim.slots.arguments if a.role in ("subject", "topic", "companion")]
            named = {e.canonical for e in people if any(a.covers(e) for a in acting)} or {e.canonical for e in people}
            about = frozenset(named) if len(named) == 1 else frozenset()
    return found


def _in_brackets(claim: Claim, person: Person) -> bool:
    """Whether a name stands in brackets beside another: 志摩ゆりえ（本名・島村百合枝）さん."""
    before = claim.text[: max(0, person.start - claim.start)]
    return before.count("（") + before.count("(") > before.count("）") + before.count(")")
