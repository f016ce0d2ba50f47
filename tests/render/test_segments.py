"""Segments tile the text and cover what their spans cover."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.render.records import ARTICLES, GROUPS, comparison, hostile_comparison

from jpnews_nlp.model.article import Article, Block
from jpnews_nlp.model.span import Span
from jpnews_nlp.render.page import Anchor, passages
from jpnews_nlp.render.segments import regions, segments

SPANS = st.lists(
    st.tuples(st.integers(0, 30), st.integers(0, 30)).map(lambda p: Span(start=min(p), end=max(p))), max_size=8
)


@given(st.integers(0, 10), st.integers(11, 30), SPANS)
def test_segments_tile_and_cover(start: int, end: int, spans: list[Span]) -> None:
    found = segments(start, end, spans)
    assert [s.start for s in found] == [start, *(s.end for s in found[:-1])]
    assert found[-1].end == end
    for segment in found:
        for position in range(segment.start, segment.end):
            assert set(segment.covering) == {n for n, s in enumerate(spans) if s.start <= position < s.end}


def test_nested_claims_are_marked_outermost_first() -> None:
    spans = [Span(start=2, end=4), Span(start=0, end=9)]
    assert [s.covering for s in segments(0, 9, spans)] == [(1,), (1, 0), (1,)]


@pytest.mark.parametrize("article", ARTICLES, ids=[a.id for a in ARTICLES])
def test_passages_show_the_whole_text(article: Article) -> None:
    anchors = [
        Anchor(claim=claim, number=n, row=1, verdict="agree")
        for n, claim in enumerate(c for g in GROUPS for c in g.claims if c.article == article.id)
    ]
    shown = passages(article, anchors, [])
    assert "\n".join("".join(p.text for p in passage.pieces) for passage in shown) == article.text.strip("\n")
    firsts = [mark.anchor.number for passage in shown for p in passage.pieces for mark in p.marks if mark.first]
    assert sorted(firsts) == [anchor.number for anchor in anchors]


@pytest.mark.parametrize("article", ARTICLES, ids=[a.id for a in ARTICLES])
def test_evidence_of_a_mark_is_the_claim(article: Article) -> None:
    claims = [c for g in GROUPS for c in g.claims if c.article == article.id]
    anchors = [Anchor(claim=c, number=n, row=1, verdict="agree") for n, c in enumerate(claims)]
    pieces = [piece for passage in passages(article, anchors, []) for piece in passage.pieces]
    for anchor in anchors:
        marked = "".join(p.text for p in pieces if any(m.anchor is anchor for m in p.marks))
        assert marked == anchor.claim.text == article.text[anchor.claim.start : anchor.claim.end]


REGIONS = [
    ("区画なし", "本文だけ。", [], ["本文だけ。"]),
    ("区画の間に本文", "見出し\n間の文\n終わり", [(0, 3), (8, 11)], ["見出し", "\n間の文\n", "終わり"]),
    ("空白だけの間", "一\n\n二", [(0, 1), (3, 4)], ["一", "二"]),
    ("空の記事", "", [], []),
]


@pytest.mark.parametrize(("name", "text", "blocks", "shown"), REGIONS, ids=[r[0] for r in REGIONS])
def test_nothing_but_blanks_is_left_out(name: str, text: str, blocks: list[tuple[int, int]], shown: list[str]) -> None:
    article = Article(id="a", body=text, blocks=tuple(Block(start=s, end=e, role="body") for s, e in blocks))
    assert [region.of(article.text) for region in regions(article)] == shown


def test_fixture_spans_read_back() -> None:
    for compared in (comparison(), hostile_comparison()):
        for group in compared.groups:
            for claim in group.claims:
                assert compared.article(claim.article).text[claim.start : claim.end] == claim.text
