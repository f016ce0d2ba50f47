"""The cost of grouping articles into events, from 1,000 to 100,000 articles, and what blocking loses of all pairs.

python benchmarks/grouping.py CORPUS [--sizes 1000 3670 30000 100000] [--dense]

More articles than the corpus has are made from copies of it. In each copy every name that fewer than ten articles have
becomes another one; words stay. Each copy has years of its own, as an archive of more and more years. With `--dense`
its dates move by 61 days a copy, within the years of the corpus: the articles of a day and of a frequent name get more
and more, while no two copies tell of one happening.
"""

from __future__ import annotations

import argparse
import functools
import itertools
import math
import pickle
import time
import zlib
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

import articles
from memory import peak_mb

from jpnews_nlp import Analysis, Claim, Pipeline
from jpnews_nlp.comparison.align import align
from jpnews_nlp.comparison.events import alike, common_names, same_event, sets_apart
from jpnews_nlp.comparison.evidence import Evidence, prepare
from jpnews_nlp.comparison.outlines import Outline, outline
from jpnews_nlp.corpus.blocking import Blocking
from jpnews_nlp.corpus.joining import Parents, join_events
from jpnews_nlp.corpus.records import EVIDENCES
from jpnews_nlp.corpus.terms import Words

KEPT = 10
SHIFT = 61
FLOOR = 1.2


@dataclass(frozen=True, slots=True, kw_only=True)
class Original:
    """An article of the corpus."""

    outline: Outline
    terms: frozenset[str]
    packed: bytes

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """The claims, prepared: large, and made when needed, as the library does."""
        claims: tuple[Claim, ...] = pickle.loads(zlib.decompress(self.packed))
        return prepare(claims)


@dataclass(frozen=True, slots=True, kw_only=True)
class Copier:
    """Makes copy number `n` of an original. The 0th is the original."""

    frequent: frozenset[str]
    rare: frozenset[str]
    first: date
    span: int
    dense: bool

    def outline(self, o: Outline, n: int) -> Outline:
        """The outline of the copy."""
        if not n:
            return o
        name = functools.partial(self._names, n=n)
        days = functools.partial(self._days, n=n)
        return replace(
            o,
            published=o.published and o.published + timedelta(days=self._shift(o.published.date(), n)),
            names=name(o.names),
            days=days(o.days),
            lead_days=days(o.lead_days),
            lead_places=name(o.lead_places),
            lead_people=name(o.lead_people),
            parties=name(o.parties),
            happenings=tuple(replace(h, days=days(h.days), places=name(h.places)) for h in o.happenings),
        )

    def claims(self, claims: Iterable[Evidence], n: int) -> tuple[Evidence, ...]:
        """The prepared claims of the copy."""
        if not n:
            return tuple(claims)
        name = functools.partial(self._names, n=n)
        return tuple(
            replace(
                e,
                concepts=name(e.concepts),
                around=name(e.around),
                near=name(e.near),
                names=name(e.names),
                subjects=name(e.subjects),
                objects=name(e.objects),
                others=name(e.others),
                days=frozenset(f"{d}+{n}" for d in e.days),
            )
            for e in claims
        )

    def _names(self, names: frozenset[str], n: int) -> frozenset[str]:
        return frozenset(f"{x}{n}" if x in self.rare else x for x in names)

    def _days(self, days: frozenset[date], n: int) -> frozenset[date]:
        return frozenset(d + timedelta(days=self._shift(d, n)) for d in days)

    def _shift(self, day: date, n: int) -> int:
        """Days to move; what would move out of the years of a dense corpus begins anew at their start."""
        if not self.dense:
            return self.span * n
        place = (day - self.first).days
        moved = (place + SHIFT * n) % self.span if 0 <= place < self.span else place + SHIFT * n
        return moved - place


def copier(originals: Sequence[Original], dense: bool) -> Copier:
    counts = Counter(name for o in originals for name in o.outline.names)
    days = [o.outline.published.date() for o in originals if o.outline.published]
    return Copier(
        frequent=frozenset(n for n, c in counts.items() if c >= KEPT),
        rare=frozenset(n for n, c in counts.items() if c < KEPT),
        first=min(days),
        span=(max(days) - min(days)).days + 1,
        dense=dense,
    )


def group(
    outlines: Sequence[Outline], terms: Iterable[Iterable[str]], evidence: Callable[[int], Sequence[Evidence]]
) -> tuple[list[int], int, float]:
    """For each article what it is joined to; pairs looked at; seconds of processor time."""
    parents = Parents(len(outlines))
    start, looked_at = time.process_time(), 0
    words = Words()
    for one in terms:
        words.add(one)
    for each in join_events(Blocking(outlines, words.terms()), outlines, evidence, parents):
        looked_at = each
    spent = time.process_time() - start
    return [parents.root(i) for i in range(len(outlines))], looked_at, spent


def sample(originals: Sequence[Original], size: int, make: Copier) -> tuple[list[tuple[int, int]], list[Outline]]:
    """For each article of the sample, in order of publication, which original it is, and which copy; its outline."""
    numbers = [divmod(number, len(originals)) for number in range(size)]
    made = [((k, n), make.outline(originals[k].outline, n)) for n, k in numbers]
    made.sort(key=lambda m: (m[1].published is None, m[1].published and m[1].published.timestamp(), m[0]))
    return [m[0] for m in made], [m[1] for m in made]


def measure(originals: Sequence[Original], size: int, make: Copier) -> tuple[float, list[tuple[int, int]], list[int]]:
    which, outlines = sample(originals, size, make)

    @functools.lru_cache(maxsize=EVIDENCES)
    def evidence(i: int) -> tuple[Evidence, ...]:
        k, n = which[i]
        return make.claims(originals[k].evidence, n)

    roots, looked_at, spent = group(outlines, (originals[k].terms for k, _ in which), evidence)
    largest = max(Counter(roots).values())
    print(
        f"{size:>7} articles: {spent:8.1f} s, {1e3 * spent / size:6.2f} ms each, {looked_at / size:5.2f} pairs each, "
        f"largest event {largest}, {peak_mb():.0f} MB at most",
        flush=True,
    )
    return spent, which, roots


def all_pairs(originals: Sequence[Original]) -> list[tuple[int, int]]:
    """The pairs that tell of one happening, each pair looked at."""
    outlines = [o.outline for o in originals]
    common = common_names(outlines)
    evidence = functools.lru_cache(maxsize=EVIDENCES)(lambda i: originals[i].evidence)
    found = []
    for i, j in itertools.combinations(range(len(outlines)), 2):
        a, b = outlines[i], outlines[j]
        near = alike(a, b, common) and sets_apart(a, b) is None
        if near and same_event(a, b, align(evidence(i), evidence(j))):
            found.append((i, j))
    return found


def recall(pairs: Iterable[tuple[int, int]], which: Sequence[tuple[int, int]], roots: Sequence[int]) -> float:
    """The share of the pairs that are of one event, in every copy that has both."""
    place = {each: i for i, each in enumerate(which)}
    copies = range(max(n for _, n in which) + 1)
    both = [(place.get((i, n)), place.get((j, n))) for n in copies for i, j in pairs]
    kept = [(i, j) for i, j in both if i is not None and j is not None]
    return sum(roots[i] == roots[j] for i, j in kept) / len(kept)


def joined(pairs: Iterable[tuple[int, int]], size: int) -> list[tuple[int, int]]:
    """All pairs within the events that pairs make."""
    parents, members = Parents(size), dict[int, list[int]]()
    for i, j in pairs:
        parents.join(i, j)
    for i in range(size):
        members.setdefault(parents.root(i), []).append(i)
    return [pair for event in members.values() for pair in itertools.combinations(event, 2)]


def original(analysis: Analysis) -> Original:
    terms = frozenset(term for claim in analysis.claims for term in claim.terms)
    packed = zlib.compress(pickle.dumps(analysis.claims), 1)
    return Original(outline=outline(analysis), terms=terms, packed=packed)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--sizes", type=int, nargs="+", default=[1000, 3670, 30_000, 100_000])
    parser.add_argument("--dense", action="store_true")
    arguments = parser.parse_args()
    chosen = articles.read(arguments.corpus, 10**6)
    originals = [original(a) for a in Pipeline(engine="mecab").analyze_many(chosen)]
    print(f"{len(originals)} articles analyzed; processor time", flush=True)
    pairs = all_pairs(originals)
    events = joined(pairs, len(originals))
    make = copier(originals, arguments.dense)
    whole = None
    for size in arguments.sizes:
        spent, which, roots = measure(originals, size, make)
        if size >= len(originals):
            direct, within = recall(pairs, which, roots), recall(events, which, roots)
            print(f"        of {len(pairs)} pairs that all-pairs finds {direct:.3f} are of one event")
            print(f"        of {len(events)} pairs within its events {within:.3f}")
        if whole is None and size >= len(originals):
            whole = (size, spent)
        elif whole:
            exponent = math.log(spent / whole[1]) / math.log(size / whole[0])
            print(f"        exponent from {whole[0]}: {exponent:.2f} (at most {FLOOR})", flush=True)


if __name__ == "__main__":
    main()
