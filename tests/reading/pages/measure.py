"""How well a page was read: body, furniture let in, title and date against what went into the page."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from datetime import datetime

from tests.reading.pages.build import JST, Page

from jpnews_nlp.model.article import Article

FOUR = 4


@dataclass(frozen=True)
class Reading:
    """The figures of one page.

    `body_f` counts the blocks of the roles body, heading and cited; `whole_f` counts all of `Article.body`, captions
    and what furniture it holds included.
    """

    name: str
    body_f: float
    whole_f: float
    let_in: tuple[str, ...]
    furniture: int
    title: str
    title_right: bool
    date: datetime | None
    date_right: bool


def measured(page: Page, article: Article) -> Reading:
    """The figures of `article` (divided into blocks) as the reading of `page`."""
    told = [block for block in article.blocks if block.role in ("body", "heading")]
    content = [block for block in article.blocks if block.is_content and block.role != "headline"]
    signed = [f"（{page.outlet}）", f"（{page.story.author}）"]
    gold = grams("\n".join([page.body, *page.story.captions, page.story.title, *signed, *CITED]))
    sentences = [s for b in content for s in re.split(r"(?<=。)|\n", b.of(article.text)) if len(plain(s)) >= FOUR]
    let_in = tuple(s for s in sentences if share(grams(s), gold) < 0.5)
    title = article.title or next((b.of(article.text) for b in article.blocks if b.role == "headline"), "")
    return Reading(
        name=page.name,
        body_f=f_score("\n".join(block.of(article.text) for block in told), page.body),
        whole_f=f_score(article.body, page.body),
        let_in=let_in,
        furniture=furniture_sentences(page, gold),
        title=title,
        title_right=title == page.story.title,
        date=article.published,
        date_right=_same(article.published, page),
    )


CITED = (
    "水族館は11月27日、クジラの体長を約11メートルと推定し、船の接近を控えるよう求めた。",
    "漁協は交代で見張りの船を出し、いかだの綱を外す作業を始めた。",
)


def furniture_sentences(page: Page, gold: Counter[str]) -> int:
    """How many sentences or lines of the page a reader sees are not the article's."""
    shown = re.sub(r"(?s)<(script|style)\b.*?</\1>|<head\b.*?</head>", " ", page.markup, flags=re.IGNORECASE)
    pieces = re.split(r"<[^>]*>|\n|(?<=。)", shown)
    return sum(len(plain(piece)) >= FOUR and share(grams(piece), gold) < 0.5 for piece in pieces)


def f_score(found: str, gold: str) -> float:
    """F of the character 4-grams, blanks aside."""
    a, b = grams(found), grams(gold)
    common = sum((a & b).values())
    return 2 * common / (sum(a.values()) + sum(b.values())) if common else 0.0


def grams(words: str) -> Counter[str]:
    text = plain(words)
    return Counter(text[n : n + FOUR] for n in range(max(len(text) - FOUR + 1, 1)))


def share(part: Counter[str], whole: Counter[str]) -> float:
    return sum(n for gram, n in part.items() if gram in whole) / max(sum(part.values()), 1)


def plain(words: str) -> str:
    return re.sub(r"[\s　]+", "", words)


def _same(found: datetime | None, page: Page) -> bool:
    if found is None:
        return False
    return found == page.story.moment if page.exact else found.astimezone(JST).date() == page.story.moment.date()
