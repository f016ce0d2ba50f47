"""What is counted in a claim."""

from __future__ import annotations

import pytest

from jpnews_nlp import Article, Pipeline
from jpnews_nlp.comparison.measured import counted, rows_of

PIPELINE = Pipeline(engine="mecab")


def kinds(body: str) -> frozenset[str]:
    claims = PIPELINE.analyze(Article(id="a", body=body)).claims
    return frozenset().union(*(counted(c) for c in claims))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("少なくとも8人が病院に搬送された。", "負傷者は17人に上る。", id="搬送 負傷者"),
        pytest.param("13人がけがをした。", "負傷者は16名。", id="けが 負傷者"),
        pytest.param("乗客2人が死亡した。", "死者は5人。", id="乗客が死亡 死者"),
        pytest.param("3人の行方が分かっていない。", "残る2人の捜索を続けている。", id="行方 捜索"),
    ],
)
def test_one_kind_in_other_words(one: str, other: str) -> None:
    assert kinds(one) & kinds(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("13人がけがをした。", "うち13人が重傷だ。", id="all and the badly hurt"),
        pytest.param("13人がけがをした。", "玖珠町では4人がけがをした。", id="all and those of a town"),
        pytest.param("23人がけがをした。", "日本人2人がけがをした。", id="all and the Japanese"),
        pytest.param("400人が身を寄せている。", "2900人に避難指示を出した。", id="in shelters, told to leave"),
        pytest.param("避難所は3か所。", "避難した人は30人。", id="two units"),
        pytest.param("乗客29人が乗っていた。", "乗客3人が死亡した。", id="aboard, dead"),
        pytest.param("死者は3人。", "けが人は12人。", id="dead, hurt"),
    ],
)
def test_two_kinds(one: str, other: str) -> None:
    assert not kinds(one) & kinds(other)


def test_a_clause_with_two_counts_tells_each_of_its_own() -> None:
    both = kinds("死者3人、けが12人となった。")
    assert both & kinds("死者は5人。")
    assert both & kinds("けが人は20人。")


def test_a_word_inside_a_longer_one_is_not_told() -> None:
    assert not rows_of("避難指示を出した") & rows_of("体育館に避難した")
