"""A trained file that is not the one of the release is refused before anything is read from it."""

from __future__ import annotations

import runpy
from pathlib import Path
from typing import Any

import pytest

from jpnews_nlp.entities import model_files, names_data, names_tagger, names_words
from jpnews_nlp.entities.names_data import rows
from jpnews_nlp.errors import EngineError
from jpnews_nlp.model.article import Article
from jpnews_nlp.pipeline import Pipeline

ROOT = Path(__file__).parents[2]
DATA = Path(names_data.__file__).parent / "data"
NAMES = sorted(name for name, _ in rows(model_files.DIGESTS))


def test_the_digests_are_those_of_the_files() -> None:
    recipe = runpy.run_path(str(ROOT / "training" / "digest_model_files.py"))
    written = (DATA / model_files.DIGESTS).read_text(encoding="utf-8")
    assert recipe["table"]() == written, "after training: python training/digest_model_files.py"
    assert [name for name in NAMES if name.endswith((".npz", ".gz"))] == [
        "name_lexicon.txt.gz",
        "name_model.npz",
        "word_clusters.txt.gz",
    ]


class Damaged:
    """The files of the package, one of them damaged on the disk."""

    def __init__(self, damage: Any, name: str) -> None:
        self._damage, self._name = damage, name

    def joinpath(self, folder: str, name: str) -> Any:
        return self._damage(DATA / name) if name == self._name else DATA / name


def _flipped(path: Path) -> bytes:
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    return bytes(data)


DAMAGE = {"一ビット": _flipped, "途中まで": lambda p: p.read_bytes()[:-1], "空": lambda _: b""}


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE.keys())
def test_a_damaged_file_is_one_line(name: str, damage: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def spoil(path: Path) -> Path:
        (tmp_path / path.name).write_bytes(damage(path))
        return tmp_path / path.name

    monkeypatch.setattr(model_files.resources, "files", lambda _: Damaged(spoil, name))
    with pytest.raises(EngineError, match=rf"{name}: is damaged, .*; mend: python -m pip install") as caught:
        model_files.read_model_file(name)
    assert str(caught.value).isprintable()


@pytest.mark.parametrize("name", NAMES)
def test_a_missing_file_is_one_line(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(model_files.resources, "files", lambda _: Damaged(lambda _: tmp_path / "none", name))
    with pytest.raises(EngineError, match=r"none: cannot be read \(No such file .*\); mend: python"):
        model_files.read_model_file(name)


def test_the_first_article_meets_the_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for remembered in (names_tagger._model, names_words._clusters, names_words._lexicon):
        monkeypatch.setattr(f"{remembered.__module__}.{remembered.__name__}", remembered.__wrapped__)
    monkeypatch.setattr(model_files, "digest", lambda _: "0")
    with pytest.raises(EngineError, match="is damaged"):
        Pipeline(engine="mecab").analyze(Article(id="a", body="木村太郎氏は会見した。"))
