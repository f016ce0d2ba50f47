"""What the sequence model sees of a token: the word, UniDic's tags, characters, tables and the noun run around it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from jpnews_nlp.entities import names_data as data
from jpnews_nlp.entities.names_candidates import Candidate
from jpnews_nlp.entities.names_lookup import Known
from jpnews_nlp.entities.names_rules import Evidence
from jpnews_nlp.entities.names_words import clusters_of, lexicon_marks
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


Vocabulary = frozenset[str] | None
SCHEME = "wikipedia"
"""Whose annotation the model follows when it runs.

The training sets disagree on what belongs to a name (a government, a facility, the tail 地方). A few features carry the
name of the set, so that each set's habits stay its own; the shared features learn from all of them.
"""


class Glimpse:
    """The parts of a token that do not depend on its neighbours, ready as feature strings."""

    __slots__ = (
        "after", "before", "coarse", "features", "noun", "second_after", "second_before", "tag", "title", "word"
    )  # fmt: skip

    def __init__(
        self, surface: str, pos: tuple[str, str, str, str], lexeme: str, scheme: str, known: Vocabulary
    ) -> None:
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
            f"D={scheme}",
            f"D={scheme}|z={surface[-1]}",
        ]
        if len(surface) > 2:
            self.features.append(f"z2={surface[-2:]}")
            self.features.append(f"a2={surface[:2]}")
        if self.title:
            self.features.append(f"title={self.title}")
        for letter, suffixes in (("P", data.place_suffixes()), ("O", data.organization_suffixes())):
            if surface in suffixes:
                self.features.append(f"suffix={letter}")
        self.coarse, middle, fine = clusters_of(surface, lexeme)
        self.features += [f"c1={self.coarse}", f"c2={middle}", f"c3={fine}"]
        title = [f"title?={self.title}"] if self.title else []
        # what the neighbours see of it, the token before and after, and those one further
        self.before = [
            f"w-={surface}",
            f"t-={self.tag}",
            f"s-={shape}",
            f"c2-={middle}",
            f"c3-={fine}",
            *(t.replace("?", "-") for t in title),
        ]
        self.after = [
            f"w+={surface}",
            f"D={scheme}|w+={surface}",
            f"t+={self.tag}",
            f"s+={shape}",
            f"z+={surface[-1]}",
            f"c2+={middle}",
            f"c3+={fine}",
            *(t.replace("?", "+") for t in title),
        ]
        self.second_before = [f"w--={surface}", f"t--={self.tag}", f"c2--={middle}"]
        self.second_after = [f"w++={surface}", f"t++={self.tag}", f"c2++={middle}"]
        if known is not None:
            self.features = [f for f in self.features if f in known]
            self.before = [f for f in self.before if f in known]
            self.after = [f for f in self.after if f in known]
            self.second_before = [f for f in self.second_before if f in known]
            self.second_after = [f for f in self.second_after if f in known]


@lru_cache(maxsize=1 << 13)
def _glimpse(surface: str, pos: tuple[str, str, str, str], lexeme: str, scheme: str, known: Vocabulary) -> Glimpse:
    return Glimpse(surface, pos, lexeme, scheme, known)


def features(
    tokens: Sequence[Token], found: Evidence, scheme: str = SCHEME, known: Vocabulary = None
) -> list[list[str]]:
    """One list of features for each token of a sentence, with what rules and tables found in it.

    Args:
        tokens: The tokens of one sentence.
        found: What rules and tables say of them.
        scheme: The training set whose annotation is followed.
        known: The attributes of a trained model: others, which would say nothing to it, are left out.
    """
    seen = [_glimpse(t.surface, t.pos, t.normalized, scheme, known) for t in tokens]
    own = f"D={scheme}|"
    table = _table_marks(tokens, found.known)
    listed = lexicon_marks(tokens)
    runs = _run_features(seen, own)
    rules = _rule_marks(tokens, found.candidates, own)
    items_of = []
    for i, here in enumerate(seen):
        items = [*runs[i], *rules[i], *_pairs(seen, i)]
        _add_marks(items, "g", table, i)
        _add_marks(items, "sg", listed, i)
        if listed[i]:
            items.append(f"{own}sg={listed[i]}")
        if known is not None:
            items = [item for item in items if item in known]
        items += here.features
        _add_neighbours(items, seen, i)
        items_of.append(items)
    return items_of


def _add_marks(items: list[str], name: str, marks: Sequence[str], i: int) -> None:
    """What a table says of the token and its neighbours."""
    if marks[i]:
        items.append(f"{name}={marks[i]}")
    if i and marks[i - 1]:
        items.append(f"{name}-={marks[i - 1]}")
    if i + 1 < len(marks) and marks[i + 1]:
        items.append(f"{name}+={marks[i + 1]}")


def _pairs(seen: Sequence[Glimpse], i: int) -> list[str]:
    """The token together with the one before and the one after."""
    here = seen[i]
    pairs: list[str] = []
    if i:
        before = seen[i - 1]
        pairs += (
            f"ww-={before.word}|{here.word}",
            f"tt-={before.tag}|{here.tag}",
            f"cc-={before.coarse}|{here.coarse}",
        )
    if i + 1 < len(seen):
        after = seen[i + 1]
        pairs += (f"ww+={here.word}|{after.word}", f"tt+={here.tag}|{after.tag}", f"cc+={here.coarse}|{after.coarse}")
    return pairs


def _add_neighbours(items: list[str], seen: Sequence[Glimpse], i: int) -> None:
    """What the token sees of up to two others on each side."""
    if i:
        items += seen[i - 1].before
        if i > 1:
            items += seen[i - 2].second_before
    else:
        items.append("BOS")
    if i + 1 < len(seen):
        items += seen[i + 1].after
        if i + 2 < len(seen):
            items += seen[i + 2].second_after
    else:
        items.append("EOS")


def _rule_marks(tokens: Sequence[Token], hints: Sequence[Candidate], own: str) -> list[list[str]]:
    """For each token the rules that take it for the beginning, inside or end of a name."""
    marks: list[list[str]] = [[] for _ in tokens]
    starts = {t.start: i for i, t in enumerate(tokens)}
    for hint in hints:
        i = starts.get(hint.start)
        begins = True
        while i is not None and i < len(tokens) and tokens[i].start < hint.end:
            last = tokens[i].end >= hint.end
            mark = f"{'B' if begins else 'I'}{'E' if last else ''}={hint.kind}|{hint.source}"
            marks[i].append(mark)
            if last:
                marks[i].append(own + mark)
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


def _run_features(seen: Sequence[Glimpse], own: str) -> list[tuple[str, ...]]:
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
                f"{own}runz={seen[end - 1].word[-1]}",
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
