"""Where one clause ends and the next begins: at predicates that go on, and at nouns that stand for one."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from jpnews_nlp.claims.copulas import is_by_how_much, says_what_it_is
from jpnews_nlp.claims.lexicon import words
from jpnews_nlp.claims.occasions import occasion
from jpnews_nlp.claims.phrases import Phrase
from jpnews_nlp.model.parse import Token

CASE = frozenset({"が", "を", "に", "で", "は", "も", "へ", "から", "まで"})
# A て-form closes a statement of its own only when it is at least this long.
LONG_STATEMENT = 14
# A headline's first word may be a place or a label (新潟 上越で震度6弱), no statement.
SHORTEST_HEADLINE = 4


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
        return (phrase.particles == ("で",) and _is_repeated(before, after)) or _is_parallel(before, phrase, after)
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
    if _sums_up(tokens, phrases, index) or _among_others(tokens, phrases, index):
        return False
    follows = phrases[index + 1]
    long_enough = phrase.end - phrases[first].start >= LONG_STATEMENT
    return long_enough and follows.kind == "noun" and bool(CASE & set(follows.particles))


def _sums_up(tokens: Sequence[Token], phrases: Sequence[Phrase], index: int) -> bool:
    """Whether phrase `index` is the 合わせて of a sum: 乗客と運転手|合わせて|31人が."""
    return tokens[phrases[index].head].normalized == "合わせる" and _has_number(tokens, phrases[index + 1])


def _among_others(tokens: Sequence[Token], phrases: Sequence[Phrase], index: int) -> bool:
    """Whether the phrase ends one way of several in which what follows came about: 石に|当たるなど|して|けがをした."""
    before = phrases[max(0, index - 1)]
    one_of_several = tokens[before.last - 1].surface in ("など", "等") and before.is_predicate
    return one_of_several and tokens[phrases[index].head].normalized == "為る"


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


def _is_parallel(before: Sequence[Phrase], phrase: Phrase, after: Sequence[Phrase]) -> bool:
    """Whether a case phrase closes a statement whose predicate stands once, at the end: 米は長官が、露は外相が出た."""
    if phrase.particles not in (("が",), ("を",), ("に",)) or any(p.is_predicate for p in before):
        return False
    marks = [
        p.particles for p in before if p.particles in (("は",), ("が",), ("を",)) and p.particles != phrase.particles
    ]
    rest = list(itertools.takewhile(lambda p: not p.is_predicate, after))
    return any(
        one.particles in marks and any(other.particles == phrase.particles for other in rest[at + 1 :])
        for at, one in enumerate(rest)
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
