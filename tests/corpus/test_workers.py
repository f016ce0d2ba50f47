"""Articles that a worker dies of are found, and only they."""

from __future__ import annotations

from concurrent.futures import Future

import pytest

from jpnews_nlp import Article, CorpusError
from jpnews_nlp.corpus.worker import Chunk, Part
from jpnews_nlp.corpus.workers import WorkerDiedError, work


class Mortal:
    """Workers that die of articles with 毒 in them, each at first with all that is in hand."""

    size = 2

    def __init__(self, *, always: bool = False) -> None:
        self.always = always
        self.chunks: list[Chunk] = []

    def submit(self, chunk: Chunk) -> Future[Part]:
        future: Future[Part] = Future()
        try:
            future.set_result(self.alone(chunk))
        except WorkerDiedError as error:
            future.set_exception(error)
        return future

    def alone(self, chunk: Chunk) -> Part:
        if self.always or any("毒" in article.body for article in chunk.articles):
            raise WorkerDiedError
        self.chunks.append(chunk)
        return Part(tables={}, articles=len(chunk.articles), problems=len(chunk.problems))


def chunk(number: int, *bodies: str) -> Chunk:
    return Chunk(number=number, articles=tuple(Article(id=f"{number}.{n}", body=b) for n, b in enumerate(bodies)))


def test_deadly_articles_become_errors_and_the_others_go_on() -> None:
    workers = Mortal()
    chunks = [chunk(0, "a", "b"), chunk(1, "c", "毒", "d", "e", "毒"), chunk(2, "f")]
    parts = {c.number: (p.articles, p.problems) for c, p in work(chunks, workers)}
    assert parts == {0: (2, 0), 1: (3, 2), 2: (1, 0)}
    told = next(c for c in workers.chunks if c.problems)
    assert [(p.article, p.stage) for p in told.problems] == [("1.1", "worker"), ("1.4", "worker")]
    assert [a.id for a in told.articles] == ["1.0", "1.2", "1.3"]


def test_workers_that_always_die_stop_the_run() -> None:
    with pytest.raises(CorpusError, match="die again and again"):
        list(work([chunk(0, "a")], Mortal(always=True)))
