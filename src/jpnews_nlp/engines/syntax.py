"""Syntax over another tokenization: arcs between GiNZA's tokens become arcs between ours."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from jpnews_nlp.model.parse import Sentence, Token
from jpnews_nlp.model.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Arc(Span):
    """A foreign token, in code points into its sentence, with the index of its head among the sentence's arcs."""

    head: int
    relation: str


def lay_over(tokens: Sequence[Token], sentence: Sentence, arcs: Sequence[Arc]) -> Iterator[tuple[int, int, str]]:
    """For each of our tokens that a foreign token covers: its index, the index of its head, and the relation.

    Of several tokens of ours inside one foreign token the last stands for it, and the others are `compound` to it. A
    root is its own head.
    """
    covering = list(_covering(tokens, sentence, arcs))
    stands_for: dict[int, int] = {arc: index for index, arc in covering}
    for index, arc in covering:
        if stands_for[arc] != index:
            yield index, stands_for[arc], "compound"
            continue
        head = _head_elsewhere(index, arc, arcs, stands_for)
        yield index, head, "ROOT" if head == index else arcs[arc].relation.removesuffix("_bunsetu")


def _covering(tokens: Sequence[Token], sentence: Sentence, arcs: Sequence[Arc]) -> Iterator[tuple[int, int]]:
    """Pairs of the index of our token and of the foreign token that covers its last code point."""
    arc = 0
    for index in range(sentence.first_token, sentence.last_token):
        last = tokens[index].end - 1 - sentence.start
        while arc < len(arcs) and arcs[arc].end <= last:
            arc += 1
        if arc < len(arcs) and arcs[arc].start <= last:
            yield index, arc


def _head_elsewhere(index: int, arc: int, arcs: Sequence[Arc], stands_for: dict[int, int]) -> int:
    """Our token for the nearest ancestor of `arc` that is another token of ours, or `index` itself at a root."""
    while arcs[arc].head != arc:
        arc = arcs[arc].head
        if stands_for.get(arc, index) != index:
            return stands_for[arc]
    return index
