"""Every regular expression of the package, and texts made to hurt each of them.

Run as a program it prints the patterns as JSON: those compiled on import, and those that a run over the examples
compiles from tables.
"""

from __future__ import annotations

import importlib
import json
import pkgutil
import re
import sys
from collections.abc import Iterator
from typing import Any

if sys.version_info >= (3, 11):
    from re import _constants as codes
    from re import _parser as parser
else:
    import sre_constants as codes
    import sre_parse as parser

REPEATS = {"MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"}
MANY = 10
"""A part that may come so often or more is one to repeat."""
KEPT = 3
"""Of the texts that a part of a pattern matches, so many are tried."""
ANYWHERE = ("あ", "漢", "ア", "1", "a", " ", "\n", "「")
CATEGORIES = {"DIGIT": "1", "SPACE": " ", "WORD": "漢", "NOT_DIGIT": "あ", "NOT_SPACE": "あ", "NOT_WORD": "。"}


def collect() -> list[tuple[str, str, int]]:
    """The module, the source and the flags of every pattern of text that the package compiles."""
    found: dict[tuple[str, str, int], None] = {}
    compiler = re._compile  # type: ignore[attr-defined]

    def recording(pattern: Any, flags: int) -> Any:
        made = compiler(pattern, flags)
        frame: Any = sys._getframe(1)
        while frame is not None and frame.f_globals.get("__name__") in ("re", "functools"):
            frame = frame.f_back
        module = frame.f_globals.get("__name__", "") if frame is not None else ""
        if module.startswith("jpnews_nlp") and isinstance(made.pattern, str):
            found[module, made.pattern, made.flags] = None
        return made

    re._compile = recording  # type: ignore[attr-defined]
    package = importlib.import_module("jpnews_nlp")
    for module in pkgutil.walk_packages(package.__path__, "jpnews_nlp."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    _use()
    return sorted(found)


def _use() -> None:
    """Read, analyze, compare and show the examples, so that tables are read and their patterns compiled."""
    from jpnews_nlp import Pipeline, load_example
    from jpnews_nlp.examples import example_names
    from jpnews_nlp.render.html import comparison_report
    from jpnews_nlp.render.markdown import comparison_markdown

    pipeline = Pipeline(engine="mecab")
    for name in example_names():
        compared = pipeline.compare(load_example(name))
        comparison_report(compared)
        comparison_markdown(compared)


def attacks(pattern: re.Pattern[str]) -> Iterator[tuple[str, str]]:
    """What to begin with and what to repeat: what the pattern repeats itself, and what it nearly matches."""
    tree = parser.parse(pattern.pattern, pattern.flags)
    whole = [text for text in matching(tree)[:3] if text]
    repeated = [*_repeated(tree), *whole, *(text[:-1] for text in whole), *ANYWHERE]
    for unit in dict.fromkeys(text for text in repeated if text):
        yield "", unit
        for text in whole[:1]:
            yield text, unit


def matching(tree: Any) -> list[str]:
    """Some texts that a pattern matches, what looks ahead or behind left out."""
    texts = [""]
    for code, value in tree:
        name = str(code)
        options = [""]
        if name == "LITERAL":
            options = [chr(value)]
        elif name == "NOT_LITERAL":
            options = ["x" if value != ord("x") else "あ"]
        elif name == "ANY":
            options = ["あ"]
        elif name == "IN":
            options = [_member(value)]
        elif name == "BRANCH":
            options = [text for branch in value[1] for text in matching(branch)[:2]]
        elif name in REPEATS:
            options = [text * max(1, value[0]) for text in matching(value[2])[:3]]
        elif name in ("SUBPATTERN", "ATOMIC_GROUP"):
            options = matching(value[-1] if name == "SUBPATTERN" else value)
        texts = [text + option for text in texts for option in options[:KEPT]][:KEPT]
    return texts


def _repeated(tree: Any) -> Iterator[str]:
    for code, value in tree:
        name = str(code)
        if name in REPEATS:
            if value[1] == codes.MAXREPEAT or value[1] >= MANY:
                yield from matching(value[2])
            yield from _repeated(value[2])
        elif name == "BRANCH":
            for branch in value[1]:
                yield from _repeated(branch)
        elif name in ("SUBPATTERN", "ASSERT", "ASSERT_NOT"):
            yield from _repeated(value[-1])
        elif name == "ATOMIC_GROUP":
            yield from _repeated(value)


def _member(items: Any) -> str:
    """A character of a set."""
    if items[0][0] is codes.NEGATE:
        return next((char for char in ANYWHERE if not _holds(items[1:], char)), "あ")
    code, value = items[0]
    if code is codes.LITERAL:
        return chr(value)
    if code is codes.RANGE:
        return chr(value[0])
    return CATEGORIES[str(value).removeprefix("CATEGORY_")]


def _holds(items: Any, char: str) -> bool:
    return any(
        (code is codes.LITERAL and value == ord(char))
        or (code is codes.RANGE and value[0] <= ord(char) <= value[1])
        or (code is codes.CATEGORY and CATEGORIES[str(value).removeprefix("CATEGORY_")] == char)
        for code, value in items
    )


if __name__ == "__main__":
    print(json.dumps(collect(), ensure_ascii=True))
