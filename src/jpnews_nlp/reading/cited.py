"""Summaries of other outlets' articles: where they stand, whose they are, and when those were published."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from jpnews_nlp.model.span import Span
from jpnews_nlp.reading.lines import Line, normalized, trimmed
from jpnews_nlp.reading.published import printed_dates

_MARKED = re.compile(r"[✅☑✔✓>❝]️?")
_QUOTED_WHOLE = re.compile(r"「[^「」]{20,}」|“[^“”]{20,}”|『[^『』]{20,}』")
_MORE = (
    r"(?:さらに読む|続きを読む|もっと読む|記事を読む|元記事を読む|全文を読む|詳しく読む|元記事|"
    r"引用元(?:記事)?|出典元?|参照元?|情報元|情報源|ソース|引用|source|Source|via)"
)
_CREDIT = re.compile(rf"[(（〈※▶\s]*{_MORE}(?:[/・]{_MORE}|/画像元)*\s*[⇒→➡▶»>:：|]+\s*(?P<outlet>.*)", re.DOTALL)
_OTHER_LABEL = re.compile(
    r"\s*[(（]?(?:出典|引用元?|参照元?|画像元|URL)(?:[/／・](?:出典|画像元|引用元?|URL))*\s*[:：]"
)
_URL = re.compile(r"https?://(?P<host>[A-Za-z0-9.-]+)[!-~]*")
_SITE_SEPARATOR = re.compile(r"\s+[-–—]\s+|\s*[|｜]\s*|\s+[:：]\s+|\s*»\s*")
_SITE_WORDS = re.compile(r"\s*(?:Home|HOME|ホーム|トップ|トップページ|公式サイト|公式ホームページ|オフィシャルサイト)$")
_MEDIUM = re.compile(
    r"(?:新聞|通信|放送|テレビ|日報|新報|時報|タイムズ|ポスト|Times|TIMES|Post|Herald|Journal|Press|News)$"
)
_DATE_IN_BRACKETS = re.compile(r"\s*[(（](?P<date>[^()（）]*\d{4}[^()（）]*)[)）]\s*$")
_LONGEST_CREDIT = 600


@dataclass(frozen=True, slots=True, kw_only=True)
class Credit(Span):
    """A line that says whose article the lines above it sum up. `end` is where the credit ends, not the line.

    Attributes:
        outlet: The outlet's name, shortened to what can be shown; the host of the address when none is printed.
        published: When that article was published, when the credit says so.
    """

    outlet: str | None
    published: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """The numbers of the lines that sum up another article, and the credit below them."""

    lines: tuple[int, ...]
    credit: Credit
    published: datetime | None


def find_credit(text: str, line: Span) -> Credit | None:
    """The credit that opens the line; what follows its address on the same line is not part of it.

    Example:
        >>> text = "さらに読む ⇒ 東都新聞 - ニュース速報出典/画像元: https://example.jp/a1.htmlこれは驚きですね。"
        >>> credit = find_credit(text, Span(start=0, end=len(text)))
        >>> credit.outlet, text[credit.end:]
        ('東都新聞', 'これは驚きですね。')
    """
    words = line.of(text)
    match = _CREDIT.match(words[:_LONGEST_CREDIT])
    if match is None:
        return None
    url = _URL.search(words)
    named = words[match.start("outlet") : url.start() if url else len(words)]
    if url is None and ("。" in named or len(named) > 120):
        return None
    label = _OTHER_LABEL.search(named)
    named = named[: label.start()] if label else named
    end = trimmed(text, line.start, line.start + url.end())[1] if url else line.end
    published = None
    if dated := _DATE_IN_BRACKETS.search(named):
        dates = printed_dates(dated["date"], Span(start=0, end=len(dated["date"])))
        published, named = (dates[0].moment if dates else None), named[: dated.start()]
    return Credit(start=line.start, end=end, outlet=outlet_name(named) or _host(url), published=published)


def outlet_name(printed: str) -> str | None:
    """A name that can be shown, from the title a site gives itself.

    Of its parts the one that calls itself the home page, else the shortest that names a medium, else the shortest.

    Example:
        >>> outlet_name("Toto Times Home - Breaking News, World News, Sports | Business")
        'Toto Times'
        >>> outlet_name("速報・最新ニュース一覧 | 東都新聞")
        '東都新聞'
    """
    whole = normalized(printed).strip(" 「」『』()[]<>、,")
    parts = [part for part in _SITE_SEPARATOR.split(whole) if part and len(part) > 1] or [whole]
    home = [part for part in parts if _SITE_WORDS.search(part)]
    medium = [part for part in parts if _MEDIUM.search(part) and "," not in part]
    best = min(home or medium or parts, key=len)
    return _SITE_WORDS.sub("", best).strip() or best or None


def find_citations(text: str, lines: Sequence[Line]) -> tuple[Citation, ...]:
    """The summaries of other articles: marked lines (✅ …) or a whole quotation right above a credit."""
    found = []
    for number, line in enumerate(lines):
        credit = find_credit(text, line)
        if credit is None:
            continue
        first = number
        while first and _MARKED.match(lines[first - 1].words):
            first -= 1
        if first == number and number and _QUOTED_WHOLE.fullmatch(lines[number - 1].words):
            first -= 1
        if first < number:
            date = credit.published or _date_above(text, lines, first)
            found.append(Citation(lines=tuple(range(first, number)), credit=credit, published=date))
    return tuple(found)


def _date_above(text: str, lines: Sequence[Line], first: int) -> datetime | None:
    dates = printed_dates(text, lines[first - 1]) if first else ()
    return dates[0].moment if dates else None


def _host(url: re.Match[str] | None) -> str | None:
    return url["host"].removeprefix("www.") if url else None
