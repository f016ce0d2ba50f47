"""Where articles are read from: files, folders, patterns, lists of them, and standard input."""

from __future__ import annotations

import contextlib
import difflib
import glob
import gzip
import sys
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from os import PathLike, fspath
from pathlib import Path
from typing import BinaryIO, TypeAlias, cast

from jpnews_nlp.errors import ArticleError
from jpnews_nlp.limits import check_bytes

KINDS = {
    ".txt": "text",
    ".html": "page",
    ".htm": "page",
    ".xhtml": "page",
    ".mhtml": "archive",
    ".mht": "archive",
    ".json": "record",
    ".jsonl": "records",
    ".ndjson": "records",
    ".csv": "csv",
    ".tsv": "tsv",
    ".parquet": "parquet",
}
"""What a file holds, by its ending."""
SUFFIXES = tuple(KINDS)
PACKED = ".gz"
"""After one of the others: the file is packed with gzip. Parquet packs itself."""
STDIN = "-"
WHAT_WOULD_DO = f"give a file that ends in {', '.join(SUFFIXES)}, a folder or a pattern of such files, or - for stdin"
BROKEN = (OSError, EOFError, zlib.error)
"""What reading a file may raise; the last two when it was packed and is cut short or damaged."""

BLOCK = 1 << 20
"""Bytes that are read at a time."""

Paths: TypeAlias = "str | PathLike[str] | Iterable[str | PathLike[str]]"


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One input.

    Attributes:
        path: The file; None for standard input.
        name: What to call it in an error.
        article_id: The id of its article when that has none of its own.
    """

    path: Path | None
    name: str
    article_id: str

    @property
    def kind(self) -> str:
        """What it holds, by its ending; `stdin` when its first characters must tell."""
        return KINDS[_ending(self.path)] if self.path else "stdin"

    def data(self, most: int) -> bytes:
        """Its bytes, unpacked.

        Raises:
            ArticleError: When it cannot be read, or has more bytes than `most`, which are not read then.
        """
        if self.path is None and sys.stdin is None:
            raise ArticleError(f"{self.name} is closed; {WHAT_WOULD_DO}")
        try:
            if self.path is not None:
                check_bytes(self.path.stat().st_size, most, self.name)
            with self.opened() if self.path else contextlib.nullcontext(sys.stdin.buffer) as file:
                return _read(file, most, self.name)
        except BROKEN as error:
            raise self.unreadable(error) from error

    def opened(self) -> BinaryIO:
        """The file, unpacked as it is read; standard input has none.

        Raises:
            OSError: When it cannot be opened.
        """
        assert self.path is not None
        if self.path.suffix.lower() == PACKED:
            return cast("BinaryIO", gzip.open(self.path, "rb"))
        return self.path.open("rb")

    def unreadable(self, error: Exception) -> ArticleError:
        """The error that says why it cannot be read."""
        packed = self.path is not None and self.path.suffix.lower() == PACKED
        reason = getattr(error, "strerror", None) or (f"broken gzip: {error}" if packed else str(error))
        return ArticleError(f"{self.name}: cannot be read ({reason}); {WHAT_WOULD_DO}")


def _read(file: BinaryIO, most: int, name: str) -> bytes:
    """All of a file, which may have no size beforehand: packed, standard input, a device."""
    blocks = []
    size = 0
    while block := file.read(BLOCK):
        size += len(block)
        check_bytes(size, most, name)
        blocks.append(block)
    return b"".join(blocks)


def find_sources(paths: Iterable[Paths]) -> tuple[Source, ...]:
    """The inputs that paths, patterns, folders and iterables of them name, each once, in order.

    A folder or a pattern gives its files in sorted order; those of other kinds and hidden ones are left out.

    Raises:
        ArticleError: When a named file is missing or of another kind, a folder or pattern holds none, or nothing is
            given.
    """
    files = list(dict.fromkeys(file for path in _flat(paths) for file in _files(path)))
    if not files:
        raise ArticleError(f"no file was given; {WHAT_WOULD_DO}")
    names = _names([file for file in files if file is not None])
    return tuple(
        Source(path=file, name=str(file), article_id=names[file])
        if file is not None
        else Source(path=None, name="standard input", article_id="stdin")
        for file in files
    )


def _ending(file: Path) -> str:
    """The ending that tells what a file holds, whether it is packed or not; empty when it holds no article."""
    packed = file.suffix.lower() == PACKED
    ending = Path(file.stem).suffix.lower() if packed else file.suffix.lower()
    return ending if ending in KINDS and not (packed and KINDS[ending] == "parquet") else ""


def _flat(paths: Iterable[Paths]) -> Iterator[str]:
    for path in paths:
        if isinstance(path, (str, PathLike)):
            yield fspath(path)
        else:
            yield from (fspath(one) for one in path)


def _files(path: str) -> Iterator[Path | None]:
    if path == STDIN:
        yield None
        return
    file = Path(path)
    if file.is_dir():
        yield from _held(file.rglob("*"), file, f"{file}: the folder holds no article")
    elif glob.has_magic(path) and not file.exists():
        found = [Path(match) for match in glob.iglob(path, recursive=True)]  # noqa: PTH207  -- absolute, too
        within = [one for match in found for one in (match.rglob("*") if match.is_dir() else [match])]
        yield from _held(within, None, f"{path}: the pattern fits no article")
    else:
        yield _named(file)


def _named(file: Path) -> Path:
    if not file.exists():
        raise ArticleError(f"{file}: there is no such file; {_what_is_there(file)}")
    if not _ending(file):
        found = f"the suffix {file.suffix!r}" if file.suffix else "no suffix"
        raise ArticleError(f"{file}: has {found}; {WHAT_WOULD_DO}")
    return file


def _what_is_there(file: Path) -> str:
    """What somebody who mistyped a name would want to hear."""
    folder = file.parent
    if not folder.is_dir():
        return f"there is no folder {folder} either"
    beside = [one.name for one in folder.iterdir() if _ending(one) or one.is_dir()]
    near = difflib.get_close_matches(file.name, sorted(beside), n=1)
    return f"did you mean {folder / near[0]}?" if near else f"it was looked for in {folder.resolve()}"


def _held(files: Iterable[Path], folder: Path | None, complaint: str) -> list[Path]:
    found = sorted({file for file in files if _ending(file) and file.is_file()})
    shown = [file for file in found if not _is_hidden(file.relative_to(folder) if folder else Path(file.name))]
    if not shown:
        raise ArticleError(f"{complaint}; {WHAT_WOULD_DO}")
    return shown


def _is_hidden(file: Path) -> bool:
    return any(part.startswith(".") for part in file.parts)


def _names(files: list[Path]) -> dict[Path, str]:
    """The name of each file, with as many of its folders as tell it apart from the others."""
    names: dict[Path, str] = {}
    longest = max((len(file.parts) for file in files), default=0)
    for depth in range(1, longest + 1):
        tails = {file: "/".join(file.parts[-depth:]) for file in files if file not in names}
        counts = Counter(tails.values())
        names.update({file: tail for file, tail in tails.items() if counts[tail] == 1})
    return {file: names.get(file, fspath(file)) for file in files}
