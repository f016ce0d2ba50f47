"""Who is who: short names join the one full name they can stand for."""

from __future__ import annotations

import re
from collections import Counter

from jpnews_nlp.entities.identity_forms import ShortForms, usual_spellings
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
    here, anywhere = ShortForms(own, short_forms, spelling), ShortForms(everywhere, short_forms, spelling)
    return {name: spelling[here.only(name) or anywhere.only(name) or name] for name in own}


def short_forms(full: str) -> set[str]:
    """The keys of what a full name can be shortened to: a family name, a given name, parts of a foreign name.

    Example:
        >>> sorted(short_forms("菅義偉"))
        ['菅', '菅義']
        >>> sorted(short_forms("ウラジーミル・プーチン"))
        ['ウラジミル', 'プチン']
    """
    parts = [part for part in _PARTS.split(full) if part]
    if len(parts) > 1:
        forms = {spelling_key(part) for part in (parts[0], parts[-1], "".join(parts[-2:]), parts[0] + parts[-1])}
        return forms - {spelling_key(full)}
    if _KATAKANA_ONLY.fullmatch(full) or len(full) < 3:
        return set()
    family = {full[:i] for i in range(max(1, len(full) - MAX_GIVEN), len(full))}
    given = {full[i:] for i in range(1, min(3, len(full) - 2) + 1)} if len(full) > 3 else set()
    return {spelling_key(form) for form in family | given}
