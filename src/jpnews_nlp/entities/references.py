"""Who is meant where no name stands: 同氏, 同容疑者, and 首相 where the article names one only."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from jpnews_nlp.entities import names_data as data
from jpnews_nlp.model.entity import Entity, Person
from jpnews_nlp.model.span import Span

SAME = "同"
_FOLLOWS = re.compile(r"[はがのもをにとへ、，。」』]|から|より|ら|自身")
_WORD_BEFORE = re.compile(r"[一-龥々ァ-ヴーA-Za-zＡ-Ｚ・]")
_PERSONAL = frozenset({"氏", "さん", "女史"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference(Span):
    """A title that stands for a person named elsewhere in the article.

    Attributes:
        text: `article.text[start:end]`.
        canonical: The canonical name of the person meant.
        rule: `same` (同氏: the one named last) or `only` (首相: the only one with that title).
    """

    text: str
    canonical: str
    rule: str


def references(text: str, entities: Sequence[Entity]) -> tuple[Reference, ...]:
    """The titles without a name whose person is clear; those that could mean two people are left out.

    Example:
        >>> from jpnews_nlp.model.entity import Person
        >>> text = "木村太郎氏が会見した。同氏は否定した。"
        >>> named = Person(start=0, end=4, text="木村太郎", canonical="木村太郎", source="title:after", title="氏")
        >>> [(r.text, r.canonical, r.rule) for r in references(text, [named])]
        [('同氏', '木村太郎', 'same')]
    """
    people = [e for e in entities if isinstance(e, Person)]
    if not people:
        return ()
    taken = [(e.start, e.end + len(e.title or "") if isinstance(e, Person) else e.end) for e in entities]
    found = (_resolve(text, match, people) for match in _pattern().finditer(text))
    return tuple(r for r in found if r and not any(r.start < end and start < r.end for start, end in taken))


@cache
def _pattern() -> re.Pattern[str]:
    titles = sorted(data.titles(), key=lambda title: (-len(title), title))
    return re.compile(f"({SAME})?({'|'.join(map(re.escape, titles))})")


def _resolve(text: str, match: re.Match[str], people: Sequence[Person]) -> Reference | None:
    same, title = match[1], match[2]
    if not _FOLLOWS.match(text, match.end()) or _WORD_BEFORE.match(text[match.start() - 1 : match.start()]):
        return None
    canonical = _named_last(match.start(), title, people) if same else _only_one(title, people)
    if canonical is None:
        return None
    return Reference(
        start=match.start(), end=match.end(), text=match.group(), canonical=canonical, rule="same" if same else "only"
    )


def _named_last(at: int, title: str, people: Sequence[Person]) -> str | None:
    """The person before `at` who has the title; of 同氏 anybody."""
    before = [p for p in people if p.end <= at and (title in _PERSONAL or _has_title(p, title))]
    return before[-1].canonical if before else None


def _only_one(title: str, people: Sequence[Person]) -> str | None:
    """The one person of the article with this office; honorifics never stand alone."""
    if data.titles()[title] == "p" and title not in ("容疑者", "被告", "被告人"):
        return None
    holders = {p.canonical for p in people if _has_title(p, title)}
    return next(iter(holders)) if len(holders) == 1 else None


def _has_title(person: Person, title: str) -> bool:
    """Whether the title written with this mention is it, a country before it allowed (米大統領), a former one not."""
    written = person.title or ""
    before = written.removesuffix(title)
    return written.endswith(title) and not any(prefix in before for prefix in data.title_prefixes())
