"""What `import jpnews_nlp` offers, and what it must not load."""

from __future__ import annotations

import subprocess
import sys
import types
from importlib.metadata import version

import pytest

import jpnews_nlp

HEAVY = ("spacy", "ginza", "fugashi", "pandas", "numpy", "jinja2", "rich", "typer", "trafilatura", "charset_normalizer")


def test_all_is_sorted_and_without_repetition() -> None:
    assert jpnews_nlp.__all__ == sorted(set(jpnews_nlp.__all__))


def test_all_names_every_public_name_and_no_other() -> None:
    public = {n for n, v in vars(jpnews_nlp).items() if not n.startswith("_") and not isinstance(v, types.ModuleType)}
    # A function may share its name with a module of the package; what the package shows must then be the function.
    assert public | {"__version__"} == set(jpnews_nlp.__all__)


@pytest.mark.parametrize("name", [n for n in jpnews_nlp.__all__ if n != "__version__"])
def test_every_name_is_documented(name: str) -> None:
    assert (getattr(jpnews_nlp, name).__doc__ or "").strip()


def test_the_version_is_that_of_the_distribution() -> None:
    assert jpnews_nlp.__version__ == version("jpnews-nlp")


def test_the_import_loads_no_engine_and_no_heavy_library() -> None:
    code = f"import sys, jpnews_nlp; print(*[m for m in {HEAVY!r} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []
