"""Parses on disk are the parses of the engine, and a bad file is as good as none."""

import json
import pickle
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from jpnews_nlp.engines.cached import CachedEngine
from jpnews_nlp.engines.mecab import MecabEngine
from jpnews_nlp.engines.parse_columns import from_columns, to_columns
from jpnews_nlp.engines.user_words import UserWord, UserWords
from jpnews_nlp.errors import EngineError
from jpnews_nlp.model.article import Article, Block
from jpnews_nlp.model.parse import Bunsetsu, EngineMention, Parse, Sentence, Token

ODD = "県は「開く。」と発表した。\n\x00\ud800が゙ 𠮷野家🎉\r\nおわり"


class Counting(MecabEngine):
    """MeCab that remembers how many articles it was given."""

    def __init__(self) -> None:
        super().__init__()
        self.parsed: list[str] = []

    def parse_many(self, articles: Iterable[Article]) -> Iterator[Parse]:
        for article in articles:
            self.parsed.append(article.id)
            yield self.parse(article)


def test_columns_and_back() -> None:
    parse = MecabEngine().parse_text(ODD)
    assert from_columns(json.loads(json.dumps(to_columns(parse))), ODD) == parse


def test_columns_keep_syntax() -> None:
    token = Token(
        start=0, end=1, surface="県", lemma="県", normalized="県", reading="ケン", pos=("名詞", "*", "*", "*"),
        conjugation="*", known=True,
    )  # fmt: skip
    parse = Parse(
        engine="ginza",
        sentences=(Sentence(start=0, end=1, first_token=0, last_token=1),),
        tokens=(token,),
        heads=(0,),
        relations=("ROOT",),
        bunsetsu=(Bunsetsu(start=0, end=1, first_token=0, last_token=1, head=0),),
        mentions=(EngineMention(start=0, end=1, label="Province"),),
    )
    assert from_columns(json.loads(json.dumps(to_columns(parse))), "県") == parse


def test_second_time_from_the_folder(tmp_path: Path) -> None:
    engine, articles = Counting(), [Article(id=str(n), body=f"{n}番の{ODD}") for n in range(40)]
    cached = CachedEngine(engine, tmp_path)
    first = list(cached.parse_many(articles[:25]))
    again = list(cached.parse_many(articles))
    assert again[:25] == first == [MecabEngine().parse(a) for a in articles[:25]]
    assert engine.parsed == [a.id for a in articles]
    assert cached.parse(articles[3]) == first[3]


def test_the_id_is_no_part_of_the_content(tmp_path: Path) -> None:
    engine = Counting()
    cached = CachedEngine(engine, tmp_path)
    assert cached.parse(Article(id="a", body="雨。")) == cached.parse(Article(id="b", body="雨。"))
    assert engine.parsed == ["a"]


def test_blocks_versions_and_words_are_part_of_the_key(tmp_path: Path) -> None:
    text = "空色新報本文だ"
    CachedEngine(MecabEngine(), tmp_path).parse(Article(id="a", body=text))
    blocks = (Block(start=0, end=4, role="headline"), Block(start=4, end=7, role="body"))
    assert len(CachedEngine(MecabEngine(), tmp_path).parse(Article(id="a", body=text, blocks=blocks)).sentences) == 2
    words = UserWords([UserWord(surface="空色新報")])
    assert CachedEngine(MecabEngine(words), tmp_path).parse(Article(id="a", body=text)).tokens[0].surface == "空色新報"
    assert "unidic-lite=1" in MecabEngine().fingerprint


BAD = {
    "空": b"",
    "切れている": b'{"engine"',
    "別の形": b"[1, 2]",
    "足りない列": b'{"engine": "mecab", "forms": []}',
    "ピクル": pickle.dumps({"engine": "mecab"}),
}


@pytest.mark.parametrize("content", BAD.values(), ids=BAD.keys())
def test_bad_files_are_parsed_anew(tmp_path: Path, content: bytes) -> None:
    article = Article(id="a", body=ODD)
    expected = CachedEngine(MecabEngine(), tmp_path).parse(article)
    (file,) = tmp_path.iterdir()
    file.write_bytes(content)
    assert CachedEngine(MecabEngine(), tmp_path).parse(article) == expected
    assert CachedEngine(Counting(), tmp_path).parse(article) == expected


def test_files_are_json_and_never_run(tmp_path: Path) -> None:
    CachedEngine(MecabEngine(), tmp_path).parse(Article(id="a", body="雨。"))
    (file,) = tmp_path.iterdir()
    assert json.loads(file.read_bytes())["engine"] == "mecab"


def test_threads_share_a_folder(tmp_path: Path) -> None:
    cached, articles = (
        CachedEngine(MecabEngine(), tmp_path),
        [Article(id=str(n), body=f"{n % 7}番。") for n in range(200)],
    )
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(cached.parse, articles))
    assert found == [MecabEngine().parse(a) for a in articles]


def test_survives_pickling(tmp_path: Path) -> None:
    cached = pickle.loads(pickle.dumps(CachedEngine(MecabEngine(), tmp_path)))
    assert cached.name == "mecab"
    assert cached.parse(Article(id="a", body="雨。")).tokens[0].surface == "雨"


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(EngineError, match="file"):
        CachedEngine(MecabEngine(), tmp_path / "file" / "below")
