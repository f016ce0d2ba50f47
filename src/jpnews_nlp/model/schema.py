"""The JSON Schema of what `to_dict` gives, generated from the dataclasses.

The two schemas are shipped in `jpnews_nlp/schema/`; write them anew after a change of a record with

```
python -m jpnews_nlp.model.schema
```
"""

from __future__ import annotations

import inspect
import json
import re
import types
import typing
from collections.abc import Callable
from dataclasses import is_dataclass
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any, Union, get_args, get_origin

from jpnews_nlp.model.analysis import SCHEMA, Analysis
from jpnews_nlp.model.article import Article
from jpnews_nlp.model.comparison import Comparison
from jpnews_nlp.model.records import init_fields

Schema = dict[str, Any]

FOLDER = Path(__file__).parent.parent / "schema"

_SCALARS: dict[Any, Schema] = {
    str: {"type": "string"},
    bool: {"type": "boolean"},
    int: {"type": "integer"},
    float: {"type": "number"},
    datetime: {"type": "string", "format": "date-time"},
    date: {"type": "string", "format": "date"},
    Decimal: {"type": "string", "pattern": r"^-?\d+(\.\d+)?$"},
    type(None): {"type": "null"},
}


def analysis_schema() -> Schema:
    """The JSON Schema (2020-12) of `Analysis.to_dict()`.

    Example:
        >>> sorted(analysis_schema()["properties"])
        ['article', 'claims', 'entities', 'schema']
    """
    return _document(Analysis)


def comparison_schema() -> Schema:
    """The JSON Schema (2020-12) of `Comparison.to_dict()`."""
    return _document(Comparison)


SCHEMAS: dict[str, Callable[[], Schema]] = {"analysis.json": analysis_schema, "comparison.json": comparison_schema}


def as_text(schema: Schema) -> str:
    """A schema as the text of its file."""
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def main() -> None:
    """Write the shipped schemas anew."""
    for name, schema in SCHEMAS.items():
        (FOLDER / name).write_text(as_text(schema()), encoding="utf-8", newline="\n")


def _document(record_type: type) -> Schema:
    definitions: dict[str, Schema] = {}
    top = _object(record_type, definitions)
    top["properties"] = {"schema": {"const": SCHEMA}, **top["properties"]}
    top["required"] = ["schema", *top["required"]]
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": record_type.__name__}
    return {**head, **top, "$defs": dict(sorted(definitions.items()))}


def _object(record_type: type, definitions: dict[str, Schema]) -> Schema:
    summary, attributes = _documentation(record_type)
    properties: dict[str, Schema] = {}
    kind = getattr(record_type, "kind", None)
    if isinstance(kind, str):
        properties["kind"] = {"const": kind}
    for field, hint in init_fields(record_type):
        described = {"description": attributes[field.name]} if field.name in attributes else {}
        properties[field.name] = {**_value(hint, definitions), **described}
    if record_type is Article:
        properties = _as_article(properties)
    return {
        "type": "object",
        "description": summary,
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _as_article(properties: dict[str, Schema]) -> dict[str, Schema]:
    """`Article.to_dict` gives the whole text in place of the body, before the blocks."""
    kept = {name: schema for name, schema in properties.items() if name not in ("body", "blocks")}
    text = {"type": "string", "description": "The whole text, which every span points into."}
    return {**kept, "text": text, "blocks": properties["blocks"]}


def _value(hint: Any, definitions: dict[str, Schema]) -> Schema:
    origin, arguments = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        return {"anyOf": [_value(member, definitions) for member in arguments]}
    if origin is tuple and arguments[-1] is Ellipsis:
        return {"type": "array", "items": _value(arguments[0], definitions)}
    if origin is tuple:
        items = [_value(member, definitions) for member in arguments]
        return {"type": "array", "prefixItems": items, "minItems": len(items), "maxItems": len(items)}
    if origin is typing.Literal:
        return {"enum": list(arguments)}
    if is_dataclass(hint) and isinstance(hint, type):
        return _reference(hint, definitions)
    return dict(_SCALARS[hint])


def _reference(record_type: type, definitions: dict[str, Schema]) -> Schema:
    name = record_type.__name__
    if name not in definitions:
        definitions[name] = {}  # holds the place of a record that contains itself
        definitions[name] = _object(record_type, definitions)
    return {"$ref": f"#/$defs/{name}"}


def _documentation(record_type: type) -> tuple[str, dict[str, str]]:
    """The first line of the docstring, and what it says of each attribute, inherited ones included."""
    attributes: dict[str, str] = {}
    for one in reversed(record_type.__mro__):
        # Python 3.13 takes the indentation out of docstrings, the others leave it in.
        text = inspect.cleandoc(one.__doc__ or "")
        if listed := re.search(r"^Attributes:\n(.*?)(?=\n\n|\Z)", text, re.DOTALL | re.MULTILINE):
            entries = re.findall(r"^ {4}(\w+): (.*?)(?=^ {4}\w|\Z)", listed[1] + "\n", re.DOTALL | re.MULTILINE)
            attributes |= {name: " ".join(said.split()) for name, said in entries}
    return (record_type.__doc__ or "").split("\n", 1)[0], attributes


if __name__ == "__main__":
    main()
