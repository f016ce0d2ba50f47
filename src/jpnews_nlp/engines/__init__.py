"""Text to parses: sentences, MeCab tokens, GiNZA syntax. Foreign objects stop here."""

from __future__ import annotations

from typing import Protocol

from jpnews_nlp.engines.ginza import GinzaEngine
from jpnews_nlp.engines.mecab import MecabEngine
from jpnews_nlp.errors import EngineError
from jpnews_nlp.model.article import Article
from jpnews_nlp.model.parse import Parse


class Engine(Protocol):
    """What a pipeline needs of an engine."""

    @property
    def name(self) -> str:
        """The engine's name, as the user gives it."""
        ...

    def parse(self, article: Article) -> Parse:
        """Sentences and tokens of an article, and syntax where the engine has it."""
        ...


def load_engine(name: str) -> Engine:
    """The engine called `name`; nothing heavy is loaded before its first article.

    Raises:
        EngineError: When there is no engine of that name.
    """
    if name == "ginza":
        return GinzaEngine()
    if name == "mecab":
        return MecabEngine()
    raise EngineError(f"unknown engine {name!r}; known: ginza, mecab")
