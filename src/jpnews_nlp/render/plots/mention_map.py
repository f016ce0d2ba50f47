"""Which people and places each article names, and how often."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from jpnews_nlp.model.analysis import Analysis
from jpnews_nlp.render.labels import labels
from jpnews_nlp.render.plots.articles import Told, told
from jpnews_nlp.render.plots.drawing import ACCENT, INK, KINDS, SOFT, Plot, axes, settings, shades, written


def mention_map(
    analyses: Iterable[Analysis], *, kinds: Sequence[str] = ("person", "place"), lang: str = "ja", most: int = 12
) -> Plot:
    """A heat map of names and articles: the darker, the more often the article names them.

    Args:
        analyses: The analyses of the articles; names are settled over all of them (米 and アメリカ are one row).
        kinds: Which kinds are shown, of `person`, `place`, `organization`, `date` and `time`.
        lang: `ja` or `en`, for the words around.
        most: How many names of each kind are shown at most: those most articles name, then those named most often.

    Raises:
        PlotError: When there is no analysis, or matplotlib is missing.
    """
    words = labels(lang)
    with settings():
        articles = told(analyses)
        rows = [(kind, name) for kind in kinds for name in _names(articles, kind, most)]
        counts = [[_count(article, *row) for article in articles] for row in rows] or [[0] * len(articles)]
        title = words["plot.mention_map"]
        figure, [ax] = axes(1.25 * len(articles) + 3.5, 0.34 * len(counts) + 1.6, title=title)
        ax.imshow(counts, cmap=shades(ACCENT), aspect="auto", vmin=0, vmax=max(4, *map(max, counts)))
        dark = max(4, *map(max, counts)) / 2
        for y, row in enumerate(counts):
            for x, count in enumerate(row):
                if count:
                    ax.text(x, y, str(count), ha="center", va="center", color="white" if count > dark else INK)
        ax.set_xticks(range(len(articles)), [article.label for article in articles], color=INK)
        ax.xaxis.tick_top()
        ax.set_yticks(range(len(rows)), [written(name) for _, name in rows])
        for tick, (kind, _) in zip(ax.get_yticklabels(), rows, strict=True):
            tick.set_color(KINDS[kind])
        for y in (n for n in range(1, len(rows)) if rows[n][0] != rows[n - 1][0]):
            ax.axhline(y - 0.5, color=SOFT, linewidth=0.8)
        ax.spines[:].set_visible(False)
        ax.set_xlabel(" / ".join(words[f"kind.{kind}"] for kind in kinds), color=SOFT, fontsize=9)
        return Plot(name="mention_map", title=title, figure=figure)


def _names(articles: Sequence[Told], kind: str, most: int) -> list[str]:
    by_article = [Counter(e.canonical for e in article.entities if e.kind == kind) for article in articles]
    everywhere: Counter[str] = sum(by_article, Counter())
    spread = {name: sum(name in names for names in by_article) for name in everywhere}
    return sorted(everywhere, key=lambda name: (-spread[name], -everywhere[name], name))[:most]


def _count(article: Told, kind: str, name: str) -> int:
    return sum(e.kind == kind and e.canonical == name for e in article.entities)
