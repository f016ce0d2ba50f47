"""Which organization: well-known ones by any of their names, a short name by the one full name that ends in it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping

from jpnews_nlp.entities import names_data as data
from jpnews_nlp.entities.identity_people import usual_spellings

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
    found = {}
    for name in own:
        plain = _LEGAL_FORM.sub("", name) or name
        if known := data.organizations().get(plain):
            found[name] = known
            continue
        found[name] = _one_full(plain, own, spelling) or _one_full(plain, everywhere, spelling) or spelling[name]
        found[name] = _LEGAL_FORM.sub("", found[name]) or found[name]
    return found


def _one_full(plain: str, pool: Collection[str], spelling: Mapping[str, str]) -> str | None:
    """The one longer name in `pool` that ends in `plain`, a legal form not counted."""
    if len(plain) < MIN_SHORT:
        return None
    fulls = {spelling[n] for n in pool if n.endswith(plain) and _LEGAL_FORM.sub("", n) != plain}
    return next(iter(fulls)) if len(fulls) == 1 else None
