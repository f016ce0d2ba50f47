"""A folder of JSON files, each whole or not there, for any number of processes at once.

Written to keep parses, which may be lost: what cannot be read counts as missing, what cannot be written (a full disk, a
folder that became read-only) is not kept, and nobody is bothered. The files are JSON and are read as JSON alone: a file
that someone else put into the folder can be wrong, but it cannot run anything.
"""

from __future__ import annotations

import contextlib
import json
import os
import tempfile
from pathlib import Path
from typing import Any

from jpnews_nlp.errors import EngineError


class ParseFiles:
    """Values by their keys, which are names of files.

    Args:
        folder: Made when it does not exist.

    Raises:
        EngineError: When the folder cannot be made.
    """

    def __init__(self, folder: str) -> None:
        self._folder = Path(folder)
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise EngineError(f"cache {folder}: {error.strerror}; a folder that can be written is needed") from None

    def get(self, key: str) -> Any:
        """The value of a key; None when there is none or its file is damaged."""
        try:
            return json.loads((self._folder / f"{key}.json").read_bytes())
        except (OSError, ValueError, RecursionError):
            return None

    def set(self, key: str, value: Any) -> None:
        """Keep a value, if it can be kept."""
        data = json.dumps(value, separators=(",", ":")).encode("ascii")
        with contextlib.suppress(OSError):
            # A name of its own: two processes may write one key at a time, and the later one wins with a whole file.
            number, temporary = tempfile.mkstemp(suffix=".tmp", dir=self._folder)
            try:
                with os.fdopen(number, "wb") as file:
                    file.write(data)
                Path(temporary).replace(self._folder / f"{key}.json")
            except OSError:
                Path(temporary).unlink(missing_ok=True)
                raise
