"""One affirms what the other denies: a conflict, or what has come about since."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jpnews_nlp.comparison.cues import cue_concepts, cues, opposed_words, opposites
from jpnews_nlp.comparison.differences.contrasts import (
    alike_beside,
    other_matter,
    rival_subjects,
    share_characters,
    told_apart,
)
from jpnews_nlp.comparison.differences.pair import (
    SURE,
    Aligned,
    Judgement,
    acts,
    ends,
    same_act,
    says,
    two_sources,
    voiced,
)
from jpnews_nlp.comparison.differences.stances import Stance, stances
from jpnews_nlp.comparison.differences.states import pending
from jpnews_nlp.comparison.differences.told_times import of_two_days
from jpnews_nlp.comparison.remembered import remembered
from jpnews_nlp.comparison.scales import goes_on
from jpnews_nlp.comparison.synonyms import concept, set_phrases
from jpnews_nlp.model.claim import Claim

# A noun that an adjective describes, as the predicate (良い話し合いだった, 有意義な会談でした).
JUDGED = re.compile(r"(?:[いな]|的)[一-龥ぁ-ん]{2,6}(?:だった|でした|だ|です)。?$")
CONVERSE = frozenset(map(concept, ("勝利", "敗北")))
"""A wins is B loses: opposites only of one and the same side."""


def polarity_difference(pair: Aligned) -> Judgement | None:
    """Whether one denies what the other affirms: a conflict, or a state that came about later."""
    a, b = pair.a, pair.b
    if told_apart(a, b) or of_two_days(pair) or any(_leaves_open(c) for c in (a, b)):
        return None
    opposed = _opposed(a, b)
    return _opposite(pair) if opposed is None else _denied(pair, opposed)


@remembered
def _leaves_open(claim: Claim) -> bool:
    """Whether the claim only supposes something, or denies all and leaves some (必ずしも)."""
    return claim.certainty in ("hypothetical", "asked") or says(claim, "partial negation")


def _denied(pair: Aligned, opposed: tuple[Stance, Stance]) -> Judgement | None:
    a, b = pair.a, pair.b
    if (same_act(a, b) and rival_subjects(a, b)) or not _same_matter(a, b, opposed):
        return None
    if pair.later and b.certainty in SURE and (goes_on(a, b) or (opposed[0].affirmed and pending(a))):
        return Judgement(relation="update", slot="status", rule="status_moved", left=a.text, right=b.text)
    if pair.later and not opposed[0].affirmed and _left_open(a) and not two_sources(pair):
        return _turned(pair)
    return _conflict(pair) if all(s.known for s in opposed) else _not_known(pair)


def _not_known(pair: Aligned) -> Judgement:
    """One tells what the other has heard nothing of (被害の報告はない): no alarm, and no agreement either."""
    left, right = pair.a.text, pair.b.text
    return Judgement(relation="partial", slot="certainty", rule="certainty_differs", left=left, right=right)


def _turned(pair: Aligned) -> Judgement:
    left, right = pair.a.text, pair.b.text
    return Judgement(relation="update", slot="polarity", rule="polarity_moved", left=left, right=right)


def _conflict(pair: Aligned) -> Judgement:
    if not two_sources(pair):
        left, right = pair.a.text, pair.b.text
        return Judgement(relation="conflict", slot="polarity", rule="polarity_differs", left=left, right=right)
    left, right = voiced(pair.a), voiced(pair.b)
    return Judgement(
        relation="conflict", slot="polarity", rule="sources_differ", left=left, right=right, sources_differ=True
    )


def _opposed(a: Claim, b: Claim) -> tuple[Stance, Stance] | None:
    """What one affirms and the other denies; the surest first."""
    found = [(x, y) for x in stances(a) for y in stances(b) if x.concept == y.concept and x.affirmed != y.affirmed]
    if not found and a.polarity != b.polarity and _talked_of(a, b):
        found = [(stances(a)[0], stances(b)[0])]
    return max(found, key=lambda pair: (all(s.known for s in pair), not any(s.embedded for s in pair)), default=None)


def _opposite(pair: Aligned) -> Judgement | None:
    """Two words that cannot both hold, said of the same (引き上げる, 引き下げる; 有罪判決, 無罪判決)."""
    a, b = pair.a, pair.b
    if "negated" in (a.polarity, b.polarity) or other_matter(a, b) or rival_subjects(a, b):
        return None
    said = _opposed_acts(a, b)
    if pair.later and (pending(a) or a.certainty not in SURE or goes_on(a, b)):
        # what was planned came otherwise, or what was begun has ended: the later report moved on
        otherwise = pending(a) and said in opposites() and _share_words(a, b, said)
        return _turned(pair) if otherwise else None
    if said == CONVERSE and not _one_side(a, b):
        return None
    if said in opposites():
        return _conflict(pair) if _share_words(a, b, said) else None
    ours, theirs = _words(a), _words(b)
    return _conflict(pair) if any(_only_opposed((x, y), a, b) for x, y in _opposed_words(ours, theirs)) else None


def _opposed_acts(a: Claim, b: Claim) -> frozenset[str]:
    """The two predicates as opposite words; none when they are not."""
    ours, theirs = sorted(acts(a) - _words(b)), sorted(acts(b) - _words(a))  # 通行止めが続いた tells of it too
    pairs = [frozenset((x, y)) for x in ours for y in theirs]
    return next((p for p in pairs if p in opposites()), frozenset())


def _opposed_words(ours: frozenset[str], theirs: frozenset[str]) -> Iterator[tuple[str, str]]:
    opposed = opposed_words()
    return ((x, y) for x in ours if x in opposed for y in opposed[x] & theirs)


def _only_opposed(words: tuple[str, str], a: Claim, b: Claim) -> bool:
    """Whether two opposite words stand in claims that are alike but for them and for verbs that carry them."""
    x, y = words
    ours, theirs = _words(a), _words(b)
    if x in theirs or y in ours:
        return False
    carrying = cue_concepts("carrier")
    told = (a.predicate in b.text or _carries(a, x)), (b.predicate in a.text or _carries(b, y))
    if not all(told):
        return False
    rest, other = ours - {x} - carrying, theirs - {y} - carrying
    return 2 * len(rest & other) >= max(1, min(len(rest), len(other)))


def _carries(claim: Claim, word: str) -> bool:
    """Whether the predicate is the word itself, or a verb that only carries it."""
    return concept(claim.predicate) in cue_concepts("carrier") | {word}


@remembered
def _words(claim: Claim) -> frozenset[str]:
    phrases = set_phrases(claim.terms, claim.polarity)
    return frozenset({concept(claim.predicate), *map(concept, claim.terms), *(p.concept for p in phrases)})


def _one_side(a: Claim, b: Claim) -> bool:
    """Whether the same side is told to have won and lost."""
    ours, theirs = ({x.head for x in c.slots.arguments if x.role == "subject" and not x.carried} for c in (a, b))
    return bool(ours & theirs)


def _share_words(a: Claim, b: Claim, said: frozenset[str]) -> bool:
    """Whether the two share a word beside the predicates, or one says nothing beside its own."""
    ours, theirs = _words(a) - said, _words(b) - said
    return not ours or not theirs or bool(ours & theirs)


def _same_matter(a: Claim, b: Claim, opposed: tuple[Stance, Stance]) -> bool:
    """Whether the two share more than the word they differ on, or one says nothing beside it.

    What is not so yet (死者は出ていない, けが人の情報は入っていない) is told of the whole event.
    """
    if any(not s.affirmed and _none_so_far(c) for s, c in zip(opposed, (a, b), strict=True)):
        return True
    if any(s.embedded for s in opposed):
        if _face_each_other(a, b) or all(s.embedded for s in opposed):
            return True
        return not other_matter(a, b) and not rival_subjects(a, b)
    matters_apart = other_matter(a, b) or not alike_beside(a, b, frozenset({opposed[0].concept}))
    return not matters_apart and _said_of_one(a, b, opposed)


def _said_of_one(a: Claim, b: Claim, opposed: tuple[Stance, Stance]) -> bool:
    """Whether what one denies is what the other tells, and not only the same word."""
    denied, other = (b, a) if opposed[0].affirmed else (a, b)
    if _face_each_other(a, b):
        return not _judged_as(denied, other)
    if a.predicate == b.predicate and not _named_act_of_another(denied, other):
        return True
    return _share_words(a, b, frozenset({concept(a.predicate), concept(b.predicate), opposed[0].concept}))


def _judged_as(denied: Claim, other: Claim) -> bool:
    """Whether one says what the act was like (最も良い話し合いだった) and not what the other denies it of."""
    told = [x.text for x in denied.slots.arguments if x.role in ("object", "subject", "topic") and not x.carried]
    like = JUDGED.search(other.text) is not None and not any(x.role == "object" for x in other.slots.arguments)
    return like and bool(told) and not any(share_characters(text, other.text) for text in told)


def _named_act_of_another(denied: Claim, other: Claim) -> bool:
    """Whether one only names the act, as a noun (会見の発表は12分で終わった), and of nothing the other denies it of."""
    if not any(x.head == other.predicate for x in other.slots.arguments):
        return False
    told = [x.text for x in denied.slots.arguments if x.role in ("object", "subject", "topic") and not x.carried]
    return bool(told) and not any(share_characters(text, other.text) for text in told)


def _none_so_far(claim: Claim) -> bool:
    """Whether the denial is that nothing or nobody is there so far (けが人は確認されていない), not that of an act."""
    thing = {x.head for x in claim.slots.arguments if x.role == "subject"} | set(cues("existence"))
    return claim.predicate in thing and _left_open(claim) and says(claim, "so far none")


def _face_each_other(a: Claim, b: Claim) -> bool:
    """Whether two speakers face each other over it: that the two were aligned is then enough."""
    return bool(a.speaker and b.speaker and a.speaker != b.speaker)


@remembered
def _left_open(claim: Claim) -> bool:
    """Whether the denial is one of a state so far (至らなかった, 入っていない), not of the past for good."""
    if claim.certainty == "denied":
        return False
    settled = ends(claim, "never") and "至ら" not in claim.text
    return not settled and says(claim, "not yet")


def _talked_of(a: Claim, b: Claim) -> bool:
    """Whether one says that something was not talked about and the other that it was asked for or told."""
    denied, told = (a, b) if a.polarity == "negated" else (b, a)
    talk = cue_concepts("talk")
    return concept(denied.predicate) in talk and concept(told.predicate) in talk | cue_concepts("speech act")
