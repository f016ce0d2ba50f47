"""Titles are found with what belongs to them, at the length they have."""

from __future__ import annotations

import pytest

from jpnews_nlp.engines.mecab import MecabEngine
from jpnews_nlp.entities.titles import title_at, title_ending
from jpnews_nlp.model.parse import Token

ENGINE = MecabEngine()


def tokens_of(text: str) -> tuple[Token, ...]:
    return ENGINE.parse_text(text).tokens


# The text, the words before the title, and what belongs to the title with its prefixes; None where there is none.
TITLES = [
    ("役職だけ", "木村", "市長", ""),
    ("前と国のしるし", "木村", "前米大統領", "は"),
    ("二つのしるしまで", "木村", "元前市長", "が"),
    ("文の先の方", "3日、木村", "市長", "が述べた"),
    ("長いほう", "木村", "副大統領", "は"),
    ("役職でない", "木村", None, "倉庫"),
]


@pytest.mark.parametrize(("name", "before", "title", "after"), TITLES, ids=[t[0] for t in TITLES])
def test_title_at(name: str, before: str, title: str | None, after: str) -> None:
    tokens = tokens_of(before + (title or "") + after)
    at = next(i for i, token in enumerate(tokens) if token.start == len(before))
    found = title_at(tokens, at)
    assert (None if found is None else "".join(t.surface for t in tokens[at : found[0]])) == title


# The text up to where a title should end, and the longest title that does.
ENDINGS = [
    ("初めから", "国防相", "国防相"),
    ("四つ目の語から", "共和国の首相", "首相"),
    ("役職でない", "市の倉庫", None),
]


@pytest.mark.parametrize(("name", "text", "title"), ENDINGS, ids=[e[0] for e in ENDINGS])
def test_title_ending(name: str, text: str, title: str | None) -> None:
    tokens = tokens_of(text)
    assert title_ending(tokens, len(tokens)) == title


def test_nothing_ends_before_the_first_token() -> None:
    assert title_ending(tokens_of("首相"), 0) is None
