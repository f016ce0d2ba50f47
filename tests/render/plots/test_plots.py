"""Every plot is drawn, says what the records say, and shows no glyph as a box."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from matplotlib.text import Text
from tests.render.records import analysis, comparison, hostile_analysis, hostile_comparison

from jpnews_nlp import Analysis, Article, Comparison, Pipeline, PlotError
from jpnews_nlp.model.entity import DateExpression, Person, Place
from jpnews_nlp.render.plots import Plot, agreement, drawing, mention_map, place_map, sources, timeline
from jpnews_nlp.render.plots.agreement import counts
from jpnews_nlp.render.plots.articles import told
from jpnews_nlp.render.plots.place_map import found_spots, westernmost

OF_ANALYSES: dict[str, Callable[..., Plot]] = {
    "timeline": timeline,
    "mention_map": mention_map,
    "place_map": place_map,
    "sources": sources,
}
PIPELINE = Pipeline(engine="mecab")


def article(name: str, body: str, published: str | None = "2031-04-05T09:00:00+09:00") -> Article:
    return Article(id=name, outlet=f"{name}新聞", body=body, published=published and datetime.fromisoformat(published))


A = PIPELINE.analyze(
    article(
        "港", "3日、神戸市で木村太郎市長が会見した。市によると、2019年の基準を満たしていたという。木村氏は否定した。"
    )
)
B = PIPELINE.analyze(
    article("灯", "木村太郎市長は4日、札幌市を訪れた。3日には神戸市にいた。", "2031-04-06T09:00:00+09:00")
)


def texts(plot: Plot) -> list[str]:
    """Everything written on the plot, outside of empty texts."""
    return [text.get_text() for text in plot.figure.findobj(Text) if text.get_text()]


def drawn(plot: Plot, tmp_path: Path, form: str = "png") -> bytes:
    plot.save(tmp_path / f"plot.{form}")
    return (tmp_path / f"plot.{form}").read_bytes()


@pytest.mark.parametrize("name", OF_ANALYSES)
@pytest.mark.parametrize("lang", ["ja", "en"])
def test_a_plot_of_analyses_is_drawn_in_both_languages(name: str, lang: str, tmp_path: Path) -> None:
    plot = OF_ANALYSES[name]([A, B], lang=lang)
    assert plot.name == name
    assert drawn(plot, tmp_path).startswith(b"\x89PNG")
    assert {"A 港新聞", "B 灯新聞"} & set(texts(plot)) or name == "place_map"
    assert plot.title.isascii() == (lang == "en")


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_agreement_is_drawn_in_both_languages(lang: str, tmp_path: Path) -> None:
    assert drawn(agreement(comparison(), lang=lang), tmp_path).startswith(b"\x89PNG")


ODD = "北京🎉서울ไทย ܐ\U0001f1ef\U0001f1f5 髙﨑𠮷野家 $x^2$ \x1b[31m \u202e\ud800"


def test_no_glyph_is_missing_and_nothing_is_read_as_a_formula(tmp_path: Path) -> None:
    """A missing glyph is a warning of matplotlib, and warnings are errors here."""
    odd = replace(
        A,
        article=replace(A.article, outlet=ODD),
        entities=(
            Person(start=0, end=1, text=ODD, canonical=ODD, source="x"),
            Place(start=0, end=1, text=ODD, canonical=ODD, source="x", latitude=35.0, longitude=135.0),
        ),
        claims=tuple(replace(claim, speaker=ODD) for claim in A.claims),
    )
    for make in OF_ANALYSES.values():
        for each in (odd, hostile_analysis()):
            drawn(make([each]), tmp_path)
    drawn(agreement(hostile_comparison()), tmp_path)
    assert drawing.written("京🎉서", 9) == "京〓〓"
    assert drawing.written("$x^2$") == "$x^2$"


def test_a_picture_has_a_glyph_of_the_shipped_font_for_every_character() -> None:
    from matplotlib.ft2font import FT2Font

    glyphs = FT2Font(str(drawing._font_file())).get_charmap()
    for plot in (timeline([A, B]), mention_map([A, B]), place_map([A, B]), sources([A, B]), agreement(comparison())):
        assert {char for text in texts(plot) for char in text if ord(char) not in glyphs} <= {"\n"}
        assert all(text.get_fontname() == "IPAexGothic" for text in plot.figure.findobj(Text) if text.get_text())


@pytest.mark.parametrize("form", ["png", "svg", "pdf"])
def test_same_records_same_bytes(form: str, tmp_path: Path) -> None:
    assert drawn(timeline([A, B]), tmp_path, form) == drawn(timeline([B, A]), tmp_path, form)


def test_a_notebook_shows_the_picture() -> None:
    assert timeline([A])._repr_png_().startswith(b"\x89PNG")
    assert repr(timeline([A])) == "<Plot timeline: 記事が挙げる日付>"


def test_settings_of_matplotlib_stay_as_they_are() -> None:
    import matplotlib

    before = dict(matplotlib.rcParams)
    timeline([A])._repr_png_()
    assert dict(matplotlib.rcParams) == before


@pytest.mark.parametrize("name", ["plot.gif", "plot", "nowhere/plot.png"])
def test_a_file_that_cannot_be_written_is_named(name: str, tmp_path: Path) -> None:
    with pytest.raises(PlotError, match="plot"):
        timeline([A]).save(tmp_path / name)


@pytest.mark.parametrize("make", OF_ANALYSES.values(), ids=OF_ANALYSES)
def test_nothing_to_draw_is_an_error_that_says_so(make: Callable[..., Plot]) -> None:
    with pytest.raises(PlotError, match="at least one analysis"):
        make([])


def test_a_comparison_of_nothing_cannot_be_drawn() -> None:
    with pytest.raises(PlotError, match="no article"):
        agreement(Comparison(articles=(), events=(), groups=()))


@pytest.mark.parametrize("make", OF_ANALYSES.values(), ids=OF_ANALYSES)
def test_an_article_without_findings_is_drawn_all_the_same(make: Callable[..., Plot], tmp_path: Path) -> None:
    empty = Analysis(article=article("空", "…", published=None), entities=(), claims=())
    drawn(make([empty]), tmp_path)
    drawn(make([empty, A]), tmp_path)


def test_timeline_has_a_column_for_every_date_and_counts_the_mentions() -> None:
    plot = timeline([B, A])
    axes = plot.figure.axes[0]
    assert [tick.get_text() for tick in axes.get_xticklabels()] == [
        "2019",
        "2031-04-03",
        "2031-04-04",
        "2031-04-05",
        "2031-04-06",
    ]
    assert [tick.get_text() for tick in axes.get_yticklabels()] == ["A 港新聞", "B 灯新聞"]
    assert "12年" in texts(plot)


def test_timeline_keeps_the_dates_named_most() -> None:
    day = DateExpression(start=0, end=1, text="日", canonical="2031-04-01", value="2031-04-01", source="x")
    days = [replace(day, value=f"2031-03-{n:02}") for n in range(1, 31)] + [replace(day, value="2031-03-09")]
    plot = timeline([replace(A, entities=tuple(days))], most=2)
    assert [t.get_text() for t in plot.figure.axes[0].get_xticklabels()] == ["2031-03-01", "2031-03-09", "2031-04-05"]


def test_mention_map_names_what_most_articles_name_first() -> None:
    plot = mention_map([A, B])
    names = [tick.get_text() for tick in plot.figure.axes[0].get_yticklabels()]
    assert names == ["木村太郎", "兵庫県神戸市", "北海道札幌市"]
    assert plot.figure.axes[0].images[0].get_array().tolist() == [[2, 1], [1, 1], [0, 1]]


def test_mention_map_shows_the_kinds_asked_for() -> None:
    assert "木村太郎" not in texts(mention_map([A, B], kinds=["place"]))


def test_spots_are_the_places_with_coordinates() -> None:
    spots = found_spots(told([A, B]))
    assert [(spot.name, spot.mentions, spot.articles) for spot in spots] == [("神戸市", 2, 2), ("札幌市", 1, 1)]


@pytest.mark.parametrize(
    ("longitudes", "west"),
    [([139.7], 139.7), ([130.0, 140.0], 130.0), ([139.7, -149.9, 37.6], 37.6), ([-170.0, 170.0], 170.0)],
)
def test_a_map_begins_where_the_widest_gap_ends(longitudes: list[float], west: float) -> None:
    assert westernmost(longitudes) == west


WARDS = "千代田区 新宿区 文京区 台東区 墨田区 江東区 品川区 目黒区 渋谷区 中野区 杉並区".split(" ")  # noqa: SIM905


def test_places_in_one_spot_keep_their_names_apart(tmp_path: Path) -> None:
    town = Place(start=0, end=1, text="x", canonical="x", source="x")
    near = tuple(replace(town, text=ward) for ward in WARDS)
    plot = place_map([replace(A, entities=near)])
    drawn(plot, tmp_path)
    notes = [text for text in plot.figure.axes[0].texts if "区" in text.get_text()]
    boxes = [Text.get_window_extent(note) for note in notes]
    assert len(notes) >= 7
    assert [(a, b) for n, a in enumerate(boxes) for b in boxes[:n] if a.overlaps(b)] == []


def test_agreement_counts_a_group_once_by_its_gravest_link() -> None:
    pairs, alone = counts(comparison())
    ids = [a.id for a in comparison().articles]
    shared = [group for group in comparison().groups if {ids[0], ids[1]} <= {c.article for c in group.claims}]
    assert pairs[ids[0], ids[1]] == pairs[ids[1], ids[0]]
    assert pairs[ids[0], ids[1]].total() == len(shared)
    assert alone.total() == sum(group.verdict == "single" for group in comparison().groups)


def test_sources_show_who_is_cited() -> None:
    assert {"県警", "佐伯真一社長"} <= set(texts(sources([analysis()])))


def test_many_articles_are_called_by_their_letters_where_there_is_no_room() -> None:
    many = [replace(A, article=replace(A.article, id=f"{n}", outlet=f"とても長い名前の新聞{n}")) for n in range(9)]
    heads = [tick.get_text() for tick in sources(many).figure.axes[1].get_xticklabels()]
    assert heads == list("ABCDEFGHI")


@pytest.mark.parametrize("missing", ["matplotlib", "matplotlib_fontja"])
def test_without_the_extra_the_error_names_the_line_that_brings_it(missing: str, monkeypatch: Any) -> None:
    find = importlib.util.find_spec
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None if name == missing else find(name))
    monkeypatch.setitem(sys.modules, missing, None)
    drawing._font_file.cache_clear()
    try:
        with pytest.raises(PlotError, match=r"pip install \"jpnews-nlp\[plots\]\""):
            timeline([A])
    finally:
        drawing._font_file.cache_clear()


def test_plots_are_imported_without_matplotlib() -> None:
    code = "import sys, jpnews_nlp.render.plots; print('matplotlib' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"
