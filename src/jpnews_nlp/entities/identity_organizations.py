"""Which organization: well-known ones by any of their names, a short name by the one full name that ends in it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping

from jpnews_nlp.entities import names_data as data
from jpnews_nlp.entities.identity_forms import ShortForms, usual_spellings
from jpnews_nlp.entities.names_clubs import city_of
from jpnews_nlp.entities.names_spelling import spelling_key

MIN_SHORT = 4
_TAILS = (
    (re.compile("(?<=.)地検(?=支部|特捜部|$|.{2,3}支部$)"), "地方検察庁"),
    (re.compile("(?<=.)高検$"), "高等検察庁"),
    (re.compile("^最高検$"), "最高検察庁"),
    (re.compile("(?<=.)地裁(?=$|.{2,3}支部$)"), "地方裁判所"),
    (re.compile("(?<=.)高裁(?=$|.{2,3}支部$)"), "高等裁判所"),
    (re.compile("(?<=.)家裁(?=$|.{2,3}支部$)"), "家庭裁判所"),
    (re.compile("(?<=.)簡裁$"), "簡易裁判所"),
    (re.compile("(?<=[府県])警察(?:本部)?(?=$|.+署$)"), "警"),
    (re.compile("(?<=..)(?<!警察)(?<!消防)(?<!税務)(?<!監督)署$"), "警察署"),
)
"""Ends of courts, prosecutors and police as the press shortens them, with the full or the usual form."""
_POLICE = re.compile("[府県道]警$")
_STATION = re.compile("(?:[府県道]警|警視庁)(.+署)$")
_LEGAL_FORM = re.compile(r"株式会社|有限会社|合同会社|[（(][株有][）)]|財団法人|社団法人|独立行政法人|学校法人")


def canonical_organizations(own: Counter[str], everywhere: Counter[str]) -> dict[str, str]:
    """The canonical form of each organization of one article.

    Example:
        >>> names = Counter(["日銀", "兵庫県予防医学協会", "予防医学協会"])
        >>> list(canonical_organizations(names, names).values())
        ['日本銀行', '兵庫県予防医学協会', '兵庫県予防医学協会']
    """
    own_full, all_full = _in_full(own), _in_full(everywhere)
    spelling = usual_spellings(all_full)
    here, anywhere = ShortForms(own_full, _endings, spelling), ShortForms(all_full, _endings, spelling)
    return {name: _canonical(_full(name), here, anywhere, spelling) for name in own}


def _in_full(names: Counter[str]) -> Counter[str]:
    counts: Counter[str] = Counter()
    for name, count in names.items():
        counts[_full(name)] += count
    return counts


def _full(name: str) -> str:
    """東京地検 → 東京地方検察庁, 磐田署 → 磐田警察署."""
    for tail, full in _TAILS:
        name = tail.sub(full, name)
    return name


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
    endings = {plain[i:] for i in range(1, len(plain) - MIN_SHORT + 1)}
    endings.update(found[0] for found in [_POLICE.search(plain)] if found and found[0] != plain)
    endings.update(found[1] for found in [_STATION.search(plain)] if found)
    endings.update(city for city in [city_of(plain)] if city)
    return {spelling_key(ending) for ending in endings}
