"""Syntax over another tokenization: arcs between GiNZA's tokens become arcs between ours."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from jpnews_nlp.model.parse import Bunsetsu, Sentence, Token
from jpnews_nlp.model.span import Span

# The parser marks the content word of each bunsetsu in the relation it gives it.
HEAD_SUFFIX = "_bunsetu"


@dataclass(frozen=True, slots=True, kw_only=True)
class Arc(Span):
    """A foreign token, in code points into its sentence, with the index of its head among the sentence's arcs."""

    head: int
    relation: str

    @property
    def heads_bunsetsu(self) -> bool:
        """Whether the foreign token is the content word of a bunsetsu."""
        return self.relation == "ROOT" or self.relation.endswith(HEAD_SUFFIX)


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
        yield index, head, "ROOT" if head == index else arcs[arc].relation.removesuffix(HEAD_SUFFIX)


def bunsetsu(
    tokens: Sequence[Token], sentence: Sentence, arcs: Sequence[Arc], heads: Sequence[int]
) -> Iterator[Bunsetsu]:
    """The bunsetsu of a sentence, in order; together they cover its tokens.

    Args:
        tokens: Those of the whole text.
        sentence: The sentence.
        arcs: Its foreign tokens.
        heads: For each token of the text the index of its head, as `lay_over` has it.
    """
    content = sorted(_content_words(tokens, sentence, arcs, heads))
    if not content:
        return
    among = set(content)
    borders = [_border(left, right, among, heads) for left, right in pairwise(content)]
    starts = [sentence.first_token, *borders]
    for head, first, last in zip(content, starts, [*starts[1:], sentence.last_token], strict=True):
        yield Bunsetsu(
            start=tokens[first].start, end=tokens[last - 1].end, first_token=first, last_token=last, head=head
        )


def _content_words(tokens: Sequence[Token], sentence: Sentence, arcs: Sequence[Arc], heads: Sequence[int]) -> set[int]:
    """Our tokens in which a content word of a bunsetsu ends, and the words these depend on."""
    ends = {sentence.start + arc.end for arc in arcs if arc.heads_bunsetsu}
    marked = {i for i in range(sentence.first_token, sentence.last_token) if _ends_within(tokens[i], ends)}
    return marked | {heads[index] for index in marked}


def _ends_within(token: Token, ends: set[int]) -> bool:
    return token.end in ends or any(end in ends for end in range(token.start + 1, token.end))


def _border(left: int, right: int, content: set[int], heads: Sequence[int]) -> int:
    """Where the bunsetsu of `right` starts: the first token after `left` that leans on nothing before itself."""
    for index in range(left + 1, right):
        owner, steps = index, 0
        while owner not in content and heads[owner] != owner and steps < len(heads):
            owner, steps = heads[owner], steps + 1
        if owner in content and owner >= right:
            return index
    return right


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
