"""Whether a noun with で before a comma says what something is (現場は住宅街で、…) and is no place (東京で、…)."""

from __future__ import annotations

from collections.abc import Sequence

from jpnews_nlp.claims.actors import can_act, is_person
from jpnews_nlp.claims.lexicon import words
from jpnews_nlp.claims.phrases import Phrase, head_word, is_figure
from jpnews_nlp.model.parse import Token


def says_what_it_is(
    tokens: Sequence[Token], phrases: Sequence[Phrase], first: int, index: int, temporal: frozenset[int]
) -> bool:
    """Whether phrase `index`, a noun with で, is the predicate of a clause that began at phrase `first`.

    It needs a topic (就任は12月1日で、), and a noun that cannot be meant as where or by what: 残す方針で, 元社員で,
    約9100億円で, 重体で; after 現場は or 刺されたのは any noun will do.

    Args:
        tokens: The tokens the phrases point into.
        phrases: The phrases of the region.
        first: Where the clause began.
        index: The phrase with で.
        temporal: Which of the phrases are dates or times.
    """
    topic = _topic(phrases, first, index)
    if topic is None:
        return False
    noun, about = phrases[index], phrases[topic]
    word = head_word(tokens, noun)
    if about.is_predicate or tokens[about.head].normalized in words("identified"):
        return word not in words("occasion")  # 刺されたのは20代の店員で、 現場は住宅街で、
    if is_person(tokens, noun) or word in words("condition") or tokens[noun.head].surface == "歳":
        return True
    if word in words("intent", "outlook", "stance", "kind"):
        return index - 1 > topic or noun.head > noun.first  # 残す方針で、 最も重い処分で、 高崎市出身で、
    if is_figure(tokens, noun):
        return not _is_means(tokens, phrases, topic, index)
    return index in temporal and not can_act(tokens, about)


def is_by_how_much(tokens: Sequence[Token], phrases: Sequence[Phrase], first: int, index: int) -> bool:
    """Whether a figure with で says how somebody acts, though it may be parsed as a predicate: 店は1億円で、売った."""
    phrase = phrases[index]
    if phrase.particles or tokens[phrase.head].surface == "歳" or not is_figure(tokens, phrase):
        return False
    ending = "".join(t.surface for t in tokens[phrase.head + 1 : phrase.last])
    topic = _topic(phrases, first, index) if ending == "で、" else None
    return topic is not None and _is_means(tokens, phrases, topic, index)


def _is_means(tokens: Sequence[Token], phrases: Sequence[Phrase], topic: int, index: int) -> bool:
    """Whether a figure said of a topic is what somebody acts with: 会社は1億円で, 兄は弟と2人で; not 乗客は30人で."""
    about = phrases[topic]
    if about.is_predicate or tokens[about.head].normalized in words("identified"):
        return False
    if tokens[phrases[index].head].surface in ("人", "名"):
        return phrases[index - 1].particles == ("と",)
    return can_act(tokens, about)


def _topic(phrases: Sequence[Phrase], first: int, index: int) -> int | None:
    """The は-phrase that phrase `index` is said of: nothing but what modifies a noun stands between the two."""
    for at in range(index - 1, first - 1, -1):
        phrase = phrases[at]
        if phrase.particles[-1:] == ("は",):
            cleft = phrase.particles[-2:] == ("の", "は")
            named = phrase.kind == "noun" and phrase.particles == ("は",)
            return at if named or (phrase.is_predicate and cleft) else None
        if phrase.comma or (phrase.is_predicate and not phrase.form.startswith("連体形")):
            return None
    return None
