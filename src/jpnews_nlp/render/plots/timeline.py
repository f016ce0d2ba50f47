"""Which dates each article names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

from jpnews_nlp.model.analysis import Analysis
from jpnews_nlp.model.entity import DateExpression
from jpnews_nlp.model.interval import day_range
from jpnews_nlp.render.labels import labels
from jpnews_nlp.render.plots.articles import Told, told
from jpnews_nlp.render.plots.drawing import ACCENT, INK, KINDS, LINE, SOFT, Plot, axes, settings, written

if TYPE_CHECKING:
    from matplotlib.axes import Axes


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A column of the timeline: one ISO value, with the days it covers."""

    value: str
    first: date
    last: date


def timeline(analyses: Iterable[Analysis], *, lang: str = "ja", most: int = 14) -> Plot:
    """The dates named in each article, and when it appeared.

    The columns are the dates in order, evenly spaced, with the time that lies between them above: a year named in
    passing does not press the days of the event together.

    Args:
        analyses: The analyses of the articles.
        lang: `ja` or `en`, for the words around.
        most: How many dates are shown at most; those named most often win.

    Raises:
        PlotError: When there is no analysis, or matplotlib is missing.
    """
    words = labels(lang)
    with settings():
        articles = told(analyses)
        moments = _moments(articles, most)
        title = words["plot.timeline"]
        figure, [ax] = axes(max(5.0, 1.1 * len(moments) + 2), 0.6 * len(articles) + 2, title=title)
        _frame(ax, articles, moments, words)
        at = {moment.value: x for x, moment in enumerate(moments)}
        for y, article in enumerate(articles):
            counts = Counter(e.value for e in article.entities if isinstance(e, DateExpression) and e.value in at)
            for value, count in counts.items():
                ax.scatter(at[str(value)], y, s=130 + 60 * min(count, 8), color=KINDS["date"], zorder=3)
                ax.text(at[str(value)], y, str(count), ha="center", va="center", color="white", fontsize=9, zorder=4)
            if (day := _appeared(article)) in at:
                ax.scatter(at[day], y - 0.36, s=42, marker="v", color=ACCENT, zorder=3)
        ax.set_xlabel(words["plot.timeline.key"], color=SOFT, fontsize=9, labelpad=10)
        return Plot(name="timeline", title=title, figure=figure)


def _moments(articles: Sequence[Told], most: int) -> list[Moment]:
    dates = (e for article in articles for e in article.entities if isinstance(e, DateExpression) and e.days)
    counts = Counter(str(e.value) for e in dates)
    chosen = sorted(counts, key=lambda value: (-counts[value], value))[:most]
    chosen += sorted({day for article in articles if (day := _appeared(article))} - set(chosen))
    resolved = ((value, day_range(value)) for value in chosen)
    found = (Moment(value=value, first=days.first, last=days.last) for value, days in resolved if days)
    return sorted(found, key=lambda m: (m.first, m.last))


def _appeared(article: Told) -> str:
    published = article.article.published
    return published.date().isoformat() if published else ""


def _frame(ax: Axes, articles: Sequence[Told], moments: Sequence[Moment], words: Mapping[str, str]) -> None:
    ax.set_xlim(-0.6, max(len(moments), 1) - 0.4)
    ax.set_ylim(len(articles) - 0.4, -0.75)
    ax.set_yticks(range(len(articles)), [article.label for article in articles], color=INK)
    ax.set_xticks(
        range(len(moments)),
        ["\n– ".join(written(day, 24) for day in m.value.split("/")) for m in moments],
        fontsize=8.5,
    )
    ax.hlines(range(len(articles)), -0.6, max(len(moments), 1) - 0.4, color=LINE, zorder=1)
    for x, (before, after) in enumerate(pairwise(moments)):
        gap = _gap((after.first - before.first).days, words)
        ax.text(x + 0.5, -0.62, gap, ha="center", va="center", fontsize=7.5, color=SOFT)
    if not moments:
        ax.text(0, (len(articles) - 1) / 2, words["plot.no_dates"], ha="center", va="center", color=SOFT)


def _gap(days: int, words: Mapping[str, str]) -> str:
    if days < 2:
        return ""
    unit, length = ("days", 1) if days < 60 else ("months", 30) if days < 730 else ("years", 365)
    return words[f"plot.{unit}"].format(n=days // length)
