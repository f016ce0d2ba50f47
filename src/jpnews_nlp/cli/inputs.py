"""The articles of a command line, read so that one bad file or row does not stop the rest."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import typer

from jpnews_nlp.errors import ArticleError
from jpnews_nlp.model.article import Article
from jpnews_nlp.reading.copies import find_copies
from jpnews_nlp.reading.files import load_articles
from jpnews_nlp.reading.records import FIELDS


@dataclass(frozen=True, slots=True, kw_only=True)
class Inputs:
    """What was read, and what there is to say about it.

    Attributes:
        articles: Those that could be read.
        problems: A line for each file or row that could not be read.
        notes: A line for each set of articles with the same text, and for each path given more than once.
    """

    articles: tuple[Article, ...]
    problems: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


def read_inputs(paths: Sequence[str], columns: Mapping[str, str]) -> Inputs:
    """The articles of files, folders, patterns and stdin.

    Raises:
        ArticleError: When a named file is missing or of an unknown kind, or a folder holds no article.
    """
    errors: list[ArticleError] = []
    articles = load_articles(*paths, columns=columns, on_error=errors.append)
    twice = [f"{path}: given more than once, read once" for path, times in Counter(paths).items() if times > 1]
    copies = [f"the same text: {', '.join(ids)}" for ids in find_copies(articles)]
    return Inputs(articles=articles, problems=tuple(map(str, errors)), notes=(*twice, *copies))


def column_map(options: Sequence[str]) -> dict[str, str]:
    """The column map of `--column FIELD=NAME` options."""
    columns = {}
    for option in options:
        field, equals, name = option.partition("=")
        if not equals or not name or field not in FIELDS:
            wanted = "FIELD=NAME, with one of the fields " + ", ".join(FIELDS)
            raise typer.BadParameter(f"--column {option!r}; {wanted} is needed")
        columns[field] = name
    return columns
