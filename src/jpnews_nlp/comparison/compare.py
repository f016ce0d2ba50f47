"""The stage itself: several analyses become one comparison."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from jpnews_nlp.comparison.align import LINKED_AGAIN
from jpnews_nlp.comparison.events import COLLECTION, candidates, same_event
from jpnews_nlp.comparison.evidence import prepare
from jpnews_nlp.comparison.linking import Linked, Linking
from jpnews_nlp.comparison.origins import count_origins, find_copies
from jpnews_nlp.comparison.outlines import outline
from jpnews_nlp.comparison.partners import partners
from jpnews_nlp.comparison.remembered import forget
from jpnews_nlp.comparison.settings import settings
from jpnews_nlp.comparison.similarity import Similarity
from jpnews_nlp.comparison.ties import find_ties
from jpnews_nlp.entities.identity import unify
from jpnews_nlp.errors import ArticleError
from jpnews_nlp.limits import check_pairs
from jpnews_nlp.model.analysis import Analysis
from jpnews_nlp.model.claim import Claim
from jpnews_nlp.model.comparison import GRAVITY, Comparison, Group, Link, Verdict
from jpnews_nlp.model.entity import Entity

# In a large collection, more articles than this joined by shared names are a chain of many events.
CHAIN = 50
VERDICTS: tuple[Verdict, ...] = ("conflict", "update", "partial", "agree", "single")


def compare_analyses(analyses: Sequence[Analysis], similarity: Similarity | None = None) -> Comparison:
    """How the claims of the articles line up; the same for every order of `analyses`.

    Args:
        analyses: Of the articles.
        similarity: How alike the words of two claims are; the built-in way when None.

    Raises:
        ArticleError: When there is no article, or two have the same id.
    """
    ordered = _in_order(analyses)
    settled = _settled(ordered)
    claims_of = [a.claims for a in settled]
    outlines = [outline(a) for a in settled]
    near = list(candidates(outlines))
    evidence = {i: prepare(claims_of[i]) for i in sorted({i for pair in near for i in pair})}
    together: list[tuple[int, int]] = []
    links: list[Linked] = []
    linking = Linking(claims_of, [settings(a) for a in settled], similarity)
    try:
        for i, j in partners(near, evidence):
            check_pairs((ordered[i].article.id, ordered[j].article.id), (len(claims_of[i]), len(claims_of[j])))
            pairings = linking.pairings((i, j), (evidence[i], evidence[j]))
            if same_event(outlines[i], outlines[j], pairings):
                together.append((i, j))
                links.extend(
                    linking.links((i, j), (ordered[i].article.published, ordered[j].article.published), pairings)
                )
    finally:
        forget()
    claims = [c for article in claims_of for c in article]
    events = _components(len(ordered), together)
    return Comparison(
        articles=tuple(a.article for a in ordered),
        events=tuple(tuple(ordered[i].article.id for i in event) for event in events),
        groups=tuple(_groups(claims, links, find_copies(claims_of, together))),
        ties=tuple(find_ties([a.article for a in ordered], outlines, together, events)),
    )


def _in_order(analyses: Sequence[Analysis]) -> list[Analysis]:
    if not analyses:
        raise ArticleError("there is nothing to compare: give at least one article")
    ids = Counter(a.article.id for a in analyses)
    twice = sorted(i for i, n in ids.items() if n > 1)
    if twice:
        raise ArticleError(f"two articles have the id {twice[0]!r}; give each an id of its own")
    return sorted(analyses, key=_place)


def _place(analysis: Analysis) -> tuple[bool, float, str]:
    published = analysis.article.published
    return published is None, published.timestamp() if published else 0.0, analysis.article.id


def _settled(analyses: Sequence[Analysis]) -> list[Analysis]:
    """The analyses with names that hold across them; in a large collection, across those that may tell of one event."""
    everything = [list(range(len(analyses)))]
    large = len(analyses) >= COLLECTION
    near = _components(len(analyses), candidates([outline(a) for a in analyses])) if large else everything
    settled = list(analyses)
    for members in near:
        if large and len(members) > CHAIN:
            continue  # joined by chance, article to article; each keeps the names it settled itself
        names = unify([analyses[i].entities for i in members])
        for i, entities in zip(members, names, strict=True):
            settled[i] = with_names(analyses[i], entities)
    return settled


def with_names(analysis: Analysis, entities: tuple[Entity, ...]) -> Analysis:
    """The analysis with the canonical names that hold across the articles."""
    settled = {(e.kind, e.start, e.end): e for e in entities}

    def named(claim: Claim) -> Claim:
        own = tuple(settled.get((e.kind, e.start, e.end), e) for e in claim.slots.entities)
        return replace(claim, slots=replace(claim.slots, entities=own))

    return replace(analysis, entities=entities, claims=tuple(named(c) for c in analysis.claims))


def _groups(claims: Sequence[Claim], links: Sequence[Linked], copies: frozenset[frozenset[str]]) -> list[Group]:
    links = _holding(claims, links)
    inside: dict[int, list[Link]] = {}
    components = _components(len(claims), [(x.a, x.b) for x in links])
    of = {member: n for n, component in enumerate(components) for member in component}
    for linked in links:
        inside.setdefault(of[linked.a], []).append(linked.link)
    groups = []
    for n, component in enumerate(components):
        members = tuple(claims[i] for i in component)
        if len(members) == 1 and members[0].kind == "title":
            continue  # a title is told with every name; it is a group only where outlets differ
        groups.append(_group(members, tuple(inside.get(n, ())), copies))
    return sorted(groups, key=lambda g: VERDICTS.index(g.verdict))


def _holding(claims: Sequence[Claim], links: Sequence[Linked]) -> list[Linked]:
    """The links without the weak ones that would join two groups in which one article tells two things."""
    group = {end: {end} for x in links for end in (x.a, x.b)}
    held = []
    for each in sorted(links, key=lambda x: (-x.link.score, x.a, x.b)):
        few, many = sorted((group[each.a], group[each.b]), key=len)
        if each.link.score < LINKED_AGAIN and few is not many and len(few) > 1 and _share_articles(claims, few, many):
            continue
        held.append(each)
        if few is not many:
            many |= few
            group.update(dict.fromkeys(few, many))
    return sorted(held, key=lambda x: (x.a, x.b))


def _share_articles(claims: Sequence[Claim], ours: Collection[int], theirs: Collection[int]) -> bool:
    return not {claims[i].article for i in ours}.isdisjoint(claims[i].article for i in theirs)


def _group(claims: tuple[Claim, ...], links: tuple[Link, ...], copies: frozenset[frozenset[str]]) -> Group:
    gravest = max((link.relation for link in links), key=lambda r: GRAVITY[r], default=None)
    return Group(verdict=gravest or "single", claims=claims, links=links, origins=count_origins(claims, copies))


def _components(size: int, pairs: Iterable[tuple[int, int]]) -> list[list[int]]:
    """The connected components of `range(size)`, each sorted, in the order of their first members."""
    parent = list(range(size))

    def root(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    for a, b in pairs:
        low, high = sorted((root(a), root(b)))
        parent[high] = low
    found: dict[int, list[int]] = {}
    for i in range(size):
        found.setdefault(root(i), []).append(i)
    return list(found.values())
