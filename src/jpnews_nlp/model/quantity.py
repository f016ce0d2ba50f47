"""How many, how much: a number with its unit and how exactly it is meant."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from jpnews_nlp.model.quick import quick
from jpnews_nlp.model.span import Span

Direction = Literal["up", "down"]
Bound = Literal["exact", "about", "at_least", "more_than", "at_most", "less_than", "range"]


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity(Span):
    """A number as written, with the values it can stand for.

    Attributes:
        text: The evidence, with the words that bound it (約30人, 少なくとも5人, 数十人).
        low: The smallest value meant, in `unit`; None when open below.
        high: The largest value meant, in `unit`; None when open above.
        unit: One spelling per unit (人, 円, %, km, 度, M, 震度, 歳 …); empty for a bare number.
        bound: How the number is meant; `about` and `exact` have `low == high` at the number written.
        direction: `up` or `down` when the number is a change and no amount (2.1%増, 3人減, 半減).
        base: What a change is measured against, as written (前年比); None when not told.
        counted: The noun that is counted, as written (死者, 住宅); None when not told beside the number.
    """

    text: str
    low: Decimal | None
    high: Decimal | None
    unit: str
    bound: Bound
    direction: Direction | None = None
    base: str | None = None
    counted: str | None = None

    def __hash__(self) -> int:
        """By place and words alone: equal numbers have one, and a number is looked up by the thousand."""
        return hash((self.start, self.text))
