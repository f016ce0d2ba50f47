"""Which numbers of two claims are of one thing: same unit, whole with whole, each with the one that fits it best."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from jpnews_nlp.comparison.cues import cues, units
from jpnews_nlp.comparison.remembered import remembered
from jpnews_nlp.entities.numerals import trailing_zeros
from jpnews_nlp.entities.quantities import compatible
from jpnews_nlp.model.claim import Claim
from jpnews_nlp.model.quantity import Quantity

# Roundings differ by at most this share of the larger number.
ROUNDING = Decimal("0.05")
ROUNDED_DOWN = Decimal("0.1")  # 300人余り
A_FEW = Decimal(2)  # 10本余り may be 12
ROUNDED_UP = Decimal("0.15")  # 3時間近く, 3時間弱
AGE_UNIT, DECADE = "歳", "代"
INTENSITY = "震度"
BEYOND = ("超", "を超え", "を超える", "を超えた", "を上回り", "を上回る", "を上回った", "以上", "未満", "以下")
ORDER = ("equal", "contained", "different")


@dataclass(frozen=True, slots=True, kw_only=True)
class Matched:
    """Two numbers of one thing and how they fit: `equal`, `contained` or `different`."""

    x: Quantity
    y: Quantity
    fit: str


def matched_numbers(a: Claim, b: Claim) -> tuple[Matched, ...]:
    """The numbers of two claims, paired one to one, the best fits first.

    What is left after the fitting ones is paired only when it stands in the same phrase (15%から10%に, 15%から12%に);
    else it is one that the other claim does not tell.
    """
    left, right = wholes(a), wholes(b)
    if _whole_is_part(left, b) or _whole_is_part(right, a):
        return ()
    pairs = [(x, y) for x in left for y in right if not _labels_apart((a, x), (b, y))]
    candidates = [Matched(x=x, y=y, fit=fit) for x, y in pairs if (fit := _fit(x, y))]
    candidates.sort(key=lambda m: (ORDER.index(m.fit), _particle(a, m.x) != _particle(b, m.y)))
    chosen: list[Matched] = []
    for each in candidates:
        if any(each.x is c.x or each.y is c.y for c in chosen):
            continue
        alone = not any(c.x.unit == each.x.unit for c in chosen)
        if each.fit != "different" or alone or _same_place(each, (a, b), (left, right)):
            chosen.append(each)
    return tuple(chosen)


def _labels_apart(ours: tuple[Claim, Quantity], theirs: tuple[Claim, Quantity]) -> bool:
    """Whether each number is told right after a name, and the names are two (群馬17人、埼玉11人)."""
    x, y = label(*ours), label(*theirs)
    return x is not None and y is not None and not (x.startswith(y) or y.startswith(x))


@remembered
def label(claim: Claim, q: Quantity) -> str | None:
    """The name right before the number, at most a particle between."""
    names = (e for e in claim.slots.entities if e.kind not in ("date", "time") and q.start - 1 <= e.end <= q.start)
    before = [e for e in names if claim.text[e.end - claim.start : q.start - claim.start] in ("", "が", "は")]
    return before[-1].canonical if before else None


def rounded(x: Quantity, y: Quantity) -> bool:
    """Whether one is a rounding of the other, whatever words bound them (およそ3200戸, 最大3180戸)."""
    up = any(_just_below(q) for q in (x, y))
    if x.unit != y.unit or not (up or any(q.bound == "about" for q in (x, y))):
        return False
    if any(q.text.endswith(BEYOND) for q in (x, y)):
        return False  # 9000億円を超え holds 9100億円
    left, right = x.high or x.low, y.high or y.low
    share = ROUNDED_UP if up else ROUNDING
    return left is not None and right is not None and abs(left - right) <= share * max(abs(left), abs(right))


def _same_place(each: Matched, claims: tuple[Claim, Claim], sides: tuple[Sequence[Quantity], ...]) -> bool:
    """Whether the two stand in one phrase of claims that have equally many numbers of the unit."""
    counts = [sum(q.unit == each.x.unit for q in side) for side in sides]
    return counts[0] == counts[1] and _particle(claims[0], each.x) == _particle(claims[1], each.y)


@remembered
def wholes(claim: Claim) -> list[Quantity]:
    """The numbers without those that are parts of others (長野県内の4人を含め48人, 飯山市3人、栄村1人の計4人)."""
    counts = (q for q in read_numbers(claim) if not _is_part(claim, q) and not _is_ordinal(claim, q))
    counts = (q for q in counts if not _is_rate(claim, q))
    own = [replace(_as_age(q), unit=kindred_unit(_as_age(q).unit)) for q in counts]
    totals = {q.unit for q in own if is_total(claim, q)}
    totals_only = (q for q in own if q.unit in totals)
    kept = [q for q in totals_only if is_total(claim, q)]
    return [q for q in own if q.unit not in totals] + kept


def _whole_is_part(wholes: Sequence[Quantity], other: Claim) -> bool:
    """Whether what one tells is the part the other tells beside the whole (県内の4人, 県内の4人を含め48人)."""
    return any(compatible(x, y) == "equal" for x in wholes for y in _parts(other))


@remembered
def _parts(claim: Claim) -> tuple[Quantity, ...]:
    return tuple(q for q in claim.slots.quantities if _is_part(claim, q))


@remembered
def read_numbers(claim: Claim) -> list[Quantity]:
    """The numbers of the claim that were read whole."""
    return [q for q in claim.slots.quantities if not _is_broken(claim, q)]


def _as_age(q: Quantity) -> Quantity:
    """An age told by its decade (20代, 20〜60代) as the ages it holds."""
    if q.unit != DECADE or q.low is None or q.high is None or q.low % 10 or q.high % 10 or not 10 <= q.low <= q.high:
        return q
    return replace(q, unit=AGE_UNIT, high=q.high + 9, bound="range")


def kindred_unit(unit: str) -> str:
    """One unit for those that count one kind of thing (棟 and 軒 houses)."""
    kindred = (words for words in units() if unit in words)
    return next(kindred, (unit,))[0]


def _is_broken(claim: Claim, q: Quantity) -> bool:
    """Whether the number is half of one with a middle dot (５・９)."""
    around = claim.text[: q.start - claim.start][-1:] + claim.text[q.end - claim.start :][:1]
    return not q.unit and "・" in around


def _is_part(claim: Claim, q: Quantity) -> bool:
    """Whether the number is told beside the whole it is a part of; in うち6人が重傷 it is all that is told."""
    before, after = claim.text[: q.start - claim.start], claim.text[q.end - claim.start :]
    whole = any(n.unit == q.unit and n.end < q.start for n in claim.slots.quantities)
    return (before.endswith(cues("part before")) and whole) or after.startswith(cues("part after"))


def _is_rate(claim: Claim, q: Quantity) -> bool:
    """Whether the number is what another is told for (1人千円, 1回当たり, 1日に30往復)."""
    if q.low != 1:
        return False
    after = claim.text[q.end - claim.start :]
    next_to = any(n.start == q.end for n in claim.slots.quantities)
    return next_to or after.startswith(cues("rate after")) or (q.unit in cues("rate unit") and after.startswith("の"))


def is_total(claim: Claim, q: Quantity) -> bool:
    """Whether the number is told as that of all parts together (3県の計42人)."""
    return claim.text[: q.start - claim.start].endswith(cues("total"))


def _particle(claim: Claim, q: Quantity) -> str:
    """The one or two characters after the number, which tell its role (が, を, から, に)."""
    return claim.text[q.end - claim.start :][:2]


def _fit(x: Quantity, y: Quantity) -> str | None:
    if x.unit in cues("ordinal unit") or (x.base and y.base and x.base != y.base):
        return None
    if _grades_apart(x, y):
        return "different"
    fit = _peak(x, y) or _approximate(x, y) or compatible(x, y)
    if fit not in ORDER:
        return None
    if _beyond_rounding(x, y) or _beyond_rounding(y, x):
        return "different"
    if rounded(x, y) or _just_above(x, y) or _just_above(y, x):
        return "equal"
    just_below = any(_just_below(q) for q in (x, y))
    return "different" if fit == "contained" and just_below else fit


def _just_above(x: Quantity, y: Quantity) -> bool:
    """Whether the first is a rounding down of the other (1万8千人余り, 1万8312人); 震度5強 is a grade."""
    if x.unit != y.unit or x.unit == INTENSITY or not x.text.endswith(cues("rounded down")):
        return False
    if x.low is None or y.low is None or y.low != y.high:
        return False
    return 0 <= y.low - x.low <= min(max(ROUNDED_DOWN * x.low, A_FEW), _last_place(x.low))


def _beyond_rounding(x: Quantity, y: Quantity) -> bool:
    """Whether the other lies above all that the first, told with 余り, can stand for (3万1千人余り, 3万4千人)."""
    if x.unit != y.unit or x.unit == INTENSITY or not x.text.endswith(cues("rounded down")):
        return False
    return x.low is not None and y.low is not None and y.low >= x.low + _last_place(x.low)


def _last_place(number: Decimal) -> Decimal:
    """What one of the last written place is worth (31000: 1000)."""
    return Decimal(10) ** trailing_zeros(number) if number >= 1 else Decimal(0)


def _just_below(q: Quantity) -> bool:
    """Whether the number is told as a little less than what is written (3時間弱); 震度6弱 is a grade."""
    return q.unit != INTENSITY and q.text.endswith(cues("rounded up"))


def _peak(x: Quantity, y: Quantity) -> str | None:
    """最大 with a figure that was reached (停電は最大3180戸) is that figure, no bound on others."""
    if x.unit != y.unit or not any(q.text.startswith("最大") for q in (x, y)):
        return None
    return "equal" if rounded(x, y) or (x.high or x.low) == (y.high or y.low) else "different"


def _approximate(x: Quantity, y: Quantity) -> str | None:
    """約25人 and 約20人: each is rounded, and beyond a rounding they differ."""
    if x.unit != y.unit or not x.bound == y.bound == "about":
        return None
    return "equal" if rounded(x, y) else "different"


def _grades_apart(x: Quantity, y: Quantity) -> bool:
    """Whether the two are 5弱 and 5強, two grades of the seismic scale and no bounds."""
    return x.text[:-1] == y.text[:-1] and {x.text[-1:], y.text[-1:]} == {"弱", "強"}


def numbers_apart(a: Claim, b: Claim) -> Iterator[tuple[Quantity, Quantity]]:
    """Numbers that name things in a row (1号機, 2号機) and differ."""
    for x in a.slots.quantities:
        for y in b.slots.quantities:
            in_a_row = x.unit in cues("ordinal unit") or (_is_ordinal(a, x) and _is_ordinal(b, y))
            if x.unit == y.unit and in_a_row and (x.low, x.high) != (y.low, y.high):
                yield x, y


def _is_ordinal(claim: Claim, q: Quantity) -> bool:
    """Whether the number is one in a row (第87回, 8日目)."""
    before, after = claim.text[: q.start - claim.start], claim.text[q.end - claim.start :]
    return before.endswith("第") or q.text.startswith("第") or q.text.endswith("目") or after.startswith("目")
