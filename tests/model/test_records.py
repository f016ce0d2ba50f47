"""Records to plain JSON values and back."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date, datetime, timezone
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jpnews_nlp.errors import RecordError
from jpnews_nlp.model.entity import DateExpression, Entity, Person, Place
from jpnews_nlp.model.quantity import Quantity
from jpnews_nlp.model.records import from_plain, string, to_plain


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """One field of every shape a record may have."""

    name: str
    count: int = 0
    share: float = 0.5
    sure: bool = False
    amount: Decimal | None = None
    day: date = date(2025, 8, 15)
    moment: datetime | None = None
    words: tuple[str, ...] = ()
    pair: tuple[int, str] = (1, "一")
    entities: tuple[Entity, ...] = ()


SCORES = st.floats(0, 1)
ENTITIES = st.one_of(
    st.builds(
        Person, start=st.just(0), end=st.just(2), text=st.text(), canonical=st.text(), source=st.text(), score=SCORES
    ),
    st.builds(
        Place, start=st.just(0), end=st.just(2), text=st.text(), canonical=st.text(), source=st.text(), score=SCORES
    ),
)
SAMPLES = st.builds(
    Sample,
    name=st.text(),
    count=st.integers(),
    share=SCORES,
    sure=st.booleans(),
    amount=st.none() | st.decimals(allow_nan=False, allow_infinity=False),
    day=st.dates(),
    moment=st.none() | st.datetimes(timezones=st.just(timezone.utc)),
    words=st.lists(st.text()).map(tuple),
    pair=st.tuples(st.integers(), st.text()),
    entities=st.lists(ENTITIES, max_size=3).map(tuple),
)


@given(SAMPLES)
def test_back_through_json_text(sample: Sample) -> None:
    assert from_plain(Sample, json.loads(json.dumps(to_plain(sample)))) == sample


def test_decimals_are_written_out() -> None:
    assert to_plain(Decimal("1E+3")) == "1000"
    assert to_plain(Decimal("0.10")) == "0.10"


def test_an_entity_says_its_kind() -> None:
    plain = to_plain(
        DateExpression(start=0, end=3, text="15日", canonical="2025-08-15", value="2025-08-15", source="rule")
    )
    assert plain["kind"] == "date"
    assert next(iter(plain)) == "kind"


def test_missing_fields_take_their_defaults() -> None:
    assert from_plain(Sample, {"name": "標本"}) == Sample(name="標本")


def test_unknown_keys_are_passed_over() -> None:
    assert from_plain(Sample, {"name": "標本", "later": 1}) == Sample(name="標本")


BROKEN: dict[str, tuple[Any, str]] = {
    "物でない": ([], "Sample: found list; an object is needed"),
    "鍵がない": ({}, "Sample: the key 'name' is missing"),
    "文字でない": ({"name": 1}, "Sample.name: found int; str is needed"),
    "真偽は数でない": ({"name": "", "count": True}, "Sample.count: found bool"),
    "小数は整数でない": ({"name": "", "count": 1.5}, "Sample.count: found float"),
    "日付が読めない": ({"name": "", "day": "15日"}, "Sample.day: '15日' is no date"),
    "時刻が数": ({"name": "", "moment": 3}, "Sample.moment: 3 is no datetime"),
    "小数が読めない": ({"name": "", "amount": "三"}, "Sample.amount: '三' is no Decimal"),
    "並びでない": ({"name": "", "words": "あ"}, "Sample.words: found str; a list is needed"),
    "並びの中身": ({"name": "", "words": ["あ", None]}, r"Sample.words\[1\]"),
    "種類が知られていない": (
        {"name": "", "entities": [{"kind": "song"}]},
        r"Sample.entities\[0\]: unknown kind 'song'",
    ),
    "種類がない": ({"name": "", "entities": [1]}, r"Sample.entities\[0\]: unknown kind None"),
}


@pytest.mark.parametrize(("data", "message"), BROKEN.values(), ids=BROKEN.keys())
def test_broken_records_are_named(data: Any, message: str) -> None:
    with pytest.raises(RecordError, match=message):
        from_plain(Sample, data)


def test_a_literal_lists_what_is_known() -> None:
    plain = to_plain(Quantity(start=0, end=2, text="3人", low=Decimal(3), high=Decimal(3), unit="人", bound="exact"))
    assert from_plain(Quantity, plain).bound == "exact"
    with pytest.raises(RecordError, match=r"Quantity.bound: found 'near'; one of exact, about"):
        from_plain(Quantity, plain | {"bound": "near"})


@pytest.mark.parametrize("data", [None, [], {}, {"id": None}, {"id": 1}])
def test_string_refuses_what_is_none(data: Any) -> None:
    with pytest.raises(RecordError, match="'id'"):
        string(data, "id")
