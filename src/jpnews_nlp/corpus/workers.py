"""Who works on the chunks: this process, processes beside it, or (in `dask_cluster`) a Dask cluster."""

from __future__ import annotations

import contextlib
import multiprocessing
from collections.abc import Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import replace
from typing import Protocol

from jpnews_nlp.corpus.options import Options
from jpnews_nlp.corpus.worker import Chunk, Part, analyze_chunk, begin_worker, problem_of
from jpnews_nlp.errors import CorpusError
from jpnews_nlp.model.article import Article

# Chunks that are read ahead for each worker, so that none waits for the reader.
AHEAD = 2


class WorkerDiedError(Exception):
    """A process ended in the middle of its work: killed, out of memory, or crashed."""


class Workers(Protocol):
    """Processes that analyze chunks."""

    @property
    def size(self) -> int:
        """How many there are."""
        ...

    def submit(self, chunk: Chunk) -> Future[Part]:
        """Begin to work on a chunk; the future raises `WorkerDiedError` when the worker does not live to its end."""
        ...

    def alone(self, chunk: Chunk) -> Part:
        """Work on a chunk with nothing beside it.

        Raises:
            WorkerDiedError: When the worker does not live to its end.
        """
        ...


def work(chunks: Iterable[Chunk], workers: Workers) -> Iterator[tuple[Chunk, Part]]:
    """The part of each chunk, in the order they are finished. Chunks are read as workers get free.

    When a worker dies, what it and the others had in hand is worked on again, a chunk at a time; an article that its
    worker dies of even alone becomes an error.
    """
    waiting: dict[Future[Part], Chunk] = {}
    for chunk in chunks:
        waiting[workers.submit(chunk)] = chunk
        if len(waiting) >= AHEAD * workers.size or any(future.done() for future in waiting):
            yield from _finished(waiting, workers)
    while waiting:
        yield from _finished(waiting, workers)


def _finished(waiting: dict[Future[Part], Chunk], workers: Workers) -> Iterator[tuple[Chunk, Part]]:
    died = []
    for future in wait(waiting, return_when=FIRST_COMPLETED).done:
        chunk = waiting.pop(future)
        try:
            part = future.result()
        except (WorkerDiedError, BrokenProcessPool):
            died.append(chunk)
        else:
            yield chunk, part
    for chunk in sorted(died, key=lambda c: c.number):
        yield chunk, _saved(chunk, workers)


def _saved(chunk: Chunk, workers: Workers) -> Part:
    """The part of a chunk whose worker died, without the articles that it dies of."""
    with contextlib.suppress(WorkerDiedError):
        return workers.alone(chunk)
    deadly = _deadly(chunk.articles, workers)
    error = WorkerDiedError("the process that read it died; it was killed, out of memory, or crashed")
    problems = tuple(problem_of(article, "worker", error) for article in deadly)
    ids = {article.id for article in deadly}
    rest = tuple(article for article in chunk.articles if article.id not in ids)
    try:
        return workers.alone(replace(chunk, articles=rest, problems=chunk.problems + problems))
    except WorkerDiedError as died:
        raise CorpusError(
            "workers die again and again, whatever they read; is there memory for "
            f"{workers.size}? What is finished is kept, and the same command goes on from there"
        ) from died


def _deadly(articles: tuple[Article, ...], workers: Workers) -> tuple[Article, ...]:
    """The articles that a worker dies of, found by halving."""
    if not articles:
        return ()
    with contextlib.suppress(WorkerDiedError):
        workers.alone(Chunk(number=0, articles=articles))
        return ()
    if len(articles) == 1:
        return articles
    middle = len(articles) // 2
    return _deadly(articles[:middle], workers) + _deadly(articles[middle:], workers)


class ThisProcess:
    """No worker but this process: nothing to start, and nothing to save it from."""

    size = 1

    def __init__(self, options: Options) -> None:
        self._options = options

    def submit(self, chunk: Chunk) -> Future[Part]:
        """Work on a chunk now."""
        future: Future[Part] = Future()
        future.set_result(self.alone(chunk))
        return future

    def alone(self, chunk: Chunk) -> Part:
        """Work on a chunk."""
        return analyze_chunk(chunk, self._options)


class LocalProcesses:
    """Processes of this machine, each with an engine of its own. A pool that broke is made anew."""

    def __init__(self, options: Options) -> None:
        self._options = options
        self.size = options.workers
        self._pool = _pool(self.size)
        self._single: ProcessPoolExecutor | None = None

    def submit(self, chunk: Chunk) -> Future[Part]:
        """Begin to work on a chunk."""
        self._end_single(wait=True)
        try:
            return self._pool.submit(analyze_chunk, chunk, self._options)
        except BrokenProcessPool:
            self._pool.shutdown(wait=False)
            self._pool = _pool(self.size)
            return self._pool.submit(analyze_chunk, chunk, self._options)

    def alone(self, chunk: Chunk) -> Part:
        """Work on a chunk in a process beside the others, a new one when the last died.

        Raises:
            WorkerDiedError: When that process dies.
        """
        if self._single is None:
            self._single = _pool(1)
        try:
            return self._single.submit(analyze_chunk, chunk, self._options).result()
        except BrokenProcessPool as error:
            self._end_single(wait=False)
            raise WorkerDiedError from error

    def close(self) -> None:
        """End the processes; what they have in hand is dropped."""
        self._end_single(wait=True)
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _end_single(self, *, wait: bool) -> None:
        if self._single is not None:
            self._single.shutdown(wait=wait)
            self._single = None


def _pool(size: int) -> ProcessPoolExecutor:
    # Spawned, not forked: the same on every system, and safe with threads.
    return ProcessPoolExecutor(
        max_workers=size, mp_context=multiprocessing.get_context("spawn"), initializer=begin_worker
    )


@contextlib.contextmanager
def workers_of(options: Options) -> Iterator[Workers]:
    """The workers that the options ask for, ended afterwards.

    Raises:
        CorpusError: When Dask is asked for and not installed, or its scheduler cannot be reached.
    """
    if options.scheduler is not None:
        from jpnews_nlp.corpus.dask_cluster import dask_workers  # noqa: PLC0415  -- an extra

        with dask_workers(options) as workers:
            yield workers
    elif options.workers > 1:
        processes = LocalProcesses(options)
        with contextlib.closing(processes):
            yield processes
    else:
        yield ThisProcess(options)
