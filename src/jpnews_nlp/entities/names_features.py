"""What the sequence model sees of a token: the word, UniDic's tags, characters, tables and the noun run around it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from jpnews_nlp.entities import names_data as data
from jpnews_nlp.entities.names_candidates import Candidate
from jpnews_nlp.entities.names_lookup import Known
from jpnews_nlp.entities.names_rules import Evidence
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
_KATAKANA = re.compile("[ァ-ヴー]+")


class Glimpse:
    """The parts of a token that do not depend on its neighbours, ready as feature strings."""

    __slots__ = ("after", "before", "features", "noun", "second_after", "second_before", "tag", "title", "word")

    def __init__(self, surface: str, pos: tuple[str, str, str, str]) -> None:
        surface = surface.encode("utf-8", "replace").decode("utf-8")  # the model takes no lone surrogates
        self.word = surface
        self.tag = "-".join(part for part in pos if part != "*")
        shape = _RUN.sub(r"\1+", surface.translate(_SHAPES)) if len(surface) < 30 else "long"
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
            f"s={shape}",
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
        title = [f"title?={self.title}"] if self.title else []
        # what the neighbours see of it, the token before and after, and those one further
        self.before = [f"w-={surface}", f"t-={self.tag}", f"s-={shape}", *(t.replace("?", "-") for t in title)]
        self.after = [
            f"w+={surface}",
            f"t+={self.tag}",
            f"s+={shape}",
            f"z+={surface[-1]}",
            *(t.replace("?", "+") for t in title),
        ]
        self.second_before = (f"w--={surface}", f"t--={self.tag}")
        self.second_after = (f"w++={surface}", f"t++={self.tag}")


@lru_cache(maxsize=1 << 13)
def _glimpse(surface: str, pos: tuple[str, str, str, str]) -> Glimpse:
    return Glimpse(surface, pos)


def features(tokens: Sequence[Token], found: Evidence) -> list[list[str]]:
    """One list of features for each token of a sentence, with what rules and tables found in it."""
    seen = [_glimpse(t.surface, t.pos) for t in tokens]
    table = _table_marks(tokens, found.known)
    runs = _run_features(seen)
    rules = _rule_marks(tokens, found.candidates)
    items_of = []
    for i, here in enumerate(seen):
        items = [*here.features, *runs[i], *rules[i]]
        if table[i]:
            items.append("g=" + table[i])
        _add_before(items, seen, i, table)
        _add_after(items, seen, i, table)
        if 0 < i < len(seen) - 1:
            items.append(f"ttt={seen[i - 1].tag}|{here.tag}|{seen[i + 1].tag}")
        items_of.append(items)
    return items_of


def _add_before(items: list[str], seen: Sequence[Glimpse], i: int, table: Sequence[str]) -> None:
    if i == 0:
        items.append("BOS")
        return
    here, before = seen[i], seen[i - 1]
    items += before.before
    items += (f"ww-={before.word}|{here.word}", f"tt-={before.tag}|{here.tag}")
    if table[i - 1]:
        items.append("g-=" + table[i - 1])
    if i > 1:
        items += seen[i - 2].second_before


def _add_after(items: list[str], seen: Sequence[Glimpse], i: int, table: Sequence[str]) -> None:
    if i + 1 == len(seen):
        items.append("EOS")
        return
    here, after = seen[i], seen[i + 1]
    items += after.after
    items += (f"ww+={here.word}|{after.word}", f"tt+={here.tag}|{after.tag}")
    if table[i + 1]:
        items.append("g+=" + table[i + 1])
    if i + 2 < len(seen):
        items += seen[i + 2].second_after


def _rule_marks(tokens: Sequence[Token], hints: Sequence[Candidate]) -> list[list[str]]:
    """For each token the rules that take it for the beginning, inside or end of a name."""
    marks: list[list[str]] = [[] for _ in tokens]
    starts = {t.start: i for i, t in enumerate(tokens)}
    for hint in hints:
        i = starts.get(hint.start)
        begins = True
        while i is not None and i < len(tokens) and tokens[i].start < hint.end:
            last = tokens[i].end >= hint.end
            marks[i].append(f"{'B' if begins else 'I'}{'E' if last else ''}={hint.kind}|{hint.source}")
            begins, i = False, i + 1
        if i is not None and i < len(tokens):
            marks[i].append(f"A={hint.kind}|{hint.source}")
    return marks


def _table_marks(tokens: Sequence[Token], known: Sequence[Known]) -> list[str]:
    marks = [""] * len(tokens)
    for first, end, letters in known:
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
            elif title_ahead and not _in_name(seen[i]):
                title_ahead += "." if len(title_ahead) < 4 else ""
        start = end
    return found


def _in_name(glimpse: Glimpse) -> bool:
    """Whether the word can stand inside a person's name before a title."""
    return "人名" in glimpse.tag or glimpse.word in _JOINERS or _KATAKANA.fullmatch(glimpse.word) is not None
