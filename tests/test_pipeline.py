"""One pipeline: the same analysis alone, in a batch, over threads, from the cache and in another process."""

import pickle
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from itertools import pairwise
from multiprocessing import get_context
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jpnews_nlp import Article, EngineError, Pipeline
from jpnews_nlp.engines import load_engine
from jpnews_nlp.engines.cached import CachedEngine
from jpnews_nlp.engines.mecab import MecabEngine
from jpnews_nlp.model.parse import Parse

ENGINES = ["mecab", pytest.param("ginza", marks=pytest.mark.slow)]
SENTENCES = [
    "空色市は15日、川沿いの3地区に避難指示を出した。",
    "緑川葉市長は「早めに逃げてほしい。命が大切だ」と述べた。",
    "県警によると、けが人は5人（うち1人は重傷）だった。",
    "●震度5強 空色市",
    "気象庁は、Ｍ６．９、深さ25.1キロと発表した。",
    "雨",
    "同社は来年度の計画を見直し、新しい工場を建てることを検討している。",
]
ODD = ["", " ", "\x00", "東京\x00都", "\ud800", "が゙ ｶﾞｿﾘﾝ 𠮷野家🎉", "\r\n\t\u2028", "「" * 500, "１" * 300, "。" * 300]

# Kana, kanji, full and half width, emoji, controls, marks that open and close, and any code point at all.
ANY_TEXT = st.text(
    st.one_of(
        st.sampled_from(
            "あいうえおんアイウーガ゙ｶﾞ漢字東京都県市𠮷髙﨑年月日時人円0123１２３ABcdＡｂ。、．.！？!?「」『』（）()●■・〜ー-:/,🎉👨‍👩‍👧\u3099\u200b\ufeff"
        ),
        st.sampled_from("\x00\x01\x02\x03\x1b\x7f\x85\u2028\u2029\t\r\n 　\ud800\udfff"),
        st.characters(),
    ),
    max_size=60,
)


@pytest.fixture(scope="module")
def pipelines() -> dict[str, Pipeline]:
    return SHARED


def articles() -> list[Article]:
    """Every sentence alone, between others, at the end of a long text; and odd texts."""
    bodies = [*SENTENCES, *ODD, "\n".join(SENTENCES), "".join(SENTENCES[:3]), "\n".join(SENTENCES * 8)]
    return [Article(id=str(n), title="空色市で大雨" if n % 2 else "", body=body) for n, body in enumerate(bodies)]


def shifted(parse: Parse, text: str) -> dict[str, list[object]]:
    """For each sentence what the parse says of it, counted from its own start."""
    found: dict[str, list[object]] = {}
    for sentence in parse.sentences:
        first, last, at = sentence.first_token, sentence.last_token, sentence.start
        tokens = [(t.start - at, t.end - at, t.lemma, t.reading, t.pos, t.known) for t in parse.tokens[first:last]]
        heads = [head - first for head in parse.heads[first:last]]
        inside = [b for b in parse.bunsetsu if sentence.covers(b)]
        phrases = [
            (b.start - at, b.end - at, b.first_token - first, b.last_token - first, b.head - first) for b in inside
        ]
        found.setdefault(sentence.of(text).strip(), []).append((tokens, heads, parse.relations[first:last], phrases))
    return found


@pytest.mark.parametrize("name", ENGINES)
def test_a_sentence_parses_the_same_wherever_it_stands(name: str, tmp_path: Path) -> None:
    engine = load_engine(name)
    cached = CachedEngine(engine, tmp_path)
    alone = {s: shifted(engine.parse(Article(id="a", body=s)), s)[s] for s in SENTENCES}
    inside = Article(id="b", body="\n".join(SENTENCES * 9))
    batched = [*engine.parse_many([Article(id="c", body=SENTENCES[0]), inside])][1]
    for parse in (engine.parse(inside), batched, cached.parse(inside), cached.parse(inside)):
        assert shifted(parse, inside.text) == {s: reading * 9 for s, reading in alone.items()}


@pytest.mark.parametrize("engine", ENGINES)
def test_many_are_as_one(pipelines: dict[str, Pipeline], engine: str, tmp_path: Path) -> None:
    pipeline, cached = pipelines[engine], Pipeline(engine=engine, cache=tmp_path)
    expected = [pipeline.analyze(a) for a in articles()]
    assert list(pipeline.analyze_many(articles())) == expected
    assert list(cached.analyze_many(articles())) == expected
    assert [cached.analyze(a) for a in articles()] == expected


@pytest.mark.parametrize("engine", ENGINES)
def test_threads_share_a_pipeline(pipelines: dict[str, Pipeline], engine: str) -> None:
    texts = [Article(id=str(n), body=f"第{n}回。{SENTENCES[n % len(SENTENCES)]}") for n in range(120)]
    expected = [pipelines[engine].analyze(a) for a in texts]
    fresh = Pipeline(engine=engine)  # its engine is loaded by whichever thread comes first
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(fresh.analyze, texts * 2)) == expected * 2


def test_articles_are_read_as_they_are_needed() -> None:
    read: list[int] = []

    def stream() -> Iterator[Article]:
        for n in range(10_000):
            read.append(n)
            yield Article(id=str(n), body=SENTENCES[0])

    assert next(Pipeline(engine="mecab").analyze_many(stream())).article.id == "0"
    assert len(read) < 100


@pytest.mark.parametrize("engine", ENGINES)
def test_another_process_builds_its_own(pipelines: dict[str, Pipeline], engine: str) -> None:
    texts = articles()[:6]
    assert pickle.loads(pickle.dumps(pipelines[engine])).analyze(texts[0]) == pipelines[engine].analyze(texts[0])
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        assert list(pool.map(pipelines[engine].analyze, texts)) == [pipelines[engine].analyze(a) for a in texts]


def test_user_dictionary_in_one_line(tmp_path: Path) -> None:
    words = tmp_path / "words.csv"
    words.write_text("空色北新報,organization\n", encoding="utf-8")
    pipeline = Pipeline(engine="mecab", user_dictionary=words)
    assert pipeline.parse(Article(id="a", body="空色北新報が伝えた。")).tokens[0].surface == "空色北新報"


def test_an_engine_made_by_hand() -> None:
    assert Pipeline(engine=MecabEngine()).engine == "mecab"


def test_unknown_engine() -> None:
    with pytest.raises(EngineError, match="ginza, mecab"):
        Pipeline(engine="juman")


def check_any_text(pipeline: Pipeline, text: str) -> None:
    article = Article(id="a", body=text)
    parse, analysis = pipeline.parse(article), pipeline.analyze(article)
    assert "".join(s.of(text) for s in parse.sentences) == text
    assert all(text[t.start : t.end] == t.surface != "" for t in parse.tokens)
    assert all(a.end <= b.start for a, b in pairwise(parse.tokens))
    assert [c for t in parse.tokens for c in t.surface if not c.isspace()] == [c for c in text if not c.isspace()]
    assert [t for s in parse.sentences for t in parse.tokens_of(s)] == list(parse.tokens)
    assert len(parse.heads) == len(parse.relations) == (len(parse.tokens) if pipeline.engine == "ginza" else 0)
    assert all(b.first_token <= b.head < b.last_token for b in parse.bunsetsu)
    assert analysis.article.text == text
    assert all(text[e.start : e.end] == e.text != "" for e in analysis.entities)
    assert all(text[c.start : c.end] == c.text != "" for c in analysis.claims)


SHARED = {name: Pipeline(engine=name) for name in ("mecab", "ginza")}
# 100 examples, or 10,000 with --hypothesis-profile=thorough.
PATIENT = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])


@PATIENT
@given(ANY_TEXT)
def test_any_text(text: str) -> None:
    check_any_text(SHARED["mecab"], text)


@pytest.mark.slow
@PATIENT
@given(ANY_TEXT)
def test_any_text_with_syntax(text: str) -> None:
    check_any_text(SHARED["ginza"], text)


@pytest.mark.parametrize("engine", ENGINES)
def test_a_megabyte_of_kana(pipelines: dict[str, Pipeline], engine: str) -> None:
    text = "あいうえおかきくけこ" * 33_400  # 1 MB in UTF-8, without one mark
    parse = pipelines[engine].parse(Article(id="a", body=text))
    assert "".join(s.of(text) for s in parse.sentences) == text
    assert max(s.end - s.start for s in parse.sentences) * 3 < 49_149
    assert parse.tokens[-1].end == len(text)
