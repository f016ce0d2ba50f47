"""The figures of an evaluation, and the table that shows them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from jpnews_nlp.render.inert import padded, width
from jpnews_nlp.render.labels import labels

TOTAL = "total"
"""The name of the row that sums all others up."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate:
    """What was found of a gold, and what was right of what was predicted.

    Attributes:
        predicted: How many the library gave.
        right: How many of those are in the gold.
        gold: How many the gold asks for.
        found: How many of those the library gave.
    """

    predicted: int = 0
    right: int = 0
    gold: int = 0
    found: int = 0

    @property
    def precision(self) -> float:
        """The share of what was given that is right; 0 when nothing was given."""
        return self.right / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """The share of the gold that was found; 0 when there is none."""
        return self.found / self.gold if self.gold else 0.0

    @property
    def f(self) -> float:
        """The harmonic mean of precision and recall.

        Example:
            >>> Rate(predicted=4, right=2, gold=2, found=2).f
            0.6666666666666666
        """
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def __add__(self, other: Rate) -> Rate:
        return Rate(
            predicted=self.predicted + other.predicted,
            right=self.right + other.right,
            gold=self.gold + other.gold,
            found=self.found + other.found,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """The figures of one example, or of all together.

    Attributes:
        name: The example, or `TOTAL`.
        links: Pairs of claims about one thing.
        relations: How many of the gold links found have the gold's relation.
        conflicts: Links whose relation is `conflict`.
        speech: Who says what: claims with a speaker or a cue against the annotated attributions.
        traps: How many look-alikes of the gold were linked.
    """

    name: str
    links: Rate = Rate()
    relations: int = 0
    conflicts: Rate = Rate()
    speech: Rate = Rate()
    traps: int = 0

    @property
    def relation_accuracy(self) -> float:
        """The share of the gold links found that have the gold's relation."""
        return self.relations / self.links.found if self.links.found else 0.0


def total(scores: Iterable[Score], name: str = TOTAL) -> Score:
    """The scores summed up under a name: every link counts the same, whichever example it is from."""
    found = tuple(scores)
    return Score(
        name=name,
        links=sum((s.links for s in found), Rate()),
        relations=sum(s.relations for s in found),
        conflicts=sum((s.conflicts for s in found), Rate()),
        speech=sum((s.speech for s in found), Rate()),
        traps=sum(s.traps for s in found),
    )


def scores_text(scores: Sequence[Score], *, lang: str = "ja") -> str:
    """The scores as a table for a terminal."""
    rows = [_head(lang), *(_row(score, lang) for score in scores)]
    widths = [max(width(row[i]) for row in rows) for i in range(len(rows[0]))]
    return "".join("  ".join(_aligned(row, widths)).rstrip() + "\n" for row in rows)


def scores_markdown(scores: Sequence[Score], *, lang: str = "ja") -> str:
    """The scores as a Markdown table."""
    head = _head(lang)
    rows = [head, ("---", *["---:"] * (len(head) - 1)), *(_row(score, lang) for score in scores)]
    return "".join(f"| {' | '.join(row)} |\n" for row in rows)


def scores_json(scores: Sequence[Score]) -> str:
    """The counts behind the scores, and the rates that follow from them."""
    return json.dumps([_plain(score) for score in scores], ensure_ascii=False, indent=2) + "\n"


def _head(lang: str) -> tuple[str, ...]:
    words = labels(lang)
    rates = [f"{words[f'score.{what}']} {sign}" for what in ("links", "conflicts", "speech") for sign in "PRF"]
    return (words["score.example"], *rates[:3], words["score.relation"], *rates[3:], words["score.traps"])


def _row(score: Score, lang: str) -> tuple[str, ...]:
    figures = [*_figures(score.links), score.relation_accuracy, *_figures(score.conflicts), *_figures(score.speech)]
    name = labels(lang)["score.total"] if score.name == TOTAL else score.name
    return (name, *(f"{figure:.2f}" for figure in figures), str(score.traps))


def _figures(rate: Rate) -> tuple[float, float, float]:
    return rate.precision, rate.recall, rate.f


def _aligned(row: Sequence[str], widths: Sequence[int]) -> list[str]:
    figures = (" " * (room - width(cell)) + cell for cell, room in zip(row[1:], widths[1:], strict=True))
    return [padded(row[0], widths[0]), *figures]


def _plain(score: Score) -> dict[str, Any]:
    rates = {
        key: asdict(rate) | dict(zip("prf", (round(x, 4) for x in _figures(rate)), strict=True))
        for key, rate in (("links", score.links), ("conflicts", score.conflicts), ("speech", score.speech))
    }
    relation = {"relations": score.relations, "relation_accuracy": round(score.relation_accuracy, 4)}
    return {"name": score.name, **rates, **relation, "traps": score.traps}
