"""What the sequence model sees of a token: the word, UniDic's tags, characters, tables and the noun run around it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from jpnews_nlp.entities import names_data as data
from jpnews_nlp.entities.names_lookup import known_names
from jpnews_nlp.model.parse import Token

_SHAPES = str.maketrans(
    {
        **dict.fromkeys(map(chr, range(0x3041, 0x3097)), "h"),
        **dict.fromkeys(map(chr, range(0x30A1, 0x30FB)), "k"),
        **dict.fromkeys("ー", "k"),
        **dict.fromkeys(map(chr, range(0x4E00, 0xA000)), "c"),
        **dict.fromkeys("々〆ヶ", "c"),
        **dict.fromkeys(map(chr, [*range(65, 91), *range(0xFF21, 0xFF3B)]), "A"),
        **dict.fromkeys(map(chr, [*range(97, 123), *range(0xFF41, 0xFF5B)]), "a"),
        **dict.fromkeys(map(chr, [*range(48, 58), *range(0xFF10, 0xFF1A)]), "9"),
    }
)
_RUN = re.compile(r"(.)\1+")
_JOINERS = frozenset("・=＝-‐")


class Glimpse:
    """The parts of a token that do not depend on its neighbours, ready as feature strings."""

    __slots__ = ("features", "noun", "shape", "tag", "title", "word")

    def __init__(self, surface: str, pos: tuple[str, str, str, str]) -> None:
        self.word = surface
        self.tag = "-".join(part for part in pos if part != "*")
        self.shape = _RUN.sub(r"\1+", surface.translate(_SHAPES)) if len(surface) < 30 else "long"
        self.title = (
            data.titles().get(surface)
            or ("b" if surface in data.leading_titles() else "")
            or ("x" if surface in data.title_prefixes() else "")
        )
        # the stretch a name can lie in: nouns, their affixes, signs and the marks that join foreign names
        self.noun = pos[0] in ("名詞", "接頭辞", "接尾辞", "形状詞", "記号") or surface in _JOINERS
        self.features = [
            f"w={surface}",
            f"t={self.tag}",
            f"s={self.shape}",
            f"z={surface[-1]}",
            f"a={surface[0]}",
            f"n={min(len(surface), 6)}",
        ]
        if len(surface) > 2:
            self.features.append(f"z2={surface[-2:]}")
            self.features.append(f"a2={surface[:2]}")
        if self.title:
            self.features.append(f"title={self.title}")
        for letter, suffixes in (("P", data.place_suffixes()), ("O", data.organization_suffixes())):
            if surface in suffixes:
                self.features.append(f"suffix={letter}")


@lru_cache(maxsize=1 << 16)
def _glimpse(surface: str, pos: tuple[str, str, str, str]) -> Glimpse:
    return Glimpse(surface, pos)


def features(tokens: Sequence[Token]) -> list[list[str]]:
    """One list of features for each token of a sentence."""
    seen = [_glimpse(t.surface, t.pos) for t in tokens]
    table = _table_marks(tokens)
    runs = _run_features(seen)
    count = len(seen)
    found = []
    for i, here in enumerate(seen):
        items = [*here.features, *runs[i]]
        if mark := table[i]:
            items.append("g=" + mark)
        before = seen[i - 1] if i else None
        after = seen[i + 1] if i + 1 < count else None
        if before:
            items += (
                f"w-={before.word}",
                f"t-={before.tag}",
                f"s-={before.shape}",
                f"ww-={before.word}|{here.word}",
                f"tt-={before.tag}|{here.tag}",
            )
            if before.title:
                items.append(f"title-={before.title}")
            if table[i - 1]:
                items.append("g-=" + table[i - 1])
            if i > 1:
                items += (f"w--={seen[i - 2].word}", f"t--={seen[i - 2].tag}")
        else:
            items.append("BOS")
        if after:
            items += (
                f"w+={after.word}",
                f"t+={after.tag}",
                f"s+={after.shape}",
                f"z+={after.word[-1]}",
                f"ww+={here.word}|{after.word}",
                f"tt+={here.tag}|{after.tag}",
            )
            if after.title:
                items.append(f"title+={after.title}")
            if table[i + 1]:
                items.append("g+=" + table[i + 1])
            if before:
                items.append(f"ttt={before.tag}|{here.tag}|{after.tag}")
            if i + 2 < count:
                items += (f"w++={seen[i + 2].word}", f"t++={seen[i + 2].tag}")
        else:
            items.append("EOS")
        found.append(items)
    return found


def _table_marks(tokens: Sequence[Token]) -> list[str]:
    marks = [""] * len(tokens)
    for first, end, letters in known_names(tokens):
        for i in range(first, end):
            marks[i] = ("B" if i == first else "I") + letters
    return marks


def _run_features(seen: Sequence[Glimpse]) -> list[tuple[str, ...]]:
    """For tokens of a run of nouns: its last word, what follows it, and the nearest title in it."""
    found: list[tuple[str, ...]] = [()] * len(seen)
    start = 0
    while start < len(seen):
        if not seen[start].noun:
            start += 1
            continue
        end = start
        while end < len(seen) and seen[end].noun:
            end += 1
        follows = seen[end].word if end < len(seen) else ""
        title_ahead = ""
        for i in range(end - 1, start - 1, -1):
            found[i] = (
                f"run={seen[end - 1].word}",
                f"runz={seen[end - 1].word[-1]}",
                f"runf={follows}|{end - i if end - i < 4 else 4}",
                f"runt={title_ahead}",
                f"runi={i - start if i - start < 3 else 3}",
            )
            if seen[i].title:
                title_ahead = seen[i].title
            elif title_ahead and not ("人名" in seen[i].tag or seen[i].word in _JOINERS or seen[i].shape == "k+"):
                title_ahead += "." if len(title_ahead) < 4 else ""
        start = end
    return found
