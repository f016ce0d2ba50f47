"""How a corpus is worked through."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """How a corpus is worked through; plain values that any process understands.

    Attributes:
        engine: `ginza` or `mecab`.
        workers: Processes on this machine. One is this process itself.
        scheduler: The address of a Dask scheduler (`tcp://…`), or `local` for a Dask cluster on this machine with so
            many workers; None for processes without Dask.
        part: The articles of one part: of one file of each table, and of one piece of work.
        columns: For a field of an article, the column or key that holds it, as `load_articles` takes it.
        cache: As `Pipeline` takes it; each worker needs to reach the folder.
        user_dictionary: As `Pipeline` takes it.
        gazetteer: As `Pipeline` takes it.
    """

    engine: str = "ginza"
    workers: int = 1
    scheduler: str | None = None
    part: int = 200
    columns: dict[str, str] = field(default_factory=dict)
    cache: str | None = None
    user_dictionary: str | None = None
    gazetteer: str | None = None
