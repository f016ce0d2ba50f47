"""GiNZA's syntax over MeCab's tokens."""

import pickle

import pytest

from jpnews_nlp.engines.ginza import GinzaEngine
from jpnews_nlp.engines.mecab import MecabEngine
from jpnews_nlp.model.article import Article, Block

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def engine() -> GinzaEngine:
    return GinzaEngine()


def test_tokens_are_mecabs(engine: GinzaEngine) -> None:
    text = "県は15日、避難所を開いた。\x00\ud800🎉"
    parse = engine.parse_text(text)
    assert parse.tokens == MecabEngine().parse_text(text).tokens
    assert len(parse.heads) == len(parse.relations) == len(parse.tokens)


def test_object_and_root(engine: GinzaEngine) -> None:
    parse = engine.parse_text("県は避難所を開いた。")
    of = {t.surface: i for i, t in enumerate(parse.tokens)}
    assert parse.heads[of["県"]] == of["開い"]
    assert parse.relations[of["県"]] == "nsubj"
    assert parse.relations[of["開い"]] == "ROOT"


def test_a_sentence_alone_and_inside_a_text_parse_the_same(engine: GinzaEngine) -> None:
    first, second = "県は避難所を開いた。", "市は橋を閉じた。"
    alone, together = engine.parse_text(second), engine.parse_text(first + second)
    shift = len(engine.parse_text(first).tokens)
    assert tuple(h - shift for h in together.heads[shift:]) == alone.heads
    assert together.relations[shift:] == alone.relations


def test_furniture_gets_no_syntax(engine: GinzaEngine) -> None:
    blocks = (Block(start=0, end=10, role="body"), Block(start=10, end=16, role="furniture"))
    parse = engine.parse(Article(id="a", body="県は避難所を開いた。関連記事一覧", blocks=blocks))
    assert parse.relations[-1] == ""


def test_too_long_a_sentence_is_kept_without_syntax(engine: GinzaEngine) -> None:
    text = "あ" * 20_000
    parse = engine.parse_text(text)
    assert parse.tokens[-1].end == len(text)


def test_survives_pickling(engine: GinzaEngine) -> None:
    assert pickle.loads(pickle.dumps(engine)).name == "ginza"
