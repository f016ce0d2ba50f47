"""A comparison or an analysis as one HTML file that needs no network and runs no script but its own."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from jpnews_nlp.model.analysis import Analysis
from jpnews_nlp.model.article import Article
from jpnews_nlp.model.comparison import Comparison, Link
from jpnews_nlp.model.entity import Entity
from jpnews_nlp.render.inert import clipped, inert, moment
from jpnews_nlp.render.labels import STANCES, SYMBOLS, VERDICTS, labels
from jpnews_nlp.render.mentions import things
from jpnews_nlp.render.page import Anchor, Passage, deciding, entities_in, passages, web_address
from jpnews_nlp.render.rows import Overview, overview

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup


def comparison_report(comparison: Comparison, *, lang: str = "ja") -> str:
    """A comparison as one self-contained HTML file: summary, claims by articles, the articles in full.

    Args:
        comparison: What to show.
        lang: `ja` or `en`, for the words around the evidence.
    """
    laid_out = overview(comparison, lang)
    anchors = _anchors(laid_out)
    return _page(
        "comparison.html.j2",
        labels(lang),
        lang=lang,
        overview=laid_out,
        anchors={anchor.claim.id: anchor for anchor in anchors},
        texts=[_text(column.article, anchors) for column in laid_out.columns],
        slots=tuple(dict.fromkeys(slot for row in laid_out.rows for slot in row.slots)),
        deciding=deciding,
        words_of=_words,
    )


def analysis_report(analysis: Analysis, *, lang: str = "ja") -> str:
    """An analysis as one self-contained HTML file: entities, claims, the article in full."""
    anchors = [
        Anchor(claim=claim, number=n, row=n, verdict="single") for n, claim in enumerate(analysis.claims, start=1)
    ]
    return _page(
        "analysis.html.j2",
        labels(lang),
        lang=lang,
        article=analysis.article,
        analysis=analysis,
        anchors=anchors,
        mentions=_mentions(analysis.entities),
        passages=passages(analysis.article, anchors, analysis.entities),
    )


def _mentions(entities: tuple[Entity, ...]) -> dict[str, list[list[tuple[int, Entity]]]]:
    """The mentions of each thing, with their numbers on the page."""
    numbers = {id(entity): number for number, entity in enumerate(entities, start=1)}
    return {
        kind: [[(numbers[id(mention)], mention) for mention in thing] for thing in found]
        for kind, found in things(entities).items()
    }


def content_security_policy(style: str, script: str) -> str:
    """A policy that allows one style sheet and one script, by their hashes, and nothing else at all."""
    return (
        f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )


def fragment(template: str, words: Mapping[str, str], **values: Any) -> str:
    """A fragment for a page of someone else's, with the style sheet of the fragments and no script."""
    return _rendered(template, words, style=_markup("fragment.css"), **values)


def _page(template: str, words: Mapping[str, str], **values: Any) -> str:
    style, script = _markup("report.css"), _markup("report.js")
    policy = content_security_policy(style, script)
    return _rendered(template, words, style=style, script=script, policy=policy, **values)


def _rendered(template: str, words: Mapping[str, str], **values: Any) -> str:
    page = _environment().get_template(template)
    text = page.render(
        t=words,
        symbols=SYMBOLS,
        stances=STANCES,
        verdicts=VERDICTS,
        moment=moment,
        clipped=clipped,
        web_address=web_address,
        **values,
    )
    return text.strip() + "\n"


@cache
def _environment() -> Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined  # noqa: PLC0415

    return Environment(
        loader=PackageLoader("jpnews_nlp.render"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_finalize,
    )


def _finalize(value: Any) -> Any:
    """Every string that a template writes goes through here; only our own markup is left as it is."""
    return inert(value) if type(value) is str else value


@cache
def _markup(name: str) -> Markup:
    from markupsafe import Markup  # noqa: PLC0415

    text = files("jpnews_nlp.render").joinpath("templates", name).read_text(encoding="utf-8").strip()
    return Markup(text)  # noqa: S704 - our own file, no value in it


def _digest(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _anchors(laid_out: Overview) -> list[Anchor]:
    rows = [(row, claim) for row in laid_out.rows for cell in row.cells for claim in cell.claims]
    return [
        Anchor(claim=claim, number=number, row=row.number, verdict=row.group.verdict)
        for number, (row, claim) in enumerate(rows, start=1)
    ]


def _text(article: Article, anchors: list[Anchor]) -> tuple[Passage, ...]:
    own = [anchor for anchor in anchors if anchor.claim.article == article.id]
    return passages(article, own, entities_in([anchor.claim for anchor in own]))


def _words(claim_id: str, links: tuple[Link, ...]) -> list[str]:
    return [link.left if link.a == claim_id else link.right for link in links if claim_id in (link.a, link.b)]
