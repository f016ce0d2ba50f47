"""Where words are quoted: 「…」と, 〜と or 〜よう, and the verb of saying that follows."""

from __future__ import annotations

from collections.abc import Sequence

from jpnews_nlp.claims.lexicon import words
from jpnews_nlp.claims.phrases import NOMINAL, Phrase, closing_bracket, head_word
from jpnews_nlp.model.parse import Token

# Between と and its verb stand at most a recipient and a place: …と、取材に語った.
REACH = 5
# A shorter quotation (「兄弟」) names something; it is nobody's statement.
SHORTEST_QUOTE = 2


def quotation(tokens: Sequence[Token], phrase: Phrase) -> tuple[int, int] | None:
    """The tokens inside 「…」 when the phrase is a quotation of some length."""
    for at in range(phrase.first, phrase.last):
        if tokens[at].surface in ("「", "『", "“"):
            close = closing_bracket(tokens, at, phrase.last)
            if close is None or close - at < SHORTEST_QUOTE:
                return None
            after = tokens[close + 1].surface if close + 1 < phrase.last else ""
            return (at + 1, close) if after in ("と", "に", "、", "。", "", "など", "として", "\n", "　") else None
    return None


def is_quotative(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """Whether the phrase is a predicate before the quoting と."""
    at = quoting_particle(tokens, phrase)
    if at in (phrase.last, phrase.first):
        return False
    before = tokens[at - 1] if tokens[at - 1].surface not in "、，" else tokens[at - 2]
    if before.pos[0] in NOMINAL and _is_hearsay_ending(tokens, phrase.last):
        return True  # いずれも軽傷という。時期は11月とされる。
    return before.pos[0] in ("動詞", "助動詞", "形容詞", "助詞") or (before.pos[0] in NOMINAL and phrase.kind != "noun")


def _is_hearsay_ending(tokens: Sequence[Token], at: int) -> bool:
    """Whether という or とされる ends a sentence from token `at` on."""
    words_ahead = tokens[at : at + 3]
    if not words_ahead:
        return False
    said = words_ahead[0].normalized == "言う" and words_ahead[0].conjugation.startswith("終止形")
    held = words_ahead[0].normalized == "為る" and any(t.normalized in ("れる", "られる") for t in words_ahead[1:])
    return said or held


def quoting_particle(tokens: Sequence[Token], phrase: Phrase) -> int:
    """The index of the quoting と or よう of the phrase; one past the phrase when there is none."""
    for at in range(phrase.last - 1, phrase.head, -1):
        if tokens[at].surface in ("と", "って") and tokens[at].pos[1] in ("格助詞", "副助詞"):
            return at
    return phrase.last


def saying_verb(tokens: Sequence[Token], phrases: Sequence[Phrase], index: int, last: int) -> int | None:
    """The verb of saying that follows the quotation, before the segment ends."""
    for at in range(index + 1, min(last, index + 1 + REACH)):
        if _only_weighs(tokens, phrases[at]):
            return None
        verb = _saying_at(tokens, phrases, (index, at), last)
        if verb is not None:
            follows = phrases[verb + 1] if verb + 1 < last else None
            if follows is None or follows.kind != "noun" or not phrases[verb].form.startswith("連体形"):
                return verb
            return verb if tokens[follows.head].normalized in words("formal") else None
        phrase = phrases[at]
        modifies = phrase.form.startswith("連体形") and not phrase.particles and not phrase.comma
        if phrase.is_predicate and not modifies:
            return None
    return None


def _saying_at(tokens: Sequence[Token], phrases: Sequence[Phrase], reach: tuple[int, int], last: int) -> int | None:
    """The verb of saying at phrase `reach[1]`, or right after it (発表を行う), for the quotation at `reach[0]`."""
    index, at = reach
    phrase, word = phrases[at], tokens[phrases[at].head].normalized
    if word in words("showing") and at > index + 1:
        held = head_word(tokens, phrases[at - 1]) in words("stance")
        if held or quotation(tokens, phrases[index]) is not None:
            return at
    if word not in words("speech", "rewording") or phrase.kind not in ("verb", "noun", "copula"):
        return None
    if phrase.kind == "noun" and at != last - 1:
        carried = "を" in phrase.particles and tokens[phrases[at + 1].head].normalized in words("light")
        return at + 1 if carried else None
    return at


def is_passive(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """Whether the verb of the phrase stands in the passive."""
    return any(t.normalized in ("れる", "られる") for t in tokens[phrase.head : phrase.last])


def _only_weighs(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """とみられる, と考えられる: a passive that says how sure it is, and nobody's word."""
    return tokens[phrase.head].normalized in words("weighing") and is_passive(tokens, phrase)
