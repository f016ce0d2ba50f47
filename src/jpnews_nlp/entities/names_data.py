"""The name tables of `data/`, each read once: titles, suffixes, countries, cities, organizations."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from types import MappingProxyType

FACILITY_MARK = "[h] "


@dataclass(frozen=True, slots=True, kw_only=True)
class Country:
    """A country or territory with its usual formal name."""

    code: str
    canonical: str


Point = tuple[float, float]
"""Latitude and longitude in degrees."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settlement:
    """A Japanese city, ward, town or village of one prefecture; `point` is None where it is unknown."""

    formal: str
    prefecture: str
    point: Point | None


@dataclass(frozen=True, slots=True, kw_only=True)
class WorldCity:
    """A city outside Japan; `several` when others of its name rival it."""

    name: str
    country: str
    point: Point
    several: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Municipality:
    """A Japanese city, ward, town or village; `prefecture` is None when several share the name."""

    formal: str
    prefecture: str | None


def rows(table: str) -> Iterator[list[str]]:
    """The tab-separated rows of a table of `data/`, comments and empty lines left out."""
    text = resources.files("jpnews_nlp.entities").joinpath("data", table).read_text(encoding="utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


def _marked(table: str) -> tuple[frozenset[str], frozenset[str]]:
    """The words of a table with `[h]` marks: all of them, and the marked ones."""
    entries = [row[0] for row in rows(table)]
    marked = frozenset(e.removeprefix(FACILITY_MARK) for e in entries if e.startswith(FACILITY_MARK))
    return marked | frozenset(e for e in entries if not e.startswith(FACILITY_MARK)), marked


@cache
def words(name: str) -> frozenset[str]:
    """One of the short word lists of `name_words.tsv`."""
    return frozenset(_word_lists()[name].split())


@cache
def _word_lists() -> Mapping[str, str]:
    return MappingProxyType({row[0]: row[1] for row in rows("name_words.tsv")})


@cache
def titles() -> Mapping[str, str]:
    """Titles that follow a name, with their class: p honorific, o office of state or rank, g role."""
    return MappingProxyType({row[0]: row[1] for row in rows("title_after_name.txt")})


@cache
def title_prefixes() -> frozenset[str]:
    """What may stand before a title: 前, 元, 故."""
    return frozenset(row[0] for row in rows("title_prefixes.txt"))


@cache
def leading_titles() -> frozenset[str]:
    """Titles and trades that stand before a name."""
    return frozenset(row[0] for row in rows("title_before_name.txt"))


@cache
def place_suffixes() -> frozenset[str]:
    """Last words of place names, facilities included."""
    return _marked("place_suffixes.txt")[0]


@cache
def facility_suffixes() -> frozenset[str]:
    """Last words of facilities, lines and roads."""
    return _marked("place_suffixes.txt")[1]


@cache
def organization_suffixes() -> frozenset[str]:
    """Last words of organization names."""
    return frozenset(row[0] for row in rows("organization_suffixes.txt"))


@cache
def sure_organization_suffixes() -> frozenset[str]:
    """Last words that make a proper noun before them an organization."""
    return frozenset(row[0] for row in rows("organization_suffixes.txt") if len(row) > 1)


@cache
def country_characters() -> Mapping[str, Country]:
    """One-character names of countries: 米, 露, 英."""
    found = {}
    for code, canonical, characters, _ in rows("place_countries.tsv"):
        for character in characters.split():
            found[character] = Country(code=code, canonical=canonical)
    return MappingProxyType(found)


@cache
def country_pairs() -> frozenset[str]:
    """Rows of one-character country names: 日米, 日中韓."""
    return frozenset(row[0] for row in rows("place_country_pairs.txt"))


@cache
def organization_lead_words() -> frozenset[str]:
    """Words that introduce an organization without belonging to its name."""
    return frozenset(row[0] for row in rows("organization_lead_words.txt"))


@cache
def countries() -> Mapping[str, Country]:
    """All names of countries of two characters and more."""
    found: dict[str, Country] = {}
    for code, canonical, _, names in rows("place_countries.tsv"):
        for name in names.split():
            found.setdefault(name, Country(code=code, canonical=canonical))
    return MappingProxyType(found)


@cache
def prefectures() -> Mapping[str, str]:
    """Prefectures by their names with and without 都府県."""
    found = {}
    for _, _, prefecture, *_ in rows("place_cities_japan.tsv"):
        found[prefecture] = prefecture
        if prefecture != "北海道":
            found[prefecture[:-1]] = prefecture
    return MappingProxyType(found)


@cache
def areas() -> Mapping[str, frozenset[str]]:
    """The areas of Japan, by each of their names, with their prefectures."""
    found = {}
    for names, within in rows("place_areas.tsv"):
        found.update(dict.fromkeys(names.split("｜"), frozenset(within.split())))
    return MappingProxyType(found)


@cache
def _municipality_options() -> Mapping[str, tuple[tuple[str, str], ...]]:
    """Every municipality name to the (formal name, prefecture) pairs that have it."""
    options: dict[str, dict[tuple[str, str], None]] = {}
    for base, formal, prefecture, *_ in rows("place_cities_japan.tsv"):
        for name in (base, formal):
            options.setdefault(name, {})[formal, prefecture] = None
    return MappingProxyType({name: tuple(pairs) for name, pairs in options.items()})


@cache
def municipalities() -> Mapping[str, Municipality]:
    """Japanese municipalities by their formal name and by the name without 市区町村."""
    found = {}
    for name, options in _municipality_options().items():
        formals, homes = {o[0] for o in options}, {o[1] for o in options}
        found[name] = Municipality(
            formal=options[0][0] if len(formals) == 1 else name,
            prefecture=options[0][1] if len(homes) == 1 else None,
        )
    return MappingProxyType(found)


@cache
def settlements() -> Mapping[str, tuple[Settlement, ...]]:
    """The municipalities of every name, formal or without 市区町村; the formal name comes first."""
    found: dict[str, list[Settlement]] = {}
    listed = []
    for formal, prefecture, latitude, longitude in rows("place_municipalities.tsv"):
        point = (float(latitude), float(longitude)) if latitude else None
        listed.append(Settlement(formal=formal, prefecture=prefecture, point=point))
    for settlement in listed:
        found.setdefault(settlement.formal, []).append(settlement)
    for settlement in listed:
        if len(base := settlement.formal[:-1]) > 1 and base not in prefectures():
            found.setdefault(base, []).append(settlement)
    return MappingProxyType({name: tuple(all_of_name) for name, all_of_name in found.items()})


@cache
def world_points() -> Mapping[str, WorldCity]:
    """Foreign cities by katakana name, with where they lie."""
    found = {}
    for name, country, latitude, longitude, *mark in rows("place_cities_world.tsv"):
        point = float(latitude), float(longitude)
        found[name] = WorldCity(name=name, country=country, point=point, several=bool(mark))
    return MappingProxyType(found)


@cache
def world_cities() -> Mapping[str, str]:
    """The country code of a foreign city by its katakana name (of cities with one name, the largest)."""
    return MappingProxyType({row[0]: row[1] for row in rows("place_cities_world.tsv")})


@cache
def regions() -> Mapping[str, str]:
    """Regions, continents and seas: any name to the canonical one."""
    found = {}
    for row in rows("place_regions.txt"):
        for name in [row[0], *(row[1].split() if len(row) > 1 else [])]:
            found[name] = row[0]
    return MappingProxyType(found)


@cache
def organizations() -> Mapping[str, str]:
    """Well-known organizations: any name to the canonical one."""
    found: dict[str, str] = {}
    for row in rows("organization_names.tsv"):
        for name in [row[0], *(row[1].split() if len(row) > 1 else [])]:
            found.setdefault(name, row[0])
    return MappingProxyType(found)
