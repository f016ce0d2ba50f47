"""Records that an article has by the thousand, made in less than half the time."""

from __future__ import annotations

from dataclasses import MISSING, fields
from typing import Any, TypeVar

Record = TypeVar("Record")


def quick(cls: type[Record]) -> type[Record]:
    """Give a frozen, slotted, keyword-only dataclass an `__init__` that fills the slots one by one.

    That of `dataclass` goes through `object.__setattr__`, which looks up each field by its name. The parameters, their
    defaults and the errors stay the same. Not for classes with `__post_init__` or default factories.

    Example:
        >>> from dataclasses import dataclass
        >>> @quick
        ... @dataclass(frozen=True, slots=True, kw_only=True)
        ... class Point:
        ...     x: int
        ...     y: int = 0
        >>> Point(x=1)
        Point(x=1, y=0)
    """
    scope: dict[str, Any] = {}
    parameters, stores = [], []
    for field in fields(cls):  # type: ignore[arg-type]
        name = field.name
        scope[f"_store_{name}"] = getattr(cls, name).__set__
        scope[f"_default_{name}"] = field.default
        parameters.append(name if field.default is MISSING else f"{name}=_default_{name}")
        stores.append(f" _store_{name}(self, {name})")
    exec("\n".join([f"def __init__(self, *, {', '.join(parameters)}):", *stores]), scope)  # noqa: S102  # as dataclass does
    init = scope["__init__"]
    init.__qualname__ = f"{cls.__qualname__}.__init__"
    init.__annotations__ = cls.__init__.__annotations__
    cls.__init__ = init  # type: ignore[method-assign]
    return cls
