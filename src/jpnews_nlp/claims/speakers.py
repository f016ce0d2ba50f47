"""Who speaks: the noun phrase of the topic or subject around a quotation."""

from __future__ import annotations

from collections.abc import Sequence

from jpnews_nlp.claims.actors import can_act, is_person, is_thing, may_speak
from jpnews_nlp.claims.arguments import ABOUT
from jpnews_nlp.claims.lexicon import words
from jpnews_nlp.claims.phrases import ROUND, Phrase, figure_start
from jpnews_nlp.claims.quotations import is_passive, quotation
from jpnews_nlp.model.parse import Token

# After a verb these turn to the next clause.
TURNS = frozenset({"が", "けれど", "けれども", "し", "から"})
PEOPLE = frozenset({"人", "名"})


def find_speaker(
    tokens: Sequence[Token],
    phrases: Sequence[Phrase],
    first: int,
    index: int,
    verb: int,
    *,
    only_before_comma: bool,
) -> int | None:
    """The phrase of the speaker: the topic or subject before the quotation, or between it and the verb."""
    between = [i for i in range(index + 1, verb) if {"は", "が"} & set(phrases[i].particles)]
    if between:
        return between[0]
    before = [i for i in range(first, index) if phrases[i].kind == "noun"]
    topics = [i for i in before if phrases[i].particles[-1:] == ("は",) and "で" not in phrases[i].particles]
    topics = [i for i in topics if "に" not in phrases[i].particles]
    subjects = [
        i for i in before if phrases[i].particles[-1:] in (("が",), ("も",)) and not _in_cleft(phrases, i, index)
    ]
    if only_before_comma:
        return _holder(tokens, phrases, topics, verb)
    if phrases[index].kind == "noun" and quotation(tokens, phrases[index]) is None:
        topics = [i for i in topics if may_speak(tokens, phrases[i])]  # 規模は|5.9と|推定していた
    first_marked = next((i for i in before if i in topics or i in subjects), None)
    outer = first_marked if quotation(tokens, phrases[index]) is None and topics else None
    if outer in subjects and (phrases[outer].comma or can_act(tokens, phrases[outer])):
        return outer  # 複数の外交筋が、|交渉は|…
    if quotation(tokens, phrases[index]) is None:
        topics = [i for i in topics if tokens[phrases[i].head].pos[2] != "サ変可能" or may_speak(tokens, phrases[i])]
    several = len(subjects) > 1 and quotation(tokens, phrases[index]) is None
    if not topics and several and can_act(tokens, phrases[subjects[0]]):
        return subjects[0]  # 候補者が|開票作業に|不正が|あったと|主張した
    if topics:
        return topics[-1] if quotation(tokens, phrases[index]) else topics[0]
    return subjects[-1] if subjects and quotation(tokens, phrases[index]) else None


def _in_cleft(phrases: Sequence[Phrase], at: int, last: int) -> bool:
    """Whether phrase `at` belongs to what a のは makes the topic: 男性が in 男性が|死亡したのは|過失が|あったためだ."""
    predicate = next((p for p in phrases[at + 1 : last] if p.is_predicate), None)
    return predicate is not None and predicate.particles[-2:] == ("の", "は")


def giver(
    tokens: Sequence[Token], phrases: Sequence[Phrase], first: int, index: int, *, lenient: bool = False
) -> int | None:
    """The phrase right before a figure at phrase `index` that gives it: 列島通信は|150人; not 死者は|5人.

    With `lenient`, any noun that is no thing: where another figure beside it is given by somebody.
    """
    before = phrases[index - 1] if index > first else None
    if before is None or before.particles not in (("は",), ("が",)) or figure_start(tokens, phrases[index]) is None:
        return None
    counts = tokens[phrases[index].head].surface in PEOPLE and is_person(tokens, before)
    speaks = not is_thing(tokens, before) if lenient else may_speak(tokens, before)
    return index - 1 if speaks and not counts else None


def _holder(tokens: Sequence[Token], phrases: Sequence[Phrase], topics: Sequence[int], verb: int) -> int | None:
    """Who says so in 市は、…という and 陣営は…としている: a topic with a comma, before とする any that can speak."""
    named = next((i for i in topics if phrases[i].comma), None)
    holds = tokens[phrases[verb].head].normalized == "為る" and not is_passive(tokens, phrases[verb])
    if named is None and holds:
        return next((i for i in topics if may_speak(tokens, phrases[i])), None)
    return named


def about(tokens: Sequence[Token], phrases: Sequence[Phrase], first: int, index: int) -> int | None:
    """The first token of the phrase right before the quotation that says what it is about."""
    if index == first:
        return None
    if tokens[phrases[index - 1].head].normalized not in ABOUT or index - 1 == first:
        return None
    return noun_start(tokens, phrases, first, index - 2)


def topic_before(tokens: Sequence[Token], phrases: Sequence[Phrase]) -> int | None:
    """The last topic of the clauses before one, who goes on to say something (頭を下げ、「…」と謝罪した)."""
    for at in range(len(phrases) - 1, -1, -1):
        phrase = phrases[at]
        timed = tokens[phrase.head].pos[2] == "副詞可能" or tokens[phrase.head].normalized in words("time adverb")
        if phrase.particles == ("は",) and phrase.kind == "noun" and not timed and may_speak(tokens, phrase):
            return at
    return None


def name_start(tokens: Sequence[Token], phrases: Sequence[Phrase], first: int, index: int) -> int:
    """The first token of a speaker: nouns joined by の and と, without the clauses that modify them."""
    while index > first:
        before = phrases[index - 1]
        joined = before.particles == ("の",) or (before.particles == ("と",) and before.kind == "noun")
        if before.comma or not joined:
            break
        index -= 1
    return skip_marks(tokens, phrases[index].first)


def noun_start(tokens: Sequence[Token], phrases: Sequence[Phrase], first: int, index: int) -> int:
    """The first token of the noun phrase that ends with phrase `index`, の-modifiers and relative clauses included."""
    while index > first:
        before = phrases[index - 1]
        modifies = before.particles == ("の",) or (before.particles == ("と",) and before.kind == "noun")
        modifies = modifies or (before.is_predicate and before.form.startswith("連体形") and not before.particles)
        inside_clause = (
            phrases[index].is_predicate and set(before.particles) <= {"が", "に", "を", "で"} and before.particles
        )
        if before.comma or not (modifies or inside_clause):
            break
        index -= 1
    return skip_marks(tokens, phrases[index].first)


def skip_marks(tokens: Sequence[Token], at: int) -> int:
    """The first token from `at` on that is no punctuation, white space or conjunction."""
    while tokens[at].pos[0] in ("補助記号", "空白", "接続詞") and at + 1 < len(tokens):
        at += 1
    return at


def first_particle(tokens: Sequence[Token], phrase: Phrase) -> int:
    """The index of the phrase's first particle, comma or bracket after its noun; one past the phrase without one."""
    for at in range(phrase.head + 1, phrase.last):
        if tokens[at].pos[0] in ("助詞", "助動詞") or tokens[at].surface in "、，。（(":
            return at
    return phrase.last


def last_word(tokens: Sequence[Token], phrase: Phrase) -> int:
    """One past the last token of the phrase that is no punctuation."""
    brackets = (i for i in range(phrase.head + 1, phrase.last) if tokens[i].surface in ROUND)
    last = next(brackets, phrase.last)
    while last > phrase.head + 1 and (
        tokens[last - 1].pos[0] in ("補助記号", "空白")
        or (tokens[last - 1].surface == "と" and tokens[last - 1].pos[1] == "格助詞")  # 語った|という
        or (tokens[last - 1].surface in TURNS and tokens[last - 1].pos[1] == "接続助詞")
    ):
        last -= 1
    return last
