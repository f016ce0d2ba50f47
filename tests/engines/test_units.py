"""Numbers and dates joined, their parts kept."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jpnews_nlp.engines.mecab import MecabEngine
from jpnews_nlp.engines.units import join_units

ENGINE = MecabEngine()

CASES = {
    "年月日": ("2025年8月15日に開いた。", [("2025年8月15日", "date")]),
    "日付と時刻": ("8月15日午後3時25分", [("8月15日", "date"), ("午後3時25分", "time")]),
    "元号": ("平成二十年に", [("平成二十年", "date")]),
    "小数": ("規模はＭ６．９、深さ25.1km", [("６．９", "number"), ("25.1", "number")]),
    "桁区切り": ("1,234人が", [("1,234人", "number")]),
    "単位のある大きな数": ("約3万5千人", [("3万5千人", "number")]),
    "範囲": ("1〜3月期", [("1〜3月期", "date")]),
    "第": ("第2回", [("第2回", "number")]),
    "続く数は別": ("10人20円", [("10人", "number"), ("20円", "number")]),
    "句点は数に入らない": ("残りは10。20は別だ。", [("10", "number"), ("20", "number")]),
    "空白をまたがない": ("10 20", [("10", "number"), ("20", "number")]),
    "数がない": ("県が発表した。", []),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES.keys())
def test_units(text: str, expected: list[tuple[str, str]]) -> None:
    units = join_units(ENGINE.parse_text(text).tokens)
    assert [(u.of(text), u.kind) for u in units] == expected


def test_parts_are_kept() -> None:
    tokens = ENGINE.parse_text("2025年8月15日").tokens
    (unit,) = join_units(tokens)
    assert [t.surface for t in tokens[unit.first_token : unit.last_token]] == ["2025", "年", "8", "月", "15", "日"]


@settings(deadline=None)
@given(st.text(alphabet="0１二十万年月日時分人.,〜-第午後 。\n", max_size=30))
def test_units_are_apart_and_in_order(text: str) -> None:
    units = join_units(ENGINE.parse_text(text).tokens)
    assert all(u.start < u.end for u in units)
    assert all(a.end <= b.start for a, b in pairwise(units))
