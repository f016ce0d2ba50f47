"""All entities of an article: candidates from rules, tables and the model, settled by one rule, then named."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain

from jpnews_nlp.entities.dates import find_dates
from jpnews_nlp.entities.gazetteer import SOURCE as USER
from jpnews_nlp.entities.gazetteer import Gazetteer
from jpnews_nlp.entities.identity import unify
from jpnews_nlp.entities.names_candidates import Candidate, settle
from jpnews_nlp.entities.names_clubs import club_cities
from jpnews_nlp.entities.names_document import is_quoted_work, outvoted, repeated_people, sure_people
from jpnews_nlp.entities.names_model import weighed_candidates
from jpnews_nlp.entities.names_tokens import name_tokens
from jpnews_nlp.entities.places import join_chains
from jpnews_nlp.entities.time_ranges import with_ranges
from jpnews_nlp.entities.times import find_times
from jpnews_nlp.model.article import Article
from jpnews_nlp.model.entity import DateExpression, Entity, Organization, Person, Place, TimeExpression
from jpnews_nlp.model.parse import Parse
from jpnews_nlp.model.span import Span


def recognize(article: Article, parse: Parse, gazetteer: Gazetteer | None = None) -> tuple[Entity, ...]:
    """The people, places, organizations, dates and times of an article's content, in text order, without overlap.

    Where candidates overlap, `names_candidates.settle` says which stays: the names of `gazetteer` before all others.
    Canonical forms hold for the whole article.
    """
    expressions = _expressions(article)
    content = _Content(article)
    sentences = [name_tokens(parse.tokens_of(sentence)) for sentence in parse.sentences]
    candidates = [*weighed_candidates(sentences), *(_as_candidate(e) for e in expressions)]
    candidates += gazetteer.candidates(article.text) if gazetteer else ()
    candidates = [c for c in candidates if content.holds(c) and not is_quoted_work(article.text, c)]
    sure = sure_people(article.text, candidates)
    repeated = [c for c in repeated_people(article.text, [*chain.from_iterable(sentences)], sure) if content.holds(c)]
    settled = settle([*candidates, *repeated])
    settled = settle([*settled, *outvoted(article.text, settled)])
    settled = settle([*settled, *club_cities(article.text, settled)])
    settled = join_chains(article.text, settled)
    dated = {(e.start, e.end): e for e in expressions}
    entities = (dated.get((c.start, c.end)) or _entity(article.text, c, gazetteer) for c in settled)
    return unify([tuple(entities)])[0]


def _expressions(article: Article) -> tuple[DateExpression | TimeExpression, ...]:
    dates = find_dates(article.text, published=article.published)
    dates, times = with_ranges(article.text, dates, find_times(article.text))
    return (*dates, *times)


class _Content:
    """The stretches of an article that entities are read from: everything when it has no blocks."""

    def __init__(self, article: Article) -> None:
        self._blocks: Iterable[Span] = [b for b in article.blocks if b.is_content]
        self._whole = not article.blocks

    def holds(self, span: Span) -> bool:
        """Whether the span lies in one content block."""
        return self._whole or any(block.covers(span) for block in self._blocks)


def _as_candidate(expression: DateExpression | TimeExpression) -> Candidate:
    kind = expression.kind
    return Candidate(start=expression.start, end=expression.end, kind=kind, source=f"{kind}:{expression.source}")


def _entity(text: str, candidate: Candidate, gazetteer: Gazetteer | None) -> Entity:
    name = candidate.of(text)
    known = gazetteer.canonical(name) if gazetteer and candidate.source == USER else name
    common = {
        "start": candidate.start,
        "end": candidate.end,
        "text": name,
        "canonical": known,
        "source": candidate.source,
        "score": candidate.score,
    }
    if candidate.kind == "person":
        return Person(**common, title=candidate.title)  # type: ignore[arg-type]
    if candidate.kind == "place":
        return Place(**common)  # type: ignore[arg-type]
    return Organization(**common)  # type: ignore[arg-type]
