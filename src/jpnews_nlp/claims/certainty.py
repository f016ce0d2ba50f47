"""How sure a clause is, by the words at its end."""

from __future__ import annotations

from functools import lru_cache

from jpnews_nlp.claims.lexicon import certainty_rules
from jpnews_nlp.model.claim import Certainty

# A certainty is written at the end of a clause; earlier words belong to what it is about.
TAIL = 24


def read_certainty(evidence: str, following: str, *, attributed: bool) -> Certainty:
    """The certainty of a clause.

    Args:
        evidence: The text of the clause.
        following: What follows it in the sentence up to its end, such as とみられる after the content.
        attributed: Whether somebody else's word is given for it; then a plain clause is `reported`.

    Example:
        >>> read_certainty("台風は10日に上陸する見込み", "。", attributed=False)
        'likely'
        >>> read_certainty("首相は辞任した", "", attributed=True)
        'reported'
    """
    certainty = _certainty_of((evidence[-TAIL:] + following[:TAIL]).rstrip())
    return "reported" if attributed and certainty == "asserted" else certainty


@lru_cache(maxsize=1 << 10)
def _certainty_of(tail: str) -> Certainty:
    """The certainty of the first rule that holds; the same words of saying (と述べた) end sentence after sentence."""
    return next((rule.certainty for rule in certainty_rules() if rule.pattern.search(tail)), "asserted")
