"""Why articles are shown as one event, and why look-alikes are not: what they share, by the letters of the report."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from jpnews_nlp.model.comparison import ArticleTie, Comparison
from jpnews_nlp.render.labels import tie_reason


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedFact:
    """A name or a day that several articles of an event tell, and the letters of those articles."""

    words: str
    letters: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """The articles of one event.

    Attributes:
        letters: Of its articles.
        shared: What ties them, told by most articles first.
        later: Pairs of letters of which the second tells of a later step of the story.
    """

    letters: tuple[str, ...]
    shared: tuple[SharedFact, ...]
    later: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Apart:
    """Two articles that look alike and yet tell of two events, and why."""

    left_letter: str
    right_letter: str
    text: str


def events(comparison: Comparison, letters: Mapping[str, str]) -> tuple[Event, ...]:
    """The events of a comparison with what ties their articles together."""
    together = [tie for tie in comparison.ties if tie.together]
    return tuple(_event([letters.get(i, i) for i in event], together, letters) for event in comparison.events)


def apart(comparison: Comparison, letters: Mapping[str, str], lang: str) -> tuple[Apart, ...]:
    """The look-alikes that were kept apart, with the reason in the language given."""
    return tuple(
        Apart(left_letter=letters.get(tie.a, "?"), right_letter=letters.get(tie.b, "?"), text=tie_reason(tie, lang))
        for tie in comparison.ties
        if not tie.together
    )


def _event(own: list[str], ties: list[ArticleTie], letters: Mapping[str, str]) -> Event:
    pairs = [(letters.get(tie.a, "?"), letters.get(tie.b, "?"), tie) for tie in ties]
    inside = [(a, b, tie) for a, b, tie in pairs if a in own and b in own]
    tellers: dict[str, set[str]] = {}
    for a, b, tie in inside:
        for words in tie.shared:
            tellers.setdefault(words, set()).update((a, b))
    facts = [SharedFact(words=w, letters=tuple(x for x in own if x in told)) for w, told in tellers.items()]
    return Event(
        letters=tuple(own),
        shared=tuple(sorted(facts, key=lambda fact: -len(fact.letters))),
        later=tuple((a, b) for a, b, tie in inside if tie.later),
    )
