"""The memory of one process over many articles, with GiNZA and every 100 articles.

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


def resident_mb() -> float:
    """What the process holds now; Linux."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * resource.getpagesize() / 1e6


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
            print(f"{number:>5} articles: {resident_mb():7.0f} MB now, {peak_mb():7.0f} MB at most", flush=True)


if __name__ == "__main__":
    main()
