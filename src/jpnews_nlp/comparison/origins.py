"""How many independent origins a group of claims has: the same words in two articles are one origin."""

from __future__ import annotations

import itertools
import unicodedata
from collections.abc import Sequence

from jpnews_nlp.model.claim import Claim

# Two outlets that write on their own rarely share nine tenths of the characters of a clause this long.
COPIED = 0.9
LONG_ENOUGH = 12
DIGITS = str.maketrans("〇一二三四五六七八九", "0123456789")


def count_origins(claims: Sequence[Claim]) -> int:
    """The number of articles among the claims, near-verbatim copies counted once.

    Two claims are copies when the Dice coefficient of their character bigrams, width and digits unified, is at least
    `COPIED` and both are at least `LONG_ENOUGH` code points long.
    """
    by_article: dict[str, list[frozenset[str]]] = {}
    for claim in claims:
        by_article.setdefault(claim.article, []).append(_bigrams(claim.text))
    origins: list[list[frozenset[str]]] = []
    for told in by_article.values():
        known = next((o for o in origins if any(_copied(x, y) for x in told for y in o)), None)
        if known is None:
            origins.append(list(told))
        else:
            known.extend(told)
    return len(origins)


def _bigrams(text: str) -> frozenset[str]:
    plain = unicodedata.normalize("NFKC", text).translate(DIGITS)
    return frozenset(a + b for a, b in itertools.pairwise(plain)) if len(plain) >= LONG_ENOUGH else frozenset()


def _copied(x: frozenset[str], y: frozenset[str]) -> bool:
    return bool(x and y) and 2 * len(x & y) / (len(x) + len(y)) >= COPIED
