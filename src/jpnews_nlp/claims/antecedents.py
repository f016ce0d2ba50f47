"""Whom a statement without a speaker is of: who spoke, or what a sentence was about, in the sentences before it."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from jpnews_nlp.claims.carrying import Told
from jpnews_nlp.claims.region import Attribution
from jpnews_nlp.model.entity import Entity, Person

# A speaker who is left out is looked for this many sentences back.
MEMORY = 2
ACCUSED = ("容疑者", "被告", "被告人")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """Somebody named in a sentence, given by its number; a `source` has it passed on (消防によると)."""

    sentence: int
    who: str
    source: bool = False


def antecedent(
    said: Sequence[Mention], topics: Sequence[Mention], number: int, attribution: Attribution | None
) -> str | None:
    """Who is left out as the speaker in sentence `number`: of those who spoke, or of those a sentence is about.

    Words in brackets can be of whoever spoke or acted last (男は店に入った。「金がほしかった」と話している), what is
    passed on without them is of whoever spoke last.
    """
    direct = attribution is not None and attribution.direct
    nearest = 0 if direct else 1
    spoke = next((m for m in reversed(said) if nearest <= number - m.sentence <= MEMORY), None)
    if attribution is None or not attribution.active:
        sources = (m.who for m in reversed(said) if m.source and nearest <= number - m.sentence <= MEMORY)
        return next(sources, None)  # 全員が軽傷だという
    topic = next((m for m in reversed(topics) if 1 <= number - m.sentence <= MEMORY), None)
    if topic is not None and (spoke is None or (direct and topic.sentence >= spoke.sentence)):
        return topic.who
    return None if spoke is None else spoke.who


def accused(entities: Iterable[Entity], before: int) -> str | None:
    """The last person before an offset who is called accused; only they 供述する, 容疑を認める."""
    people = (e for e in entities if isinstance(e, Person) and e.title in ACCUSED and e.end <= before)
    last = max(people, key=lambda e: e.start, default=None)
    return None if last is None else last.text + (last.title or "")


def answered(stream: Iterable[Told]) -> Iterator[Told]:
    """The clauses in their order, an act of speech without a subject (見直しを訴えた) given who spoke before.

    A figure that is mentioned as given (時速95キロと説明した速度を「107キロだった」と訂正した) is of who speaks next.
    """
    said: list[Mention] = []
    for told, following in itertools.pairwise((*stream, None)):
        assert told is not None
        claim = told.claim
        if told.unnamed and claim.speaker is None and claim.kind == "relative":
            same = following is not None and following.claim.sentence == claim.sentence
            claim = replace(claim, speaker=following.claim.speaker if following is not None and same else None)
        elif told.unnamed and claim.speaker is None:
            recent = (m.who for m in reversed(said) if 1 <= claim.sentence - m.sentence <= MEMORY)
            claim = replace(claim, speaker=next(recent, None))
        if claim.speaker is not None:
            said.append(Mention(sentence=claim.sentence, who=claim.speaker))
        yield told if claim is told.claim else replace(told, claim=claim)
