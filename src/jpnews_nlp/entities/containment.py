"""Whether one place lies in another, as far as country, prefecture and the written chain tell."""

from __future__ import annotations

import re

from jpnews_nlp.entities import names_data as data
from jpnews_nlp.model.entity import Place

_LEVEL_END = re.compile(r"(?:[都道府県郡市区町村州省]|共和国)$")


def contains(outer: Place, inner: Place) -> bool | None:
    """Whether `inner` lies in `outer`, the same place counting as not; None where it cannot be told.

    Example:
        >>> def place(name: str, country: str | None, prefecture: str | None) -> Place:
        ...     return Place(start=0, end=1, text="", canonical=name, source="", country=country, prefecture=prefecture)
        >>> ishikawa, wajima = place("石川県", "JP", "石川県"), place("石川県輪島市", "JP", "石川県")
        >>> contains(ishikawa, wajima), contains(wajima, ishikawa)
        (True, False)
        >>> contains(place("日本", "JP", None), wajima), contains(place("アメリカ合衆国", "US", None), wajima)
        (True, False)
        >>> contains(wajima, place("国道249号", None, None)) is None
        True
    """
    if outer.canonical == inner.canonical:
        return False
    if outer.canonical in data.areas() or inner.canonical in data.areas():
        return _of_area(outer, inner)
    if is_country(outer):
        return _same(outer.country, inner.country)
    if is_country(inner):
        return False if outer.country is not None else None
    if outer.canonical == outer.prefecture:
        return _in_prefecture(outer, inner)
    return _in_chain(outer, inner)


def is_country(place: Place) -> bool:
    """Whether the place is a whole country."""
    country = data.countries().get(place.canonical)
    return country is not None and country.code == place.country


def _of_area(outer: Place, inner: Place) -> bool | None:
    """Of a named area of Japan by its prefectures (東北地方 holds 宮城県仙台市)."""
    held, holder = data.areas().get(inner.canonical), data.areas().get(outer.canonical)
    if holder is None:
        return outer.country == "JP" if is_country(outer) else False if outer.prefecture is not None else None
    if held is not None:
        return True if held < holder else None if held & holder and not held > holder else False
    if inner.prefecture is not None:
        return inner.prefecture in holder
    return False if inner.country not in (None, "JP") or is_country(inner) else None


def _same(outer: str | None, inner: str | None) -> bool | None:
    return None if outer is None or inner is None else outer == inner


def _in_prefecture(outer: Place, inner: Place) -> bool | None:
    if inner.prefecture is not None:
        return inner.prefecture == outer.prefecture and inner.canonical != inner.prefecture
    return False if inner.country not in (None, "JP") else None


def _in_chain(outer: Place, inner: Place) -> bool | None:
    """By the written chain: 東京都渋谷区 before 東京都渋谷区道玄坂, アラスカ州 before アラスカ州アンカレッジ."""
    if inner.canonical.startswith(outer.canonical) and _LEVEL_END.search(outer.canonical):
        return True
    if outer.canonical.startswith(inner.canonical) and _LEVEL_END.search(inner.canonical):
        return False
    if _same(outer.country, inner.country) is False or _same(outer.prefecture, inner.prefecture) is False:
        return False
    if inner.canonical == inner.prefecture and outer.prefecture is not None:
        return False
    return None
