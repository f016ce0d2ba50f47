"""Eight threads over the same texts on one pipeline, against one thread: results that differ.

python benchmarks/threads.py [CORPUS] [--texts N] [--engine NAME]
"""

from __future__ import annotations

import argparse
import itertools
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import articles

from jpnews_nlp import Analysis, Article, Pipeline

THREADS = 8


def sentences(corpus: Path | None, count: int) -> list[Article]:
    """Short articles, a sentence each, all different, taken round the corpus."""
    cut = Pipeline(engine="mecab")
    texts = (s.of(a.text) for a in articles.read(corpus, count) for s in cut.parse(a).sentences)
    distinct = dict.fromkeys(text for text in texts if text.strip())
    if not corpus:
        distinct = dict.fromkeys(f"{n}番目。{text}" for n, text in zip(range(count), itertools.cycle(distinct)))
    return [Article(id=str(n), body=text) for n, text in enumerate(itertools.islice(distinct, count))]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("corpus", type=Path, nargs="?")
    parser.add_argument("--texts", type=int, default=4000)
    parser.add_argument("--engine", default="ginza")
    arguments = parser.parse_args()
    texts = sentences(arguments.corpus, arguments.texts)
    pipeline = Pipeline(engine=arguments.engine)
    expected = [pipeline.analyze(text) for text in texts]
    with ThreadPoolExecutor(THREADS) as pool:
        # Every thread goes over all the texts, each from another place.
        starts = [n * len(texts) // THREADS for n in range(THREADS)]
        wrong = sum(pool.map(lambda start: _wrong(pipeline, texts, expected, start), starts))
    print(f"{arguments.engine}: {THREADS} threads x {len(texts)} texts, {wrong} results wrong")
    raise SystemExit(wrong > 0)


def _wrong(pipeline: Pipeline, texts: list[Article], expected: list[Analysis], start: int) -> int:
    numbers = [*range(start, len(texts)), *range(start)]
    return sum(pipeline.analyze(texts[n]) != expected[n] for n in numbers)


if __name__ == "__main__":
    main()
