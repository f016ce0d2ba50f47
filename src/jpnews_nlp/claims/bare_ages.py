"""Whose age a bare age is (…さんが死去した。72歳)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from jpnews_nlp.model.claim import AGE, Argument, Claim
from jpnews_nlp.model.entity import Entity, Person
from jpnews_nlp.model.parse import Parse, Sentence
from jpnews_nlp.model.span import within

SUBJECTS = ("subject", "topic")
# Between two people named together stands no more than this (さんと, 容疑者、).
LINK = 4


def ages_with_people(
    attributes: Iterable[Claim], clauses: Sequence[Claim], entities: Sequence[Entity], parse: Parse
) -> Iterator[Claim]:
    """The attributes, an age that names nobody with whoever the sentence before, or its headline, is about.

    Args:
        attributes: Bare attributes; all but such ages stay as they are.
        clauses: The clauses of the article in text order.
        entities: The entities of the article.
        parse: Its parse; claims know their sentence by its number.
    """
    for attribute in attributes:
        bare = attribute.predicate == AGE and not any(isinstance(e, Person) for e in attribute.slots.entities)
        person = _told_of(attribute, clauses, entities, parse) if bare else None
        yield attribute if person is None else _of(attribute, person)


def _told_of(age: Claim, clauses: Sequence[Claim], entities: Sequence[Entity], parse: Parse) -> Person | None:
    """The subject of the nearest sentence that names somebody, this one or the one before; else its only person."""
    for number in (age.sentence, age.sentence - 1):
        if number < 0:
            continue
        sentence = parse.sentences[number]
        named = (e for e in within(entities, sentence) if isinstance(e, Person) and e.end <= age.start)
        people = [e for e in named if not _in_brackets(parse, sentence, e)]
        subjects = [
            argument
            for clause in clauses
            if clause.sentence == number
            for argument in clause.slots.arguments
            if argument.role in SUBJECTS and not argument.carried
        ]
        acting = [p for p in people if any(argument.covers(p) for argument in subjects)] or people
        if acting:
            alone = len({p.canonical for p in acting}) == 1 and not _joined(parse, sentence, people, acting[0])
            return acting[0] if alone else None
    return None


def _in_brackets(parse: Parse, sentence: Sentence, entity: Entity) -> bool:
    """Whether a bracket is open there (志摩ゆりえ（本名島村百合枝）さん)."""
    before = "".join(t.surface for t in parse.tokens_of(sentence) if t.start < entity.start)
    return before.count("（") + before.count("(") > before.count("）") + before.count(")")


def _joined(parse: Parse, sentence: Sentence, people: Sequence[Person], person: Person) -> bool:
    """Whether somebody is named together with the person (森下彩さんと木村太郎さん)."""
    tokens = parse.tokens_of(sentence)
    between = ("".join(t.surface for t in tokens if p.end <= t.start < person.start) for p in people)
    return any(text[-1:] in tuple("と、・や") and len(text) <= LINK for text in between if text)


def _of(age: Claim, person: Person) -> Claim:
    subject = Argument(
        start=person.start, end=person.end, text=person.text, role="subject", head=person.text, carried=True
    )
    return replace(age, slots=replace(age.slots, arguments=(subject, *age.slots.arguments)))
