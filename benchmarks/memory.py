"""The memory of one process over many articles, every 100 articles.

python benchmarks/memory.py [CORPUS] [--articles N] [--engine NAME]
"""

from __future__ import annotations

import argparse
import resource
import sys
from pathlib import Path

import articles

from jpnews_nlp import Pipeline

EVERY = 100


def fields_mb(process: int | str = "self") -> dict[str, float]:
    """What a process holds now; Linux.

    Its own memory apart from pages of files such as dictionaries, which the system can take back at any time.
    """
    lines = Path(f"/proc/{process}/status").read_text(encoding="ascii").splitlines()
    fields = dict(line.split(":", 1) for line in lines)
    return {name: int(fields[name].split()[0]) * 1024 / 1e6 for name in ("RssAnon", "RssFile")}


def peak_mb() -> float:
    """The most that it ever held."""
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 1e6


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("corpus", type=Path, nargs="?")
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--engine", default="ginza")
    arguments = parser.parse_args()
    chosen = articles.read(arguments.corpus, arguments.articles)
    for number, _ in enumerate(Pipeline(engine=arguments.engine).analyze_many(chosen), 1):
        if number % EVERY == 0:
            now = fields_mb()
            own, files = now["RssAnon"], now["RssFile"]
            print(
                f"{number:>5} articles: own {own:4.0f} MB, files {files:4.0f} MB, peak of both {peak_mb():4.0f} MB",
                flush=True,
            )


if __name__ == "__main__":
    main()
