"""What the stages before found in one article, and what of it belongs to a stretch of text."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from operator import attrgetter

from jpnews_nlp.claims.lexicon import words
from jpnews_nlp.entities.quantities import find_quantities
from jpnews_nlp.model.article import Article
from jpnews_nlp.model.claim import Argument, Slots
from jpnews_nlp.model.entity import DateExpression, Entity, TimeExpression
from jpnews_nlp.model.parse import Parse, Token
from jpnews_nlp.model.quantity import Quantity
from jpnews_nlp.model.span import Span, within

TERM_CLASSES = frozenset({"名詞", "動詞", "形容詞", "形状詞", "代名詞"})
DURATIONS = frozenset({"年", "か月", "週", "日", "時間", "分", "秒"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """What the stages before found in one article.

    Attributes:
        article: Divided into blocks.
        parse: Its parse.
        entities: In text order.
        quantities: Those of its content blocks, in text order.
        temporal: The indices of the tokens inside dates, times and durations.
    """

    article: Article
    parse: Parse
    entities: tuple[Entity, ...]
    quantities: tuple[Quantity, ...]
    temporal: frozenset[int]


def gather(article: Article, parse: Parse, entities: tuple[Entity, ...]) -> Findings:
    """Parse and entities with the quantities between them."""
    moments = tuple(e for e in entities if isinstance(e, (DateExpression, TimeExpression)))
    quantities = find_quantities(article.text, exclude=moments)
    content = [b for b in article.blocks if b.is_content]
    lasting = [*moments, *(q for q in quantities if q.unit in DURATIONS)]
    return Findings(
        article=article,
        parse=parse,
        entities=entities,
        quantities=tuple(q for b in content for q in within(quantities, b)),
        temporal=_covered(parse.tokens, sorted(lasting, key=_place)),
    )


def _place(span: Span) -> tuple[int, int]:
    return span.start, span.end


def _covered(tokens: Sequence[Token], spans: Sequence[Span]) -> frozenset[int]:
    """The indices of the tokens inside the spans."""
    covered: set[int] = set()
    for span in spans:
        first = bisect_right(tokens, span.start, key=attrgetter("end"))
        covered.update(range(first, bisect_left(tokens, span.end, first, key=attrgetter("start"))))
    return frozenset(covered)


def sentence_number(parse: Parse, span: Span) -> int:
    """The number of the sentence a span begins in."""
    return bisect_right(parse.sentences, span.start, key=attrgetter("start")) - 1


def terms_of(tokens: Sequence[Token], first: int, last: int, temporal: frozenset[int]) -> tuple[str, ...]:
    """The content words of a stretch of tokens, without dates and numbers."""
    empty = words("formal", "idle")
    return tuple(
        [
            token.normalized
            for i, token in enumerate(tokens[first:last], first)
            if token.pos[0] in TERM_CLASSES
            and token.pos[1] != "数詞"
            and i not in temporal
            and token.normalized not in empty
        ]
    )


def slots_of(findings: Findings, span: Span, arguments: tuple[Argument, ...] = ()) -> Slots:
    """What of the findings lies inside a span."""
    return Slots(
        arguments=arguments,
        entities=within(findings.entities, span),
        quantities=within(findings.quantities, span),
    )
