"""Events of a corpus: what `Pipeline.compare` would group, and new articles join."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import numpy as np
import pytest
from tests.corpus.corpora import record, rows

from jpnews_nlp import CorpusError, Pipeline, load_articles
from jpnews_nlp.comparison.events import candidates
from jpnews_nlp.comparison.outlines import Outline, outline
from jpnews_nlp.corpus import Options, analyze_corpus, events_of, group_corpus
from jpnews_nlp.corpus.blocking import Blocking
from jpnews_nlp.corpus.outline_rows import outline_of, outline_row
from jpnews_nlp.corpus.parquet import arrow
from jpnews_nlp.corpus.tables import schema
from jpnews_nlp.corpus.terms import Words

News = Callable[[int], Path]
SMALL = Options(engine="mecab", part=7)
PIPELINE = Pipeline(engine="mecab")


@pytest.fixture
def corpus(news: News, tmp_path: Path) -> Path:
    """The tables of 45 articles of 15 events."""
    analyze_corpus(news(45), tmp_path / "out", SMALL)
    return tmp_path / "out"


def outlines(news: Path) -> list[Outline]:
    return [outline(PIPELINE.analyze(article)) for article in load_articles(news)]


def test_events_are_those_of_a_comparison(news: News, corpus: Path) -> None:
    done = group_corpus(corpus)
    compared = PIPELINE.compare(load_articles(news(45)))
    assert sorted(map(sorted, events_of(corpus).values())) == sorted(map(sorted, compared.events))
    assert (done.articles, done.new, done.events) == (45, 45, len(compared.events))
    assert done.together == done.events == 8


def test_an_event_has_the_id_of_its_first_article(corpus: Path) -> None:
    group_corpus(corpus)
    assert all(event == articles[0] for event, articles in events_of(corpus).items())


def test_links_and_groups_are_those_of_the_comparison_of_an_event(news: News, corpus: Path) -> None:
    group_corpus(corpus)
    compared = PIPELINE.compare(a for a in load_articles(news(45)) if a.id in events_of(corpus)["n0000"])
    expected = [(link.a, link.b, link.relation, link.reason) for g in compared.groups for link in g.links]
    found = [(r["a"], r["b"], r["relation"], r["reason"]) for r in rows(corpus, "links") if r["event"] == "n0000"]
    assert sorted(found) == sorted(expected)
    told = [(r["claim"], r["verdict"]) for r in rows(corpus, "groups") if r["event"] == "n0000"]
    assert sorted(told) == sorted((c.id, g.verdict) for g in compared.groups for c in g.claims)


def test_new_articles_join_the_events_that_are_there(news: News, tmp_path: Path) -> None:
    out = tmp_path / "out"
    late = tmp_path / "late.jsonl"
    lines = [json.dumps(record(n), ensure_ascii=False) for n in range(45)]
    (tmp_path / "early.jsonl").write_text("\n".join(lines[1::3] + lines[2::3]), encoding="utf-8")
    late.write_text("\n".join(lines[::3]), encoding="utf-8")
    analyze_corpus(tmp_path / "early.jsonl", out, SMALL)
    group_corpus(out)
    before = events_of(out)
    analyze_corpus(late, out, SMALL)
    done = group_corpus(out)
    assert done.new == 15
    after = events_of(out)
    assert before.keys() <= after.keys()
    assert all(set(before[event]) <= set(after[event]) for event in before)
    analyze_corpus(news(45), tmp_path / "at-once", SMALL)
    group_corpus(tmp_path / "at-once")
    assert sorted(map(sorted, after.values())) == sorted(map(sorted, events_of(tmp_path / "at-once").values()))
    ours, theirs = rows(out, "links"), rows(tmp_path / "at-once", "links")
    assert sorted((r["a"], r["b"]) for r in ours) == sorted((r["a"], r["b"]) for r in theirs)


def test_nothing_new_changes_nothing(corpus: Path) -> None:
    group_corpus(corpus)
    before = {table: rows(corpus, table) for table in ("events", "groups", "links")}
    done = group_corpus(corpus)
    assert (done.new, done.pairs) == (0, 0)
    assert {table: rows(corpus, table) for table in before} == before


def test_a_folder_without_a_corpus_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match="holds no corpus; make one with: jpnews corpus analyze"):
        group_corpus(tmp_path)


def test_an_outline_survives_its_table(news: News) -> None:
    analyses = [PIPELINE.analyze(article) for article in load_articles(news(15))]
    table = arrow().Table.from_pylist([outline_row(a) for a in analyses], schema=schema("outlines"))
    assert [outline_of(row) for row in table.to_pylist()] == [outline(a) for a in analyses]


def pairs(
    told: Sequence[Outline], words: Iterable[Iterable[str]], new: Collection[int] | None = None
) -> set[tuple[int, int]]:
    collected = Words()
    for each in words:
        collected.add(each)
    nearest = Blocking(told, collected.terms(), new).nearest()
    return {(min(i, j), max(i, j)) for i, others in nearest for j in others}


def test_blocking_finds_the_pairs_of_all_pairs(news: News) -> None:
    told = outlines(news(45))
    assert set(candidates(told)) <= pairs(told, ({"橋", f"{n // 3 % 8}"} for n in range(45)))


def test_blocking_of_many_alike_stays_small(news: News) -> None:
    one = outlines(news(3))[0]
    assert one.published is not None
    many = [replace(one, published=one.published + timedelta(minutes=n)) for n in range(600)]
    found = pairs(many, ({f"{n // 7}", f"{(n + 3) // 7}a"} for n in range(600)))
    assert len(found) < 600 * 10
    reached = {0}
    for i, j in sorted(found):
        if i in reached:
            reached.add(j)
    assert len(reached) == 600


def test_only_pairs_with_a_new_article_are_looked_at(news: News) -> None:
    told = outlines(news(30))
    found = pairs(told, ({"橋", f"{n // 3}"} for n in range(30)), new=[4])
    assert found
    assert all(4 in pair for pair in found)


def test_rare_words_count_more_than_those_of_all() -> None:
    words = Words()
    for terms in ({"首相", "会談", "発表"}, {"首相", "会談", "発表"}, {"地震", "発表"}, {"試合", "発表"}):
        words.add(terms)
    same, one = words.terms().cosine(0, np.array([1, 2]))
    assert same == 1.0
    assert 0 < one < 0.1


def test_words_keep_the_order_asked_for() -> None:
    words = Words()
    numbers = [words.add(terms) for terms in ({"地震"}, {"試合"}, {"地震"})]
    assert words.terms([numbers[0], numbers[2], numbers[1]]).cosine(0, np.array([1, 2])).tolist() == [1.0, 0.0]
