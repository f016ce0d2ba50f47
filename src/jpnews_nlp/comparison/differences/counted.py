"""What a number counts, and whether two numbers are of one thing: the words beside them, and the stage they are of."""

from __future__ import annotations

import itertools
import re
import unicodedata

from jpnews_nlp.comparison.cues import cue_concepts, cues
from jpnews_nlp.comparison.differences.figures import Matched, is_total, label
from jpnews_nlp.comparison.differences.pair import Aligned, same_act, says
from jpnews_nlp.comparison.measured import measured
from jpnews_nlp.comparison.remembered import remembered
from jpnews_nlp.comparison.synonyms import concept
from jpnews_nlp.model.claim import Claim
from jpnews_nlp.model.quantity import Quantity

BEFORE, AFTER = 16, 8  # characters beside a number that tell what it counts
CONTENT = re.compile(r"[一-龥々ァ-ヶーA-Za-z]{2,}")
OKURIGANA = re.compile(r"(?<=[一-龥])[いえきけげしせちてつみめりれ](?=[一-龥])")  # 売り上げ and 売上
TWICE = 2
SETTLED = 2  # the last of the stages of bargaining


def one_measure(pair: Aligned, m: Matched) -> bool:
    """Whether something tells that the two numbers count one thing: the act, a word beside both, or a telling unit."""
    if shares_measure(pair.a, pair.b) or m.x.unit not in cues("common unit"):
        return True
    if same_act(pair.a, pair.b) and concept(pair.a.predicate) not in cue_concepts("measuring"):
        return True
    ours, theirs = _beside(pair.a, m.x), _beside(pair.b, m.y)
    return bool(ours & theirs)


def shares_measure(a: Claim, b: Claim) -> bool:
    """Whether both tell a word of one row of `data/measures.tsv`."""
    return bool(measured(a) & measured(b))


def other_measure(a: Claim, b: Claim) -> bool:
    """Whether each tells a word of a row of `data/measures.tsv`, and no row is of both (けが, 避難)."""
    ours, theirs = measured(a), measured(b)
    return bool(ours) and bool(theirs) and ours.isdisjoint(theirs)


def other_degree(a: Claim, b: Claim) -> bool:
    """Whether one counts the badly hurt, or the slightly hurt, and the other does not (13人が重軽傷, 4人が重傷)."""
    return _degrees(a) != _degrees(b)


def other_standard(a: Claim, b: Claim) -> bool:
    """Whether one tells what is allowed, aimed at or usual, and the other what is (制限速度, 速度)."""
    return any((word in a.text) != (word in b.text) for word in cues("standard"))


def stages(pair: Aligned) -> tuple[int, int] | None:
    """The stages of bargaining (要求, 回答, 合意) the two tell, when each tells one and they are not the same."""
    ours, theirs = (_stage(c) for c in (pair.a, pair.b))
    return None if ours is None or theirs is None or ours == theirs else (ours, theirs)


def part_of_count(a: Claim, b: Claim) -> bool:
    """Whether one counts the passengers and the other those aboard, crew and all (乗客143人, 乗客乗員150人)."""
    whole = [says(c, "all aboard") for c in (a, b)]
    part = [says(c, "some aboard") for c in (a, b)]
    return (whole[0] and part[1] and not whole[1]) or (whole[1] and part[0] and not whole[0])


def part_and_total(a: Claim, b: Claim, m: Matched) -> bool:
    """Whether one is told of a named place and the other as the total of several (群馬県が9人, 3県の計42人)."""
    told = ((a, m.x), (b, m.y))
    totals, labels = [is_total(c, q) for c, q in told], [label(c, q) is not None for c, q in told]
    return totals[0] != totals[1] and labels[totals[0]]


def added(claim: Claim, q: Quantity) -> bool:
    """Whether the number comes on top of another (さらに10万台)."""
    return claim.text[: q.start - claim.start].endswith(cues("on top"))


def several_times(x: Quantity, y: Quantity) -> bool:
    """Whether one is more than twice the other: two reports of one thing hardly differ that much."""
    left, right = (q.high or q.low for q in (x, y))
    return left is not None and right is not None and max(abs(left), abs(right)) > TWICE * min(abs(left), abs(right))


def _degrees(claim: Claim) -> tuple[bool, ...]:
    """Whether the badly and the slightly hurt are told of; 重軽傷 is both, and tells neither apart."""
    text = claim.text.replace("重軽傷", "")
    return tuple(any(word in text for word in words) for words in (cues("badly hurt"), cues("slightly hurt")))


@remembered
def _stage(claim: Claim) -> int | None:
    """How far the bargaining is in the claim: the furthest of asked for, offered and agreed on."""
    reached = (says(claim, "demanded"), says(claim, "offered"), says(claim, "settled"))
    return max((n for n, told in enumerate(reached) if told), default=None)


def _beside(claim: Claim, q: Quantity) -> set[str]:
    """The pairs of characters of the words around the number and of what the claim is about."""
    start, end = q.start - claim.start, q.end - claim.start
    topics = (x.text for x in claim.slots.arguments if x.role in ("subject", "topic") and not x.overlaps(q))
    around = "／".join((claim.text[max(0, start - BEFORE) : start], claim.text[end : end + AFTER], *topics))
    words = CONTENT.findall(OKURIGANA.sub("", unicodedata.normalize("NFKC", around)))
    return {x + y for word in words for x, y in itertools.pairwise(word)}
