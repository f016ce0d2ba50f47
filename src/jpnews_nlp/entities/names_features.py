"""What the sequence model sees of a token, in layers: the word, tables, the noun run, the rules; and pairs of words.

A layer has values at some tokens of a sentence (a word, a mark), and each gives features, as strings, to the token and
to those around it. Training writes the strings out (`features`); when the model runs, `names_scores` adds up the
weights of a value's features once and keeps the sums. Both read `observe`, `LAYERS` and `PAIRS`: a feature stands here
and nowhere else.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from operator import attrgetter
from types import MappingProxyType
from typing import Any, NamedTuple

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

SCHEME = "wikipedia"
"""Whose annotation the model follows when it runs.

The training sets disagree on what belongs to a name (a government, a facility, the tail 地方). A few features carry the
name of the set, so that each set's habits stay its own; the shared features learn from all of them.
"""
OFFSETS = (0, 1, -1, 2, -2)
"""Where a token that sees a value stands: at it, after it, before it, two after it, two before it."""
Part = tuple[str, str, str]
Joint = tuple[Part, Part]
"""What stands before and after ・: the word, its cluster, its mark by the lexicon."""
Seen = tuple[Sequence[str], ...]
"""The features that a value gives to the token at each of `OFFSETS`, as many of these as it is seen from."""


@lru_cache(maxsize=1 << 12)
def _shortened(shape: str) -> str:
    return _RUN.sub(r"\1+", shape)


@lru_cache(maxsize=1 << 8)
def _tag(pos: tuple[str, str, str, str]) -> str:
    return "-".join(part for part in pos if part != "*")


class Word:
    """What a token shows that does not depend on its neighbours."""

    __slots__ = ("coarse", "fine", "in_name", "middle", "noun", "shape", "surface", "tag", "title")

    def __init__(self, surface: str, pos: tuple[str, str, str, str], lexeme: str) -> None:
        surface = surface.encode("utf-8", "replace").decode("utf-8")  # the model takes no lone surrogates
        self.surface = surface
        self.tag = _tag(pos)
        self.shape = _shortened(surface.translate(_SHAPES)) if len(surface) < 30 else "long"
        self.title = (
            data.titles().get(surface)
            or ("b" if surface in data.leading_titles() else "")
            or ("x" if surface in data.title_prefixes() else "")
        )
        # the stretch a name can lie in: nouns, their affixes, signs and the marks that join foreign names
        self.noun = pos[0] in ("名詞", "接頭辞", "接尾辞", "形状詞", "記号") or surface in _JOINERS
        # whether it can stand inside a person's name before a title
        self.in_name = "人名" in self.tag or surface in _JOINERS or _KATAKANA.fullmatch(surface) is not None
        self.coarse, self.middle, self.fine = clusters_of(surface, lexeme)


_word = lru_cache(maxsize=1 << 14)(Word)


def features(tokens: Sequence[Token], found: Evidence, scheme: str = SCHEME) -> list[list[str]]:
    """One list of features for each token of a sentence, with what rules and tables found in it, for training.

    Args:
        tokens: The tokens of one sentence.
        found: What rules and tables say of them.
        scheme: The training set whose annotation is followed.
    """
    items: list[list[str]] = [[] for _ in tokens]
    words = words_of(tokens)
    for values, layer in zip(observe(words, tokens, found), LAYERS, strict=True):
        for at, value in values.items():
            for offset, seen in zip(OFFSETS, layer.features(value, scheme), strict=False):
                if 0 <= at + offset < len(tokens):
                    items[at + offset] += seen
    for at, (here, after) in enumerate(pairwise(words)):
        for name, part in PAIRS.items():
            pair = part(here), part(after)
            items[at].append(pair_feature(name, "+", *pair))
            items[at + 1].append(pair_feature(name, "-", *pair))
    return items


def words_of(tokens: Sequence[Token]) -> list[Word]:
    """What each token shows by itself."""
    return [_word(t.surface, t.pos, t.normalized) for t in tokens]


def observe(words: Sequence[Word], tokens: Sequence[Token], found: Evidence) -> tuple[Mapping[int, Hashable], ...]:
    """The values of one sentence in each of `LAYERS`, by the place of the token."""
    last, follower, title = _runs(words)
    listed = lexicon_marks(tokens)
    return (
        {-1: None, **dict(enumerate(words)), len(words): None},
        _table_marks(found.known),
        listed,
        _joints(words, listed),
        last,
        follower,
        title,
        _rule_marks(tokens, found.candidates),
    )


def _word_features(word: Word | None, scheme: str) -> Seen:
    if word is None:  # beyond an end of the sentence
        return (), ("BOS",), ("EOS",)
    surface, tag, middle, fine = word.surface, word.tag, word.middle, word.fine
    own = [
        f"w={surface}",
        f"t={tag}",
        f"s={word.shape}",
        f"z={surface[-1]}",
        f"a={surface[0]}",
        f"D={scheme}",
        f"D={scheme}|z={surface[-1]}",
        f"c1={word.coarse}",
        f"c2={middle}",
        f"c3={fine}",
    ]
    if len(surface) > 2:
        own += f"z2={surface[-2:]}", f"a2={surface[:2]}"
    for letter, suffixes in (("P", data.place_suffixes()), ("O", data.organization_suffixes())):
        if surface in suffixes:
            own.append(f"suffix={letter}")
    before = [f"w-={surface}", f"t-={tag}", f"s-={word.shape}", f"c2-={middle}", f"c3-={fine}"]
    after = [
        f"w+={surface}",
        f"D={scheme}|w+={surface}",
        f"t+={tag}",
        f"s+={word.shape}",
        f"z+={surface[-1]}",
        f"c2+={middle}",
        f"c3+={fine}",
    ]
    if word.title:
        own.append(f"title={word.title}")
        before.append(f"title-={word.title}")
        after.append(f"title+={word.title}")
    second_before = f"w--={surface}", f"t--={tag}", f"c2--={middle}"
    second_after = f"w++={surface}", f"t++={tag}", f"c2++={middle}"
    return own, before, after, second_before, second_after


def _table_features(mark: str, _scheme: str) -> Seen:
    return (f"g={mark}",), (f"g-={mark}",), (f"g+={mark}",)


def _lexicon_features(mark: str, scheme: str) -> Seen:
    """By what the dictionary says of a name, and by what the teacher says of it."""
    listed, _, taught = mark.partition(":")
    border = listed[: len(listed) - len(listed.lstrip("BIE"))]
    marks = [f"sg={listed}"] * (listed != border) + [f"ty={border}{taught}"] * (taught != "")
    own = [*marks, *(f"D={scheme}|{mark}" for mark in marks)]
    return own, [mark.replace("=", "-=") for mark in marks], [mark.replace("=", "+=") for mark in marks]


def _joint_features(joint: Joint, _scheme: str) -> Seen:
    """What the parts of a foreign name see of each other over ・ between them."""
    (left, middle_left, mark_left), (right, middle_right, mark_right) = joint
    before = f"j-={left}", f"jz-={left[-2:]}", f"jc-={middle_left}", f"jm-={mark_left}"
    after = f"j+={right}", f"jz+={right[-2:]}", f"jc+={middle_right}", f"jm+={mark_right}"
    return (), before, after


def _last_features(last: str, scheme: str) -> Seen:
    return ((f"run={last}", f"runz={last[-1]}", f"D={scheme}|runz={last[-1]}"),)


def _follower_features(follower: tuple[str, int], _scheme: str) -> Seen:
    return ((f"runf={follower[0]}|{follower[1]}",),)


def _title_features(title: tuple[str, int], _scheme: str) -> Seen:
    return ((f"runt={title[0]}", f"runi={title[1]}"),)


def _rule_features(marks: tuple[str, ...], scheme: str) -> Seen:
    # the marks of a name's last token are known by each set's habits as well
    own = (f"D={scheme}|{mark}" for mark in marks if mark.split("=")[0] in ("BE", "IE"))
    return ((*marks, *own),)


class Layer(NamedTuple):
    """One kind of observation.

    Attributes:
        features: The features of a value under a scheme.
        reach: From how many of `OFFSETS` a value is seen.
    """

    features: Callable[[Any, str], Seen]
    reach: int


LAYERS = (
    Layer(_word_features, 5),
    Layer(_table_features, 3),
    Layer(_lexicon_features, 3),
    Layer(_joint_features, 3),
    Layer(_last_features, 1),
    Layer(_follower_features, 1),
    Layer(_title_features, 1),
    Layer(_rule_features, 1),
)
"""In the order of `observe`."""
PAIRS: Mapping[str, Callable[[Word], str]] = MappingProxyType(
    {"ww": attrgetter("surface"), "tt": attrgetter("tag"), "cc": attrgetter("coarse")}
)
"""What two neighbours show together: the first sees the second after it, the second the first before it."""


def pair_feature(name: str, side: str, here: str, after: str) -> str:
    """The feature of a pair of `PAIRS`, as its first token sees it (`+`) or its second (`-`)."""
    return f"{name}{side}={here}|{after}"


def pairs_of(feature: str) -> Iterator[tuple[str, str, str, str]]:
    """The arguments of `pair_feature` that give this feature: none for other features."""
    name, side, rest = feature[:2], feature[2:3], feature[4:]
    if name in PAIRS and feature[3:4] == "=" and side in ("+", "-"):
        for at, sign in enumerate(rest):
            if sign == "|":
                yield name, side, rest[:at], rest[at + 1 :]


def _rule_marks(tokens: Sequence[Token], hints: Sequence[Candidate]) -> dict[int, tuple[str, ...]]:
    """The rules that take a token for the beginning (B), inside (I) or end (E) of a name or for what follows (A)."""
    marks: dict[int, tuple[str, ...]] = {}
    starts = {t.start: i for i, t in enumerate(tokens)} if hints else {}
    for hint in hints:
        i = starts.get(hint.start)
        begins = True
        while i is not None and i < len(tokens) and tokens[i].start < hint.end:
            end = "E" if tokens[i].end >= hint.end else ""
            marks[i] = (*marks.get(i, ()), f"{'B' if begins else 'I'}{end}={hint.kind}|{hint.source}")
            begins, i = False, i + 1
        if i is not None and i < len(tokens):
            marks[i] = (*marks.get(i, ()), f"A={hint.kind}|{hint.source}")
    return marks


def _table_marks(known: Sequence[Known]) -> dict[int, str]:
    return {i: ("B" if i == first else "I") + letters for first, end, letters in known for i in range(first, end)}


def _joints(words: Sequence[Word], marks: Mapping[int, str]) -> dict[int, Joint]:
    """At each ・ and its like the parts that it joins."""
    joints = {}
    for i in range(1, len(words) - 1):
        if words[i].surface in _JOINERS:
            left, right = words[i - 1], words[i + 1]
            joints[i] = (
                (left.surface, left.middle, marks.get(i - 1, "")),
                (right.surface, right.middle, marks.get(i + 1, "")),
            )
    return joints


def _runs(
    words: Sequence[Word],
) -> tuple[dict[int, str], dict[int, tuple[str, int]], dict[int, tuple[str, int]]]:
    """In runs of nouns: the last word, what follows and how far, the nearest title ahead and the place in the run."""
    last: dict[int, str] = {}
    follower: dict[int, tuple[str, int]] = {}
    title: dict[int, tuple[str, int]] = {}
    start = 0
    while start < len(words):
        if not words[start].noun:
            start += 1
            continue
        end = start
        while end < len(words) and words[end].noun:
            end += 1
        follows = words[end].surface if end < len(words) else ""
        ahead = ""
        for i in range(end - 1, start - 1, -1):
            last[i] = words[end - 1].surface
            follower[i] = follows, min(end - i, 4)
            title[i] = ahead, min(i - start, 3)
            if words[i].title:
                ahead = words[i].title
            elif ahead and not words[i].in_name:
                ahead += "." if len(ahead) < 4 else ""
        start = end
    return last, follower, title
