"""The folder of a corpus: part files that are whole or not there, and what they hold already.

A part is written one table after the other, each to a temporary file that is then renamed, `articles` last: a part is
finished when its file of articles is there. What is left of a part that never got so far is deleted when the folder is
opened again, so that the finished parts alone say what is done.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from pathlib import Path

from jpnews_nlp.corpus.parquet import arrow_parquet
from jpnews_nlp.corpus.tables import OF_A_PART, VERSION
from jpnews_nlp.errors import CorpusError

MANIFEST = "corpus.json"
LAST = OF_A_PART[-1]


class Folder:
    """A folder that one run writes at a time.

    Args:
        path: Made when it does not exist.
        made_with: What must be the same in every run: the engine, the library.

    Raises:
        CorpusError: When the folder cannot be made, another run is writing it, or it was begun in another way.
    """

    def __init__(self, path: Path, made_with: Mapping[str, str]) -> None:
        self.path = path
        try:
            for table in OF_A_PART:
                (path / table).mkdir(parents=True, exist_ok=True)
            self._lock = _locked(path)
        except OSError as error:
            raise CorpusError(
                f"{path}: cannot be made ({error.strerror}); give a folder that can be written"
            ) from error
        self._agree({"schema": str(VERSION), **made_with})
        self._clean()

    def finished(self, table: str = LAST) -> list[Path]:
        """The files of a table that belong to finished parts, in order."""
        return finished(self.path, table)

    def write(self, number: int, tables: Mapping[str, bytes]) -> None:
        """Write a part.

        Raises:
            CorpusError: When it cannot be written, as when the disk is full; the part then counts as not begun.
        """
        for table in OF_A_PART:
            write_whole(self.path / table / f"part-{number:06}.parquet", tables[table])

    def done(self) -> Iterator[tuple[str | None, str]]:
        """The id and the digest of each article that is done, and of each error."""
        for file in self.finished():
            yield from _columns(file, "id")
        for file in self.finished("errors"):
            yield from _columns(file, "article")

    def numbers(self) -> frozenset[int]:
        """The numbers of the finished parts."""
        return frozenset(int(file.stem.rpartition("-")[2]) for file in self.finished())

    def close(self) -> None:
        """Let another run write."""
        if self._lock is not None:
            os.close(self._lock)
            self._lock = None

    def _agree(self, made_with: Mapping[str, str]) -> None:
        manifest = self.path / MANIFEST
        if not manifest.exists():
            if self.finished():
                raise CorpusError(f"{self.path}: holds parts but no {MANIFEST}; give a folder of its own")
            write_whole(manifest, (json.dumps(made_with, indent=2) + "\n").encode())
            return
        found = read_manifest(self.path)
        for key, value in made_with.items():
            if found.get(key) != value:
                raise CorpusError(
                    f"{self.path}: was begun with {key} {found.get(key)!r}, this run has {value!r}; "
                    "go on as it was begun, or give another folder"
                )

    def _clean(self) -> None:
        whole = {file.name for file in self.finished()}
        for table in OF_A_PART:
            for file in (self.path / table).iterdir():
                if file.name not in whole:
                    file.unlink()


def finished(path: Path, table: str = LAST) -> list[Path]:
    """The files of a table that belong to finished parts, in order."""
    return [path / table / file.name for file in sorted((path / LAST).glob("part-*.parquet"))]


def read_manifest(path: Path) -> dict[str, str]:
    """What the folder says of itself.

    Raises:
        CorpusError: When it holds no corpus.
    """
    try:
        found = json.loads((path / MANIFEST).read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise CorpusError(f"{path}: holds no corpus; make one with: jpnews corpus analyze INPUT -o {path}") from error
    return {str(key): str(value) for key, value in found.items()}


def write_whole(path: Path, data: bytes) -> None:
    """Write a file so that it is there as a whole or not at all.

    Raises:
        CorpusError: When it cannot be written.
    """
    temporary = path.with_name(f".{path.name}.tmp")
    try:
        try:
            with temporary.open("wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            temporary.replace(path)
        finally:
            temporary.unlink(missing_ok=True)
    except OSError as error:
        raise CorpusError(
            f"{path}: cannot be written ({error.strerror}); what is finished is kept: "
            "make room, and the same command goes on from there"
        ) from error


def _columns(file: Path, name: str) -> Iterator[tuple[str | None, str]]:
    table = arrow_parquet().read_table(file, columns=[name, "digest"])
    yield from zip(table.column(name).to_pylist(), table.column("digest").to_pylist(), strict=True)


def _locked(path: Path) -> int | None:
    """A lock that the system lets go of however the process ends; None where there is no such thing."""
    try:
        import fcntl  # noqa: PLC0415  -- not on every system
    except ImportError:
        return None
    lock = os.open(path / ".lock", os.O_RDWR | os.O_CREAT, 0o644)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(lock)
        raise CorpusError(f"{path}: another run is writing it; wait for it, or give another folder") from None
    except OSError:
        return lock  # a file system without locks
    return lock
