"""Figures that sources give, the verb said once: 搭乗者の数を列島通信は150人、東洋日日新聞は151人としている."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import replace

from jpnews_nlp.claims.phrases import Phrase
from jpnews_nlp.claims.region import Region
from jpnews_nlp.claims.speakers import first_particle, giver, name_start
from jpnews_nlp.model.parse import Token


def given_by_each(tokens: Sequence[Token], phrases: Sequence[Phrase], regions: Sequence[Region]) -> list[Region]:
    """The regions, a figure before another that somebody gives made the word of whoever gives it."""
    found = []
    for one, following in itertools.pairwise((*regions, None)):
        assert one is not None
        found.append(one if following is None else _given(tokens, phrases, one, following))
    return found


def _given(tokens: Sequence[Token], phrases: Sequence[Phrase], one: Region, following: Region) -> Region:
    said = following.attribution
    index = next((i for i, p in enumerate(phrases) if p.last == one.last), None)
    if one.attribution is not None or said is None or said.direct or index is None or not phrases[index].comma:
        return one
    after = next((i for i, p in enumerate(phrases) if p.first == following.first), None)
    each = after is not None and giver(tokens, phrases, index, after) is not None
    who = giver(tokens, phrases, 0, index, lenient=True) if each and not phrases[index].particles else None
    if who is None:
        return one
    speaker = (name_start(tokens, phrases, 0, who), first_particle(tokens, phrases[who]))
    return replace(one, attribution=replace(said, speaker=speaker))
