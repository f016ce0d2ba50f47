"""Who is who: short names join the one full name they can stand for."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping

from jpnews_nlp.entities.names_spelling import spelling_key

MAX_GIVEN = 4
_PARTS = re.compile(r"[・･=＝゠ 　]")
_KATAKANA_ONLY = re.compile(r"[ァ-ヴー・･=＝゠]+")


def canonical_people(own: Counter[str], everywhere: Counter[str]) -> dict[str, str]:
    """The canonical form of each name of one article.

    A short name joins a full name of its own article when exactly one fits, else of all articles when exactly one
    fits; otherwise it stays by itself. Spellings of one full name share the most frequent one.

    Args:
        own: The names of the article with their counts.
        everywhere: The names of all articles in play.

    Example:
        >>> names = Counter(["菅義偉", "菅", "佐藤太郎", "佐藤花子", "佐藤"])
        >>> canonical_people(names, names)["菅"], canonical_people(names, names)["佐藤"]
        ('菅義偉', '佐藤')
    """
    spelling = usual_spellings(everywhere)
    found = {}
    for name in own:
        full = _one_full(name, own, spelling) or _one_full(name, everywhere, spelling) or name
        found[name] = spelling[full]
    return found


def usual_spellings(names: Mapping[str, int]) -> dict[str, str]:
    """Every name to the most frequent spelling with its key; then the longest, then the first by code point."""
    by_key: dict[str, list[str]] = {}
    for name in sorted(names):
        by_key.setdefault(spelling_key(name), []).append(name)
    usual = {key: min(forms, key=lambda f: (-names[f], -len(f), f)) for key, forms in by_key.items()}
    return {name: usual[spelling_key(name)] for name in names}


def _one_full(name: str, pool: Collection[str], spelling: Mapping[str, str]) -> str | None:
    """The one full name in `pool` that `name` can be short for; None when none or several fit."""
    fulls = {spelling[full] for full in pool if extends(full, name)}
    fullest = {f for f in fulls if not any(f != g and extends(g, f) for g in fulls)}
    return next(iter(fullest)) if len(fullest) == 1 else None


def extends(full: str, short: str) -> bool:
    """Whether `full` is a full name that `short` can stand for.

    Example:
        >>> extends("菅義偉", "菅"), extends("ウラジーミル・プーチン", "プーチン"), extends("林田", "林")
        (True, True, False)
    """
    if len(full) <= len(short):
        return False
    if parts := _PARTS.split(full)[1:]:
        keys = [spelling_key(p) for p in _PARTS.split(full)]
        return bool(parts) and spelling_key(short) in (keys[-1], keys[0], "".join(keys[-2:]))
    if _KATAKANA_ONLY.fullmatch(full):
        return False
    given = len(full) - len(short)
    if full.startswith(short):
        return given <= MAX_GIVEN and len(full) >= 3
    return full.endswith(short) and len(short) >= 2 and given <= 3 and len(full) >= 4
