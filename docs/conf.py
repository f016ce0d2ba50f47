"""The documentation: `sphinx-build -W docs site`, with the extra `docs`. Nothing is fetched, nor by the pages."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Any

from jpnews_nlp import __version__

sys.path.insert(0, str(Path(__file__).parent / "_ext"))

project = "jpnews_nlp"
author = "The jpnews_nlp authors"
project_copyright = "The jpnews_nlp authors"
version = release = __version__

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon", "rule_table"]
myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3
exclude_patterns = ["_build"]
default_role = "code"
napoleon_google_docstring = True
napoleon_numpy_docstring = False
napoleon_use_ivar = True
napoleon_custom_sections = [("Columns", "params_style")]
autodoc_member_order = "bysource"
autodoc_typehints = "description"
autodoc_typehints_description_target = "documented"
autodoc_class_signature = "separated"

html_theme = "furo"
html_title = f"jpnews_nlp {version}"
html_static_path = ["_static"]
html_css_files = ["site.css"]
html_search_language = "ja"
html_search_options = {"type": "sphinx.search.ja.DefaultSplitter"}
html_show_sourcelink = False
html_copy_source = False
html_theme_options = {
    "light_css_variables": {"color-brand-primary": "#2b4a6f", "color-brand-content": "#1a5fb4"},
    "dark_css_variables": {"color-brand-primary": "#a8c5e8", "color-brand-content": "#93c2f7"},
}

FENCE = re.compile(r"^\s*```(\w*)\s*$")


def fences(_app: object, _what: str, _name: str, _obj: object, _options: object, lines: list[str]) -> None:
    """The fenced blocks of our docstrings as literal blocks of reStructuredText."""
    found: list[str] = []
    inside = False
    for line in lines:
        if FENCE.match(line):
            inside = not inside
            found += ["::", ""] if inside else [""]
        else:
            found.append(f"    {line}" if inside and line.strip() else line)
    lines[:] = found


def setup(app: Any) -> None:
    """Sphinx calls this when it starts."""
    app.connect("autodoc-process-docstring", fences, priority=100)
