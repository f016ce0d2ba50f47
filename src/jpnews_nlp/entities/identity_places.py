"""Which place: countries by any of their names, the full chain of a place in Japan, one spelling of a foreign city."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from jpnews_nlp.entities import names_data as data
from jpnews_nlp.entities.identity_forms import ShortForms, usual_spellings
from jpnews_nlp.entities.names_spelling import spelling_key

_MUNICIPALITY = re.compile(r"(.+?[市区町村])(.*)")
_LEVEL_END = re.compile(r"[都道府県郡市区町村州省]$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Located:
    """A place's canonical form and where it lies; None where that is unknown or ambiguous."""

    canonical: str
    country: str | None = None
    prefecture: str | None = None


def canonical_places(own: Counter[str], everywhere: Counter[str]) -> dict[str, Located]:
    """The canonical form of each place of one article; names of all articles in play settle what its own leave open.

    Example:
        >>> names = Counter(["東京都渋谷区", "渋谷区", "米", "アンカレッジ", "アンカレジ"])
        >>> [p.canonical for p in canonical_places(names, names).values()]
        ['東京都渋谷区', '東京都渋谷区', 'アメリカ合衆国', 'アンカレッジ', 'アンカレッジ']
    """
    spelling = usual_spellings(everywhere)
    here, anywhere = ShortForms(own, _levels, spelling), ShortForms(everywhere, _levels, spelling)
    homes = {home for name in everywhere if (home := _written_prefecture(name))}
    found = {}
    for name in own:
        full = here.only(name) or anywhere.only(name) or name
        found[name] = _by_table(name, own, everywhere) or _municipality(full, homes) or _other(full, name, spelling)
    return found


def _levels(chain: str) -> set[str]:
    """The keys of what a written chain ends in after a level's border: アラスカ州 | アンカレッジ, 東京都 | 渋谷区."""
    return {spelling_key(chain[i:]) for i in range(2, len(chain) - 1) if _LEVEL_END.search(chain[:i])}


def _by_table(name: str, own: Counter[str], everywhere: Counter[str]) -> Located | None:
    if country := data.countries().get(name) or data.country_characters().get(name):
        return Located(canonical=country.canonical, country=country.code)
    if name in data.regions() and name != "北海道":
        return Located(canonical=data.regions()[name])
    return _prefecture_or_city(name, own, everywhere) if name in data.prefectures() else None


def _written_prefecture(name: str) -> str | None:
    """The prefecture a chain starts with in full."""
    head = name[:4] if name[3:4] == "県" else name[:3]
    return head if head in data.prefectures() and head[-1] in "都道府県" else None


def _prefecture_or_city(name: str, own: Counter[str], everywhere: Counter[str]) -> Located:
    """広島: the prefecture or the city that the articles name in full; itself when both or neither are named."""
    prefecture = data.prefectures()[name]
    if name == prefecture:
        return Located(canonical=prefecture, country="JP", prefecture=prefecture)
    city = name + "市"
    if city not in data.municipalities():
        return Located(canonical=prefecture, country="JP", prefecture=prefecture)
    for names in (own, everywhere):
        in_play = {form for form in (prefecture, city, prefecture + city) if form in names}
        if in_play == {prefecture}:
            return Located(canonical=prefecture, country="JP", prefecture=prefecture)
        if in_play and prefecture not in in_play:
            return Located(canonical=prefecture + city, country="JP", prefecture=prefecture)
    return Located(canonical=name, country="JP", prefecture=prefecture)


def _municipality(name: str, homes: set[str]) -> Located | None:
    """川崎市多摩区 → 神奈川県川崎市多摩区, when the municipality is known and its prefecture is clear."""
    if home := _written_prefecture(name):
        return Located(canonical=name, country="JP", prefecture=home)
    found = _MUNICIPALITY.fullmatch(name)
    base, rest = (found[1], found[2]) if found else (name, "")
    municipality = data.municipalities().get(base)
    if municipality is None:
        return None
    prefecture = municipality.prefecture
    if prefecture is None:
        options = data.municipality_homes(base) & homes
        prefecture = next(iter(options)) if len(options) == 1 else None
    formal = base if found else municipality.formal
    return Located(canonical=(prefecture or "") + formal + rest, country="JP", prefecture=prefecture)


def _other(full: str, name: str, spelling: Mapping[str, str]) -> Located:
    """A foreign city, a feature or a facility: the chain that ends in it, else its usual spelling."""
    key = spelling_key(name)
    city, country = _world_keys().get(key, (spelling[name], None))
    return Located(canonical=spelling[full] if full != name else city, country=country)


@cache
def _world_keys() -> Mapping[str, tuple[str, str]]:
    """Foreign cities by the key of their spelling; of several with one key the largest."""
    keys: dict[str, tuple[str, str]] = {}
    for name, country in data.world_cities().items():
        keys.setdefault(spelling_key(name), (name, country))
    return keys
