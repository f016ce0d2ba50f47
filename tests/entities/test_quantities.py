"""Quantities: numerals, units, bounds, ages, and whether two quantities can tell of the same number."""

from __future__ import annotations

import time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jpnews_nlp.entities.dates import find_dates
from jpnews_nlp.entities.numerals import fold, number
from jpnews_nlp.entities.quantities import compatible, find_quantities
from jpnews_nlp.entities.quantity_agreement import entails
from jpnews_nlp.model.quantity import Quantity
from jpnews_nlp.model.span import Span


def shape_of(q: Quantity) -> tuple[str, str | None, str | None, str, str]:
    low, high = (None if v is None else f"{v:f}" for v in (q.low, q.high))
    return q.text, low, high, q.unit, q.bound


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("３２", "32"), ("三十二", "32"), ("二千三百", "2300"), ("1億2000万", "120000000"), ("3万4,500", "34500"),
        ("六・三", "6.3"),
        ("２・１", "2.1"), ("二〇二五", "2025"), ("1.5", "1.5"), ("2.3万", "23000"), ("4千万", "40000000"),
        ("五兆六十二億", "5006200000000"),
        ("百", "100"), ("", None), ("山", None),
    ],
)  # fmt: skip
def test_number(text: str, expected: str | None) -> None:
    assert number(fold(text)) == (Decimal(expected) if expected else None)


@pytest.mark.parametrize(
    ("text", "low", "high", "unit", "bound"),
    [
        ("32人", "32", "32", "人", "exact"), ("三十二名", "32", "32", "人", "exact"),
        ("約３０人", "30", "30", "人", "about"),
        ("少なくとも5人", "5", None, "人", "at_least"), ("40人以上", "40", None, "人", "at_least"),
        ("最大30センチ", None, "30", "cm", "at_most"), ("50件未満", None, "50", "件", "less_than"),
        ("60％超", "60", None, "%", "more_than"), ("100人余り", "100", None, "人", "more_than"),
        ("10人程度", "10", "10", "人", "about"), ("数十人", "20", "99", "人", "range"),
        ("十数人", "11", "19", "人", "range"),
        ("20数人", "21", "29", "人", "range"), ("5〜6人", "5", "6", "人", "range"), ("5、6人", "5", "6", "人", "range"),
        ("2～3万人", "20000", "30000", "人", "range"), ("15〜20万円", "150000", "200000", "円", "range"),
        ("8千〜1万人", "8000", "10000", "人", "range"), ("500〜1万人", "500", "10000", "人", "range"),
        ("1億2000万円", "120000000", "120000000", "円", "exact"),
        ("12億㌦", "1200000000", "1200000000", "ドル", "exact"),
        ("1000万人民元", "10000000", "10000000", "元", "exact"),
        ("Ｍ６・９", "6.9", "6.9", "M", "exact"), ("マグニチュードは7.3", "7.3", "7.3", "M", "exact"),
        ("マグニチュード6.3", "6.3", "6.3", "M", "exact"), ("マグニチュード（M）は6.3", "6.3", "6.3", "M", "exact"),
        ("マグニチュード、Ｍ）は六・三", "6.3", "6.3", "M", "exact"),
        ("震度5弱", "5.0", "5.0", "震度", "exact"), ("震度６強", "6.5", "6.5", "震度", "exact"),
        ("震度五強", "5.5", "5.5", "震度", "exact"),
        ("20.5キロ", "20.5", "20.5", "km", "exact"), ("３㎞", "3", "3", "km", "exact"),
        ("15カ所", "15", "15", "か所", "exact"),
        ("3割2分", "32", "32", "%", "exact"), ("5割半", "55", "55", "%", "exact"),
        ("3分の1", "33.33", "33.33", "%", "exact"),
        ("1時間半", "1.5", "1.5", "時間", "exact"), ("90分間", "90", "90", "分", "exact"),
        ("5年間", "5", "5", "年", "exact"),
        ("6.3%", "6.3", "6.3", "%", "exact"), ("六・三％", "6.3", "6.3", "%", "exact"),
        ("２・１％", "2.1", "2.1", "%", "exact"),
        ("5人目", "5", "5", "人目", "exact"), ("2時間30分", "2.5000", "2.5000", "時間", "exact"),
        ("時速40キロ", "40", "40", "km/h", "exact"), ("毎秒59m", "59", "59", "m/s", "exact"),
        ("2年生", "2", "2", "年生", "exact"), ("1円50銭", "1.5000", "1.5000", "円", "exact"),
        ("5ドル30セント", "5.3000", "5.3000", "ドル", "exact"), ("1年6か月", "1.5000", "1.5000", "年", "exact"),
        ("1メートル80センチ", "1.8000", "1.8000", "m", "exact"), ("US$100", "100", "100", "ドル", "exact"),
        ("￥500", "500", "500", "円", "exact"), ("氷点下５度", "-5", "-5", "度", "exact"),
        ("10㌔", "10", "10", "km", "exact"), ("100万分の1", "0.0001", "0.0001", "%", "exact"),
        ("過半数", "50", None, "%", "more_than"), ("半数以上", "50", None, "%", "at_least"),
        ("一万二千億円", "1200000000000", "1200000000000", "円", "exact"),
    ],
)  # fmt: skip
def test_quantity(text: str, low: str | None, high: str | None, unit: str, bound: str) -> None:
    assert [shape_of(q) for q in find_quantities(text)] == [(text, low, high, unit, bound)]


@pytest.mark.parametrize(
    ("text", "quantity", "direction", "base"),
    [
        ("前年比2.1%増の売り上げ", "2.1%増", "up", "前年比"),
        ("前年同期比で約3割減った", "約3割", "down", "前年同期比"),
        ("前日より200円安で終えた", "200円安", "down", "前日より"), ("定数は3人減の見込み", "3人減", "down", None),
        ("利益が倍増した", "倍増", "up", None), ("事故は10年で半減した", "半減", "down", None),
        ("支持率は5ポイント上昇した", "5ポイント上昇", "up", None), ("前月に比べ4人増えた", "4人", "up", "前月に比べ"),
        ("30人に増えた", "30人", None, None), ("職員を3人増員した", "3人", None, None),
        ("5%増税する", "5%", None, None), ("犠牲者を29%減らす", "29%", "down", None),
        ("3人高台へ逃げた", "3人", None, None), ("5円安い", "5円", None, None),
    ],
)  # fmt: skip
def test_change(text: str, quantity: str, direction: str | None, base: str | None) -> None:
    found = [q for q in find_quantities(text) if q.text == quantity]
    assert [(q.direction, q.base) for q in found] == [(direction, base)]


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("3人の死者が出た", "死者"), ("死者は3人に", "死者"), ("負傷者が少なくとも12人に", "負傷者"),
        ("住宅5棟が焼けた", "住宅"), ("12人が負傷した", None), ("今年5人が亡くなった", None), ("3%の値上げ", None),
    ],
)  # fmt: skip
def test_counted(text: str, counted: str | None) -> None:
    assert [q.counted for q in find_quantities(text, exclude=find_dates(text, published=None))] == [counted]


SHAPES = {
    "percent": [
        ("回答率は七パーセント", "7", "%"), ("6.4kパーセント", "6400", "%"), ("４８パ ーセ ント", "48", "%"),
        ("-3.5%", "-3.5", "%"), ("マイナス９％", "-9", "%"), ("8,888パーセント", "8888", "%"), ("０.２％", "0.2", "%"),
        ("2割引の服", "20", "%"), ("4.5割", "45", "%"), ("十割", "100", "%"), ("6割半", "65", "%"),
        ("打率は2割9分3厘", "29.3", "%"), ("三割五分", "35", "%"), ("3,210ポイント", "3210", "ポイント"),
        ("二万ポイント", "20000", "ポイント"), ("百分の七", "7", "%"), ("百分の三点五", "3.5", "%"),
        ("7/100", "7", "%"),
        ("3.5から8パーセント", "8", "%"), ("前年比＋４％", "4", "%"), ("33㌫", "33", "%"),
    ],
    "currency": [
        ("27億円", "2700000000", "円"), ("1個￥80です", "80", "円"), ("\\250", "250", "円"), ("$3.50", "3.5", "ドル"),
        ("両替2.0451ドル", "2.0451", "ドル"), ("3.2スイス・フラン", "3.2", "スイスフラン"),
        ("88ナイラ", "88", "ナイラ"),
        ("三千万人民元", "30000000", "元"), ("7人民元と2角", "7.2", "元"), ("八元五角", "8.5", "元"),
        ("人民元六十元", "60", "元"), ("12.3億ユーロ", "1230000000", "ユーロ"), ("二千円あります", "2000", "円"),
        ("零円", "0", "円"), ("450億台湾ドル", "45000000000", "台湾ドル"), ("2.5香港ドル", "2.5", "香港ドル"),
        ("これは 3  万  円", "30000", "円"), ("12億㌦", "1200000000", "ドル"), ("4ポンド50ペンス", "4.5", "ポンド"),
        ("150円25銭", "150.25", "円"), ("US$9億", "900000000", "ドル"), ("3万ウォン", "30000", "ウォン"),
    ],
    "age": [
        ("現在34歳です", "34", "歳"), ("八歳の子", "8", "歳"), ("15才", "15", "歳"), ("生後5か月", "5", "か月"),
        ("生まれて6週間", "6", "週"), ("40日齢の鶏", "40", "日"), ("木下エミさん（51）", "51", "歳"),
        ("六十七才", "67", "歳"), ("90日たつ子", "90", "日"), ("２歳半の子", "2.5", "歳"),
    ],
}  # fmt: skip
FLOORS = {"percent": 0.95, "currency": 0.95, "age": 0.90}


@pytest.mark.parametrize("shape", SHAPES)
def test_values_of_the_shapes_that_recognizers_are_tested_with(shape: str) -> None:
    missed = []
    for text, value, unit in SHAPES[shape]:
        found = find_quantities(text)
        if not any(q.unit == unit and Decimal(value) in (q.low, q.high) for q in found):
            missed.append((text, [shape_of(q) for q in found]))
    assert 1 - len(missed) / len(SHAPES[shape]) >= FLOORS[shape], missed


@pytest.mark.parametrize(
    ("known", "asked", "expected"),
    [
        ("8時間", "6時間以上", True), ("8時間", "10時間以上", False), ("6時間以上", "10時間以上", None),
        ("6時間以上", "4時間以上", True), ("2時間以内", "3時間", False), ("3時間以内", "5時間以内", True),
        ("90分", "1時間以上", True), ("30人", "30人超", False), ("30人超", "30人以上", True),
        ("30人以上", "30人超", None),
        ("3人", "3件", None), ("数十人", "20人以上", True),
    ],
)  # fmt: skip
def test_entails(known: str, asked: str, expected: bool | None) -> None:
    (first,), (second,) = find_quantities(known), find_quantities(asked)
    assert entails(first, second) is expected


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("山川エリさん(23歳)", "23歳"),
        ("川野フミさん（78）", "78"),
        ("山川太郎容疑者（34）", "34"),
        ("6歳の子", "6歳"),
        ("山川太郎さん（当時66）", "66"),
        ("山川花ちゃん（5）", "5"),
    ],
)
def test_age(text: str, age: str) -> None:
    assert [(q.text, q.unit) for q in find_quantities(text)] == [(age, "歳")]


@pytest.mark.parametrize(("text", "unit"), [("資料（5）", ""), ("1円100銭", "円"), ("1円50銭", "円")])
def test_no_age_and_no_smaller_part(text: str, unit: str) -> None:
    found = find_quantities(text)
    assert {q.unit for q in found} == {unit}
    assert len(found) == (2 if text == "1円100銭" else 1)


@pytest.mark.parametrize(
    "text",
    [
        "六本木", "一日中", "三日月", "八戸市", "石の上にも三年", "毎日新聞", "3-2で勝った", "0-3で敗れた", "B-52",
        "五輪", "一部", "一般",
        "四川", "千葉県", "https://example.org/a?b=20%25", "",
    ],
)  # fmt: skip
def test_no_quantity(text: str) -> None:
    assert [q.text for q in find_quantities(text)] == []


def test_dates_are_no_quantities() -> None:
    text = "15日、3人が3日連続で負傷した。"
    found = find_quantities(text, exclude=find_dates(text, published=None))
    assert [q.text for q in found] == ["3人", "3日"]


def test_an_excluded_span_blocks_all_that_it_touches() -> None:
    assert find_quantities("約30人", exclude=[Span(start=1, end=3)]) == ()


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("30人", "30人", "equal"), ("30人", "三十名", "equal"), ("5人", "4人", "different"),
        ("約40人", "40.3人", "equal"),
        ("約30人", "32人", "equal"), ("約30人", "36人", "different"), ("M6", "M6.3", "equal"),
        ("震度5弱", "震度5強", "different"),
        ("数十人", "32人", "contained"), ("30人以上", "32人", "contained"), ("30人以上", "29人", "different"),
        ("30人超", "30人", "different"), ("30人未満", "30人", "different"), ("5〜6人", "6人", "contained"),
        ("5〜6人", "7人", "different"), ("3km", "3000メートル", "equal"), ("90分", "1時間半", "equal"),
        ("30人", "30件", "incomparable"), ("20%", "20人", "incomparable"), ("数十人", "数百人", "different"),
        ("秒速10m", "時速36キロ", "equal"), ("1アール", "100平方メートル", "equal"), ("50セント", "$0.50", "equal"),
        ("5%増", "5%減", "different"), ("5%増", "5%", "equal"),
        ("30人以上", "20人以上", "contained"), ("1億2000万円", "120000000円", "equal"),
    ],
)  # fmt: skip
def test_compatible(a: str, b: str, expected: str) -> None:
    (first,), (second,) = find_quantities(a), find_quantities(b)
    assert compatible(first, second) == expected
    assert compatible(second, first) == expected


@given(st.text(alphabet="0123.,・万億千百十一二数約人円%％割分の~、-()（）余年半強震度Ｍ a", max_size=40))
def test_odd_text_never_fails(text: str) -> None:
    last = 0
    for q in find_quantities(text):
        assert text[q.start : q.end] == q.text
        assert q.start >= last
        last = q.end
        if q.low is not None and q.high is not None:
            assert q.low <= q.high
        assert compatible(q, q) in ("equal", "contained")


@pytest.mark.parametrize(
    "unit",
    [
        "1",
        "1,",
        "1万",
        "一",
        "数",
        "百",
        "約",
        "1分の",
        "1~",
        "1、",
        "-",
        "M",
        "震度",
        "1円2銭",
        "1 万",
        "北緯1度",
        "1対",
        "前年比",
        "1%増",
        "5 パ ー",
        "1人の",
        "半",
        "死者は",
        "https://a",
    ],
)
def test_time_grows_with_the_text_alone(unit: str) -> None:
    def seconds(length: int) -> float:
        text = (unit * length)[:length]
        best = 10.0
        for _ in range(3):
            start = time.process_time()
            find_quantities(text)
            best = min(best, time.process_time() - start)
        return best

    assert seconds(16_000) < 80 * max(seconds(1_000), 1e-4)


@pytest.mark.parametrize(
    ("text", "value"),
    [("震度6弱の地震。糸魚川は5強。", "5.5"), ("最大震度は六弱だった", "6"), ("最大震度は6強程度", "6.5")],
)
def test_a_grade_of_shaking_without_the_word(text: str, value: str) -> None:
    last = find_quantities(text)[-1]
    assert (last.unit, str(last.low), last.low == last.high) == ("震度", value, True)


@pytest.mark.parametrize("text", ["5強の勢力", "震度計を40%強が持つ", "震度7で6強豪が集まる"])
def test_no_grade_of_shaking(text: str) -> None:
    assert [q.text for q in find_quantities(text) if q.unit == "震度" and "震度" not in q.text] == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("規模（マグニチュード、Ｍ）は６・３", "6.3"),
        ("マグニチュード（M）を6.3から", "6.3"),
        ("マグニチュードははじめ5.9", "5.9"),
        ("マグニチュード六・三", "6.3"),
    ],
)
def test_a_magnitude_after_its_abbreviation(text: str, value: str) -> None:
    first = find_quantities(text)[0]
    assert (first.unit, str(first.low)) == ("M", value)


@pytest.mark.parametrize("text", ["マグニチュードを一つ上げた", "マグニチュードの大きな地震", "M三の字"])
def test_no_magnitude(text: str) -> None:
    assert [q.text for q in find_quantities(text) if q.unit == "M"] == []
