"""A clause that is itself somebody's word: what they demand, deny or show, or say in a relative clause."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from jpnews_nlp.claims.arguments import surface
from jpnews_nlp.claims.clauses import Clause
from jpnews_nlp.claims.lexicon import words
from jpnews_nlp.claims.phrases import Phrase, head_word
from jpnews_nlp.claims.quotations import is_passive
from jpnews_nlp.model.claim import Argument
from jpnews_nlp.model.parse import Token


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnWord:
    """The speaker of a clause that tells a demand, a denial or a stance, and the words that say so."""

    speaker: str | None
    cue: str


def read_own_word(
    tokens: Sequence[Token], phrases: Sequence[Phrase], clause: Clause, arguments: Sequence[Argument]
) -> OwnWord | None:
    """The speaker and cue when the clause's own predicate is an act of speech; None when it is not.

    大統領は増額を要求した, 10月に訪日する意向を示した, 約束を否定する日本側, 政府が「合意した」と発表した引き下げ.
    """
    at = clause.predicate
    phrase = phrases[at]
    before = phrases[at - 1] if at > clause.first else None
    word = tokens[phrase.head].normalized
    if clause.kind == "adnominal" and phrase.particles[-1:] == ("と",):  # 約束したとする米側
        holder = phrases[at + 2]
        return OwnWord(
            speaker=surface(tokens[holder.first : holder.head + 1]), cue=_from_particle(tokens, phrase, phrases[at + 1])
        )
    source = _found_out(tokens, phrases, clause, word)
    if source is not None:
        return source
    if before is None or phrase.kind != "verb" or (word in words("weighing") and is_passive(tokens, phrase)):
        return None
    if word == "為る" and tokens[before.head].normalized in words("admitting") and at - 1 > clause.first:
        # 前進したことを|明らかに|した
        word, before = tokens[before.head].normalized, phrases[at - 2]
    stance = word in words("showing") and head_word(tokens, before) in words("stance")
    asks = word in words("request") and ("を" in before.particles or tokens[before.head].normalized == "様")
    admits = word in words("admitting") and tokens[before.head].normalized == "事" and "を" in before.particles
    owns = word == "認める" and "を" in before.particles and head_word(tokens, before) in words("owned up")
    if not (asks or owns or stance or admits or _quotes(tokens, before, word)):
        return None
    topic = next((p for p in phrases[clause.first : at] if p.particles == ("は",)), None) if admits else None
    subject = next((a for a in arguments if a.role == "subject"), None)
    if topic is not None:
        speaker: str | None = surface(tokens[topic.first : topic.head + 1])
    else:
        speaker = subject.text if subject is not None else _head_noun(tokens, phrases, clause)
    if stance or not before.particles:
        return OwnWord(speaker=speaker, cue=surface(tokens[before.head : _last_word(tokens, phrase)]))
    return OwnWord(speaker=speaker, cue=_from_particle(tokens, before, phrase))


def _found_out(tokens: Sequence[Token], phrases: Sequence[Phrase], clause: Clause, word: str) -> OwnWord | None:
    """関係者への取材で分かった: the source is whoever was asked."""
    if word not in words("found out"):
        return None
    for at in range(clause.first + 1, clause.predicate):
        asked, way = phrases[at - 1], phrases[at]
        if (
            way.particles[:1] == ("で",)
            and tokens[way.head].normalized in words("audience")
            and "へ" in asked.particles
        ):
            speaker = surface(tokens[asked.first : asked.head + 1])
            return OwnWord(speaker=speaker, cue=_from_particle(tokens, way, phrases[clause.predicate]))
    return None


IDLE = ("補助記号", "空白")


def _quotes(tokens: Sequence[Token], before: Phrase, word: str) -> bool:
    quoting = before.particles[-1:] == ("と",) and (before.is_predicate or tokens[before.last - 2].surface in "」』")
    return quoting and word in words("speech")


def _from_particle(tokens: Sequence[Token], phrase: Phrase, verb: Phrase) -> str:
    """The words from the last particle of `phrase` to the end of the verb."""
    first = next(i for i in range(phrase.last - 1, phrase.first - 1, -1) if tokens[i].pos[0] == "助詞")
    return surface(tokens[first : _last_word(tokens, verb)])


def _last_word(tokens: Sequence[Token], phrase: Phrase) -> int:
    return next(
        (i for i in range(phrase.last, phrase.head + 1, -1) if tokens[i - 1].pos[0] not in IDLE), phrase.head + 1
    )


def _head_noun(tokens: Sequence[Token], phrases: Sequence[Phrase], clause: Clause) -> str | None:
    """The noun a relative clause modifies: 約束を否定する日本側."""
    if clause.kind != "adnominal" or clause.predicate + 1 >= len(phrases):
        return None
    noun = phrases[clause.predicate + 1]
    return surface(tokens[noun.first : noun.head + 1])
