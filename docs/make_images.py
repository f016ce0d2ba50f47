"""Draw the pictures of the documentation anew: `python docs/make_images.py CHROMIUM`.

Reports and a notebook cell are photographed in Chromium, plots are drawn; each is reduced to 256 colours, so that it
stays under 150 kB.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import Any

from PIL import Image

from jpnews_nlp import Pipeline, load_example
from jpnews_nlp.render import plots
from jpnews_nlp.render.html import comparison_report
from jpnews_nlp.render.notebook import analysis_html, comparison_html

IMAGES = Path(__file__).parent / "images"
CELL = """<!doctype html><meta charset="utf-8"><style>body { font: 14px system-ui, sans-serif; margin: 12px; }
pre { background: #f5f5f5; border: 1px solid #e0e0e0; padding: 8px 12px; margin: 0 0 10px; font: 13px monospace; }
</style>"""
INPUTS = {
    "analysis": '<pre>Pipeline(engine="mecab").analyze(load_example("hita-quake")[0])</pre>',
    "comparison": '<pre>Pipeline(engine="mecab").compare(load_example("alaska-summit"))</pre>',
}


def small(path: Path) -> None:
    """Reduce a picture to 256 colours."""
    with Image.open(path) as picture:
        picture.convert("RGB").quantize(256, dither=Image.Dither.NONE).save(path, optimize=True)
    sys.stdout.write(f"{path.name} {path.stat().st_size // 1000} kB\n")


def photographs(browser: Any, folder: Path) -> None:
    """The report in light, dark and on a phone, who leaves out what, and records in a cell."""
    quake, summit, cell_of_summit, cell_of_article = (
        folder / f"{n}.html" for n in ("quake", "summit", "cell", "article")
    )
    pipeline = Pipeline(engine="mecab")
    quake.write_text(comparison_report(pipeline.compare(load_example("hita-quake"))), encoding="utf-8")
    compared = pipeline.compare(load_example("alaska-summit"))
    summit.write_text(comparison_report(compared), encoding="utf-8")
    cell_of_summit.write_text(CELL + INPUTS["comparison"] + comparison_html(compared), encoding="utf-8")
    cell = analysis_html(pipeline.analyze(load_example("hita-quake")[0]))
    cell_of_article.write_text(CELL + INPUTS["analysis"] + cell, encoding="utf-8")
    shots = {
        "report-light": (summit, "light", 1200, 1060, None),
        "report-table": (summit, "light", 1200, 900, "#table"),
        "report-coverage": (quake, "light", 1200, 720, "#coverage"),
        "report-dark": (quake, "dark", 1200, 800, "#g1 a.evidence"),
        "report-phone": (quake, "light", 390, 780, None),
        "notebook-cell": (cell_of_summit, "light", 960, 640, None),
        "notebook-article": (cell_of_article, "light", 960, 640, None),
    }
    for name, (file, scheme, width, height, shown) in shots.items():
        page = browser.new_page(viewport={"width": width, "height": height})
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        page.goto(file.as_uri())
        if shown and shown.startswith("#g"):
            page.locator(shown).first.click()
        elif shown:
            page.locator(shown).evaluate("element => element.scrollIntoView()")
            page.evaluate("scrollBy(0, 110)")  # past the room that is left above what is scrolled to
        page.screenshot(path=IMAGES / f"{name}.png")
        page.close()
        small(IMAGES / f"{name}.png")


def drawings() -> None:
    """Every plot."""
    pipeline = Pipeline(engine="mecab")
    quake, summit = (
        [pipeline.analyze(article) for article in load_example(name)] for name in ("hita-quake", "alaska-summit")
    )
    drawn = [
        plots.timeline(summit),
        plots.mention_map(summit, most=8),
        plots.place_map(quake),
        plots.sources(quake),
        plots.agreement(pipeline.compare(quake)),
    ]
    for plot in drawn:
        path = IMAGES / f"plot-{plot.name}.png"
        plot.save(path)
        small(path)


def main() -> None:
    """Draw them all."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415

    drawings()
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = playwright.chromium.launch(executable_path=sys.argv[1], args=["--no-sandbox", "--disable-gpu"])
        photographs(browser, Path(folder))
        browser.close()


if __name__ == "__main__":
    main()
