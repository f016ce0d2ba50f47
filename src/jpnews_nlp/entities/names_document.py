"""The document repairs the sentence: a name that is sure once is a name of that kind everywhere in the article."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from jpnews_nlp.entities import names_data as data
from jpnews_nlp.entities.names_candidates import Candidate
from jpnews_nlp.entities.people import JOINERS, is_katakana
from jpnews_nlp.model.entity import Kind
from jpnews_nlp.model.parse import Token

SURE_MODEL = 0.9
_LAST_PART = re.compile(r"[・=＝]([ァ-ヴー]{2,})$")


def is_quoted_work(text: str, candidate: Candidate) -> bool:
    """Whether a person without a title fills a quotation: 『木村花子』 is a book before it is somebody."""
    if candidate.kind != "person" or candidate.rank > 1:
        return False
    return text[max(candidate.start - 1, 0)] in "「『" and text[candidate.end : candidate.end + 1] in ("」", "』")


def sure_people(text: str, candidates: Sequence[Candidate]) -> Mapping[str, int]:
    """The names that stand with a title somewhere in the article, and how often; of foreign names the last part too.

    A name the model takes for something else more often than it stands with a title is left out. A full foreign name
    that the model is sure of counts as well.
    """
    titled = Counter(c.of(text) for c in candidates if c.kind == "person" and _is_sure(text, c))
    others = Counter(
        c.of(text) for c in candidates if c.kind != "person" and c.source.split(":")[0] in ("structure", "table")
    )
    sure = {name: count for name, count in titled.items() if len(name) > 1 and others[name] <= count}
    for name, count in list(sure.items()):
        if (part := _LAST_PART.search(name)) and part[1] not in data.countries():
            sure.setdefault(part[1], count)
    return sure


def _is_sure(text: str, candidate: Candidate) -> bool:
    if candidate.family == "model":
        return candidate.score >= SURE_MODEL and _LAST_PART.search(candidate.of(text)) is not None
    return candidate.family == "title"


def repeated_people(text: str, tokens: Sequence[Token], sure: Mapping[str, int]) -> Iterator[Candidate]:
    """Every occurrence of a sure person's name on token borders, with the foreign given names before it."""
    if not sure:
        return
    starts = {t.start: i for i, t in enumerate(tokens)}
    ends = {t.end: i for i, t in enumerate(tokens)}
    pattern = re.compile("|".join(re.escape(n) for n in sorted(sure, key=lambda n: (-len(n), n))))
    for match in pattern.finditer(text):
        first, last = starts.get(match.start()), ends.get(match.end())
        if first is None or last is None or _inside_longer_name(tokens, first, last):
            continue
        while first > 1 and tokens[first - 1].surface in JOINERS and is_katakana(tokens[first - 2].surface):
            if tokens[first - 2].surface in data.countries() or tokens[first - 2].pos[3] == "国":
                break
            first -= 2
        yield Candidate(
            start=tokens[first].start,
            end=tokens[last].end,
            kind="person",
            source="document:titled-elsewhere",
            score=0.9,
        )


def _inside_longer_name(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether the words around make it another name: 石川県, トランプ・タワー, 中村橋, シューマン宣言."""
    if last + 1 < len(tokens) and tokens[last + 1].start == tokens[last].end:
        after = tokens[last + 1]
        if after.surface in data.place_suffixes() or after.pos[2:] == ("人名", "名"):
            return True
        if after.surface in data.words("named after"):
            return True
        if after.surface in data.organization_suffixes() and after.surface not in ("政権", "派", "側", "代表"):
            return True
        if after.surface in JOINERS and last + 2 < len(tokens) and is_katakana(tokens[last + 2].surface):
            return is_katakana(tokens[last].surface)
    before = tokens[first - 1] if first and tokens[first - 1].end == tokens[first].start else None
    return before is not None and before.pos[2:] in (("人名", "姓"),)


def outvoted(text: str, settled: Sequence[Candidate]) -> Iterator[Candidate]:
    """Weak readings of a name corrected to the kind that the article's other mentions of it have."""
    votes: dict[str, dict[Kind, float]] = {}
    for candidate in settled:
        if candidate.kind in ("person", "place", "organization"):
            weight = candidate.score * (3 if candidate.rank > 1 or candidate.family == "structure" else 1)
            kinds = votes.setdefault(candidate.of(text), {})
            kinds[candidate.kind] = kinds.get(candidate.kind, 0.0) + weight
    for candidate in settled:
        kinds = votes.get(candidate.of(text), {})
        if len(kinds) < 2 or candidate.rank > 1 or candidate.family == "structure":
            continue
        best = max(sorted(kinds), key=kinds.__getitem__)
        if best != candidate.kind and kinds[best] >= 2 * kinds[candidate.kind]:
            yield replace(candidate, kind=best, source="document:other-mentions")
