"""What a page states of its article beside the text: title, outlet, author, address and publication date."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timezone
from typing import Any

from jpnews_nlp.model.article import JST
from jpnews_nlp.reading.cited import outlet_name
from jpnews_nlp.reading.json_ld import LinkedArticle, linked_articles
from jpnews_nlp.reading.lines import normalized
from jpnews_nlp.reading.moments import iso_moment
from jpnews_nlp.reading.page_lines import PageLine, collapsed

_JSON_LD = "//script[contains(translate(@type, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'abcdefghijklmnopqrstuvwxyz'), 'ld+json')]"
_DATE_META: tuple[tuple[str, ...], ...] = (
    ("article:published_time", "published_time", "og:published_time", "og:article:published_time"),
    ("datepublished",),
    ("pubdate", "publishdate", "publish_date", "publish-date", "published-date", "article:published"),
    (
        "dc.date.issued",
        "dcterms.created",
        "dc.date",
        "dcterms.date",
        "cxenseparse:recs:publishtime",
        "parsely-pub-date",
    ),
    ("date", "creation_date"),
)
"""The names under which meta elements give the date of publication, the surest first."""
_TITLE_META = ("og:title", "twitter:title", "title", "cxenseparse:title")
_OUTLET_META = ("og:site_name", "application-name", "twitter:site")
_AUTHOR_META = ("author", "article:author", "cxenseparse:author", "dc.creator", "twitter:creator")
_SITE_CUT = re.compile(r"\s*(?:[|｜:：»＞>]|\s[-–—]\s?|(?<=[^\s])[（(](?=[^（(）)]*[）)]$))\s*")
_ADDRESS_DAY = re.compile(
    r"/(?P<y>20\d\d|19\d\d)[/-]?(?P<m>0[1-9]|1[0-2])[/-]?(?P<d>0[1-9]|[12]\d|3[01])(?=[/._-]|\d{2,6}[/._-]|$)"
)
_SPACES = re.compile(r"\s+")
LONGEST_TITLE = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class StatedDate:
    """A publication date as the page states it for machines, and where it does."""

    moment: datetime
    place: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What a page states of its article; empty or None where it says nothing."""

    title: str
    outlet: str | None
    author: str | None
    url: str | None
    published: StatedDate | None
    body: str


def read_metadata(tree: Any, lines: Sequence[PageLine]) -> Metadata:
    """Read the metadata of a page's tree; of its lines the headline alone."""
    meta = _meta(tree)
    scripts = [script.text or "" for script in tree.xpath(_JSON_LD)]
    linked = linked_articles(scripts)
    titles = [value for name in _TITLE_META for value in meta.get(name, ())]
    tab = [collapsed(element.text_content()) for element in tree.iter("title")][:1]
    title = choose_title(lines, [*(one.headline for one in linked), *titles, *tab])
    own = _own(linked, title)
    url = _url(tree, meta, own)
    return Metadata(
        title=title,
        outlet=_outlet(meta, own),
        author=_author(meta, own),
        url=url,
        published=_published(tree, meta, own),
        body=html.unescape(own.body),
    )


def choose_title(lines: Sequence[PageLine], stated: Sequence[str]) -> str:
    """The headline: the line of the page that the stated titles open with, else the first of those, its site cut off.

    A line of the page is as the author wrote it; titles for machines come with the site's name or cut short.
    """
    clean = [collapsed(html.unescape(words)) for words in stated if words.strip()]
    keys = [_key(words) for words in clean]
    headings = [line.text for line in lines if line.is_heading]
    others = [line.text for line in lines if len(line.text) <= LONGEST_TITLE and "。" not in line.text]
    for shown in (headings, others):
        for opens in (_opens, _closes):
            for words in shown:
                if any(opens(_key(words), key) for key in keys):
                    return words
    if clean:
        return _without_site(clean)
    return next((line.text for line in lines if line.element.tag == "h1"), "")


def _opens(key: str, stated: str) -> bool:
    """Whether a line is what a stated title says, before a site's name or cut short."""
    cut = stated.rstrip(".…")
    return key == stated or (len(key) >= 8 and (stated.startswith(key) or (len(cut) >= 12 and key.startswith(cut))))


def _closes(key: str, stated: str) -> bool:
    """Whether a line is what a stated title says after a site's name."""
    return len(key) >= 8 and stated.endswith(key)


def _without_site(titles: Sequence[str]) -> str:
    """The first stated title without the parts that another title lacks, or without its last part."""
    first = titles[0]
    for other in titles[1:]:
        if len(_key(other)) >= 8 and _key(first).startswith(_key(other)):
            return other
    parts = [match for match in _SITE_CUT.finditer(first) if match.start() >= 8]
    return first[: parts[-1].start()].strip() if parts and len(titles) == 1 else first


def _key(words: str) -> str:
    return _SPACES.sub("", normalized(words)).casefold()


def _meta(tree: Any) -> dict[str, list[str]]:
    """The contents of the meta elements, by their names in small letters."""
    found: dict[str, list[str]] = {}
    for element in tree.iter("meta"):
        content = (element.get("content") or "").strip()
        for attribute in ("property", "name", "itemprop"):
            if content and (name := element.get(attribute)):
                found.setdefault(name.strip().lower(), []).append(content)
    return found


def _own(linked: Sequence[LinkedArticle], title: str) -> LinkedArticle:
    """The described article that bears the page's title, else the first."""
    key = _key(title)
    same = [one for one in linked if one.headline and (_key(one.headline)[:12] == key[:12])]
    return next(iter((*same, *linked)), LinkedArticle())


def _outlet(meta: dict[str, list[str]], own: LinkedArticle) -> str | None:
    stated = [value for name in _OUTLET_META for value in meta.get(name, ()) if not value.startswith("@")]
    first = next(iter((*stated[:1], own.publisher)), "") or own.publisher
    return (outlet_name(html.unescape(first)) or None) if first else None


def _author(meta: dict[str, list[str]], own: LinkedArticle) -> str | None:
    stated = [*own.authors] or [value for name in _AUTHOR_META for value in meta.get(name, ())]
    named = dict.fromkeys(
        collapsed(html.unescape(name)) for name in stated if "://" not in name and not name.startswith("@")
    )
    return "、".join(name for name in named if name) or None


def _url(tree: Any, meta: dict[str, list[str]], own: LinkedArticle) -> str | None:
    links = [element.get("href") for element in tree.iter("link") if (element.get("rel") or "").lower() == "canonical"]
    stated = [*links, *meta.get("og:url", ()), own.url]
    return next(
        (value.strip() for value in stated if value and value.strip().startswith(("http://", "https://"))), None
    )


def _published(tree: Any, meta: dict[str, list[str]], own: LinkedArticle) -> StatedDate | None:
    """The stated date, the surest place first, with the time of day when another place gives it for the same day."""
    found = [date for value, place in _stated_dates(tree, meta, own) if (date := _stated(value, place)) is not None]
    if not found or has_time(found[0].moment):
        return next(iter(found), None)
    finer = (date for date in found if date.moment.date() == found[0].moment.date() and has_time(date.moment))
    return next(finer, found[0])


def address_day(url: str | None) -> StatedDate | None:
    """The day that the address of a page holds, as many newspapers number their articles.

    Example:
        >>> address_day("https://news.example/articles/20310409/k001.html").moment.isoformat()
        '2031-04-09T00:00:00+09:00'
    """
    day = _ADDRESS_DAY.search(url or "")
    return _stated(f"{day['y']}-{day['m']}-{day['d']}", "address") if day else None


def _stated_dates(tree: Any, meta: dict[str, list[str]], own: LinkedArticle) -> Iterator[tuple[str, str]]:
    for names in _DATE_META[:1]:
        yield from ((value, f"meta {name}") for name in names for value in meta.get(name, ()))
    yield own.published, "JSON-LD datePublished"
    for element in tree.xpath("//*[@itemprop='datePublished']"):
        yield element.get("datetime") or element.get("content") or element.text or "", "itemprop datePublished"
    for others in _DATE_META[1:]:
        yield from ((value, f"meta {name}") for name in others for value in meta.get(name, ()))
    yield from ((element.get("datetime") or "", "time pubdate") for element in tree.xpath("//time[@pubdate]"))
    if (element := time_of_headline(tree)) is not None:
        yield element.get("datetime") or "", "time datetime"


def time_of_headline(tree: Any) -> Any:
    """The first time element with a date that stands beside the main heading, or is the page's only one."""
    dated = [element for element in tree.xpath("//time[@datetime]") if iso_moment(element.get("datetime"))]
    if len({element.get("datetime") for element in dated}) <= 1:
        return next(iter(dated), None)
    for heading in tree.iter("h1"):
        for around in heading.iterancestors():
            near = next((element for element in around.iter("time") if element in dated), None)
            if near is not None:
                return near
    return None


def _stated(value: str, place: str) -> StatedDate | None:
    moment = iso_moment(value)
    if moment is None:
        return None
    # UTC is the clock of the server; a Japanese page means the day in Japan.
    aware = moment if moment.tzinfo else moment.replace(tzinfo=JST)
    return StatedDate(
        moment=aware.astimezone(JST) if aware.utcoffset() == timezone.utc.utcoffset(None) else aware, place=place
    )


def has_time(moment: datetime) -> bool:
    """Whether the moment is finer than a day."""
    return (moment.hour, moment.minute) != (0, 0)
