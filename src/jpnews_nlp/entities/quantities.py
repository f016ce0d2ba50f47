"""Quantities: numbers with their unit and how exactly they are meant (約30人, 1億2000万円, 震度6強, M6.3, 数十人)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from jpnews_nlp.entities import pattern_tables
from jpnews_nlp.entities.numerals import NUMBER, NUMBER_CHARACTER, fold, number, trailing_zeros
from jpnews_nlp.entities.quantity_agreement import Agreement, compatible
from jpnews_nlp.model.quantity import Bound, Quantity
from jpnews_nlp.model.span import Span

__all__ = ["Agreement", "compatible", "find_quantities"]

_UNITS = {fold(written): (unit, Decimal(factor)) for written, unit, factor in pattern_tables.rows("quantity_units")}
_BOUNDS: dict[tuple[str, str], Bound] = {(row[0], row[1]): row[2] for row in pattern_tables.rows("quantity_bounds")}  # type: ignore[misc]


def _words(side: str) -> str:
    return pattern_tables.words(tuple(word for at, word in _BOUNDS if at == side))


_CANDIDATE = re.compile(
    rf"(?=[{NUMBER_CHARACTER}$¥€£震マM数何▲△-])(?<![{NUMBER_CHARACTER}.,A-Za-z_])(?:"
    r"震度(?P<shindo>[0-7])(?P<half>強|弱)?(?P<over>以上)?"
    r"|(?:マグニチュード|M)(?:\(M\))?[ =]?(?P<magnitude>[0-9](?:[.・][0-9])?)(?![0-9A-Za-z.-])"
    rf"|(?P<whole>{NUMBER})分の(?P<part>{NUMBER})"
    rf"|(?P<some>数|十数|何)(?P<scale>[十百千万億]{{0,3}})"
    rf"|(?P<minus>[-▲△]|マイナス)?(?P<currency>[$¥€£])?(?P<number>{NUMBER})(?P<more>数|余)?(?P<tail>[十百千万億兆]{{0,2}})"
    rf"(?:(?:[~-]|から|、)(?P<to>{NUMBER}))?)"
)
_UNIT = re.compile(r" ?(?:" + pattern_tables.words(tuple(_UNITS)) + r")(?![A-Za-z])")
_BEFORE = re.compile(_words("before") + r"の?\Z")
_AFTER = re.compile(_words("after"))
_HALF = re.compile("半")
_MINUTES = re.compile(r"(?P<minutes>[1-5]?[0-9])分(?!の)間?")
_SPEED = re.compile(r"(?:時速|毎時|秒速|毎秒|風速)\Z")
_PERCENT_TAIL = re.compile(r"(?P<bu>[0-9一二三四五六七八九])分(?:(?P<rin>[0-9一二三四五六七八九])厘)?")
_AGE = re.compile(r"[一-龠ぁ-んァ-ヶー々]\(\Z")
_HONORIFIC = re.compile(r"(?:さん|ちゃん|くん|君|氏)\(\Z")
_NOT = re.compile(pattern_tables.words(tuple(row[0] for row in pattern_tables.rows("quantity_not"))))
_URL = re.compile(r"https?://[!-~]{1,2000}")
_KANJI_ONLY = re.compile(r"[^0-9]+")
_ORDINAL = re.compile(r"目")
_CURRENCY = {"$": "ドル", "¥": "円", "€": "ユーロ", "£": "ポンド"}
_SCALE = {"十": 1, "百": 2, "千": 3, "万": 4, "億": 8, "兆": 12}
_AGE_LIMIT = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class _Number:
    """Low and high as the digits say, where they end, and whether the number itself is loose."""

    low: Decimal
    high: Decimal
    end: int
    loose: bool = False


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
    blocked = sorted([(s.start, s.end) for s in exclude] + [m.span() for p in (_NOT, _URL) for m in p.finditer(folded)])
    found: list[Quantity] = []
    position = index = 0
    while match := _CANDIDATE.search(folded, position):
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
    if match["shindo"]:
        return _intensity(text, match)
    if match["magnitude"]:
        value = number(match["magnitude"])
        return _plain(text, match.start(), match.end(), value, "M") if value is not None else None
    if match["part"]:
        return _fraction(text, folded, match)
    amount = _some(match) if match["some"] else _amount(folded, match)
    return _with_unit(text, folded, match, amount) if amount else None


def _plain(text: str, start: int, end: int, value: Decimal, unit: str) -> Quantity:
    return Quantity(start=start, end=end, text=text[start:end], low=value, high=value, unit=unit, bound="exact")


def _intensity(text: str, match: re.Match[str]) -> Quantity:
    """The Japanese seismic scale: 5弱 is 5.0, 5強 is 5.5, so that the steps are in order."""
    value = Decimal(match["shindo"]) + (Decimal("0.5") if match["half"] == "強" else Decimal("0.0"))
    span = text[match.start() : match.end()]
    high = None if match["over"] else value
    bound: Bound = "at_least" if match["over"] else "exact"
    return Quantity(start=match.start(), end=match.end(), text=span, low=value, high=high, unit="震度", bound=bound)


def _fraction(text: str, folded: str, match: re.Match[str]) -> Quantity | None:
    whole, part = number(match["whole"]), number(match["part"])
    if not whole or part is None:
        return None
    percent = (part * 100 / whole).quantize(Decimal("0.01"))
    start, before = _bound_before(folded, match.start())
    end, after = _bound_after(folded, match.end())
    return _bounded(text, (start, end), (percent, percent), "%", after or before)


def _some(match: re.Match[str]) -> _Number | None:
    """数人 is 2 to 9, 数十 20 to 99, 十数 11 to 19, 数百万 two to just under ten million."""
    scale = match["scale"]
    if match["some"] == "何" and not scale:
        return None
    if match["some"] == "十数":
        unit = Decimal(10) ** sum(_SCALE[c] for c in scale)
        return _Number(low=11 * unit, high=19 * unit, end=match.end(), loose=True)
    unit = Decimal(10) ** sum(_SCALE[c] for c in scale)
    return _Number(low=2 * unit, high=10 * unit - 1, end=match.end(), loose=True)


def _amount(folded: str, match: re.Match[str]) -> _Number | None:
    low = number(match["number"] + (match["tail"] if not match["more"] else ""))
    if low is None:
        return None
    sign = -1 if match["minus"] and _is_minus(folded, match) else 1
    if match["more"]:
        unit = Decimal(10) ** sum(_SCALE[c] for c in match["tail"] or "")
        step = Decimal(10) ** trailing_zeros(low)
        return _Number(
            low=(low + 1) * unit, high=(low + max(step, Decimal(10)) - 1) * unit, end=match.end("tail"), loose=True
        )
    if not match["to"]:
        return _Number(low=sign * low, high=sign * low, end=match.end("tail"))
    high = number(match["to"])
    if high is None:
        return None
    return _Number(low=_scaled_like(low, high, match), high=high, end=match.end("to"))


def _is_minus(folded: str, match: re.Match[str]) -> bool:
    return match["minus"] != "-" or not re.match(r"[0-9A-Za-z)]", folded[max(0, match.start() - 1) : match.start()])


def _scaled_like(low: Decimal, high: Decimal, match: re.Match[str]) -> Decimal:
    """In 5~6万人 the scale is written once, with the last number."""
    scale = re.search(r"[万億兆]\Z", match["to"])
    if scale and low < high and not re.search(r"[万億兆]", match["number"]):
        return low * Decimal(10) ** _SCALE[scale[0]]
    return low


def _with_unit(text: str, folded: str, match: re.Match[str], amount: _Number) -> Quantity | None:
    written = _UNIT.match(folded, amount.end)
    middle = None
    if not written and not amount.loose and (middle := _AFTER_NUMBER.match(folded, amount.end)):
        written = _UNIT.match(folded, middle.end())
    if match["to"] and not _is_range(folded, match, amount, bool(written)):
        return None
    if not written:
        return _without_unit(text, folded, match, amount)
    start, before = _bound_before(folded, match.start())
    unit, factor = _UNITS[written[0].strip()]
    low, high = amount.low * factor, amount.high * factor
    end = written.end()
    if unit == "%" and factor == 10:
        low, high, end = _tenths(folded, end, low, high)
    if (half := _HALF.match(folded, end)) and unit in ("時間", "年", "日", "分", "か月", "%"):
        extra = Decimal(5) if unit == "%" else Decimal("0.5")
        low, high, end = low + extra, high + extra, half.end()
    if unit == "時間" and (minutes := _MINUTES.match(folded, end)):
        extra = (Decimal(int(minutes["minutes"])) / 60).quantize(Decimal("0.0001"))
        low, high, end = low + extra, high + extra, minutes.end()
    if unit in ("km", "m") and (speed := _SPEED.search(folded, max(0, start - 2), start)):
        unit, start = f"{unit}/{'h' if '時' in speed[0] else 's'}", speed.start()
    unit, end = _ordinal(folded, match.start(), unit, end)
    end, after = _bound_after(folded, end)
    bound = after or before or (_BOUNDS.get(("after", middle[0])) if middle else None)
    if bound is None and low != high:
        bound = "range"
    return _bounded(text, (start, end), (low, high), unit, bound)


_AFTER_NUMBER = re.compile("余り|あまり|余|以上の|超の|強の|弱の")


def _is_range(folded: str, match: re.Match[str], amount: _Number, has_unit: bool) -> bool:
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


def _without_unit(text: str, folded: str, match: re.Match[str], amount: _Number) -> Quantity | None:
    if match["currency"]:
        return _plain(text, match.start(), amount.end, amount.low, _CURRENCY[match["currency"]])
    if amount.loose or match["some"] or _KANJI_ONLY.fullmatch(match["number"]):
        return None
    if folded[amount.end : amount.end + 1] == ")" and _is_age(folded, match.start("number"), amount.low):
        return _plain(text, match.start("number"), amount.end, amount.low, "歳")
    around = folded[max(0, match.start() - 1) : match.start()] + folded[amount.end : amount.end + 1]
    if match["minus"] == "-" or re.search(r"[-~/:^*#&=_A-Za-z.+第ァ-ヶー]", around):
        return None
    start, before = _bound_before(folded, match.start())
    end, after = _bound_after(folded, amount.end)
    return _bounded(text, (start, end), (amount.low, amount.high), "", after or before)


def _is_age(folded: str, start: int, value: Decimal) -> bool:
    if value != value.to_integral_value() or not 0 <= value <= _AGE_LIMIT:
        return False
    if _HONORIFIC.search(folded, max(0, start - 5), start):
        return True
    return value >= 10 and bool(_AGE.search(folded, max(0, start - 3), start))


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
