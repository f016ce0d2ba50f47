"""The same articles give the same bytes: over runs, processes, hash seeds, threads and the order they are given in.

Over Pythons and sets of dependencies, too: `nox -s same_bytes` compares what `digests.py` prints on each of them.
"""

from __future__ import annotations

import itertools
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from jpnews_nlp import Pipeline, load_example
from jpnews_nlp.examples import example_names

PROGRAM = Path(__file__).with_name("digests.py")
SURROUNDINGS: list[dict[str, str]] = [
    {"PYTHONHASHSEED": "0"},
    {"PYTHONHASHSEED": "4711"},
    {"PYTHONHASHSEED": "1", "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"},
    {"PYTHONHASHSEED": "2", "OMP_NUM_THREADS": "4", "OPENBLAS_NUM_THREADS": "4"},
    {"TZ": "America/New_York", "LC_ALL": "C"},
]


def printed(engine: str, **environment: str) -> str:
    line = [sys.executable, str(PROGRAM), engine]
    environment = {**os.environ, **environment}
    return subprocess.run(
        line, env=environment, capture_output=True, check=True, text=True, encoding="utf-8", timeout=300
    ).stdout


@pytest.mark.slow
@pytest.mark.parametrize("engine", ["mecab", "ginza"])
def test_same_bytes_in_every_process(engine: str) -> None:
    first, *others = [printed(engine, **environment) for environment in SURROUNDINGS]
    assert len(first.splitlines()) == 2 * len(example_names())
    assert all(other == first for other in others)


@pytest.mark.parametrize("name", example_names())
def test_same_bytes_for_every_order_of_the_articles(name: str) -> None:
    pipeline = Pipeline(engine="mecab")
    analyses = [pipeline.analyze(article) for article in load_example(name)]
    expected = pipeline.compare(analyses).to_json()
    orders = list(itertools.permutations(analyses))
    for order in orders[:: max(1, len(orders) // 4)]:
        assert pipeline.compare(order).to_json() == expected


@pytest.mark.parametrize("threads", [1, 2, 8])
def test_same_bytes_for_every_number_of_threads(threads: int) -> None:
    pipeline = Pipeline(engine="mecab")
    names = example_names() * 2
    expected = [pipeline.compare(load_example(name)).to_json() for name in names]
    with ThreadPoolExecutor(threads) as pool:
        assert list(pool.map(lambda name: pipeline.compare(load_example(name)).to_json(), names)) == expected
