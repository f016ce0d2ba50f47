from __future__ import annotations

import pytest

from jpnews_nlp.errors import ArticleError
from jpnews_nlp.reading.mojibake import refuse_mojibake

TEXT = "三国の首脳は7日、サンゴ島で会談した。\n漁業の協定を改める話し合いを続けることで一致した。"
READ_WRONGLY = [
    ("utf-8", "cp932"),
    ("utf-8", "cp1252"),
    ("utf-8", "latin-1"),
    ("cp932", "cp1252"),
    ("cp932", "latin-1"),
    ("euc_jp", "latin-1"),
    ("euc_jp", "cp932"),
    ("cp932", "utf-8"),
    ("euc_jp", "utf-8"),
]


@pytest.mark.parametrize(("written", "read"), READ_WRONGLY)
def test_what_a_wrong_reading_leaves_is_reported(written: str, read: str) -> None:
    text = TEXT.encode(written).decode(read, "replace")
    with pytest.raises(ArticleError, match=r"^a\.txt: line 1: .* is mojibake, .* give the text as it was before"):
        refuse_mojibake(text, "a.txt")


def test_the_message_shows_what_it_may_have_been() -> None:
    with pytest.raises(ArticleError, match=r"perhaps '.*首脳"):
        refuse_mojibake(TEXT.encode("euc_jp").decode("latin-1"), "a.txt")


def test_iso_2022_jp_without_its_escapes() -> None:
    with pytest.raises(ArticleError, match="ISO-2022-JP that lost its escape characters"):
        refuse_mojibake(TEXT.encode("iso2022_jp").replace(b"\x1b", b"").decode(), "a.txt")


FINE = {
    "本文": TEXT,
    "半角カナ": "ｱﾒﾘｶ･ﾛｼｱの首脳がﾊﾟﾘで会談した。",
    "外字": "会談したThéâtre de l’Île の館長は「très bien」と話した。",
    "珍しい字": "繧繝錦の帯を締めた山根さん。",
    "一つの欠け": TEXT + "\ufffd" + TEXT,
    "価格": "¥100と£5、€20を受け取った。",
}


@pytest.mark.parametrize("text", FINE.values(), ids=FINE.keys())
def test_what_is_no_mojibake(text: str) -> None:
    refuse_mojibake(text, "a.txt")
