"""The word lists and pattern tables of the claim rules."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path
from typing import get_args

import jpnews_nlp.claims
from jpnews_nlp.claims.lexicon import certainty_rules, words
from jpnews_nlp.model.claim import Certainty


def rows(name: str) -> list[list[str]]:
    table = (files("jpnews_nlp.claims") / "data" / name).read_text(encoding="utf-8")
    return [line.split("\t") for line in table.splitlines() if line and not line.startswith("#")]


def test_every_list_asked_for_exists() -> None:
    folder = Path(jpnews_nlp.claims.__file__).parent
    code = "\n".join(path.read_text(encoding="utf-8") for path in sorted(folder.rglob("*.py")))
    asked = set(re.findall(r'words\("([^"]+)"\)', code))
    assert asked
    assert asked <= {row[0] for row in rows("words.tsv")}


def test_rows_are_complete() -> None:
    assert all(len(row) == 2 and all(row) for row in rows("words.tsv"))
    assert all(len(row) == 3 and all(row) for row in rows("certainty.tsv"))


def test_words_of_a_list() -> None:
    assert {"述べる", "語る"} <= words("speech")
    assert words("no such list") == frozenset()


def test_certainty_rules_keep_the_order_of_the_table() -> None:
    rules = certainty_rules()
    assert [r.name for r in rules] == [row[1] for row in rows("certainty.tsv")]
    assert {r.certainty for r in rules} <= set(get_args(Certainty))


def test_no_certainty_rule_matches_nothing() -> None:
    assert not any(rule.pattern.search("") for rule in certainty_rules())
