"""Numbers, dates and clock times joined from their tokens: 2025 年 8 月 15 日 is one unit, and keeps its six parts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from jpnews_nlp.model.parse import Token
from jpnews_nlp.model.span import Span

UnitKind = Literal["number", "date", "time"]

# Between two numerals and nowhere else.
INNER_MARKS = frozenset(".．,，:：/／〜～~-−－・")
BEFORE_NUMBER = frozenset({"第"})
BEFORE_DATE = frozenset({"明治", "大正", "昭和", "平成", "令和"})
BEFORE_TIME = frozenset({"午前", "午後"})
DATE_COUNTERS = frozenset({"年", "月", "日"})
TIME_COUNTERS = frozenset({"時", "分", "秒"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit(Span):
    """A number with its counter, a date or a clock time; `tokens[first_token:last_token]` are its parts."""

    kind: UnitKind
    first_token: int
    last_token: int


def join_units(tokens: Sequence[Token]) -> tuple[Unit, ...]:
    """The units among the tokens of a text, in order; the indices are into `tokens`.

    Example:
        >>> from jpnews_nlp.engines.mecab import MecabEngine
        >>> text = "2025年8月15日午後3時、第2回の会議に1,234人が集まった。"
        >>> [(unit.of(text), unit.kind) for unit in join_units(MecabEngine().parse_text(text).tokens)]
        [('2025年8月15日', 'date'), ('午後3時', 'time'), ('第2回', 'number'), ('1,234人', 'number')]
    """
    joined: list[Unit] = []
    for unit in _counted(tokens):
        before = joined[-1] if joined else None
        if before and before.last_token == unit.first_token and before.end == unit.start and _continues(before, unit):
            joined[-1] = _unit(tokens, before.first_token, unit.last_token, unit.kind)
        else:
            joined.append(unit)
    return tuple(joined)


def _continues(before: Unit, unit: Unit) -> bool:
    """2025年 and 8月 are one date; 10人 and 20人 stay two."""
    return before.kind == unit.kind != "number"


def _counted(tokens: Sequence[Token]) -> Iterator[Unit]:
    """Each numeral with what belongs before it and the counters after it."""
    at = 0
    while at < len(tokens):
        if tokens[at].pos[1] != "数詞":
            at += 1
            continue
        first, last = at, _end_of_numeral(tokens, at)
        counters = last
        while last < len(tokens) and _touches(tokens, last) and _is_counter(tokens[last]):
            last += 1
        kind = _kind(tokens[counters].surface) if counters < last else "number"
        before = {"number": BEFORE_NUMBER, "date": BEFORE_DATE, "time": BEFORE_TIME}[kind]
        if first > 0 and _touches(tokens, first) and tokens[first - 1].surface in before:
            first -= 1
        yield _unit(tokens, first, last, kind)
        at = last


def _end_of_numeral(tokens: Sequence[Token], at: int) -> int:
    at += 1
    while at < len(tokens) and _touches(tokens, at):
        if tokens[at].pos[1] == "数詞":
            at += 1
        elif tokens[at].surface in INNER_MARKS and at + 1 < len(tokens) and _goes_on(tokens, at + 1):
            at += 2
        else:
            break
    return at


def _goes_on(tokens: Sequence[Token], at: int) -> bool:
    return tokens[at].pos[1] == "数詞" and _touches(tokens, at)


def _touches(tokens: Sequence[Token], at: int) -> bool:
    """Whether no white space lies before the token."""
    return tokens[at - 1].end == tokens[at].start


def _is_counter(token: Token) -> bool:
    return "助数詞" in token.pos[2] or token.pos[:2] == ("接尾辞", "名詞的")


def _kind(counter: str) -> UnitKind:
    if counter in DATE_COUNTERS:
        return "date"
    return "time" if counter in TIME_COUNTERS else "number"


def _unit(tokens: Sequence[Token], first: int, last: int, kind: UnitKind) -> Unit:
    return Unit(start=tokens[first].start, end=tokens[last - 1].end, kind=kind, first_token=first, last_token=last)
