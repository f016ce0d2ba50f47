"""One line that says why, in Japanese or English, from the templates of `data/reasons.tsv`."""

from __future__ import annotations

from functools import cache

from jpnews_nlp.comparison.tables import rows

# Longer evidence is cut in a reason; the whole stands in the claim.
LONGEST = 24


def reason_text(rule: str, left: str, right: str, lang: str = "ja") -> str:
    """The reason of a link.

    Args:
        rule: The name of the rule, `Link.rule`.
        left: The deciding words of the first claim, `Link.left`.
        right: Those of the second.
        lang: `ja` or `en`.

    Raises:
        KeyError: When there is no such rule.

    Example:
        >>> reason_text("number_differs", "5人", "4人")
        '数値が異なる（5人／4人）'
        >>> reason_text("number_differs", "5人", "4人", lang="en")
        'the numbers differ (5人 / 4人)'
    """
    japanese, english = _templates()[rule]
    template = english if lang == "en" else japanese
    return template.replace("{left}", _short(left)).replace("{right}", _short(right))


def _short(words: str) -> str:
    """The words in one line; of long ones the end, where a clause says what it says, and the speaker before it."""
    words = " ".join(words.split())
    speaker, colon, said = words.rpartition("：")
    if len(said) > LONGEST:
        said = "…" + said[-(LONGEST - 1) :]
    return speaker + colon + said or "—"


@cache
def _templates() -> dict[str, tuple[str, str]]:
    return {rule: (japanese, english) for rule, japanese, english in rows("reasons.tsv")}
