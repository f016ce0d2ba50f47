"""The trained files of the package: read whole, compared with their digests, and refused when they are damaged.

A download cut short or a disk that fails would otherwise show as odd names, or not at all.
"""

from __future__ import annotations

import hashlib
from importlib import resources

from jpnews_nlp.entities.names_data import rows
from jpnews_nlp.errors import EngineError

DIGESTS = "model_digests.tsv"
MEND = "mend: python -m pip install --force-reinstall --no-deps jpnews-nlp"


def read_model_file(name: str) -> bytes:
    """The bytes of a file of `data/` that is named in `model_digests.tsv`.

    Raises:
        EngineError: When it is missing or is not the file that was trained.
    """
    path = resources.files("jpnews_nlp.entities").joinpath("data", name)
    try:
        data = path.read_bytes()
    except OSError as error:
        raise EngineError(f"{path}: cannot be read ({error.strerror}); {MEND}") from None
    if digest(data) != dict(rows(DIGESTS))[name]:
        raise EngineError(f"{path}: is damaged, its SHA-256 is not the one of the release; {MEND}")
    return data


def digest(data: bytes) -> str:
    """The SHA-256 of a file, in hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()
