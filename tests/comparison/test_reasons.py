"""Every rule has a template in both languages, and every template a rule."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path

import pytest

import jpnews_nlp.comparison
from jpnews_nlp.comparison.reasons import LONGEST, reason_text


def templates() -> list[list[str]]:
    table = (files("jpnews_nlp.comparison") / "data" / "reasons.tsv").read_text(encoding="utf-8")
    return [line.split("\t") for line in table.splitlines() if line and not line.startswith("#")]


def rules_in_code() -> set[str]:
    """The names of rules that the code of the room gives to judgements."""
    folder = Path(jpnews_nlp.comparison.__file__).parent
    code = "\n".join(path.read_text(encoding="utf-8") for path in sorted(folder.rglob("*.py")))
    given = set(re.findall(r'rule="(\w+)"', code))
    chosen = re.findall(r'rule = "(\w+)" if .* else "(\w+)"', code)
    return (given | {name for pair in chosen for name in pair}) - {"unrelated"}


def test_the_code_names_rules() -> None:
    assert {"same", "number_differs", "number_grew", "number_corrected", "sources_differ"} <= rules_in_code()


@pytest.mark.parametrize("rule", sorted(rules_in_code()))
@pytest.mark.parametrize("lang", ["ja", "en"])
def test_every_rule_has_a_template(rule: str, lang: str) -> None:
    said = reason_text(rule, "左", "右", lang)
    assert said
    assert "{" not in said


def test_every_template_has_a_rule() -> None:
    assert {row[0] for row in templates()} <= rules_in_code()


def test_names_are_unique_and_rows_complete() -> None:
    rows = templates()
    assert all(len(row) == 3 and all(row) for row in rows)
    assert len({row[0] for row in rows}) == len(rows)


@pytest.mark.parametrize("row", templates(), ids=lambda row: row[0])
def test_both_languages_show_the_same_words(row: list[str]) -> None:
    _, japanese, english = row
    assert set(re.findall(r"\{\w+\}", japanese)) == set(re.findall(r"\{\w+\}", english)) <= {"{left}", "{right}"}
    assert english.isascii() or "→" in english


def test_long_words_are_cut_and_missing_ones_shown() -> None:
    said = reason_text("date_more", "あ" * 50, "")
    assert "…" + "あ" * (LONGEST - 1) + "／" in said
    assert "—" in said


def test_the_end_of_a_long_clause_and_its_speaker_are_kept() -> None:
    said = reason_text("sources_differ", "報道官：" + "あ" * 50 + "合意していない", "日本政府：合意した")
    assert "報道官：…" in said
    assert "あ合意していない／日本政府：合意した" in said


def test_words_with_braces_and_line_breaks_stay_harmless() -> None:
    assert reason_text("number_differs", "5\n人", "4{left}") == "数値が異なる（5 人／4{left}）"


def test_an_unknown_rule_is_an_error() -> None:
    with pytest.raises(KeyError):
        reason_text("no such rule", "", "")
