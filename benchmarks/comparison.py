"""Seconds to compare: 10, 50 and 200 articles of one event, and a whole corpus into events; analysis aside.

python benchmarks/comparison.py [CORPUS] [--articles N]
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import articles

from jpnews_nlp import Analysis, Article, Pipeline
from jpnews_nlp.examples import load_example

EVENT = "hita-quake"
SIZES = (10, 50, 200)
LIMITS = {50: 5.0}
CORPUS_LIMIT = 30.0


def one_event(size: int) -> list[Article]:
    """So many reports on one event: the outlets of an example over and over."""
    told = load_example(EVENT)
    return [replace(told[n % len(told)], id=f"report{n:03}") for n in range(size)]


def measure(name: str, pipeline: Pipeline, analyses: Sequence[Analysis], limit: float | None) -> None:
    start = time.process_time()
    compared = pipeline.compare(analyses)
    spent = time.process_time() - start
    links = sum(len(group.links) for group in compared.groups)
    bound = f"  limit {limit:g} s" if limit else ""
    print(f"{name:<28} {spent:7.2f} s  {len(compared.events):>5} events  {links:>7} links{bound}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("corpus", type=Path, nargs="?")
    parser.add_argument("--articles", type=int, default=100_000)
    arguments = parser.parse_args()
    pipeline = Pipeline(engine="mecab")
    print("processor time, engine mecab, analysis aside")
    for size in SIZES:
        analyses = list(pipeline.analyze_many(one_event(size)))
        measure(f"{size} articles of one event", pipeline, analyses, LIMITS.get(size))
    if arguments.corpus:
        analyses = list(pipeline.analyze_many(articles.read(arguments.corpus, arguments.articles)))
        measure(f"{len(analyses)} articles of a corpus", pipeline, analyses, CORPUS_LIMIT)


if __name__ == "__main__":
    main()
