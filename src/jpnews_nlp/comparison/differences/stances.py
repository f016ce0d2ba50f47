"""What a claim affirms and what it denies, beyond the polarity of its predicate."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from jpnews_nlp.comparison.cues import cue_concepts, cues, rules_out
from jpnews_nlp.comparison.differences.pair import denies, own_phrases, says
from jpnews_nlp.comparison.remembered import remembered
from jpnews_nlp.comparison.synonyms import concept
from jpnews_nlp.model.claim import Claim

# That something was not said, thought or owned up to; what was not announced may hold all the same.
UNSAID = re.compile(
    r"(?:言っ|述べ|明言し|断言し|約束し|話し|語っ|認め|考え|思っ|み|見)(?:て(?:は|も)?(?:い|お))?(?:な|ま?せん|ら?ず)"
)
# 責任は会社にある
THERE = re.compile(r"に(?:ある|あった|あり|あります|ありました)$")
OTHERWISE = re.compile(r"たもの(?:では|じゃ)(?:な|あり)")
QUOTED = re.compile(r"「([^「」]*)」と")

# The roles of what an act is said of, or done to.
HOLDING = ("object", "goal", "subject")


@dataclass(frozen=True, slots=True, kw_only=True)
class Stance:
    """One thing a claim affirms or denies.

    Attributes:
        concept: What it is, in the concepts of `synonyms`.
        affirmed: Whether it is affirmed.
        known: False when only nothing is known of it so far (情報は入っていない): no denial at the same moment.
        embedded: True when it is no predicate of the claim's own, but in what it denies, tells or quotes.
    """

    concept: str
    affirmed: bool
    known: bool = True
    embedded: bool = False


@remembered
def stances(claim: Claim) -> tuple[Stance, ...]:
    """Everything the claim takes a side on, the predicate first."""
    if _takes_no_side(claim):
        return ()
    if denies(claim):
        return tuple(_denying(claim))
    if claim.predicate in cues("giving up"):
        return (Stance(concept=concept(claim.predicate), affirmed=True), *_given_up(claim))
    if claim.polarity == "affirmed" and claim.cue and claim.cue not in claim.text and UNSAID.search(claim.cue):
        return tuple(replace(s, affirmed=not s.affirmed, embedded=True) for s in _affirming(claim))
    affirmed = claim.polarity == "affirmed" and not _content_denied(claim)
    own = _affirming(claim) if affirmed else _negated(claim)
    return (*own, *(Stance(concept=word, affirmed=True, embedded=True) for word in _quoted(claim)))


def _takes_no_side(claim: Claim) -> bool:
    """Whether a denial only asks, or denies who did it or a denial.

    出るのではないか, 当社が発表したものではない, 否定しなかった.
    """
    asks = claim.polarity == "negated" and (claim.certainty == "possible" or OTHERWISE.search(claim.text) is not None)
    return asks or (claim.predicate in cues("denial verb") and not denies(claim))


def _denying(claim: Claim) -> Iterator[Stance]:
    yield Stance(concept=concept("認める"), affirmed=False)
    yield from (Stance(concept=word, affirmed=False, embedded=True) for word in _told(claim))


def _given_up(claim: Claim) -> Iterator[Stance]:
    """What was given up or failed (控訴を断念した, 着陸に失敗した) was not done."""
    words = _told(claim) or _held(claim)
    yield from (Stance(concept=word, affirmed=False, embedded=True) for word in words)


def _affirming(claim: Claim) -> Iterator[Stance]:
    predicate = concept(claim.predicate)
    if predicate == concept("合意") and says(claim, "talks only"):
        predicate = concept("協議")
    yield Stance(concept=predicate, affirmed=True)
    yield from (Stance(concept=p.concept, affirmed=True) for p in own_phrases(claim))
    if _is_report(claim):  # 被害の報告があった, 停電の報告が相次いだ
        yield from (Stance(concept=concept(t), affirmed=True, embedded=True) for t in claim.terms)
    if says(claim, "no more than"):
        yield from (Stance(concept=concept(word), affirmed=False) for word in cues("agreed"))
    elif predicate in cue_concepts("coming about") | cue_concepts("containing") or THERE.search(claim.text):
        yield from (Stance(concept=word, affirmed=True, embedded=True) for word in _held(claim))
    elif claim.predicate in cues("part of"):  # 凍結は公約の柱だ
        yield from (Stance(concept=word, affirmed=True, embedded=True) for word in _before(claim))
    elif claim.predicate in cues("carrier"):
        yield from (Stance(concept=word, affirmed=True, embedded=True) for word in _told(claim))


def _negated(claim: Claim) -> Iterator[Stance]:
    predicate = concept(claim.predicate)
    if predicate == concept("不明"):  # 行方が分かっていない affirms that somebody is missing
        yield Stance(concept=predicate, affirmed=True)
        return
    none_known = (claim.predicate in cues("existence") or _is_report(claim)) and says(claim, "not yet")
    if not none_known or len(claim.terms) < 2:
        yield Stance(concept=predicate, affirmed=False)
    for phrase in own_phrases(claim):  # 連絡が取れない affirms that somebody is missing, 運転を取りやめる a halt
        inside = phrase.polarity == "negated" or not phrase.words.isdisjoint(cue_concepts("giving up"))
        yield Stance(concept=phrase.concept, affirmed=inside)
    yield from (Stance(concept=word, affirmed=False) for word in rules_out().get(predicate, ()))
    if predicate in cue_concepts("denied with"):  # 支払いに応じなかった
        yield from (Stance(concept=word, affirmed=False, embedded=True) for word in _held(claim))
    signs = _before(claim) if claim.predicate in cues("sign") else _signs(claim)  # 踏んだ形跡はない
    yield from (Stance(concept=word, affirmed=False, embedded=True) for word in signs)
    if claim.predicate in cues("doubt"):  # 津波の心配はない
        yield from (Stance(concept=concept(t), affirmed=False, embedded=True) for t in claim.terms)
    if none_known:
        words = {concept(t) for t in claim.terms} - cue_concepts("existence")
        known = says(claim, "no such fact")  # 働いていた事実もない
        yield from (Stance(concept=word, affirmed=False, known=known) for word in sorted(words))


def _is_report(claim: Claim) -> bool:
    """Whether the claim says that reports of something came in, or did not."""
    heads = {x.head for x in claim.slots.arguments if x.role in ("subject", "topic") and not x.carried}
    came = claim.predicate in cues("coming in") and not heads.isdisjoint(cues("report"))
    return came or claim.predicate in cues("report")


def _content_denied(claim: Claim) -> bool:
    """Whether the article itself denies what the clause tells (増加しているということはない)."""
    return claim.certainty == "denied" and claim.speaker is None


def _told(claim: Claim) -> list[str]:
    """The words of the object of a verb of denying or telling (退く意向を伝えた), back to the last は or comma."""
    objects = [x for x in claim.slots.arguments if x.role == "object" and not x.carried]
    end = objects[-1].end - claim.start if objects and not denies(claim) else claim.text.rfind("を")
    phrase = re.split("[は、]", claim.text[: max(end, 0)])[-1]
    return [concept(t) for t in dict.fromkeys(claim.terms) if t in phrase or (len(t) > 1 and t[:-1] in phrase)]


def _held(claim: Claim) -> list[str]:
    """What the predicate is said of or done to, by the heads of its phrases (支払いに応じる: 支払い)."""
    told = [x for x in claim.slots.arguments if x.role in HOLDING and not x.carried]
    names = claim.slots.entities
    return [concept(x.head) for x in told if len(x.head) > 1 and not any(x.overlaps(e) for e in names)]


def _before(claim: Claim) -> list[str]:
    """The word right before the predicate (公約の柱), verbs of showing aside (割り込みをうかがわせる映像)."""
    at = claim.terms.index(claim.predicate) if claim.predicate in claim.terms else len(claim.terms)
    told = [t for t in claim.terms[:at] if concept(t) not in cue_concepts("showing")]
    return [concept(told[-1])] if told else []


def _signs(claim: Claim) -> list[str]:
    """What is denied with its signs, when those are what was not seen (地震の増加などの前兆は観測されていない)."""
    signs = [x for x in claim.slots.arguments if x.role in ("subject", "topic", "object") and x.head in cues("sign")]
    if not signs or claim.predicate not in cues("seen"):
        return []
    before = claim.text[: signs[0].end - claim.start - len(signs[0].head)]
    told = [t for t in claim.terms if t in before]
    return [concept(t) for t in told[-1:]]


def _quoted(claim: Claim) -> list[str]:
    """The words of a clause of the claim that is quoted in brackets and affirms (「合意した」と発表した)."""
    quotes = [q for q in QUOTED.findall(claim.text) if not q.endswith(("ない", "ません", "なかった"))]
    return [concept(t) for t in claim.terms if any(t in q for q in quotes)]
