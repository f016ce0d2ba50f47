"""Organizations by rule: well-known names, a proper noun with a suffix."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jpnews_nlp.entities import names_data as data
from jpnews_nlp.entities.names_candidates import Candidate
from jpnews_nlp.entities.names_lookup import Known
from jpnews_nlp.entities.names_runs import name_runs
from jpnews_nlp.model.parse import Token


def organizations(tokens: Sequence[Token], known: Sequence[Known]) -> Iterator[Candidate]:
    """Candidates for organizations in the tokens of one sentence."""
    for first, end, letters in known:
        if "o" in letters:
            yield Candidate(
                start=tokens[first].start,
                end=tokens[end - 1].end,
                kind="organization",
                source="table:organization",
                score=0.9 if end - first > 1 or len(letters) == 1 else 0.5,
            )
    for first, end in name_runs(tokens, data.sure_organization_suffixes()):
        yield Candidate(
            start=tokens[first].start,
            end=tokens[end - 1].end,
            kind="organization",
            source="structure:organization-suffix",
            score=0.9,
        )
