"""The user's own words, read from a CSV or TSV file, over the tokens of any engine.

MeCab's user dictionaries have to be compiled with connection costs that unidic-lite does not ship, and SudachiPy's have
another format. Here the longest match in the text wins instead, for both engines alike: tokens inside a match become
one, and what is left of a token that a match cuts is tokenized again.
"""

from __future__ import annotations

import csv
import hashlib
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from os import PathLike
from pathlib import Path

from jpnews_nlp.errors import EngineError
from jpnews_nlp.model.parse import Token
from jpnews_nlp.model.span import Span

KINDS: Mapping[str, tuple[str, str, str, str]] = {
    "": ("名詞", "固有名詞", "一般", "*"),
    "person": ("名詞", "固有名詞", "人名", "一般"),
    "place": ("名詞", "固有名詞", "地名", "一般"),
    "organization": ("名詞", "固有名詞", "一般", "*"),
    "noun": ("名詞", "普通名詞", "一般", "*"),
}
"""Short names for the part of speech of a word; any other is written in UniDic's levels, 名詞-普通名詞-一般."""

Tokenize = Callable[[str, int, int], Iterable[Token]]


@dataclass(frozen=True, slots=True, kw_only=True)
class UserWord:
    """A word of the user's, with the reading in katakana if it is known."""

    surface: str
    pos: tuple[str, str, str, str] = KINDS[""]
    reading: str = ""


class UserWords:
    """Words that win over the dictionary. Finished when made; may be shared between threads.

    Example:
        >>> UserWords([UserWord(surface="ニジイロ新報"), UserWord(surface="ニジイロ")]).spans("ニジイロ新報は報じた。")
        [(0, 6)]
    """

    def __init__(self, words: Iterable[UserWord]) -> None:
        self._words = {word.surface: word for word in words}
        longest_first = sorted(self._words, key=lambda surface: (-len(surface), surface))
        self._pattern = re.compile("|".join(map(re.escape, longest_first)) or r"(?!)")
        described = repr([self._words[surface] for surface in longest_first])
        self.digest = hashlib.sha256(described.encode("utf-8", "surrogatepass")).hexdigest()[:16]

    def __reduce__(self) -> tuple[type[UserWords], tuple[list[UserWord]]]:
        return type(self), (list(self._words.values()),)

    @classmethod
    def from_file(cls, path: str | PathLike[str]) -> UserWords:
        """Read a CSV file (or TSV, by its ending): word, part of speech, reading; the last two may be left out.

        Lines that are empty or start with # say nothing.

        Raises:
            EngineError: When the file cannot be read, or a line has no word or an unknown part of speech.
        """
        path = Path(path)
        try:
            lines = path.read_text(encoding="utf-8-sig").splitlines()
        except (OSError, UnicodeDecodeError) as error:
            raise EngineError(
                f"user dictionary {path}: cannot be read ({error}); a UTF-8 CSV or TSV is needed"
            ) from None
        separator = "\t" if path.suffix.lower() in (".tsv", ".tab") else ","
        # A line is a row, so that a stray quotation mark cannot swallow the lines after it.
        rows = (next(csv.reader([line], delimiter=separator), []) for line in lines)
        return cls(
            _word(row, f"user dictionary {path}, line {number}")
            for number, row in enumerate(rows, 1)
            if any(map(str.strip, row)) and not row[0].startswith("#")
        )

    def spans(self, text: str) -> list[tuple[int, int]]:
        """Where the words stand in `text`: the longest at each place, from the left."""
        return [match.span() for match in self._pattern.finditer(text)]

    def lay_over(self, text: str, sentence: Span, tokens: Iterable[Token], tokenize: Tokenize) -> Iterator[Token]:
        """The tokens of a sentence with one token for each word of the user's."""
        found = [(a + sentence.start, b + sentence.start) for a, b in self.spans(sentence.of(text))]
        at = 0
        for token in tokens:
            # The words that start before this token ends, then what is left of the token around them.
            start = max(token.start, found[at - 1][1]) if at else token.start
            if at < len(found) and found[at][0] < token.end:
                while at < len(found) and found[at][0] < token.end:
                    if start < found[at][0]:
                        yield from tokenize(text, start, found[at][0])
                    yield self._token(text, *found[at])
                    start = found[at][1]
                    at += 1
                if start < token.end:
                    yield from tokenize(text, start, token.end)
            elif start == token.start:
                yield token
            elif start < token.end:
                yield from tokenize(text, start, token.end)

    def _token(self, text: str, start: int, end: int) -> Token:
        word = self._words[text[start:end]]
        return Token(
            start=start,
            end=end,
            surface=word.surface,
            lemma=word.surface,
            normalized=word.surface,
            reading=word.reading,
            pos=word.pos,
            conjugation="*",
            known=True,
        )


def _word(row: list[str], where: str) -> UserWord:
    surface, kind, reading = (*(field.strip() for field in row), "", "")[:3]
    if not surface:
        raise EngineError(f"{where}: no word in the first column")
    if kind in KINDS:
        return UserWord(surface=surface, pos=KINDS[kind], reading=reading)
    levels = (*kind.split("-"), "*", "*", "*")
    if len(levels) > 7 or not levels[0]:
        known = ", ".join(name for name in KINDS if name)
        raise EngineError(f"{where}: part of speech {kind!r}; one of {known} or UniDic's levels is needed")
    return UserWord(surface=surface, pos=(levels[0], levels[1], levels[2], levels[3]), reading=reading)
