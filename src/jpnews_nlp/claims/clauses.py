"""Phrases to clauses: where one assertion ends and the next begins."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from jpnews_nlp.claims.copulas import is_by_how_much, says_what_it_is
from jpnews_nlp.claims.lexicon import words
from jpnews_nlp.claims.occasions import occasion
from jpnews_nlp.claims.phrases import NOMINAL, Phrase, figure_start, head_word
from jpnews_nlp.model.parse import Parse, Token
from jpnews_nlp.model.quick import quick

CASE = frozenset({"が", "を", "に", "で", "は", "も", "へ", "から", "まで"})
# A relative clause shorter than this (倒壊した自宅) tells nothing an outlet could differ on.
SHORTEST_ADNOMINAL = 9
# A fact shorter than this (来たことを) is none.
SHORTEST_FACT = 5
# A て-form closes a statement of its own only when it is at least this long.
LONG_STATEMENT = 14
# A headline's first word may be a place or a label (新潟 上越で震度6弱), no statement.
SHORTEST_HEADLINE = 4


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


def temporal_phrases(tokens: Sequence[Token], phrases: Sequence[Phrase], temporal: frozenset[int]) -> frozenset[int]:
    """Which of the phrases are dates or times (15日、/ 15日夜、), given the tokens inside dates and times."""
    adverbial = {
        i
        for i, p in enumerate(phrases)
        if tokens[p.head].pos[2] == "副詞可能"
        and not p.particles
        and not temporal.isdisjoint(range(p.first, p.head + 1))
    }
    return frozenset([i for i, p in enumerate(phrases) if p.head in temporal or i in adverbial])


def ends_clause(
    tokens: Sequence[Token], phrases: Sequence[Phrase], first: int, index: int, temporal: frozenset[int]
) -> bool:
    """Whether a clause that began at phrase `first` ends with phrase `index`."""
    phrase = phrases[index]
    if not phrase.comma:
        return phrase.kind == "verb" and _hands_over(tokens, phrases, first, index)
    if occasion(tokens, phrases, first, index) is not None:
        return True
    if phrase.is_predicate:
        by_how_much = is_by_how_much(tokens, phrases, first, index)
        return not by_how_much and _is_coordinate(tokens, phrases, index)
    if phrase.particles == ("で",) and says_what_it_is(tokens, phrases, first, index, temporal):
        return True
    return index not in temporal and _noun_ends_clause(tokens, phrases[first:index], phrase, phrases[index + 1 :])


def _noun_ends_clause(
    tokens: Sequence[Token], before: Sequence[Phrase], phrase: Phrase, after: Sequence[Phrase]
) -> bool:
    """Whether a noun before a comma ends a clause: 〜したため、, 九州に上陸後、, 上越市で震度6弱、."""
    if before and before[-1].is_predicate and before[-1].form.startswith("連体形"):
        adverbial = tokens[phrase.head].normalized in words("adverbial")
        though = tokens[phrase.head].normalized == "物" and phrase.particles == ("の",)  # 下げたものの、
        return though or (adverbial and set(phrase.particles) <= {"に", "で", "は", "も"})
    if _is_after_act(tokens, phrase):
        return any({"に", "を", "へ", "から", "が"} & set(p.particles) for p in before)
    if phrase.particles:
        return phrase.particles == ("で",) and _is_repeated(before, after)
    return _is_gapped(tokens, before, phrase, after)


def _is_after_act(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """Whether the phrase is an act with 後, 中 or 直後 written to it: 九州に|上陸後、."""
    acts = phrase.head > phrase.first and tokens[phrase.head - 1].pos[2] == "サ変可能"
    return acts and tokens[phrase.head].surface in ("後", "直後", "前") and set(phrase.particles) <= {"に", "は"}


def is_as(tokens: Sequence[Token], phrases: Sequence[Phrase], index: int) -> bool:
    """Whether phrase `index` is the して of 代表と|して, which works as a particle after a noun."""
    phrase, before = phrases[index], phrases[max(0, index - 1)]
    noun = before.kind == "noun" and before.particles == ("と",)
    return noun and phrase.particles == ("て",) and tokens[phrase.head].normalized == "為る"


def is_testimony(tokens: Sequence[Token], phrases: Sequence[Phrase], index: int) -> bool:
    """Whether phrase `index` is the して of 政府高官の|話と|して."""
    return is_as(tokens, phrases, index) and tokens[phrases[index - 1].head].normalized in words("testimony")


def _is_coordinate(tokens: Sequence[Token], phrases: Sequence[Phrase], index: int) -> bool:
    """Whether a predicate before a comma hands over to the next clause (て, が, ので, 連用形 …)."""
    phrase = phrases[index]
    if index > 0 and tokens[phrase.head].normalized in words("compound") and phrases[index - 1].particles:
        return False
    if is_as(tokens, phrases, index):
        return False
    function = [t for t in tokens[phrase.head : phrase.last] if t.pos[0] not in ("補助記号", "空白")]
    last = function[-1]
    if last.pos[0] == "助詞":
        concessive = phrase.particles[-2:] in (("て", "も"), ("で", "も"), ("の", "に"))
        return last.pos[1] == "接続助詞" or concessive
    return last.conjugation.startswith(("連用形", "終止形", "仮定形")) or last.surface in ("つつ", "ながら")


def _hands_over(tokens: Sequence[Token], phrases: Sequence[Phrase], first: int, index: int) -> bool:
    """Whether a て-form without a comma ends a clause: both what it closes and what follows are whole statements."""
    phrase = phrases[index]
    if phrase.particles[-1:] not in (("て",), ("で",)) or index + 2 >= len(phrases):
        return False
    if tokens[phrase.head].normalized in words("compound") or tokens[phrase.last - 1].pos[1] != "接続助詞":
        return False
    follows = phrases[index + 1]
    long_enough = phrase.end - phrases[first].start >= LONG_STATEMENT
    return long_enough and follows.kind == "noun" and bool(CASE & set(follows.particles))


def _is_repeated(before: Sequence[Phrase], after: Sequence[Phrase]) -> bool:
    """Whether a particle phrase closes a statement whose predicate is left out.

    震源地は上越地方で、深さは10km (は … で、 … は) and 6弱を上越市で、5強を糸魚川で記録 (を … で、 … を).
    """
    rest = []
    for follower in after:
        rest.append(follower)
        if follower.is_predicate:
            break
    return any(
        any(mark in p.particles for p in before) and any(mark in p.particles for p in rest) for mark in ("は", "を")
    )


def _is_gapped(tokens: Sequence[Token], before: Sequence[Phrase], phrase: Phrase, after: Sequence[Phrase]) -> bool:
    """Whether a bare noun before a comma is a predicate: 上越市で震度6弱、…; 領土の2割を占領、…."""
    if not any(CASE & set(p.particles) for p in before):
        return False
    if tokens[phrase.head].pos[2] == "サ変可能":
        return True
    next_case = next((p for p in after if CASE & set(p.particles) or p.is_predicate), None)
    return _has_number(tokens, phrase) and next_case is not None and not _has_number(tokens, next_case)


def _has_number(tokens: Sequence[Token], phrase: Phrase) -> bool:
    return any(t.pos[1] == "数詞" for t in tokens[phrase.first : phrase.head + 1])


def pauses(tokens: Sequence[Token], phrases: Sequence[Phrase], first: int, index: int) -> bool:
    """Whether a headline pauses after phrase `index`, and what stands before is more than a place name or topic."""
    phrase, after = phrases[index], phrases[index + 1]
    inside = tokens[phrase.first : phrase.last]
    blank = any(t.surface.isspace() for t in inside) or tokens[after.first].start > tokens[phrase.last - 1].end
    equal = inside[-1].surface in "＝=" and _states(tokens, phrases, first, index)
    if blank or equal:
        return phrase.end - phrases[first].start > SHORTEST_HEADLINE
    return phrase.comma and _states(tokens, phrases, first, index)


def _states(tokens: Sequence[Token], phrases: Sequence[Phrase], first: int, index: int) -> bool:
    """Whether phrases `first` to `index` of a headline state something; 首相、 and 台風10号、 are topics."""
    phrase = phrases[index]
    if phrase.end - phrases[first].start <= SHORTEST_HEADLINE and not phrase.is_predicate:
        return False
    head = tokens[phrase.head]
    act = head.pos[2] == "サ変可能" or head.normalized in words("act")
    if phrase.is_predicate or act or any(CASE & set(p.particles) for p in phrases[first : index + 1]):
        return True
    return _has_number(tokens, phrase) and head.surface not in words("numbered")


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
