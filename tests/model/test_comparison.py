"""Analyses and comparisons: their views, and back from JSON."""

from __future__ import annotations

import json
from typing import Any

import pytest
from tests.render.records import analysis, comparison, hostile_analysis, hostile_comparison

from jpnews_nlp.errors import RecordError
from jpnews_nlp.model.analysis import Analysis
from jpnews_nlp.model.comparison import GRAVITY, Comparison

ANALYSES = {"ふつう": analysis, "意地悪": hostile_analysis}
COMPARISONS = {"ふつう": comparison, "意地悪": hostile_comparison}


@pytest.mark.parametrize("make", ANALYSES.values(), ids=ANALYSES.keys())
def test_analysis_back_from_json(make: Any) -> None:
    made = make()
    assert Analysis.from_json(made.to_json()) == made
    assert Analysis.from_dict(made.to_dict()).to_json() == made.to_json()


@pytest.mark.parametrize("make", COMPARISONS.values(), ids=COMPARISONS.keys())
def test_comparison_back_from_json(make: Any) -> None:
    made = make()
    assert Comparison.from_json(made.to_json()) == made
    assert Comparison.from_json(made.to_json(indent=2)).to_json() == made.to_json()


def test_json_is_japanese_as_it_is_written() -> None:
    assert "\\u" not in analysis().to_json()


def test_entities_by_kind_are_all_of_them() -> None:
    made = analysis()
    views = (made.people, made.places, made.organizations, made.dates, made.times)
    assert sorted(e.start for view in views for e in view) == sorted(e.start for e in made.entities)
    assert all(e.kind == "person" for e in made.people)


def test_groups_by_verdict() -> None:
    made = comparison()
    views = (made.conflicts, made.updates, made.agreements)
    assert {g.verdict for g in made.conflicts} == {"conflict"}
    assert {g.verdict for g in made.updates} <= {"update"}
    assert {g.verdict for g in made.agreements} <= {"agree", "partial"}
    assert sum(map(len, views)) + sum(g.verdict == "single" for g in made.groups) == len(made.groups)


def test_a_verdict_is_the_gravest_link() -> None:
    for group in comparison().groups:
        relations = [link.relation for link in group.links]
        assert group.verdict == (max(relations, key=GRAVITY.__getitem__) if relations else "single")


def test_only_in_an_outlet_or_id() -> None:
    made = comparison()
    for article in made.articles:
        own = made.only_in(article.id)
        assert own == made.only_in(article.label)
        assert {c.article for g in own for c in g.claims} <= {article.id}


def test_an_unknown_outlet_lists_the_known() -> None:
    made = comparison()
    with pytest.raises(KeyError, match=made.articles[0].label):
        made.only_in("知らない社")
    with pytest.raises(KeyError, match=made.articles[0].id):
        made.article("知らない記事")


def test_claims_of_one_article_in_a_group() -> None:
    for group in comparison().groups:
        articles = dict.fromkeys(c.article for c in group.claims)
        assert tuple(c for a in articles for c in group.claims_in(a)) == group.claims


BROKEN: dict[str, tuple[Any, str]] = {
    "空": ("", "no JSON"),
    "途中まで": ('{"schema": 1,', r"no JSON: .* \(line 1, column"),
    "並び": ("[]", "an object is needed"),
    "別の版": ('{"schema": 99}', "found schema 99"),
    "版がない": ("{}", "found schema None"),
    "記事がない": ('{"schema": 1}', "."),
}


@pytest.mark.parametrize(("text", "message"), BROKEN.values(), ids=BROKEN.keys())
@pytest.mark.parametrize("record_type", [Analysis, Comparison])
def test_broken_json_is_refused(record_type: Any, text: str, message: str) -> None:
    with pytest.raises(RecordError, match=message):
        record_type.from_json(text)


def test_a_broken_claim_is_named() -> None:
    plain = json.loads(comparison().to_json())
    plain["groups"][0]["claims"][0]["polarity"] = "perhaps"
    with pytest.raises(RecordError, match=r"groups\[0\].claims\[0\].polarity: found 'perhaps'"):
        Comparison.from_dict(plain)
