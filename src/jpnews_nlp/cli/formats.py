"""The formats of results, and the records written in them."""

from __future__ import annotations

from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from jpnews_nlp.cli.output import check_target

if TYPE_CHECKING:
    from jpnews_nlp.model.analysis import Analysis
    from jpnews_nlp.model.comparison import Comparison


class Format(str, Enum):
    """How a result is written."""

    text = "text"
    html = "html"
    json = "json"
    markdown = "markdown"
    csv = "csv"


class EventFormat(str, Enum):
    """How the events are written."""

    text = "text"
    json = "json"


class ScoreFormat(str, Enum):
    """How the scores are written."""

    text = "text"
    markdown = "markdown"
    json = "json"


ENDINGS = {
    ".txt": Format.text,
    ".html": Format.html,
    ".htm": Format.html,
    ".json": Format.json,
    ".md": Format.markdown,
    ".csv": Format.csv,
}


def chosen_format(form: Format | None, output: Path | None) -> Format:
    """The format asked for, or that of the file's ending; a target that cannot be written is refused here."""
    check_target(output)
    ending = output.suffix.lower() if output else ""
    if form is None and ending and ending not in ENDINGS:
        known = ", ".join(ENDINGS)
        raise typer.BadParameter(f"--output {output}: no format ends in {ending} (known: {known}); or give --format")
    return form or ENDINGS.get(ending, Format.text)


def comparison_as(chosen: Format, compared: Comparison, lang: str) -> str:
    """A comparison in one format."""
    if chosen is Format.json:
        return compared.to_json(indent=2) + "\n"
    from jpnews_nlp.render import html, markdown, tabular, text  # noqa: PLC0415

    renderers = {
        Format.html: html.comparison_report,
        Format.markdown: markdown.comparison_markdown,
        Format.csv: tabular.comparison_csv,
        Format.text: text.comparison_text,
    }
    return renderers[chosen](compared, lang=lang)


def analysis_as(chosen: Format, analyses: list[Analysis], lang: str) -> str:
    """Analyses in one format, one after the other; HTML takes one alone."""
    from jpnews_nlp.render import html, markdown, tabular, text  # noqa: PLC0415

    if chosen is Format.csv:
        return tabular.analysis_csv(analyses)
    if chosen is Format.json:
        return "".join(f"{analysis.to_json()}\n" for analysis in analyses)
    renderers = {
        Format.html: html.analysis_report,
        Format.markdown: markdown.analysis_markdown,
        Format.text: text.analysis_text,
    }
    return "\n".join(renderers[chosen](analysis, lang=lang) for analysis in analyses)
