"""Workers of a Dask cluster: the same functions, sent by Dask."""

from __future__ import annotations

import contextlib
import importlib
from collections.abc import Iterator
from concurrent.futures import Future
from typing import Any

from jpnews_nlp.corpus.options import Options
from jpnews_nlp.corpus.worker import Chunk, Part, analyze_chunk
from jpnews_nlp.corpus.workers import WorkerDiedError
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
                distributed.LocalCluster(n_workers=options.workers, threads_per_worker=1, dashboard_address=None)
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
