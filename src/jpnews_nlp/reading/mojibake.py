"""Text that was read in the wrong encoding before it came here: seen by what such errors leave behind."""

from __future__ import annotations

import re
from dataclasses import dataclass

from jpnews_nlp.errors import ArticleError


@dataclass(frozen=True, slots=True, kw_only=True)
class Trace:
    """What one kind of wrong reading leaves: `written` was taken for `read`."""

    pattern: re.Pattern[str]
    written: str
    read: str
    share: float
    """How much of the text that is not ASCII must be such traces; a rare character may well stand alone."""


LOST = "utf-8"
"""Reading as UTF-8 puts U+FFFD in the place of what it cannot read."""
_CP1252 = "\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
TRACES: tuple[Trace, ...] = (
    Trace(pattern=re.compile("[縺繧繝縲]"), written="utf-8", read="cp932", share=0.05),
    Trace(pattern=re.compile(f"[ãäåæçèé][{_CP1252}]{{2}}"), written="utf-8", read="cp1252", share=0.15),
    Trace(pattern=re.compile(r"[‚ƒ\u0082\u0083][\x21-\xff]"), written="cp932", read="cp1252", share=0.1),
    Trace(pattern=re.compile(r"[¤¥][\u00a1-\u00fe]"), written="euc_jp", read="cp1252", share=0.15),
    Trace(pattern=re.compile(r"[､･][\uff61-\uff9f]"), written="euc_jp", read="cp932", share=0.2),
    Trace(pattern=re.compile(r"\ufffd"), written="another encoding", read=LOST, share=0.02),
)
_SHIFTED = re.compile(r"\x1b?\$B(?:[!-~]{2}){2,}?\x1b?\([BJ]")
_KANA = re.compile("[ぁ-んァ-ヶ]")
FEWEST = 2
READABLE = 0.2
"""With this share of kana a text was read rightly, whatever rare characters it holds; only lost ones still count."""
LOOKED_AT = 200_000


def refuse_mojibake(text: str, where: str) -> None:
    """Refuse a text that another program read wrongly; nothing is guessed in its place.

    Raises:
        ArticleError: When it is mojibake; the message shows some, and what it may have been.

    Example:
        >>> refuse_mojibake("記者会見を開いた。後任は未定。".encode().decode("cp932", "ignore"), "a.txt")
        Traceback (most recent call last):
        jpnews_nlp.errors.ArticleError: a.txt: line 1: ... is mojibake, utf-8 that was read as cp932
        (perhaps '会見を開いた。後任は未'); give the text as it was before
    """
    looked_at = text[:LOOKED_AT]
    wide = sum(not character.isascii() for character in looked_at)
    readable = len(_KANA.findall(looked_at)) >= READABLE * wide
    for trace in TRACES:
        found = list(trace.pattern.finditer(looked_at)) if wide and not (readable and trace.read != LOST) else []
        if len(found) >= FEWEST and sum(len(match[0]) for match in found) >= trace.share * wide:
            raise ArticleError(_message(text, found[0].start(), trace, where))
    shifted = _SHIFTED.findall(looked_at)
    if len(shifted) >= FEWEST and not wide:
        raise ArticleError(
            f"{where}: {shifted[0][:12]!r} is ISO-2022-JP that lost its escape characters; "
            "give the text as it was before"
        )


def _message(text: str, position: int, trace: Trace, where: str) -> str:
    line = text.count("\n", 0, position) + 1
    start = max(text.rfind("\n", 0, position) + 1, position - 8)
    shown = text[start : position + 16].split("\n", maxsplit=1)[0].strip()[:20]
    meant = _meant(shown, trace)
    hint = f" (perhaps {meant!r})" if meant else ""
    return (
        f"{where}: line {line}: {shown!r} is mojibake, {trace.written} that was read as {trace.read}{hint}; "
        "give the text as it was before"
    )


def _meant(shown: str, trace: Trace) -> str | None:
    """What the words shown were, as far as reading them back works."""
    for read in (trace.read, "latin-1") if trace.read != LOST else ():
        words = shown.encode(read, "ignore").decode(trace.written, "ignore")
        if _KANA.search(words):
            return words
    return None
