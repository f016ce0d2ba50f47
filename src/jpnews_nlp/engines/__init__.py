"""Text to parses: sentences, MeCab tokens, GiNZA syntax. Foreign objects stop here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol

from jpnews_nlp.engines.ginza import GinzaEngine
from jpnews_nlp.engines.mecab import MecabEngine
from jpnews_nlp.engines.user_words import UserWords
from jpnews_nlp.errors import EngineError
from jpnews_nlp.model.article import Article
from jpnews_nlp.model.parse import Parse


class Engine(Protocol):
    """What a pipeline needs of an engine."""

    @property
    def name(self) -> str:
        """The engine's name, as the user gives it."""
        ...

    @property
    def fingerprint(self) -> str:
        """What decides a parse beside the text: versions of engine and dictionary, options, the user's words."""
        ...

    def parse(self, article: Article) -> Parse:
        """Sentences and tokens of an article, and syntax where the engine has it."""
        ...

    def parse_many(self, articles: Iterable[Article]) -> Iterator[Parse]:
        """The parse of each article, in order: the same as `parse` gives, in less time where the engine can."""
        ...


def load_engine(name: str, words: UserWords | None = None) -> Engine:
    """The engine called `name`, with the user's own words; nothing heavy is loaded before its first article.

    Raises:
        EngineError: When there is no engine of that name.
    """
    if name == "ginza":
        return GinzaEngine(words)
    if name == "mecab":
        return MecabEngine(words)
    raise EngineError(f"unknown engine {name!r}; known: ginza, mecab")
