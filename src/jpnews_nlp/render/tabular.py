"""Records as CSV for spreadsheets: one row per claim or entity, no cell read as a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from jpnews_nlp.model.analysis import Analysis
from jpnews_nlp.model.claim import Claim
from jpnews_nlp.model.comparison import Comparison
from jpnews_nlp.render.inert import inert
from jpnews_nlp.render.rows import overview

COMPARISON_COLUMNS = (
    "group",
    "verdict",
    "slots",
    "reasons",
    "origins",
    "article",
    "outlet",
    "claim",
    "start",
    "end",
    "text",
    "predicate",
    "polarity",
    "certainty",
    "speaker",
)
ANALYSIS_COLUMNS = (
    "article",
    "record",
    "kind",
    "start",
    "end",
    "text",
    "canonical",
    "value",
    "predicate",
    "polarity",
    "certainty",
    "speaker",
    "source",
)

# The full-width forms too: Japanese versions of spreadsheets read them as the ASCII ones.
_FORMULA = tuple("=+-@\t\r\n=+-@")


def comparison_csv(comparison: Comparison, *, lang: str = "ja") -> str:
    """A comparison as CSV, one row per claim, differences first; the reasons in the language given."""
    return _written(COMPARISON_COLUMNS, _comparison_rows(comparison, lang))


def analysis_csv(analyses: Sequence[Analysis]) -> str:
    """Analyses as CSV: for each article its entities, then its claims."""
    return _written(ANALYSIS_COLUMNS, (row for analysis in analyses for row in _analysis_rows(analysis)))


def neutralized(value: object) -> object:
    """A cell that no spreadsheet takes for a formula: an apostrophe goes before what could start one.

    Example:
        >>> neutralized("=1+1"), neutralized("32人"), neutralized(-1)
        ("'=1+1", '32人', -1)
    """
    if not isinstance(value, str):
        return value
    shown = inert(value)
    return f"'{shown}" if value.startswith(_FORMULA) or shown.startswith(_FORMULA) else shown


def _written(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([neutralized(cell) for cell in row] for row in rows)
    return out.getvalue()


def _comparison_rows(comparison: Comparison, lang: str) -> Iterable[Sequence[object]]:
    outlets = {article.id: article.outlet or "" for article in comparison.articles}
    for row in overview(comparison, lang).rows:
        group = row.group
        reasons = " / ".join(reason.text for reason in row.reasons if reason.link.relation != "agree")
        head = (row.number, group.verdict, " ".join(row.slots), reasons, group.origins)
        for claim in group.claims:
            place = (claim.article, outlets.get(claim.article, ""), claim.id, claim.start, claim.end, claim.text)
            yield (*head, *place, *_said(claim))


def _analysis_rows(analysis: Analysis) -> Iterable[Sequence[object]]:
    for e in analysis.entities:
        place = (analysis.article.id, "entity", e.kind, e.start, e.end, e.text)
        yield (*place, e.canonical, e.value or "", "", "", "", "", e.source)
    for c in analysis.claims:
        yield (c.article, "claim", c.kind, c.start, c.end, c.text, "", "", *_said(c), "")


def _said(claim: Claim) -> tuple[str, str, str, str]:
    return claim.predicate, claim.polarity, claim.certainty, claim.speaker or ""
