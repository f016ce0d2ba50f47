"""Two claims about the same thing, slot by slot: the same, fuller, contradicting or updated, and why."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from jpnews_nlp.entities.quantities import compatible
from jpnews_nlp.model.claim import Claim
from jpnews_nlp.model.comparison import Difference, Relation
from jpnews_nlp.model.entity import DateExpression, Person, Place
from jpnews_nlp.model.quantity import Quantity

# Counts that can only grow while an event goes on: people, buildings, households, places, cases.
GROWING = frozenset({"人", "棟", "戸", "か所", "件", "世帯", "頭", "隻", "台", "軒", "校", "便", "本"})
CORRECTING = ("改め", "修正", "訂正", "更新", "上方修正", "下方修正")
WORD_ONLY_SOURCES = ("関係者", "筋", "消息", "高官")
SURE = frozenset({"asserted", "reported"})
UNSURE = frozenset({"likely", "possible", "hypothetical", "asked"})
NOT_YET = ("入っていない", "確認されていない", "分かっていない", "わかっていない", "まだ", "現時点", "なし", "いない", "ない")


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """How two claims relate, by which rule, and the words that decided."""

    relation: Relation
    slot: Difference | None
    rule: str
    left: str = ""
    right: str = ""
    sources_differ: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Aligned:
    """Two aligned claims and the order their articles appeared in.

    Attributes:
        a: The claim of the article that comes first.
        b: The claim of the other.
        later: True when `b` was published later than `a`; False when the order is not known.
    """

    a: Claim
    b: Claim
    later: bool


Rule = Callable[[Aligned], "Judgement | None"]


def judge(a: Claim, b: Claim, published: tuple[datetime | None, datetime | None]) -> Judgement:
    """The relation of two aligned claims: the first rule that finds a difference decides, `agree` when none does.

    Args:
        a: A claim of the article that comes first in the comparison.
        b: The claim aligned with it.
        published: When the two articles were published.
    """
    first, second = published
    pair = Aligned(a=a, b=b, later=first is not None and second is not None and first < second)
    for rule in RULES:
        judgement = rule(pair)
        if judgement is not None:
            return judgement
    return Judgement(relation="agree", slot=None, rule="same")


def _polarity(pair: Aligned) -> Judgement | None:
    a, b = pair.a, pair.b
    if a.polarity == b.polarity or "年齢" in (a.predicate, b.predicate):
        return None
    left, right = a.text, b.text
    if pair.later and a.polarity == "negated" and any(word in a.text for word in NOT_YET) and not (a.speaker and b.speaker):
        return Judgement(relation="update", slot="polarity", rule="polarity_moved", left=left, right=right)
    if a.speaker and b.speaker and a.speaker != b.speaker:
        return Judgement(
            relation="conflict", slot="polarity", rule="sources_differ", left=a.speaker, right=b.speaker, sources_differ=True
        )
    return Judgement(relation="conflict", slot="polarity", rule="polarity_differs", left=left, right=right)


def _title(pair: Aligned) -> Judgement | None:
    if pair.a.kind != "title" or pair.b.kind != "title" or pair.a.predicate == pair.b.predicate:
        return None
    return Judgement(
        relation="conflict", slot="person", rule="title_differs", left=pair.a.text, right=pair.b.text
    )


def _number(pair: Aligned) -> Judgement | None:
    matched = _closest_numbers(pair.a.slots.quantities, pair.b.slots.quantities)
    if matched is None:
        return None
    x, y, how = matched
    if how == "equal":
        return None
    if how == "contained":
        if pair.later and _grew(x, y) and x.bound == "at_least":
            return Judgement(relation="update", slot="number", rule="number_grew", left=x.text, right=y.text)
        return Judgement(relation="partial", slot="number", rule="number_within", left=x.text, right=y.text)
    if pair.later and any(word in pair.b.text for word in CORRECTING):
        return Judgement(relation="update", slot="number", rule="number_corrected", left=x.text, right=y.text)
    if pair.later and _grew(x, y):
        return Judgement(relation="update", slot="number", rule="number_grew", left=x.text, right=y.text)
    return Judgement(
        relation="conflict",
        slot="number",
        rule="number_differs",
        left=x.text,
        right=y.text,
        sources_differ=_two_sources(pair),
    )


def _closest_numbers(
    left: Sequence[Quantity], right: Sequence[Quantity]
) -> tuple[Quantity, Quantity, str] | None:
    """The pair of numbers of one unit that decides: an equal pair before a contained one before a different one."""
    order = ("equal", "contained", "different")
    pairs = [(x, y, compatible(x, y)) for x in left for y in right if x.unit == y.unit]
    pairs = [p for p in pairs if p[2] in order]
    return min(pairs, key=lambda p: order.index(p[2])) if pairs else None


def _grew(x: Quantity, y: Quantity) -> bool:
    low, high = x.low, y.high if y.high is not None else y.low
    return x.unit in GROWING and low is not None and high is not None and high > low


def _two_sources(pair: Aligned) -> bool:
    return bool(pair.a.speaker and pair.b.speaker and pair.a.speaker != pair.b.speaker)


def _status(pair: Aligned) -> Judgement | None:
    first, second = (pair.a, pair.b)
    if not pair.later:
        return None
    if first.certainty == "planned" and second.certainty in SURE:
        return Judgement(relation="update", slot="status", rule="status_moved", left=first.text, right=second.text)
    if first.certainty in ("possible", "likely") and second.certainty in SURE and _done(second.text):
        return Judgement(relation="update", slot="status", rule="status_moved", left=first.text, right=second.text)
    return None


def _done(text: str) -> bool:
    return text.rstrip("。").endswith(("た", "だ", "決定", "開始", "終了", "解雇", "辞任"))


def _date(pair: Aligned) -> Judgement | None:
    left, right = _dates(pair.a), _dates(pair.b)
    if not left or not right:
        return None
    for x in left:
        for y in right:
            if x.days is None or y.days is None or x.days == y.days:
                return None
    x, y = left[0], right[0]
    if x.days is None or y.days is None:
        return None
    if x.days.covers(y.days) or y.days.covers(x.days):
        return Judgement(relation="partial", slot="date", rule="date_within", left=x.text, right=y.text)
    if x.days.overlaps(y.days):
        return Judgement(relation="partial", slot="date", rule="date_within", left=x.text, right=y.text)
    if pair.later and pair.a.certainty not in SURE:
        return Judgement(relation="update", slot="date", rule="date_moved", left=x.text, right=y.text)
    return Judgement(relation="conflict", slot="date", rule="date_differs", left=x.text, right=y.text)


def _dates(claim: Claim) -> tuple[DateExpression, ...]:
    return tuple(e for e in claim.slots.entities if isinstance(e, DateExpression))


def _place(pair: Aligned) -> Judgement | None:
    left = [e for e in pair.a.slots.entities if isinstance(e, Place)]
    right = [e for e in pair.b.slots.entities if isinstance(e, Place)]
    if not left or not right or {e.canonical for e in left} & {e.canonical for e in right}:
        return None
    for x in left:
        for y in right:
            if x.canonical.startswith(y.canonical) or y.canonical.startswith(x.canonical):
                return Judgement(relation="partial", slot="place", rule="place_within", left=x.text, right=y.text)
    return None


def _certainty(pair: Aligned) -> Judgement | None:
    a, b = pair.a, pair.b
    if (a.certainty in SURE) == (b.certainty in SURE) or {a.certainty, b.certainty} & {"planned", "denied"}:
        return None
    return Judgement(relation="partial", slot="certainty", rule="certainty_differs", left=a.text, right=b.text)


def _source(pair: Aligned) -> Judgement | None:
    a, b = pair.a, pair.b
    vague = [any(word in (c.speaker or "") for word in WORD_ONLY_SOURCES) for c in (a, b)]
    if vague[0] == vague[1]:
        return None
    return Judgement(
        relation="partial", slot="source", rule="source_differs", left=a.speaker or "", right=b.speaker or ""
    )


RULES: tuple[Rule, ...] = (_title, _polarity, _number, _status, _date, _place, _certainty, _source)
"""In the order they are asked."""
