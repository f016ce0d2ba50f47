"""What a worker does, wherever it runs: a chunk of articles in, the bytes of its Parquet files out."""

from __future__ import annotations

import functools
import os
import threading
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from multiprocessing import connection, parent_process

from jpnews_nlp.corpus.options import Options
from jpnews_nlp.corpus.stream import digest, short_digest
from jpnews_nlp.corpus.tables import OF_A_PART, Row, rows_of, to_parquet
from jpnews_nlp.model.analysis import Analysis
from jpnews_nlp.model.article import Article
from jpnews_nlp.pipeline import Pipeline


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Something that is no article, or an article that could not be analyzed: a row of the table of errors.

    Attributes:
        article: The id; None when there is no article.
        stage: `read`, `analyze`, or `worker` when the process died of it.
        error: The type of the error.
        message: What it says, in one line.
        digest: Of the article's content, or of the message.
    """

    article: str | None
    stage: str
    error: str
    message: str
    digest: str

    def row(self) -> Row:
        """The row of the table."""
        return {name: _encodable(getattr(self, name)) for name in ("article", "stage", "error", "message", "digest")}


@dataclass(frozen=True, slots=True, kw_only=True)
class Chunk:
    """The articles of one part, and what was wrong with what was read between them."""

    number: int
    articles: tuple[Article, ...]
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What a chunk became: the bytes of each table, and how many articles and errors they hold."""

    tables: Mapping[str, bytes]
    articles: int
    problems: int


def analyze_chunk(chunk: Chunk, options: Options) -> Part:
    """The tables of a chunk. An article that fails becomes an error, and the others go on."""
    rows: dict[str, list[Row]] = {table: [] for table in OF_A_PART}
    problems = list(chunk.problems)
    pipeline = _pipeline(options.engine, options.cache, options.user_dictionary, options.gazetteer)
    for article, outcome in zip(chunk.articles, _analyses(chunk.articles, pipeline), strict=True):
        try:
            if isinstance(outcome, Exception):
                raise outcome
            found = rows_of(outcome, digest(article))
        except Exception as error:  # noqa: PERF203  -- whatever it is, the other articles go on
            problems.append(problem_of(article, "analyze", error))
        else:
            for table, more in found.items():
                rows[table].extend(more)
    rows["errors"] = [problem.row() for problem in problems]
    return Part(
        tables={table: to_parquet(table, rows[table]) for table in OF_A_PART},
        articles=len(rows["articles"]),
        problems=len(problems),
    )


def problem_of(article: Article, stage: str, error: Exception) -> Problem:
    """What to say of an article that failed."""
    message = " ".join(str(error).split())
    return Problem(article=article.id, stage=stage, error=type(error).__name__, message=message, digest=digest(article))


def unreadable(error: Exception) -> Problem:
    """What to say of an input that is no article."""
    message = " ".join(str(error).split())
    return Problem(
        article=None, stage="read", error=type(error).__name__, message=message, digest=short_digest(message)
    )


def begin_worker() -> None:
    """Make this process a worker: one BLAS thread, and its end when the process that started it ends."""
    import threadpoolctl  # noqa: PLC0415

    threadpoolctl.threadpool_limits(1)
    parent = parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()


def _end_with(sentinel: int) -> None:
    connection.wait([sentinel])
    os._exit(1)


def _analyses(articles: Sequence[Article], pipeline: Pipeline) -> list[Analysis | Exception]:
    """All at once, which is faster with GiNZA; one by one when that fails."""
    try:
        return list(pipeline.analyze_many(articles))
    except Exception:
        return list(_one_by_one(articles, pipeline))


def _one_by_one(articles: Sequence[Article], pipeline: Pipeline) -> Iterator[Analysis | Exception]:
    for article in articles:
        try:
            yield pipeline.analyze(article)
        except Exception as error:  # noqa: PERF203  -- one article's error is not the next one's
            yield error


@functools.cache
def _pipeline(engine: str, cache: str | None, user_dictionary: str | None, gazetteer: str | None) -> Pipeline:
    """The one pipeline of the process. It reads a sentence, so that a missing engine shows now and not as bad articles.

    Raises:
        EngineError: When the engine cannot be had.
        GazetteerError: When the user's names cannot be read.
    """
    pipeline = Pipeline(engine=engine, cache=cache, user_dictionary=user_dictionary, gazetteer=gazetteer)
    pipeline.analyze(Article(id="-", body="確認した。"))
    return pipeline


def _encodable(text: str | None) -> str | None:
    return text if text is None else text.encode("utf-8", "backslashreplace").decode()
