"""Two aligned claims, what a rule says of them, and the questions several rules ask."""

from __future__ import annotations

from dataclasses import dataclass

from jpnews_nlp.comparison.cues import cues
from jpnews_nlp.comparison.remembered import remembered
from jpnews_nlp.comparison.settings import UNTOLD, Setting
from jpnews_nlp.comparison.synonyms import SetPhrase, concept, set_phrases
from jpnews_nlp.model.claim import Claim
from jpnews_nlp.model.comparison import Difference, Relation

SURE = frozenset({"asserted", "reported"})
"""The certainties of what is told as a fact, by the article or by somebody it names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """How two claims relate, by which rule, and the words that decided."""

    relation: Relation
    slot: Difference | None
    rule: str
    left: str = ""
    right: str = ""
    sources_differ: bool = False


UNRELATED = Judgement(relation="agree", slot=None, rule="unrelated")
"""The two tell of different happenings after all: no link."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Aligned:
    """Two aligned claims and the order their articles appeared in.

    Attributes:
        a: The claim of the article that comes first.
        b: The claim of the other.
        later: True when `b` was published later than `a`; False when the order is not known.
        long_after: True when `b` was published more than a month later: what was first told has been looked into.
        settings: What the sentence of each tells before it.
    """

    a: Claim
    b: Claim
    later: bool
    long_after: bool = False
    settings: tuple[Setting, Setting] = (UNTOLD, UNTOLD)


def two_sources(pair: Aligned) -> bool:
    """Whether each claim names a source and the two are not the same; a medium that passes on is none."""
    first, second = voice(pair.a), voice(pair.b)
    named = first and second and not first.endswith(cues("medium")) and not second.endswith(cues("medium"))
    return bool(named and first != second)


@remembered
def denies(claim: Claim) -> bool:
    """Whether the claim is that somebody denied something (辞任を否定した), whatever of it is its predicate."""
    denial = cues("denial verb")
    return claim.polarity == "negated" and (claim.predicate in denial or any(t in denial for t in claim.terms))


@remembered
def voice(claim: Claim) -> str | None:
    """Who says it: the speaker, or who denies (社長は辞任を否定した)."""
    if claim.speaker or not denies(claim):
        return claim.speaker
    return next((x.text for x in claim.slots.arguments if x.role == "subject"), None)


def voiced(claim: Claim) -> str:
    """The claim with its speaker, as a reason shows it."""
    return f"{voice(claim)}：{claim.text}" if voice(claim) else claim.text


@remembered
def says(claim: Claim, list_name: str) -> bool:
    """Whether a word of a list of `data/cues.tsv` stands in the claim."""
    return any(word in claim.text for word in cues(list_name))


@remembered
def ends(claim: Claim, list_name: str) -> bool:
    """Whether the claim ends with a word of a list of `data/cues.tsv`."""
    return claim.text.rstrip("。").endswith(cues(list_name))


def as_of(claim: Claim) -> bool:
    """Whether the claim tells the state at a moment it names."""
    return says(claim, "as of")


def same_act(a: Claim, b: Claim) -> bool:
    """Whether the two predicates are one concept."""
    return not acts(a).isdisjoint(acts(b))


def acts(claim: Claim) -> frozenset[str]:
    """The concepts of the predicate: its own, and those of the set phrases it ends (息を引き取る: 引き取り, 死亡)."""
    return frozenset({concept(claim.predicate), *(p.concept for p in own_phrases(claim))})


def own_phrases(claim: Claim) -> tuple[SetPhrase, ...]:
    """The set phrases that the predicate ends."""
    predicate = concept(claim.predicate)
    return tuple(p for p in set_phrases(claim.terms, claim.polarity) if predicate in p.words)
