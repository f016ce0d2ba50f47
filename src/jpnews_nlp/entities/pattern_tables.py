"""The tables of date, time and quantity patterns, read from the files in `data/`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

_MACRO = re.compile(r"\{([A-Z][A-Z0-9_]*)\}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Pattern:
    """One named pattern, over folded text.

    Attributes:
        name: The name an entity carries as its `source`.
        regex: Matches the whole expression; its named groups are what the normalizer reads.
    """

    name: str
    regex: re.Pattern[str]


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of the table `data/<name>.tsv`: cells parted by tabs; blank lines and lines from `#` on are comments."""
    text = files("jpnews_nlp.entities").joinpath("data", f"{name}.tsv").read_text(encoding="utf-8")
    return tuple(tuple(line.split("\t")) for line in text.splitlines() if line.strip() and not line.startswith("# "))


def words(entries: dict[str, object] | tuple[str, ...]) -> str:
    """An alternation of the given words, the longest first."""
    return "(?:" + "|".join(re.escape(w) for w in sorted(entries, key=lambda w: (-len(w), w))) + ")"


def expand(pattern: str, macros: dict[str, str]) -> str:
    """`pattern` with `{NAME}` replaced by the macro of that name, as deep as they nest.

    Example:
        >>> expand("{DAY}日", {"DAY": "{N}", "N": "[0-9]{1,2}"})
        '[0-9]{1,2}日'
    """
    while found := _MACRO.search(pattern):
        pattern = pattern[: found.start()] + macros[found[1]] + pattern[found.end() :]
    return pattern


def compile_patterns(table: str, macros: dict[str, str]) -> tuple[Pattern, ...]:
    """The patterns of a table, in its order: the first that matches at a place wins."""
    return tuple(Pattern(name=row[0], regex=re.compile(expand(row[1], macros))) for row in rows(table))
