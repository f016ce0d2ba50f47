"""Foreign arcs over our tokens."""

from jpnews_nlp.engines.syntax import Arc, lay_over
from jpnews_nlp.model.parse import Sentence, Token


def tokens(*surfaces: str) -> list[Token]:
    made, at = [], 0
    for surface in surfaces:
        made.append(
            Token(
                start=at,
                end=at + len(surface),
                surface=surface,
                lemma=surface,
                normalized=surface,
                reading="",
                pos=("名詞", "*", "*", "*"),
                conjugation="*",
                known=True,
            )
        )
        at += len(surface)
    return made


def laid(ours: list[Token], arcs: list[Arc]) -> list[tuple[int, int, str]]:
    sentence = Sentence(start=0, end=ours[-1].end, first_token=0, last_token=len(ours))
    return list(lay_over(ours, sentence, arcs))


def test_same_tokens() -> None:
    arcs = [Arc(start=0, end=1, head=1, relation="nsubj_bunsetu"), Arc(start=1, end=3, head=1, relation="ROOT")]
    assert laid(tokens("市", "発表"), arcs) == [(0, 1, "nsubj"), (1, 1, "ROOT")]


def test_one_foreign_token_over_two_of_ours() -> None:
    arcs = [Arc(start=0, end=4, head=1, relation="obj"), Arc(start=4, end=6, head=1, relation="ROOT")]
    assert laid(tokens("安全", "保障", "強調"), arcs) == [(0, 1, "compound"), (1, 2, "obj"), (2, 2, "ROOT")]


def test_two_foreign_tokens_in_one_of_ours() -> None:
    arcs = [Arc(start=0, end=1, head=1, relation="compound"), Arc(start=1, end=2, head=1, relation="ROOT")]
    assert laid(tokens("東京"), arcs) == [(0, 0, "ROOT")]


def test_tokens_without_syntax_are_left_out() -> None:
    assert laid(tokens("東京"), []) == []
