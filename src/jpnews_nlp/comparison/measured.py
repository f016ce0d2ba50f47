"""What is counted or measured in a claim: the rows of `data/measures.tsv` it tells a word of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from jpnews_nlp.comparison.cues import cues, measures
from jpnews_nlp.comparison.remembered import remembered
from jpnews_nlp.model.claim import Claim
from jpnews_nlp.model.quantity import Quantity

# What is told of a part of a figure told before (うち3人が重傷).
OF_THEM = re.compile(r"(?:この|その|この中で|けが人の)?うち(?!切)|(?:内訳|この中)")
OURS = re.compile(r"(?:日本|邦)人(?!を含)")


@remembered
def measured(claim: Claim) -> frozenset[int]:
    """The rows of the table the claim tells a word of; a bare count (乗客2人) tells that of its clause (死亡)."""
    told = f"{claim.text}／{claim.predicate}" if claim.kind == "attribute" else claim.text
    return rows_of(told)


@remembered
def counted(claim: Claim) -> frozenset[str]:
    """What the claim counts, one name for each kind: 死者3人、けが12人 counts two.

    The badly hurt are counted apart, and so is a part of a figure told before (うち3人が).
    """
    if claim.kind == "attribute":
        return frozenset()
    counts = [q for q in claim.slots.quantities if q.unit in cues("growing")]
    part = _part(claim)
    kinds = ((q, _beside(claim, counts, q)) for q in counts)
    return frozenset(f"{part}{row}{q.unit}{_degree(told)}" for q, told in kinds for row in _kinds_of(told))


def _part(claim: Claim) -> str:
    """What a count that is only of a part is told of: うち, 玖珠町では, 日本人."""
    spots = [e.canonical for e in claim.slots.entities if claim.text[e.end - claim.start :].startswith("では")]
    ours = "日本人" if OURS.search(claim.text) else ""
    return "".join(("うち" if OF_THEM.match(claim.text) else "", *spots, ours))


def rows_of(text: str) -> frozenset[int]:
    """The rows of the table the text holds a word of; a word inside a longer one (避難 in 避難指示) is none."""
    found: set[int] = set()
    for word, row in _words():
        if word in text:
            found.add(row)
            text = text.replace(word, "／")
    return frozenset(found)


@cache
def _words() -> tuple[tuple[str, int], ...]:
    """The words of the table with the number of their row, the longest first."""
    return tuple(sorted(((word, n) for n, words in enumerate(measures()) for word in words), key=_length))


def _length(entry: tuple[str, int]) -> tuple[int, str, int]:
    return -len(entry[0]), *entry


def _kinds_of(text: str) -> frozenset[int]:
    """The rows the count itself is of: of 乗客2人が死亡 it is the dead, and the passengers only say who."""
    found = rows_of(text)
    return found - _aboard() or found


@cache
def _aboard() -> frozenset[int]:
    return rows_of("乗客")


def _degree(text: str) -> str:
    return "重" if any(word in text.replace("重軽傷", "") for word in cues("badly hurt")) else ""


def _beside(claim: Claim, counts: Sequence[Quantity], q: Quantity) -> str:
    """The words from the count before to the next one."""
    borders = [claim.start, *(b for c in counts if c is not q for b in (c.start, c.end)), claim.end]
    start = max(b for b in borders if b <= q.start)
    end = min(b for b in borders if b >= q.end)
    return claim.text[start - claim.start : end - claim.start]
