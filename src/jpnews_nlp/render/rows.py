"""What every renderer of a comparison shows: a summary, and one row per group with a cell per article."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from jpnews_nlp.model.article import Article
from jpnews_nlp.model.claim import Claim
from jpnews_nlp.model.comparison import GRAVITY, Comparison, Group, Link, Stance
from jpnews_nlp.render.labels import VERDICTS, reason
from jpnews_nlp.render.page import is_whole
from jpnews_nlp.render.ties import Apart, Event, apart, events


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """An article with the letter the report calls it by."""

    letter: str
    article: Article


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What one article says on the matter of a row.

    Attributes:
        letter: Of the article.
        claims: Empty when it says nothing.
        stance: Whether it tells the matter, only quotes somebody who does, or lacks it; None when the article is of
            another event, where nothing is missing.
    """

    letter: str
    claims: tuple[Claim, ...]
    stance: Stance | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """A link for the eye: between which articles, and why.

    Attributes:
        left_letter: Of the article of `link.a`.
        right_letter: Of the article of `link.b`.
        text: Why, with the words that decided.
        brief: Why, without those words where the two cells beside it show nothing else.
        link: The link itself.
    """

    left_letter: str
    right_letter: str
    text: str
    brief: str
    link: Link

    @property
    def head(self) -> str:
        """Why, without the words that decided."""
        return _head(self.text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One group of claims.

    Attributes:
        number: Counted from 1 over the whole report.
        slots: Where the claims differ, gravest first.
        people: The people named in the claims, by canonical name, in the order of the claims.
        cells: One per article, in the order of the columns.
        reasons: Gravest first.
    """

    number: int
    group: Group
    slots: tuple[str, ...]
    people: tuple[str, ...]
    cells: tuple[Cell, ...]
    reasons: tuple[Reason, ...]

    @property
    def filled(self) -> tuple[Cell, ...]:
        """The cells of the articles that say something."""
        return tuple(cell for cell in self.cells if cell.claims)

    @property
    def differences(self) -> tuple[Reason, ...]:
        """The reasons where two articles do not say the same, each once."""
        found: dict[tuple[str, ...], Reason] = {}
        for each in self.reasons:
            if each.link.relation != "agree":
                found.setdefault((each.left_letter, each.right_letter, each.brief), each)
        return tuple(found.values())

    def letters_that(self, stance: Stance) -> tuple[str, ...]:
        """The letters of the articles that tell, only quote, or lack the matter."""
        return tuple(cell.letter for cell in self.cells if cell.stance == stance)

    def said(self, claim_id: str) -> str:
        """One of the row's claims as a sentence that stands alone; empty when the row has no such claim."""
        return next((claim.display or claim.text for claim in self.group.claims if claim.id == claim_id), "")

    def speaker(self, claim_id: str) -> str:
        """On whose word one of the row's claims is; empty when on the article's own."""
        return next((claim.speaker or "" for claim in self.group.claims if claim.id == claim_id), "")

    def relation(self, claim_id: str) -> str | None:
        """The gravest relation of one of the row's claims to one of another article; None without a link."""
        found = [reason.link.relation for reason in self.reasons if claim_id in (reason.link.a, reason.link.b)]
        return found[0] if found else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """A comparison laid out for reading.

    Attributes:
        columns: The articles.
        events: The articles of each event, and what ties them together.
        apart: The look-alikes that tell of two events.
        rows: Differences first.
        counts: How many groups have each verdict, in the order of `VERDICTS`.
        alone: How many groups only this article tells, by letter.
        shared: How many groups more than one article tells.
        one_origin: How many of those go back to a single origin.
    """

    columns: tuple[Column, ...]
    events: tuple[Event, ...]
    apart: tuple[Apart, ...]
    rows: tuple[Row, ...]
    counts: dict[str, int]
    alone: dict[str, int]
    shared: int
    one_origin: int

    def rows_with(self, verdict: str) -> tuple[Row, ...]:
        """The rows with one verdict."""
        return tuple(row for row in self.rows if row.group.verdict == verdict)

    @property
    def agreements(self) -> tuple[Row, ...]:
        """The rows in which no two articles differ: what most articles tell comes first, then what all say alike."""
        rows = (*self.rows_with("agree"), *self.rows_with("partial"))
        return tuple(sorted(rows, key=lambda row: -len(row.filled)))

    @property
    def told_by_all(self) -> tuple[Row, ...]:
        """The rows in which every article of the event says something and no two differ."""
        return tuple(row for row in self.agreements if not row.letters_that("lacks"))

    @property
    def patchy(self) -> tuple[Row, ...]:
        """What several articles tell and another lacks or only quotes; what fewest lack comes first."""
        rows = [row for row in self.rows if len(row.filled) > 1 and _uneven(row)]
        return tuple(sorted(rows, key=lambda row: (len(row.letters_that("lacks")) or len(self.columns), row.number)))

    def share(self, letter: str) -> dict[Stance, int]:
        """Of what several articles tell: how much this one tells, only quotes and lacks."""
        stances: tuple[Stance, ...] = ("tells", "quotes", "lacks")
        shared = [row for row in self.rows if len(row.filled) > 1]
        return {stance: sum(letter in row.letters_that(stance) for row in shared) for stance in stances}

    @property
    def differences(self) -> tuple[Row, ...]:
        """The rows in which two articles differ, conflicts first."""
        return (*self.rows_with("conflict"), *self.rows_with("update"))

    @property
    def people(self) -> tuple[str, ...]:
        """The people named in the claims, those named in most rows first."""
        counts = Counter(name for row in self.rows for name in row.people)
        return tuple(sorted(counts, key=lambda name: (-counts[name], name)))


def letter(index: int) -> str:
    """A spreadsheet's name for a column, from 0.

    Example:
        >>> [letter(i) for i in (0, 25, 26)]
        ['A', 'Z', 'AA']
    """
    name = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def overview(comparison: Comparison, lang: str) -> Overview:
    """Lay a comparison out for reading."""
    columns = tuple(Column(letter=letter(i), article=a) for i, a in enumerate(comparison.articles))
    letters = {column.article.id: column.letter for column in columns}
    groups = sorted(comparison.groups, key=lambda group: VERDICTS.index(group.verdict))
    rows = tuple(
        _row(number, group, comparison.coverage(group), letters, lang) for number, group in enumerate(groups, start=1)
    )
    verdicts = Counter(group.verdict for group in groups)
    shared = [row for row in rows if len(row.filled) > 1]
    alone = Counter(row.filled[0].letter for row in rows if len(row.filled) == 1)
    return Overview(
        columns=columns,
        events=events(comparison, letters),
        apart=apart(comparison, letters, lang),
        rows=rows,
        counts={verdict: verdicts[verdict] for verdict in VERDICTS},  # type: ignore[index]
        alone={column.letter: alone[column.letter] for column in columns},
        shared=len(shared),
        one_origin=sum(row.group.origins == 1 for row in shared),
    )


def _people(claims: Iterable[Claim]) -> Iterator[str]:
    return (entity.canonical for claim in claims for entity in claim.slots.entities if entity.kind == "person")


def _row(number: int, group: Group, covered: Mapping[str, Stance], letters: Mapping[str, str], lang: str) -> Row:
    links = sorted(group.links, key=lambda link: -GRAVITY[link.relation])
    slots = dict.fromkeys(link.slot for link in links if link.slot)
    cells = {i: _cell(letter, group, i, covered) for i, letter in letters.items()}
    return Row(
        number=number,
        group=group,
        slots=tuple(slots),
        people=tuple(dict.fromkeys(_people(group.claims))),
        cells=tuple(cells.values()),
        reasons=tuple(_reason(link, group, cells, lang) for link in links),
    )


def _cell(letter: str, group: Group, article_id: str, covered: Mapping[str, Stance]) -> Cell:
    claims = group.claims_in(article_id)
    stance = covered.get(article_id, "tells" if claims else None)
    return Cell(letter=letter, claims=claims, stance=stance)


def _reason(link: Link, group: Group, cells: Mapping[str, Cell], lang: str) -> Reason:
    claims = {claim.id: claim for claim in group.claims}
    ends = [(claims.get(link.a), link.left), (claims.get(link.b), link.right)]
    left, right = (cells.get(claim.article) if claim else None for claim, _ in ends)
    text = reason(link, lang)
    # Whole clauses beside one claim each would say everything twice.
    alone = bool(left and right and len(left.claims) == len(right.claims) == 1)
    plain = alone and all(claim and is_whole(words, claim.text) for claim, words in ends)
    return Reason(
        left_letter=left.letter if left else "?",
        right_letter=right.letter if right else "?",
        text=text,
        brief=_head(text) if plain else text,
        link=link,
    )


def _head(text: str) -> str:
    """A reason without the bracket with the words that decided, which its template puts last."""
    return re.split(r"（| \(", text, maxsplit=1)[0] or text


def _uneven(row: Row) -> bool:
    return bool(row.letters_that("lacks") or row.letters_that("quotes"))
