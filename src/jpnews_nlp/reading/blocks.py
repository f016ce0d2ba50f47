"""An article divided into blocks with roles. Nothing is cut from its text.

Rules run over the lines in a fixed order, and the first that knows a line decides its role:
summaries of other articles, lists of other articles, single lines of furniture, captions, repeated lines, the
headline, section headings. What no rule knows is body, sentence by sentence told apart from the author's asides.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from jpnews_nlp.model.article import Article, Block, Role
from jpnews_nlp.model.span import Span, last_before
from jpnews_nlp.reading.asides import aside_sentences
from jpnews_nlp.reading.captions import is_caption
from jpnews_nlp.reading.cited import find_citations, find_credit
from jpnews_nlp.reading.furniture import is_furniture
from jpnews_nlp.reading.headlines import find_headings, find_headline, find_signatures
from jpnews_nlp.reading.lines import Line, lines_of, normalized, sentences_of, trimmed
from jpnews_nlp.reading.lists import find_lists
from jpnews_nlp.reading.published import date_lines, find_published
from jpnews_nlp.reading.repeats import find_repeats

Roles = Mapping[int, Role]
Rule = Callable[[str, Sequence[Line], Roles], Roles]

LINES_OF_A_SCRAP = 2
"""A body this short is what its author wanted read, whatever its lines look like on a page."""


def divide(article: Article, *, marked: Sequence[Block] = ()) -> Article:
    r"""The article with its blocks, and with the publication date its page prints when it has none.

    Blocks are in order, do not overlap and hold every character that is not blank. A line is one block, or several
    where it mixes roles; lines that were broken by width are one. An article that has blocks comes back as it is.

    Args:
        article: The article.
        marked: Whole lines whose roles are known, as the markup of a page gives them.

    Example:
        >>> page = "国際\n\n首相がパリで会見\n\n首相は15日、パリで記者団に語った。\n\n関連記事\n1. 過去の会見は…"
        >>> for block in divide(Article(id="a", body=page)).blocks:
        ...     print(block.role, block.of(page))
        furniture 国際
        headline 首相がパリで会見
        body 首相は15日、パリで記者団に語った。
        furniture 関連記事
        furniture 1. 過去の会見は…
    """
    if article.blocks:
        return article
    lines = _split_credits(article.text, lines_of(article))
    known = {
        number: block
        for number, line in enumerate(lines)
        if (block := last_before(marked, line.start)) is not None and block.covers(line)
    }
    lists = find_lists(lines) - known.keys()
    blocks = _blocks(article.text, lines, lists, known)
    published = article.published
    if published is None:
        printed = find_published(article.text, lines, skip=[number in lists for number in range(len(lines))])
        published = printed.moment if printed else None
    return replace(article, blocks=blocks, published=published)


def _blocks(text: str, lines: Sequence[Line], lists: frozenset[int], known: Mapping[int, Block]) -> tuple[Block, ...]:
    cited: dict[int, Block] = {}
    for citation in find_citations(text, lines):
        for number in citation.lines:
            line = lines[number]
            source, published = citation.credit.outlet, citation.published
            cited[number] = Block(start=line.start, end=line.end, role="cited", source=source, published=published)
    cited = {number: block for number, block in known.items() if block.role == "cited"} | cited
    roles: dict[int, Role] = {**{n: block.role for n, block in known.items()}, **dict.fromkeys(cited, "cited")}
    roles.update(dict.fromkeys(lists - roles.keys(), "furniture"))
    for rule in RULES:
        for number, role in rule(text, lines, roles).items():
            roles.setdefault(number, role)
    asides = _asides(text, [line for number, line in enumerate(lines) if number not in roles])
    blocks: list[Block] = []
    for number, line in enumerate(lines):
        if number in cited:
            blocks.append(cited[number])
        elif number in roles:
            blocks.append(Block(start=line.start, end=line.end, role=roles[number]))
        else:
            blocks.extend(asides[line])
    return _as_content(tuple(blocks), [line for line in lines if not line.is_title])


def _as_content(blocks: tuple[Block, ...], body: Sequence[Line]) -> tuple[Block, ...]:
    """The blocks, but a body of a line or two is never all furniture and asides: there is no page around it."""
    own = [b for b in blocks if any(line.covers(b) for line in body)] if len(body) <= LINES_OF_A_SCRAP else []
    if any(b.is_content for b in own):
        return blocks
    return tuple(replace(b, role="body") if b in own else b for b in blocks)


def _titles(_text: str, lines: Sequence[Line], _roles: Roles) -> Roles:
    return {number: "headline" for number, line in enumerate(lines) if line.is_title}


def _furniture(text: str, lines: Sequence[Line], _roles: Roles) -> Roles:
    dated = date_lines(text, lines)
    return {
        number: "furniture"
        for number, line in enumerate(lines)
        if is_furniture(line.words) or number in dated or find_credit(text, line)
    }


def _captions(_text: str, lines: Sequence[Line], _roles: Roles) -> Roles:
    return {number: "caption" for number, line in enumerate(lines) if is_caption(line.words)}


RULES: tuple[Rule, ...] = (_titles, _captions, _furniture, find_repeats, find_headline, find_signatures, find_headings)
"""After the cited summaries and the lists of other articles; each gives roles to lines that have none."""


def _split_credits(text: str, lines: Sequence[Line]) -> tuple[Line, ...]:
    """Lines whose credit runs into the author's next sentence (`….html驚きですね。`), cut in two."""
    cut: list[Line] = []
    for line in lines:
        credit = find_credit(text, line)
        rest = trimmed(text, credit.end, line.end) if credit else (line.end, line.end)
        if credit is None or rest[0] == rest[1]:
            cut.append(line)
            continue
        address, words = Span(start=line.start, end=credit.end), Span(start=rest[0], end=rest[1])
        cut.extend(replace(line, start=p.start, end=p.end, words=normalized(p.of(text))) for p in (address, words))
    return tuple(cut)


def _asides(text: str, lines: Sequence[Line]) -> dict[Line, tuple[Block, ...]]:
    """Each line of running text as blocks: one, or several where asides and body stand on one line."""
    sentences = [(line, sentence) for line in lines for sentence in sentences_of(text, line)]
    marks = aside_sentences([sentence.of(text) for _, sentence in sentences])
    blocks: dict[Line, tuple[Block, ...]] = {}
    for (line, sentence), mark in zip(sentences, marks, strict=True):
        role: Role = "aside" if mark else "body"
        *earlier, last = blocks.get(line, (None,))
        if last is not None and last.role == role:
            blocks[line] = (*(b for b in earlier if b), replace(last, end=sentence.end))
        else:
            block = Block(start=sentence.start, end=sentence.end, role=role)
            blocks[line] = (*(b for b in (*earlier, last) if b), block)
    return blocks
