"""How well the library does on the gold of the bundled examples: `jpnews evaluate`.

A *link* is found when a gold link has the same clauses on both sides: the character spans overlap with a Dice
coefficient of at least `OVERLAP`. What the gold accepts but does not ask for (`also`: headlines, second statements)
makes a link right and is not missed when it is not there. Attributions are found when a claim with a speaker or a cue
overlaps the quote and names the speaker.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from jpnews_nlp.examples import example_names, load_example, load_gold
from jpnews_nlp.examples.scores import Rate, Score, total
from jpnews_nlp.model.analysis import Analysis
from jpnews_nlp.model.claim import Claim
from jpnews_nlp.model.comparison import Comparison
from jpnews_nlp.model.span import Span
from jpnews_nlp.pipeline import Pipeline

OVERLAP = 0.4
"""The least Dice coefficient of two spans that state the same."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Link:
    a: Span
    b: Span
    relation: str

    def matches(self, other: _Link) -> bool:
        return min(overlap(self.a, other.a), overlap(self.b, other.b)) >= OVERLAP

    def closeness(self, other: _Link) -> float:
        return overlap(self.a, other.a) + overlap(self.b, other.b)


def evaluate_examples(pipeline: Pipeline, names: Iterable[str] | None = None) -> tuple[Score, ...]:
    """Score a pipeline on bundled examples.

    Args:
        pipeline: What reads and compares the articles.
        names: Names of examples; all of them when left out.

    Returns:
        A score for each example, then one of all together, named `TOTAL`.

    Raises:
        ExampleError: When there is no such example; the message lists the known ones.

    Example:
        >>> scores = evaluate_examples(Pipeline(engine="mecab"), ["hita-quake"])
        >>> [score.name for score in scores], scores[0].links.gold
        (['hita-quake', 'total'], 94)
    """
    scores = [evaluate_example(pipeline, name) for name in (example_names() if names is None else names)]
    return (*scores, total(scores))


def evaluate_example(pipeline: Pipeline, name: str) -> Score:
    """Score a pipeline on one bundled example, each pair of its articles on its own.

    Raises:
        ExampleError: When there is no such example; the message lists the known ones.
    """
    gold = load_gold(name)
    analyses = {article.id: pipeline.analyze(article) for article in load_example(name)}
    scores = [score_pair(pipeline.compare([analyses[pair["a"]], analyses[pair["b"]]]), pair) for pair in gold["pairs"]]
    speech = sum((score_speech(analyses[i], gold["attributions"]) for i in analyses), Rate())
    return replace(total(scores, name), speech=speech)


def score_pair(comparison: Comparison, pair: Mapping[str, Any]) -> Score:
    """Score the comparison of two articles against the gold of the pair."""
    links = _predicted(comparison, pair["a"], pair["b"])
    gold, also, traps = (_gold(comparison, pair, key) for key in ("links", "also", "traps"))
    accepted = [*gold, *also]
    best = [_best(wanted, links) for wanted in gold]
    said = [link for link in links if link.relation == "conflict"]
    wanted = [found for link, found in zip(gold, best, strict=True) if link.relation == "conflict"]
    return Score(
        name=pair.get("id", ""),
        links=Rate(
            predicted=len(links),
            right=_count(links, lambda link: any(link.matches(x) for x in accepted)),
            gold=len(gold),
            found=sum(found is not None for found in best),
        ),
        relations=sum(found is not None and found.relation == x.relation for x, found in zip(gold, best, strict=True)),
        conflicts=Rate(
            predicted=len(said),
            right=_count(said, lambda link: any(link.matches(x) and x.relation == "conflict" for x in accepted)),
            gold=len(wanted),
            found=sum(found is not None and found.relation == "conflict" for found in wanted),
        ),
        traps=_count(
            links, lambda link: any(link.matches(x) for x in traps) and not any(link.matches(x) for x in accepted)
        ),
    )


def score_speech(analysis: Analysis, attributions: Iterable[Mapping[str, Any]]) -> Rate:
    """Score the speakers of one article's claims; attributions of other articles are left out."""
    text = analysis.article.text
    own = [x for x in attributions if x["article"] == analysis.article.id]
    claims = [claim for claim in analysis.claims if claim.speaker or claim.cue]
    quotes = [_locate(text, x["quote"]) for x in own]
    return Rate(
        predicted=len(claims),
        right=sum(any(claim.overlaps(quote) for quote in quotes) for claim in claims),
        gold=len(own),
        found=sum(
            any(claim.overlaps(quote) and _names(claim, x["speaker"]) for claim in claims)
            for x, quote in zip(own, quotes, strict=True)
        ),
    )


def overlap(a: Span, b: Span) -> float:
    """The Dice coefficient of two spans, by characters.

    Example:
        >>> overlap(Span(start=0, end=6), Span(start=3, end=9))
        0.5
    """
    shared = min(a.end, b.end) - max(a.start, b.start)
    return 2 * shared / (a.end - a.start + b.end - b.start) if shared > 0 else 0.0


def _predicted(comparison: Comparison, a: str, b: str) -> list[_Link]:
    found = []
    for group in comparison.groups:
        claims = {claim.id: claim for claim in group.claims}
        for link in group.links:
            sides: dict[str, Claim] = {claim.article: claim for claim in (claims[link.a], claims[link.b])}
            found.append(_Link(a=sides[a], b=sides[b], relation=link.relation))
    return found


def _gold(comparison: Comparison, pair: Mapping[str, Any], key: str) -> list[_Link]:
    texts = [comparison.article(pair[side]).text for side in ("a", "b")]
    return [
        _Link(a=_locate(texts[0], x["a"]), b=_locate(texts[1], x["b"]), relation=x.get("relation", ""))
        for x in pair.get(key, ())
    ]


def _locate(text: str, quote: str) -> Span:
    start = text.index(quote)
    return Span(start=start, end=start + len(quote))


def _best(wanted: _Link, links: Iterable[_Link]) -> _Link | None:
    return max((link for link in links if link.matches(wanted)), key=wanted.closeness, default=None)


def _count(links: Iterable[_Link], fits: Callable[[_Link], bool]) -> int:
    return sum(map(fits, links))


def _names(claim: Claim, speaker: str | None) -> bool:
    if not speaker or not claim.speaker:
        return not speaker and not claim.speaker
    return claim.speaker in speaker or speaker in claim.speaker
