"""The user's own names: how they are read, found, and win."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from jpnews_nlp.engines.mecab import MecabEngine
from jpnews_nlp.entities.gazetteer import Gazetteer, GazetteerName
from jpnews_nlp.entities.recognize import recognize
from jpnews_nlp.errors import GazetteerError
from jpnews_nlp.model.article import Article
from jpnews_nlp.pipeline import Pipeline

ENGINE = MecabEngine()


def names(text: str, *entries: tuple[str, str, str]) -> list[tuple[str, str, str, str]]:
    gazetteer = Gazetteer([GazetteerName(name=n, kind=k, canonical=c) for n, k, c in entries])  # type: ignore[arg-type]
    article = Article(id="a", body=text)
    found = recognize(article, ENGINE.parse(article), gazetteer)
    assert all(e.of(text) == e.text for e in found)
    return [(e.text, e.kind, e.canonical, e.source) for e in found]


def test_the_users_name_wins_over_rules_and_model() -> None:
    entry = ("東京タワーズ", "organization", "東京タワーズ株式会社")
    assert names("東京タワーズは発表した。", entry) == [
        ("東京タワーズ", "organization", "東京タワーズ株式会社", "user:gazetteer")
    ]


def test_the_longest_name_counts() -> None:
    found = names("ニジイロ新報は報じた。", ("ニジイロ", "person", ""), ("ニジイロ新報", "organization", ""))
    assert [f[:2] for f in found] == [("ニジイロ新報", "organization")]


def test_without_a_canonical_form_the_library_finds_it() -> None:
    assert names("輪島の朝市。", ("輪島", "place", ""))[0][2] == "石川県輪島市"


NOT_FOUND = {
    "片仮名の語の中": ("ニジイロ新報", "ニジ"),
    "ローマ字の語の中": ("NEXTAGE", "NEXT"),
    "別の語": ("木村太郎", "佐藤"),
}


@pytest.mark.parametrize(("text", "name"), NOT_FOUND.values(), ids=NOT_FOUND.keys())
def test_no_match(text: str, name: str) -> None:
    assert list(Gazetteer([GazetteerName(name=name, kind="person")]).candidates(text)) == []


def test_a_file_is_read(tmp_path: Path) -> None:
    path = tmp_path / "names.csv"
    path.write_text(
        "# 自社の名\nニジイロ新報,organization,株式会社ニジイロ新報社\n\n虹色太郎,person\n", encoding="utf-8"
    )
    gazetteer = Gazetteer.from_file(path)
    assert len(gazetteer) == 2
    assert gazetteer.canonical("ニジイロ新報") == "株式会社ニジイロ新報社"
    assert gazetteer.canonical("虹色太郎") == "虹色太郎"
    assert list(pickle.loads(pickle.dumps(gazetteer)).candidates("虹色太郎")) == list(gazetteer.candidates("虹色太郎"))


BROKEN = {
    "種類がない": ("虹色太郎\n", "line 1: kind ''"),
    "知らない種類": ("虹色太郎,animal\n", "'animal'; one of person, place, organization"),
    "名がない": (",person\n", "line 1: no name"),
    "二度": ("虹,person\n虹,place\n", "line 2: '虹' is listed twice"),
}


@pytest.mark.parametrize(("content", "said"), BROKEN.values(), ids=BROKEN.keys())
def test_a_broken_file_names_its_line(tmp_path: Path, content: str, said: str) -> None:
    path = tmp_path / "names.csv"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(GazetteerError) as caught:
        Gazetteer.from_file(path)
    assert said in str(caught.value)


def test_a_missing_file_is_said(tmp_path: Path) -> None:
    with pytest.raises(GazetteerError, match="cannot be read"):
        Gazetteer.from_file(tmp_path / "none.csv")


def test_a_pipeline_takes_a_gazetteer_and_can_be_sent_to_another_process(tmp_path: Path) -> None:
    path = tmp_path / "names.tsv"
    path.write_text("ニジイロ新報\torganization\t株式会社ニジイロ新報社\n", encoding="utf-8")
    article = Article(id="a", body="ニジイロ新報は報じた。")
    for pipeline in (made := Pipeline(engine="mecab", gazetteer=path), pickle.loads(pickle.dumps(made))):
        assert [o.canonical for o in pipeline.analyze(article).organizations] == ["株式会社ニジイロ新報社"]
