"""How the claims of several articles line up."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from jpnews_nlp.model import doors, records
from jpnews_nlp.model.analysis import SCHEMA, check_schema, load_json
from jpnews_nlp.model.article import Article
from jpnews_nlp.model.claim import Claim
from jpnews_nlp.model.quick import quick

if TYPE_CHECKING:
    import pandas

Relation = Literal["agree", "partial", "conflict", "update"]
Verdict = Literal["conflict", "update", "partial", "agree", "single"]
Difference = Literal["number", "date", "place", "person", "polarity", "status", "certainty", "source", "wording"]

GRAVITY: dict[str, int] = {"agree": 0, "partial": 1, "update": 2, "conflict": 3}
"""The order of relations: a group's verdict is its gravest link."""


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Two claims about the same thing, one from each of two articles, and how they relate.

    Attributes:
        a: The id of the claim in the article that comes first in `Comparison.articles`.
        b: The id of the claim in the other article.
        relation: `agree`, `partial` (compatible, one says more), `conflict` or `update` (the later one moved on).
        slot: Where they differ; None for `agree`.
        reason: One line in Japanese that says why, from a template.
        rule: The rule that decided; its name has a template in Japanese and one in English.
        left: The words of claim `a` that decided, as the reason shows them.
        right: The words of claim `b` that decided, as the reason shows them.
        sources_differ: True when two named sources disagree and neither article asserts it itself.
        score: How sure the alignment is, between 0 and 1.
        source: What aligned the claims: `alignment-model`, or a rule, `inside-paired-clauses`, `titles` or `values`.
    """

    a: str
    b: str
    relation: Relation
    slot: Difference | None = None
    reason: str
    rule: str
    left: str = ""
    right: str = ""
    sources_differ: bool = False
    score: float
    source: str = "alignment-model"


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Claims about one thing, from one or more articles.

    Attributes:
        verdict: The gravest relation among the links, or `single` when only one article has the claim.
        claims: In the order of the articles, then of the text.
        links: Between claims of different articles.
        origins: How many independent origins the claims have: copies of one text count once.
    """

    verdict: Verdict
    claims: tuple[Claim, ...]
    links: tuple[Link, ...] = ()
    origins: int = 1

    def claims_in(self, article_id: str) -> tuple[Claim, ...]:
        """The group's claims in one article."""
        return tuple(c for c in self.claims if c.article == article_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleTie:
    """Why two articles are taken to tell of one happening, or of two although they look alike.

    Attributes:
        a: The id of the article that comes first in `Comparison.articles`.
        b: The id of the other.
        together: Whether they tell of one happening or of steps of one story.
        later: Whether `b` tells of a later step.
        shared: The names and days both tell, at most ten.
        reason: One line in Japanese that says why, from a template.
        rule: The rule that decided; its name has a template in Japanese and one in English.
        left: The words of article `a` that decided, as the reason shows them.
        right: The words of article `b` that decided.
    """

    a: str
    b: str
    together: bool
    later: bool = False
    shared: tuple[str, ...] = ()
    reason: str
    rule: str
    left: str = ""
    right: str = ""


Stance = Literal["tells", "quotes", "lacks"]
"""Of a claim an article tells it itself, only quotes somebody who does, or lacks it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """The claims of several articles, lined up.

    Attributes:
        articles: In the order of publication, then of id; independent of the order they were given in.
        events: The ids of the articles that report one happening together; every article is in exactly one.
        groups: Differences first (conflict, update, partial, agree), then what one article alone tells.
        ties: Why pairs of articles are of one event; and of pairs that share many names, what sets them apart.
    """

    articles: tuple[Article, ...]
    events: tuple[tuple[str, ...], ...]
    groups: tuple[Group, ...]
    ties: tuple[ArticleTie, ...] = ()

    @property
    def conflicts(self) -> tuple[Group, ...]:
        """Groups in which two articles cannot both be right."""
        return self._with("conflict")

    @property
    def updates(self) -> tuple[Group, ...]:
        """Groups in which a later article reports a later state or corrects the earlier."""
        return self._with("update")

    @property
    def agreements(self) -> tuple[Group, ...]:
        """Groups in which the articles say the same, or one says more than the other."""
        return self._with("agree") + self._with("partial")

    def only_in(self, outlet_or_id: str) -> tuple[Group, ...]:
        """What only this article, or only the articles of this outlet, tell.

        Raises:
            KeyError: When no article has this id or outlet.
        """
        ids = {a.id for a in self.articles if outlet_or_id in (a.id, a.outlet)}
        if not ids:
            known = ", ".join(a.label for a in self.articles)
            raise KeyError(f"no article or outlet {outlet_or_id!r}; known: {known}")
        return tuple(g for g in self.groups if {c.article for c in g.claims} <= ids)

    def coverage(self, group: Group) -> dict[str, Stance]:
        """For each article of the group's event, by id: whether it tells the claim, only quotes it, or lacks it.

        Example:
            >>> from jpnews_nlp import Article, Pipeline
            >>> told = {"a": "18日、盛岡市で橋が落ちた。", "b": "盛岡市で18日、橋が落ちた。3人がけがをした。"}
            >>> compared = Pipeline(engine="mecab").compare(Article(id=i, body=text) for i, text in told.items())
            >>> for group in compared.groups:
            ...     print(group.claims[0].text, compared.coverage(group))
            18日、盛岡市で橋が落ちた {'a': 'tells', 'b': 'tells'}
            3人がけがをした {'a': 'lacks', 'b': 'tells'}
        """
        told: dict[str, list[Claim]] = {}
        for claim in group.claims:
            told.setdefault(claim.article, []).append(claim)
        event = next((e for e in self.events if any(i in told for i in e)), tuple(told))
        return {i: _stance(told.get(i, ())) for i in event}

    def article(self, article_id: str) -> Article:
        """The article with this id.

        Raises:
            KeyError: When there is none.
        """
        for article in self.articles:
            if article.id == article_id:
                return article
        raise KeyError(f"no article {article_id!r}; known: {', '.join(a.id for a in self.articles)}")

    def to_dict(self) -> dict[str, Any]:
        """The comparison as plain JSON values, with the keys of the documented schema."""
        return {
            "schema": SCHEMA,
            "articles": [a.to_dict() for a in self.articles],
            "events": records.to_plain(self.events),
            "groups": records.to_plain(self.groups),
            "ties": records.to_plain(self.ties),
        }

    def to_json(self, *, indent: int | None = None) -> str:
        """The comparison as JSON text, Japanese written as it is."""
        return json.dumps(self.to_dict(), ensure_ascii=False, indent=indent)

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> Comparison:
        """The comparison that `to_dict` gave.

        Raises:
            RecordError: When the schema is another one, or a key is missing or has the wrong shape.
        """
        check_schema(data, "Comparison")
        articles = [records.to_plain(Article.from_dict(a)) for a in data.get("articles", [])]
        return records.from_plain(cls, {**data, "articles": articles})

    @classmethod
    def from_json(cls, text: str) -> Comparison:
        """The comparison that `to_json` gave.

        Raises:
            RecordError: When the text is no JSON or has another shape.
        """
        return cls.from_dict(load_json(text))

    def to_frame(self) -> pandas.DataFrame:
        """One row per claim, with its group and verdict, as a pandas table."""
        return doors.comparison_frame(self)

    def _repr_html_(self) -> str:
        return doors.comparison_html(self)

    def _with(self, verdict: Verdict) -> tuple[Group, ...]:
        return tuple(g for g in self.groups if g.verdict == verdict)


def _stance(claims: Sequence[Claim]) -> Stance:
    if not claims:
        return "lacks"
    return "quotes" if all(c.speaker for c in claims) else "tells"
