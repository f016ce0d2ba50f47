"""What is refused in one clear line rather than tried: memory or patience would go first.

Each limit is far beyond what news needs, and `docs/robustness.md` tells what it costs to reach it. There is no clock
among them, so that what is refused on one machine is refused on every other.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeVar

from jpnews_nlp.errors import ArticleError
from jpnews_nlp.model.analysis import Analysis
from jpnews_nlp.model.article import Article

One = TypeVar("One", bound=Article | Analysis)

LARGEST_FILE = 1_000_000_000
"""Bytes of one file of many articles read at once; `jpnews corpus` reads larger ones line by line."""
LARGEST_ARTICLE = 20_000_000
"""Bytes of one text or page, its markup included."""
LONGEST_TEXT = 1_000_000
"""Characters of one article's text: a long novel."""
MOST_ARTICLES = 10_000
"""Articles of one comparison."""
MOST_CHARACTERS = 10_000_000
"""Characters of all articles of one comparison."""
MOST_PAIRS = 20_000_000
"""Pairs that the claims of two articles make; two articles of a hundred claims make 10,000."""


def check_bytes(size: int, most: int, name: str) -> None:
    """Refuse a file before it is read.

    Raises:
        ArticleError: When it has more bytes than `most`.
    """
    if size > most:
        raise ArticleError(
            f"{name}: more than {most} bytes; an article of at most as many is needed, or several in a .jsonl file "
            "for jpnews corpus"
        )


def check_length(article_id: str, length: int) -> None:
    """Refuse an article whose text is too long.

    Raises:
        ArticleError: When it is longer than `LONGEST_TEXT`.

    Example:
        >>> check_length("a.txt", 2_000_000)
        Traceback (most recent call last):
        jpnews_nlp.errors.ArticleError: a.txt: 2000000 characters; an article of at most 1000000 is needed, or several
    """
    if length > LONGEST_TEXT:
        raise ArticleError(
            f"{article_id}: {length} characters; an article of at most {LONGEST_TEXT} is needed, or several"
        )


def check_together(articles: Iterable[One]) -> Iterator[One]:
    """The articles of one comparison, as they come.

    Raises:
        ArticleError: At the first article that is too many, or too much with those before it.
    """
    characters = 0
    for number, one in enumerate(articles, 1):
        characters += len((one.article if isinstance(one, Analysis) else one).text)
        if number > MOST_ARTICLES or characters > MOST_CHARACTERS:
            raise ArticleError(
                f"more than {MOST_ARTICLES} articles or {MOST_CHARACTERS} characters in one comparison; "
                "compare fewer, or put them together with: jpnews corpus"
            )
        yield one


def check_pairs(ids: tuple[str, str], claims: tuple[int, int]) -> None:
    """Refuse two articles whose claims make too many pairs.

    Raises:
        ArticleError: When they make more than `MOST_PAIRS`.
    """
    if claims[0] * claims[1] > MOST_PAIRS:
        raise ArticleError(
            f"{ids[0]} and {ids[1]}: {claims[0]} and {claims[1]} claims make more than {MOST_PAIRS} pairs; "
            "are they articles? Compare parts of them"
        )
