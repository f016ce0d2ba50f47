"""The commands `jpnews corpus …`: many articles to tables, and events among them."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from jpnews_nlp.cli.options import ColumnOption, EngineName, EngineOption, FilesArgument
from jpnews_nlp.cli.output import emit, note

if TYPE_CHECKING:
    from rich.progress import Progress

app = typer.Typer(
    help="Archives: tables in Parquet, and events.\n\nFrom thousands of articles to millions.",
    no_args_is_help=True,
    rich_markup_mode=None,
)

Told = Callable[[int], None]


@app.command()
def analyze(  # noqa: PLR0913, PLR0917  -- each is an option
    files: FilesArgument,
    output: Annotated[Path, typer.Option("--output", "-o", help="The folder for the tables; gone on with if there.")],
    engine: EngineOption = EngineName.ginza,
    workers: Annotated[int, typer.Option(min=1, help="Processes on this machine.")] = 1,
    scheduler: Annotated[
        str | None,
        typer.Option(metavar="ADDRESS", help="A Dask scheduler (tcp://host:8786), or local for a cluster here."),
    ] = None,
    part: Annotated[int, typer.Option(min=1, help="Articles of one part file.")] = 200,
    column: ColumnOption = None,
) -> None:
    """Entities and claims of many articles, as Parquet tables in a folder. Run again, it goes on where it stopped.

    Example: jpnews corpus analyze archive.jsonl -o corpus/ --engine mecab --workers 8
    """
    from jpnews_nlp.cli.inputs import column_map  # noqa: PLC0415
    from jpnews_nlp.corpus import Options, analyze_corpus  # noqa: PLC0415
    from jpnews_nlp.corpus.stream import count  # noqa: PLC0415
    from jpnews_nlp.reading.sources import find_sources  # noqa: PLC0415

    options = Options(
        engine=engine.value, workers=workers, scheduler=scheduler, part=part, columns=column_map(column or [])
    )
    with _progress(lambda: count(find_sources(files))) as tell:
        done = analyze_corpus(files, output, options, on_part=lambda d: tell(d.all))
    before = f", {done.before} were there" if done.before else ""
    emit(f"{output}: {done.articles} articles analyzed{before}, {done.problems} errors\n", None)
    if done.problems:
        note(f"what went wrong with {done.problems} inputs is in {output / 'errors'}")


@app.command()
def events(folder: Annotated[Path, typer.Argument(metavar="DIR", help="What `corpus analyze` wrote.")]) -> None:
    """Group the articles of a corpus into events and compare the articles of each. New articles join what is there.

    Example: jpnews corpus events corpus/
    """
    from jpnews_nlp.corpus import group_corpus  # noqa: PLC0415

    with _progress(lambda: None) as tell:
        done = group_corpus(folder, on_pair=tell)
    emit(
        f"{folder}: {done.articles} articles ({done.new} new) in {done.events} events, "
        f"{done.together} of several articles\n",
        None,
    )


@contextlib.contextmanager
def _progress(total: Callable[[], int | None]) -> Iterator[Told]:
    """A bar on stderr with the rate and the time left; nothing in a pipe."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    bar = _bar()
    task = bar.add_task("", total=total(), rate="")
    with bar:

        def tell(done: int) -> None:
            speed = bar.tasks[0].speed
            bar.update(task, completed=done, rate=f"{speed:.1f}/s" if speed else "")

        yield tell


def _bar() -> Progress:
    from rich.console import Console  # noqa: PLC0415
    from rich.progress import (  # noqa: PLC0415
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeElapsedColumn,
        TimeRemainingColumn,
    )

    columns = (BarColumn(), MofNCompleteColumn(), TextColumn("{task.fields[rate]}"))
    clocks = (TimeElapsedColumn(), TextColumn("left"), TimeRemainingColumn())
    return Progress(*columns, *clocks, console=Console(stderr=True), speed_estimate_period=300)
