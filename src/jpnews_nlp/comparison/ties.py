"""Why two articles are taken to tell of one happening, or of two although they look alike."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from jpnews_nlp.comparison.events import EACH_PAIR, NAMES_IN_COMMON, Apart, later_step, sets_apart
from jpnews_nlp.comparison.outlines import Outline
from jpnews_nlp.comparison.reasons import reason_text
from jpnews_nlp.model.article import Article
from jpnews_nlp.model.comparison import ArticleTie

# So many shared names and days are told.
MOST_SHARED = 10


def find_ties(
    articles: Sequence[Article],
    outlines: Sequence[Outline],
    together: Sequence[tuple[int, int]],
    events: Sequence[Sequence[int]],
) -> Iterator[ArticleTie]:
    """The ties between the articles, in their order: those of one event, and look-alikes that were kept apart.

    Two articles of one event that share nothing but a third have none.

    Args:
        articles: In the order of the comparison.
        outlines: Of the articles.
        together: The pairs that tell of one happening, by position.
        events: The articles of each event, by position.
    """
    joined = frozenset(together)
    event_of = {i: n for n, event in enumerate(events) for i in event}
    # Of a large collection only what belongs together is told: what does not would be most of its pairs.
    pairs = combinations(range(len(articles)), 2) if len(articles) <= EACH_PAIR else together
    for i, j in pairs:
        if (i, j) in joined:
            yield _together((articles[i], articles[j]), outlines[i], outlines[j])
        elif event_of[i] != event_of[j] and _look_alike(outlines[i], outlines[j]):
            yield _apart((articles[i], articles[j]), outlines[i], outlines[j])


def _together(articles: tuple[Article, Article], a: Outline, b: Outline) -> ArticleTie:
    shared = _shared(a, b)
    words = "、".join(shared[:3])
    return ArticleTie(
        a=articles[0].id,
        b=articles[1].id,
        together=True,
        later=later_step(a, b),
        shared=shared,
        reason=reason_text("event_shared", words, words),
        rule="event_shared",
        left=words,
        right=words,
    )


def _apart(articles: tuple[Article, Article], a: Outline, b: Outline) -> ArticleTie:
    found = sets_apart(a, b) or Apart(rule="event_unlike")
    return ArticleTie(
        a=articles[0].id,
        b=articles[1].id,
        together=False,
        shared=_shared(a, b),
        reason=reason_text(found.rule, found.left, found.right),
        rule=found.rule,
        left=found.left,
        right=found.right,
    )


def _look_alike(a: Outline, b: Outline) -> bool:
    shared = len(a.names & b.names)
    return shared > 0 and shared >= NAMES_IN_COMMON * min(len(a.names), len(b.names))


def _shared(a: Outline, b: Outline) -> tuple[str, ...]:
    days = sorted(day.isoformat() for day in a.days & b.days)
    return tuple([*sorted(a.names & b.names), *days][:MOST_SHARED])
