"""What a person is called beside the name, in the words right before it: 店員の小松原さん, 運転手の堀内容疑者.

An early report tells of a driver, a later one of the name: what the later one calls the person joins the two.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from jpnews_nlp.comparison.synonyms import concept
from jpnews_nlp.model.claim import Claim
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
