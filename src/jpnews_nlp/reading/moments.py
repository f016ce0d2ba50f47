"""Dates as metadata, JSON records and tables state them: ISO 8601 in all its spellings, RFC 2822, Japanese."""

from __future__ import annotations

import re
from datetime import datetime, timedelta, timezone
from email.utils import parsedate_to_datetime

from jpnews_nlp.model.article import JST
from jpnews_nlp.model.span import Span
from jpnews_nlp.reading.published import YEARS, printed_dates

_ISO = re.compile(
    r"(?P<year>\d{4})(?P<mark>[-/.]?)(?P<month>\d{1,2})(?P=mark)(?P<day>\d{1,2})"
    r"(?:[T ]+(?P<hour>\d{1,2}):?(?P<minute>\d{2})(?::?(?P<second>\d{2})(?:[.,]\d+)?)?"
    r" ?(?P<zone>Z|z|UTC|GMT|JST|[+-]\d{2}(?::?\d{2})?)?)?"
)
_RFC_2822 = re.compile(
    r"(?:[A-Z][a-z]{2}, )?\d{1,2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}(?::\d{2})?(?: [+-]\d{4}| GMT| UTC)?"
)
_LONGEST = 64


def iso_moment(stated: str) -> datetime | None:
    """The moment of an ISO 8601 date as metadata gives it, naive when it has no zone; None when it is none.

    Example:
        >>> iso_moment("2025-08-18T17:05:00.000+0900").isoformat(), iso_moment("昨日")
        ('2025-08-18T17:05:00+09:00', None)
    """
    found = _ISO.fullmatch(stated.strip()[:_LONGEST])
    if found is None or int(found["year"]) not in YEARS:
        return None
    if not found["mark"] and len(found["month"] + found["day"]) != 4:
        return None
    parts = [int(found[name] or 0) for name in ("year", "month", "day", "hour", "minute", "second")]
    try:
        return datetime(*parts, tzinfo=_zone(found["zone"]))  # type: ignore[arg-type, misc]
    except ValueError:
        return None


def stated_moment(stated: str) -> datetime | None:
    """The moment a field states in any usual spelling, naive when it gives no zone; None when it is no date.

    Example:
        >>> for words in ("2025年8月18日 17時05分", "Mon, 18 Aug 2025 08:05:00 +0000", "令和7年8月18日", "きのう"):
        ...     print(stated_moment(words))
        2025-08-18 17:05:00+09:00
        2025-08-18 08:05:00+00:00
        2025-08-18 00:00:00+09:00
        None
    """
    if (moment := iso_moment(stated)) is not None:
        return moment
    words = stated.strip()[:_LONGEST]
    if _RFC_2822.fullmatch(words):
        try:
            return parsedate_to_datetime(words)
        except ValueError:
            return None
    printed = printed_dates(words, Span(start=0, end=len(words))) if words else ()
    return printed[0].moment if printed else None


def _zone(stated: str | None) -> timezone | None:
    if stated is None:
        return None
    if stated.upper() in ("Z", "UTC", "GMT"):
        return timezone.utc
    if stated == "JST":
        return JST
    digits = stated[1:].replace(":", "").ljust(4, "0")
    offset = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    if offset >= timedelta(hours=24):
        return None
    return timezone(-offset if stated[0] == "-" else offset)
