"""From short forms to the full names they can stand for, over all names of a pool at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from jpnews_nlp.entities.names_spelling import spelling_key


def usual_spellings(names: Mapping[str, int]) -> dict[str, str]:
    """Every name to the most frequent spelling with its key; then the longest, then the first by code point."""
    by_key: dict[str, list[str]] = {}
    for name in sorted(names):
        by_key.setdefault(spelling_key(name), []).append(name)
    usual = {key: min(forms, key=lambda f: (-names[f], -len(f), f)) for key, forms in by_key.items()}
    return {name: usual[spelling_key(name)] for name in names}


# What is longer is a list or a mistake, and its short forms are as many as its characters.
LONGEST_NAME = 60


class ShortForms:
    """Which full names of a pool a short form can stand for.

    Args:
        pool: The names in play.
        short_forms: The keys of all short forms of a full name.
        spelling: Every name to its usual spelling.
    """

    def __init__(
        self, pool: Iterable[str], short_forms: Callable[[str], set[str]], spelling: Mapping[str, str]
    ) -> None:
        self._short_forms = short_forms
        self._fulls: dict[str, set[str]] = {}
        for full in pool:
            for key in short_forms(full) if len(full) <= LONGEST_NAME else ():
                self._fulls.setdefault(key, set()).add(spelling[full])

    def only(self, name: str) -> str | None:
        """The one full name that `name` can stand for, the fullest of a row; None when none or several fit."""
        fulls = self._fulls.get(spelling_key(name), set())
        if len(fulls) > 1:
            shorter = {key for full in fulls for key in self._short_forms(full)}
            fulls = {full for full in fulls if spelling_key(full) not in shorter}
        return next(iter(fulls)) if len(fulls) == 1 else None
