"""Two claims about the same thing, slot by slot: the same, fuller, contradicting or updated, and why."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from functools import cache
from importlib.resources import files

from jpnews_nlp.comparison.synonyms import concept
from jpnews_nlp.comparison.titles import read_title
from jpnews_nlp.entities.quantities import compatible
from jpnews_nlp.model.claim import Claim
from jpnews_nlp.model.comparison import Difference, Relation
from jpnews_nlp.model.entity import DateExpression, Person, Place, TimeExpression
from jpnews_nlp.model.quantity import Quantity

# Counts that can only grow while an event goes on: people, buildings, households, places, cases.
GROWING = frozenset({"人", "棟", "戸", "か所", "件", "世帯", "頭", "隻", "台", "軒", "校", "便", "本"})
CORRECTING = ("改め", "修正", "訂正", "更新", "上方修正", "下方修正")
WORD_ONLY_SOURCES = ("関係者", "筋", "消息", "高官")
SURE = frozenset({"asserted", "reported"})
UNSURE = frozenset({"likely", "possible", "hypothetical", "asked"})
DONE = ("た", "だ", "決定", "開始", "終了", "解雇", "辞任", "逮捕", "死亡")
GOING_ON = ("ています", "ている", "でいる", "でいます", "中", "中だ", "続く", "続いた")
ZONES = ("日本時間", "現地時間", "UTC", "東部時間", "標準時", "夏時間")
# Roundings differ by at most this share of the larger number.
ROUNDING = Decimal("0.05")
ROUNDED_UP = Decimal("0.15")  # 3時間近く, 3時間弱


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """How two claims relate, by which rule, and the words that decided."""

    relation: Relation
    slot: Difference | None
    rule: str
    left: str = ""
    right: str = ""
    sources_differ: bool = False


UNRELATED = Judgement(relation="agree", slot=None, rule="unrelated")
"""The two tell of different happenings after all: no link."""


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


def judge(a: Claim, b: Claim, published: tuple[datetime | None, datetime | None]) -> Judgement | None:
    """The relation of two aligned claims: the first rule that finds a difference decides, `agree` when none does.

    None when a rule finds that the two tell of different happenings after all.

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
            return None if judgement is UNRELATED else judgement
    return Judgement(relation="agree", slot=None, rule="same")


def _polarity(pair: Aligned) -> Judgement | None:
    a, b = pair.a, pair.b
    if a.polarity == b.polarity or not _same_predicate(a, b):
        return None
    if not _same_matter(a, b):
        return None
    left, right = a.text, b.text
    if pair.later and a.polarity == "negated" and a.certainty != "denied" and not _two_sources(pair):
        return Judgement(relation="update", slot="polarity", rule="polarity_moved", left=left, right=right)
    if a.speaker and b.speaker and a.speaker != b.speaker:
        return Judgement(
            relation="conflict", slot="polarity", rule="sources_differ", left=a.speaker, right=b.speaker, sources_differ=True
        )
    return Judgement(relation="conflict", slot="polarity", rule="polarity_differs", left=left, right=right)


def _same_matter(a: Claim, b: Claim) -> bool:
    """Whether the predicate is the same word, or the two share a word beside it or one says nothing beside it."""
    if a.predicate == b.predicate:
        return True
    said = {concept(a.predicate), concept(b.predicate)}
    ours, theirs = {concept(t) for t in a.terms} - said, {concept(t) for t in b.terms} - said
    return not ours or not theirs or bool(ours & theirs)


def _same_predicate(a: Claim, b: Claim) -> bool:
    """Whether the two say the same of something: one's predicate is the other's, or among its words."""
    ours, theirs = concept(a.predicate), concept(b.predicate)
    return ours == theirs or ours in map(concept, b.terms) or theirs in map(concept, a.terms)


def _title(pair: Aligned) -> Judgement | None:
    """大統領 and 前大統領 cannot both hold; 首相 and 総理大臣, or 長官 and 官房長官, can."""
    a, b = pair.a, pair.b
    if "title" not in (a.kind, b.kind):
        return None
    ours, theirs = read_title(a.predicate), read_title(b.predicate)
    if ours.tense == theirs.tense or ours.office != theirs.office:
        return None
    return Judgement(relation="conflict", slot="person", rule="title_differs", left=a.text, right=b.text)


def _number(pair: Aligned) -> Judgement | None:
    matched = _closest_numbers(pair.a.slots.quantities, pair.b.slots.quantities)
    if matched is None:
        return None
    x, y, how = matched
    if how == "equal" or _rounded(x, y) or not _counts_the_same(pair.a, pair.b):
        return None
    corrected = any(word in pair.b.text for word in CORRECTING)
    # 一時 tells a peak that is over: another figure for it contradicts.
    grew = _grew(x, y) and "一時" not in pair.a.text and (how == "different" or x.bound in ("at_least", "more_than"))
    if pair.later and (corrected or grew or (how == "different" and _as_of(pair.b))):
        rule = "number_corrected" if corrected else "number_grew"
        return Judgement(relation="update", slot="number", rule=rule, left=x.text, right=y.text)
    if how == "contained":
        return Judgement(relation="partial", slot="number", rule="number_within", left=x.text, right=y.text)
    return Judgement(
        relation="conflict",
        slot="number",
        rule="number_differs",
        left=x.text,
        right=y.text,
        sources_differ=_two_sources(pair),
    )


def _counts_the_same(a: Claim, b: Claim) -> bool:
    """Whether the two share a word that is no part of a name: figures of one place need not be of one thing."""
    names = [e.text for c in (a, b) for e in c.slots.entities]
    ours = {concept(t) for t in (a.predicate, *a.terms) if not any(t in name for name in names)}
    theirs = {concept(t) for t in (b.predicate, *b.terms) if not any(t in name for name in names)}
    return bool(ours & theirs) or not (ours and theirs)


def _closest_numbers(left: Sequence[Quantity], right: Sequence[Quantity]) -> tuple[Quantity, Quantity, str] | None:
    """The pair of comparable numbers that decides: an equal pair before a contained one before a different one."""
    order = ("equal", "contained", "different")
    pairs = [(x, y, _peak(x, y) or compatible(x, y)) for x in left for y in right]
    pairs = [p for p in pairs if p[2] in order]
    return min(pairs, key=lambda p: order.index(p[2])) if pairs else None


def _peak(x: Quantity, y: Quantity) -> str | None:
    """最大 with a figure that was reached (停電は最大3180戸) is that figure, no bound on others."""
    if x.unit != y.unit or not any(q.text.startswith("最大") for q in (x, y)):
        return None
    return "equal" if _rounded(x, y) or (x.high or x.low) == (y.high or y.low) else "different"


def _rounded(x: Quantity, y: Quantity) -> bool:
    """Whether one is a rounding of the other, whatever words bound them (およそ3200戸, 最大3180戸)."""
    if x.unit != y.unit or not any(q.bound == "about" or q.text.endswith(("弱", "近く", "近い")) for q in (x, y)):
        return False
    left, right = x.high or x.low, y.high or y.low
    share = ROUNDED_UP if any(q.text.endswith(("弱", "近く", "近い")) for q in (x, y)) else ROUNDING
    return left is not None and right is not None and abs(left - right) <= share * max(abs(left), abs(right))


def _grew(x: Quantity, y: Quantity) -> bool:
    low, high = x.low, y.high if y.high is not None else y.low
    return x.unit in GROWING and low is not None and high is not None and high > low


def _as_of(claim: Claim) -> bool:
    """Whether the claim tells the state at a moment it names."""
    return any(word in claim.text for word in ("現在", "時点"))


def _two_sources(pair: Aligned) -> bool:
    return bool(pair.a.speaker and pair.b.speaker and pair.a.speaker != pair.b.speaker)


def _status(pair: Aligned) -> Judgement | None:
    """Plan to done, possible to done, state to its end: the later report moved on."""
    if not pair.later:
        return None
    first, second = pair.a, pair.b
    done = second.certainty in SURE and second.text.rstrip("。").endswith(DONE)
    if (first.certainty in ("planned", "possible", "likely") and done) or _ended(first, second) or _stopped(first, second):
        return Judgement(relation="update", slot="status", rule="status_moved", left=first.text, right=second.text)
    return None


def _ended(first: Claim, second: Claim) -> bool:
    """Whether the second tells the end of a state the first tells (運転を見合わせ, 再開した)."""
    return any(
        _tells(first, states) and _tells(second, ends) and not _tells(first, ends) for states, ends in _endings()
    )


def _tells(claim: Claim, words: frozenset[str]) -> bool:
    return bool(words & {claim.predicate, *claim.terms}) or any(word in claim.text for word in words)


def _stopped(first: Claim, second: Claim) -> bool:
    """Whether the first tells what goes on and the second until when it went on (午後1時12分まで止まり)."""
    ended = any(isinstance(e, (DateExpression, TimeExpression)) for e in second.slots.entities) and "まで" in second.text
    return first.text.rstrip("。").endswith(GOING_ON) and ended and "まで" not in first.text


@cache
def _endings() -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    table = (files("jpnews_nlp.comparison") / "data" / "endings.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in table.splitlines() if line and not line.startswith("#"))
    return tuple((frozenset(states.split("｜")), frozenset(ends.split("｜"))) for states, ends in rows)


def _date(pair: Aligned) -> Judgement | None:
    left, right = _dates(pair.a), _dates(pair.b)
    if not left or not right:
        return _one_date(left or right, pair)
    x, y = _closest_dates(left, right)
    if x.days is None or y.days is None:
        return None
    if x.days == y.days:
        # Two clauses that each hold a moment: the moments are claims of their own and are compared there.
        return None if pair.a.kind == pair.b.kind == "clause" and _to_the_minute(pair.a, pair.b) else _clock(pair)
    if x.days.covers(y.days) or y.days.covers(x.days) or x.days.overlaps(y.days):
        return Judgement(relation="partial", slot="date", rule="date_within", left=x.text, right=y.text)
    if _zones_differ(pair) and abs((x.days.first - y.days.first).days) <= 1:
        return Judgement(relation="partial", slot="date", rule="date_within", left=x.text, right=y.text)
    if pair.later and (pair.a.certainty not in SURE or (_as_of(pair.a) and _as_of(pair.b))):
        return Judgement(relation="update", slot="date", rule="date_moved", left=x.text, right=y.text)
    return _other_date(pair, x.text, y.text)


def _other_date(pair: Aligned, left: str, right: str) -> Judgement | None:
    """Another date for the same is a conflict; for another act it is another happening, and no link."""
    same_act = concept(pair.a.predicate) == concept(pair.b.predicate) and _same_people(pair.a, pair.b)
    if pair.a.kind != "clause" or same_act:
        return Judgement(relation="conflict", slot="date", rule="date_differs", left=left, right=right)
    return UNRELATED


def _same_people(a: Claim, b: Claim) -> bool:
    """Whether all the people one names are among those the other names."""
    ours = {e.canonical for e in a.slots.entities if isinstance(e, Person)}
    theirs = {e.canonical for e in b.slots.entities if isinstance(e, Person)}
    return ours <= theirs or theirs <= ours


def _zones_differ(pair: Aligned) -> bool:
    """Whether one of the two names its clock (日本時間, 現地時間) and the other does not."""
    named = [any(zone in c.text for zone in ZONES) for c in (pair.a, pair.b)]
    return named[0] != named[1]


def _one_date(dates: Sequence[DateExpression], pair: Aligned) -> Judgement | None:
    told = pair.a if _dates(pair.a) else pair.b
    # A date inside a noun phrase (19日の投票) tells of the noun; a moment is a claim of its own.
    dates = [d for d in dates if told.text[d.end - told.start :][:1] != "の"]
    if not dates or _to_the_minute(told):
        return None
    left = dates[0].text if _dates(pair.a) else ""
    right = dates[0].text if _dates(pair.b) else ""
    return Judgement(relation="partial", slot="date", rule="date_more", left=left, right=right)


def _closest_dates(
    left: Sequence[DateExpression], right: Sequence[DateExpression]
) -> tuple[DateExpression, DateExpression]:
    """The pair that agrees best: the same days, then one within the other, then the first of each."""

    def distance(pair: tuple[DateExpression, DateExpression]) -> int:
        a, b = pair[0].days, pair[1].days
        if a is None or b is None:
            return 3
        return 0 if a == b else 1 if a.overlaps(b) else 2

    return min(((x, y) for x in left for y in right), key=distance)


def _to_the_minute(*claims: Claim) -> bool:
    return all(
        any(isinstance(e, TimeExpression) and len(e.value or "") == len("HH:MM") for e in c.slots.entities)
        for c in claims
    )


def _clock(pair: Aligned) -> Judgement | None:
    """On the same day: the same time of day, one time alone, or two that differ."""
    left = [e for e in pair.a.slots.entities if isinstance(e, TimeExpression)]
    right = [e for e in pair.b.slots.entities if isinstance(e, TimeExpression)]
    if {e.value or e.text for e in left} & {e.value or e.text for e in right} or not (left or right):
        return None
    if not left or not right:
        words = (left[0].text if left else "", right[0].text if right else "")
        return Judgement(relation="partial", slot="date", rule="date_more", left=words[0], right=words[1])
    x, y = left[0], right[0]
    if x.value is None or y.value is None or x.value.startswith(y.value) or y.value.startswith(x.value):
        return Judgement(relation="partial", slot="date", rule="date_within", left=x.text, right=y.text)
    if pair.later and (_as_of(pair.a) or _as_of(pair.b)):
        return Judgement(relation="update", slot="date", rule="date_moved", left=x.text, right=y.text)
    return _other_date(pair, x.text, y.text)


def _dates(claim: Claim) -> tuple[DateExpression, ...]:
    return tuple(e for e in claim.slots.entities if isinstance(e, DateExpression))


def _place(pair: Aligned) -> Judgement | None:
    left = {e.canonical: e for e in pair.a.slots.entities if isinstance(e, Place)}
    right = {e.canonical: e for e in pair.b.slots.entities if isinstance(e, Place)}
    if not left or not right or left.keys() == right.keys():
        return None
    if left.keys() & right.keys():
        return _more_places(left, right)
    for x in left.values():
        for y in right.values():
            if _lies_in(x, y) or _lies_in(y, x):
                return Judgement(relation="partial", slot="place", rule="place_within", left=x.text, right=y.text)
    return None


def _more_places(left: Mapping[str, Place], right: Mapping[str, Place]) -> Judgement | None:
    """One lists places (A市とB市) the other lists too, and more."""
    if min(len(left), len(right)) < 2 or not (left.keys() < right.keys() or right.keys() < left.keys()):
        return None
    words = ["、".join(p.text for p in places.values()) for places in (left, right)]
    return Judgement(relation="partial", slot="place", rule="place_more", left=words[0], right=words[1])


def _lies_in(inner: Place, outer: Place) -> bool:
    """Whether `outer` is the administrative area written before `inner` in its full chain."""
    return (
        inner.canonical != outer.canonical
        and inner.canonical.startswith(outer.canonical)
        and outer.canonical.endswith(tuple("都道府県市区町村郡"))
    )


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
