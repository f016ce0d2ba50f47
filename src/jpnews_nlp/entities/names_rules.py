"""All name rules over the tokens of one sentence: what they find is evidence for the model and stands by itself."""

from __future__ import annotations

from collections.abc import Sequence

from jpnews_nlp.entities.names_candidates import Candidate
from jpnews_nlp.entities.organizations import organizations
from jpnews_nlp.entities.people import people
from jpnews_nlp.entities.places import places
from jpnews_nlp.model.parse import Token


def rule_candidates(tokens: Sequence[Token]) -> list[Candidate]:
    """The candidates of every rule and table."""
    return [*people(tokens), *places(tokens), *organizations(tokens)]
