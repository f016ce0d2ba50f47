"""Numbers written in kana (にひゃくごじゅう): only a run with a scale word, or of four digits and more, is one."""

from __future__ import annotations

import re
from decimal import Decimal

_DIGITS = {
    "ぜろ": 0, "いち": 1, "いっ": 1, "に": 2, "さん": 3, "よん": 4, "ご": 5, "ろく": 6, "ろっ": 6, "なな": 7,
    "しち": 7, "はち": 8, "はっ": 8, "きゅう": 9,
}  # fmt: skip
_SMALL = {"じゅう": 10, "じゅっ": 10, "ひゃく": 100, "びゃく": 100, "ぴゃく": 100, "せん": 1000, "ぜん": 1000}
_LARGE = {"まん": 10**4, "おく": 10**8, "ちょう": 10**12}


def _words(*tables: dict[str, int]) -> str:
    return "|".join(sorted((w for table in tables for w in table), key=lambda w: (-len(w), w)))


_DIGIT = _words(_DIGITS)
# A digit before a scale, at least twice, or one digit and one scale that no word of the language is (せんまん is).
_GROUP = rf"(?:{_DIGIT})(?:{_words(_SMALL)})"
KANA_NUMBER = (
    rf"(?:(?:{_GROUP}|{_words(_SMALL)}){{0,4}}(?:{_DIGIT})?(?:{_words(_LARGE)})){{0,3}}"
    rf"(?:{_GROUP}|ひゃく|せん){{1,4}}(?:じゅう)?(?:{_DIGIT})?(?:{_words(_LARGE)})?(?![ぁ-ん])"
    rf"|(?:{_DIGIT}){{5,12}}(?![ぁ-ん])"
)
_TOKEN = re.compile(_words(_DIGITS, _SMALL, _LARGE))


def kana_value(text: str) -> Decimal | None:
    """The value of a kana numeral; None when it is none.

    Example:
        >>> kana_value("にまんごせんさんびゃく"), kana_value("ひゃくさんじゅうろく")
        (Decimal('25300'), Decimal('136'))
    """
    total = section = 0
    current: int | None = None
    plain = ""
    position = 0
    while position < len(text):
        token = _TOKEN.match(text, position)
        if token is None:
            return None
        word, position = token[0], token.end()
        if word in _DIGITS:
            current = (current or 0) * 10 + _DIGITS[word]
            plain += str(_DIGITS[word])
        elif word in _SMALL:
            section += (1 if current is None else current) * _SMALL[word]
            current = None
        else:
            total += (section + (current or 0) or 1) * _LARGE[word]
            section, current = 0, None
    return Decimal(total + section + (current or 0))
