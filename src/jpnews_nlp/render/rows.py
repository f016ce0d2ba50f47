"""What every renderer of a comparison shows: a summary, and one row per group with a cell per article."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from jpnews_nlp.model.article import Article
from jpnews_nlp.model.claim import Claim
from jpnews_nlp.model.comparison import GRAVITY, Comparison, Group, Link
from jpnews_nlp.render.labels import VERDICTS, reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """An article with the letter the report calls it by."""

    letter: str
    article: Article


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What one article says on the matter of a row; `claims` is empty when it says nothing."""

    letter: str
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """A link for the eye: between which articles, and why."""

    left_letter: str
    right_letter: str
    text: str
    link: Link


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

    def said(self, claim_id: str) -> str:
        """One of the row's claims as a sentence that stands alone; empty when the row has no such claim."""
        return next((claim.display or claim.text for claim in self.group.claims if claim.id == claim_id), "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """A comparison laid out for reading.

    Attributes:
        columns: The articles.
        events: The letters of the articles of each event.
        rows: Differences first.
        counts: How many groups have each verdict, in the order of `VERDICTS`.
        alone: How many groups only this article tells, by letter.
        shared: How many groups more than one article tells.
        one_origin: How many of those go back to a single origin.
    """

    columns: tuple[Column, ...]
    events: tuple[tuple[str, ...], ...]
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
        """The rows in which every article says something and no two differ."""
        return tuple(row for row in self.agreements if len(row.filled) == len(self.columns))

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
    rows = tuple(_row(number, group, columns, lang) for number, group in enumerate(groups, start=1))
    verdicts = Counter(group.verdict for group in groups)
    shared = [row for row in rows if len(row.filled) > 1]
    alone = Counter(row.filled[0].letter for row in rows if len(row.filled) == 1)
    return Overview(
        columns=columns,
        events=tuple(tuple(letters.get(i, i) for i in event) for event in comparison.events),
        rows=rows,
        counts={verdict: verdicts[verdict] for verdict in VERDICTS},  # type: ignore[index]
        alone={column.letter: alone[column.letter] for column in columns},
        shared=len(shared),
        one_origin=sum(row.group.origins == 1 for row in shared),
    )


def _people(claims: Iterable[Claim]) -> Iterator[str]:
    return (entity.canonical for claim in claims for entity in claim.slots.entities if entity.kind == "person")


def _row(number: int, group: Group, columns: tuple[Column, ...], lang: str) -> Row:
    letters = {column.article.id: column.letter for column in columns}
    home = {claim.id: letters.get(claim.article, "?") for claim in group.claims}
    links = sorted(group.links, key=lambda link: -GRAVITY[link.relation])
    slots = dict.fromkeys(link.slot for link in links if link.slot)
    return Row(
        number=number,
        group=group,
        slots=tuple(slots),
        people=tuple(dict.fromkeys(_people(group.claims))),
        cells=tuple(Cell(letter=c.letter, claims=group.claims_in(c.article.id)) for c in columns),
        reasons=tuple(
            Reason(
                left_letter=home.get(link.a, "?"),
                right_letter=home.get(link.b, "?"),
                text=reason(link, lang),
                link=link,
            )
            for link in links
        ),
    )
