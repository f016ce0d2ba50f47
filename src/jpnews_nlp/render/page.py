"""The texts of the articles prepared for a page: blocks of pieces, each with the claims and the entity it shows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from jpnews_nlp.model.article import Article
from jpnews_nlp.model.claim import Claim
from jpnews_nlp.model.entity import Entity
from jpnews_nlp.render.segments import Segment, regions, segments


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """A claim with its place in the report.

    Attributes:
        number: The claim's number on the page, from 1; its evidence is the element `c<number>`.
        row: The number of its row in the table.
        verdict: The verdict of its group, or `single`.
    """

    claim: Claim
    number: int
    row: int
    verdict: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """An anchor over one piece of text; `first` on the piece where the evidence begins."""

    anchor: Anchor
    first: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A stretch of text that looks the same all along; the outermost mark comes first."""

    text: str
    marks: tuple[Mark, ...]
    entity: Entity | None
    entity_number: int
    entity_first: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A block of an article as pieces."""

    role: str
    is_content: bool
    pieces: tuple[Piece, ...]


def passages(article: Article, anchors: Sequence[Anchor], entities: Sequence[Entity]) -> tuple[Passage, ...]:
    """The article's text, whole and in order, cut where evidence or an entity begins or ends."""
    spans = [*(anchor.claim for anchor in anchors), *entities]
    seen: set[int] = set()
    found = []
    for block in regions(article):
        pieces = []
        for segment in segments(block.start, block.end, spans):
            pieces.append(_piece(article, segment, anchors, entities, seen))
            seen.update(segment.covering)
        found.append(Passage(role=block.role, is_content=block.is_content, pieces=tuple(pieces)))
    return tuple(found)


def entities_in(claims: Sequence[Claim]) -> tuple[Entity, ...]:
    """The entities inside the evidence of the claims, each once, in text order."""
    found = {(e.start, e.end, e.kind): e for claim in claims for e in claim.slots.entities}
    return tuple(found[key] for key in sorted(found))


def deciding(text: str, words: Sequence[str]) -> tuple[tuple[str, bool], ...]:
    """`text` cut into pieces; True on the words that decided a link, where they stand in it and are but a part of it.

    Example:
        >>> deciding("死者は4人", ["4人"])
        (('死者は', False), ('4人', True))
    """
    for word in words:
        before, found, after = text.partition(word) if word else (text, "", "")
        if found and len(found) <= 0.6 * len(text):
            return tuple((part, key) for part, key in ((before, False), (found, True), (after, False)) if part)
    return ((text, False),)


def web_address(url: str | None) -> str | None:
    """The address when it is one of the web; None for every other scheme."""
    try:
        return url if url and urlsplit(url).scheme in ("http", "https") else None
    except ValueError:
        return None


def _piece(
    article: Article, segment: Segment, anchors: Sequence[Anchor], entities: Sequence[Entity], seen: set[int]
) -> Piece:
    marks = [n for n in segment.covering if n < len(anchors)]
    named = [n for n in segment.covering if n >= len(anchors)]
    number = named[-1] if named else -1  # the shortest is the most exact
    return Piece(
        text=segment.of(article.text),
        marks=tuple(Mark(anchor=anchors[n], first=n not in seen) for n in marks),
        entity=entities[number - len(anchors)] if named else None,
        entity_number=number - len(anchors) + 1 if named else 0,
        entity_first=bool(named) and number not in seen,
    )
