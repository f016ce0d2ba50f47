"""What an article claims: one assertion, on whose word, how sure, with clause-sized evidence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from jpnews_nlp.model import records
from jpnews_nlp.model.entity import Entity
from jpnews_nlp.model.quantity import Quantity
from jpnews_nlp.model.quick import quick
from jpnews_nlp.model.span import Span

Polarity = Literal["affirmed", "negated"]
Certainty = Literal["asserted", "reported", "likely", "possible", "planned", "hypothetical", "denied", "asked"]
Status = Literal["done", "ongoing", "to_come", "state", "wished"]
ArgumentRole = Literal[
    "subject", "object", "goal", "location", "means", "source", "limit", "companion", "causer", "quote", "topic"
]
ClaimKind = Literal["clause", "relative", "attribute", "title"]

AGE = "年齢"
"""The predicate of an age in brackets."""
PLACE = "場所"
"""The predicate of a place told together with a moment, when that is a claim of its own."""
MOMENT = "日時"
"""The predicate of a day with a clock time, when that is a claim of its own."""


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Argument(Span):
    """A phrase that fills a role of the predicate.

    Attributes:
        role: What the phrase is to the predicate, passive and causative undone.
        text: The phrase without its particle.
        head: Its head noun in UniDic's normalized spelling.
        carried: True when the phrase stands in an earlier clause and was carried over.
    """

    role: ArgumentRole
    text: str
    head: str
    carried: bool = False


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Slots:
    """Everything of a claim that two outlets can differ on.

    Attributes:
        arguments: The phrases around the predicate by role.
        entities: People, places, organizations, dates and times inside the evidence, in text order.
        quantities: Numbers inside the evidence, in text order.
    """

    arguments: tuple[Argument, ...] = ()
    entities: tuple[Entity, ...] = ()
    quantities: tuple[Quantity, ...] = ()


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Claim(Span):
    """One assertion of one article.

    Attributes:
        id: Unique in the analysis, and in a comparison: `<article>#<number>`.
        article: The article's id.
        text: The verbatim evidence, `article.text[start:end]`.
        display: The claim as a short sentence that stands alone: a subject left out is restored, an open ending closed
            (市は橋を閉鎖し、… → 市は橋を閉鎖した).
        kind: `clause`, `relative` (a clause inside another, with the noun it modifies), `attribute` (an age in
            brackets, a moment, a bare figure) or `title` (an office written with a name).
        predicate: The predicate's lemma with light verbs folded (発表を行った, 発表した → 発表).
        polarity: Whether the content is affirmed or negated.
        certainty: How sure the article, or the speaker it quotes, is of the content.
        status: Whether it has happened (`done`), goes on or still holds (`ongoing`), is to come (`to_come`), is a
            property (`state`), or is asked for or held to be right (`wished`: べきだ, てほしい).
        speaker: On whose word; None when the article itself asserts it.
        cue: The words that attribute it (によると, と述べた).
        direct: True for words quoted in brackets, False for indirect speech, None without a speaker or cue.
        terms: The content words of the evidence in UniDic's normalized spelling, in text order.
        slots: Everything two outlets can differ on.
        role: The role of the block the claim stands in.
        sentence: The number of its sentence in the article, from 0.
    """

    id: str
    article: str
    text: str
    display: str = ""
    kind: ClaimKind = "clause"
    predicate: str
    polarity: Polarity = "affirmed"
    certainty: Certainty = "asserted"
    status: Status = "done"
    speaker: str | None = None
    cue: str | None = None
    direct: bool | None = None
    terms: tuple[str, ...] = ()
    slots: Slots = Slots()
    role: str = "body"
    sentence: int = 0

    def __hash__(self) -> int:
        """By id and words alone: equal claims have one, and a claim is looked up by the thousand."""
        return hash((self.id, self.text))

    def to_dict(self) -> dict[str, Any]:
        """The claim as plain JSON values."""
        plain: dict[str, Any] = records.to_plain(self)
        return plain
