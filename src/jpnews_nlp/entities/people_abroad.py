"""People of China and Korea by rule: a kanji name that UniDic lacks, before an office (習近平国家主席)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jpnews_nlp.entities import names_data as data
from jpnews_nlp.entities.names_candidates import Candidate
from jpnews_nlp.entities.people import adjoin, is_kanji
from jpnews_nlp.entities.titles import title_at, title_places
from jpnews_nlp.model.parse import Token

LENGTHS = range(2, 5)
"""How many characters such a name has, the family name included."""


def people_abroad(tokens: Sequence[Token]) -> Iterator[Candidate]:
    """Candidates for people in the tokens of one sentence; they are no evidence for the model, which knows few."""
    after = 0
    for at in title_places(tokens):
        found = title_at(tokens, at) if at >= after else None
        if found is None or found[1] != "o":
            continue
        first = _name_start(tokens, at)
        if first < at:
            yield Candidate(
                start=tokens[first].start,
                end=tokens[at - 1].end,
                kind="person",
                source="title:kanji-name",
                title="".join(t.surface for t in tokens[at : found[0]]),
            )
        after = found[0]


def _name_start(tokens: Sequence[Token], at: int) -> int:
    """The first token of the run of kanji words before the title at `at`, when it can be a name; else `at`."""
    first = at
    while first and (first == at or adjoin(tokens[first - 1], tokens[first])) and is_kanji(tokens[first - 1].surface):
        first -= 1
    if first == at or not adjoin(tokens[at - 1], tokens[at]):
        return at
    name = "".join(t.surface for t in tokens[first:at])
    alone = at - first == 1 and tokens[first].known
    begun = (
        first > 0 and adjoin(tokens[first - 1], tokens[first]) and tokens[first - 1].pos[0] not in ("助詞", "補助記号")
    )
    if alone or begun or len(name) not in LENGTHS or name[0] not in data.words("kanji surname"):
        return at
    return at if any(_is_else(token) for token in tokens[first:at]) else first


def _is_else(token: Token) -> bool:
    """Whether the word stands in no name of a person: a number, an office, a country, a place's suffix."""
    word = token.surface
    known = (data.titles(), data.leading_titles(), data.title_prefixes(), data.countries(), data.organizations())
    if token.pos[1] == "数詞" or any(word in table for table in known):
        return True
    return len(word) > 1 and (word in data.words("no name") or word in data.prefectures())
