"""Quotations without a verb of saying (官房長官「合意している」, 「…」。知事はこう述べた。)."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter

from jpnews_nlp.claims.actors import can_act, is_thing
from jpnews_nlp.claims.lexicon import words
from jpnews_nlp.claims.phrases import Phrase, chunk, closing_bracket
from jpnews_nlp.claims.region import Attribution, Region
from jpnews_nlp.claims.speakers import first_particle, last_word, noun_start, skip_marks
from jpnews_nlp.model.parse import Parse, Sentence, Token

THUS = frozenset({"こう", "斯う", "そう", "然う"})


def quote_after_noun(
    tokens: Sequence[Token], phrases: Sequence[Phrase], reach: tuple[int, int], quote: tuple[int, int]
) -> list[Region]:
    """官房長官「合意している」, 監督のコメント「選手に感謝したい」: the noun right before the bracket speaks."""
    first, index = reach
    opening = quote[0] - 1
    if phrases[index].first < opening:
        speaker = (skip_marks(tokens, phrases[index].first), opening)
        before = index - 1
    else:
        speaker = (noun_start(tokens, phrases, first, index - 1), first_particle(tokens, phrases[index - 1]))
        before = index - 2
    begin = speaker[0]
    whose = tokens[speaker[1] - 1].normalized in words("testimony") and before >= first
    if whose and phrases[before].particles == ("の",):
        speaker = (noun_start(tokens, phrases, first, before), first_particle(tokens, phrases[before]))
        begin = min(begin, speaker[0])
    holder = next(reversed(chunk(tokens, *speaker)), None)
    unfit = holder is None or holder.is_predicate or is_thing(tokens, holder)
    who = _headline_topic(tokens, phrases) if unfit else speaker
    said = Attribution(speaker=who, cue=(opening, quote[0]), direct=True)
    regions = [Region(first=quote[0], last=quote[1] + 1, attribution=said, lead=begin)]
    if phrases[first].first < begin:
        regions.insert(0, Region(first=phrases[first].first, last=begin))
    return regions


def _headline_topic(tokens: Sequence[Token], phrases: Sequence[Phrase]) -> tuple[int, int] | None:
    """Who a headline is about, when no speaker stands before the bracket: 新市長、初登庁　病院の計画「凍結せず」."""
    topic = phrases[0]
    if (
        topic.kind != "noun"
        or tokens[topic.head].pos[0] in ("補助記号", "助詞")
        or topic.particles
        or not topic.comma
        or is_thing(tokens, topic)
    ):
        return None
    return skip_marks(tokens, topic.first), first_particle(tokens, topic)


def is_told(tokens: Sequence[Token], phrases: Sequence[Phrase], index: int, quote: tuple[int, int]) -> bool:
    """Whether the noun right before the bracket is what somebody says: 教授の話「地盤が弱い」."""
    opening = quote[0] - 1
    before = tokens[opening - 1] if opening > phrases[0].first else None
    told = before is not None and before.normalized in words("testimony")
    return told and any(p.particles == ("の",) for p in phrases[max(0, index - 2) : index])


def quote_before_noun(tokens: Sequence[Token], phrases: Sequence[Phrase]) -> tuple[Region, ...] | None:
    """「責任は私に」社長が謝罪, 「合意している」官房長官: whoever follows the bracket speaks."""
    phrase = phrases[0]
    if tokens[phrase.first].surface not in ("「", "『", "“"):
        return None
    close = closing_bracket(tokens, phrase.first, phrase.last)
    if close is None or close + 1 >= phrase.last or phrase.head <= close or not can_act(tokens, phrase):
        return None
    if tokens[close + 1].pos[0] not in ("名詞", "代名詞", "接頭辞") or not _states(tokens, phrase.first + 1, close):
        return None
    speaker = (close + 1, first_particle(tokens, phrase))
    said = Attribution(speaker=speaker, cue=(close, close + 1), direct=True)
    regions = [Region(first=phrase.first + 1, last=close, attribution=said)]
    if len(phrases) > 1:
        regions.append(Region(first=close + 1, last=phrases[-1].last))
    return tuple(regions)


def _states(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether words in brackets say something and are no mere name."""
    inner = chunk(tokens, first, last)
    marked = any({"は", "が", "を", "に", "も", "で", "へ"} & set(p.particles) for p in inner)
    return marked or (bool(inner) and inner[-1].is_predicate)


def quoted_sentence(parse: Parse, sentence: Sentence) -> tuple[Region, ...] | None:
    """A sentence that is one quotation, when the one beside it says who said so (「…」。知事はこう述べた。)."""
    tokens = parse.tokens
    first, last = sentence.first_token, sentence.last_token
    while last > first and (tokens[last - 1].surface.isspace() or tokens[last - 1].surface in "。\n"):
        last -= 1
    if last - first < 3 or tokens[first].surface != "「" or closing_bracket(tokens, first, last) != last - 1:
        return None
    at = bisect_left(parse.sentences, sentence.start, key=attrgetter("start"))
    for beside in (at + 1, at - 1):
        if 0 <= beside < len(parse.sentences):
            said = _said_so(tokens, parse.sentences[beside])
            if said is not None:
                return (Region(first=first + 1, last=last - 1, attribution=said),)
    return None


def _said_so(tokens: Sequence[Token], sentence: Sentence) -> Attribution | None:
    """Who said so and by which words: 知事は18日の会見で|こう述べた."""
    phrases = chunk(tokens, sentence.first_token, sentence.last_token)
    for index in range(1, len(phrases)):
        verb, before = phrases[index], phrases[index - 1]
        thus = tokens[before.head].normalized in THUS or tokens[before.head].surface == "よう"
        if not thus or tokens[verb.head].normalized not in words("speech"):
            continue
        topics = [i for i in range(index) if phrases[i].particles[-1:] in (("は",), ("が",), ("も",))]
        if topics:
            holder = phrases[topics[0]]
            speaker = (noun_start(tokens, phrases, 0, topics[0]), first_particle(tokens, holder))
            return Attribution(speaker=speaker, cue=(before.head, last_word(tokens, verb)), direct=True)
    return None
