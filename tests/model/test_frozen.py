"""Every record of the stages: frozen, slotted, and made by naming its fields."""

from __future__ import annotations

import dataclasses
import importlib
import inspect
import pkgutil

import pytest

PACKAGES = ("model", "entities", "claims", "comparison")


def records(package: str) -> list[type]:
    root = importlib.import_module(f"jpnews_nlp.{package}")
    modules = [importlib.import_module(m.name) for m in pkgutil.walk_packages(root.__path__, f"{root.__name__}.")]
    classes = {c for m in modules for _, c in inspect.getmembers(m, dataclasses.is_dataclass) if inspect.isclass(c)}
    return sorted((c for c in classes if c.__module__.startswith(root.__name__)), key=lambda c: c.__qualname__)


RECORDS = [c for package in PACKAGES for c in records(package)]


@pytest.mark.parametrize("record", RECORDS, ids=[f"{c.__module__}.{c.__qualname__}" for c in RECORDS])
def test_a_record_is_finished_when_made(record: type) -> None:
    assert record.__dataclass_params__.frozen  # type: ignore[attr-defined]
    assert "__slots__" in vars(record)
    assert all(field.kw_only for field in dataclasses.fields(record))


def test_there_are_many() -> None:
    assert len(RECORDS) > 50
