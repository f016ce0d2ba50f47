"""The word lists of the relation rules."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path

import jpnews_nlp.comparison
from jpnews_nlp.comparison.cues import cues


def table() -> list[list[str]]:
    text = (files("jpnews_nlp.comparison") / "data" / "cues.tsv").read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]


def test_every_list_is_asked_for_and_every_list_asked_for_exists() -> None:
    folder = Path(jpnews_nlp.comparison.__file__).parent
    code = "\n".join(path.read_text(encoding="utf-8") for path in sorted(folder.rglob("*.py")))
    calls = re.findall(r'(?:cues\(|cue_concepts\(|says\([^"]+, |ends\([^"]+, )((?:"[^"]+"(?:, )?)+)\)', code)
    asked = {name for call in calls for name in re.findall(r'"([^"]+)"', call)}
    assert asked == {row[0] for row in table()}


def test_rows_are_pairs_without_repetition() -> None:
    rows = [tuple(row) for row in table()]
    assert all(len(row) == 2 and all(row) for row in rows)
    assert len(set(rows)) == len(rows)


def test_words_keep_the_order_of_the_table() -> None:
    assert cues("as of") == tuple(word for name, word in table() if name == "as of")
