"""Records as plain text for a terminal: a summary first, differences next, what one article alone tells last."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from jpnews_nlp.model.analysis import Analysis
from jpnews_nlp.model.claim import Claim
from jpnews_nlp.model.comparison import Comparison, Stance
from jpnews_nlp.model.entity import Entity
from jpnews_nlp.render.inert import clipped, moment, one_line, padded, width
from jpnews_nlp.render.labels import STANCES, SYMBOLS, VERDICTS, labels
from jpnews_nlp.render.mentions import things
from jpnews_nlp.render.rows import Overview, Row, overview

EVIDENCE = 72
"""The most characters of evidence on a line."""
NAME = 24
"""The most characters of an outlet or a speaker."""
FACTS = 4
"""So much of what ties the articles of an event is told."""
QUOTES: Stance = "quotes"
LACKS: Stance = "lacks"


def comparison_text(comparison: Comparison, *, lang: str = "ja") -> str:
    """A comparison as plain text, without colours or control characters.

    Args:
        comparison: What to show.
        lang: `ja` or `en`, for the words around the evidence.
    """
    words = labels(lang)
    laid_out = overview(comparison, lang)
    lines = [*_summary(laid_out, words)]
    for verdict in VERDICTS[:-1]:
        if rows := laid_out.rows_with(verdict):
            lines += ["", _section(verdict, len(rows), words)]
            for row in rows:
                lines += _row(row, words)
    lines += _singles(laid_out, words)
    return "\n".join(lines) + "\n"


def analysis_text(analysis: Analysis, *, lang: str = "ja") -> str:
    """An analysis as plain text: the entities by kind, then the claims in text order."""
    words = labels(lang)
    article = analysis.article
    lines = [
        clipped(article.headline, EVIDENCE),
        f"{one_line(article.label)}  {moment(article.published, words['published.unknown'])}",
        "  ".join(
            [
                words["summary.entities"].format(n=len(analysis.entities)),
                words["summary.claims"].format(n=len(analysis.claims)),
            ]
        ),
    ]
    for kind, found in things(analysis.entities).items():
        lines += ["", f"{words[f'kind.{kind}']} ({len(found)})"]
        lines += [f"  {_thing(thing)}" for thing in found]
    lines += ["", f"{words['ui.claims']} ({len(analysis.claims)})"]
    if not analysis.claims:
        lines.append(f"  {words['summary.none']}")
    digits = len(str(len(analysis.claims)))
    lines += [f"  {n:>{digits}}  {_claim(c, words)}" for n, c in enumerate(analysis.claims, start=1)]
    return "\n".join(lines) + "\n"


def _summary(laid_out: Overview, words: Mapping[str, str]) -> Iterator[str]:
    yield "  ".join(
        [
            words["summary.articles"].format(n=len(laid_out.columns)),
            words["summary.events"].format(n=len(laid_out.events)),
        ]
    )
    names = {column.letter: clipped(column.article.label, NAME) for column in laid_out.columns}
    columns = max((width(name) for name in names.values()), default=0)
    for column in laid_out.columns:
        when = padded(moment(column.article.published, words["published.unknown"]), 16)
        title = clipped(column.article.headline, 48)
        yield f"  {column.letter}  {padded(names[column.letter], columns)}  {when}  {title}"
    if len(laid_out.columns) > 1:
        yield from _ties(laid_out, words)
    yield ""
    if not laid_out.rows:
        yield words["summary.none"]
        return
    if not laid_out.shared:
        yield words["summary.one" if len(laid_out.columns) == 1 else "summary.apart"]
        return
    yield "   ".join(f"{SYMBOLS[v]} {words[f'verdict.{v}']} {laid_out.counts[v]}" for v in VERDICTS[:-1])
    alone = "  ".join(f"{name} {count}" for name, count in laid_out.alone.items())
    yield f"{SYMBOLS['single']} {words['summary.alone']}: {alone}"
    shares = {name: laid_out.share(name) for name in laid_out.alone}
    for stance in (QUOTES, LACKS):
        counts = "  ".join(f"{name} {share[stance]}" for name, share in shares.items())
        yield f"{STANCES[stance]} {words[f'stance.{stance}']}: {counts}"
    yield words["summary.origins"].format(shared=laid_out.shared, one=laid_out.one_origin)


def _ties(laid_out: Overview, words: Mapping[str, str]) -> Iterator[str]:
    """One line an event: its articles, what they share, and which of them tells of a later step."""
    several = len(laid_out.events) > 1
    for number, event in enumerate(laid_out.events, start=1):
        shared = [f"{clipped(fact.words, NAME)} {''.join(fact.letters)}" for fact in event.shared[:FACTS]]
        more = len(event.shared) - len(shared)
        shared += [words["ties.more"].format(n=more)] if more > 0 else []
        later = [f"{words['ties.later']} {a}{SYMBOLS['update']}{b}" for a, b in event.later]
        head = [f"{words['summary.event'].format(n=number)}: {' '.join(event.letters)}"] if several else []
        told = "  ".join([*shared, *later])
        if told:
            head.append(f"{words['ties.shared' if several else 'ties.title']}: {told}")
        if head:
            yield "  ".join(head)
    for pair in laid_out.apart:
        yield f"{words['ties.apart']}: {pair.left_letter} {pair.right_letter}  {one_line(pair.text)}"


def _section(verdict: str, count: int, words: Mapping[str, str]) -> str:
    return f"{SYMBOLS[verdict]} {words[f'verdict.{verdict}']} ({count}) — {words[f'verdict.{verdict}.help']}"


def _row(row: Row, words: Mapping[str, str]) -> Iterator[str]:
    slots = " ".join(f"[{words[f'slot.{slot}']}]" for slot in row.slots)
    lacking = row.letters_that(LACKS)
    missing = f"{words['stance.lacks']}: {' '.join(lacking)}" if lacking else ""
    head = [part for part in (slots, words["row.origins"].format(n=row.group.origins), missing) if part]
    yield f"{row.number:>3}  {'  '.join(head)}"
    for cell in row.filled:
        for claim in cell.claims:
            yield f"     {cell.letter}  {_claim(claim, words)}"
    for reason in row.differences:
        also = f" ({words['row.sources_differ']})" if reason.link.sources_differ else ""
        sign = SYMBOLS[reason.link.relation]
        yield f"     {reason.left_letter}{sign}{reason.right_letter}  {one_line(reason.text)}{also}"


def _singles(laid_out: Overview, words: Mapping[str, str]) -> Iterator[str]:
    singles = laid_out.rows_with("single")
    for column in laid_out.columns:
        own = [row for row in singles if any(cell.letter == column.letter for cell in row.filled)]
        if own:
            yield ""
            name = f"{column.letter} {clipped(column.article.label, NAME)}"
            yield f"{SYMBOLS['single']} {words['summary.alone']}: {name} ({len(own)})"
            for row in own:
                for claim in row.group.claims:
                    yield f"{row.number:>3}  {_claim(claim, words)}"


def _claim(claim: Claim, words: Mapping[str, str]) -> str:
    notes = [words["claim.speaker"].format(name=clipped(claim.speaker, NAME))] if claim.speaker else []
    # With a speaker named, `reported` says nothing more.
    if claim.certainty != "asserted" and not (claim.speaker and claim.certainty == "reported"):
        notes.append(words[f"certainty.{claim.certainty}"])
    shown = clipped(claim.text, EVIDENCE)
    return f"{shown}  ({', '.join(notes)})" if notes else shown


def _thing(thing: tuple[Entity, ...]) -> str:
    first = thing[0]
    name = one_line(first.canonical)
    spellings = [s for s in dict.fromkeys(one_line(mention.text) for mention in thing) if s != name]
    also = f"  ({', '.join(spellings)})" if spellings else ""
    times = f"  ×{len(thing)}" if len(thing) > 1 else ""
    return f"{name}{also}{times}"
