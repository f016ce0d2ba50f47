"""The shipped JSON Schemas are the generated ones, and what `to_dict` gives satisfies them.

After a change of a record: `python -m jpnews_nlp.model.schema`.
"""

from __future__ import annotations

import json
from typing import Any

import jsonschema
import pytest
from tests.render.records import analysis, comparison, hostile_analysis, hostile_comparison

from jpnews_nlp.model import schema

RECORDS = {
    "analysis.json": [analysis, hostile_analysis],
    "comparison.json": [comparison, hostile_comparison],
}
PAIRS = [(name, make) for name, makes in RECORDS.items() for make in makes]


def shipped(name: str) -> dict[str, Any]:
    return json.loads((schema.FOLDER / name).read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", sorted(schema.SCHEMAS))
def test_shipped_schema_is_the_generated_one(name: str) -> None:
    expected = schema.as_text(schema.SCHEMAS[name]())
    assert (schema.FOLDER / name).read_text(encoding="utf-8") == expected, "run: python -m jpnews_nlp.model.schema"


@pytest.mark.parametrize("name", sorted(schema.SCHEMAS))
def test_schema_is_valid_2020_12(name: str) -> None:
    jsonschema.Draft202012Validator.check_schema(shipped(name))


@pytest.mark.parametrize(("name", "make"), PAIRS)
def test_records_satisfy_the_schema(name: str, make: Any) -> None:
    checker = jsonschema.Draft202012Validator.FORMAT_CHECKER
    jsonschema.Draft202012Validator(shipped(name), format_checker=checker).validate(make().to_dict())


BROKEN = {
    "a key too many": lambda d: d | {"extra": 1},
    "another schema version": lambda d: d | {"schema": 2},
    "a key missing": lambda d: {k: v for k, v in d.items() if k != "groups"},
    "an unknown verdict": lambda d: d | {"groups": [d["groups"][0] | {"verdict": "false"}]},
    "a span that is no number": lambda d: d | {"articles": [d["articles"][0] | {"blocks": [{"start": "0"}]}]},
}


@pytest.mark.parametrize("case", sorted(BROKEN))
def test_other_shapes_are_refused(case: str) -> None:
    validator = jsonschema.Draft202012Validator(shipped("comparison.json"))
    assert list(validator.iter_errors(BROKEN[case](comparison().to_dict())))


def test_every_entity_is_told_apart_by_its_kind() -> None:
    definitions = shipped("analysis.json")["$defs"]
    kinds = {
        name: d["properties"]["kind"] for name, d in definitions.items() if "const" in d["properties"].get("kind", {})
    }
    assert {name: kind["const"] for name, kind in kinds.items()} == {
        "DateExpression": "date",
        "Organization": "organization",
        "Person": "person",
        "Place": "place",
        "TimeExpression": "time",
    }
