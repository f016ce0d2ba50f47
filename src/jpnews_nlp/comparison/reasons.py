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
    words = " ".join(words.split())
    if not words:
        return "—"
    return words if len(words) <= LONGEST else words[: LONGEST - 1] + "…"


@cache
def _templates() -> dict[str, tuple[str, str]]:
    return {rule: (japanese, english) for rule, japanese, english in rows("reasons.tsv")}
