"""Records as Markdown: readable as it is, and inert wherever it is rendered."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from jpnews_nlp.model.analysis import Analysis
from jpnews_nlp.model.claim import Claim
from jpnews_nlp.model.comparison import Comparison
from jpnews_nlp.render.inert import moment, one_line
from jpnews_nlp.render.labels import SYMBOLS, VERDICTS, labels
from jpnews_nlp.render.mentions import things
from jpnews_nlp.render.rows import Cell, Overview, Row, overview

_SPECIAL = re.compile(r"[\\`*_{}\[\]|~$]")
_LINE_START = re.compile(r"^(\d*)([-+#=.)])")  # lists, headings and rules
_AUTO_LINK = re.compile(r"(?<=www)\.|:(?=//)", re.IGNORECASE)


def escaped(text: str) -> str:
    r"""`text` on one line, with everything escaped that Markdown, a table, HTML or an auto-link would act on.

    Example:
        >>> escaped("a|b <b> *強*")
        'a\\|b &lt;b&gt; \\*強\\*'
    """
    line = one_line(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    line = _SPECIAL.sub(r"\\\g<0>", line)
    return _AUTO_LINK.sub(r"\\\g<0>", _LINE_START.sub(r"\1\\\2", line))


def comparison_markdown(comparison: Comparison, *, lang: str = "ja") -> str:
    """A comparison as Markdown: a summary, a table of what several articles tell, lists of what one alone tells."""
    words = labels(lang)
    laid_out = overview(comparison, lang)
    lines = [*_summary(laid_out, words), *_shared(laid_out, words), *_singles(laid_out, words)]
    return "\n".join(lines).rstrip("\n") + "\n"


def analysis_markdown(analysis: Analysis, *, lang: str = "ja") -> str:
    """An analysis as Markdown: the entities by kind, then a table of the claims."""
    words = labels(lang)
    article = analysis.article
    lines = [f"# {escaped(article.headline)}", "", f"{escaped(article.label)} · {_when(article.published, words)}", ""]
    for kind, found in things(analysis.entities).items():
        names = ", ".join(f"{escaped(t[0].canonical)} ×{len(t)}" for t in found)
        lines.append(f"- **{words[f'kind.{kind}']}**: {names}")
    heads = [words[f"column.{name}"] for name in ("text", "predicate", "certainty", "speaker")]
    lines += ["", f"## {words['ui.claims']}", "", *_table_head(["#", *heads])]
    for number, claim in enumerate(analysis.claims, start=1):
        cells = [claim.text, claim.predicate, words[f"certainty.{claim.certainty}"], claim.speaker or ""]
        lines.append(_table_row([str(number), *map(escaped, cells)]))
    return "\n".join(lines) + "\n"


def _summary(laid_out: Overview, words: Mapping[str, str]) -> Iterator[str]:
    yield f"# {words['report.comparison']}"
    yield ""
    yield from _table_head(["", *(words[f"column.{name}"] for name in ("outlet", "published", "title"))])
    for column in laid_out.columns:
        article = column.article
        cells = [escaped(article.label), _when(article.published, words), escaped(article.headline)]
        yield _table_row([f"**{column.letter}**", *cells])
    yield ""
    if len(laid_out.columns) > 1:
        yield from _ties(laid_out, words)
    for verdict in VERDICTS:
        yield f"- {_name(verdict, words)}: **{laid_out.counts[verdict]}** — {words[f'verdict.{verdict}.help']}"
    yield f"- {words['summary.origins'].format(shared=laid_out.shared, one=laid_out.one_origin)}"
    yield ""


def _ties(laid_out: Overview, words: Mapping[str, str]) -> Iterator[str]:
    for number, event in enumerate(laid_out.events, start=1):
        name = words["summary.event"].format(n=number) if len(laid_out.events) > 1 else words["ties.title"]
        shared = ", ".join(f"{escaped(fact.words)} ({' '.join(fact.letters)})" for fact in event.shared)
        later = ", ".join(f"{words['ties.later']} {a}{escaped(SYMBOLS['update'])}{b}" for a, b in event.later)
        told = " — ".join(part for part in (" ".join(event.letters), shared, later) if part)
        yield f"- {name}: {told}"
    for pair in laid_out.apart:
        yield f"- {words['ties.apart']}: {pair.left_letter} {pair.right_letter} — {escaped(pair.text)}"


def _shared(laid_out: Overview, words: Mapping[str, str]) -> Iterator[str]:
    rows = [row for row in laid_out.rows if row.group.verdict != "single"]
    if not rows:
        return
    yield f"## {words['ui.table']}"
    yield ""
    heads = [f"{column.letter} {escaped(column.article.label)}" for column in laid_out.columns]
    yield from _table_head(["#", words["column.verdict"], words["column.reason"], *heads])
    for row in rows:
        cells = [_cell(cell, words) for cell in row.cells]
        yield _table_row([str(row.number), _verdict(row, words), "<br>".join(_reasons(row)), *cells])
    yield ""


def _singles(laid_out: Overview, words: Mapping[str, str]) -> Iterator[str]:
    for column in laid_out.columns:
        own = [c for row in laid_out.rows_with("single") for c in row.group.claims_in(column.article.id)]
        if own:
            yield f"## {words['summary.alone']}: {column.letter} {escaped(column.article.label)}"
            yield ""
            yield from (f"- {_claim(claim, words)}" for claim in own)
            yield ""


def _verdict(row: Row, words: Mapping[str, str]) -> str:
    slots = ", ".join(words[f"slot.{slot}"] for slot in row.slots)
    name = _name(row.group.verdict, words)
    return f"{name}<br>{slots}" if slots else name


def _name(verdict: str, words: Mapping[str, str]) -> str:
    return f"{escaped(SYMBOLS[verdict])} {words[f'verdict.{verdict}']}"


def _reasons(row: Row) -> Iterator[str]:
    for reason in row.differences:
        sign = escaped(SYMBOLS[reason.link.relation])
        yield f"{reason.left_letter}{sign}{reason.right_letter} {escaped(reason.text)}"


def _cell(cell: Cell, words: Mapping[str, str]) -> str:
    told = "<br>".join(_claim(claim, words) for claim in cell.claims)
    return told or ("—" if cell.stance == "lacks" else "")


def _claim(claim: Claim, words: Mapping[str, str]) -> str:
    shown = escaped(claim.text)
    return f"{shown} ({words['claim.speaker'].format(name=escaped(claim.speaker))})" if claim.speaker else shown


def _when(published: object, words: Mapping[str, str]) -> str:
    return escaped(moment(published, words["published.unknown"]))  # type: ignore[arg-type]


def _table_head(cells: Iterable[str]) -> list[str]:
    heads = list(cells)
    return [_table_row(heads), _table_row(["---"] * len(heads))]


def _table_row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"
