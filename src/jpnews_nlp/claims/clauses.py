"""Phrases to clauses: where one assertion ends and the next begins."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from jpnews_nlp.claims.borders import ends_clause, pauses
from jpnews_nlp.claims.lexicon import words
from jpnews_nlp.claims.occasions import occasion
from jpnews_nlp.claims.phrases import NOMINAL, Phrase, figure_start, head_word
from jpnews_nlp.model.parse import Parse, Token
from jpnews_nlp.model.quick import quick

# A relative clause shorter than this (倒壊した自宅) tells nothing an outlet could differ on.
SHORTEST_ADNOMINAL = 9
# A fact shorter than this (来たことを) is none.
SHORTEST_FACT = 5


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """A stretch of phrases around one predicate; all three are indices into the region's phrases."""

    first: int
    last: int
    predicate: int
    kind: Literal["main", "adnominal", "fact"] = "main"


def cut(parse: Parse, phrases: Sequence[Phrase], *, headline: bool, temporal: frozenset[int]) -> tuple[Clause, ...]:
    """The clauses of a region, in text order; relative clauses stand inside the clause they belong to.

    Args:
        parse: The parse the phrases point into.
        phrases: The phrases of the region.
        headline: Cut at every comma and space, as headlines string statements together.
        temporal: Indices of the phrases that are dates or times.
    """
    clauses = []
    for start, last in _segments(parse.tokens, phrases, headline, temporal):
        first = _skip_conjunction(parse.tokens, phrases, start, last)
        setting = occasion(parse.tokens, phrases, first, last - 1) if phrases[last - 1].comma else None
        if setting is not None:
            predicate, noun = setting
            clauses.append(Clause(first=first, last=noun + 1, predicate=predicate, kind="adnominal"))
            continue
        clauses.append(Clause(first=first, last=last, predicate=last - 1))
        clauses.extend(_adnominal(parse, phrases, first, last))
        clauses.extend(_facts(parse, phrases, first, last))
    return tuple(clauses)


def _segments(
    tokens: Sequence[Token], phrases: Sequence[Phrase], headline: bool, temporal: frozenset[int]
) -> Iterator[tuple[int, int]]:
    first = 0
    for index in range(len(phrases)):
        last_one = index == len(phrases) - 1
        cut_here = ends_clause(tokens, phrases, first, index, temporal)
        if last_one or cut_here or (headline and pauses(tokens, phrases, first, index)):
            yield first, index + 1
            first = index + 1


def _skip_conjunction(tokens: Sequence[Token], phrases: Sequence[Phrase], first: int, last: int) -> int:
    while first < last - 1:
        head = tokens[phrases[first].head]
        if head.pos[0] in ("接続詞", "補助記号", "空白") or _is_connective(tokens, phrases[first]):
            first += 1
        elif head.normalized in ("其の", "此の") and first + 2 < last and _is_connective(tokens, phrases[first + 1]):
            first += 2  # その|上で、
        else:
            break
    return first


def _is_connective(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """Whether a noun before a comma only joins its sentence to the one before: (その)上で、 同時に、 一方で、."""
    joins = tokens[phrase.head].normalized in words("connective") and phrase.first == phrase.head
    return joins and phrase.comma and set(phrase.particles) <= {"で", "に", "は"}


def _adnominal(parse: Parse, phrases: Sequence[Phrase], first: int, last: int) -> Iterator[Clause]:
    tokens = parse.tokens
    for index in range(first + 1, last - 1):
        phrase, noun = phrases[index], phrases[index + 1]
        # 多大な迷惑, 強い対応: an adjective alone tells no happening; 苦情が多い地区 does.
        told = phrase.kind == "verb" or "が" in phrases[index - 1].particles
        modifies = phrase.is_predicate and told and phrase.form.startswith("連体形") and not phrase.particles
        if not modifies or tokens[noun.head].pos[0] not in NOMINAL or noun.kind != "noun":
            continue
        word = tokens[phrase.head].normalized
        quoted = phrases[index - 1] if phrases[index - 1].particles[-1:] == ("と",) else None
        figured = quoted is not None and figure_start(tokens, quoted) is not None  # 12人と|した|搬送者数
        held = quoted is not None and word == "為る" and (quoted.is_predicate or figured)
        held = held or (figured and word in words("stating"))
        empty = {tokens[noun.head].normalized, head_word(tokens, noun)} & words(
            "formal", "outlook", "stance", "view noun"
        )
        if empty or (word in words("hedge") and not held):
            continue
        start = _adnominal_start(parse, phrases, first, index)
        long_enough = phrase.end - phrases[start].start >= SHORTEST_ADNOMINAL or word in words("request")
        if start < index and long_enough and phrase.comma:  # 121人が搭乗した、国際航空の旅客機
            yield Clause(first=start, last=index + 1, predicate=index - held, kind="fact")
        elif start < index and long_enough:
            end = index + 1
            while end < last - 1 and phrases[end].particles == ("の",):
                end += 1
            yield Clause(first=start, last=end + 1, predicate=index - held, kind="adnominal")


def _facts(parse: Parse, phrases: Sequence[Phrase], first: int, last: int) -> Iterator[Clause]:
    """The こと- and の-clauses of verbs that take them for facts: 不正があったことを|知らなかった."""
    tokens = parse.tokens
    for index in range(first, last - 1):
        phrase = phrases[index]
        if tokens[phrase.head].normalized == "言う" and index > first and phrases[index - 1].particles[-1:] == ("と",):
            continue  # 結んだという|ことを: the fact ends before いう
        nominal = phrase.is_predicate and phrase.particles[-2:] in (("の", "を"), ("の", "に"), ("の", "が"))
        named = index
        while named + 1 < last and tokens[phrases[named + 1].head].normalized in ("言う", "事"):
            named += 1
        fact = (
            named > index
            and tokens[phrases[named].head].normalized == "事"
            and (phrase.form.startswith("連体形") or named > index + 1)
        )
        if not (nominal or fact) or not set(phrases[named].particles[-1:]) <= {"を", "に", "が"}:
            continue
        holder = next((p for p in phrases[named + 1 : last] if p.is_predicate), None)
        if holder is None:
            continue
        word = tokens[holder.head].normalized
        if word in words("factive") or (nominal and word in words("perception")):
            start = _adnominal_start(parse, phrases, first, index)
            if phrase.end - phrases[start].start >= SHORTEST_FACT:
                yield Clause(first=start, last=index + 1, predicate=index, kind="fact")


def _adnominal_start(parse: Parse, phrases: Sequence[Phrase], first: int, index: int) -> int:
    if parse.heads:
        return _leftmost_dependent(parse, phrases, first, index)
    start = index
    while start > first:
        phrase = phrases[start - 1]
        if "は" in phrase.particles or (phrase.comma and start < index) or (phrase.is_predicate and phrase.comma):
            break
        start -= 1
    return start


def _leftmost_dependent(parse: Parse, phrases: Sequence[Phrase], first: int, index: int) -> int:
    """The first phrase of the unbroken run before `index` that depends on it, directly or not."""
    inside = set(range(phrases[index].first, phrases[index].last))
    start = index
    while start > first:
        phrase = phrases[start - 1]
        if parse.heads[phrase.head] not in inside or "は" in phrase.particles:
            break
        inside.update(range(phrase.first, phrase.last))
        start -= 1
    return start
