"""The year and month an expression names: by number, by era, or by a word that points there (昨年, 同月)."""

from __future__ import annotations

from collections.abc import Mapping

from jpnews_nlp.entities import calendar_terms as terms
from jpnews_nlp.entities.date_scene import Scene, choose_month
from jpnews_nlp.entities.numerals import whole

Groups = Mapping[str, str]
"""The named groups of a pattern that took part in the match."""


def named_year(groups: Groups, scene: Scene) -> int | None:
    """The year an expression names itself, by number, era or word; None when it names none."""
    number = whole(groups["ey"]) if "ey" in groups else None
    if "era" in groups:
        return terms.ERAS[groups["era"]] + number if number else None
    if "el" in groups:
        return terms.ERA_LETTERS[groups["el"]] + number if number else None
    if "y" in groups:
        return whole(groups["y"])
    if "yago" in groups:
        ago = whole(groups["yago"])
        known = scene.published and ago is not None and "unanchored" not in groups
        return scene.published.year - ago if known and scene.published and ago is not None else None
    short = groups.get("y2") or groups.get("y2z")
    if short:
        return _full_year(int(short), scene)
    pointed = groups.get("yw") or groups.get("fw")
    return pointed_year(terms.POINTERS[pointed], scene) if pointed else None


def _full_year(short: int, scene: Scene) -> int:
    """The year that two digits stand for."""
    limit = (scene.published.year if scene.published else 2050) + 10
    return 2000 + short if 2000 + short <= limit else 1900 + short


def pointed_year(pointer: terms.Pointer, scene: Scene) -> int | None:
    """The year a word points at, from the last year named or the publication."""
    published = scene.published
    base = scene.year if pointer.anchor == "last" and scene.year else None
    if base is None and published:
        # January to March belong to the fiscal year that began the April before.
        base = published.year - (1 if pointer.unit == "fiscal" and published.month < 4 else 0)
    return base + pointer.offset if base is not None else None


def named_month(groups: Groups, scene: Scene, year: int | None) -> tuple[int, int] | None:
    """The (year, month) an expression means; without a year the scene decides."""
    if "mw" in groups:
        return pointed_month(terms.POINTERS[groups["mw"]], scene)
    number = whole(groups["m"]) if "m" in groups else None
    if number is None or not 1 <= number <= 12:
        return None
    return (year, number) if year is not None else choose_month(scene, number)


def pointed_month(pointer: terms.Pointer, scene: Scene) -> tuple[int, int] | None:
    """The (year, month) a word points at, from the last month named or the publication."""
    base = scene.month if pointer.anchor == "last" else None
    if base is None and scene.published:
        base = (scene.published.year, scene.published.month)
    if base is None:
        return None
    year, index = divmod(base[0] * 12 + base[1] - 1 + pointer.offset, 12)
    return year, index + 1
