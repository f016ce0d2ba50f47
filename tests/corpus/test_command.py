"""The commands `jpnews corpus …`."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.corpus.corpora import rows

from jpnews_nlp.cli import corpus, main

News = Callable[[int], Path]


@pytest.fixture
def jpnews(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Any:
    """Run the command in this process: its status, stdout and stderr."""

    def run(*arguments: object) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["jpnews", *map(str, arguments)])
        status: Any = 0
        try:
            main()
        except SystemExit as end:
            status = end.code or 0
        return (status, *capfd.readouterr())

    return run


def test_analyze_then_events(jpnews: Any, news: News, tmp_path: Path) -> None:
    out = tmp_path / "out"
    analyzed = jpnews("corpus", "analyze", news(12), "-o", out, "--engine", "mecab", "--part", "5")
    assert analyzed == (0, f"{out}: 12 articles analyzed, 0 errors\n", "")
    again = jpnews("corpus", "analyze", news(12), "-o", out, "--engine", "mecab")
    assert again == (0, f"{out}: 0 articles analyzed, 12 were there, 0 errors\n", "")
    grouped = jpnews("corpus", "events", out)
    assert grouped[0] == 0
    assert grouped[1].startswith(f"{out}: 12 articles (12 new) in ")
    assert len(rows(out, "events")) == 12


def test_errors_are_counted_and_placed(jpnews: Any, tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"id": "a"}\n{"id": "b", "body": "3日、橋が落ちた。"}\n', encoding="utf-8")
    status, out, err = jpnews("corpus", "analyze", tmp_path / "a.jsonl", "-o", tmp_path / "o", "--engine", "mecab")
    assert (status, out) == (0, f"{tmp_path / 'o'}: 1 articles analyzed, 1 errors\n")
    assert err == f"jpnews: what went wrong with 1 inputs is in {tmp_path / 'o' / 'errors'}\n"


def test_a_missing_input_is_one_line(jpnews: Any, tmp_path: Path) -> None:
    status, out, err = jpnews("corpus", "analyze", tmp_path / "none.jsonl", "-o", tmp_path / "out")
    assert (status, out) == (1, "")
    assert "there is no such file" in err
    assert err.count("\n") == 1


@pytest.mark.parametrize("command", ["analyze", "events"])
def test_help_has_an_example(jpnews: Any, command: str) -> None:
    status, out, _ = jpnews("corpus", command, "--help")
    assert status == 0
    assert f"Example: jpnews corpus {command}" in out


def test_the_bar_tells_rate_and_time_left(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "120")
    with corpus._progress(lambda: 10) as tell:
        tell(2)
        tell(7)
    assert "7/10" in capfd.readouterr().err
