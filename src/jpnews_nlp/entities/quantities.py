"""Quantities: numbers with their unit and how exactly they are meant (約30人, 1億2000万円, 震度6強, M6.3, 数十人)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from decimal import Context, Decimal

from jpnews_nlp.entities import pattern_tables
from jpnews_nlp.entities.figures import find_coordinates, find_scores
from jpnews_nlp.entities.numerals import NUMBER, fold, number
from jpnews_nlp.entities.quantity_agreement import Agreement, compatible
from jpnews_nlp.entities.quantity_candidates import CANDIDATE, WORDS, Amount, some_amount
from jpnews_nlp.entities.quantity_candidates import amount as read_amount
from jpnews_nlp.entities.quantity_changes import base_before, change_after, counted_thing
from jpnews_nlp.model.quantity import Bound, Direction, Quantity
from jpnews_nlp.model.span import Span

__all__ = ["Agreement", "compatible", "find_quantities"]

_UNITS = {fold(written): (unit, Decimal(factor)) for written, unit, factor in pattern_tables.rows("quantity_units")}
_BOUNDS: dict[tuple[str, str], Bound] = {(row[0], row[1]): row[2] for row in pattern_tables.rows("quantity_bounds")}  # type: ignore[misc]


_SUBUNITS = {(unit, written): Decimal(count) for unit, written, count in pattern_tables.rows("quantity_subunits")}


def _words(side: str) -> str:
    return pattern_tables.words(tuple(word for at, word in _BOUNDS if at == side))


_UNIT = re.compile(r" {0,3}(?:" + pattern_tables.words(tuple(_UNITS)) + r")(?![A-Za-z])")
_SPACED_PERCENT = re.compile(r" {0,5}(?P<k>k)?" + "".join(" {0,5}" + c for c in "パーセント"))
_BEFORE = re.compile(_words("before") + r"の?\Z")
_AFTER = re.compile(_words("after"))
_HALF = re.compile("半")
_SUBUNIT = re.compile(
    rf"と?(?P<count>{NUMBER})(?P<unit>{pattern_tables.words(tuple({w for _, w in _SUBUNITS}))})"
    r"(?!の[0-9一二三四五六七八九])間?"
)
_PER_CENT = re.compile(r"/100(?![0-9./年月日])")
_SPEED = re.compile(r"(?:時速|毎時|秒速|毎秒|風速)\Z")
_PERCENT_TAIL = re.compile(r"(?P<bu>[0-9一二三四五六七八九])分(?:(?P<rin>[0-9一二三四五六七八九])厘)?")
_PERSON = re.compile(r"(?:さん|氏|ちゃん|君|くん|容疑者|被告|男性|女性|男|女|子|少年|少女)\((?:当時)?\Z")
_AGE = re.compile(r"[一-龠ぁ-んァ-ヶー々]\((?:当時)?\Z")
_HONORIFIC = re.compile(r"(?:さん|ちゃん|くん|君|氏)\((?:当時)?\Z")
_NOT = re.compile(pattern_tables.words(tuple(row[0] for row in pattern_tables.rows("quantity_not"))))
_URL = re.compile(r"https?://[!-~]{1,2000}")
_KANJI_ONLY = re.compile(r"[^0-9]+")
_ORDINAL = re.compile(r"目")
_CURRENCY = {
    "$": "ドル",
    "US$": "ドル",
    "HK$": "香港ドル",
    "NT$": "台湾ドル",
    "¥": "円",
    "\\": "円",
    "€": "ユーロ",
    "£": "ポンド",
}
_AGE_LIMIT = 120
_FOUR_DIGITS = Context(prec=4)


def find_quantities(text: str, *, exclude: Iterable[Span] = ()) -> tuple[Quantity, ...]:
    """The quantities of a text, in order and without overlap.

    Args:
        text: The whole text.
        exclude: Spans that hold no quantities: the dates and clock times found.

    Example:
        >>> [(q.text, str(q.low), str(q.high), q.unit, q.bound) for q in find_quantities("約３０人、二千三百戸以上")]
        [('約３０人', '30', '30', '人', 'about'), ('二千三百戸以上', '2300', 'None', '戸', 'at_least')]
    """
    folded = fold(text)
    pairs: tuple[Span, ...] = (*find_coordinates(text), *find_scores(text))
    blocked = sorted(
        [(s.start, s.end) for s in (*exclude, *pairs)] + [m.span() for p in (_NOT, _URL) for m in p.finditer(folded)]
    )
    found: list[Quantity] = []
    position = index = 0
    while match := CANDIDATE.search(folded, position):
        position = match.end()
        while index < len(blocked) and blocked[index][1] <= match.start():
            index += 1
        if index < len(blocked) and blocked[index][0] < match.end() and blocked[index][0] <= match.start():
            position = max(match.start() + 1, blocked[index][1])
            continue
        quantity = _read(text, folded, match)
        if quantity and not (index < len(blocked) and blocked[index][0] < quantity.end):
            found.append(quantity)
            position = quantity.end
        elif match["to"] and quantity is None:
            position = match.end("number")
    return tuple(found)


def _read(text: str, folded: str, match: re.Match[str]) -> Quantity | None:
    if match["word"]:
        return _word(text, folded, match)
    if match["shindo"]:
        return _intensity(text, match)
    if match["magnitude"]:
        value = number(match["magnitude"])
        return _plain(text, match.start(), match.end(), value, "M") if value is not None else None
    if match["part"]:
        return _fraction(text, folded, match)
    amount = some_amount(match) if match["some"] else read_amount(folded, match)
    return _with_unit(text, folded, match, amount) if amount else None


def _plain(text: str, start: int, end: int, value: Decimal, unit: str) -> Quantity:
    return Quantity(start=start, end=end, text=text[start:end], low=value, high=value, unit=unit, bound="exact")


def _intensity(text: str, match: re.Match[str]) -> Quantity:
    """The Japanese seismic scale: 5弱 is 5.0, 5強 is 5.5, so that the steps are in order."""
    value = (number(match["shindo"]) or Decimal(0)) + (Decimal("0.5") if match["half"] == "強" else Decimal("0.0"))
    span = text[match.start() : match.end()]
    high = None if match["over"] else value
    bound: Bound = "at_least" if match["over"] else "exact"
    return Quantity(start=match.start(), end=match.end(), text=span, low=value, high=high, unit="震度", bound=bound)


def _fraction(text: str, folded: str, match: re.Match[str]) -> Quantity | None:
    whole, part = number(match["whole"]), number(match["part"])
    if not whole or part is None:
        return None
    percent = part * 100 / whole
    percent = percent.quantize(Decimal("0.01")) if percent >= 1 else +percent.normalize(_FOUR_DIGITS)
    start, before = _bound_before(folded, match.start())
    end, after = _bound_after(folded, match.end())
    return _bounded(text, (start, end), (percent, percent), "%", after or before)


def _with_unit(text: str, folded: str, match: re.Match[str], amount: Amount) -> Quantity | None:
    written = _UNIT.match(folded, amount.end)
    middle = None
    if not written and not amount.loose and (middle := _AFTER_NUMBER.match(folded, amount.end)):
        written = _UNIT.match(folded, middle.end())
    spaced = None if written else _SPACED_PERCENT.match(folded, amount.end)
    if spaced:
        size = amount.low * (1000 if spaced["k"] else 1)
        return _plain(text, match.start(), spaced.end(), size, "%")
    if match["to"] and not _is_range(folded, match, amount, bool(written)):
        return None
    if not written:
        return _grade(text, folded, match, amount) or _without_unit(text, folded, match, amount)
    start, before = _bound_before(folded, match.start())
    unit, factor = _UNITS[written[0].strip()]
    low, high = amount.low * factor, amount.high * factor
    end = written.end()
    if unit == "%" and factor == 10:
        low, high, end = _tenths(folded, end, low, high)
    if (half := _HALF.match(folded, end)) and unit in ("時間", "年", "日", "分", "か月", "歳", "倍", "周", "%"):
        extra = Decimal(5) if unit == "%" else Decimal("0.5")
        low, high, end = low + extra, high + extra, half.end()
    if low == high and (part := _subunits(folded, end, unit)):
        low, high, end = low + part[0], high + part[0], part[1]
    if unit in ("km", "m") and (speed := _SPEED.search(folded, max(0, start - 2), start)):
        unit, start = f"{unit}/{'h' if '時' in speed[0] else 's'}", speed.start()
    unit, end = _ordinal(folded, match.start(), unit, end)
    end, after = _bound_after(folded, end)
    bound = after or before or (_BOUNDS.get(("after", middle[0])) if middle else None)
    if bound is None and low != high:
        bound = "range"
    direction, end = change_after(folded, end, unit)
    quantity = _bounded(text, (start, end), (low, high), unit, bound)
    return replace(
        quantity,
        direction=direction,
        base=base_before(folded, start),
        counted=None if direction else counted_thing(folded, start, end, unit),
    )


def _subunits(folded: str, end: int, unit: str) -> tuple[Decimal, int] | None:
    """The smaller part after a unit, in that unit (1円50銭 is 1.5円), and where it ends."""
    part = _SUBUNIT.match(folded, end)
    count = _SUBUNITS.get((unit, part["unit"])) if part else None
    value = number(part["count"]) if part else None
    if part is None or count is None or value is None or value >= count:
        return None
    return (value / count).quantize(Decimal("0.0001")), part.end()


def _word(text: str, folded: str, match: re.Match[str]) -> Quantity | None:
    """倍増, 半減, 過半数."""
    _, value, unit, bound, direction, *stop = WORDS[match["word"]]
    if stop and stop[0] and folded.startswith(stop[0], match.end()):
        return None
    size = Decimal(value)
    start, before = _bound_before(folded, match.start())
    end, after = _bound_after(folded, match.end())
    quantity = _bounded(text, (start, end), (size, size), unit, after or before or bound)  # type: ignore[arg-type]
    told: Direction | None = "up" if direction == "up" else "down" if direction == "down" else None
    return replace(quantity, direction=told, base=base_before(folded, start))


# The two grades with halves, as a text that tells of 震度 goes on to write them (糸魚川は5強).
_GRADE = re.compile("[強弱](?:(?=程度)|(?![一-龥]))")
_AFTER_NUMBER = re.compile("余り|あまり|余|以上の|超の|強の|弱の")


def _is_range(folded: str, match: re.Match[str], amount: Amount, has_unit: bool) -> bool:
    if not has_unit:
        return False
    joint = folded[match.end("tail") : match.start("to")]
    if joint == "、":
        return amount.high - amount.low == 1 and amount.high < 10
    return amount.low < amount.high


def _tenths(folded: str, end: int, low: Decimal, high: Decimal) -> tuple[Decimal, Decimal, int]:
    """3割8分7厘 is 38.7%."""
    tail = _PERCENT_TAIL.match(folded, end)
    if not tail:
        return low, high, end
    extra = (number(tail["bu"]) or Decimal(0)) + (number(tail["rin"] or "〇") or Decimal(0)) / 10
    return low + extra, high + extra, tail.end()


def _ordinal(folded: str, start: int, unit: str, end: int) -> tuple[str, int]:
    """第3回 and 3回目 count places in an order, 3回 counts times."""
    if _ORDINAL.match(folded, end):
        return f"{unit}目", end + 1
    return (f"{unit}目", end) if folded[max(0, start - 1) : start] == "第" else (unit, end)


def _grade(text: str, folded: str, match: re.Match[str], amount: Amount) -> Quantity | None:
    """A grade of shaking whose unit the text told before (糸魚川は5強)."""
    half = _GRADE.match(folded, amount.end)
    if not half or amount.low not in (5, 6) or "震度" not in folded:
        return None
    value = amount.low + (Decimal("0.5") if half[0] == "強" else 0)
    return _plain(text, match.start("number"), half.end(), value, "震度")


def _without_unit(text: str, folded: str, match: re.Match[str], amount: Amount) -> Quantity | None:
    if match["currency"]:
        return _plain(text, match.start(), amount.end, amount.low, _CURRENCY[match["currency"]])
    if amount.loose or match["some"] or _is_word(folded, match):
        return None
    if hundredths := _PER_CENT.match(folded, amount.end):
        return _plain(text, match.start(), hundredths.end(), amount.low, "%")
    if folded[amount.end : amount.end + 1] == ")" and _is_age(folded, match.start("number"), amount.low):
        return _plain(text, match.start("number"), amount.end, amount.low, "歳")
    around = folded[max(0, match.start() - 1) : match.start()] + folded[amount.end : amount.end + 1]
    if match["minus"] == "-" or re.search(r"[-~/:^*#&=_A-Za-z.+第ァ-ヶー]", around):
        return None
    start, before = _bound_before(folded, match.start())
    end, after = _bound_after(folded, amount.end)
    return _bounded(text, (start, end), (amount.low, amount.high), "", after or before)


def _is_word(folded: str, match: re.Match[str]) -> bool:
    """Whether kanji without a unit may be part of a word; in 岩井徹さん（六十四） they tell an age."""
    start = match.start("number")
    return bool(_KANJI_ONLY.fullmatch(match["number"])) and not _PERSON.search(folded, max(0, start - 8), start)


def _is_age(folded: str, start: int, value: Decimal) -> bool:
    if value != value.to_integral_value() or not 0 <= value <= _AGE_LIMIT:
        return False
    if _HONORIFIC.search(folded, max(0, start - 7), start):
        return True
    return value >= 10 and bool(_AGE.search(folded, max(0, start - 5), start))


def _bound_before(folded: str, start: int) -> tuple[int, Bound | None]:
    found = _BEFORE.search(folded, max(0, start - 7), start)
    return (found.start(), _BOUNDS["before", found[0].removesuffix("の")]) if found else (start, None)


def _bound_after(folded: str, end: int) -> tuple[int, Bound | None]:
    found = _AFTER.match(folded, end)
    if not found or folded.startswith(("制", "化", "い", "ま", "調"), found.end()):
        return end, None
    return found.end(), _BOUNDS["after", found[0]]


def _bounded(
    text: str, span: tuple[int, int], values: tuple[Decimal, Decimal], unit: str, bound: Bound | None
) -> Quantity:
    low: Decimal | None
    high: Decimal | None
    low, high = values
    if bound in ("at_least", "more_than"):
        high = None
    elif bound in ("at_most", "less_than"):
        low = None
    elif low != high:
        bound = "range"
    start, end = span
    return Quantity(start=start, end=end, text=text[start:end], low=low, high=high, unit=unit, bound=bound or "exact")
