"""Which organization: well-known ones by any of their names, a short name by the one full name that ends in it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping

from jpnews_nlp.entities import names_data as data
from jpnews_nlp.entities.identity_forms import ShortForms, usual_spellings
from jpnews_nlp.entities.names_spelling import spelling_key

MIN_SHORT = 4
_LEGAL_FORM = re.compile(r"株式会社|有限会社|合同会社|[（(][株有][）)]|財団法人|社団法人|独立行政法人|学校法人")


def canonical_organizations(own: Counter[str], everywhere: Counter[str]) -> dict[str, str]:
    """The canonical form of each organization of one article.

    Example:
        >>> names = Counter(["日銀", "兵庫県予防医学協会", "予防医学協会"])
        >>> list(canonical_organizations(names, names).values())
        ['日本銀行', '兵庫県予防医学協会', '兵庫県予防医学協会']
    """
    spelling = usual_spellings(everywhere)
    here, anywhere = ShortForms(own, _endings, spelling), ShortForms(everywhere, _endings, spelling)
    return {name: _canonical(name, here, anywhere, spelling) for name in own}


def _canonical(name: str, here: ShortForms, anywhere: ShortForms, spelling: Mapping[str, str]) -> str:
    plain = _plain(name)
    if known := data.organizations().get(plain):
        return known
    return _plain(here.only(plain) or anywhere.only(plain) or spelling[name])


def _plain(name: str) -> str:
    """The name without its legal form."""
    return _LEGAL_FORM.sub("", name) or name


def _endings(name: str) -> set[str]:
    """The keys of the shorter names that a full name ends in."""
    plain = _plain(name)
    return {spelling_key(plain[i:]) for i in range(1, len(plain) - MIN_SHORT + 1)}
