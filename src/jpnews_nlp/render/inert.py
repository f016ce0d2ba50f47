"""Text of articles made safe to show: it can neither drive a terminal nor reorder the page around it."""

from __future__ import annotations

import unicodedata
from datetime import datetime

_BIDI = [0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)]
_SHOWN: dict[int, str] = {
    **{code: chr(0x2400 + code) for code in range(0x20)},
    0x7F: "␡",
    **dict.fromkeys(range(0x80, 0xA0), "�"),
    **dict.fromkeys(_BIDI, "�"),
    **dict.fromkeys(range(0xD800, 0xE000), "�"),
    **dict.fromkeys((0x0D, 0x85, 0x2028, 0x2029), "\n"),
}
del _SHOWN[0x09], _SHOWN[0x0A]


def inert(text: str) -> str:
    r"""`text` with control characters, bidi controls and lone surrogates shown as symbols; tabs and newlines stay.

    Example:
        >>> inert("赤\x1b[31m字")
        '赤␛[31m字'
    """
    return text.replace("\r\n", "\n").translate(_SHOWN)


def one_line(text: str) -> str:
    r"""`text` inert and on one line, every run of white space one space.

    Example:
        >>> one_line(" 首相は\n 辞任した。")
        '首相は 辞任した。'
    """
    return " ".join(inert(text).split())


def clipped(text: str, length: int) -> str:
    """`text` on one line, cut with an ellipsis after `length` characters.

    Example:
        >>> clipped("首相は15日に辞任した。", 6)
        '首相は15…'
    """
    line = one_line(text)
    return line if len(line) <= length else line[: length - 1] + "…"


def width(text: str) -> int:
    """How many terminal columns `text` takes."""
    return sum(0 if unicodedata.combining(char) else 1 + (unicodedata.east_asian_width(char) in "WF") for char in text)


def padded(text: str, columns: int) -> str:
    """`text` with spaces behind it up to a terminal width."""
    return text + " " * max(0, columns - width(text))


def moment(published: datetime | None, unknown: str) -> str:
    """A publication time for the eye: the day alone at midnight, the offset only when it is not Japan's.

    Example:
        >>> moment(datetime.fromisoformat("2025-08-16T09:30:00+09:00"), "")
        '2025-08-16 09:30'
    """
    if published is None:
        return unknown
    offset = published.strftime("%z")
    if offset != "+0900":
        return published.strftime("%Y-%m-%d %H:%M ") + offset
    return published.strftime("%Y-%m-%d" if (published.hour, published.minute) == (0, 0) else "%Y-%m-%d %H:%M")
