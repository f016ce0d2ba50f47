"""Bundled events: articles by invented outlets, written for this package, with gold links and a short script each.

The summit of Anchorage took place; the other events are invented like the outlets.

An example is a folder here with `example.json` (title, summary, the articles' files and outlets), `articles/`,
`gold.json` and `compare.py`. Its name is the folder's with hyphens.
"""

from __future__ import annotations

import json
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from jpnews_nlp.errors import ExampleError
from jpnews_nlp.model.article import Article

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

MANIFEST = "example.json"


def example_names() -> tuple[str, ...]:
    """The names of the bundled examples, sorted.

    Example:
        >>> example_names()
        ('alaska-summit', 'entry-fee', 'heater-recall', 'hita-quake')
    """
    folders = files(__name__).iterdir()
    return tuple(sorted(f.name.replace("_", "-") for f in folders if f.is_dir() and (f / MANIFEST).is_file()))


def load_example(name: str) -> tuple[Article, ...]:
    """The articles of a bundled example as they would be read from files: raw text, page furniture included.

    Args:
        name: One of `example_names()`.

    Returns:
        The articles in the order of the manifest. The id is the file's name; `published` is left to the pipeline, which
        reads it from the text.

    Raises:
        ExampleError: When there is no such example; the message lists the known ones.

    Example:
        >>> [article.outlet for article in load_example("alaska-summit")]
        ['北洋放送', '暁光新聞', 'せかい便り']
    """
    folder = _folder(name)
    return tuple(
        Article(id=entry["file"], body=_text(folder / "articles" / entry["file"]), outlet=entry["outlet"])
        for entry in _json(folder / MANIFEST)["articles"]
    )


def example_summary(name: str, lang: str = "ja") -> str:
    """What happened and how the outlets differ, in two or three sentences.

    Raises:
        ExampleError: When there is no such example, or no summary in that language.
    """
    summaries: dict[str, str] = _json(_folder(name) / MANIFEST)["summary"]
    if lang not in summaries:
        raise ExampleError(f"example {name!r} has no summary in {lang!r}; it has: {', '.join(summaries)}")
    return summaries[lang]


def load_gold(name: str) -> dict[str, Any]:
    """The annotated links between the articles and the attributions in them, as the example's `gold.json` has them.

    Returns:
        `pairs`, each with `a` and `b` (article ids), `links`, `also` and `traps`, and `attributions`. A quote occurs
        once in its article's text. Most have `wire` (who prints the same wire copy), `claims` (of each article) and
        `singles` (the claims in no link), too.

    Raises:
        ExampleError: When there is no such example; the message lists the known ones.
    """
    gold: dict[str, Any] = _json(_folder(name) / "gold.json")
    return gold


def _folder(name: str) -> Traversable:
    known = example_names()
    if name not in known:  # the name never becomes a path before it is a known one
        raise ExampleError(f"no example {name!r}; known: {', '.join(known)}")
    return files(__name__) / name.replace("-", "_")


def _json(file: Traversable) -> Any:
    return json.loads(_text(file))


def _text(file: Traversable) -> str:
    # Bytes, because text mode would turn \r\n into \n and move every offset.
    return file.read_bytes().decode("utf-8")
