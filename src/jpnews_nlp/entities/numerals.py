"""Numbers as Japanese news writes them: full width, kanji, mixed with 万 and 億; the map that folds their spelling."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

_WIDE = {0xFF01 + i: 0x21 + i for i in range(94)}
_FOLDED = {
    ord(c): to
    for to, written in (("~", "〜～∼"), ("-", "−―–—‐‑‒━"), (" ", "　"), ("%", "㌫"), ("¥", "￥"), ("£", "￡"))
    for c in written
}
_SAME_LENGTH: dict[int, int | str] = {**_WIDE, **_FOLDED}

_SHORT = 200

KANJI_DIGITS = "〇零一二三四五六七八九"
_DIGIT_VALUE = {c: i for i, c in enumerate("〇一二三四五六七八九")} | {"零": 0, "壱": 1, "弐": 2, "参": 3}
_SMALL = {"十": 10, "百": 100, "千": 1000, "拾": 10}
_LARGE = {"万": 10**4, "億": 10**8, "兆": 10**12}
SCALES = "十百千万億兆"

_MEASURED = "[万億兆%度倍]|パーセント|ポイント|ドル|ユーロ|メートル|キロ|センチ|トン"
NUMBER = (
    rf"[0-9{KANJI_DIGITS}十百千](?:[0-9{KANJI_DIGITS}{SCALES}]"
    rf"| {{1,2}}(?=[万億兆][ 円ドユ0-9])|,(?=[0-9]{{3}}(?![0-9]))|\.(?=[0-9])"
    rf"|[・点](?=[{KANJI_DIGITS}])|(?<=[0-9])・(?=[0-9]{{1,2}}(?:{_MEASURED}))){{0,40}}"
)
"""A regular expression for one number in folded text. No two of its parts begin alike: it never backtracks."""

NUMBER_CHARACTER = rf"0-9{KANJI_DIGITS}{SCALES}"

_MIDDLE_DOT = re.compile(r"(?<=[0-9])・(?=[0-9])")
_PIECE = re.compile(r"[0-9][0-9,]*(?:\.[0-9]+)?|.")


def fold(text: str) -> str:
    """`text` with full-width letters, digits, brackets and dashes as ASCII, every offset kept.

    Example:
        >>> fold("１２日～（Ｍ６・９）")
        '12日~(M6・9)'
    """
    return _fold_article(text) if len(text) > _SHORT else text.translate(_SAME_LENGTH)


@lru_cache(maxsize=4)
def _fold_article(text: str) -> str:
    # every table of patterns asks for the same article in turn
    return text.translate(_SAME_LENGTH)


def whole(text: str) -> int | None:
    """A short whole number of a date or clock, in digits or kanji.

    Example:
        >>> whole("二十九"), whole("08"), whole("元"), whole("二〇二五")
        (29, 8, 1, 2025)
    """
    if text == "元":
        return 1
    value = number(text)
    return int(value) if value is not None and value == value.to_integral_value() else None


def number(text: str) -> Decimal | None:
    """The value of a number in folded text; None when it is none.

    Example:
        >>> number("1億2000万"), number("二千三百"), number("六・三"), number("3万4,500"), number("二〇二五")
        (Decimal('120000000'), Decimal('2300'), Decimal('6.3'), Decimal('34500'), Decimal('2025'))
    """
    text = _MIDDLE_DOT.sub(".", text).replace(" ", "")
    for mark in "・点":
        head, found, tail = text.partition(mark)
        if found:
            return _with_decimals(head, tail)
    total = section = Decimal(0)
    last = 0
    current: Decimal | None = None
    for piece in _PIECE.findall(text):
        if piece[0].isascii() and piece[0].isdigit():
            current = Decimal(piece.replace(",", ""))
        elif piece in _DIGIT_VALUE:
            current = (current or Decimal(0)) * 10 + _DIGIT_VALUE[piece]
        elif piece in _SMALL:
            section += (current or Decimal(1)) * _SMALL[piece]
            current = None
        elif piece in _LARGE:
            section += current or Decimal(0)
            if last and last < _LARGE[piece]:  # 一万五千億 is fifteen thousand of them
                total = (total + section) * _LARGE[piece]
            else:
                total += (section or Decimal(1)) * _LARGE[piece]
            section, current, last = Decimal(0), None, _LARGE[piece]
        else:
            return None
    return _plain(total + section + (current or Decimal(0))) if text else None


def trailing_zeros(value: Decimal) -> int:
    """How many zeros the whole part of a number ends in: 1200 has two."""
    digits = str(int(value))
    return len(digits) - len(digits.rstrip("0"))


def _with_decimals(head: str, tail: str) -> Decimal | None:
    before = number(head)
    digits = "".join(c if c.isascii() else str(_DIGIT_VALUE.get(c, "")) for c in tail)
    if before is None or not digits.isdigit() or before != before.to_integral_value():
        return None
    return Decimal(f"{before:f}.{digits}")


def _plain(value: Decimal) -> Decimal:
    """`value` without a decimal tail that only multiplication brought in (2.30万 is 23000)."""
    return Decimal(int(value)) if value == value.to_integral_value() and abs(value) >= 1000 else value
