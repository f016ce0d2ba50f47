"""All name rules over the tokens of one sentence: what they find is evidence for the model and stands by itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from jpnews_nlp.entities.names_candidates import Candidate
from jpnews_nlp.entities.names_lookup import Known, known_names
from jpnews_nlp.entities.organizations import organizations
from jpnews_nlp.entities.people import people
from jpnews_nlp.entities.people_foreign import foreign_names
from jpnews_nlp.entities.places import places
from jpnews_nlp.model.parse import Token


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What tables and rules say of the tokens of one sentence.

    Attributes:
        known: The longest known names on token borders.
        candidates: What the rules take for names.
    """

    known: tuple[Known, ...]
    candidates: tuple[Candidate, ...]


def evidence(tokens: Sequence[Token]) -> Evidence:
    """The evidence of every rule and table."""
    known = known_names(tokens)
    found = (
        *people(tokens),
        *foreign_names(tokens),
        *places(tokens, known),
        *organizations(tokens, known),
    )
    return Evidence(known=known, candidates=found)
