"""Learn the weights of the alignment model from annotated pairs of articles; see the README of this folder.

    python training/train_alignment.py OUT.py [GOLD.json ARTICLES.jsonl …] [--engine mecab]

A gold file is a list of pairs, or an object with the list under `pairs`. A pair names two articles (`a`, `b`), says
whether they report one happening (`same_event`), and links stretches of one to stretches of the other, each a verbatim
quote (`links`, and `also` for those a scorer accepts and does not require). The articles follow in a JSON Lines file,
plain or gzipped, with `id`, `title`, `body`, `outlet` and `published`. The gold of the bundled examples and of
`events/` is always learned from as well.

Every pair of claims that `comparison.align` would weigh is an example; its label is 1 when both claims lie on a link.
The model is a logistic regression with a ridge penalty, fitted by Newton's method from zero: no random numbers, so the
same input gives the same weights. Before they are written, leave-one-event-out cross-validation prints the link F of
each gold file for a grid of `LINKED` and `LINKED_AGAIN`.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import product
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from jpnews_nlp import Analysis, Article, Pipeline
from jpnews_nlp.comparison.align import MOST_LINKS, _states, may_pair
from jpnews_nlp.comparison.compare import with_names
from jpnews_nlp.comparison.evidence import Rarity, prepare
from jpnews_nlp.comparison.similarity import FEATURES, features
from jpnews_nlp.entities.identity import unify
from jpnews_nlp.examples import example_names, load_example, load_gold

EVENTS = Path(__file__).parent / "events"
# Two spans are the same stretch when their Dice coefficient is at least this.
SAME_STRETCH = 0.4
RIDGE = 1.0
CONVERGED = 1e-9
LINKED_GRID = (0.20, 0.23, 0.25, 0.27, 0.30, 0.35, 0.40)
LINKED_AGAIN_GRID = (0.4, 0.5, 0.6, 0.7)
HEADER = '"""The weights of the alignment model, written by `training/train_alignment.py`."""\n'

Extent = tuple[int, int]
Matrix = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """Two claims that may be paired.

    Attributes:
        ends: Their positions in the two lists of claims.
        values: Their features, in the order of `FEATURES`.
        linked: Whether they lie on a link of `links` or `also`.
        required: The positions in `links` of those they lie on.
    """

    ends: tuple[int, int]
    values: tuple[float, ...]
    linked: bool
    required: frozenset[int]


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnotatedPair:
    """The candidates of one pair of articles, the event it belongs to, and how many links it requires."""

    file: str
    event: str
    candidates: tuple[Candidate, ...]
    links: int


def read_articles(path: Path) -> dict[str, Article]:
    """The articles of a JSON Lines file by id."""
    raw = path.read_bytes()
    lines = (gzip.decompress(raw) if path.suffix == ".gz" else raw).decode("utf-8").split("\n")
    rows = [json.loads(line) for line in lines if line]
    return {row["id"]: _article(row) for row in rows}


def _article(row: dict[str, Any]) -> Article:
    said = row.get("published")
    published = None if not said else date.fromisoformat(said) if len(said) == 10 else datetime.fromisoformat(said)
    return Article(
        id=row["id"],
        title=row.get("title") or "",
        body=row["body"],
        outlet=row.get("outlet"),
        published=published,  # type: ignore[arg-type]  # a date is taken as Japanese time
    )


def read_gold(gold: Path, articles: Path, pipeline: Pipeline) -> list[AnnotatedPair]:
    """The annotated pairs of a gold file."""
    data = json.loads(gold.read_text(encoding="utf-8"))
    pairs = data["pairs"] if isinstance(data, dict) else data
    return list(annotated(f"{gold.parent.name}/{gold.name}", pairs, read_articles(articles), pipeline))


def read_examples(pipeline: Pipeline) -> Iterator[AnnotatedPair]:
    """The annotated pairs of the bundled examples."""
    for name in example_names():
        articles = {a.id: a for a in load_example(name)}
        yield from annotated(name, load_gold(name)["pairs"], articles, pipeline)


def read_events(pipeline: Pipeline) -> Iterator[AnnotatedPair]:
    """The annotated pairs of the events beside this file."""
    for folder in sorted(f.parent for f in EVENTS.glob("*/gold.json")):
        gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
        articles = {x["file"]: _printed(folder / "articles" / x["file"], x["outlet"]) for x in gold["articles"]}
        yield from annotated(folder.name, gold["pairs"], articles, pipeline)


def _printed(file: Path, outlet: str) -> Article:
    return Article(id=file.name, body=file.read_bytes().decode("utf-8"), outlet=outlet)


def annotated(
    file: str, pairs: Sequence[dict[str, Any]], articles: dict[str, Article], pipeline: Pipeline
) -> Iterator[AnnotatedPair]:
    """The pairs that report one happening or steps of one story, with their candidates."""
    pairs = [p for p in pairs if p["same_event"]]
    events = _events(pairs)
    analyses: dict[str, Analysis] = {}
    for pair in pairs:
        for name in (pair["a"], pair["b"]):
            if name not in analyses:
                analyses[name] = pipeline.analyze(articles[name])
        yield AnnotatedPair(
            file=file,
            event=f"{file}:{events[pair['a']]}",
            candidates=tuple(_candidates(pair, analyses[pair["a"]], analyses[pair["b"]])),
            links=len(pair["links"]),
        )


def _events(pairs: Sequence[dict[str, Any]]) -> dict[str, str]:
    """For each article the first article of its event: articles in one pair are of one event."""
    event: dict[str, str] = {}
    for pair in pairs:
        first, other = event.setdefault(pair["a"], pair["a"]), event.get(pair["b"], pair["b"])
        event[pair["b"]] = other
        event = {name: first if of == other else of for name, of in event.items()}
    return event


def _candidates(pair: dict[str, Any], a: Analysis, b: Analysis) -> Iterator[Candidate]:
    texts = (a.article.text, b.article.text)
    links = [_extents(link, texts) for link in pair["links"]]
    also = [_extents(link, texts) for link in pair.get("also", [])]
    if _published(a) > _published(b):  # the comparison, too, has the earlier first
        a, b, links, also = b, a, [x[::-1] for x in links], [x[::-1] for x in also]
    names = unify([a.entities, b.entities])
    left, right = (prepare(with_names(x, own).claims) for x, own in zip((a, b), names, strict=True))
    rarity = Rarity((*left, *right))
    for (i, x), (j, y) in product(enumerate(left), enumerate(right)):
        if _states(x) and _states(y) and may_pair(x, y):
            stretch = ((x.claim.start, x.claim.end), (y.claim.start, y.claim.end))
            required = frozenset(n for n, link in enumerate(links) if _on(stretch, link))
            linked = bool(required) or any(_on(stretch, link) for link in also)
            yield Candidate(ends=(i, j), values=features(x, y, rarity), linked=linked, required=required)


def _published(analysis: Analysis) -> tuple[bool, float]:
    published = analysis.article.published
    return published is None, published.timestamp() if published else 0.0


def _extents(link: dict[str, Any], texts: tuple[str, str]) -> tuple[Extent, Extent]:
    a, b = (_locate(text, link[side], link.get(f"{side}_n", 1)) for side, text in zip("ab", texts, strict=True))
    return a, b


def _locate(text: str, quote: str | list[int], occurrence: int) -> Extent:
    """Where the quote stands in the text, or the two offsets given in its place.

    Raises:
        ValueError: When the text does not contain it that often.
    """
    if not isinstance(quote, str):
        return quote[0], quote[1]
    at = -1
    for _ in range(occurrence):
        at = text.index(quote, at + 1)
    return at, at + len(quote)


def _on(stretch: tuple[Extent, Extent], link: tuple[Extent, Extent]) -> bool:
    return all(_dice(x, y) >= SAME_STRETCH for x, y in zip(stretch, link, strict=True))


def _dice(x: Extent, y: Extent) -> float:
    shared = min(x[1], y[1]) - max(x[0], y[0])
    return 2 * shared / (x[1] - x[0] + y[1] - y[0]) if shared > 0 else 0.0


def matrix(pairs: Sequence[AnnotatedPair]) -> tuple[Matrix, Matrix]:
    """The features of all candidates, a column of ones for the bias last, and their labels."""
    rows = [[*map(float, c.values), 1.0] for pair in pairs for c in pair.candidates]
    return np.array(rows), np.array([float(c.linked) for pair in pairs for c in pair.candidates])


def fit(rows: Matrix, labels: Matrix) -> Matrix:
    """The weights of the penalised logistic regression; the bias is not penalised."""
    weights = np.zeros(rows.shape[1])
    penalty = np.eye(len(weights)) * RIDGE
    penalty[-1, -1] = 1e-6
    while True:
        likely = _logistic(rows @ weights)
        gradient = rows.T @ (likely - labels) + penalty @ weights
        curvature = (rows * (likely * (1 - likely))[:, None]).T @ rows + penalty
        step = np.linalg.solve(curvature, gradient)
        weights -= step
        if np.abs(step).max() < CONVERGED:
            return weights


def _logistic(total: Matrix) -> Matrix:
    odds: Matrix = 1 / (1 + np.exp(-total))
    return odds


def held_out_scores(pairs: Sequence[AnnotatedPair]) -> list[Matrix]:
    """For each pair the scores of its candidates, by weights learned without its event."""
    learned = {}
    for event in sorted({p.event for p in pairs}):
        learned[event] = fit(*matrix([p for p in pairs if p.event != event]))
    return [_logistic(matrix([p])[0] @ learned[p.event]) if p.candidates else np.zeros(0) for p in pairs]


def chosen(candidates: Sequence[Candidate], scores: Matrix, linked: float, again: float) -> list[Candidate]:
    """What `comparison.align` would pair, given the two thresholds."""
    taken: list[Candidate] = []
    used: dict[tuple[str, int], int] = {}
    for n in sorted(range(len(candidates)), key=lambda n: (-scores[n], candidates[n].ends)):
        ends = [("a", candidates[n].ends[0]), ("b", candidates[n].ends[1])]
        times = max(used.get(end, 0) for end in ends)
        if scores[n] >= linked and (times == 0 or (times < MOST_LINKS and scores[n] >= again)):
            used |= {end: used.get(end, 0) + 1 for end in ends}
            taken.append(candidates[n])
    return taken


def link_f(pairs: Sequence[AnnotatedPair], scores: Sequence[Matrix], linked: float, again: float) -> float:
    """The F of the links over several pairs: `also` links count for precision and are not required."""
    right = made = found = required = 0
    for pair, own in zip(pairs, scores, strict=True):
        taken = chosen(pair.candidates, own, linked, again)
        right, made = right + sum(c.linked for c in taken), made + len(taken)
        found, required = found + len(frozenset[int]().union(*(c.required for c in taken))), required + pair.links
    precision, recall = right / max(1, made), found / max(1, required)
    return 2 * precision * recall / max(1e-9, precision + recall)


def cross_validation(pairs: Sequence[AnnotatedPair]) -> Iterator[str]:
    """The lines of a table: the cross-validated link F for each pair of thresholds, on average and for each file.

    There are none when all pairs are of one event.
    """
    if len({p.event for p in pairs}) < 2:
        return
    scores = held_out_scores(pairs)
    files = list(dict.fromkeys(p.file for p in pairs))
    yield "LINKED  LINKED_AGAIN  mean   " + "  ".join(files)
    for linked, again in product(LINKED_GRID, LINKED_AGAIN_GRID):
        figures = []
        for file in files:
            own = [n for n, p in enumerate(pairs) if p.file == file]
            figure = link_f([pairs[n] for n in own], [scores[n] for n in own], linked, again)
            figures.append(figure)
        columns = "  ".join(f"{figure:.3f}".rjust(len(file)) for figure, file in zip(figures, files, strict=True))
        yield f"{linked:.2f}    {again:.2f}          {np.mean(figures):.3f}  {columns}"


def as_module(weights: Matrix) -> str:
    """The weights as the text of `comparison/weights.py`, rounded to two decimals."""
    # Adding zero turns -0.0 into 0.0.
    rows = [
        f'    "{name}": {round(float(w), 2) + 0.0},\n' for name, w in zip([*FEATURES, "bias"], weights, strict=True)
    ]
    return HEADER + "\nWEIGHTS = {\n" + "".join(rows) + "}\n"


def main() -> None:
    """Read the gold, print the cross-validation, learn from all of it, write the weights."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("out", type=Path)
    parser.add_argument("files", type=Path, nargs="*", metavar="GOLD ARTICLES")
    parser.add_argument("--engine", default="ginza")
    options = parser.parse_args()
    if len(options.files) % 2:
        parser.error("give an articles file after each gold file")
    pipeline = Pipeline(engine=options.engine)
    named = zip(options.files[::2], options.files[1::2], strict=True)
    pairs = [pair for gold, articles in named for pair in read_gold(gold, articles, pipeline)]
    pairs.extend(read_examples(pipeline))
    pairs.extend(read_events(pipeline))
    for line in cross_validation(pairs):
        sys.stdout.write(line + "\n")
    options.out.write_text(as_module(fit(*matrix(pairs))), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
