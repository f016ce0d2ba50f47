"""How many independent origins a group of claims has: the same words in two articles are one origin."""

from __future__ import annotations

import itertools
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache

from jpnews_nlp.model.claim import Claim

# Two outlets that write on their own rarely share nine tenths of the characters of a clause this long.
COPIED = 0.9
LONG_ENOUGH = 12
# So many clauses word for word show that two articles print one text.
ENOUGH = 2
DIGITS = str.maketrans("〇一二三四五六七八九", "0123456789")


def find_copies(claims_of: Sequence[Sequence[Claim]], pairs: Iterable[tuple[int, int]]) -> frozenset[frozenset[str]]:
    """The pairs of articles, by their ids, that print the same text: `ENOUGH` clauses word for word.

    Args:
        claims_of: The claims of each article.
        pairs: The pairs to look at, by position.
    """
    long = [_long(claims) for claims in claims_of]
    copies = ((i, j) for i, j in pairs if len(long[i] & long[j]) >= ENOUGH)
    return frozenset(frozenset((claims_of[i][0].article, claims_of[j][0].article)) for i, j in copies)


def count_origins(claims: Sequence[Claim], copies: frozenset[frozenset[str]] = frozenset()) -> int:
    """The number of articles among the claims, near-verbatim copies counted once.

    Two claims are copies when the Dice coefficient of their character bigrams, width and digits unified, is at least
    `COPIED` and both are at least `LONG_ENOUGH` code points long; between articles that print the same text anyway
    (`copies`) a short clause counts too.
    """
    by_article: dict[str, list[Claim]] = {}
    for claim in claims:
        by_article.setdefault(claim.article, []).append(claim)
    origins: list[list[Claim]] = []
    for told in by_article.values():
        known = next((o for o in origins if any(_copied(x, y, copies) for x in told for y in o)), None)
        if known is None:
            origins.append(list(told))
        else:
            known.extend(told)
    return len(origins)


def _copied(a: Claim, b: Claim, copies: frozenset[frozenset[str]]) -> bool:
    long_enough = min(len(a.text), len(b.text)) >= LONG_ENOUGH or frozenset((a.article, b.article)) in copies
    x, y = _bigrams(a.text), _bigrams(b.text)
    return long_enough and bool(x and y) and 2 * len(x & y) / (len(x) + len(y)) >= COPIED


def _long(claims: Sequence[Claim]) -> frozenset[str]:
    """The claims long enough to show a copy, width and digits unified."""
    return frozenset(_plain(c.text) for c in claims if len(c.text) >= LONG_ENOUGH)


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).translate(DIGITS)


@lru_cache(maxsize=4096)
def _bigrams(text: str) -> frozenset[str]:
    return frozenset(a + b for a, b in itertools.pairwise(_plain(text)))
