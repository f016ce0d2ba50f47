"""The articles of a plot: in the order and with the letters of the report, names settled over all of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from jpnews_nlp.entities.identity import unify
from jpnews_nlp.errors import PlotError
from jpnews_nlp.model.analysis import Analysis
from jpnews_nlp.model.article import Article
from jpnews_nlp.model.claim import Claim
from jpnews_nlp.model.entity import Entity
from jpnews_nlp.render.plots.drawing import written
from jpnews_nlp.render.rows import letter


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What one article tells, with the name the plot calls it by."""

    label: str
    article: Article
    entities: tuple[Entity, ...]
    claims: tuple[Claim, ...]


def told(analyses: Iterable[Analysis]) -> tuple[Told, ...]:
    """The articles by the time they appeared, as a comparison has them.

    Raises:
        PlotError: When there is none.
    """
    ordered = sorted(analyses, key=_place)
    if not ordered:
        raise PlotError("there is nothing to draw: give at least one analysis")
    names = unify([analysis.entities for analysis in ordered])
    return tuple(
        Told(label=label(n, a.article), article=a.article, entities=entities, claims=a.claims)
        for n, (a, entities) in enumerate(zip(ordered, names, strict=True))
    )


def label(number: int, article: Article) -> str:
    """The letter and the outlet of an article."""
    return f"{letter(number)} {written(article.label, 12)}"


def _place(analysis: Analysis) -> tuple[bool, float, str]:
    published = analysis.article.published
    return published is None, published.timestamp() if published else 0.0, analysis.article.id
