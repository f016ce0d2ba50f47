"""Outlines of articles as rows of a table, and back: all that is needed to tell which articles to look at closely."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from dataclasses import fields
from datetime import datetime
from typing import Any

from jpnews_nlp.comparison.outlines import Happening, Outline, outline
from jpnews_nlp.model.analysis import Analysis

_SETS = tuple(f.name for f in fields(Outline) if f.type in ("frozenset[str]", "frozenset[date]"))


def outline_row(analysis: Analysis) -> dict[str, Any]:
    """The row of an analysis."""
    found = outline(analysis)
    row = {f.name: getattr(found, f.name) for f in fields(Outline)}
    row |= {name: sorted(row[name]) for name in _SETS}
    happenings = [{"kind": h.kind, "days": sorted(h.days), "places": sorted(h.places)} for h in found.happenings]
    published = found.published.isoformat() if found.published else None  # with its own clock, which Parquet drops
    terms = sorted({term for claim in analysis.claims for term in claim.terms})
    return row | {"published": published, "terms": terms, "article": analysis.article.id, "happenings": happenings}


def outline_of(row: dict[str, Any]) -> Outline:
    """The outline of a row. Names that come again are one object."""
    values = {f.name: row[f.name] for f in fields(Outline)}
    values |= {name: _set(values[name]) for name in _SETS}
    happenings = tuple(
        Happening(kind=h["kind"], days=frozenset(h["days"]), places=_set(h["places"])) for h in row["happenings"]
    )
    published = datetime.fromisoformat(row["published"]) if row["published"] else None
    return Outline(**{**values, "published": published, "happenings": happenings})


def _set(values: Iterable[Any]) -> frozenset[Any]:
    return frozenset(sys.intern(v) if isinstance(v, str) else v for v in values)
