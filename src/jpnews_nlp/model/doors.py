"""The convenience methods of the records (`Article.from_file`, `_repr_html_`, `to_frame`) that need a higher room.

This is the only file in the tree that looks upwards: it imports when called, and the import contract names it as its
one exception. Everything else in `model` knows the standard library alone.
"""

from __future__ import annotations

from os import PathLike
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas

    from jpnews_nlp.model.analysis import Analysis
    from jpnews_nlp.model.article import Article
    from jpnews_nlp.model.comparison import Comparison


def read_article(path: str | PathLike[str]) -> Article:
    """See `jpnews_nlp.reading.files.read_article`."""
    from jpnews_nlp.reading import files

    return files.read_article(path)


def analysis_html(analysis: Analysis) -> str:
    """See `jpnews_nlp.render.notebook.analysis_html`."""
    from jpnews_nlp.render import notebook

    return notebook.analysis_html(analysis)


def comparison_html(comparison: Comparison) -> str:
    """See `jpnews_nlp.render.notebook.comparison_html`."""
    from jpnews_nlp.render import notebook

    return notebook.comparison_html(comparison)


def analysis_frame(analysis: Analysis) -> pandas.DataFrame:
    """See `jpnews_nlp.render.tables.analysis_frame`."""
    from jpnews_nlp.render import tables

    return tables.analysis_frame(analysis)


def comparison_frame(comparison: Comparison) -> pandas.DataFrame:
    """See `jpnews_nlp.render.tables.comparison_frame`."""
    from jpnews_nlp.render import tables

    return tables.comparison_frame(comparison)
