"""The scorer counts as it says, and the bundled examples stay above their floors."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from jpnews_nlp.errors import ExampleError
from jpnews_nlp.examples import example_names, load_example, load_gold
from jpnews_nlp.examples.evaluate import evaluate_examples, overlap, score_pair, score_speech
from jpnews_nlp.examples.scores import TOTAL, Rate, Score, scores_json, scores_markdown, scores_text, total
from jpnews_nlp.model.analysis import Analysis
from jpnews_nlp.model.article import Article
from jpnews_nlp.model.claim import Claim
from jpnews_nlp.model.comparison import Comparison, Group, Link
from jpnews_nlp.model.span import Span
from jpnews_nlp.pipeline import Pipeline

A = Article(id="a", body="死者は4人。負傷者は9人。市長は否定した。原因を調べている。")
B = Article(id="b", body="4人が死亡。9人が負傷。市長は認めた。")


def claim(article: Article, text: str, number: int, **more: Any) -> Claim:
    start = article.text.index(text)
    return Claim(
        id=f"{article.id}#{number}",
        article=article.id,
        start=start,
        end=start + len(text),
        text=text,
        predicate="x",
        **more,
    )


def compared(*links: tuple[str, str, Any]) -> Comparison:
    groups = []
    for number, (left, right, relation) in enumerate(links):
        a, b = claim(A, left, number), claim(B, right, number)
        link = Link(a=a.id, b=b.id, relation=relation, reason="", rule="", score=1.0)
        groups.append(Group(verdict=relation, claims=(a, b), links=(link,)))
    return Comparison(articles=(A, B), events=(("a", "b"),), groups=tuple(groups))


PAIR = {
    "a": "a",
    "b": "b",
    "links": [
        {"a": "死者は4人", "b": "4人が死亡", "relation": "agree"},
        {"a": "市長は否定した", "b": "市長は認めた", "relation": "conflict"},
    ],
    "also": [{"a": "負傷者は9人", "b": "9人が負傷", "relation": "agree"}],
    "traps": [{"a": "負傷者は9人", "b": "4人が死亡"}],
}


@pytest.mark.parametrize(
    ("links", "wanted"),
    [
        pytest.param([], Score(name="", links=Rate(gold=2), conflicts=Rate(gold=1)), id="何も見つけない"),
        pytest.param(
            [("死者は4人", "4人が死亡", "agree"), ("市長は否定した", "市長は認めた", "conflict")],
            Score(
                name="",
                links=Rate(predicted=2, right=2, gold=2, found=2),
                relations=2,
                conflicts=Rate(predicted=1, right=1, gold=1, found=1),
            ),
            id="すべて正しい",
        ),
        pytest.param(
            [("負傷者は9人", "9人が負傷", "agree")],
            Score(name="", links=Rate(predicted=1, right=1, gold=2), conflicts=Rate(gold=1)),
            id="求められていない組は正しいが数に入らない",
        ),
        pytest.param(
            [("負傷者は9人", "4人が死亡", "conflict")],
            Score(name="", links=Rate(predicted=1, gold=2), conflicts=Rate(predicted=1, gold=1), traps=1),
            id="紛らわしい組",
        ),
        pytest.param(
            [("市長は否定した", "市長は認めた", "agree")],
            Score(name="", links=Rate(predicted=1, right=1, gold=2, found=1), conflicts=Rate(gold=1)),
            id="組は正しく関係が違う",
        ),
        pytest.param(
            [(A.text, "4人が死亡", "agree")],
            Score(name="", links=Rate(predicted=1, gold=2), conflicts=Rate(gold=1)),
            id="長すぎる根拠",
        ),
    ],
)
def test_a_pair_is_counted_as_the_gold_says(links: list[tuple[str, str, str]], wanted: Score) -> None:
    assert score_pair(compared(*links), PAIR) == wanted


@pytest.mark.parametrize(
    ("speaker", "said", "found"),
    [
        ("市長", "市長", 1),
        ("木村市長", "市長", 1),
        ("市長", "木村市長", 1),
        ("市長", "知事", 0),
        (None, None, 1),
        ("市長", None, 0),
    ],
)
def test_a_speaker_is_found_by_any_part_of_the_name(speaker: str | None, said: str | None, found: int) -> None:
    analysis = Analysis(article=A, entities=(), claims=(claim(A, "市長は否定した", 1, speaker=said, cue="とした"),))
    gold = [
        {"article": "a", "quote": "否定した", "speaker": speaker},
        {"article": "b", "quote": "認めた", "speaker": "x"},
    ]
    assert score_speech(analysis, gold) == Rate(predicted=1, right=1, gold=1, found=found)


def test_a_claim_on_no_ones_word_is_not_counted() -> None:
    analysis = Analysis(article=A, entities=(), claims=(claim(A, "市長は否定した", 1),))
    assert score_speech(analysis, []) == Rate()


def test_overlap_is_a_dice_coefficient() -> None:
    assert overlap(Span(start=0, end=4), Span(start=4, end=8)) == 0
    assert overlap(Span(start=2, end=4), Span(start=2, end=4)) == 1


def test_rates_of_nothing_are_nought() -> None:
    assert (Rate().precision, Rate().recall, Rate().f, Score(name="x").relation_accuracy) == (0, 0, 0, 0)


@pytest.fixture(scope="module")
def scores() -> tuple[Score, ...]:
    return evaluate_examples(Pipeline(engine="mecab"))


def test_every_example_has_a_score_and_the_total_sums_them_up(scores: tuple[Score, ...]) -> None:
    assert [score.name for score in scores] == [*example_names(), TOTAL]
    assert scores[-1] == total(scores[:-1])
    wanted = sum(len(pair["links"]) for name in example_names() for pair in load_gold(name)["pairs"])
    assert scores[-1].links.gold == wanted


def test_the_library_keeps_its_floors(scores: tuple[Score, ...]) -> None:
    whole = scores[-1]
    assert whole.links.f >= 0.5
    assert whole.relation_accuracy >= 0.5
    assert whole.speech.f >= 0.75
    assert whole.traps <= 20


def test_the_gold_itself_scores_one() -> None:
    """A perfect comparison, made from the gold, misses nothing."""
    name = "entry-fee"
    articles = {a.id: a for a in load_example(name)}
    for pair in load_gold(name)["pairs"]:
        groups = []
        for number, x in enumerate(pair["links"]):
            a, b = (claim(articles[pair[s]], x[s], number) for s in ("a", "b"))
            link = Link(a=a.id, b=b.id, relation=x["relation"], reason="", rule="", score=1.0)
            groups.append(Group(verdict=x["relation"], claims=(a, b), links=(link,)))
        made = Comparison(articles=(articles[pair["a"]], articles[pair["b"]]), events=(), groups=tuple(groups))
        found = score_pair(made, pair)
        assert (found.links.precision, found.links.recall, found.traps) == (1, 1, 0)
        assert found.conflicts.found == found.conflicts.gold


def test_an_unknown_example_lists_the_known_ones() -> None:
    with pytest.raises(ExampleError, match="alaska-summit"):
        evaluate_examples(Pipeline(engine="mecab"), ["nothing-like-it"])


ONE = Score(
    name="alaska-summit",
    links=Rate(predicted=4, right=3, gold=5, found=2),
    relations=1,
    conflicts=Rate(predicted=1, right=1, gold=1, found=1),
    speech=Rate(predicted=2, right=2, gold=4, found=3),
    traps=7,
)


def test_text_is_aligned() -> None:
    lines = scores_text([ONE, replace(ONE, name=TOTAL)], lang="en").splitlines()
    assert len({len(line) for line in lines}) == 1
    assert lines[1].split() == [
        "alaska-summit",
        "0.75",
        "0.40",
        "0.52",
        "0.50",
        "1.00",
        "1.00",
        "1.00",
        "1.00",
        "0.75",
        "0.86",
        "7",
    ]
    assert scores_text([ONE]).startswith("例 ")


def test_markdown_is_a_table() -> None:
    lines = scores_markdown([replace(ONE, name=TOTAL)]).splitlines()
    assert len({line.count("|") for line in lines}) == 1
    assert lines[-1].startswith("| 合計 | 0.75 | 0.40 |")


def test_json_has_the_counts() -> None:
    [plain] = json.loads(scores_json([ONE]))
    assert plain["links"] == {"predicted": 4, "right": 3, "gold": 5, "found": 2, "p": 0.75, "r": 0.4, "f": 0.5217}
    assert (plain["relation_accuracy"], plain["traps"]) == (0.5, 7)
