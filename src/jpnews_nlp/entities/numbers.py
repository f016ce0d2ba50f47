"""Every number of a text with its value: digits and kanji, signs, decimals, fractions, powers, dozens, kana numerals.

`quantities` reads what is counted and measured, and is strict about words that only look like numbers; this module
reads numbers as numbers: one step after the other from where a number begins.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal, DecimalException

from jpnews_nlp.entities import pattern_tables
from jpnews_nlp.entities.numbers_kana import KANA_NUMBER, kana_value
from jpnews_nlp.entities.numerals import KANJI_DIGITS, fold, number
from jpnews_nlp.model.span import Span

_DIGIT = rf"0-9{KANJI_DIGITS}"
_ATOM = re.compile(
    # digits in groups of three, parted by commas or spaces
    r"[0-9]{1,3}(?P<gap>[,、 ])[0-9]{3}(?:(?P=gap)[0-9]{3}){0,6}(?![0-9])(?:\.[0-9]{1,20})?"
    rf"|[{_DIGIT}十百千拾](?:[{_DIGIT}十百千拾万億兆]|,(?=[0-9]{{3}}(?![0-9]))|\.(?=[0-9])|[・点](?=[{_DIGIT}])"
    # 7万 5千 4百: a space after one scale and before a smaller one
    rf"|(?<=[百千万億兆]) (?=[{_DIGIT}]{{1,4}}[十百千万億])|(?<=[万億兆]) (?=[0-9],[0-9]{{3}}(?![0-9]))"
    rf"|(?<=[{_DIGIT}十百千]) (?=[万億][{_DIGIT} ]?)){{0,40}}"
)
_START = re.compile(
    rf"(?<![0-9A-Za-z])(?<![0-9A-Za-z]\.)(?=[{_DIGIT}十百千半])(?<![{_DIGIT}十百千万億兆])|(?<![ぁ-ん])(?={KANA_NUMBER})"
)
_SIGN = re.compile(r"(?P<minus>マイナス|-|−|▲)\Z")
_LOOSE = re.compile(r"(?:余り?|あまり|数)(?P<scale>[十百千]?[万億兆]|[十百千])")
_EXPONENT = re.compile(r"[eE](?P<n>[+-]?[0-9]{1,3})(?![0-9A-Za-z])")
_SUFFIX = re.compile(r" ?(?P<k>[kKM])(?![A-Za-z0-9])")
_SUFFIXES = {"k": 1000, "K": 1000, "M": 1000000}
_OVER = re.compile(r" ?分の ?(?P<minus>マイナス)?")
_AND = re.compile(r"と|[又]|また|は (?=[^ ]{1,6} 分の)")
_SLASH = re.compile(r"/(?=[0-9])")
_POWER = re.compile(r"(?:×(?P<ten>10|十))?(?:の|\^)(?P<signs>(?:マイナス|[-+]){0,2})")
_DOZEN = re.compile(r" ?ダース")
_HALVES = {"半ダース": Decimal(6), "半数": Decimal("0.5")}
_WORDS = re.compile(pattern_tables.words(tuple(row[0] for row in pattern_tables.rows("quantity_not"))))
_UNITS = tuple(sorted({row[0][0] for row in pattern_tables.rows("quantity_units")}))
_KANJI = re.compile(r"[一-龠]")
_PLACES = Decimal("1e-24")


@dataclass(frozen=True, slots=True, kw_only=True)
class Number(Span):
    """A number as written, and its value."""

    text: str
    value: Decimal


def find_numbers(text: str) -> tuple[Number, ...]:
    """The numbers of a text, in order and without overlap.

    Example:
        >>> [(n.text, str(n.value)) for n in find_numbers("2と4分の1、マイナス３、1.1の2乗、四川の三ダース")]
        [('2と4分の1', '2.25'), ('マイナス３', '-3'), ('1.1の2乗', '1.21'), ('三ダース', '36')]
    """
    folded = fold(text)
    blocked = [m.span() for m in _WORDS.finditer(folded)]
    found: list[Number] = []
    position = index = 0
    while match := _START.search(folded, position):
        start = match.start()
        while index < len(blocked) and blocked[index][1] <= start:
            index += 1
        if index < len(blocked) and blocked[index][0] <= start:
            position = blocked[index][1]
            continue
        read = _read(folded, start)
        if read is None:
            position = start + 1
            continue
        value, end = read
        sign = _SIGN.search(folded, max(position, start - 4), start)
        if sign and not re.match(r"[0-9A-Za-z)]", folded[max(0, sign.start() - 1) : sign.start()]):
            doubled = _SIGN.search(folded, max(position, sign.start() - 4), sign.start())
            value, start = (value, start) if doubled else (-value, sign.start())
        found.append(Number(start=start, end=end, text=text[start:end], value=value))
        position = end
    return tuple(found)


def _read(folded: str, start: int) -> tuple[Decimal, int] | None:
    for word, value in _HALVES.items():
        if folded.startswith(word, start):
            return value, start + len(word)
    if kana := re.compile(KANA_NUMBER).match(folded, start):
        known = kana_value(kana[0])
        return (known, kana.end()) if known is not None else None
    atom = _atom(folded, start)
    if atom is None:
        return None
    try:
        return _extended(folded, *atom)
    except DecimalException:
        return atom


def _atom(folded: str, start: int, *, inside: bool = False) -> tuple[Decimal, int] | None:
    """The number alone; `inside` one that has begun, what stands around it says no more."""
    match = _ATOM.match(folded, start)
    if match is None or (not inside and _is_part_of_a_word(folded, match)):
        return None
    words = match[0].replace(" ", "")
    value = number(words.replace(match["gap"], "") if match["gap"] else words)
    if value is None:
        return None
    if loose := _LOOSE.match(folded, match.end()):
        scale = number("1" + loose["scale"])
        return value * (scale or 1), loose.end()
    return value, match.end()


def _is_part_of_a_word(folded: str, match: re.Match[str]) -> bool:
    """A lone kanji numeral between other kanji is part of a word, unless a unit follows (一匹)."""
    if len(match[0]) > 1 or match[0].isascii():
        return False
    before, after = folded[max(0, match.start() - 1) : match.start()], folded[match.end() : match.end() + 1]
    if _KANJI.match(before) and before not in "約第計各年月日":
        return True
    return bool(_KANJI.match(after)) and after not in _UNITS and after not in "分割余数億"


def _extended(folded: str, value: Decimal, end: int) -> tuple[Decimal, int]:
    """What follows a number and goes into its value: the first that is there."""
    return next((read for step in _STEPS if (read := step(folded, value, end))), (value, end))


def _scaled(folded: str, value: Decimal, end: int) -> tuple[Decimal, int] | None:
    """2.5e-3, 3k, 三ダース."""
    if exponent := _EXPONENT.match(folded, end):
        return value.scaleb(int(exponent["n"])), exponent.end()
    if suffix := _SUFFIX.match(folded, end):
        return value * _SUFFIXES[suffix["k"]], suffix.end()
    dozen = _DOZEN.match(folded, end)
    return (value * 12, dozen.end()) if dozen else None


def _mixed(folded: str, value: Decimal, end: int) -> tuple[Decimal, int] | None:
    """2と4分の1, 300と2ダース."""
    joint = _AND.match(folded, end)
    below = _atom(folded, joint.end(), inside=True) if joint else None
    if joint is None or below is None:
        return None
    part = _fraction(folded, *below) or (_divided(folded, *below) if joint[0] == "また" else None)
    if part:
        return (value + part[0], part[1]) if abs(part[0]) < 2 else None
    dozens = _DOZEN.match(folded, below[1]) if joint[0] == "と" else None
    return (value + below[0] * 12, dozens.end()) if dozens else None


def _divided(folded: str, value: Decimal, end: int) -> tuple[Decimal, int] | None:
    """3/4, but no date."""
    slash = _SLASH.match(folded, end)
    divisor = _atom(folded, slash.end(), inside=True) if slash else None
    if not divisor or not divisor[0] or folded.startswith("/", divisor[1]):
        return None
    return _rounded(value / divisor[0]), divisor[1]


def _fraction(folded: str, whole: Decimal, end: int) -> tuple[Decimal, int] | None:
    over = _OVER.match(folded, end)
    part = _atom(folded, over.end(), inside=True) if over else None
    if not over or not part or not whole:
        return None
    value = part[0] / whole
    return _rounded(-value if over["minus"] else value), part[1]


def _power(folded: str, base: Decimal, end: int) -> tuple[Decimal, int] | None:
    """AのB乗, A^B and A×10のB乗."""
    sign = _POWER.match(folded, end)
    raised = _atom(folded, sign.end(), inside=True) if sign else None
    if not sign or not raised or raised[0] != raised[0].to_integral_value() or raised[0] > 400:
        return None
    caret = "^" in sign[0]
    if not caret and not folded.startswith("乗", raised[1]):
        return None
    negative = (sign["signs"].count("マイナス") + sign["signs"].count("-")) % 2 == 1
    power = -raised[0] if negative else raised[0]
    value = base * Decimal(10) ** power if sign["ten"] else base**power
    return value.normalize() if sign["ten"] else value, raised[1] + (not caret)


def _rounded(value: Decimal) -> Decimal:
    return value if value == value.to_integral_value() else value.quantize(_PLACES).normalize()


_STEPS = (_scaled, _fraction, _mixed, _divided, _power)
