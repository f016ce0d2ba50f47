"""A sentence that is one speaker's word as a whole (同紙は、…し、…と報じた), or told by the next one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from jpnews_nlp.claims.actors import may_speak
from jpnews_nlp.claims.lexicon import words
from jpnews_nlp.claims.phrases import Phrase, chunk
from jpnews_nlp.claims.quotations import content_end, is_denied, is_passive, is_quotative, quotation, saying_verb
from jpnews_nlp.claims.region import Attribution
from jpnews_nlp.claims.speakers import first_particle, last_word, name_start
from jpnews_nlp.model.parse import Parse, Token

# A sentence that only says who told the one before it is no longer than this many phrases.
LONGEST_TELLING = 5
DENYING = frozenset({"ない", "無い", "ず", "ぬ"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """The content of a sentence of one speaker: phrases `first` to `last`, up to the token `end`."""

    first: int
    last: int
    end: int
    attribution: Attribution


def frame(tokens: Sequence[Token], phrases: Sequence[Phrase]) -> Frame | None:
    """The frame of a sentence: a topic with a comma at its head, an indirect verb of saying at its end.

    What stands between, several clauses or the words of others, is the speaker's: 同紙は、雨が降り、機長が「…」と
    話したと報じた.
    """
    topic = _head_topic(tokens, phrases)
    if topic is None:
        return None
    last = len(phrases)
    for index in range(last - 2, topic, -1):
        if quotation(tokens, phrases[index]) is not None or not is_quotative(tokens, phrases, topic + 1, index):
            continue
        verb = saying_verb(tokens, phrases, index, last)
        if verb is None or verb != last - 1 or is_passive(tokens, phrases[verb]):
            return None
        if any(quotation(tokens, p) is not None for p in phrases[index + 1 : verb]):
            return None  # …との書き込みを「事実ではない」と打ち消した
        word = tokens[phrases[verb].head]
        if word.surface.startswith("い") or word.normalized in words("thinking", "knowing", "mistaken", "weighing"):
            return None
        speaker = (name_start(tokens, phrases, 0, topic), first_particle(tokens, phrases[topic]))
        end = content_end(tokens, phrases[index])
        attribution = Attribution(
            speaker=speaker,
            cue=(end, last_word(tokens, phrases[verb])),
            direct=False,
            active=True,
            denies=is_denied(tokens, phrases, index, verb),
        )
        return Frame(first=topic + 1, last=index + 1, end=end, attribution=attribution)
    return None


def _head_topic(tokens: Sequence[Token], phrases: Sequence[Phrase]) -> int | None:
    """The phrase of a topic with a comma, before any predicate that is not part of it."""
    for index, phrase in enumerate(phrases):
        if phrase.particles == ("は",) and phrase.kind == "noun":
            return index if phrase.comma and may_speak(tokens, phrase) else None
        if phrase.is_predicate and (phrase.comma or not phrase.form.startswith("連体形")):
            return None
        if {"が", "は"} & set(phrase.particles):
            return None
    return None


def told_by_next(parse: Parse, number: int) -> Attribution | None:
    """Who told a sentence, given by its number, when the next says no more than that (運輸省が明らかにした。)."""
    if number + 1 >= len(parse.sentences):
        return None
    tokens, following = parse.tokens, parse.sentences[number + 1]
    telling = words("telling")
    too_long = following.last_token - following.first_token > 4 * LONGEST_TELLING
    if too_long or telling.isdisjoint([t.normalized for t in parse.tokens_of(following)]):
        return None
    phrases = chunk(tokens, following.first_token, following.last_token)
    if not 2 <= len(phrases) <= LONGEST_TELLING or phrases[0].start != parse.sentences[number].end:
        return None
    subject = next((i for i, p in enumerate(phrases) if p.particles == ("が",)), None)
    if subject is None or not may_speak(tokens, phrases[subject]):
        return None
    said = next((i for i in range(subject + 1, len(phrases)) if tokens[phrases[i].head].normalized in telling), None)
    rest = [
        p for p in phrases if p.particles and p is not phrases[subject] and p.kind == "noun" and p.particles != ("の",)
    ]
    if said is None or rest or _tells_more(tokens, phrases, subject, said):
        return None
    speaker = (name_start(tokens, phrases, 0, subject), first_particle(tokens, phrases[subject]))
    cue = (first_particle(tokens, phrases[subject]), last_word(tokens, phrases[-1]))
    return Attribution(speaker=speaker, cue=cue, direct=False)


def _tells_more(tokens: Sequence[Token], phrases: Sequence[Phrase], subject: int, said: int) -> bool:
    """Whether a clause or a denial stands beside who told it: 首相が関与したかは明らかになっていない."""
    denied = any(t.normalized in DENYING for t in tokens[phrases[said].head : phrases[-1].last])
    return denied or any(p.is_predicate for p in phrases[subject + 1 : said])
