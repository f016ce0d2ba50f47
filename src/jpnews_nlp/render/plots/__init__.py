"""Pictures of what the articles tell, with matplotlib: `pip install "jpnews-nlp[plots]"`.

`timeline`, `mention_map`, `place_map` and `sources` take analyses; `agreement` takes a comparison. Each gives a
`Plot`, which shows itself in a notebook and saves itself as PNG, SVG or PDF. Japanese is set in a font that comes with
the extra, so that it looks the same on every machine; nothing is looked for in the system or in the net, and no setting
of matplotlib is changed. matplotlib is loaded when a plot is drawn, not before.

Example:
    >>> from jpnews_nlp import Pipeline, load_example
    >>> from jpnews_nlp.render import plots
    >>> pipeline = Pipeline(engine="mecab")
    >>> plots.timeline([pipeline.analyze(article) for article in load_example("hita-quake")])
    <Plot timeline: 記事が挙げる日付>
"""

from jpnews_nlp.render.plots.agreement import agreement
from jpnews_nlp.render.plots.drawing import Plot
from jpnews_nlp.render.plots.mention_map import mention_map
from jpnews_nlp.render.plots.place_map import place_map
from jpnews_nlp.render.plots.sources import sources
from jpnews_nlp.render.plots.timeline import timeline

__all__ = ["Plot", "agreement", "mention_map", "place_map", "sources", "timeline"]
