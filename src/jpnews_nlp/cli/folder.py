"""A folder of articles, read file by file so that one bad file does not stop the rest."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from jpnews_nlp.errors import ArticleError
from jpnews_nlp.model.article import Article
from jpnews_nlp.reading.files import SUFFIXES, load_articles


def read_folder(folder: Path) -> tuple[tuple[Article, ...], tuple[str, ...]]:
    """The articles of a folder and all below it, and what is wrong with the files that could not be read.

    Where an id comes twice, the later article gets the path of its file before it.
    """
    articles: dict[str, Article] = {}
    problems: list[str] = []
    for file in _files(folder):
        try:
            found = load_articles(file)
        except ArticleError as error:
            problems.append(str(error))
            continue
        for article in found:
            known = article.id in articles
            unique = replace(article, id=f"{file.relative_to(folder).as_posix()}:{article.id}") if known else article
            if unique.id in articles:
                problems.append(f"{file}: the id {article.id!r} comes more than once; the first one is kept")
            else:
                articles[unique.id] = unique
    return tuple(articles.values()), tuple(problems)


def _files(folder: Path) -> list[Path]:
    if not folder.is_dir():
        raise ArticleError(f"{folder}: {'is no folder' if folder.exists() else 'there is no such folder'}")
    files = sorted(file for file in folder.rglob("*") if file.suffix.lower() in SUFFIXES and file.is_file())
    shown = [file for file in files if not any(part.startswith(".") for part in file.relative_to(folder).parts)]
    if not shown:
        raise ArticleError(f"{folder}: holds no article; a file that ends in {', '.join(SUFFIXES)} is needed")
    return shown
