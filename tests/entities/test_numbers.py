"""Numbers as numbers, in the shapes that recognizers are tested with: values of own cases, and what is none."""

from __future__ import annotations

import time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jpnews_nlp.entities.numbers import find_numbers
from jpnews_nlp.entities.numbers_kana import kana_value
from jpnews_nlp.entities.numerals import whole


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("答えは42です。", ["42"]), ("二百三十七", ["237"]), ("４８０円", ["480"]), ("1,234,567個", ["1234567"]),
        ("12 345 678", ["12345678"]), ("3万4千5百", ["34500"]), ("8億2万", ["800020000"]),
        ("二兆三百億五千", ["2030000005000"]),
        ("一万二千億", ["1200000000000"]), ("6万 3千 2百", ["63200"]), ("四百 二十 万 三千", ["4203000"]),
        ("七百〇三", ["703"]),
        ("二〇三一", ["2031"]), ("百万四", ["1000004"]), ("9.75", ["9.75"]), ("三点一四", ["3.14"]),
        ("〇・〇五", ["0.05"]),
        ("2.4億", ["240000000"]), ("マイナス12", ["-12"]), ("－３．５", ["-3.5"]), ("▲300", ["-300"]), ("7k", ["7000"]),
        ("2.5M", ["2500000"]),
        ("6.02e3", ["6020"]), ("3e-2", ["0.03"]), ("5分の2", ["0.4"]), ("四分の三", ["0.75"]),
        ("マイナス八分の一", ["-0.125"]),
        ("3と4分の1", ["3.25"]), ("十と二分の一", ["10.5"]), ("三百又五分の二", ["300.4"]), ("7また2分の1", ["7.5"]),
        ("3/8", ["0.375"]), ("100と2ダース", ["124"]), ("…の..8", ["8"]), ("5 万 2,000", ["52000"]), ("零十", ["10"]),
        ("2の5乗", ["32"]), ("2^10", ["1024"]), ("3×10の4乗", ["30000"]), ("2の-2乗", ["0.25"]), ("五ダース", ["60"]),
        ("半ダース", ["6"]),
        ("半数", ["0.5"]), ("二十余万", ["200000"]), ("数字は3、4、そして五十", ["3", "4", "50"]),
        ("1分の1も、零も", ["1", "0"]),
        ("さんびゃくごじゅう", ["350"]), ("にまんさんぜん", ["23000"]), ("ごひゃくまん", ["5000000"]),
        ("いちにさんよんご", ["12345"]), ("マイナス成長で、マイナス5", ["-5"]), ("3人と八匹", ["3", "8"]),
        ("2031年4月3日", ["2031", "4", "3"]), ("第7回", ["7"]), ("「二」と「九」", ["2", "9"]), ("約40", ["40"]),
    ],
)  # fmt: skip
def test_values(text: str, values: list[str]) -> None:
    found = find_numbers(text)
    assert [n.value for n in found] == [Decimal(v) for v in values]
    assert all(text[n.start : n.end] == n.text for n in found)


@pytest.mark.parametrize(
    "text",
    [
        "四国の山",
        "統一した",
        "三菱の車",
        "六本木",
        "千代田区",
        "いちご",
        "にせんべい",
        "さんごの海",
        "百貨店",
        "abc1",
        "",
    ],
)
def test_no_number(text: str) -> None:
    assert find_numbers(text) == ()


@pytest.mark.parametrize("text", ["にほん", "", "せんa"])
def test_no_kana_number(text: str) -> None:
    assert kana_value(text) in (None, Decimal(0))


@given(
    st.text(alphabet="0123.,・万億千百十一二分の乗^e-/とまたkMマイナスダース半数余 にさんひゃくまんせん", max_size=40)
)
def test_odd_text_never_fails(text: str) -> None:
    last = 0
    for found in find_numbers(text):
        assert text[found.start : found.end] == found.text
        assert found.start >= last
        last = found.end


@pytest.mark.parametrize("unit", ["1", "1,", "一", "百 ", "1分の", "2の3", "1/", "さんびゃく", "に", "^9", "マイナス"])
def test_time_grows_with_the_text_alone(unit: str) -> None:
    def seconds(length: int) -> float:
        text = (unit * length)[:length]
        best = 10.0
        for _ in range(3):
            start = time.process_time()
            find_numbers(text)
            best = min(best, time.process_time() - start)
        return best

    assert seconds(16_000) < 80 * max(seconds(1_000), 1e-4)


@pytest.mark.parametrize(
    ("text", "written"), [("1.0千", "1000"), ("2.30万", "23000"), ("1.5", "1.5"), ("1.50", "1.50")]
)
def test_a_tail_that_multiplication_brought_in_goes(text: str, written: str) -> None:
    (found,) = find_numbers(text)
    assert str(found.value) == written


def test_a_whole_number_may_be_written_with_a_tail() -> None:
    assert whole("5.0") == 5
    assert whole("5.5") is None
