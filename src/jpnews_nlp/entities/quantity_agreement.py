"""Whether two quantities can tell of the same number: after conversion, within rounding and bounds."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from jpnews_nlp.entities import pattern_tables
from jpnews_nlp.entities.numerals import trailing_zeros
from jpnews_nlp.model.quantity import Quantity

Agreement = Literal["equal", "contained", "different", "incomparable"]
_CONVERSIONS = {unit: (base, Decimal(factor)) for unit, base, factor in pattern_tables.rows("quantity_conversions")}
_ONE, _ZERO = Decimal(1), Decimal(0)


def compatible(a: Quantity, b: Quantity) -> Agreement:
    """Whether two quantities can tell of the same number.

    Returns:
        `equal`: the same number within rounding. Exact numbers are equal when the one with more decimals rounds to the
        other (6.3 and 6); `about` reaches to half its last written place, but at least 5 % and at most 10 % (約40 and
        40.3, 約30 and 32).
        `contained`: one holds the other or their ranges overlap, so both can be true (数十人 and 32人).
        `different`: no number fits both, or one tells of a rise and the other of a fall.
        `incomparable`: the units differ after conversion, or one has none.

    Example:
        >>> from jpnews_nlp.entities.quantities import find_quantities
        >>> thirty, thirty_two, tens = find_quantities("約30人、32人、数十人")
        >>> compatible(thirty, thirty_two), compatible(tens, thirty_two)
        ('equal', 'contained')
    """
    (unit_a, factor_a), (unit_b, factor_b) = _base(a), _base(b)
    if unit_a != unit_b:
        return "incomparable"
    if a.direction and b.direction and a.direction != b.direction:
        return "different"
    if a.low is not None and a.low == a.high and b.low is not None and b.low == b.high:
        gap = abs(a.low * factor_a - b.low * factor_b)
        return "equal" if not gap or gap <= _tolerance(a, b, factor_a, factor_b) else "different"
    low_a, high_a = _limits(a, factor_a)
    low_b, high_b = _limits(b, factor_b)
    if (low_a, high_a, a.bound) == (low_b, high_b, b.bound):
        return "equal"
    return "contained" if _overlap(a, b, factor_a, factor_b) else "different"


def entails(known: Quantity, asked: Quantity) -> bool | None:
    """Whether a quantity that holds makes another one hold: True, False, or None when both stay possible.

    Example:
        >>> from jpnews_nlp.entities.quantities import find_quantities
        >>> eight, six, ten = find_quantities("8時間、6時間以上、10時間以上")
        >>> entails(eight, six), entails(eight, ten), entails(six, ten)
        (True, False, None)
    """
    (unit_a, factor_a), (unit_b, factor_b) = _base(known), _base(asked)
    if unit_a != unit_b:
        return None
    if not _overlap(known, asked, factor_a, factor_b):
        return False
    (low, high), (least, most) = _limits(known, factor_a), _limits(asked, factor_b)
    above = least is None or (
        low is not None and (low > least or (low == least and not _excludes(asked, known, "more_than")))
    )
    below = most is None or (
        high is not None and (high < most or (high == most and not _excludes(asked, known, "less_than")))
    )
    return True if above and below else None


def _base(q: Quantity) -> tuple[str, Decimal]:
    """The unit all of its kind are told in, and how many of it one is."""
    return _CONVERSIONS.get(q.unit) or (q.unit, _ONE)


def _excludes(asked: Quantity, known: Quantity, bound: str) -> bool:
    """Whether the limit itself is left out by what is asked and not by what is known."""
    return asked.bound == bound != known.bound


def _limits(q: Quantity, factor: Decimal) -> tuple[Decimal | None, Decimal | None]:
    return (None if q.low is None else q.low * factor), (None if q.high is None else q.high * factor)


def _tolerance(a: Quantity, b: Quantity, factor_a: Decimal, factor_b: Decimal) -> Decimal:
    if a.bound == "exact" == b.bound:
        # Half the last decimal of the coarser number; whole counts must be the same.
        places = [_decimals(q) * factor for q, factor in ((a, factor_a), (b, factor_b))]
        return max(places) / 2 if places[0] != places[1] else _ZERO
    return max(_slack(a) * factor_a, _slack(b) * factor_b)


def _decimals(q: Quantity) -> Decimal:
    exponent = q.low.as_tuple().exponent if q.low is not None else 0
    return _ONE.scaleb(exponent) if isinstance(exponent, int) and exponent < 0 else _ONE


def _slack(q: Quantity) -> Decimal:
    """How far a number told with 約 reaches on either side."""
    if q.bound != "about" or q.low is None:
        return Decimal(0)
    size = abs(q.low)
    place = Decimal(10) ** trailing_zeros(size) if size >= 1 and size == size.to_integral_value() else _decimals(q)
    return min(max(place / 2, size / 20), size / 10)


def _overlap(a: Quantity, b: Quantity, factor_a: Decimal, factor_b: Decimal) -> bool:
    slack = _slack(a) * factor_a + _slack(b) * factor_b
    (low_a, high_a), (low_b, high_b) = _limits(a, factor_a), _limits(b, factor_b)
    return _reaches(low_a, high_b, slack, open_end=a.bound == "more_than" or b.bound == "less_than") and _reaches(
        low_b, high_a, slack, open_end=b.bound == "more_than" or a.bound == "less_than"
    )


def _reaches(low: Decimal | None, high: Decimal | None, slack: Decimal, *, open_end: bool) -> bool:
    if low is None or high is None:
        return True
    return low - slack < high if open_end and not slack else low - slack <= high
