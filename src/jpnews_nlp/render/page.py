"""The texts of the articles prepared for a page: blocks of pieces, each with the claims and the entity it shows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from jpnews_nlp.model.article import Article
from jpnews_nlp.model.claim import Claim
from jpnews_nlp.model.entity import Entity
from jpnews_nlp.model.span import Span
from jpnews_nlp.render.segments import Segment, regions, segments

WHOLE = 0.6
"""Words that are a larger part of a text than this are the text itself, for the eye."""


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
        >>> deciding("死者は4人", ["県警：4人"])
        (('死者は', False), ('4人', True))
    """
    for word in map(_said, words):
        before, found, after = text.partition(word) if word else (text, "", "")
        if found and not is_whole(found, text):
            return tuple((part, key) for part, key in ((before, False), (found, True), (after, False)) if part)
    return ((text, False),)


def is_whole(words: str, text: str) -> bool:
    """Whether the words that decided a link are all of the text or most of it.

    Example:
        >>> is_whole("けが人はいない", "けが人はいない"), is_whole("4人", "死者は4人")
        (True, False)
    """
    said = _said(words)
    return said in text and len(said) > WHOLE * len(text)


def _said(words: str) -> str:
    """Deciding words without the speaker before them."""
    return words.rpartition("：")[2]


def context(text: str, span: Span, *, around: int = 40) -> tuple[str, str, str]:
    r"""The words of a span between those before and after it on its line, cut with an ellipsis where there are more.

    Example:
        >>> context("見出し\n10日、倉庫で火事があった。", Span(start=8, end=11), around=4)
        ('10日、', '倉庫で', '火事があ…')
    """
    before = text[: span.start].rpartition("\n")[2]
    after = text[span.end :].partition("\n")[0]
    start = "…" + before[-around:] if len(before) > around else before
    return start, text[span.start : span.end], after[:around] + "…" if len(after) > around else after


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
