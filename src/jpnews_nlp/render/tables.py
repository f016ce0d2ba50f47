"""Records as pandas tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jpnews_nlp.model.analysis import Analysis
from jpnews_nlp.model.comparison import Comparison
from jpnews_nlp.render.rows import overview

if TYPE_CHECKING:
    import pandas

ANALYSIS_COLUMNS = ("article", "kind", "start", "end", "text", "canonical", "value", "source", "score")
CLAIM_COLUMNS = (
    "article",
    "claim",
    "kind",
    "start",
    "end",
    "text",
    "display",
    "predicate",
    "polarity",
    "certainty",
    "speaker",
    "cue",
    "direct",
    "people",
    "places",
    "dates",
    "quantities",
)
COMPARISON_COLUMNS = (
    "group",
    "verdict",
    "slots",
    "reasons",
    "origins",
    "article",
    "outlet",
    "published",
    "claim",
    "start",
    "end",
    "text",
    "predicate",
    "polarity",
    "certainty",
    "speaker",
)


def analysis_frame(analysis: Analysis) -> pandas.DataFrame:
    """The entities of an analysis, one row each, in text order.

    Columns:
        article: The article's id.
        kind: `person`, `place`, `organization`, `date` or `time`.
        start, end: The span in `article.text`.
        text: The mention as written.
        canonical: The form all mentions of the same thing share.
        value: ISO 8601 for dates and times; None for names and what could not be resolved.
        source: The rule or model that made the mention.
        score: Between 0 and 1.
    """
    import pandas as pd  # noqa: PLC0415

    rows = [
        (analysis.article.id, e.kind, e.start, e.end, e.text, e.canonical, e.value, e.source, e.score)
        for e in analysis.entities
    ]
    return pd.DataFrame(rows, columns=list(ANALYSIS_COLUMNS))


def claims_frame(analysis: Analysis) -> pandas.DataFrame:
    """The claims of an analysis, one row each, in text order.

    Columns:
        article, claim: The article's id and the claim's.
        kind: `clause`, `attribute`, `title` and so on.
        start, end, text: The evidence.
        display: The claim as a sentence that stands alone.
        predicate, polarity, certainty: What is claimed, whether affirmed, how sure.
        speaker, cue, direct: On whose word, by which words, whether in quotation marks; missing for the article's own.
        people, places, dates: The canonical forms of those named in the claim (of dates the value), separated by 、.
        quantities: Its numbers as written, separated by 、.
    """
    import pandas as pd  # noqa: PLC0415

    rows = []
    for c in analysis.claims:
        named = {kind: [e for e in c.slots.entities if e.kind == kind] for kind in ("person", "place", "date")}
        rows.append(
            (
                *(analysis.article.id, c.id, c.kind, c.start, c.end, c.text, c.display or c.text),
                *(c.predicate, c.polarity, c.certainty, c.speaker, c.cue, c.direct),
                *("、".join(dict.fromkeys(e.canonical for e in named[kind])) for kind in ("person", "place")),
                "、".join(dict.fromkeys(e.value or e.canonical for e in named["date"])),
                "、".join(q.text for q in c.slots.quantities),
            )
        )
    return pd.DataFrame(rows, columns=list(CLAIM_COLUMNS))


def comparison_frame(comparison: Comparison) -> pandas.DataFrame:
    """The claims of a comparison, one row each, differences first.

    Columns:
        group: The group's number, from 1; the claims of one group say something about one thing.
        verdict: `conflict`, `update`, `partial`, `agree` or `single`.
        slots: Where the group's claims differ, gravest first, separated by blanks; empty without a difference.
        reasons: Why, in Japanese, gravest first, separated by a slash between blanks.
        origins: How many independent origins the group has.
        article, outlet, published: Which article the claim is from; `published` may be None.
        claim: The claim's id.
        start, end, text: The evidence.
        predicate, polarity, certainty, speaker: What is claimed, how sure, on whose word (None: the article's own).
    """
    import pandas as pd  # noqa: PLC0415

    articles = {article.id: article for article in comparison.articles}
    rows = []
    for row in overview(comparison, "ja").rows:
        group = row.group
        reasons = " / ".join(reason.text for reason in row.reasons if reason.link.relation != "agree")
        head = (row.number, group.verdict, " ".join(row.slots), reasons, group.origins)
        for c in group.claims:
            article = articles.get(c.article)
            where = (c.article, article.outlet, article.published) if article else (c.article, None, None)
            said = (c.id, c.start, c.end, c.text, c.predicate, c.polarity, c.certainty, c.speaker)
            rows.append((*head, *where, *said))
    return pd.DataFrame(rows, columns=list(COMPARISON_COLUMNS))


def coverage_frame(comparison: Comparison) -> pandas.DataFrame:
    """Who tells what, only quotes it, or leaves it out: the groups of a comparison, one row each, differences first.

    Columns:
        group: The group's number, as in `comparison_frame`.
        verdict: `conflict`, `update`, `partial`, `agree` or `single`.
        text: The group's first claim as a sentence that stands alone.
        lacking: How many articles of the event leave it out.
        then the id of each article: `tells`, `quotes`, `lacks`, or missing when the article is of another event.
    """
    import pandas as pd  # noqa: PLC0415

    rows = []
    for row in overview(comparison, "ja").rows:
        first = row.group.claims[0]
        head = (row.number, row.group.verdict, first.display or first.text, len(row.letters_that("lacks")))
        rows.append((*head, *(cell.stance for cell in row.cells)))
    ids = [article.id for article in comparison.articles]
    return pd.DataFrame(rows, columns=["group", "verdict", "text", "lacking", *ids])
