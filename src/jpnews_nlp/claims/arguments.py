"""Who does what to whom: the roles of the phrases around a predicate, passive undone."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from jpnews_nlp.claims.clauses import Clause
from jpnews_nlp.claims.phrases import Phrase
from jpnews_nlp.claims.predicates import Predicate
from jpnews_nlp.model.claim import Argument, ArgumentRole
from jpnews_nlp.model.parse import Parse, Token

ROLES: tuple[tuple[str, ArgumentRole], ...] = (
    ("が", "subject"),
    ("を", "object"),
    ("へ", "goal"),
    ("に", "goal"),
    ("で", "location"),
    ("から", "source"),
    ("より", "source"),
    ("まで", "limit"),
    ("と", "companion"),
)
ABOUT = frozenset({"付く", "就く", "つく", "関する", "巡る"})


def read_arguments(
    parse: Parse, phrases: Sequence[Phrase], clause: Clause, predicate: Predicate, temporal: frozenset[int]
) -> tuple[Argument, ...]:
    """The arguments of a clause in text order, passive undone.

    The case particle decides the role; with syntax, phrases that depend on another predicate are left out. A topic
    takes the role that no other phrase fills: subject first, then object. `temporal` are the tokens inside dates and
    times, which fill no role.
    """
    found: list[tuple[ArgumentRole, int]] = []
    for index in range(clause.first, clause.last):
        phrase = phrases[index]
        folded = phrase.head == predicate.head and not {"は", "が", "も"} & set(phrase.particles)
        when = phrase.head in temporal and not {"は", "が", "を"} & set(phrase.particles)
        if index == clause.predicate or phrase.kind not in ("noun", "copula") or folded or when:
            continue
        role = _role(phrase) if not _is_about(parse.tokens, phrases, index, clause.last) else "topic"
        if role is not None and _belongs(parse, phrases, clause, index):
            found.append((role, index))
    filled = {role for role, _ in found}
    topic: ArgumentRole = "subject" if "subject" not in filled else "object" if "object" not in filled else "topic"
    resolved = ((topic if role == "topic" else role, index) for role, index in found)
    return tuple(
        _argument(parse.tokens, phrases, clause.first, _active(role, predicate), index) for role, index in resolved
    )


def _active(role: ArgumentRole, predicate: Predicate) -> ArgumentRole:
    """The role in the active voice: what is subject of a passive is object of the action."""
    if not predicate.passive:
        return role
    return "object" if role == "subject" else role


def _is_about(tokens: Sequence[Token], phrases: Sequence[Phrase], index: int, last: int) -> bool:
    """Whether the phrase says what the clause is about: 関税について, 関税をめぐり."""
    if index + 1 >= last or phrases[index].particles not in (("に",), ("を",)):
        return False
    return tokens[phrases[index + 1].head].normalized in ABOUT


def _role(phrase: Phrase) -> ArgumentRole | None:
    if phrase.particles in (("は",), ("も",)):
        return "topic"
    for particle, role in ROLES:
        if particle in phrase.particles and "の" not in phrase.particles:
            return role
    return None


def _belongs(parse: Parse, phrases: Sequence[Phrase], clause: Clause, index: int) -> bool:
    """Whether the phrase depends on the clause's predicate; without syntax every phrase of the clause does."""
    if not parse.heads or "は" in phrases[index].particles:
        return True
    head = parse.heads[phrases[index].head]
    return not any(p.is_predicate and p.first <= head < p.last for p in phrases[index + 1 : clause.predicate])


def _argument(
    tokens: Sequence[Token], phrases: Sequence[Phrase], first: int, role: ArgumentRole, index: int
) -> Argument:
    start = index
    while start > first and phrases[start - 1].particles == ("の",):
        start -= 1
    held = tokens[phrases[start].first : phrases[index].head + 1]
    return Argument(
        start=held[0].start,
        end=held[-1].end,
        role=role,
        text=surface(held),
        head=tokens[phrases[index].head].normalized,
    )


def surface(tokens: Sequence[Token]) -> str:
    """The text the tokens stand for; white space between them is written as it stands, one space per code point."""
    if not tokens:
        return ""
    pieces = [tokens[0].surface]
    for before, token in itertools.pairwise(tokens):
        pieces.append(" " * (token.start - before.end) + token.surface)
    return "".join(pieces)
