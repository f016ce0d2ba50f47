"""How sure each article is, and on whose word it speaks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, get_args

from jpnews_nlp.model.analysis import Analysis
from jpnews_nlp.model.claim import Certainty
from jpnews_nlp.render.labels import labels
from jpnews_nlp.render.plots.articles import Told, told
from jpnews_nlp.render.plots.drawing import ACCENT, INK, SOFT, Plot, axes, settings, written

if TYPE_CHECKING:
    from matplotlib.axes import Axes

COLOURS: dict[str, str] = {
    "asserted": "#2b4a6f",
    "reported": "#6f93bd",
    "likely": "#9fc3a8",
    "possible": "#d5e3c8",
    "planned": "#e0b458",
    "hypothetical": "#c9c4d8",
    "denied": "#b3261e",
    "asked": "#a7a29a",
}

STEPS = ((80, 50), (30, 10), (12, 5), (6, 2), (0, 1))
"""From so many claims on, the axis has a tick at every so many."""

ROOM = 5
"""How many outlets have room for their names side by side; more are called by their letters."""


def sources(analyses: Iterable[Analysis], *, lang: str = "ja", most: int = 10) -> Plot:
    """How sure the claims of each article are, and who speaks in it.

    Left: the claims of each article by certainty. Right: the speakers its claims rest on, the more claims the larger.

    Args:
        analyses: The analyses of the articles.
        lang: `ja` or `en`, for the words around.
        most: How many speakers are shown at most: those most articles cite, then those with most claims.

    Raises:
        PlotError: When there is no analysis, or matplotlib is missing.
    """
    words = labels(lang)
    with settings():
        articles = told(analyses)
        names = _speakers(articles, most)
        title = words["plot.sources"]
        height = max(0.55 * len(articles) + 1.9, 0.34 * len(names) + 1.9)
        figure, [left, right] = axes(1.1 * len(articles) + 7.5, height, title=title, columns=2)
        _certainties(left, articles, words)
        if any(article.claims for article in articles):
            figure.legend(loc="outside lower left", ncols=8, frameon=False, fontsize=8.5)
        _cited(right, articles, names, words["plot.no_speakers"])
        return Plot(name="sources", title=title, figure=figure)


def _certainties(ax: Axes, articles: Sequence[Told], words: Mapping[str, str]) -> None:
    counts = [Counter(claim.certainty for claim in article.claims) for article in articles]
    starts = [0] * len(articles)
    for certainty in get_args(Certainty):
        widths = [count[certainty] for count in counts]
        if any(widths):
            ax.barh(
                range(len(articles)),
                widths,
                left=starts,
                height=0.62,
                color=COLOURS[certainty],
                label=words[f"certainty.{certainty}"],
            )
        starts = [start + width for start, width in zip(starts, widths, strict=True)]
    ax.set_yticks(range(len(articles)), [article.label for article in articles], color=INK)
    ax.set_ylim(len(articles) - 0.4, -0.6)
    ticks = range(0, max(starts) + 1, next(step for least, step in STEPS if max(starts) >= least))
    ax.set_xlim(0, 1.03 * max(*starts, 1))
    ax.set_xticks(ticks, [str(n) for n in ticks])
    ax.set_xlabel(words["plot.claims"], color=SOFT, fontsize=9)
    ax.spines[:].set_visible(False)


def _cited(ax: Axes, articles: Sequence[Told], names: Sequence[str], empty: str) -> None:
    for x, article in enumerate(articles):
        counts = Counter(claim.speaker for claim in article.claims)
        for y, name in enumerate(names):
            if counts[name]:
                ax.scatter(x, y, s=110 + 45 * min(counts[name], 10), color=ACCENT, zorder=3)
                ax.text(x, y, str(counts[name]), ha="center", va="center", color="white", fontsize=9, zorder=4)
    ax.set_xlim(-0.6, len(articles) - 0.4)
    ax.set_ylim(max(len(names), 1) - 0.4, -0.6)
    heads = [article.label if len(articles) <= ROOM else article.label.split(" ")[0] for article in articles]
    ax.set_xticks(range(len(articles)), heads, color=INK, fontsize=8.5)
    ax.xaxis.tick_top()
    ax.set_yticks(range(len(names)), [written(name, 16) for name in names], color=INK)
    ax.grid(color="white", zorder=1)
    ax.spines[:].set_visible(False)
    if not names:
        ax.text((len(articles) - 1) / 2, 0, empty, ha="center", va="center", color=SOFT)


def _speakers(articles: Sequence[Told], most: int) -> list[str]:
    by_article = [Counter(c.speaker for c in article.claims if c.speaker) for article in articles]
    everywhere: Counter[str] = sum(by_article, Counter())
    spread = {name: sum(name in names for names in by_article) for name in everywhere}
    return sorted(everywhere, key=lambda name: (-spread[name], -everywhere[name], name))[:most]
