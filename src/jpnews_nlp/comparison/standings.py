"""Where the claims of an article stand on the scales they tell of, and which is the only one to tell of a scale."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from jpnews_nlp.comparison.scales import stages
from jpnews_nlp.model.claim import Claim


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Where a claim stands on a scale.

    Attributes:
        rank: The stage.
        reached: False when it is planned, expected, asked for or denied.
        alone: One divided by the sentences of the article's body that tell of the scale.
    """

    rank: int
    reached: bool
    alone: float

    def follows(self, before: Standing) -> bool:
        """Whether this is reached, and before it was not, or only an earlier stage was."""
        return self.reached and (self.rank > before.rank or (self.rank == before.rank and not before.reached))


def standings(claims: Sequence[Claim]) -> list[Mapping[str, Standing]]:
    """For each claim of an article where it stands, by the names of the scales that it is about."""
    told = [[s for s in stages(c) if s.final and c.kind != "title"] for c in claims]
    body = {(s.scale, c.sentence) for c, own in zip(claims, told, strict=True) if c.role != "headline" for s in own}
    telling = Counter(scale for scale, _ in body)
    return [
        {s.scale: Standing(rank=s.rank, reached=s.reached, alone=1 / max(1, telling[s.scale])) for s in own}
        for own in told
    ]


def follows(first: Mapping[str, Standing], second: Mapping[str, Standing]) -> float:
    """How alone in their articles two claims tell of one scale, when the second is further on it; 0 when it is not."""
    pairs = ((standing, second[scale]) for scale, standing in first.items() if scale in second)
    return max((x.alone * y.alone for x, y in pairs if y.follows(x)), default=0.0)
