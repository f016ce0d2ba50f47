from __future__ import annotations

from jpnews_nlp.comparison.remembered import forget, remembered
from jpnews_nlp.model.claim import Claim


def claim(text: str) -> Claim:
    return Claim(id="a#0", article="a", start=0, end=len(text), text=text, predicate="発表")


def test_a_claim_is_read_once() -> None:
    read: list[str] = []

    @remembered
    def length(each: Claim) -> int:
        read.append(each.text)
        return len(each.text)

    assert [length(claim("発表した")), length(claim("発表した")), length(claim("公表した。"))] == [4, 4, 5]
    assert read == ["発表した", "公表した。"]
    forget()
    assert length(claim("発表した")) == 4
    assert read == ["発表した", "公表した。", "発表した"]


def test_equal_claims_have_one_hash() -> None:
    assert claim("発表した") == claim("発表した")
    assert hash(claim("発表した")) == hash(claim("発表した"))
