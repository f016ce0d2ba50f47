"""The articles of a corpus to events: the tables `events`, `groups` and `links`.

Whether two articles tell of one happening is decided as `Pipeline.compare` decides it, for the pairs that `blocking`
picks. New articles join the events that are there; only pairs with a new article are looked at.
"""

from __future__ import annotations

import contextlib
import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from os import PathLike
from pathlib import Path
from typing import Any

from jpnews_nlp.comparison.compare import compare_analyses
from jpnews_nlp.comparison.outlines import Outline
from jpnews_nlp.corpus.blocking import Blocking
from jpnews_nlp.corpus.folder import finished, read_manifest
from jpnews_nlp.corpus.joining import Parents, join_events
from jpnews_nlp.corpus.outline_rows import outline_of
from jpnews_nlp.corpus.parquet import arrow, arrow_parquet
from jpnews_nlp.corpus.records import Records
from jpnews_nlp.corpus.tables import Row, schema
from jpnews_nlp.corpus.terms import Terms, Words
from jpnews_nlp.errors import CorpusError
from jpnews_nlp.model.comparison import Comparison

# Articles of one event that are compared claim by claim; of more, the earliest. The cost grows with their pairs.
COMPARED = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Grouped:
    """What a run of the grouping did.

    Attributes:
        articles: In the corpus.
        new: Of these, not grouped before.
        events: In all.
        together: Of these, with more than one article.
        pairs: Pairs of articles that were looked at closely.
    """

    articles: int
    new: int
    events: int
    together: int
    pairs: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """The articles of a corpus in order of publication.

    Attributes:
        ids: Of the articles.
        places: Where each is: the number of its file, and its row there.
        outlines: Of the articles.
        terms: Of the articles.
        events: For the id of each article that was grouped before, its event.
    """

    ids: tuple[str, ...]
    places: tuple[tuple[int, int], ...]
    outlines: tuple[Outline, ...]
    terms: Terms
    events: Mapping[str, str]

    @property
    def new(self) -> list[int]:
        """The positions of the articles that were not grouped before."""
        return [i for i, article in enumerate(self.ids) if article not in self.events]


def group_corpus(folder: str | PathLike[str], *, on_pair: Callable[[int], None] | None = None) -> Grouped:
    """Group the articles of a corpus into events and compare the articles of each.

    Args:
        folder: What `analyze_corpus` wrote. The tables `events`, `groups` and `links` are added or brought up to date.
        on_pair: Called with how many pairs have been looked at.

    Raises:
        CorpusError: When the folder holds no corpus, or the tables cannot be written.
    """
    path = Path(folder)
    read_manifest(path)
    listed = _listed(path)
    records = Records(finished(path, "analyses"))
    parents = _before(listed)
    blocking = Blocking(listed.outlines, listed.terms, listed.new if listed.events else None)
    looked_at = 0
    for looked_at in join_events(blocking, listed.outlines, lambda i: records.evidence(listed.places[i]), parents):
        if on_pair is not None:
            on_pair(looked_at)
    members = _named(listed, parents)
    _write(path, listed, records, members)
    return Grouped(
        articles=len(listed.ids),
        new=len(listed.new),
        events=len(members),
        together=sum(len(m) > 1 for m in members.values()),
        pairs=looked_at,
    )


def _listed(path: Path) -> Listed:
    found: list[tuple[float, str, tuple[int, int], Outline, int]] = []
    words = Words()
    for number, file in enumerate(finished(path, "outlines")):
        for place, row in enumerate(arrow_parquet().read_table(file).to_pylist()):
            each = outline_of(row)
            when = each.published.timestamp() if each.published else math.inf
            found.append((when, row["article"], (number, place), each, words.add(row["terms"])))
    found.sort(key=lambda f: f[:2])
    return Listed(
        ids=tuple(f[1] for f in found),
        places=tuple(f[2] for f in found),
        outlines=tuple(f[3] for f in found),
        terms=words.terms([f[4] for f in found]),
        events={row["article"]: row["event"] for row in _rows(path, "events")},
    )


def _before(listed: Listed) -> Parents:
    """The articles joined as they were."""
    parents = Parents(len(listed.ids))
    first: dict[str, int] = {}
    for i, article in enumerate(listed.ids):
        event = listed.events.get(article)
        if event is not None:
            parents.join(first.setdefault(event, i), i)
    return parents


def _named(listed: Listed, parents: Parents) -> dict[str, list[int]]:
    """The events, each by the id it had, or else that of its first article; in order of their first articles."""
    members: dict[int, list[int]] = {}
    for i in range(len(listed.ids)):
        members.setdefault(parents.root(i), []).append(i)
    named = {}
    for positions in members.values():
        had = (listed.events[listed.ids[i]] for i in positions if listed.ids[i] in listed.events)
        named[next(had, listed.ids[positions[0]])] = positions
    return named


def _write(path: Path, listed: Listed, records: Records, members: Mapping[str, Sequence[int]]) -> None:
    """The tables; `events` last, so that a run that was killed does its work again."""
    changed = {
        event: positions
        for event, positions in members.items()
        if len(positions) > 1 and any(listed.ids[i] not in listed.events for i in positions)
    }
    kept = {e for e, positions in members.items() if len(positions) > 1 and e not in changed}
    compared = (
        (event, compare_analyses([records.analysis(listed.places[i]) for i in positions[:COMPARED]]))
        for event, positions in changed.items()
    )
    with _writer(path, "groups") as groups, _writer(path, "links") as links:
        for table, write in (("groups", groups), ("links", links)):
            write(row for row in _rows(path, table) if row["event"] in kept)
        for event, comparison in compared:
            groups(_group_rows(event, comparison))
            links(_link_rows(event, comparison))
    with _writer(path, "events") as events:
        events(
            {"event": event, "article": listed.ids[i], "published": listed.outlines[i].published}
            for event, positions in members.items()
            for i in positions
        )


def _group_rows(event: str, comparison: Comparison) -> Iterator[Row]:
    outlets = {article.id: article.outlet for article in comparison.articles}
    for number, group in enumerate(comparison.groups, 1):
        head = {"event": event, "group": number, "verdict": group.verdict, "origins": group.origins}
        for c in group.claims:
            told = {"claim": c.id, "article": c.article, "outlet": outlets[c.article], "text": c.text}
            yield {**head, **told}


def _link_rows(event: str, comparison: Comparison) -> Iterator[Row]:
    names = [name for name in schema("links").names if name not in ("event", "group")]
    for number, group in enumerate(comparison.groups, 1):
        for link in group.links:
            yield {"event": event, "group": number, **{name: getattr(link, name) for name in names}}


def _rows(path: Path, table: str) -> Iterator[Row]:
    file = path / table / f"{table}.parquet"
    if file.exists():
        with arrow_parquet().ParquetFile(file) as opened:
            for batch in opened.iter_batches(batch_size=10_000):
                yield from batch.to_pylist()


@contextlib.contextmanager
def _writer(path: Path, table: str) -> Iterator[Callable[[Iterable[Row]], None]]:
    """What adds rows to a new file of a table, which takes the place of the old one when all is written."""
    target = path / table / f"{table}.parquet"
    temporary = target.with_name(f".{target.name}.tmp")
    waiting: list[Row] = []
    try:
        target.parent.mkdir(exist_ok=True)
        try:
            with arrow_parquet().ParquetWriter(temporary, schema(table), compression="zstd") as writer:

                def flush() -> None:
                    writer.write_table(arrow().Table.from_pylist(waiting, schema=schema(table)))
                    waiting.clear()

                def add(rows: Iterable[Row]) -> None:
                    for row in rows:
                        waiting.append(row)
                        if len(waiting) == 10_000:
                            flush()

                yield add
                flush()
            temporary.replace(target)
        finally:
            temporary.unlink(missing_ok=True)
    except OSError as error:
        raise CorpusError(
            f"{target}: cannot be written ({error.strerror or error}); the tables are as they were: "
            "make room, and run the same command again"
        ) from error


def events_of(folder: str | PathLike[str]) -> dict[str, list[str]]:
    """The ids of the articles of each event, in order of publication.

    Raises:
        CorpusError: When the folder holds no corpus.
    """
    read_manifest(Path(folder))
    found: dict[str, list[str]] = {}
    row: dict[str, Any]
    for row in _rows(Path(folder), "events"):
        found.setdefault(row["event"], []).append(row["article"])
    return found
