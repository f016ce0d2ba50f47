"""How far every two articles agree."""

from __future__ import annotations

from collections import Counter

from jpnews_nlp.errors import PlotError
from jpnews_nlp.model.comparison import GRAVITY, Comparison
from jpnews_nlp.render.labels import SYMBOLS, labels
from jpnews_nlp.render.plots.articles import label
from jpnews_nlp.render.plots.drawing import INK, SOFT, Plot, axes, settings, shades

RELATIONS = ("agree", "partial", "update", "conflict")


def agreement(comparison: Comparison, *, lang: str = "ja") -> Plot:
    """A matrix of the articles: how many things every two tell both, and how these relate.

    The greener, the larger the share of what both tell that is compatible. On the diagonal stands how many things an
    article tells alone.

    Args:
        comparison: The comparison.
        lang: `ja` or `en`, for the words around.

    Raises:
        PlotError: When the comparison has no article, or matplotlib is missing.
    """
    ids = [article.id for article in comparison.articles]
    if not ids:
        raise PlotError("there is nothing to draw: the comparison has no article")
    words = labels(lang)
    pairs, alone = counts(comparison)
    with settings():
        title = words["plot.agreement"]
        figure, [ax] = axes(1.7 * len(ids) + 2.2, 1.0 * len(ids) + 1.7, title=title)
        ax.imshow([[_share(pairs[a, b]) for b in ids] for a in ids], cmap=shades("#1c6b52"), vmin=0, vmax=1.35)
        ax.set_aspect("auto")
        for y, a in enumerate(ids):
            for x, b in enumerate(ids):
                text = words["plot.alone"].format(n=alone[a]) if a == b else _text(pairs[a, b])
                ax.text(x, y, text, ha="center", va="center", color=SOFT if a == b else INK, linespacing=1.6)
        names = [label(n, article) for n, article in enumerate(comparison.articles)]
        ax.set_xticks(range(len(ids)), names, color=INK)
        ax.xaxis.tick_top()
        ax.set_yticks(range(len(ids)), names, color=INK)
        ax.spines[:].set_visible(False)
        key = "  ".join(f"{SYMBOLS[relation]} {words[f'verdict.{relation}']}" for relation in RELATIONS)
        ax.set_xlabel(key, color=SOFT, fontsize=9, labelpad=8)
        return Plot(name="agreement", title=title, figure=figure)


def counts(comparison: Comparison) -> tuple[dict[tuple[str, str], Counter[str]], Counter[str]]:
    """How what every two articles tell relates, one count a group by its gravest link, and what one tells alone."""
    ids = [article.id for article in comparison.articles]
    pairs: dict[tuple[str, str], Counter[str]] = {(a, b): Counter() for a in ids for b in ids}
    alone: Counter[str] = Counter()
    for group in comparison.groups:
        home = {claim.id: claim.article for claim in group.claims}
        gravest: dict[tuple[str, str], str] = {}
        for link in group.links:
            pair = (home[link.a], home[link.b])
            gravest[pair] = max(gravest.get(pair, "agree"), link.relation, key=GRAVITY.__getitem__)
        for (a, b), relation in gravest.items():
            pairs[a, b][relation] += 1
            pairs[b, a][relation] += 1
        if len(set(home.values())) == 1:
            alone[group.claims[0].article] += 1
    return pairs, alone


def _share(found: Counter[str]) -> float:
    return (found["agree"] + found["partial"]) / found.total() if found else 0.0


def _text(found: Counter[str]) -> str:
    signs = [f"{SYMBOLS[relation]} {found[relation]}" for relation in RELATIONS]
    return f"{signs[0]}   {signs[1]}\n{signs[2]}   {signs[3]}" if found else "—"
