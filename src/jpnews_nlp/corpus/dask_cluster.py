"""Workers of a Dask cluster: the same functions, sent by Dask."""

from __future__ import annotations

import contextlib
import importlib
import itertools
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future
from typing import Any

from jpnews_nlp.corpus.options import Options
from jpnews_nlp.corpus.worker import Chunk, Part, analyze_chunk
from jpnews_nlp.corpus.workers import AHEAD, WorkerDiedError
from jpnews_nlp.errors import CorpusError

INSTALL = 'python -m pip install "jpnews-nlp[dask]"'
LOCAL = "local"
"""In place of an address: a cluster on this machine."""


class DaskWorkers:
    """The workers of a cluster. One that dies is replaced by Dask, which sends its work to another."""

    def __init__(self, client: Any, options: Options) -> None:
        self._options = options
        self._client = client
        self.size = max(1, sum(client.nthreads().values()))

    def submit(self, chunk: Chunk) -> Future[Part]:
        """Begin to work on a chunk."""
        future: Future[Part] = Future()
        sent = self._client.submit(analyze_chunk, chunk, self._options, pure=False)

        def pass_on(done: Any) -> None:
            try:
                future.set_result(done.result())
            except Exception as error:
                future.set_exception(_translated(error))

        sent.add_done_callback(pass_on)
        return future

    def alone(self, chunk: Chunk) -> Part:
        """Work on a chunk and wait for it.

        Raises:
            WorkerDiedError: When worker after worker dies of it.
        """
        return self.submit(chunk).result()

    def partitions(
        self, bag: Any, numbers: Iterable[int], analyze: Callable[[Iterable[Any], int, Options], Part]
    ) -> Iterator[tuple[int, Part]]:
        """What `analyze` makes of partitions of a bag, in the order they are finished; not all at once."""
        distributed: Any = importlib.import_module("distributed")
        delayed = bag.to_delayed()
        wanted = iter(numbers)
        waiting: dict[Any, int] = {}

        def send(number: int) -> Any:
            # What makes the partition is a task of the cluster, and so is what is made of it.
            future = self._client.submit(analyze, self._client.compute(delayed[number]), number, self._options)
            waiting[future] = number
            return future

        running = distributed.as_completed([send(n) for n in itertools.islice(wanted, AHEAD * self.size)])
        for future in running:
            yield waiting.pop(future), future.result()
            running.update([send(n) for n in itertools.islice(wanted, 1)])


def _translated(error: Exception) -> Exception:
    return WorkerDiedError(str(error)) if type(error).__name__ == "KilledWorker" else error


@contextlib.contextmanager
def dask_workers(options: Options) -> Iterator[DaskWorkers]:
    """The workers of the cluster at `options.scheduler`, or of one made on this machine.

    Raises:
        CorpusError: When Dask is not installed, or the scheduler cannot be reached or has no workers.
    """
    try:
        distributed: Any = importlib.import_module("distributed")
    except ImportError as error:
        raise CorpusError(f"a scheduler needs Dask; {INSTALL}") from error
    with contextlib.ExitStack() as stack:
        if options.scheduler == LOCAL:
            cluster = stack.enter_context(
                distributed.LocalCluster(n_workers=options.workers, threads_per_worker=1, dashboard_address=":0")
            )
            client = stack.enter_context(distributed.Client(cluster))
        else:
            client = stack.enter_context(_connected(distributed.Client, str(options.scheduler)))
        try:
            client.wait_for_workers(1, timeout=60)
        except TimeoutError as error:
            raise CorpusError(f"scheduler {options.scheduler}: has no worker; start one with: dask worker") from error
        yield DaskWorkers(client, options)


def _connected(client: Any, address: str) -> Any:
    try:
        return client(address, timeout=10)
    except (OSError, ValueError) as error:
        raise CorpusError(
            f"scheduler {address!r}: cannot be reached; give an address such as tcp://host:8786, or {LOCAL}"
        ) from error
