"""Foreign full names by rule: katakana over ・ with a part that names people (アルバート・ベルクマン), and initials."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from jpnews_nlp.entities import names_data as data
from jpnews_nlp.entities.names_candidates import Candidate
from jpnews_nlp.entities.names_words import taught_kind
from jpnews_nlp.entities.people import JOINERS, is_katakana
from jpnews_nlp.model.parse import Token

_INITIAL = re.compile("[A-ZＡ-Ｚ]")
_DOTS = frozenset(".．")
_MARKS = JOINERS | _DOTS


def foreign_names(tokens: Sequence[Token]) -> Iterator[Candidate]:
    """Candidates for people in the tokens of one sentence."""
    end = 0
    for at, token in enumerate(tokens):
        if at <= end or token.surface not in _MARKS:
            continue
        first = _part_start(tokens, at)
        parts, end = _parts(tokens, first)
        marks = {t.surface for t in tokens[first:end]} & _DOTS
        if len(parts) > 1 and _stands_free(tokens, first, end) and _names_person(parts, dotted=bool(marks)):
            yield Candidate(
                start=tokens[first].start,
                end=tokens[end - 1].end,
                kind="person",
                source="structure:foreign-name",
                score=0.9,
            )


def _part_start(tokens: Sequence[Token], at: int) -> int:
    """The first token of the part that ends before the mark at `at`."""
    first = at
    while first and tokens[first - 1].end == tokens[first].start and _in_part(tokens[first - 1]):
        first -= 1
    return first


def _parts(tokens: Sequence[Token], first: int) -> tuple[list[str], int]:
    """The parts of a name that begins with token `first`, joined by marks, and its end token."""
    parts, end, part = [], first, ""
    for at in range(first, len(tokens)):
        if at > first and tokens[at - 1].end != tokens[at].start:
            break
        if _in_part(tokens[at]):
            part += tokens[at].surface
            end = at + 1
        elif part and tokens[at].surface in _MARKS:
            parts.append(part)
            part = ""
        else:
            break
    return ([*parts, part] if part else parts), end


def _in_part(token: Token) -> bool:
    return is_katakana(token.surface) or _INITIAL.fullmatch(token.surface) is not None


def _stands_free(tokens: Sequence[Token], first: int, end: int) -> bool:
    """Whether no further mark adjoins it, and no suffix of another kind of name."""
    if first and tokens[first - 1].end == tokens[first].start and tokens[first - 1].surface in JOINERS:
        return False
    if end == len(tokens) or tokens[end].start != tokens[end - 1].end:
        return True
    after = tokens[end].surface
    other = after in data.place_suffixes() or (after in data.organization_suffixes() and after not in data.titles())
    return not other and after not in JOINERS


def _names_person(parts: Sequence[str], *, dotted: bool) -> bool:
    """Whether a part is a person's by the lexicon, and no part another kind's; with initials the last part suffices."""
    body = parts[-1] in data.words("foreign body") or parts[-1] in data.organization_suffixes()
    if body or parts[0] in data.countries() or not is_katakana(parts[-1]):
        return False
    if all(_INITIAL.fullmatch(part) for part in parts[:-1]):
        return True
    first, last = taught_kind(parts[0]), taught_kind(parts[-1])
    return not dotted and ((first == "P" and last != "O") or (last == "P" and first not in ("L", "O")))
