"""Articles to tables: characters a second with one process and with several, and the memory of each.

python benchmarks/corpus.py CORPUS [--articles N] [--engine NAME] [--workers 1 2] [--turns 3]

Each number of workers has its turn, several times, so that other work on the machine disturbs all alike; the ratio is
of the sums. Workers are started anew in every turn, and their start counts.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import os
import tempfile
import time
from collections import Counter
from pathlib import Path

import articles
from memory import fields_mb

from jpnews_nlp import Article
from jpnews_nlp.corpus import Done, Options, analyze_corpus

FLOOR = 1.7
EARLY = 500


class Memory:
    """What the processes of a run hold of their own, early on and at most, in MB."""

    def __init__(self) -> None:
        self.early = Counter[int]()
        self.most = Counter[int]()

    def look(self, done: Done) -> None:
        """Look at this process and its workers."""
        for process in (os.getpid(), *[c.pid for c in multiprocessing.active_children() if c.pid]):
            held = round(fields_mb(process)["RssAnon"])
            self.most[process] = max(self.most[process], held)
            if done.articles <= EARLY:
                self.early[process] = self.most[process]


def written(chosen: list[Article], folder: Path) -> Path:
    """The articles as a file of JSON Lines."""
    path = folder / "articles.jsonl"
    rows = ({"id": a.id, "title": a.title, "body": a.body, "published": _day(a)} for a in chosen)
    path.write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in rows), encoding="utf-8")
    return path


def _day(article: Article) -> str | None:
    return article.published.date().isoformat() if article.published else None


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--articles", type=int, default=4000)
    parser.add_argument("--engine", default="mecab")
    parser.add_argument("--workers", type=int, nargs="+", default=[1, 2])
    parser.add_argument("--turns", type=int, default=3)
    arguments = parser.parse_args()
    chosen = articles.read(arguments.corpus, arguments.articles)
    characters = sum(len(a.text) for a in chosen)
    print(f"{len(chosen)} articles, {characters} characters, {arguments.engine}; wall time, start included")
    spent: Counter[int] = Counter()
    used = time.process_time()
    with tempfile.TemporaryDirectory() as folder:
        source = written(chosen, Path(folder))
        for turn in range(arguments.turns):
            for workers in arguments.workers:
                memory, start = Memory(), time.perf_counter()
                options = Options(engine=arguments.engine, workers=workers)
                analyze_corpus(source, Path(folder) / f"{workers}-{turn}", options, on_part=memory.look)
                seconds = time.perf_counter() - start
                spent[workers] += seconds
                growth = ", ".join(f"{memory.early[p]} -> {memory.most[p]}" for p in memory.most)
                print(
                    f"turn {turn + 1}, {workers} workers: {characters / seconds:,.0f} characters/s, "
                    f"{len(chosen) / seconds:.1f} articles/s; own MB at {EARLY} articles and at most: {growth}",
                    flush=True,
                )
    first = arguments.workers[0]
    for workers in arguments.workers[1:]:
        print(f"{workers} workers: {spent[first] / spent[workers]:.2f}x of {first} (2 of 1: at least {FLOOR})")
    print(f"processor time of this process: {time.process_time() - used:.1f} s")


if __name__ == "__main__":
    main()
