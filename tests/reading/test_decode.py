from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jpnews_nlp.errors import ArticleError
from jpnews_nlp.reading.decode import decode

TEXT = "三国の首脳は７日、サンゴ島で会談した。\r\n漁業の協定は「見送り」だった。\n"

ENCODED = {
    "UTF-8": TEXT.encode(),
    "UTF-8_BOM": codecs.BOM_UTF8 + TEXT.encode(),
    "UTF-16_LE_BOM": codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"),
    "UTF-16_BE_BOM": codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
    "UTF-16_LE": TEXT.encode("utf-16-le"),
    "UTF-16_BE": TEXT.encode("utf-16-be"),
    "UTF-32_LE_BOM": codecs.BOM_UTF32_LE + TEXT.encode("utf-32-le"),
    "Shift_JIS": TEXT.encode("cp932"),
    "EUC-JP": TEXT.encode("euc_jp"),
    "ISO-2022-JP": TEXT.encode("iso2022_jp"),
}


@pytest.mark.parametrize("data", ENCODED.values(), ids=ENCODED.keys())
def test_every_encoding_gives_the_text_to_the_letter(data: bytes) -> None:
    assert decode(data, name="a.txt") == TEXT


@pytest.mark.parametrize("encoding", ["utf-8", "cp932", "euc_jp", "iso2022_jp"])
@pytest.mark.parametrize("text", ["首相が辞任。", "カタカナ", "ラーメン", "15日", "ａｂｃ"])
def test_short_text(text: str, encoding: str) -> None:
    if encoding == "euc_jp" and not any("ぁ" <= c <= "ヶ" or "一" <= c <= "龥" for c in text):
        encoding = "utf-8"  # too little to tell EUC-JP from Shift_JIS by
    assert decode(text.encode(encoding), name="a.txt") == text


@pytest.mark.parametrize("encoding", ["euc_jis_2004", "cp932"])
def test_numbers_in_circles(encoding: str) -> None:
    text = "①三国の首脳は7日、サンゴ島で会談した。"
    assert decode(text.encode(encoding), name="a.txt") == text


def test_windows_characters_in_iso_2022_jp() -> None:
    shifted = b"".join(bytes(b & 0x7F for b in c.encode("euc_jis_2004")) for c in "①三国の首脳が会談した。")
    data = b"\x1b$B" + shifted + b"\x1b(B 2031"
    assert decode(data, name="a.txt") == "①三国の首脳が会談した。 2031"


@pytest.mark.parametrize("declared", ["latin-1", "utf-16", "windows-1252", "nonsense", "base64", "rot13", "x-euc-jp"])
def test_what_a_page_declares_wrongly_is_passed_over(declared: str) -> None:
    for encoding in ("utf-8", "cp932", "euc_jp"):
        assert decode(TEXT.encode(encoding), name="a.txt", declared=declared) == TEXT


def test_windows_characters() -> None:
    assert decode("①髙橋さんは語った。".encode("cp932"), name="a.txt") == "①髙橋さんは語った。"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4, "a.txt: holds 4 NUL bytes"),
        (b"\x00" * 100, "a.txt: holds 100 NUL bytes"),
        (TEXT.encode() + b"\xff" + TEXT.encode(), "a.txt: line 3: byte 0xFF at offset 105 is not UTF-8"),
        (codecs.BOM_UTF16_LE + b"\x00\xd8a", "a.txt: starts with the byte order mark of utf-16-le"),
        (bytes(range(128, 256)) * 3, "a.txt: 384 bytes in no known encoding"),
    ],
    ids=["画像", "NULだけ", "壊れたUTF-8", "壊れたUTF-16", "文字でない"],
)
def test_what_is_no_text(data: bytes, message: str) -> None:
    with pytest.raises(ArticleError) as error:
        decode(data, name="a.txt")
    assert message in str(error.value)


def test_a_single_nul_is_kept() -> None:
    text = "首相は辞任した。" * 20 + "\x00"
    assert decode(text.encode(), name="a.txt") == text


@given(st.binary())
def test_any_bytes_give_text_or_an_error_that_names_the_file(data: bytes) -> None:
    try:
        found = decode(data, name="a.txt")
    except ArticleError as error:
        found = str(error).removeprefix("a.txt: ")
        named = found != str(error)
    else:
        named = True
    assert isinstance(found, str)
    assert named
