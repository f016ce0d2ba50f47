"""Pages and dumps in the styles of Japanese newspapers, agencies, broadcasters, portals, blogs, wikis and authorities.

`pages.tsv` says which story is told in which style, by which invented outlet, in which encoding. The stories are in
`stories.txt`, what stands around them in `around.json`, the styles in `sites/` and `dumps/`. What went into a page is
its gold: nothing here asks the reader.
"""

from __future__ import annotations

import csv
import itertools
import json
import re
from dataclasses import dataclass, replace
from datetime import datetime, timedelta, timezone
from functools import cache
from pathlib import Path
from typing import Any

import jinja2

FOLDER = Path(__file__).parent
JST = timezone(timedelta(hours=9))
CHARSETS = {"cp932": "Shift_JIS", "utf-8-sig": "utf-8"}
RUBY = {"遭難": "そうなん", "搬送": "はんそう", "避難小屋": "ひなんごや"}
WRAP = 26
COLUMNS = ("template", "story", "outlet", "encoding", "shown", "date", "path")


@dataclass(frozen=True)
class Story:
    """One article as its author wrote it; `body` holds ("p" or "heading", words)."""

    title: str
    author: str
    moment: datetime
    tags: tuple[str, ...]
    captions: tuple[str, ...]
    body: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Page:
    """One page: its bytes, and what a reader should make of it."""

    name: str
    data: bytes
    markup: str
    story: Story
    outlet: str
    exact: bool
    """Whether the page gives the time of day, or the day alone."""

    @property
    def body(self) -> str:
        return "\n".join(words for _, words in self.story.body)


@cache
def stories() -> dict[str, Story]:
    found = {}
    for part in re.split(r"(?m)^= ", (FOLDER / "stories.txt").read_text(encoding="utf-8"))[1:]:
        name, *lines = part.strip().split("\n")
        rows = [(*line.split(" ", 1), "")[:2] for line in lines]
        one = dict(rows)
        found[name] = Story(
            title=one["title"],
            author=one["author"],
            moment=datetime.fromisoformat(one["published"]).replace(tzinfo=JST),
            tags=tuple(one["tags"].split()),
            captions=tuple(words for kind, words in rows if kind == "caption"),
            body=tuple((kind, words) for kind, words in rows if kind in ("p", "heading")),
        )
    return found


@cache
def pages() -> tuple[Page, ...]:
    """Every page of `pages.tsv`."""
    lines = (FOLDER / "pages.tsv").read_text(encoding="utf-8").splitlines()
    rows = csv.DictReader(lines, fieldnames=COLUMNS, delimiter="\t")
    return tuple(_page(row) for row in itertools.islice(rows, 1, None))


def _page(row: dict[str, str]) -> Page:
    template, encoding, outlet = row["template"], row["encoding"], row["outlet"]
    told = stories()[row["story"]]
    if row["shown"] != "all":
        told = replace(told, body=told.body[: int(row["shown"])])
    markup = _environment().get_template(template).render(_context(told, outlet, encoding, row["path"]))
    if template.endswith(".txt") and "utf" not in encoding:
        markup = markup.replace("©", "(C)")
    if template in HEADINGS_LEFT_OUT:
        told = replace(told, body=tuple(part for part in told.body if part[0] == "p"))
    if extra := ADDED.get(template):
        told = extra(told)
    stem, ending = template.rsplit(".", 1)
    return Page(
        name=f"{stem}.{row['story']}.{encoding}.{ending}",
        data=markup.encode(encoding, "xmlcharrefreplace") if ending == "html" else markup.encode(encoding),
        markup=markup,
        story=told,
        outlet=outlet,
        exact=row["date"] == "time",
    )


def _added_headings(story: Story) -> Story:
    first, second, third, *rest = story.body
    return replace(
        story, body=(first, ("heading", "何が起きた？"), second, third, ("heading", "これまでの経緯"), *rest)
    )


HEADINGS_LEFT_OUT = ("agency_br.html", "agency_div.html", "city_paper.html", "spa.html")
ADDED = {
    "wordpress.html": _added_headings,
    "summary_blog.txt": lambda story: replace(
        story, title=f"{story.title}？海のまちで何が起きた？流れをまとめて解説！"
    ),
}


def _context(story: Story, outlet: str, encoding: str, path: str) -> dict[str, Any]:
    return {
        **json.loads((FOLDER / "around.json").read_text(encoding="utf-8")),
        "title": story.title,
        "author": story.author,
        "moment": story.moment,
        "utc": story.moment.astimezone(timezone.utc).strftime("%Y-%m-%dT%H:%M:%S.000Z"),
        "weekday": "月火水木金土日"[story.moment.weekday()],
        "tags": story.tags,
        "captions": story.captions,
        "body": story.body,
        "paragraphs": [words for kind, words in story.body if kind == "p"],
        "outlet": outlet,
        "url": f"https://news.example/{path}",
        "charset": CHARSETS.get(encoding, encoding),
    }


@cache
def _environment() -> jinja2.Environment:
    loader = jinja2.FileSystemLoader([FOLDER / "sites", FOLDER / "dumps"])
    made = jinja2.Environment(loader=loader, autoescape=False, undefined=jinja2.StrictUndefined)
    made.filters |= {
        "ja": lambda m: f"{m.year}年{m.month}月{m.day}日 {m.hour}時{m.minute:02}分",
        "ja_tight": lambda m: f"{m.year}年{m.month:02}月{m.day:02}日{m.hour:02}時{m.minute:02}分",
        "ja_padded": lambda m: f"{m.year}年{m.month:02}月{m.day:02}日 {m.hour:02}時{m.minute:02}分",
        "ja_plain": lambda m: f"{m.year}年{m.month}月{m.day}日 {m.hour}:{m.minute:02}",
        "slash": lambda m: f"{m.year}/{m.month}/{m.day} {m.hour:02}:{m.minute:02}",
        "slash_day": lambda m: f"{m.year}/{m.month:02}/{m.day:02}",
        "br_sentences": lambda words: re.sub(r"(?<=。)(?=[^」）])", "<br>", words),
        "linked": lambda words, word: words.replace(word, f'<a href="/k">{word}</a>'),
        "ruby": _with_ruby,
        "wrapped": lambda words: "\n".join(words[n : n + WRAP] for n in range(0, len(words), WRAP)),
    }
    return made


def _with_ruby(words: str) -> str:
    for word, reading in RUBY.items():
        words = words.replace(word, f"<ruby>{word}<rp>（</rp><rt>{reading}</rt><rp>）</rp></ruby>")
    return words
