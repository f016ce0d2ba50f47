"""Which place: countries by any of their names, the full chain of a place in Japan, one spelling of a foreign city."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from jpnews_nlp.entities import names_data as data
from jpnews_nlp.entities.identity_people import usual_spellings
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
    homes = {home for name in everywhere if (home := _written_prefecture(name))}
    return {name: _locate(name, own, everywhere, homes) or _other(name, own, everywhere, spelling) for name in own}


def _locate(name: str, own: Counter[str], everywhere: Counter[str], homes: set[str]) -> Located | None:
    if country := data.countries().get(name) or data.country_characters().get(name):
        return Located(canonical=country.canonical, country=country.code)
    if name in data.regions() and name != "北海道":
        return Located(canonical=data.regions()[name])
    if name in data.prefectures():
        return _prefecture_or_city(name, own, everywhere)
    if home := _written_prefecture(name):
        return Located(canonical=name, country="JP", prefecture=home)
    return _municipality(name, own, homes)


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


def _municipality(name: str, own: Counter[str], homes: set[str]) -> Located | None:
    """川崎市多摩区 → 神奈川県川崎市多摩区, when the municipality is known and its prefecture is clear."""
    for chain in sorted(n for n in own if _written_prefecture(n)):
        if chain.endswith(name) and chain != name and _LEVEL_END.search(chain[: -len(name)]):
            return Located(canonical=chain, country="JP", prefecture=_written_prefecture(chain))
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


def _other(name: str, own: Counter[str], everywhere: Counter[str], spelling: Mapping[str, str]) -> Located:
    """A foreign city, a feature or a facility: the one chain that ends in it, else its usual spelling."""
    key = spelling_key(name)
    for names in (own, everywhere):
        chains = {spelling[n] for n in names if len(n) > len(name) and _ends_in(n, key)}
        if len(chains) == 1:
            name = next(iter(chains))
            break
    if key in _world_keys():
        city, country = _world_keys()[key]
        return Located(canonical=spelling[name] if spelling_key(name) != key else city, country=country)
    return Located(canonical=spelling[name])


def _ends_in(chain: str, key: str) -> bool:
    """Whether a written chain ends in a place with this key after a level's border: アラスカ州 | アンカレッジ."""
    return any(_LEVEL_END.search(chain[:i]) and spelling_key(chain[i:]) == key for i in range(1, len(chain)))


@cache
def _world_keys() -> Mapping[str, tuple[str, str]]:
    """Foreign cities by the key of their spelling; of several with one key the largest."""
    keys: dict[str, tuple[str, str]] = {}
    for name, country in data.world_cities().items():
        keys.setdefault(spelling_key(name), (name, country))
    return keys
