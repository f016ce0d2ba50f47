"""Files to the tables of a corpus. A run that was killed, or new files, and the same call goes on."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from importlib.metadata import version
from os import PathLike
from pathlib import Path

from jpnews_nlp.corpus.folder import Folder
from jpnews_nlp.corpus.options import Options
from jpnews_nlp.corpus.stream import digest, stream
from jpnews_nlp.corpus.worker import Chunk, Problem, unreadable
from jpnews_nlp.corpus.workers import work, workers_of
from jpnews_nlp.errors import ArticleError, CorpusError
from jpnews_nlp.model.article import Article
from jpnews_nlp.reading.records import checked_columns
from jpnews_nlp.reading.sources import Paths, Source, find_sources


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """How far a run is.

    Attributes:
        articles: Analyzed and written by this run.
        problems: Errors written by this run, in the table `errors`.
        before: Articles and errors that were there already.
    """

    articles: int = 0
    problems: int = 0
    before: int = 0

    @property
    def all(self) -> int:
        """What is done in all."""
        return self.articles + self.problems + self.before


def analyze_corpus(
    paths: Paths | Iterable[Paths],
    folder: str | PathLike[str],
    options: Options | None = None,
    *,
    on_part: Callable[[Done], None] | None = None,
) -> Done:
    """Analyze the articles of files, folders and patterns into the Parquet tables of a folder.

    What the folder has already is not done again: after a run that was killed the same call goes on, and new files are
    added. Memory does not grow with the articles but by about 150 bytes each, to know them again.

    Args:
        paths: What `load_articles` takes.
        folder: Where the tables go; made when it does not exist.
        options: The engine and who works.
        on_part: Called when a part has been written.

    Raises:
        ArticleError: When an input is missing; what is wrong with one article is a row of the table `errors`.
        CorpusError: When the folder cannot be written or was begun in another way, or the workers cannot be had.
        EngineError: When the engine cannot be had.
    """
    options = options or Options()
    if options.workers < 1 or options.part < 1:
        raise CorpusError(f"found workers {options.workers} and part {options.part}; at least 1 is needed")
    sources = _outside(Path(folder), find_sources([paths] if isinstance(paths, (str, PathLike)) else paths))
    made_with = {"engine": options.engine, "library": version("jpnews-nlp"), "input": "files"}
    with contextlib.closing(Folder(Path(folder), made_with)) as held:
        known = Known(held.done())
        done = Done(before=known.before)
        with workers_of(options) as workers:
            for chunk, part in work(_chunks(sources, options, known, max(held.numbers(), default=-1) + 1), workers):
                held.write(chunk.number, part.tables)
                done = replace(done, articles=done.articles + part.articles, problems=done.problems + part.problems)
                if on_part is not None:
                    on_part(done)
    return done


class Known:
    """The articles seen, by digests of their ids and contents, so that none is done twice and no id given twice."""

    def __init__(self, done: Iterable[tuple[str | None, str]]) -> None:
        self._contents: dict[int, int] = {}
        self._problems: set[str] = set()
        self.before = 0
        for article_id, content in done:
            self.before += 1
            if article_id is None:
                self._problems.add(content)
            else:
                self._contents[hash_of(article_id)] = int(content, 16)

    def new(self, source: Source, article: Article) -> Article | Problem | None:
        """The article, with an id of its own; None when it is known; an error when its id is that of another one."""
        content = int(digest(article), 16)
        for name in (article.id, f"{source.article_id}:{article.id}"):
            key = hash_of(name)
            if key not in self._contents:
                self._contents[key] = content
                return replace(article, id=name)
            if self._contents[key] == content:
                return None
        twice = f"{source.name}: the id {article.id!r} comes more than once, with other content; the first one is kept"
        return self.new_problem(unreadable(ArticleError(twice)))

    def new_problem(self, problem: Problem) -> Problem | None:
        """The error, when it is not known."""
        if problem.digest in self._problems:
            return None
        self._problems.add(problem.digest)
        return problem


def hash_of(name: str) -> int:
    """Eight bytes of a digest of an id."""
    from hashlib import blake2b  # noqa: PLC0415

    return int.from_bytes(blake2b(name.encode("utf-8", "backslashreplace"), digest_size=8).digest(), "big")


def _outside(folder: Path, sources: Iterable[Source]) -> list[Source]:
    """The inputs without the tables themselves, where the folder lies among the inputs."""
    own = folder.resolve()
    return [s for s in sources if s.path is None or not s.path.resolve().is_relative_to(own)]


def _chunks(sources: Iterable[Source], options: Options, known: Known, number: int) -> Iterator[Chunk]:
    articles: list[Article] = []
    problems: list[Problem] = []
    for source, outcome in stream(sources, checked_columns(options.columns)):
        new = known.new(source, outcome) if isinstance(outcome, Article) else known.new_problem(unreadable(outcome))
        if isinstance(new, Article):
            articles.append(new)
        elif new is not None:
            problems.append(new)
        if len(articles) + len(problems) == options.part:
            yield Chunk(number=number, articles=tuple(articles), problems=tuple(problems))
            articles, problems, number = [], [], number + 1
    if articles or problems:
        yield Chunk(number=number, articles=tuple(articles), problems=tuple(problems))
