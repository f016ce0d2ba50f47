"""The tables of a corpus: their columns, and the rows of one analysis.

`VERSION` grows when a column changes its meaning or goes; new columns may come at the end. Every file says its version
under `jpnews_nlp.schema` in its metadata.
"""

from __future__ import annotations

import functools
import io
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from jpnews_nlp.corpus.outline_rows import outline_row
from jpnews_nlp.corpus.parquet import arrow, arrow_parquet
from jpnews_nlp.model.analysis import Analysis
from jpnews_nlp.model.claim import Claim
from jpnews_nlp.model.entity import DateExpression, Entity

VERSION = 1
Row = dict[str, Any]

COLUMNS: Mapping[str, Mapping[str, str]] = {
    "articles": {
        "id": "string",
        "title": "string",
        "outlet": "string",
        "published": "moment",
        "url": "string",
        "text": "string",
        "characters": "int32",
        "entities": "int32",
        "claims": "int32",
        "digest": "string",
    },
    "entities": {
        "article": "string",
        "kind": "string",
        "start": "int32",
        "end": "int32",
        "text": "string",
        "canonical": "string",
        "value": "string",
        "first": "date32",
        "last": "date32",
        "title": "string",
        "country": "string",
        "prefecture": "string",
        "latitude": "float64",
        "longitude": "float64",
        "source": "string",
        "score": "float64",
    },
    "claims": {
        "id": "string",
        "article": "string",
        "kind": "string",
        "start": "int32",
        "end": "int32",
        "text": "string",
        "display": "string",
        "predicate": "string",
        "polarity": "string",
        "certainty": "string",
        "status": "string",
        "speaker": "string",
        "cue": "string",
        "direct": "bool",
        "role": "string",
        "sentence": "int32",
        "people": "strings",
        "places": "strings",
        "organizations": "strings",
        "dates": "strings",
        "quantities": "quantities",
    },
    "analyses": {"article": "string", "record": "string"},
    "outlines": {
        "article": "string",
        "published": "string",
        "names": "strings",
        "days": "days",
        "lead_days": "days",
        "lead_places": "strings",
        "lead_people": "strings",
        "parties": "strings",
        "predicates": "strings",
        "happenings": "happenings",
        "designators": "strings",
        "again": "bool",
        "told": "int32",
        "terms": "strings",
    },
    "errors": {"article": "string", "stage": "string", "error": "string", "message": "string", "digest": "string"},
    "events": {"event": "string", "article": "string", "published": "moment"},
    "groups": {
        "event": "string",
        "group": "int32",
        "verdict": "string",
        "origins": "int32",
        "claim": "string",
        "article": "string",
        "outlet": "string",
        "text": "string",
    },
    "links": {
        "event": "string",
        "group": "int32",
        "a": "string",
        "b": "string",
        "relation": "string",
        "slot": "string",
        "reason": "string",
        "left": "string",
        "right": "string",
        "score": "float64",
    },
}
"""For each table its columns and what they hold; the how-to page `corpus-tables` says what each means."""

OF_A_PART = ("errors", "analyses", "outlines", "claims", "entities", "articles")
"""The tables that each part writes, in the order they are written: a part is there when the last one is."""

_GROUP_ROWS = {"analyses": 50}
"""Rows that are read together; of the records a few are wanted at a time."""


def to_parquet(table: str, rows: Sequence[Row]) -> bytes:
    """A Parquet file of a table; the same rows give the same bytes."""
    buffer = io.BytesIO()
    arrow_parquet().write_table(
        arrow().Table.from_pylist(list(rows), schema=schema(table)),
        buffer,
        compression="zstd",
        row_group_size=_GROUP_ROWS.get(table, 1 << 20),
    )
    return buffer.getvalue()


@functools.cache
def schema(table: str) -> Any:
    """The pyarrow schema of a table."""
    fields = [(name, _types()[kind]) for name, kind in COLUMNS[table].items()]
    return arrow().schema(fields, metadata={"jpnews_nlp.schema": str(VERSION), "jpnews_nlp.table": table})


def rows_of(analysis: Analysis, content: str) -> dict[str, list[Row]]:
    """The rows of an analysis in each table.

    Args:
        analysis: Of one article.
        content: The digest of the article as it was read.

    Raises:
        UnicodeEncodeError: When the text holds half a character, which no table can.
    """
    record = analysis.to_json()
    record.encode()
    return {
        "articles": [_article(analysis, content)],
        "entities": list(map(functools.partial(_entity, analysis.article.id), analysis.entities)),
        "claims": list(map(_claim, analysis.claims)),
        "analyses": [{"article": analysis.article.id, "record": record}],
        "outlines": [outline_row(analysis)],
    }


def _article(analysis: Analysis, content: str) -> Row:
    article = analysis.article
    return {
        "id": article.id,
        "title": article.headline,
        "outlet": article.outlet,
        "published": article.published,
        "url": article.url,
        "text": article.text,
        "characters": len(article.text),
        "entities": len(analysis.entities),
        "claims": len(analysis.claims),
        "digest": content,
    }


def _entity(article_id: str, entity: Entity) -> Row:
    row = {name: getattr(entity, name, None) for name in COLUMNS["entities"]}
    days = entity.days if isinstance(entity, DateExpression) else None
    return row | {"article": article_id, "first": days and days.first, "last": days and days.last}


def _claim(claim: Claim) -> Row:
    row = {name: getattr(claim, name, None) for name in COLUMNS["claims"]}
    slots = claim.slots
    named = {f"{plural}s": list(_names(slots.entities, plural)) for plural in ("place", "organization")}
    dates = [e.value for e in slots.entities if e.kind == "date" and e.value]
    quantities = [
        {
            "text": q.text,
            "low": None if q.low is None else float(q.low),
            "high": None if q.high is None else float(q.high),
            "unit": q.unit,
            "bound": q.bound,
            "counted": q.counted,
        }
        for q in slots.quantities
    ]
    return row | named | {"people": list(_names(slots.entities, "person")), "dates": dates, "quantities": quantities}


def _names(entities: Sequence[Entity], kind: str) -> Iterator[str]:
    yield from dict.fromkeys(e.canonical for e in entities if e.kind == kind)


@functools.cache
def _types() -> Mapping[str, Any]:
    pa = arrow()
    quantity = {
        "text": pa.string(),
        "low": pa.float64(),
        "high": pa.float64(),
        "unit": pa.string(),
        "bound": pa.string(),
        "counted": pa.string(),
    }
    happening = {"kind": pa.string(), "days": pa.list_(pa.date32()), "places": pa.list_(pa.string())}
    return {
        "string": pa.string(),
        "int32": pa.int32(),
        "float64": pa.float64(),
        "bool": pa.bool_(),
        "date32": pa.date32(),
        "moment": pa.timestamp("us", tz="UTC"),
        "strings": pa.list_(pa.string()),
        "days": pa.list_(pa.date32()),
        "happenings": pa.list_(pa.struct(list(happening.items()))),
        "quantities": pa.list_(pa.struct(list(quantity.items()))),
    }
