"""Whether a text is Japanese at all."""

from __future__ import annotations

import re

from jpnews_nlp.errors import ArticleError

SHORTEST = 60
"""Fewer letters than this tell no language: a score, a name, a price."""
KANA_AT_LEAST = 0.05
SENTENCES_AT_LEAST = 0.3
"""Of Japanese prose about half the letters are kana, and nearly every sentence holds some. English quotations lower the
first share, lists of names the second."""
LOOKED_AT = 20_000

_KANA = re.compile(r"[ぁ-んァ-ヶｦ-ﾝ]")
_HAN = re.compile(r"[一-龥々㐀-䶵]")
_HANGUL = re.compile(r"[가-힣]")
_LATIN = re.compile(r"[A-Za-zÀ-ɏ]")
_SENTENCE = re.compile(r"[^。．.!?！？\n]{8,}")


def refuse_foreign(text: str, where: str) -> None:
    """Refuse a text that is not Japanese; quotations in another language are fine.

    Raises:
        ArticleError: When hardly a letter and hardly a sentence of it is Japanese.

    Example:
        >>> refuse_foreign("首相は“We will never surrender to anyone, anywhere, at any time”と英語で語った。", "a.txt")
        >>> refuse_foreign("The prime minister said that he would never surrender to anyone, anywhere.", "a.txt")
        Traceback (most recent call last):
        jpnews_nlp.errors.ArticleError: a.txt: reads as English or another language in Latin letters
        (0 of 61 letters are kana); an article in Japanese is needed
    """
    looked_at = text[:LOOKED_AT]
    letters = sum(map(str.isalpha, looked_at))
    kana = len(_KANA.findall(looked_at))
    if letters < SHORTEST or kana >= KANA_AT_LEAST * letters:
        return
    sentences = _SENTENCE.findall(looked_at)
    if sum(_KANA.search(sentence) is not None for sentence in sentences) >= SENTENCES_AT_LEAST * len(sentences) > 0:
        return
    raise ArticleError(
        f"{where}: reads as {_language(looked_at, letters)} ({kana} of {letters} letters are kana); "
        "an article in Japanese is needed"
    )


def _language(text: str, letters: int) -> str:
    shares = {
        "Korean": len(_HANGUL.findall(text)),
        "Chinese": len(_HAN.findall(text)),
        "English or another language in Latin letters": len(_LATIN.findall(text)),
    }
    best = max(shares, key=lambda name: shares[name])
    return best if shares[best] * 2 > letters else "another language"
