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
    point: data.Point | None = None


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
    countries = {country.code for name in everywhere if (country := data.countries().get(name))}
    found = {}
    for name in own:
        full = here.only(name) or anywhere.only(name) or name
        found[name] = (
            _by_table(name, own, everywhere) or _municipality(full, homes) or _other(full, name, spelling, countries)
        )
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
    """広島: the city when the articles name it in full and not the prefecture; else itself, since it may be either."""
    prefecture = data.prefectures()[name]
    if name == prefecture:
        return Located(canonical=prefecture, country="JP", prefecture=prefecture)
    city = name + "市"
    if not any(o.formal == city and o.prefecture == prefecture for o in data.settlements().get(city, ())):
        return Located(canonical=prefecture, country="JP", prefecture=prefecture)
    for names in (own, everywhere):
        in_play = {form for form in (prefecture, city, prefecture + city) if form in names}
        if in_play and prefecture not in in_play:
            point = next(o.point for o in data.settlements()[city] if o.prefecture == prefecture)
            return Located(canonical=prefecture + city, country="JP", prefecture=prefecture, point=point)
    return Located(canonical=name, country="JP", prefecture=prefecture)


def _municipality(name: str, homes: set[str]) -> Located | None:
    """川崎市多摩区 → 神奈川県川崎市多摩区, when the municipality is known and its prefecture is clear."""
    home = _written_prefecture(name)
    found = _MUNICIPALITY.fullmatch(name.removeprefix(home) if home else name)
    base, rest = _longest_municipality(found) if found else (name.removeprefix(home or ""), "")
    options = data.settlements().get(base, ())
    if home:
        inside = [o for o in options if o.prefecture == home and o.formal == base]
        return Located(canonical=name, country="JP", prefecture=home, point=inside[0].point if inside else None)
    if not options:
        return None
    named = [o for o in options if o.formal == base] or [o for o in options if o.formal[-1] == "市"] or list(options)
    fitting = named if len({o.prefecture for o in named}) == 1 else [o for o in named if o.prefecture in homes]
    if len({o.prefecture for o in fitting}) != 1:
        formals = {o.formal for o in named}
        return Located(canonical=(next(iter(formals)) if len(formals) == 1 else base) + rest, country="JP")
    if len(fitting) > 1:  # 泉: a town and a city of one prefecture
        return Located(canonical=fitting[0].prefecture + base + rest, country="JP", prefecture=fitting[0].prefecture)
    only = fitting[0]
    return Located(
        canonical=only.prefecture + only.formal + rest, country="JP", prefecture=only.prefecture, point=only.point
    )


def _longest_municipality(found: re.Match[str]) -> tuple[str, str]:
    """四日市市 + 諏訪町: one 市 further when that makes a formal name."""
    base, rest = found[1], found[2]
    if rest[:1] in tuple("市区町村") and any(o.formal == base + rest[0] for o in data.settlements().get(base, ())):
        return base + rest[0], rest[1:]
    return base, rest


def _other(full: str, name: str, spelling: Mapping[str, str], countries: set[str]) -> Located:
    """A foreign city, a feature or a facility: the chain that ends in it, else its usual spelling.

    Of a city with rivals country and coordinates are given only where the articles name its country.
    """
    city = _world_keys().get(spelling_key(name))
    if city is None or (city.several and city.country not in countries):
        canonical = spelling[full] if full != name else city.name if city else spelling[name]
        return Located(canonical=canonical)
    return Located(canonical=spelling[full] if full != name else city.name, country=city.country, point=city.point)


@cache
def _world_keys() -> Mapping[str, data.WorldCity]:
    """Foreign cities by the key of their spelling; of several with one key the largest."""
    keys: dict[str, data.WorldCity] = {}
    for name, city in data.world_points().items():
        keys.setdefault(spelling_key(name), city)
    return keys
