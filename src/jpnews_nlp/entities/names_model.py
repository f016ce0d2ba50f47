"""Names by the trained sequence model, and what it leaves of the names that rules found."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from jpnews_nlp.entities import names_data as data
from jpnews_nlp.entities.names_candidates import Candidate
from jpnews_nlp.entities.names_rules import evidence
from jpnews_nlp.entities.names_tagger import Labelled, labelled
from jpnews_nlp.entities.names_trim import pieces, trim
from jpnews_nlp.entities.people import JOINERS, is_katakana
from jpnews_nlp.entities.people_abroad import people_abroad
from jpnews_nlp.entities.places import names_else
from jpnews_nlp.model.entity import Kind
from jpnews_nlp.model.parse import Token

_KINDS: dict[str, Kind] = {"P": "person", "L": "place", "O": "organization"}
OUTSIDE = "-"
LEAST = {
    "table:country": 0.4,
    "table:region": 0.02,
    "table:prefecture": 0.02,
    "table:municipality": 0.02,
    "table:city": 0.5,
    "table:organization": 0.05,
    "structure:place-suffix": 0.3,
    "structure:organization-suffix": 0.02,
    "structure:family-given": 0.15,
    "structure:foreign-name": 0.15,
    "title:after": 0.1,
}
"""The probability a rule's candidate needs from the model; the other rules stand by themselves."""
LEAST_OWN: dict[Kind, float] = {"person": 0.53, "place": 0.45, "organization": 0.5}
"""The probability that the model's own names need."""
LEAST_JOINED = 0.35
"""The same for a person's name with ・ in it, which is rarely none."""
_HIRAGANA = re.compile("[ぁ-んー・ 　]+")


def weighed_candidates(sentences: Iterable[Sequence[Token]]) -> Iterator[Candidate]:
    """What the model takes for names in the tokens of sentences, and what rules found that it does not rule out."""
    read = [(tokens, evidence(tokens)) for tokens in sentences if tokens]
    for (tokens, found), model in zip(read, labelled(read), strict=True):
        yield from _marked(tokens, model)
        starts = {t.start: i for i, t in enumerate(tokens)} if found.candidates else {}
        for candidate in found.candidates:
            least = LEAST.get(candidate.source)
            if (
                least is None
                or _before_amount(tokens, starts, candidate)
                or _weight(tokens, starts[candidate.start], candidate, model) >= least
            ):
                yield _with_nickname(tokens, starts, candidate)
        yield from people_abroad(tokens)


def _before_amount(tokens: Sequence[Token], starts: Mapping[int, int], candidate: Candidate) -> bool:
    """Whether a number adjoins a city's name, as in a list of amounts: 山口500ミリ、大分358ミリ."""
    if candidate.source != "table:city":
        return False
    after = next((t for t in tokens[starts[candidate.start] + 1 :] if t.start >= candidate.end), None)
    return after is not None and after.start == candidate.end and after.pos[1] == "数詞"


def _with_nickname(tokens: Sequence[Token], starts: Mapping[int, int], candidate: Candidate) -> Candidate:
    """しずちゃん: after one or two hiragana ちゃん belongs to a nickname."""
    if candidate.title not in ("ちゃん", "くん"):
        return candidate
    token = tokens[starts[candidate.start]]
    if token.end != candidate.end or len(token.surface) > 2 or not _HIRAGANA.fullmatch(token.surface):
        return candidate
    return replace(candidate, end=candidate.end + len(candidate.title), title=None, source="title:nickname")


def _marked(tokens: Sequence[Token], model: Labelled) -> Iterator[Candidate]:
    labels = model.labels
    at = 0
    while at < len(labels):
        end = at + 1
        if labels[at] != OUTSIDE:
            letter = labels[at][1]
            while end < len(labels) and labels[end] == "I" + letter:
                end += 1
            for first, last, kind in _stretches(tokens, at, end, _KINDS[letter]):
                score = min(model.chance(labels[i], i) for i in range(first, last))
                candidate = _candidate(tokens, first, last, kind, score)
                if candidate and score >= _least_own(tokens[first:last], candidate.kind):
                    yield candidate
        at = end


def _stretches(tokens: Sequence[Token], at: int, end: int, kind: Kind) -> Iterator[tuple[int, int, Kind]]:
    """The names in a stretch of one kind; of 浦和MF山川 the club and the player."""
    for i in range(at + 1, end - 1):
        if tokens[i].surface in data.words("position"):
            yield at, i, "organization"
            yield i + 1, end, "person"
            return
    for first, last in pieces(tokens, at, end, kind):
        yield first, last, kind


def _least_own(name: Sequence[Token], kind: Kind) -> float:
    joined = kind == "person" and any(token.surface in JOINERS for token in name)
    return LEAST_JOINED if joined else LEAST_OWN[kind]


def _candidate(tokens: Sequence[Token], start: int, end: int, marked: Kind, score: float) -> Candidate | None:
    """What the conventions leave of a stretch the model marked."""
    first, last, kind = trim(tokens, start, end, marked)
    if first == last or _is_reading(tokens, first, last):
        return None
    if kind == "place" and names_else(tokens, first, last):
        return None
    if kind == "person" and _no_person(tokens, first, last):
        return None
    stop = tokens[last - 1].end - (tokens[last - 1].surface in data.words("within") and kind == "place")
    return Candidate(start=tokens[first].start, end=stop, kind=kind, source="model:crf", score=round(score, 3))


def _no_person(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether it is a people (クルド人), a kinship, office or trade alone (三男), a count (一次) or a foreign body."""
    name = "".join(t.surface for t in tokens[first:last])
    after = tokens[last].surface if last < len(tokens) and tokens[last].start == tokens[last - 1].end else ""
    counted = last - first > 1 and tokens[first].pos[1] == "数詞" and "助数詞" in tokens[first + 1].pos[2]
    body = any(t.surface in JOINERS for t in tokens[first:last]) and tokens[last - 1].surface in data.words(
        "foreign body"
    )
    alone = name in data.leading_titles() or name in data.titles()
    return alone or counted or body or (after == "人" and is_katakana(name))


def _weight(tokens: Sequence[Token], at: int, candidate: Candidate, model: Labelled) -> float:
    """The model's probability that the tokens of a candidate belong to a name of its kind, of the least likely one."""
    letter = next(letter for letter, kind in _KINDS.items() if kind == candidate.kind)
    least = 1.0
    while at < len(tokens) and tokens[at].start < candidate.end:
        least = min(least, model.chance("B" + letter, at) + model.chance("I" + letter, at))
        at += 1
    return least


def _is_reading(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether the name is the reading of another, in brackets after it: （ますだ・あやね）."""
    bracketed = first > 0 and tokens[first - 1].surface in ("(", "（")
    return bracketed and all(_HIRAGANA.fullmatch(t.surface) for t in tokens[first:last])
