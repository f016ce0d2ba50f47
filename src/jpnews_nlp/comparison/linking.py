"""The links between the claims of each two articles; what is printed in many articles is aligned and judged once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TypeVar

from jpnews_nlp.comparison.align import Pairing, align
from jpnews_nlp.comparison.evidence import Evidence
from jpnews_nlp.comparison.reasons import reason_text
from jpnews_nlp.comparison.relations import in_time, judge
from jpnews_nlp.comparison.settings import Setting
from jpnews_nlp.comparison.similarity import Similarity
from jpnews_nlp.model.claim import Claim, Slots
from jpnews_nlp.model.comparison import Link
from jpnews_nlp.model.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Linked:
    """A link with the two claims it joins, by their places in the list of all claims."""

    a: int
    b: int
    link: Link


Found = TypeVar("Found", bound=Span)
Pair = tuple[int, int]
Published = tuple[datetime | None, datetime | None]


class Linking:
    """Aligns and judges the claims of articles of one comparison.

    Args:
        claims_of: The claims of each article.
        settings_of: What is told before each claim.
        similarity: How alike the words of two claims are; the built-in way when None.
    """

    def __init__(
        self,
        claims_of: Sequence[Sequence[Claim]],
        settings_of: Sequence[Sequence[Setting]],
        similarity: Similarity | None = None,
    ) -> None:
        self._claims_of = claims_of
        self._settings_of = settings_of
        self._similarity = similarity
        self._article = same_claims(claims_of)
        self._told = same_words(claims_of, settings_of)
        self._starts = _starts(claims_of)
        self._pairings: dict[Pair, tuple[Pairing, ...]] = {}
        self._links: dict[tuple[Pair, tuple[bool, bool]], Link | None] = {}

    def pairings(self, pair: Pair, evidence: tuple[Sequence[Evidence], Sequence[Evidence]]) -> tuple[Pairing, ...]:
        """The pairings between the claims of two articles, given by their positions and their evidence."""
        same = self._article[pair[0]], self._article[pair[1]]
        if same not in self._pairings:
            self._pairings[same] = align(*evidence, self._similarity)
        return self._pairings[same]

    def links(self, pair: Pair, published: Published, pairings: Sequence[Pairing]) -> Iterator[Linked]:
        """The links that the pairings of two articles are."""
        i, j = pair
        order = in_time(published)
        for pairing in pairings:
            same = (self._told[i][pairing.a], self._told[j][pairing.b]), order
            a, b = self._claims_of[i][pairing.a], self._claims_of[j][pairing.b]
            if same not in self._links:
                before = self._settings_of[i][pairing.a], self._settings_of[j][pairing.b]
                self._links[same] = _link(a, b, published, before)
            link = self._links[same]
            if link is not None:
                yield Linked(
                    a=self._starts[i] + pairing.a,
                    b=self._starts[j] + pairing.b,
                    link=replace(link, a=a.id, b=b.id, score=pairing.score, source=pairing.source),
                )


def same_claims(claims_of: Sequence[Sequence[Claim]]) -> list[int]:
    """For each article the first that makes the same claims in the same words and places: itself, or one it copies."""
    first: dict[tuple[Claim, ...], int] = {}
    bare = (tuple(replace(c, id="", article="") for c in claims) for claims in claims_of)
    return [first.setdefault(claims, i) for i, claims in enumerate(bare)]


def same_words(claims_of: Sequence[Sequence[Claim]], settings_of: Sequence[Sequence[Setting]]) -> list[list[int]]:
    """For each claim a number: those that say the same of the same, after the same, have one wherever they stand."""
    numbers: dict[tuple[Claim, Setting], int] = {}
    told = (zip(claims, before, strict=True) for claims, before in zip(claims_of, settings_of, strict=True))
    return [[numbers.setdefault((_bare(c), before), len(numbers)) for c, before in article] for article in told]


def _bare(claim: Claim) -> Claim:
    """The claim as if it was the first of an article without a name: all that is asked of two aligned claims."""
    slots = Slots(
        arguments=tuple(_moved(x, claim.start) for x in claim.slots.arguments),
        entities=tuple(_moved(x, claim.start) for x in claim.slots.entities),
        quantities=tuple(_moved(x, claim.start) for x in claim.slots.quantities),
    )
    return replace(claim, id="", article="", start=0, end=claim.end - claim.start, sentence=0, slots=slots)


def _moved(span: Found, by: int) -> Found:
    return replace(span, start=span.start - by, end=span.end - by)


def _starts(claims_of: Sequence[Sequence[Claim]]) -> list[int]:
    starts, total = [], 0
    for claims in claims_of:
        starts.append(total)
        total += len(claims)
    return starts


def _link(a: Claim, b: Claim, published: Published, before: tuple[Setting, Setting]) -> Link | None:
    """The link of two aligned claims, its score not known yet; None when it is none."""
    judgement = judge(a, b, published, before)
    if judgement is None or (a.kind == "title" and judgement.relation == "agree"):
        return None  # two happenings; or the same title for somebody, which is no news
    return Link(
        a=a.id,
        b=b.id,
        relation=judgement.relation,
        slot=judgement.slot,
        reason=reason_text(judgement.rule, judgement.left, judgement.right),
        rule=judgement.rule,
        left=judgement.left,
        right=judgement.right,
        sources_differ=judgement.sources_differ,
        score=0.0,
    )
