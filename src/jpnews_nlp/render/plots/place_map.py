"""Where the places are that the articles name.

There is no base map: the towns and cities that the package knows, drawn as faint dots, show the land.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import cos, radians
from typing import TYPE_CHECKING

from jpnews_nlp.entities import names_data
from jpnews_nlp.model.analysis import Analysis
from jpnews_nlp.model.entity import Place
from jpnews_nlp.render.labels import labels
from jpnews_nlp.render.plots.articles import Told, told
from jpnews_nlp.render.plots.drawing import INK, KINDS, SOFT, Plot, axes, settings, written

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.transforms import BboxBase

LEAST_SPAN = 4.0
"""The fewest degrees of latitude a map shows: enough for the towns to draw a coast."""

WIDTH = 7.8
"""In inches."""

WIDEST, TALLEST = 2.2, 1.3
"""How much wider than tall a map is at most and at least."""

_AROUND = ((1, 0), (-1, 0), (0, 1), (0, -1), (1, 1), (-1, 1), (1, -1), (-1, -1))
"""Where a label may stand from its point, the best first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A place with coordinates, how often it is named and by how many articles."""

    name: str
    latitude: float
    longitude: float
    mentions: int
    articles: int


def place_map(analyses: Iterable[Analysis], *, lang: str = "ja", most: int = 25) -> Plot:
    """A map of the cities, towns and villages that the articles name; the larger, the more often.

    Countries and prefectures have no point; the most frequent ones without a point are listed below.

    Args:
        analyses: The analyses of the articles.
        lang: `ja` or `en`, for the words around.
        most: How many places are shown at most; those named most often win.

    Raises:
        PlotError: When there is no analysis, or matplotlib is missing.
    """
    words = labels(lang)
    with settings():
        articles = told(analyses)
        spots = found_spots(articles)[:most]
        title = words["plot.place_map"]
        figure, [ax] = axes(WIDTH, 3, title=title)
        ax.set_xticks([])
        ax.set_yticks([])
        if spots:
            west = westernmost([spot.longitude for spot in spots])
            figure.set_size_inches(WIDTH, WIDTH / _frame(ax, spots, west) + 0.8)
            _land(ax, west)
            _draw(ax, spots, west, len(articles))
        else:
            ax.text(0.5, 0.5, words["plot.no_points"], ha="center", va="center", color=SOFT, transform=ax.transAxes)
        if names := _pointless(articles):
            ax.set_xlabel(words["plot.pointless"].format(names=written("、".join(names), 60)), color=SOFT, fontsize=9)
        return Plot(name="place_map", title=title, figure=figure)


def found_spots(articles: Sequence[Told]) -> list[Spot]:
    """The places with coordinates, those named most often first; one spot for each point."""
    mentions: Counter[tuple[float, float]] = Counter()
    names: dict[tuple[float, float], Counter[str]] = {}
    homes: dict[tuple[float, float], set[str]] = {}
    for article in articles:
        for place in (e for e in article.entities if isinstance(e, Place)):
            if place.latitude is not None and place.longitude is not None:
                point = (place.latitude, place.longitude)
                mentions[point] += 1
                names.setdefault(point, Counter())[place.text] += 1
                homes.setdefault(point, set()).add(article.article.id)
    return [
        Spot(
            name=min(names[point], key=lambda name: (-names[point][name], name)),
            latitude=point[0],
            longitude=point[1],
            mentions=mentions[point],
            articles=len(homes[point]),
        )
        for point in sorted(mentions, key=lambda point: (-mentions[point], point))
    ]


def westernmost(longitudes: Sequence[float]) -> float:
    """The longitude to begin the map at, so that what is shown does not reach around the globe.

    Example:
        >>> westernmost([139.7, -149.9, 37.6])
        37.6
    """
    around = sorted(set(longitudes))
    gaps = [(after - before, after) for before, after in pairwise(around)]
    return max([*gaps, (around[0] + 360 - around[-1], around[0])])[1]


def _east_of(longitude: float, west: float) -> float:
    return west + (longitude - west + 60) % 360 - 60  # a margin of 60 degrees west of the westernmost


def _frame(ax: Axes, spots: Sequence[Spot], west: float) -> float:
    """Set what is shown; how much wider than tall it is."""
    easts = [_east_of(spot.longitude, west) for spot in spots]
    norths = [spot.latitude for spot in spots]
    middle = (min(norths) + max(norths)) / 2
    stretch = 1 / max(cos(radians(middle)), 0.2)
    across = (max(easts) - min(easts)) * 1.4 / stretch
    tall = max((max(norths) - min(norths)) * 1.5, across / WIDEST, LEAST_SPAN)
    wide = max(across, tall * TALLEST) * stretch
    centre = (min(easts) + max(easts)) / 2
    ax.set_xlim(centre - wide / 2, centre + wide / 2)
    ax.set_ylim(middle - tall / 2, middle + tall / 2)
    ax.set_aspect(stretch)
    return wide / stretch / tall


def _land(ax: Axes, west: float) -> None:
    points = {(s.point) for several in names_data.settlements().values() for s in several if s.point}
    points |= {city.point for city in names_data.world_points().values() if city.point}
    (left, right), (low, high) = sorted(ax.get_xlim()), sorted(ax.get_ylim())
    shifted = sorted((_east_of(longitude, west), latitude) for latitude, longitude in points)
    inside = [(x, y) for x, y in shifted if left <= x <= right and low <= y <= high]
    if inside:
        ax.scatter([x for x, _ in inside], [y for _, y in inside], s=7, color="#d3cec2", linewidths=0, zorder=1)


def _draw(ax: Axes, spots: Sequence[Spot], west: float, articles: int) -> None:
    from matplotlib.transforms import Bbox  # noqa: PLC0415

    canvas = ax.get_figure(root=True)
    assert canvas is not None
    canvas.draw_without_rendering()  # settles where the axes are
    taken: list[BboxBase] = []
    for spot in spots:
        x, y = _east_of(spot.longitude, west), spot.latitude
        strength = 0.35 + 0.65 * spot.articles / articles
        ax.scatter(x, y, s=_area(spot), color=KINDS["place"], alpha=strength, edgecolors="white", zorder=3)
        (left, low), radius = ax.transData.transform((x, y)), _area(spot) ** 0.5 / 2 * canvas.dpi / 72
        taken.append(Bbox.from_extents(left - radius, low - radius, left + radius, low + radius))
    for spot in spots:
        box = _label(ax, spot, _east_of(spot.longitude, west), taken)
        taken += [box] if box else []


def _area(spot: Spot) -> float:
    return 40 + 30 * min(spot.mentions, 12)


def _label(ax: Axes, spot: Spot, x: float, taken: Sequence[BboxBase]) -> BboxBase | None:
    from matplotlib.text import Text  # noqa: PLC0415

    away = _area(spot) ** 0.5 / 2 + 3
    text = f"{written(spot.name, 12)} {spot.mentions}"
    for far in (1, 2.5, 4, 6, 8, 11, 14):
        for right, up in _AROUND:
            note = ax.annotate(
                text,
                (x, spot.latitude),
                xytext=(right * away * far, up * away * far),
                textcoords="offset points",
                ha=("center", "left", "right")[right],
                va=("center", "bottom", "top")[up],
                fontsize=9,
                color=INK,
                zorder=5,
                arrowprops={"arrowstyle": "-", "color": SOFT, "linewidth": 0.5} if far > 1 else None,
            )
            note.get_window_extent()  # settles where the words are, and reaches to the point
            box = Text.get_window_extent(note)
            if _inside(box, ax.bbox) and not any(box.overlaps(other) for other in taken):
                return box
            note.remove()
    return None  # no room for a name: the dot says enough


def _inside(box: BboxBase, frame: BboxBase) -> bool:
    return frame.x0 <= box.x0 and box.x1 <= frame.x1 and frame.y0 <= box.y0 and box.y1 <= frame.y1


def _pointless(articles: Sequence[Told], most: int = 6) -> list[str]:
    names = Counter(e.canonical for a in articles for e in a.entities if isinstance(e, Place) and e.latitude is None)
    return sorted(names, key=lambda name: (-names[name], name))[:most]
