"""Articles with the same text: one file saved twice, or one dispatch in two outlets."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from jpnews_nlp.model.article import Article

_UNSPOKEN = re.compile(r"[\W_]+")


def find_copies(articles: Iterable[Article]) -> tuple[tuple[str, ...], ...]:
    """The ids of articles with the same body, marks and blanks aside; sets of two and more, in order.

    Example:
        >>> told = {"a": "首相が辞任した。", "b": "後任は未定。", "c": "首相が 辞任した"}
        >>> find_copies(Article(id=name, body=body) for name, body in told.items())
        (('a', 'c'),)
    """
    told: dict[str, list[str]] = {}
    for article in articles:
        told.setdefault(_UNSPOKEN.sub("", unicodedata.normalize("NFKC", article.body)), []).append(article.id)
    return tuple(tuple(ids) for words, ids in told.items() if words and len(ids) > 1)
