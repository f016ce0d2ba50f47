"""The recipe of the alignment weights, run on the bundled examples alone."""

from __future__ import annotations

import importlib.util
import json
import sys
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest

from jpnews_nlp.comparison.weights import WEIGHTS
from jpnews_nlp.examples import example_names

RECIPE = Path(__file__).parents[2] / "training" / "train_alignment.py"


@pytest.fixture(scope="module")
def recipe() -> ModuleType:
    spec = importlib.util.spec_from_file_location("train_alignment", RECIPE)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def learned(path: Path) -> dict[str, float]:
    names: dict[str, dict[str, float]] = {}
    exec(path.read_text(encoding="utf-8"), names)
    return names["WEIGHTS"]


def run(recipe: ModuleType, monkeypatch: pytest.MonkeyPatch, *arguments: object) -> None:
    monkeypatch.setattr(sys, "argv", ["train_alignment.py", *map(str, arguments), "--engine", "mecab"])
    recipe.main()


def event_names(recipe: ModuleType) -> list[str]:
    return sorted(folder.name for folder in recipe.EVENTS.iterdir())


def test_the_same_input_gives_the_same_bytes(recipe, monkeypatch, tmp_path: Path) -> None:
    for name in ("one.py", "two.py"):
        run(recipe, monkeypatch, tmp_path / name)
    assert (tmp_path / "one.py").read_bytes() == (tmp_path / "two.py").read_bytes()
    weights = learned(tmp_path / "one.py")
    assert weights.keys() == WEIGHTS.keys()
    assert weights["concept_dice"] > 0 > weights["bias"]


def test_cross_validation_over_two_events(recipe, monkeypatch, tmp_path: Path, capsys) -> None:
    rows = [
        {
            "id": "x",
            "title": "橋が落ちる",
            "body": "18日、盛岡市で橋が落ちた。3人がけがをした。",
            "published": "2025-08-18",
        },
        {
            "id": "y",
            "title": "",
            "body": "盛岡市で18日、橋が崩落した。けが人は3人。",
            "published": "2025-08-18T12:00:00+09:00",
        },
    ]
    pair = {"a": "x", "b": "y", "same_event": True, "links": [{"a": "3人がけがをした", "b": "けが人は3人"}]}
    other = {"a": "y", "b": "x", "same_event": False, "links": []}
    (tmp_path / "gold.json").write_text(json.dumps({"pairs": [pair, other]}), encoding="utf-8")
    (tmp_path / "articles.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    run(recipe, monkeypatch, tmp_path / "out.py", tmp_path / "gold.json", tmp_path / "articles.jsonl")
    head, *grid = capsys.readouterr().out.splitlines()
    assert head.split()[3:] == [f"{tmp_path.name}/gold.json", *example_names(), *event_names(recipe)]
    assert len(grid) == len(recipe.LINKED_GRID) * len(recipe.LINKED_AGAIN_GRID)
    assert all(0 <= float(figure) <= 1 for line in grid for figure in line.split()[2:])


def test_a_quote_that_is_not_there_stops_it(recipe) -> None:
    with pytest.raises(ValueError, match="not found"):
        recipe._locate("首相は辞任した。", "大統領", 1)
    with pytest.raises(ValueError, match="not found"):
        recipe._locate("首相は辞任した。", "首相", 2)


def test_the_second_occurrence_of_a_quote(recipe) -> None:
    assert recipe._locate("首相と首相", "首相", 2) == (3, 5)


def test_the_fit_finds_the_feature_that_decides(recipe) -> None:
    rows = np.array([[1.0, x, 1.0] for x in (0, 1)] * 10 + [[0.0, x, 1.0] for x in (0, 1)] * 10)
    labels = np.array([1.0] * 20 + [0.0] * 20)
    decides, idle, _ = recipe.fit(rows, labels)
    assert decides > 2
    assert abs(idle) < 1e-6
