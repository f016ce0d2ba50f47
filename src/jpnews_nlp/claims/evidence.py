"""Which stretch of the text states a clause, and whether it states anything at all."""

from __future__ import annotations

import re
from collections.abc import Sequence

from jpnews_nlp.claims.clauses import Clause
from jpnews_nlp.claims.lexicon import words
from jpnews_nlp.claims.phrases import Phrase, is_figure
from jpnews_nlp.claims.region import Region
from jpnews_nlp.model.parse import Token
from jpnews_nlp.model.span import Span

FOREIGN = 0.7
LATIN = re.compile(r"[A-Za-z]")


def extent(
    tokens: Sequence[Token], phrases: Sequence[Phrase], clause: Clause, region: Region
) -> tuple[int, int] | None:
    """The tokens of a clause's evidence, half-open; None when nothing is left of it."""
    end = _clause_end(tokens, clause, phrases[clause.last - 1])
    inside = _trimmed(tokens, phrases[clause.first].first, end)
    if inside is None:
        return None
    first = region.first if region.lead is None else region.lead
    return (
        first if inside[0] == region.first else inside[0],
        region.tail if region.tail is not None and inside[1] == region.last else inside[1],
    )


def _clause_end(tokens: Sequence[Token], clause: Clause, end: Phrase) -> int:
    """One past the last token of a clause: a relative one ends with its noun, a fact before its の or こと."""
    if clause.kind == "fact":
        particles = (i for i in range(end.head + 1, end.last) if tokens[i].pos[1] in ("格助詞", "準体助詞"))
        return next(particles, end.last)
    return end.last if clause.kind == "main" else end.head + 1


def _trimmed(tokens: Sequence[Token], first: int, last: int) -> tuple[int, int] | None:
    """The range without punctuation, white space and conjunctions at its borders; None when nothing is left."""
    idle, kept = ("補助記号", "空白", "接続詞"), "」』）)%％℃"
    while first < last and tokens[first].pos[0] in idle and tokens[first].surface not in "「『（(":
        first += 1
    while last > first and tokens[last - 1].pos[0] in idle and tokens[last - 1].surface not in kept:
        last -= 1
    return (first, last) if first < last else None


def with_bracket(text: str, span: Span) -> Span:
    """The span with the bracket right after it that closes one it opens (関税について「撤廃を求める」)."""
    inside = span.of(text)
    closes = text.startswith("」", span.end) and inside.count("「") > inside.count("」")
    return Span(start=span.start, end=span.end + 1) if closes else span


def is_foreign(evidence: str) -> bool:
    """Whether the stretch is hardly Japanese: a reference, an address of a page."""
    if not LATIN.search(evidence):
        return False
    letters = "".join(filter(str.isalpha, evidence))
    return sum(map(str.isascii, letters)) > FOREIGN * len(letters)


def is_dated_name(tokens: Sequence[Token], phrases: Sequence[Phrase], clause: Clause, temporal: frozenset[int]) -> bool:
    """Whether the stretch only gives a name and its date, as a list of sources does (気象センター、10月22日)."""
    inside = phrases[clause.first : clause.last]
    acts = any(tokens[p.head].pos[2] == "サ変可能" for p in inside)
    return not acts and inside[-1].head in temporal and not any(p.is_predicate or p.particles for p in inside)


def is_label(tokens: Sequence[Token], phrases: Sequence[Phrase]) -> bool:
    """Whether a part of a headline only names a topic (再会の地, 舞台裏の思惑) and states nothing."""
    last = phrases[-1]
    states = last.is_predicate or tokens[last.head].pos[2] == "サ変可能" or last.particles or is_figure(tokens, last)
    held = tokens[last.head].normalized in words("stance") | {"無し"} or any(
        {"は", "が", "を", "に", "で", "も", "へ", "から", "まで"} & set(p.particles) for p in phrases
    )
    return not (states or held)
