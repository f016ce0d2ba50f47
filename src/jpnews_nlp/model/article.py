"""What goes in: an article, its text never altered, and the blocks it is made of."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta, timezone
from os import PathLike
from typing import Any, Literal, get_args

from jpnews_nlp.errors import ArticleError
from jpnews_nlp.model import doors, records
from jpnews_nlp.model.span import Span

JST = timezone(timedelta(hours=9), "JST")

Role = Literal["headline", "body", "heading", "caption", "cited", "aside", "furniture"]
ROLES: tuple[str, ...] = get_args(Role)
CONTENT_ROLES = frozenset({"headline", "body", "heading", "caption", "cited"})
"""The roles whose text gives entities and claims; an author's aside and page furniture give none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Block(Span):
    """A stretch of the article with one role on the page.

    Attributes:
        role: `headline`, `body`, `heading`, `caption`, `cited` (a summary of another outlet's article), `aside`
            (the author speaking to the reader) or `furniture` (navigation, share bars, lists of other articles).
        source: The outlet whose article a `cited` block sums up, when the page names it.
        published: When that cited article was published, when the page says so.
    """

    role: Role
    source: str | None = None
    published: datetime | None = None

    @property
    def is_content(self) -> bool:
        """Whether entities and claims are read from this block."""
        return self.role in CONTENT_ROLES


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    r"""One news article.

    `text` is `title + "\n" + body`, or `body` alone when the title is empty; every span of the library is in code
    points into it. It is never altered: nothing is cut out, normalized or re-encoded.

    Attributes:
        id: Unique among the articles compared together.
        title: The headline, or an empty string when it is part of `body`.
        body: Everything else, furniture of the page included.
        outlet: Who published it.
        published: Aware; a `date` and a naive `datetime` are taken as Japanese time. `None` when unknown.
        url: Where it was found; never fetched.
        blocks: The parts of `text` by role, in order, without overlap. Empty until the article is analyzed,
            but for pages, whose markup tells.

    Raises:
        ArticleError: When the id is empty, or a field has the wrong type.

    Example:
        >>> article = Article(id="a", title="首相が辞任", body="首相は15日、辞任した。", published=date(2025, 8, 15))
        >>> article.text
        '首相が辞任\n首相は15日、辞任した。'
        >>> article.published.isoformat()
        '2025-08-15T00:00:00+09:00'
    """

    id: str
    title: str = ""
    body: str
    outlet: str | None = None
    published: datetime | None = None
    url: str | None = None
    blocks: tuple[Block, ...] = ()
    text: str = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        for name in ("id", "title", "body"):
            if not isinstance(getattr(self, name), str):
                found = type(getattr(self, name)).__name__
                raise ArticleError(f"article {self.id!r}: field {name!r} is {found}; a string is needed")
        if not self.id:
            raise ArticleError("an article needs a non-empty field 'id'")
        object.__setattr__(self, "published", as_aware(self.published, self.id))
        object.__setattr__(self, "text", f"{self.title}\n{self.body}" if self.title else self.body)

    @property
    def headline(self) -> str:
        """The title, or the text of the first headline block, or the first line that is not blank."""
        if self.title:
            return self.title
        for block in self.blocks:
            if block.role == "headline":
                return block.of(self.text)
        return next((line.strip() for line in self.text.splitlines() if line.strip()), self.id)

    @property
    def label(self) -> str:
        """What to call the article in a table: the outlet, or the id."""
        return self.outlet or self.id

    def to_dict(self) -> dict[str, Any]:
        """The article as plain JSON values, with the keys of the documented schema."""
        plain = records.to_plain(self)
        text, blocks = self.text, plain.pop("blocks")
        del plain["body"]
        return {**plain, "text": text, "blocks": blocks}

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> Article:
        """The article that `to_dict` gave.

        Raises:
            RecordError: When a key is missing or has the wrong shape.
        """
        text, title = records.string(data, "text"), records.string(data, "title")
        body = text[len(title) + 1 :] if title else text
        return records.from_plain(cls, {**{k: v for k, v in data.items() if k != "text"}, "body": body})

    @classmethod
    def from_file(cls, path: str | PathLike[str]) -> Article:
        """Read one article from a `.txt`, `.html` or `.json` file, or any other that `load_articles` reads.

        The text of a `.txt` file is the file's content to the letter; the id is the file's name.

        Raises:
            ArticleError: When the file cannot be read as one article; the message names the file.
        """
        return doors.read_article(path)


def as_aware(moment: date | datetime | None, article_id: str = "") -> datetime | None:
    """`moment` as an aware datetime; dates and naive datetimes are Japanese time (start of the day for a date).

    Raises:
        ArticleError: When `moment` is neither a date, a datetime nor None.
    """
    if moment is None:
        return None
    if isinstance(moment, datetime):
        return moment if moment.tzinfo else moment.replace(tzinfo=JST)
    if isinstance(moment, date):
        return datetime.combine(moment, time(), tzinfo=JST)
    raise ArticleError(
        f"article {article_id!r}: field 'published' is {type(moment).__name__}; a datetime, a date or None is needed"
    )
