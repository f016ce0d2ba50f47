"""The links between the claims of each two articles; what is printed in many articles is aligned and judged once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from jpnews_nlp.comparison.align import Pairing, align
from jpnews_nlp.comparison.evidence import Evidence
from jpnews_nlp.comparison.reasons import reason_text
from jpnews_nlp.comparison.relations import in_time, judge
from jpnews_nlp.comparison.similarity import Similarity
from jpnews_nlp.model.claim import Claim
from jpnews_nlp.model.comparison import Link


@dataclass(frozen=True, slots=True, kw_only=True)
class Linked:
    """A link with the two claims it joins, by their places in the list of all claims."""

    a: int
    b: int
    link: Link


Found = tuple[Pairing, Link]
Pair = tuple[int, int]


class Linking:
    """Aligns and judges the claims of articles of one comparison.

    Args:
        claims_of: The claims of each article.
        similarity: How alike the words of two claims are; the built-in way when None.
    """

    def __init__(self, claims_of: Sequence[Sequence[Claim]], similarity: Similarity | None = None) -> None:
        self._claims_of = claims_of
        self._similarity = similarity
        self._first = same_claims(claims_of)
        self._starts = _starts(claims_of)
        self._pairings: dict[Pair, tuple[Pairing, ...]] = {}
        self._found: dict[tuple[Pair, tuple[bool, bool]], list[Found]] = {}

    def pairings(self, pair: Pair, evidence: tuple[Sequence[Evidence], Sequence[Evidence]]) -> tuple[Pairing, ...]:
        """The pairings between the claims of two articles, given by their positions and their evidence."""
        same = self._same(pair)
        if same not in self._pairings:
            self._pairings[same] = align(*evidence, self._similarity)
        return self._pairings[same]

    def links(self, pair: Pair, published: tuple[datetime | None, datetime | None]) -> Iterator[Linked]:
        """The links that the pairings of two articles are; they were aligned before."""
        same, order = self._same(pair), in_time(published)
        ours, theirs = (self._claims_of[i] for i in pair)
        if (same, order) not in self._found:
            self._found[same, order] = list(_judged((ours, theirs), published, self._pairings[same]))
        for pairing, link in self._found[same, order]:
            yield Linked(
                a=self._starts[pair[0]] + pairing.a,
                b=self._starts[pair[1]] + pairing.b,
                link=replace(link, a=ours[pairing.a].id, b=theirs[pairing.b].id),
            )

    def _same(self, pair: Pair) -> Pair:
        return self._first[pair[0]], self._first[pair[1]]


def same_claims(claims_of: Sequence[Sequence[Claim]]) -> list[int]:
    """For each article the first that makes the same claims in the same words and places: itself, or one it copies."""
    first: dict[tuple[Claim, ...], int] = {}
    bare = (tuple(replace(c, id="", article="") for c in claims) for claims in claims_of)
    return [first.setdefault(claims, i) for i, claims in enumerate(bare)]


def _starts(claims_of: Sequence[Sequence[Claim]]) -> list[int]:
    starts, total = [], 0
    for claims in claims_of:
        starts.append(total)
        total += len(claims)
    return starts


def _judged(
    claims: tuple[Sequence[Claim], Sequence[Claim]],
    published: tuple[datetime | None, datetime | None],
    pairings: Sequence[Pairing],
) -> Iterator[Found]:
    for pairing in pairings:
        a, b = claims[0][pairing.a], claims[1][pairing.b]
        judgement = judge(a, b, published)
        if judgement is None or (a.kind == "title" and judgement.relation == "agree"):
            continue  # two happenings; or the same title for somebody, which is no news
        yield (
            pairing,
            Link(
                a=a.id,
                b=b.id,
                relation=judgement.relation,
                slot=judgement.slot,
                reason=reason_text(judgement.rule, judgement.left, judgement.right),
                rule=judgement.rule,
                left=judgement.left,
                right=judgement.right,
                sources_differ=judgement.sources_differ,
                score=pairing.score,
                source=pairing.source,
            ),
        )
