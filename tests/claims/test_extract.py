"""The stage as a whole: blocks, order, identifiers, what belongs to a claim."""

from __future__ import annotations

from jpnews_nlp.claims.extract import extract_claims
from jpnews_nlp.engines.mecab import MecabEngine
from jpnews_nlp.entities.recognize import recognize
from jpnews_nlp.model.article import Article, Block
from jpnews_nlp.model.claim import Claim

BODY = "田中一郎市長は18日、県庁で会見した。\n写真は別の町の祭り。\n毎朝新聞は、橋が壊れたと報じている。\n橋は落ちた。"


ROLES = (("body", None), ("furniture", None), ("body", None), ("cited", "夕刊本郷"))


def extract() -> tuple[Claim, ...]:
    """Claims of `BODY`, its lines divided into blocks with `ROLES`."""
    blocks, at = [], 0
    for line, (role, source) in zip(BODY.split("\n"), ROLES, strict=True):
        blocks.append(Block(start=at, end=at + len(line), role=role, source=source))
        at += len(line) + 1
    article = Article(id="x", body=BODY, blocks=tuple(blocks))
    parse = MecabEngine().parse(article)
    return extract_claims(article, parse, recognize(article, parse))


CLAIMS = extract()


def test_claims_come_in_text_order_with_their_own_ids() -> None:
    assert [c.id for c in CLAIMS] == [f"x#{n}" for n in range(len(CLAIMS))]
    assert [(c.start, c.end) for c in CLAIMS] == sorted({(c.start, c.end) for c in CLAIMS})
    assert {c.article for c in CLAIMS} == {"x"}


def test_furniture_gives_no_claim() -> None:
    assert not any("祭り" in c.text for c in CLAIMS)


def test_cited_block_is_the_word_of_its_source() -> None:
    (cited,) = (c for c in CLAIMS if c.role == "cited")
    assert (cited.text, cited.speaker, cited.certainty) == ("橋は落ちた", "夕刊本郷", "reported")


def test_entities_and_places_belong_to_the_claim_they_stand_in() -> None:
    meeting = next(c for c in CLAIMS if c.kind == "clause" and "会見" in c.text)
    assert [(e.kind, e.text) for e in meeting.slots.entities if e.kind != "organization"] == [
        ("person", "田中一郎"),
        ("date", "18日"),
    ]


def test_numbers_belong_to_the_claim_they_stand_in(clauses) -> None:
    first, second = clauses("会談は3時間に及び、死者は12人に上った。")
    assert [q.text for q in first.slots.quantities] == ["3時間"]
    assert [q.text for q in second.slots.quantities] == ["12人"]


def test_sentence_numbers_count_from_the_title(clauses) -> None:
    headline, first, second = clauses("橋が落ちた。けが人はいない。", "市の橋が崩落")
    assert headline.role == "headline"
    assert headline.sentence < first.sentence < second.sentence


def test_terms_are_content_words_without_dates_and_numbers(clauses) -> None:
    (claim,) = clauses("首相は15日、3人の閣僚を更迭した。")
    assert claim.terms == ("首相", "閣僚", "更迭")


def test_the_same_text_gives_the_same_claims() -> None:
    assert extract() == CLAIMS
