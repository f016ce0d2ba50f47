"""Seconds to compare: 10, 50 and 200 articles of one event, and a whole corpus into events; analysis aside.

python benchmarks/comparison.py [CORPUS] [--articles N]

The event is told twice over: in copies, as outlets print what an agency wires, and in reports each of which has words,
figures and a choice of sentences of its own.
"""

from __future__ import annotations

import argparse
import re
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

SENTENCE = re.compile(r"[^。\n]+。?")
COUNTED = re.compile(r"\d+(?=人|戸|棟|軒|か所|カ所|世帯|歳|時半?ごろ|メートル|ｍ|キロ|km)")
OPENINGS = ("", "また、", "なお、", "このうち、", "さらに、", "一方、", "このほか、")
WORDINGS = (
    ("と発表し", "と明らかにし", "と説明し"),
    ("によると", "のまとめでは", "の説明では"),
    ("けがをし", "負傷し", "傷を負っ"),
    ("亡くな", "死亡し", "命を落とし"),
    ("観測し", "記録し", "計測し"),
    ("話し", "語っ", "述べ"),
)


def one_event(size: int) -> list[Article]:
    """So many reports on one event: the outlets of an example over and over."""
    told = load_example(EVENT)
    return [replace(told[n % len(told)], id=f"report{n:03}") for n in range(size)]


def one_event_retold(size: int) -> list[Article]:
    """So many reports on one event, each told in another way."""
    return [replace(a, body=_retold(a.body, n)) for n, a in enumerate(one_event(size))]


def _retold(body: str, n: int) -> str:
    """The text without every ninth sentence, with other openings and words and figures that are off by a little."""
    for words in WORDINGS:
        for word in words:
            body = body.replace(word, words[n % len(words)])
    body = COUNTED.sub(lambda m: str(int(m.group()) + n % 13), body)
    sentences = SENTENCE.findall(body)
    kept = [f"{OPENINGS[(n + k) % len(OPENINGS)]}{s.strip()}" for k, s in enumerate(sentences) if (n + k) % 9]
    return "\n".join(kept)


def measure(name: str, pipeline: Pipeline, analyses: Sequence[Analysis], limit: float | None) -> None:
    start = time.process_time()
    compared = pipeline.compare(analyses)
    spent = time.process_time() - start
    links = sum(len(group.links) for group in compared.groups)
    texts = len({c.text for a in analyses for c in a.claims})
    bound = f"  limit {limit:g} s" if limit else ""
    print(
        f"{name:<32} {spent:7.2f} s  {texts:>7} texts of claims  {len(compared.events):>5} events  "
        f"{links:>7} links{bound}",
        flush=True,
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("corpus", type=Path, nargs="?")
    parser.add_argument("--articles", type=int, default=100_000)
    arguments = parser.parse_args()
    pipeline = Pipeline(engine="mecab")
    print("processor time, engine mecab, analysis aside")
    for way, made in (("copied", one_event), ("retold", one_event_retold)):
        for size in SIZES:
            analyses = list(pipeline.analyze_many(made(size)))
            measure(f"{size} articles of one event, {way}", pipeline, analyses, LIMITS.get(size))
    if arguments.corpus:
        analyses = list(pipeline.analyze_many(articles.read(arguments.corpus, arguments.articles)))
        measure(f"{len(analyses)} articles of a corpus", pipeline, analyses, CORPUS_LIMIT)


if __name__ == "__main__":
    main()
