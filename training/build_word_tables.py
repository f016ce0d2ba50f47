"""Write the word tables that the name model reads: clusters of word vectors, proper nouns, municipalities.

    pip install "sudachidict-core==20260723" "ja-ginza==5.3.0" "scikit-learn==1.9.1"
    OMP_NUM_THREADS=1 python training/build_word_tables.py src/jpnews_nlp/entities/data

Sources: the vectors of ja_ginza (MIT; from chiVe, Apache 2.0), the entries of SudachiDict (Apache 2.0), and for what
the names of both name by themselves `names_taught_words.txt.xz` of this folder, which `teach_names.py` wrote. Run
`build_place_tables.py` first: the coordinates of municipalities are those of its table. The same versions of the
packages give the same files; it takes some five minutes.
"""

from __future__ import annotations

import gzip
import lzma
import re
import struct
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from pathlib import Path

import numpy
import spacy
import sudachidict_core
from sklearn.cluster import MiniBatchKMeans

from jpnews_nlp.engines.mecab import MecabEngine

SIZES = (64, 256, 1000)
WORDS = 200_000  # of the vectors' keys, which are in the order of frequency
LETTERS = {"人名一般": "P", "人名姓": "S", "人名名": "G", "地名一般": "L", "地名国": "C", "一般*": "O"}
UNIDIC = {"P": ("人名", "一般"), "S": ("人名", "姓"), "G": ("人名", "名"), "L": ("地名", "一般"), "C": ("地名", "国")}
NAME = re.compile(r"[一-龥々ヶぁ-んァ-ヴーA-Za-z0-9・=＝\-&.']+")
ADDRESS = re.compile(r".+[都道府県市郡区].+[^駅港山川島橋線]$")


def clusters() -> dict[tuple[int, ...], list[str]]:
    """The words of each combination of clusters, coarse to fine."""
    vocabulary = spacy.load("ja_ginza", exclude=["ner", "parser", "tok2vec"]).vocab
    rows = vocabulary.vectors.data.astype(numpy.float32)
    rows /= numpy.linalg.norm(rows, axis=1, keepdims=True) + 1e-9
    labels = []
    for size in SIZES:
        means = MiniBatchKMeans(size, random_state=0, n_init=1, batch_size=4096, max_iter=60)
        labels.append(means.fit(rows).labels_)
    words: dict[str, int] = {}
    for key in vocabulary.vectors.keys():  # noqa: SIM118  # no dict: it iterates over keys and rows
        words[vocabulary.strings[key]] = int(vocabulary.vectors.key2row[key])
    found: dict[tuple[int, ...], list[str]] = {}
    for word, row in list(words.items())[:WORDS]:
        if word and not re.search(r"[ \t\n\u3000]", word):
            found.setdefault(tuple(int(label[row]) for label in labels), []).append(word)
    return found


def sudachi_names() -> dict[str, str]:
    """Every proper noun of the dictionary to the letters of what it names."""
    data = Path(sudachidict_core.__file__).with_name("resources").joinpath("system.dic").read_bytes()
    at = 272  # the header: version, time, description
    parts, at = _parts_of_speech(data, at)
    left, right = struct.unpack_from("<hh", data, at)
    at += 4 + 2 * left * right
    (trie,) = struct.unpack_from("<I", data, at)
    at += 4 + 4 * trie
    (table,) = struct.unpack_from("<I", data, at)
    at += 4 + table
    (count,) = struct.unpack_from("<I", data, at)
    at += 4 + 6 * count
    found: dict[str, set[str]] = {}
    for offset in struct.unpack_from(f"<{count}I", data, at):
        surface, after = _string(data, offset)
        after += 1 if data[after] < 128 else 2  # the length of the surface
        part = parts[struct.unpack_from("<H", data, after)[0]]
        if part[1] == "固有名詞":
            found.setdefault(surface, set()).add(LETTERS[part[2] + part[3]])
    return {name: "".join(sorted(letters)) for name, letters in found.items()}


def _parts_of_speech(data: bytes, at: int) -> tuple[list[list[str]], int]:
    (count,) = struct.unpack_from("<H", data, at)
    at += 2
    parts = []
    for _ in range(count):
        levels = []
        for _ in range(6):
            level, at = _string(data, at)
            levels.append(level)
        parts.append(levels)
    return parts, at


def _string(data: bytes, at: int) -> tuple[str, int]:
    size = data[at]
    at += 1
    if size & 0x80:
        size = ((size & 0x7F) << 8) | data[at]
        at += 1
    return data[at : at + 2 * size].decode("utf-16-le"), at + 2 * size


def lexicon(names: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The names that tell more than UniDic does: addresses and what it tags the same way are left out."""
    engine = MecabEngine()
    ordered = [n for n in sorted(names) if len(n) > 1 and NAME.fullmatch(n)]
    for first in range(0, len(ordered), 2000):
        some = ordered[first : first + 2000]
        tokens = {t.start: t for t in engine.parse_text("\n".join(some)).tokens}
        at = 0
        for name in some:
            token, letters = tokens.get(at), names[name]
            whole = token is not None and token.end == at + len(name)
            at += len(name) + 1
            if letters == "L" and ADDRESS.match(name):
                continue
            if not whole and letters == "G" and len(name) > 3 and re.fullmatch("[一-龥々]+", name):
                continue
            if whole and token and token.known and UNIDIC.get(letters) == token.pos[2:]:
                continue
            yield letters, name


def taught(path: Path) -> dict[str, str]:
    """Words to what the teacher of the name model takes them for (`teach_names.py`): P2 surely a person, P1 maybe."""
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        split = (line.rstrip("\n").split("\t") for line in lines)
        return {word: kind for kind, words in split for word in words.split(" ")}


def with_taught(listed: Iterable[tuple[str, str]], kinds: Mapping[str, str]) -> list[tuple[str, str]]:
    """The lexicon's letters, and after a colon what the teacher says; its other words have that alone."""
    letters = {name: head for head, name in listed}
    names = sorted({*letters, *kinds})
    return sorted((letters.get(n, "") + (f":{kinds[n]}" if n in kinds else ""), n) for n in names)


def municipalities(names: Iterable[str], cities: list[list[str]]) -> list[str]:
    """Formal name, prefecture and coordinates: what many addresses begin with is a municipality."""
    beginnings = Beginnings(names, re.compile("|".join(sorted({row[2] for row in cities}))))
    towns = {key for key, count in beginnings.towns.items() if count >= 4}
    wards = {key for key, count in beginnings.wards.items() if count >= 15}
    official = _cities(beginnings.cities, beginnings.towns) | wards | towns
    points: dict[tuple[str, str], tuple[str, str]] = {}
    for base, formal, home, latitude, longitude in cities:
        for name in (formal, *(base + suffix for suffix in "市区町村")):
            if (home, name) in official:
                points.setdefault((home, name), (latitude, longitude))
    lines = ["\t".join((name, home, *points.get((home, name), ("", "")))) for home, name in sorted(official)]
    lines += ["\t".join(row[1:]) for row in cities if _is_former(row, official)]
    # the wards of other cities that share a name with one of Tokyo make it ambiguous
    names_of_wards = {name for _, name in wards}
    shared = [f"{name}\t{home}\t\t" for name, home in sorted(beginnings.shared) if name in names_of_wards]
    return list(dict.fromkeys(lines)) + shared


class Beginnings:
    """How many addresses begin with what can be a municipality, by prefecture and name."""

    def __init__(self, names: Iterable[str], prefecture: re.Pattern[str]) -> None:
        self.cities: Counter[tuple[str, str]] = Counter()
        self.wards: Counter[tuple[str, str]] = Counter()
        self.towns: Counter[tuple[str, str]] = Counter()
        self.shared: set[tuple[str, str]] = set()
        for name in names:
            if home := prefecture.match(name):
                self._count(home[0], name[home.end() :])

    def _count(self, home: str, rest: str) -> None:
        for found in re.finditer("市", rest[:9]):
            self.cities[home, rest[: found.end()]] += 1
        if town := re.match(r".{1,6}?郡(.{1,7}?[町村])", rest):
            self.towns[home, town[1]] += 1
        if home == "東京都":
            if (ward := re.match(r".{1,4}?区", rest)) and "市" not in ward[0]:
                self.wards[home, ward[0]] += 1
        elif other := re.match(r".{1,5}?市(.{1,3}?区)$", rest):
            self.shared.add((other[1], home))


def _is_former(row: list[str], official: set[tuple[str, str]]) -> bool:
    """Towns since merged and islands: GeoNames has them where no address of today does."""
    base, formal, home, *_ = row
    if formal == base or formal[-1] not in "町村市" or re.search("[东卷丰]", formal):
        return False
    known = any((home, base + suffix) in official for suffix in "市区町村")
    return not known and not any(name == formal + "市" for _, name in official)


def _cities(city: Counter[tuple[str, str]], town: Counter[tuple[str, str]]) -> set[tuple[str, str]]:
    often = {key for key, count in city.items() if count >= 10 and len(key[1]) > 2}
    found = {(home, name) for home, name in often if not re.search("[郡区町村].*市$", name)}
    found |= {
        (home, name)
        for home, name in often
        if re.search("[村町]", name) and len(name) <= 5 and not re.search("[郡区]", name)
    }
    found = {(home, name) for home, name in found if (home, name + "市") not in found}
    found = {(home, name) for home, name in found if not any((home, name[:i]) in found for i in range(2, len(name)))}
    return {(home, name) for home, name in found if not {(home, name + "町"), (home, name + "村")} & town.keys()}


def write_packed(path: Path, groups: Iterable[tuple[str, list[str]]]) -> None:
    """A compressed table: a head and its words a line."""
    text = "".join(f"{head}\t{' '.join(sorted(words))}\n" for head, words in groups)
    path.write_bytes(gzip.compress(text.encode(), 9, mtime=0))


def main(folder: str) -> None:
    """Write the three tables into `folder`."""
    target = Path(folder)
    names = sudachi_names()
    rows = (target / "place_cities_japan.tsv").read_text(encoding="utf-8").splitlines()
    lines = municipalities(names, [row.split("\t") for row in rows if not row.startswith("#")])
    header = "# formal name\tprefecture\tlatitude\tlongitude (empty where unknown)"
    (target / "place_municipalities.tsv").write_text("\n".join([header, *lines]) + "\n", encoding="utf-8")
    entries = with_taught(lexicon(names), taught(Path(__file__).with_name("names_taught_words.txt.xz")))
    by_letters = groupby(entries, key=lambda entry: entry[0])
    write_packed(target / "name_lexicon.txt.gz", ((head, [name for _, name in group]) for head, group in by_letters))
    found = sorted(clusters().items())
    write_packed(target / "word_clusters.txt.gz", ((" ".join(map(str, head)), words) for head, words in found))


if __name__ == "__main__":
    main(sys.argv[1])
