"""What every plot is drawn on: a figure of its own, a Japanese font from a wheel, and one set of colours."""

from __future__ import annotations

import importlib.util
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jpnews_nlp.errors import PlotError
from jpnews_nlp.render.inert import clipped

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.colors import Colormap
    from matplotlib.figure import Figure

INSTALL = 'python -m pip install "jpnews-nlp[plots]"'
"""The line that brings what the plots need."""

INK, SOFT, LINE, PAPER, ACCENT = "#1f2328", "#5c636b", "#e3e0d8", "#f7f6f2", "#2b4a6f"
KINDS = {"person": "#8e44ad", "place": "#1c7c54", "organization": "#2465b5", "date": "#b86200", "time": "#a23e6c"}
"""The colours of the reports."""

SUFFIXES = (".png", ".svg", ".pdf")
NO_GLYPH = "〓"
"""Stands for a character that the font has no glyph for, as printers do it; never an empty box."""

_SETTINGS: Any = {
    "font.size": 10,
    "text.color": INK,
    "axes.labelcolor": INK,
    "axes.edgecolor": LINE,
    "xtick.color": SOFT,
    "ytick.color": SOFT,
    "axes.unicode_minus": False,
    "svg.hashsalt": "jpnews_nlp",  # the same names for the same shapes in every run
    "text.parse_math": False,  # a dollar sign in an article is a dollar sign
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Plot:
    """A finished picture; notebooks show it as it is.

    Attributes:
        name: Which plot it is.
        title: What stands above it.
        figure: The matplotlib figure, to be added to or changed.
    """

    name: str
    title: str
    figure: Figure

    def save(self, path: str | PathLike[str]) -> None:
        """Write the picture to a file; the ending says how: `.png`, `.svg` or `.pdf`.

        Raises:
            PlotError: When the ending is another one, or the file cannot be written.
        """
        target = Path(path)
        if target.suffix.lower() not in SUFFIXES:
            raise PlotError(f"{target}: the ending is {target.suffix!r}; one of {', '.join(SUFFIXES)} is needed")
        data = self._drawn(target.suffix.lower()[1:])
        try:
            target.write_bytes(data)
        except OSError as error:
            raise PlotError(f"{target}: cannot be written ({error.strerror})") from error

    def _drawn(self, form: str, dpi: int = 144) -> bytes:
        # No date in the file: the same picture gives the same bytes.
        dateless: dict[str, dict[str, Any]] = {"svg": {"Date": None}, "pdf": {"CreationDate": None}}
        buffer = BytesIO()
        with settings():
            self.figure.savefig(buffer, format=form, dpi=dpi, metadata=dateless.get(form), bbox_inches="tight")
        return buffer.getvalue()

    def _repr_png_(self) -> bytes:
        return self._drawn("png", 100)  # what is kept in a notebook shall stay small

    def __repr__(self) -> str:
        return f"<Plot {self.name}: {self.title}>"


@contextmanager
def settings() -> Iterator[None]:
    """The font and the colours, for as long as something is drawn.

    Raises:
        PlotError: When matplotlib or the font is not installed; the message has the line that brings them.
    """
    font = _font_file()
    try:
        from matplotlib import font_manager, rc_context  # noqa: PLC0415
    except ImportError as error:
        raise PlotError(f"plots need matplotlib, which is not installed; run: {INSTALL}") from error
    if str(font) not in {entry.fname for entry in font_manager.fontManager.ttflist}:
        font_manager.fontManager.addfont(str(font))
    family = font_manager.FontProperties(fname=str(font)).get_name()
    with rc_context(_SETTINGS | {"font.family": [family, "DejaVu Sans"]}):
        yield


def axes(width: float, height: float, *, title: str, columns: int = 1) -> tuple[Figure, list[Axes]]:
    """A new figure, known to nobody else, with its axes side by side; to be called inside `settings`."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg  # noqa: PLC0415
    from matplotlib.figure import Figure  # noqa: PLC0415

    figure = Figure(figsize=(width, height), facecolor="white", layout="constrained")
    FigureCanvasAgg(figure)
    found = figure.subplots(1, columns, squeeze=False)[0]
    figure.suptitle(title, x=0.01, ha="left", fontsize=13, fontweight="normal")
    for each in found:
        each.set_facecolor(PAPER)
        each.tick_params(length=0)
    return figure, list(found)


def shades(colour: str) -> Colormap:
    """From nearly white to a colour."""
    from matplotlib.colors import LinearSegmentedColormap  # noqa: PLC0415

    return LinearSegmentedColormap.from_list("shades", [PAPER, colour])


def written(text: str, length: int = 18) -> str:
    """`text` on one line and not too long, every character one that can be drawn.

    Example:
        >>> written("大分県日田市")
        '大分県日田市'
    """
    glyphs = _glyphs()
    return "".join(char if ord(char) in glyphs else NO_GLYPH for char in clipped(text, length))


@cache
def _font_file() -> Path:
    # Looked up, not imported: the package changes matplotlib's settings when it is imported.
    found = importlib.util.find_spec("matplotlib_fontja")
    if found is None or not found.submodule_search_locations:
        raise PlotError(f"plots need the Japanese font of matplotlib-fontja, which is not installed; run: {INSTALL}")
    return Path(found.submodule_search_locations[0]) / "fonts" / "ipaexg.ttf"


@cache
def _glyphs() -> frozenset[int]:
    from matplotlib import font_manager  # noqa: PLC0415
    from matplotlib.ft2font import FT2Font  # noqa: PLC0415

    fallback = font_manager.findfont("DejaVu Sans")
    return frozenset(FT2Font(str(_font_file())).get_charmap()) | frozenset(FT2Font(fallback).get_charmap())
