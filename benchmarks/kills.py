"""What is lost or doubled when a run over a corpus is killed, a worker is, the disk is full, or an article is deadly.

python benchmarks/kills.py [CORPUS] [--articles N]

Each time the tables in the end are compared, row by row, with those of a run that nothing disturbed.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import resource
import signal
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import articles
import pyarrow.parquet as pq

from corpus import written
from jpnews_nlp import Analysis, Article, Pipeline
from jpnews_nlp.corpus import Done, Options, analyze_corpus, worker
from jpnews_nlp.corpus.tables import OF_A_PART
from jpnews_nlp.errors import JpNewsError

DEADLY = "deadly-"
ONE = Options(engine="mecab", part=20)
TWO = Options(engine="mecab", part=20, workers=2)
SMALL_FILE = 60_000
_analyses = worker._analyses


def _or_die(chosen: Sequence[Article], pipeline: Pipeline) -> list[Analysis | Exception]:
    """The analyses; a worker that meets a deadly article is gone, as by a fault in a library or for want of memory."""
    if multiprocessing.parent_process() is not None and any(a.id.startswith(DEADLY) for a in chosen):
        os._exit(139)
    return _analyses(chosen, pipeline)


worker._analyses = _or_die  # in each worker, too: they read this file


def rows(folder: Path) -> Counter[str]:
    """The rows of all tables, with how often each comes."""
    files = ((table, file) for table in OF_A_PART for file in (folder / table).glob("*.parquet"))
    return Counter(f"{table} {row}" for table, file in files for row in pq.read_table(file).to_pylist())


def told(name: str, whole: Counter[str], folder: Path, more: int = 0) -> bool:
    """Print what is missing and what is there once more than it should be."""
    found = rows(folder)
    lost, doubled = (whole - found).total(), (found - whole).total() - more
    print(f"{name}: {whole.total()} rows, {lost} lost, {doubled} doubled or new", flush=True)
    return not lost and not doubled


def run_apart(source: Path, folder: Path, *, full: bool = False) -> subprocess.Popen[str]:
    """A run in a process of its own."""
    command = [sys.executable, __file__, str(source), "--into", str(folder), *(["--full"] if full else [])]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def kill_main(source: Path, folder: Path) -> int:
    """Kill the run after each second part until it is done: how often it was killed."""
    kills = 0
    while True:
        run = run_apart(source, folder)
        assert run.stdout is not None
        if run.stdout.readline() and run.stdout.readline():
            run.send_signal(signal.SIGKILL)
        run.communicate()
        if run.returncode == 0:
            return kills
        kills += 1


def kill_workers(source: Path, folder: Path) -> int:
    """Kill a worker after every third part: how many were killed."""
    parts, killed = 0, list[int]()

    def kill_one(_: Done) -> None:
        nonlocal parts
        parts += 1
        if parts % 3 == 0:
            process = multiprocessing.active_children()[0].pid
            assert process is not None
            killed.append(process)
            os.kill(process, signal.SIGKILL)

    analyze_corpus(source, folder, TWO, on_part=kill_one)
    return len(killed)


def deadly(chosen: Sequence[Article], folder: Path) -> Path:
    """The articles with two deadly ones among them."""
    third = len(chosen) // 3
    poison = [Article(id=f"{DEADLY}{n}", body="18日、盛岡市で橋が落ちた。") for n in range(2)]
    (folder / "poisoned").mkdir()
    return written(
        [*chosen[:third], poison[0], *chosen[third : 2 * third], poison[1], *chosen[2 * third :]], folder / "poisoned"
    )


def run_here(source: Path, folder: Path, *, full: bool) -> None:
    if full:
        resource.setrlimit(resource.RLIMIT_FSIZE, (SMALL_FILE, SMALL_FILE))
    try:
        analyze_corpus(source, folder, ONE, on_part=lambda done: print(done.articles, flush=True))
    except JpNewsError as error:
        sys.exit(str(error))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("corpus", type=Path, nargs="?")
    parser.add_argument("--articles", type=int, default=300)
    parser.add_argument("--into", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--full", action="store_true", help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.into:
        run_here(arguments.corpus, arguments.into, full=arguments.full)
        return
    chosen = articles.read(arguments.corpus, arguments.articles)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        source = written(chosen, folder)
        analyze_corpus(source, folder / "whole", ONE)
        whole = rows(folder / "whole")
        kills = kill_main(source, folder / "main")
        fine = [told(f"main process killed {kills} times", whole, folder / "main")]
        kills = kill_workers(source, folder / "workers")
        fine.append(told(f"workers killed {kills} times", whole, folder / "workers"))
        error = run_apart(source, folder / "full", full=True).communicate()[1]
        print(f"disk full: {error.strip()}")
        analyze_corpus(source, folder / "full", ONE)
        fine.append(told("disk full, then room made", whole, folder / "full"))
        done = analyze_corpus(deadly(chosen, folder), folder / "deadly", TWO)
        fine.append(told(f"two deadly articles, {done.problems} errors", whole, folder / "deadly", more=done.problems))
    if not all(fine) or done.problems != 2:
        sys.exit("something was lost or doubled")


if __name__ == "__main__":
    main()
