"""Bytes to text: the encodings Japanese pages come in, strictly first, guessed last."""

from __future__ import annotations

import codecs
import re

from jpnews_nlp.errors import ArticleError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_ISO_2022 = ("iso2022_jp", "iso2022_jp_2004", "iso2022_jp_ext")
_ISO_2022_ESCAPE = re.compile(rb"\x1b(?:\$[@B]|\([BJI]|\$\()")
_SHIFTED = re.compile(rb"\x1b\$[@B]((?:[!-~]{2})*)\x1b\([BJ]")
_SAME_AS = {
    **dict.fromkeys(("shift_jis", "shift-jis", "sjis", "x-sjis", "windows-31j", "ms_kanji", "ms932"), "cp932"),
    **dict.fromkeys(("x-euc-jp", "x-euc", "cp51932"), "euc_jp"),
}
"""Names that pages use for what Python knows by another; who says Shift_JIS uses the characters of Windows (①, 髙)."""
_JAPANESE = re.compile(r"[ぁ-んァ-ヶー一-龥々、。「」・！-～]")
_KANA = re.compile(r"[ぁ-んァ-ヶ]")
_ODD = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f-\x9f\ufffd\ue000-\uf8ff｡-ﾟ]")
"""Control characters, private use and half-width katakana: rare in text, common in text that was read wrongly."""
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")


def decode(data: bytes, *, name: str, declared: str | None = None) -> str:
    """The text of a file, whatever Japanese encoding it is in; a byte order mark is no part of it.

    Tried in this order: a byte order mark, ISO-2022-JP (only where its escape sequences stand), UTF-8, the encoding
    that the file itself declares if it can hold Japanese, UTF-16 without a mark, then Shift_JIS (cp932) and EUC-JP,
    whichever reads as more Japanese. All are strict. `charset-normalizer` is asked last, and believed where it finds
    kana.

    Args:
        data: The file's bytes.
        name: What to call the file in an error.
        declared: The encoding an HTML page gives for itself.

    Raises:
        ArticleError: When the bytes are no text, or no encoding fits; the message says what was found.

    Example:
        >>> decode("首相が辞任した。".encode("euc_jp"), name="a.txt")
        '首相が辞任した。'
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _required(data[len(mark) :], encoding, name)
    if _ISO_2022_ESCAPE.search(data) and (text := _windows_iso_2022(data)) is not None:
        return text
    for encoding in _candidates(data, declared):
        text = _strict(data, encoding)
        if text is not None and not _is_binary(text):
            return text
    best = max(
        (_legacy(data, encoding) for encoding in ("cp932", "euc_jp", "euc_jis_2004")), key=lambda scored: scored[0]
    )
    if best[0] > 0:
        return best[1]
    _refuse_binary(data, name)
    _refuse_broken_utf8(data, name)
    return _guessed(data, name)


def _candidates(data: bytes, declared: str | None) -> list[str]:
    # A page may declare anything; bytes that are UTF-8 by chance are rarer than wrong declarations.
    named = [_SAME_AS.get(declared, declared)] if declared and _holds_japanese(declared) else []
    # Escape sequences are ASCII, so a page in ISO-2022-JP is valid UTF-8, too: it must be asked first.
    shifted = list(_ISO_2022) if _ISO_2022_ESCAPE.search(data) else []
    wide = ["utf-16-le", "utf-16-be"] if b"\x00" in data[:4096] and len(data) % 2 == 0 else []
    return [*shifted, "utf-8", *named, *(encoding for encoding in wide if _reads_as_text(_strict(data, encoding)))]


def _legacy(data: bytes, encoding: str) -> tuple[float, str]:
    """How much of the text reads as Japanese in this encoding, and the text; not above 0 where it does not."""
    text = _strict(data, encoding)
    if not text or not _JAPANESE.search(text):
        return 0.0, ""
    odd = len(_ODD.findall(text))
    return (len(_JAPANESE.findall(text)) + len(_KANA.findall(text)) - 5 * odd) / len(text), text


def _reads_as_text(text: str | None) -> bool:
    return (
        bool(text)
        and text is not None
        and len(_JAPANESE.findall(text)) + sum(c.isascii() for c in text) >= 0.8 * len(text)
    )


def _is_binary(text: str) -> bool:
    """Whether text that decodes is no text after all: more than one control character in fifty."""
    return len(_CONTROL.findall(text)) * 50 > len(text)


def _strict(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def _required(data: bytes, encoding: str, name: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise ArticleError(
            f"{name}: starts with the byte order mark of {encoding}, but byte {error.start} is not {encoding}; "
            "save the file as UTF-8"
        ) from error


def _windows_iso_2022(data: bytes) -> str | None:
    """ISO-2022-JP with the characters that Windows adds to it (①), which Python's codecs refuse; None for any other."""
    if _strict(data, _ISO_2022[0]) is not None:
        return None
    plain = _SHIFTED.sub(lambda run: bytes(byte | 0x80 for byte in run[1]), data)
    return None if b"\x1b" in plain else _strict(plain, "euc_jis_2004")


def _holds_japanese(encoding: str) -> bool:
    """Whether an encoding is known and has kana: latin-1 would read any bytes, and wrongly."""
    try:
        return bool("かナ".encode(_SAME_AS.get(encoding, encoding)))
    except (LookupError, UnicodeError, TypeError):
        return False


def _refuse_binary(data: bytes, name: str) -> None:
    zeros = data.count(0)
    if zeros:
        raise ArticleError(f"{name}: holds {zeros} NUL bytes in {len(data)} bytes and is no text; give a text file")


def _refuse_broken_utf8(data: bytes, name: str) -> None:
    text = data.decode("utf-8", errors="replace")
    broken = text.count("\ufffd")
    if _KANA.search(text) and broken * 10 <= len(text):
        try:
            data.decode("utf-8")
        except UnicodeDecodeError as error:
            line = data.count(b"\n", 0, error.start) + 1
            raise ArticleError(
                f"{name}: line {line}: byte 0x{data[error.start]:02X} at offset {error.start} is not UTF-8, as "
                "the rest of the file is; save the file as UTF-8 again"
            ) from error


def _guessed(data: bytes, name: str) -> str:
    from charset_normalizer import from_bytes  # noqa: PLC0415  -- only for the rare file

    best = from_bytes(data).best()
    if best is not None and _KANA.search(text := str(best)) and not _is_binary(text):
        return text
    raise ArticleError(
        f"{name}: {len(data)} bytes in no known encoding (tried UTF-8, UTF-16, Shift_JIS, EUC-JP and ISO-2022-JP); "
        "save the file as UTF-8"
    )
