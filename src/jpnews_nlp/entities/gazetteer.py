"""The user's own names, read from a CSV or TSV file: they win over every rule and the model."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from os import PathLike
from pathlib import Path
from typing import get_args

from jpnews_nlp.entities.names_candidates import Candidate
from jpnews_nlp.errors import GazetteerError
from jpnews_nlp.model.entity import Kind

SOURCE = "user:gazetteer"
KINDS: tuple[Kind, ...] = tuple(kind for kind in get_args(Kind) if kind in ("person", "place", "organization"))
_INSIDE_WORD = (re.compile("[ァ-ヴー]"), re.compile("[A-Za-zＡ-Ｚａ-ｚ]"))


@dataclass(frozen=True, slots=True, kw_only=True)
class GazetteerName:
    """One name of the user's.

    Attributes:
        name: As it is written in articles.
        kind: person, place or organization.
        canonical: The form all names of the same thing share; empty when the library shall find it.
    """

    name: str
    kind: Kind
    canonical: str = ""


class Gazetteer:
    """Names that win over rules and model. Finished when made; may be shared between threads and pickled.

    Where several match, the longest from the left counts. A match never cuts a katakana or Latin word.

    Example:
        >>> names = Gazetteer([GazetteerName(name="ニジイロ新報", kind="organization")])
        >>> [(c.start, c.end, c.kind) for c in names.candidates("ニジイロ新報は報じた。")]
        [(0, 6, 'organization')]
        >>> list(Gazetteer([GazetteerName(name="ニジ", kind="person")]).candidates("ニジイロ新報"))
        []
    """

    def __init__(self, names: Iterable[GazetteerName]) -> None:
        self._names = {name.name: name for name in names}
        longest_first = sorted(self._names, key=lambda name: (-len(name), name))
        self._pattern = re.compile("|".join(map(re.escape, longest_first)) or r"(?!)")

    def __reduce__(self) -> tuple[type[Gazetteer], tuple[list[GazetteerName]]]:
        return type(self), (list(self._names.values()),)

    def __len__(self) -> int:
        return len(self._names)

    @classmethod
    def from_file(cls, path: str | PathLike[str]) -> Gazetteer:
        """Read a CSV file (or TSV, by its ending): name, kind, canonical form; the last may be left out.

        Lines that are empty or start with # say nothing.

        Raises:
            GazetteerError: When the file cannot be read, a line has no name or an unknown kind, or a name comes twice
                with different kinds.
        """
        path = Path(path)
        try:
            lines = path.read_text(encoding="utf-8-sig").splitlines()
        except (OSError, UnicodeDecodeError) as error:
            raise GazetteerError(f"gazetteer {path}: cannot be read ({error}); a UTF-8 CSV or TSV is needed") from None
        rows = csv.reader(lines, delimiter="\t" if path.suffix.lower() in (".tsv", ".tab") else ",")
        names: dict[str, GazetteerName] = {}
        for number, row in enumerate(rows, 1):
            if not any(row) or row[0].startswith("#"):
                continue
            where = f"gazetteer {path}, line {number}"
            entry = _name(row, where)
            if names.setdefault(entry.name, entry) != entry:
                raise GazetteerError(f"{where}: {entry.name!r} is listed twice with different meanings")
        return cls(names.values())

    def candidates(self, text: str) -> Iterator[Candidate]:
        """The names in a text, from the left."""
        at = 0
        while match := self._pattern.search(text, at):
            if _cuts_word(text, match.start(), match.end()):
                at = match.start() + 1
                continue
            kind = self._names[match.group()].kind
            yield Candidate(start=match.start(), end=match.end(), kind=kind, source=SOURCE)
            at = match.end()

    def canonical(self, name: str) -> str:
        """The canonical form the user gave a name; the name itself when none was given."""
        return self._names[name].canonical or name


def _cuts_word(text: str, start: int, end: int) -> bool:
    """Whether the character before or after goes on the word: ニジ in ニジイロ."""
    return any(
        (start > 0 and inside.match(text[start - 1]) and inside.match(text[start]))
        or (end < len(text) and inside.match(text[end - 1]) and inside.match(text[end]))
        for inside in _INSIDE_WORD
    )


def _name(row: list[str], where: str) -> GazetteerName:
    name, kind, canonical = (*(field.strip() for field in row), "", "")[:3]
    if not name:
        raise GazetteerError(f"{where}: no name in the first column")
    for known in KINDS:
        if kind == known:
            return GazetteerName(name=name, kind=known, canonical=canonical)
    raise GazetteerError(f"{where}: kind {kind!r}; one of {', '.join(KINDS)} is needed")
