"""Who, where and when: the entities of an article."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal

from jpnews_nlp.model.interval import DayRange, TimeRange, day_range
from jpnews_nlp.model.quick import quick
from jpnews_nlp.model.span import Span

Kind = Literal["person", "place", "organization", "date", "time"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention(Span):
    """One mention of something in the text.

    Attributes:
        text: `article.text[start:end]`.
        canonical: The form all mentions of the same thing share: the fullest name, or the ISO value of a date.
        value: ISO 8601 for dates and times, resolved; None when it cannot be resolved, and for names.
        source: The rule or model that made the mention.
        score: Between 0 and 1; 1.0 for rules that do not weigh evidence.
    """

    kind: ClassVar[Kind]

    text: str
    canonical: str
    value: str | None = None
    source: str
    score: float = 1.0


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Person(Mention):
    """A person: the name alone.

    Attributes:
        title: The title, office or honorific written with this mention (首相, 氏, 容疑者), apart from the name.
    """

    kind: ClassVar[Kind] = "person"

    title: str | None = None


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Place(Mention):
    """A country, region, prefecture, city, geographic feature or named facility.

    Attributes:
        country: ISO 3166-1 alpha-2; None when unknown or ambiguous.
        prefecture: The Japanese prefecture it lies in; None outside Japan or when ambiguous.
        latitude: Of a city, ward, town or village, in degrees north; None when unknown, ambiguous, or a larger area.
        longitude: In degrees east, as the latitude.
    """

    kind: ClassVar[Kind] = "place"

    country: str | None = None
    prefecture: str | None = None
    latitude: float | None = None
    longitude: float | None = None


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Organization(Mention):
    """A company, ministry, party, team, court, army or international body."""

    kind: ClassVar[Kind] = "organization"


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class DateExpression(Mention):
    """What locates a day, month, year, season, era, fiscal period or range.

    Attributes:
        range: The moments meant, with the time told with it and the words around it (2018年以降); None when the text
            does not settle them.
    """

    kind: ClassVar[Kind] = "date"

    range: TimeRange | None = None

    @property
    def days(self) -> DayRange | None:
        """The days the value covers; None when it could not be resolved."""
        return day_range(self.value)


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class TimeExpression(Mention):
    """A clock time; the value is `HH:MM` or `HH`, 24-hour, as the text's own place reads its clock.

    Attributes:
        range: The moments meant, on the day it is told with; None when the text does not settle the day or the clock.
    """

    kind: ClassVar[Kind] = "time"

    range: TimeRange | None = None


Entity = Person | Place | Organization | DateExpression | TimeExpression
