"""What one article gives: its entities and its claims."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from jpnews_nlp.errors import RecordError
from jpnews_nlp.model import doors, records
from jpnews_nlp.model.article import Article
from jpnews_nlp.model.claim import Claim
from jpnews_nlp.model.entity import DateExpression, Entity, Organization, Person, Place, TimeExpression

if TYPE_CHECKING:
    import pandas

SCHEMA = 1
"""The version of the JSON form; it grows when a key changes its meaning."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Analysis:
    """Entities and claims of one article, both in text order."""

    article: Article
    entities: tuple[Entity, ...]
    claims: tuple[Claim, ...]

    @property
    def people(self) -> tuple[Person, ...]:
        """The people mentioned."""
        return tuple(e for e in self.entities if isinstance(e, Person))

    @property
    def places(self) -> tuple[Place, ...]:
        """The places mentioned."""
        return tuple(e for e in self.entities if isinstance(e, Place))

    @property
    def organizations(self) -> tuple[Organization, ...]:
        """The organizations mentioned."""
        return tuple(e for e in self.entities if isinstance(e, Organization))

    @property
    def dates(self) -> tuple[DateExpression, ...]:
        """The date expressions, resolved against the publication date."""
        return tuple(e for e in self.entities if isinstance(e, DateExpression))

    @property
    def times(self) -> tuple[TimeExpression, ...]:
        """The clock times."""
        return tuple(e for e in self.entities if isinstance(e, TimeExpression))

    def to_dict(self) -> dict[str, Any]:
        """The analysis as plain JSON values, with the keys of the documented schema."""
        return {
            "schema": SCHEMA,
            "article": self.article.to_dict(),
            "entities": records.to_plain(self.entities),
            "claims": records.to_plain(self.claims),
        }

    def to_json(self, *, indent: int | None = None) -> str:
        """The analysis as JSON text, Japanese written as it is."""
        return json.dumps(self.to_dict(), ensure_ascii=False, indent=indent)

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> Analysis:
        """The analysis that `to_dict` gave.

        Raises:
            RecordError: When the schema is another one, or a key is missing or has the wrong shape.
        """
        check_schema(data, "Analysis")
        article = Article.from_dict(data.get("article", {}))
        return records.from_plain(cls, {**data, "article": records.to_plain(article)})

    @classmethod
    def from_json(cls, text: str) -> Analysis:
        """The analysis that `to_json` gave.

        Raises:
            RecordError: When the text is no JSON or has another shape.
        """
        return cls.from_dict(load_json(text))

    def to_frame(self) -> pandas.DataFrame:
        """The entities as a pandas table, one row each."""
        return doors.analysis_frame(self)

    def _repr_html_(self) -> str:
        return doors.analysis_html(self)


def check_schema(data: Any, name: str) -> None:
    """Refuse JSON of another shape or version.

    Raises:
        RecordError: When `data` is no object or its `schema` is another one.
    """
    if not isinstance(data, dict):
        raise RecordError(f"{name}: found {type(data).__name__}; an object is needed")
    if data.get("schema") != SCHEMA:
        raise RecordError(f"{name}: found schema {data.get('schema')!r}; this version reads schema {SCHEMA}")


def load_json(text: str) -> Any:
    """Parse JSON text.

    Raises:
        RecordError: Naming the line and column when the text is no JSON.
    """
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        raise RecordError(f"no JSON: {error.msg} (line {error.lineno}, column {error.colno})") from None
