"""One affirms what the other denies: a conflict, or what has come about since."""

from __future__ import annotations

from jpnews_nlp.comparison.cues import cues, opposites
from jpnews_nlp.comparison.differences.pair import Aligned, Judgement, same_act, two_sources
from jpnews_nlp.comparison.synonyms import concept
from jpnews_nlp.model.claim import Claim


def polarity_difference(pair: Aligned) -> Judgement | None:
    """Whether one denies what the other affirms: a conflict, or a state that came about later."""
    a, b = pair.a, pair.b
    if a.polarity == b.polarity:
        return _opposite(pair)
    if not _same_predicate(a, b):
        return None
    if not _same_matter(a, b):
        return None
    left, right = a.text, b.text
    if pair.later and a.polarity == "negated" and _left_open(a) and not two_sources(pair):
        return Judgement(relation="update", slot="polarity", rule="polarity_moved", left=left, right=right)
    if two_sources(pair):
        return Judgement(
            relation="conflict",
            slot="polarity",
            rule="sources_differ",
            left=a.speaker or "",
            right=b.speaker or "",
            sources_differ=True,
        )
    return Judgement(relation="conflict", slot="polarity", rule="polarity_differs", left=left, right=right)


def _opposite(pair: Aligned) -> Judgement | None:
    """Two predicates that cannot both hold, said of the same (引き上げる, 引き下げる)."""
    a, b = pair.a, pair.b
    if frozenset((concept(a.predicate), concept(b.predicate))) not in opposites() or not _same_matter(a, b):
        return None
    rule = "sources_differ" if two_sources(pair) else "polarity_differs"
    left, right = (a.speaker or "", b.speaker or "") if two_sources(pair) else (a.text, b.text)
    return Judgement(
        relation="conflict", slot="polarity", rule=rule, left=left, right=right, sources_differ=two_sources(pair)
    )


def _same_matter(a: Claim, b: Claim) -> bool:
    """Whether the predicate is the same word, or the two share a word beside it or one says nothing beside it."""
    if a.predicate == b.predicate:
        return True
    said = {concept(a.predicate), concept(b.predicate)}
    ours, theirs = {concept(t) for t in a.terms} - said, {concept(t) for t in b.terms} - said
    return not ours or not theirs or bool(ours & theirs)


def _left_open(claim: Claim) -> bool:
    """Whether the denial is one of a state so far (至らなかった, 入っていない), not of the past for good."""
    if claim.certainty == "denied":
        return False
    settled = claim.text.rstrip("。").endswith(cues("never")) and "至ら" not in claim.text
    return not settled and any(word in claim.text for word in cues("not yet"))


def _talked_of(a: Claim, b: Claim) -> bool:
    """Whether one says that something was not talked about and the other that it was asked for or told."""
    denied, told = (a, b) if a.polarity == "negated" else (b, a)
    return concept(denied.predicate) == concept("協議") and concept(told.predicate) in map(concept, cues("speech act"))


def _same_predicate(a: Claim, b: Claim) -> bool:
    """Whether the two say the same of something, or one that it was not talked of."""
    return same_act(a, b) or _talked_of(a, b)
