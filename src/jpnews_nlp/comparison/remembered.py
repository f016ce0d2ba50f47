"""What is read of a claim is read once in a comparison, however many claims it is compared with."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import TypeVar

# More claims than 200 articles of one event make; the rest would be read again.
MOST = 16384

Function = TypeVar("Function", bound=Callable[..., object])
_remembered: list[Callable[[], None]] = []


def remembered(function: Function) -> Function:
    """Keep what the function says of each claim until `forget` is called; it must not be changed by who gets it."""
    cached = lru_cache(maxsize=MOST)(function)
    _remembered.append(cached.cache_clear)
    return cached  # type: ignore[return-value]


def forget() -> None:
    """Forget the claims, at the end of a comparison: they would stay in memory, and never come again."""
    for clear in _remembered:
        clear()
