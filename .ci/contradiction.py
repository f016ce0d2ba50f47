"""Fact-checking pairs of the development half: is one sentence's claim contradicted by the other's? F, with a floor.

    python .ci/contradiction.py FOLDER

Two sentences contradict when any of their claims are linked and the link is a conflict, as in a comparison of articles
of one moment. Beside it stands what a guess has: always the majority (no contradiction), and always a contradiction.
"""

import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from jpnews_nlp import Article, Pipeline
from jpnews_nlp.comparison.align import align
from jpnews_nlp.comparison.compare import with_names
from jpnews_nlp.comparison.evidence import prepare
from jpnews_nlp.comparison.relations import judge
from jpnews_nlp.entities.identity import unify
from jpnews_nlp.model.claim import Claim

FLOOR = 0.50


def claims_of(pipeline: Pipeline, sentences: Sequence[str]) -> Iterator[tuple[Claim, ...]]:
    """The claims of two sentences, with the names that hold in both."""
    analyses = [pipeline.analyze(Article(id=str(n), body=text)) for n, text in enumerate(sentences)]
    names = unify([a.entities for a in analyses])
    yield from (with_names(a, own).claims for a, own in zip(analyses, names, strict=True))


def contradict(pipeline: Pipeline, sentences: Sequence[str]) -> bool:
    """Whether any linked claims of the two sentences are in conflict."""
    left, right = claims_of(pipeline, sentences)
    pairings = align(prepare(left), prepare(right))
    judgements = (judge(left[p.a], right[p.b], (None, None)) for p in pairings)
    return any(j is not None and j.relation == "conflict" for j in judgements)


def f_score(gold: Sequence[bool], said: Sequence[bool]) -> float:
    """F of the contradictions; 0 when none is said."""
    right = sum(g and s for g, s in zip(gold, said, strict=True))
    return 2 * right / (sum(gold) + sum(said)) if right else 0.0


def main() -> None:
    """Print the figures and fail below the floor."""
    lines = (Path(sys.argv[1]) / "inference" / "fcsnli_dev.jsonl").read_text(encoding="utf-8").splitlines()
    _, *rows = (json.loads(line) for line in lines)  # the first line names the columns
    pipeline = Pipeline(engine="mecab")
    gold = [label == "contradiction" for _, label, *_ in rows]
    said = [contradict(pipeline, sentences) for _, _, *sentences in rows]
    f = f_score(gold, said)
    guesses = f"majority={f_score(gold, [False] * len(gold)):.4f} always={f_score(gold, [True] * len(gold)):.4f}"
    sys.stdout.write(f"contradiction F={f:.4f} of {sum(gold)} in {len(gold)} ({guesses})\n")
    sys.exit(None if f >= FLOOR else f"contradiction F {f:.4f} < {FLOOR}")


if __name__ == "__main__":
    main()
