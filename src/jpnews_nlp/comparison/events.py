"""Which articles report the same happening."""

from __future__ import annotations

from collections.abc import Sequence

from jpnews_nlp.comparison.align import Pairing
from jpnews_nlp.comparison.evidence import Evidence, Rarity
from jpnews_nlp.model.analysis import Analysis

# Placeholders until measured.
TOGETHER = 0.0


def same_event(
    a: Analysis, b: Analysis, left: Sequence[Evidence], right: Sequence[Evidence], pairings: Sequence[Pairing]
) -> bool:
    """Whether two articles report the same happening, or steps of one story."""
    return bool(pairings)
