"""Characters a second: both engines against plain ja_ginza, taking turns on the same articles.

python benchmarks/speed.py [CORPUS] [--articles N]
"""

from __future__ import annotations

import os

os.environ["OPENBLAS_NUM_THREADS"] = "1"  # for both sides; read when NumPy is loaded

import argparse
import itertools
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import articles
import ginza  # noqa: F401  # registers what the model names
import spacy

from jpnews_nlp import Article, Pipeline
from jpnews_nlp.claims.extract import extract_claims
from jpnews_nlp.engines import load_engine
from jpnews_nlp.entities.recognize import recognize
from jpnews_nlp.reading.blocks import divide

TURN = 10
PLAIN = ("ja_ginza, one by one", "ja_ginza, pipe of 16")
FLOOR_OF_NAMES = {"ginza": "", "mecab": "  floor 25,000"}
FLOORS = {"analyze, ginza": (2.5, 4.0), "analyze, mecab": (30.0, 60.0)}


def runners() -> dict[str, Callable[[Sequence[Article]], object]]:
    plain, with_ginza, with_mecab = spacy.load("ja_ginza"), Pipeline(engine="ginza"), Pipeline(engine="mecab")
    return {
        PLAIN[0]: lambda turn: [plain(a.text) for a in turn],
        PLAIN[1]: lambda turn: list(plain.pipe([a.text for a in turn], batch_size=16)),
        "analyze, ginza": lambda turn: [with_ginza.analyze(a) for a in turn],
        "analyze_many, ginza": lambda turn: list(with_ginza.analyze_many(turn)),
        "analyze, mecab": lambda turn: [with_mecab.analyze(a) for a in turn],
    }


def measure(chosen: Sequence[Article]) -> Counter[str]:
    """Seconds of processor time of each, over all articles."""
    spent: Counter[str] = Counter()
    run = runners()
    for work in run.values():
        work(chosen[:1])  # loads what it needs
    for turn in turns(chosen):
        for name, work in run.items():
            start = time.process_time()
            work(turn)
            spent[name] += time.process_time() - start
    return spent


def stages(chosen: Sequence[Article], engine_name: str) -> Counter[str]:
    """Seconds of processor time of each stage of `analyze`."""
    spent: Counter[str] = Counter()
    engine = load_engine(engine_name)
    engine.parse(chosen[0])
    for article in chosen:
        clock = [time.process_time()]
        divided = divide(article)
        clock.append(time.process_time())
        parse = engine.parse(divided)
        clock.append(time.process_time())
        entities = recognize(divided, parse)
        clock.append(time.process_time())
        extract_claims(divided, parse, entities)
        clock.append(time.process_time())
        for stage, (before, after) in zip(
            ("reading", "engine", "entities", "claims"), itertools.pairwise(clock), strict=True
        ):
            spent[stage] += after - before
    return spent


def turns(chosen: Sequence[Article]) -> Iterator[Sequence[Article]]:
    for start in range(0, len(chosen), TURN):
        yield chosen[start : start + TURN]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("corpus", type=Path, nargs="?")
    parser.add_argument("--articles", type=int, default=100)
    arguments = parser.parse_args()
    chosen = articles.read(arguments.corpus, arguments.articles)
    characters = sum(len(a.text) for a in chosen)
    print(f"{len(chosen)} articles, {characters} characters; processor time, one BLAS thread")
    spent = measure(chosen)
    fastest_plain = min(spent[name] for name in PLAIN)
    for name, seconds in spent.items():
        ratio = f"{fastest_plain / seconds:6.2f}x"
        floor, aim = FLOORS.get(name, (0.0, 0.0))
        judged = f"  floor {floor:g}x, aim {aim:g}x" if floor else ""
        print(f"{name:<22} {characters / seconds:>9,.0f} characters/s  {ratio} the faster plain{judged}")
    for engine_name in ("ginza", "mecab"):
        parts = stages(chosen, engine_name)
        shares = ", ".join(f"{stage} {seconds / sum(parts.values()):.0%}" for stage, seconds in parts.items())
        print(f"time of analyze, {engine_name}: {shares}")
        named = characters / (parts["engine"] + parts["entities"])
        print(f"tokens and entities alone, {engine_name}: {named:,.0f} characters/s{FLOOR_OF_NAMES[engine_name]}")


if __name__ == "__main__":
    main()
