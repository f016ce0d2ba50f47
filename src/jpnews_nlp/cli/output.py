"""Where results go: stdout in colour or plain, or a file that is whole or not there at all."""

from __future__ import annotations

import contextlib
import os
import shutil
import sys
from collections.abc import Iterable, Iterator
from io import TextIOWrapper
from pathlib import Path
from typing import TypeVar

from jpnews_nlp.errors import JpNewsError
from jpnews_nlp.render.inert import inert, one_line

Item = TypeVar("Item")

COLOURS = {
    r"^≠.*?(?=   |$)|\b[A-Z]+≠[A-Z]+\b": "bold red",
    r"(?:^|(?<=\d   ))→.*?(?=   |$)|\b[A-Z]+→[A-Z]+\b": "bold yellow",
    r"(?:^|(?<=\d   ))⊃.*?(?=   |$)|\b[A-Z]+⊃[A-Z]+\b": "bold blue",
    r"(?:^|(?<=\d   ))=.*": "bold green",
    r"^・.*|^ +\d+  ": "dim",
    r"^     [A-Z]+  ": "cyan",
}
"""What is coloured in the text renderer's lines on a terminal."""


class OutputError(JpNewsError):
    """A result that cannot be written where it was asked for."""


def emit(text: str, output: Path | None, *, encoding: str = "utf-8") -> None:
    """Write a result to a file, or to stdout when there is none (or it is `-`).

    Raises:
        OutputError: When the file or stdout cannot be written.
    """
    if output is not None and str(output) != "-":
        write_file(output, text, encoding=encoding)
        note(f"wrote {output}")
        return
    if sys.stdout is None:
        raise OutputError("standard output is closed; give a file with --output")
    with written():
        if sys.stdout.isatty():
            _show(text)
            return
        if not isinstance(sys.stdout, TextIOWrapper):
            sys.stdout.write(text)  # a notebook, a test
            return
        sys.stdout.flush()
        # UTF-8 wherever it goes. A lone surrogate becomes \udc80: in JSON that is the right escape.
        rest = memoryview(text.encode("utf-8", "backslashreplace"))
        while rest:  # with PYTHONUNBUFFERED a part is written, and the rest would be lost without a word
            rest = rest[sys.stdout.buffer.write(rest) :]


@contextlib.contextmanager
def written() -> Iterator[None]:
    """What goes to stdout in here is written out at the end, and not on Python's way out, where errors are tracebacks.

    Raises:
        OutputError: When it cannot be written, as when the disk is full.
        BrokenPipeError: When the reader has gone.
    """
    try:
        try:
            yield
        finally:
            if sys.stdout is not None:
                sys.stdout.flush()
    except OSError as error:
        if sys.stdout is not None:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # what is left goes nowhere
        if isinstance(error, BrokenPipeError):
            raise
        name = "standard output" if error.filename is None else os.fsdecode(error.filename)
        raise OutputError(f"{name}: cannot be written ({error.strerror or error})") from error


def write_file(path: Path, text: str, *, encoding: str = "utf-8") -> None:
    """Write a file in one step: whoever reads it finds the old content or the new, never a part.

    Raises:
        OutputError: When the path cannot be written; the message names it.
    """
    data = text.encode(encoding, "backslashreplace")
    target = Path(os.path.realpath(path))
    temporary = target.with_name(f".{target.name}.{os.getpid()}.tmp")
    try:
        if target.exists() and not target.is_file():
            target.write_bytes(data)  # a pipe or a device; a folder refuses
            return
        try:
            temporary.write_bytes(data)
            if target.exists():
                shutil.copymode(target, temporary)
            temporary.replace(target)
        finally:
            temporary.unlink(missing_ok=True)
    except OSError as error:
        raise OutputError(f"{path}: cannot be written ({error.strerror})") from error


def check_target(output: Path | None) -> None:
    """Refuse, before any work is done, a path that cannot be written to in the end.

    Raises:
        OutputError: When the path is a folder, or lies in one that is not there.
    """
    if output is None or str(output) == "-":
        return
    if output.is_dir():
        raise OutputError(f"{output}: is a folder; give the name of a file, such as {output / 'report.html'}")
    if not output.parent.is_dir():
        raise OutputError(f"{output}: cannot be written (there is no folder {output.parent})")


def note(message: str) -> None:
    """Say something beside the result in one line on stderr; file names in it cannot drive the terminal."""
    if sys.stderr is not None:
        sys.stderr.write(f"jpnews: {one_line(message)}\n")


def progress(items: Iterable[Item], total: int, *, least: int = 4) -> Iterable[Item]:
    """The items, with a bar on stderr while they are worked on; none in a pipe, nor for fewer than `least`."""
    if total < least or sys.stderr is None or not sys.stderr.isatty():
        return items
    from rich.console import Console  # noqa: PLC0415
    from rich.progress import track  # noqa: PLC0415

    return track(items, total=total, description="", console=Console(stderr=True), transient=True)


def _show(text: str) -> None:
    from rich.console import Console  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")  # what the terminal's encoding lacks
    coloured = Text(inert(text), end="")  # JSON has the text of the articles as it is
    for pattern, style in COLOURS.items():
        coloured.highlight_regex(f"(?m){pattern}", style)
    Console(highlight=False, markup=False, emoji=False).print(coloured, soft_wrap=True, end="")
