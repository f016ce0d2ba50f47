"""Who can do something, and who can say something: people, bodies, and what works like them."""

from __future__ import annotations

from collections.abc import Sequence

from jpnews_nlp.claims.lexicon import words
from jpnews_nlp.claims.phrases import Phrase
from jpnews_nlp.model.parse import Token


def can_act(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """Whether the noun is somebody, or something that strikes like somebody (熊, 車): who undergoes can undergo it."""
    head = tokens[phrase.head]
    person = head.pos[2] == "人名" or (head.pos[0] == "接尾辞" and tokens[phrase.head - 1].pos[2] == "人名")
    return person or head.normalized in words("agent") or head.surface[-1:] in words("agent ending")


def may_speak(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """Whether a noun can be the speaker of a statement: names, people and bodies can, things (包丁は) cannot."""
    head = tokens[phrase.head]
    counts = phrase.head > phrase.first and tokens[phrase.head - 1].pos[1] == "数詞"
    if counts and head.surface not in words("speaking counter"):
        return False  # 50店は
    named = any(t.pos[1] == "固有名詞" for t in tokens[phrase.first : phrase.head + 1])
    named = named or head.pos[1] == "数詞" or head.pos[0] in ("代名詞", "記号", "接尾辞", "補助記号")
    known = head.normalized in words("speaker", "agent") or head.surface[-1:] in words("speaker ending")
    return named or known or head.surface.isascii() or can_act(tokens, phrase)


def is_body(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """Whether a noun is an office, a company or the like: 市は、検討しているという is the city's word."""
    head = tokens[phrase.head]
    return head.surface[-1:] in words("body ending") and head.pos[2] != "人名"


def is_thing(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """Whether a noun is an act, a measure or the like, which says nothing: 人選は, 次の打ち上げは, 運行記録計は."""
    head = tokens[phrase.head]
    named = any(t.pos[1] == "固有名詞" for t in tokens[phrase.first : phrase.head + 1])
    company = phrase.head > phrase.first and head.normalized in words("company")  # 北陸建設
    if named or company or head.normalized in words("speaker", "agent") or head.pos[0] not in ("名詞", "接尾辞"):
        return False
    return head.pos[2] == "サ変可能" or head.normalized in words("thing") or head.surface[-1:] in words("thing ending")


def is_person(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """Whether a noun names people by what they are: 元社員, 負傷者, 30代の女性."""
    head = tokens[phrase.head]
    return head.normalized in words("person") or head.surface[-1:] in words("person ending")
