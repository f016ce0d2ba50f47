"""Records to plain JSON values and back, driven by the dataclass fields alone."""

from __future__ import annotations

import types
import typing
from collections.abc import Hashable
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from functools import cache
from typing import Any, TypeVar, Union, cast, get_args, get_origin

from jpnews_nlp.errors import RecordError

Record = TypeVar("Record")


def to_plain(value: Any) -> Any:
    """`value` as JSON values: records become objects, tuples lists, dates ISO 8601, decimals strings."""
    if is_dataclass(value):
        kind = getattr(type(value), "kind", None)
        plain = {"kind": kind} if isinstance(kind, str) else {}
        return plain | {f.name: to_plain(getattr(value, f.name)) for f in fields(value) if f.init}
    if isinstance(value, tuple):
        return [to_plain(item) for item in value]
    if isinstance(value, date):  # a datetime is a date
        return value.isoformat()
    if isinstance(value, Decimal):
        return format(value, "f")
    return value


def from_plain(record_type: type[Record], data: Any, where: str = "") -> Record:
    """The record that `to_plain` turned into `data`.

    Raises:
        RecordError: Naming the field that is missing or has the wrong shape.
    """
    where = where or record_type.__name__
    if not isinstance(data, dict):
        raise RecordError(f"{where}: found {type(data).__name__}; an object is needed")
    arguments = {}
    for field, hint in init_fields(cast("Hashable", record_type)):
        if field.name in data:
            arguments[field.name] = _value(hint, data[field.name], f"{where}.{field.name}")
        elif field.default is MISSING and field.default_factory is MISSING:
            raise RecordError(f"{where}: the key {field.name!r} is missing")
    try:
        return record_type(**arguments)
    except ValueError as error:  # a record that refuses its values, as an empty TimeRange does
        raise RecordError(f"{where}: {error}") from None


def string(data: Any, key: str) -> str:
    """The string under `key`.

    Raises:
        RecordError: When `data` is no object, or the key is missing or no string.
    """
    found = data.get(key) if isinstance(data, dict) else None
    if not isinstance(found, str):
        raise RecordError(f"the key {key!r} is missing or no string")
    return found


@cache
def init_fields(record_type: Any) -> tuple[tuple[Field[Any], Any], ...]:
    """The fields a record is made from, each with its resolved type."""
    hints = typing.get_type_hints(record_type)
    return tuple((f, hints[f.name]) for f in fields(record_type) if f.init)


def _value(hint: Any, value: Any, where: str) -> Any:
    origin, arguments = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        return _union_member(arguments, value, where)
    if origin is tuple:
        if not isinstance(value, list):
            raise RecordError(f"{where}: found {type(value).__name__}; a list is needed")
        if arguments[-1] is Ellipsis:
            return tuple(_value(arguments[0], item, f"{where}[{i}]") for i, item in enumerate(value))
        return tuple(_value(a, item, f"{where}[{i}]") for i, (a, item) in enumerate(zip(arguments, value, strict=True)))
    if origin is typing.Literal:
        if value not in arguments:
            raise RecordError(f"{where}: found {value!r}; one of {', '.join(map(str, arguments))} is needed")
        return value
    if is_dataclass(hint) and isinstance(hint, type):
        return from_plain(hint, value, where)
    return _scalar(hint, value, where)


def _union_member(members: tuple[Any, ...], value: Any, where: str) -> Any:
    if value is None and type(None) in members:
        return None
    members = tuple(m for m in members if m is not type(None))
    if len(members) == 1:
        return _value(members[0], value, where)
    kind = value.get("kind") if isinstance(value, dict) else None
    for member in members:
        if getattr(member, "kind", None) == kind:
            return from_plain(member, value, where)
    raise RecordError(f"{where}: unknown kind {kind!r}; known: {', '.join(m.kind for m in members)}")


def _scalar(hint: Any, value: Any, where: str) -> Any:
    try:
        if hint is datetime:
            return datetime.fromisoformat(value)
        if hint is date:
            return date.fromisoformat(value)
        if hint is Decimal:
            return Decimal(value)
    except (ValueError, TypeError, InvalidOperation):
        raise RecordError(f"{where}: {value!r} is no {hint.__name__}") from None
    accepted = (int, float) if hint is float else (hint,)
    if not isinstance(value, accepted) or (isinstance(value, bool) and hint is not bool):
        raise RecordError(f"{where}: found {type(value).__name__}; {hint.__name__} is needed")
    return value
