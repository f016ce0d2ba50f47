"""The commands. stdout is the result alone; what else there is to say goes to stderr.

Exit status: 0 fine, 1 an error of the library in one line, 2 wrong usage.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from jpnews_nlp.cli.corpus import app as corpus_app
from jpnews_nlp.cli.formats import EventFormat, Format, ScoreFormat, analysis_as, chosen_format, comparison_as
from jpnews_nlp.cli.options import ColumnOption, EngineName, EngineOption, FilesArgument
from jpnews_nlp.cli.output import check_target, emit, note, progress, write_file, written
from jpnews_nlp.errors import JpNewsError

if TYPE_CHECKING:
    from jpnews_nlp.cli.inputs import Inputs
    from jpnews_nlp.model.analysis import Analysis
    from jpnews_nlp.model.article import Article
    from jpnews_nlp.model.comparison import Comparison
    from jpnews_nlp.pipeline import Pipeline


class Language(str, Enum):
    """The language of the words around the evidence."""

    ja = "ja"
    en = "en"


FormatOption = Annotated[
    Format | None, typer.Option("--format", "-f", help="Default: by the ending of --output, else text.")
]
OutputOption = Annotated[Path | None, typer.Option("--output", "-o", help="Write to this file, not to stdout.")]
LanguageOption = Annotated[Language, typer.Option("--lang", help="Language of labels and reasons.")]


def _examples(incomplete: str) -> list[str]:
    """The examples a shell can complete to."""
    from jpnews_nlp.examples import example_names  # noqa: PLC0415

    return [name for name in example_names() if name.startswith(incomplete)]


app = typer.Typer(
    name="jpnews",
    help="Japanese news: who, where and when, what each article claims, and how several articles' claims line up.\n\n"
    "Example: jpnews compare a.txt b.html -o report.html",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.add_typer(corpus_app, name="corpus")


def main() -> None:
    """Run the command; the entry point."""
    try:
        with written():
            app(prog_name="jpnews")
    except JpNewsError as error:
        note(str(error))
        sys.exit(1)
    except BrokenPipeError:
        sys.exit(141)  # the reader has gone (| head)


def _version(wanted: bool) -> None:
    if wanted:
        from jpnews_nlp import __version__  # noqa: PLC0415

        sys.stdout.write(f"jpnews {__version__}\n")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and exit.")
    ] = False,
) -> None:
    """Options before the command."""


@app.command()
def analyze(
    files: FilesArgument,
    form: FormatOption = None,
    output: OutputOption = None,
    engine: EngineOption = EngineName.ginza,
    lang: LanguageOption = Language.ja,
    column: ColumnOption = None,
) -> None:
    """Entities and claims of each article. JSON is one object a line, one line an article.

    Example: jpnews analyze article.txt --format json
    """
    chosen = chosen_format(form, output)
    inputs = _read(files, column)
    if chosen is Format.html and len(inputs.articles) > 1:
        raise typer.BadParameter(f"html shows one article; {len(inputs.articles)} were given (see: jpnews compare)")
    if inputs.articles:
        analyses = _analyze(_pipeline(engine), inputs.articles)
        _emit(analysis_as(chosen, analyses, lang.value), chosen, output)
    _report(inputs)


@app.command()
def compare(
    files: FilesArgument,
    form: FormatOption = None,
    output: OutputOption = None,
    engine: EngineOption = EngineName.ginza,
    lang: LanguageOption = Language.ja,
    column: ColumnOption = None,
) -> None:
    """How the claims of the articles line up.

    Example: jpnews compare a.txt b.txt -o report.html
    """
    chosen = chosen_format(form, output)
    inputs = _read(files, column)
    if len(inputs.articles) > 1 or (inputs.articles and not inputs.problems):
        _emit(comparison_as(chosen, _compare(engine, inputs.articles), lang.value), chosen, output)
        if len(inputs.articles) == 1:
            note(f"one article alone, nothing to compare it with (see: jpnews analyze {inputs.articles[0].id})")
        elif output is None and _on_terminal():
            note("for the report, with every finding in its place: -o report.html")
    _report(inputs)


@app.command()
def events(
    files: FilesArgument,
    form: Annotated[EventFormat, typer.Option("--format", "-f")] = EventFormat.text,
    output: OutputOption = None,
    engine: EngineOption = EngineName.mecab,
    lang: LanguageOption = Language.ja,
    column: ColumnOption = None,
) -> None:
    """Which articles report the same event. A folder is read with all below it.

    Example: jpnews events news/
    """
    from jpnews_nlp.render.events import events_json, events_text  # noqa: PLC0415

    check_target(output)
    inputs = _read(files, column)
    if inputs.articles:
        compared = _compare(engine, inputs.articles)
        text = events_json(compared) if form is EventFormat.json else events_text(compared, lang=lang.value)
        emit(text, output)
    _report(inputs)


@app.command()
def example(
    name: Annotated[
        str | None,
        typer.Argument(metavar="[NAME]", help="Without a name: list the examples.", autocompletion=_examples),
    ] = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="Where the HTML goes: a folder or a file. Default: here.")
    ] = None,
    engine: EngineOption = EngineName.ginza,
    lang: LanguageOption = Language.ja,
) -> None:
    """Compare a bundled example, report and all.

    Prints the comparison and writes NAME.html.

    Example: jpnews example alaska-summit
    """
    from jpnews_nlp.examples import example_names, example_summary, load_example  # noqa: PLC0415
    from jpnews_nlp.render.html import comparison_report  # noqa: PLC0415

    if name is None:
        emit("".join(f"{n}\n  {example_summary(n, lang.value)}\n" for n in example_names()), None)
        return
    articles = load_example(name)
    page = output or Path()
    page = page / f"{name}.html" if page.is_dir() else page
    check_target(page)
    compared = _compare(engine, articles)
    emit(comparison_as(Format.text, compared, lang.value), None)
    write_file(page, comparison_report(compared, lang=lang.value))
    note(f"wrote {page}")


@app.command()
def evaluate(
    names: Annotated[
        list[str] | None,
        typer.Argument(metavar="[NAME...]", help="Examples; all by default.", autocompletion=_examples),
    ] = None,
    form: Annotated[ScoreFormat, typer.Option("--format", "-f")] = ScoreFormat.text,
    output: OutputOption = None,
    engine: EngineOption = EngineName.ginza,
    lang: LanguageOption = Language.ja,
) -> None:
    """Score the library on its bundled examples.

    Precision, recall and F of links, conflicts and speech, against the gold of the examples.

    Example: jpnews evaluate --engine mecab
    """
    from jpnews_nlp.examples import example_names, scores  # noqa: PLC0415
    from jpnews_nlp.examples.evaluate import evaluate_example  # noqa: PLC0415

    check_target(output)
    pipeline, chosen = _pipeline(engine), tuple(names or example_names())
    found = [evaluate_example(pipeline, name) for name in progress(chosen, len(chosen))]
    found.append(scores.total(found))
    if form is ScoreFormat.json:
        emit(scores.scores_json(found), output)
    else:
        render = scores.scores_text if form is ScoreFormat.text else scores.scores_markdown
        emit(render(found, lang=lang.value), output)


@app.command()
def doctor() -> None:
    """Check the installation; say what would mend it.

    For what is not as it should be, the line that mends it is printed.

    Example: jpnews doctor
    """
    from jpnews_nlp.cli.doctor import checks  # noqa: PLC0415

    found = list(checks())
    emit("".join(f"{check}\n" for check in found), None)
    if any(check.fails for check in found):
        raise typer.Exit(1)


def _read(files: list[str], column: list[str] | None) -> Inputs:
    from jpnews_nlp.cli.inputs import column_map, read_inputs  # noqa: PLC0415

    return read_inputs(files, column_map(column or []))


def _report(inputs: Inputs) -> None:
    """Say what was odd about the inputs, after the result; what could not be read makes the status 1."""
    for line in (*inputs.notes, *inputs.problems):
        note(line)
    if inputs.problems:
        raise typer.Exit(1)


def _pipeline(engine: EngineName) -> Pipeline:
    from jpnews_nlp.pipeline import Pipeline  # noqa: PLC0415

    return Pipeline(engine=engine.value)


def _compare(engine: EngineName, articles: Iterable[Article]) -> Comparison:
    from jpnews_nlp.limits import check_together  # noqa: PLC0415

    pipeline = _pipeline(engine)
    return pipeline.compare(_analyze(pipeline, tuple(check_together(articles))))


def _analyze(pipeline: Pipeline, articles: tuple[Article, ...]) -> list[Analysis]:
    return list(progress(pipeline.analyze_many(articles), len(articles)))


def _on_terminal() -> bool:
    return sys.stdout.isatty()


def _emit(text: str, chosen: Format, output: Path | None) -> None:
    # The mark at the start tells spreadsheets that a CSV file is UTF-8; a pipe wants none.
    emit(text, output, encoding="utf-8-sig" if chosen is Format.csv else "utf-8")
