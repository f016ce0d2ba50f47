"""The source a sentence names for what follows: 警察によると, 市の試算では, 政府高官の話として."""

from __future__ import annotations

from collections.abc import Sequence

from jpnews_nlp.claims.actors import is_thing, may_speak
from jpnews_nlp.claims.borders import is_testimony
from jpnews_nlp.claims.lexicon import words
from jpnews_nlp.claims.phrases import Phrase
from jpnews_nlp.claims.region import Attribution
from jpnews_nlp.claims.speakers import first_particle, last_word, name_start
from jpnews_nlp.model.parse import Token

CITING = frozenset({"因る", "依る"})
# The heads of the phrases that close a source: によると, 伝えたところでは, 話として; 〜のまとめでは is in a list.
CLOSING_SOURCES = CITING | {"所", "為る"}


def is_according(tokens: Sequence[Token], phrases: Sequence[Phrase], index: int) -> bool:
    """Whether phrase `index` is the よる of 警察に|よると."""
    head = tokens[phrases[index].head]
    return head.normalized in CITING and index > 0 and phrases[index - 1].particles[-1:] == ("に",)


def _is_cited(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """によると, によれば; によるとの見方 is none."""
    cites = any(t.surface in ("と", "ば") for t in tokens[phrase.head : phrase.last])
    return cites and not phrase.form.startswith("連体形")


def according_to(
    tokens: Sequence[Token], phrases: Sequence[Phrase], first: int, last: int
) -> tuple[int, Attribution] | None:
    """The phrase after 〜によると or 〜のまとめでは in this segment, with its attribution."""
    reports = words("report")
    for index in range(first, last):
        phrase = phrases[index]
        word = tokens[phrase.head].normalized
        if word not in CLOSING_SOURCES and word not in reports:
            continue
        if is_according(tokens, phrases, index) and _is_cited(tokens, phrase):
            noun = _teller(tokens, phrases, first, index) or phrases[index - 1]
            whose = phrases[index - 2] if index - 2 >= first else noun
            if tokens[noun.head].normalized in words("testimony") and whose.particles == ("の",):
                noun = whose  # 日本政府の|説明に|よると
            cue = (_last_particle(tokens, noun), last_word(tokens, phrase))
        elif (told := _as_told(tokens, phrases, first, index)) is not None:
            noun = told  # 列島通信が|伝えた|ところでは
            cue = (first_particle(tokens, noun), last_word(tokens, phrase))
        elif (
            is_testimony(tokens, phrases, index) and index - 2 >= first and phrases[index - 2].particles[-1:] == ("の",)
        ):
            noun = phrases[index - 2]  # 政府高官の|話と|して、
            cue = (first_particle(tokens, noun), last_word(tokens, phrase))
        elif (
            phrase.kind in ("noun", "copula")  # で is read as だ, too
            and word in reports
            and _tells_of(tokens, phrase, word)
        ):
            noun = phrases[index - 1] if index > first and phrases[index - 1].particles == ("の",) else phrase
            cue = (first_particle(tokens, noun) if noun is not phrase else phrase.head, last_word(tokens, phrase))
        else:
            continue
        end = first_particle(tokens, noun) if noun is not phrase else cue[0]
        begin = name_start(tokens, phrases, first, phrases.index(noun))
        named = begin < end and tokens[end - 1].pos[0] != "代名詞"  # それによると names nobody
        speaker = (begin, end) if named else None
        thing = is_thing(tokens, noun)  # 運行記録計によれば
        return index + 1, Attribution(speaker=speaker, cue=cue, direct=False, doubtful=thing)
    return None


def _tells_of(tokens: Sequence[Token], phrase: Phrase, word: str) -> bool:
    """Whether a report passes on what follows: 市の試算では, 県選管の確定値で、; not 県警の調べで分かった."""
    ending = "".join(t.surface for t in tokens[phrase.head + 1 : phrase.last])
    return ending.rstrip("、") == "では" or (ending == "で、" and word in words("tally"))


def _as_told(tokens: Sequence[Token], phrases: Sequence[Phrase], first: int, index: int) -> Phrase | None:
    """Who told it, before 〜が伝えたところでは."""
    if tokens[phrases[index].head].normalized != "所" or phrases[index].particles[-2:] != ("で", "は"):
        return None
    return _teller(tokens, phrases, first, index + 1)


def _teller(tokens: Sequence[Token], phrases: Sequence[Phrase], first: int, index: int) -> Phrase | None:
    """Who told it or was asked, in 〜が伝えたところ|によると, 〜に取材したところ|によれば; `index` follows ところ."""
    if index - 2 <= first or tokens[phrases[index - 1].head].normalized != "所" or not phrases[index - 2].is_predicate:
        return None
    marked = (p for p in reversed(phrases[first : index - 2]) if p.particles in (("が",), ("に",)))
    return next((p for p in marked if may_speak(tokens, p)), None)


def _last_particle(tokens: Sequence[Token], phrase: Phrase) -> int:
    """The index of the particle that closes a phrase, after what stands in brackets: 国際連合（国連）に."""
    particles = (i for i in range(phrase.last - 1, phrase.head, -1) if tokens[i].pos[0] == "助詞")
    return next(particles, phrase.last)
