"""Articles that a Dask cluster holds already: a bag of records, or a DataFrame, to the tables of a corpus."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterable
from dataclasses import replace
from importlib.metadata import version
from os import PathLike
from pathlib import Path
from typing import Any

from jpnews_nlp.corpus.dask_cluster import LOCAL, dask_workers
from jpnews_nlp.corpus.folder import Folder
from jpnews_nlp.corpus.options import Options
from jpnews_nlp.corpus.run import Done
from jpnews_nlp.corpus.worker import Chunk, Part, Problem, analyze_chunk, unreadable
from jpnews_nlp.errors import ArticleError
from jpnews_nlp.model.article import Article
from jpnews_nlp.reading.files import record_outcome
from jpnews_nlp.reading.records import checked_columns


def analyze_bag(
    bag: Any,
    folder: str | PathLike[str],
    options: Options | None = None,
    *,
    on_part: Callable[[Done], None] | None = None,
) -> Done:
    """Analyze the articles of a Dask bag into the Parquet tables of a folder: a partition is a part.

    Partitions that the folder has are not done again. Ids must tell the articles of the whole bag apart.

    Args:
        bag: A `dask.bag.Bag` of records with the fields of an article, or of articles; of a Dask DataFrame:
            `frame.to_bag(format="dict")`.
        folder: Where the tables go, on the machine that calls.
        options: The engine, and the scheduler; a cluster on this machine when it names none.
        on_part: Called when a part has been written.

    Raises:
        CorpusError: When Dask is not installed, the scheduler cannot be reached, or the folder cannot be written or was
            begun in another way.
        EngineError: When the engine cannot be had.
    """
    options = options or Options()
    options = replace(options, scheduler=options.scheduler or LOCAL, columns=checked_columns(options.columns))
    made_with = {
        "engine": options.engine,
        "library": version("jpnews-nlp"),
        "input": f"a bag of {bag.npartitions} partitions",
    }
    with contextlib.closing(Folder(Path(folder), made_with)) as held:
        there = held.numbers()
        done = Done(before=sum(1 for _ in held.done()))
        wanted = [number for number in range(bag.npartitions) if number not in there]
        with dask_workers(options) as workers:
            for number, part in workers.partitions(bag, wanted, analyze_partition):
                held.write(number, part.tables)
                done = replace(done, articles=done.articles + part.articles, problems=done.problems + part.problems)
                if on_part is not None:
                    on_part(done)
    return done


def analyze_partition(records: Iterable[Any], number: int, options: Options) -> Part:
    """The tables of one partition."""
    articles: list[Article] = []
    problems: list[Problem] = []
    for row, record in enumerate(records, 1):
        where = f"partition {number}: row {row}"
        found = record if isinstance(record, Article) else record_outcome(record, where, where, options.columns)
        if isinstance(found, ArticleError):
            problems.append(unreadable(found))
        else:
            articles.append(found)
    return analyze_chunk(Chunk(number=number, articles=tuple(articles), problems=tuple(problems)), options)
