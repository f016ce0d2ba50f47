"""An engine whose parses are kept on disk, by the content of the article and the versions of the engine."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from os import PathLike, fspath
from typing import TYPE_CHECKING

from jpnews_nlp.engines.parse_columns import VERSION, from_columns, to_columns
from jpnews_nlp.engines.parse_files import ParseFiles
from jpnews_nlp.model.article import Article
from jpnews_nlp.model.parse import Parse

if TYPE_CHECKING:
    from jpnews_nlp.engines import Engine

# Articles that are looked up together, so that those not found can be parsed together.
ARTICLES = 16


class CachedEngine:
    """Another engine, with its parses kept in a folder. May be shared between threads and processes.

    Args:
        engine: The engine that parses what the folder does not have.
        folder: Made when it does not exist. It grows until it is deleted.

    Raises:
        EngineError: When the folder cannot be made.
    """

    def __init__(self, engine: Engine, folder: str | PathLike[str]) -> None:
        self._engine, self._folder = engine, fspath(folder)
        self._files = ParseFiles(self._folder)

    def __reduce__(self) -> tuple[type[CachedEngine], tuple[Engine, str]]:
        return type(self), (self._engine, self._folder)

    @property
    def name(self) -> str:
        """The name of the engine that parses."""
        return self._engine.name

    @property
    def fingerprint(self) -> str:
        """What decides a parse beside the text."""
        return self._engine.fingerprint

    def parse(self, article: Article) -> Parse:
        """The parse of an article, from the folder if it is there."""
        return next(self.parse_many([article]))

    def parse_many(self, articles: Iterable[Article]) -> Iterator[Parse]:
        """The parse of each article, in order; those not in the folder are parsed together."""
        waiting: list[Article] = []
        for article in articles:
            waiting.append(article)
            if len(waiting) == ARTICLES:
                yield from self._parsed(waiting)
                waiting = []
        yield from self._parsed(waiting)

    def _parsed(self, articles: list[Article]) -> Iterator[Parse]:
        fingerprint = self.fingerprint
        keys = [_key(article, fingerprint) for article in articles]
        kept = [self._kept(key, article) for key, article in zip(keys, articles, strict=True)]
        missing = self._engine.parse_many(a for a, parse in zip(articles, kept, strict=True) if parse is None)
        for key, parse in zip(keys, kept, strict=True):
            if parse is not None:
                yield parse
            else:
                made = next(missing)
                self._files.set(key, to_columns(made))
                yield made

    def _kept(self, key: str, article: Article) -> Parse | None:
        columns = self._files.get(key)
        if columns is None:
            return None
        try:
            return from_columns(columns, article.text)
        except (ValueError, TypeError, KeyError, IndexError):
            return None


def _key(article: Article, fingerprint: str) -> str:
    """A digest of all that decides the parse: the text, its blocks, the engine."""
    blocks = [[b.start, b.end, b.is_content] for b in article.blocks]
    decides = json.dumps([VERSION, fingerprint, article.text, blocks])
    return hashlib.sha256(decides.encode("ascii")).hexdigest()
