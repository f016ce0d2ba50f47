"""Whose word a claim is: of its region, or of its own predicate (what somebody demands, denies or shows)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from jpnews_nlp.claims.actors import may_speak
from jpnews_nlp.claims.arguments import surface
from jpnews_nlp.claims.certainty import read_certainty
from jpnews_nlp.claims.clauses import Clause
from jpnews_nlp.claims.lexicon import words
from jpnews_nlp.claims.phrases import Phrase, head_word
from jpnews_nlp.claims.quotations import is_passive
from jpnews_nlp.claims.region import Attribution, Region
from jpnews_nlp.claims.speakers import last_word
from jpnews_nlp.model.article import Block
from jpnews_nlp.model.claim import Argument, Claim
from jpnews_nlp.model.parse import Token

SpeechAct = Literal["stance", "asks", "admits", "quotes"]


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnWord:
    """The speaker of a clause that tells a demand, a denial or a stance, and the words that say so."""

    speaker: str | None
    cue: str


def read_own_word(
    tokens: Sequence[Token], phrases: Sequence[Phrase], clause: Clause, arguments: Sequence[Argument]
) -> OwnWord | None:
    """The speaker and cue when the clause's own predicate is an act of speech; None when it is not.

    大統領は増額を要求した, 10月に訪日する意向を示した, 約束を否定する日本側, 政府が「合意した」と発表した引き下げ.
    """
    at = clause.predicate
    phrase = phrases[at]
    spread = _going_round(tokens, phrases[clause.first : at])
    if spread is not None:
        return OwnWord(speaker=None, cue=spread)
    if clause.kind == "adnominal" and phrase.particles[-1:] == ("と",):
        return _held_by(tokens, phrases, clause)
    source = _found_out(tokens, phrases, clause, tokens[phrase.head].normalized)
    weighs = tokens[phrase.head].normalized in words("weighing") and is_passive(tokens, phrase)
    if source is not None or at == clause.first or phrase.kind != "verb" or weighs:
        return source
    held, word = _object(tokens, phrases, clause)
    kind = _act_of_speech(tokens, held, word)
    undergone = kind in ("asks", "admits") and is_passive(tokens, phrase)  # 見直しを求められた
    return None if kind is None or undergone else _own_word(tokens, phrases, clause, (held, kind), arguments)


def _going_round(tokens: Sequence[Token], phrases: Sequence[Phrase]) -> str | None:
    """The words of attribution of what goes round and is nobody's: 堤防が切れたという投稿が広がった."""
    for at in range(1, len(phrases) - 1):
        says = phrases[at]
        if says.particles or tokens[says.head].normalized != "言う":
            continue
        quoted, noun = phrases[at - 1], phrases[at + 1]
        if noun.particles[:1] not in (("は",), ("が",), ("も",)):
            continue
        if _quotes(tokens, quoted, "言う") and head_word(tokens, noun) in words("rumor"):
            return _from_particle(tokens, quoted, noun).removesuffix(noun.particles[-1])
    return None


def _own_word(
    tokens: Sequence[Token],
    phrases: Sequence[Phrase],
    clause: Clause,
    act: tuple[Phrase, SpeechAct],
    arguments: Sequence[Argument],
) -> OwnWord | None:
    """The speaker and cue of an act of speech, given its object and its kind."""
    (held, kind), phrase = act, phrases[clause.predicate]
    before = phrases[clause.first : clause.predicate]
    topic = next((p for p in before if p.particles == ("は",)), None) if kind == "admits" else None
    subject = next((a.text for a in arguments if a.role == "subject"), None)
    if topic is not None:
        subject = surface(tokens[topic.first : topic.head + 1])
    speaker = subject or _head_noun(tokens, phrases, clause)
    if speaker is None and clause.kind == "adnominal":
        return None  # 支援を求める緊急アピール
    if kind == "stance" or not held.particles:
        return OwnWord(speaker=speaker, cue=surface(tokens[held.head : last_word(tokens, phrase)]))
    return OwnWord(speaker=speaker, cue=_from_particle(tokens, held, phrase))


def _held_by(tokens: Sequence[Token], phrases: Sequence[Phrase], clause: Clause) -> OwnWord | None:
    """Whose word a relative clause with とする is: 約束したとする米側, but not 迎えるとする人事.

    A figure that somebody gave is the word of what the sentence is about: 消防は、12人とした搬送者数を改めた.
    """
    at = clause.predicate
    holder = phrases[at + 2]
    if not phrases[at].is_predicate:
        topics = (p for p in reversed(phrases[: clause.first]) if p.particles == ("は",) and may_speak(tokens, p))
        topic = next(topics, None)
        if topic is None:
            return OwnWord(speaker=None, cue=_from_particle(tokens, phrases[at], phrases[at + 1]))
        holder = topic
    if not may_speak(tokens, holder) or tokens[holder.head].normalized in words("testimony"):
        return None
    cue = _from_particle(tokens, phrases[at], phrases[at + 1])
    return OwnWord(speaker=surface(tokens[holder.first : holder.head + 1]), cue=cue)


def _object(tokens: Sequence[Token], phrases: Sequence[Phrase], clause: Clause) -> tuple[Phrase, str]:
    """What the predicate says something about, and the word of the predicate."""
    at = clause.predicate
    before, word = phrases[at - 1], tokens[phrases[at].head].normalized
    if word == "為る" and tokens[before.head].normalized in words("admitting") and at - 1 > clause.first:
        return phrases[at - 2], tokens[before.head].normalized  # 前進したことを|明らかに|した
    further = phrases[max(clause.first, at - 2)]
    asked = further.particles == ("を",) or tokens[further.head].normalized == "様"
    told = before.particles == ("に",) and at - 2 >= clause.first and asked
    return (phrases[at - 2] if told else before), word  # 意向を|周囲に|伝えた


def _act_of_speech(tokens: Sequence[Token], held: Phrase, word: str) -> SpeechAct | None:
    """What kind of act of speech the predicate is, given its object; None when it is none."""
    noun = head_word(tokens, held)
    if word in words("showing") and noun in words("stance"):
        return "stance"
    if word in words("request") and ("を" in held.particles or tokens[held.head].normalized == "様"):
        return "asks"
    if "を" in held.particles and word == "認める" and noun in words("owned up"):
        return "asks"
    if "を" in held.particles and word in words("admitting") and tokens[held.head].normalized == "事":
        return "admits"
    return "quotes" if _quotes(tokens, held, word) else None


def _found_out(tokens: Sequence[Token], phrases: Sequence[Phrase], clause: Clause, word: str) -> OwnWord | None:
    """関係者への取材で分かった: the source is whoever was asked."""
    if word not in words("found out"):
        return None
    for at in range(clause.first + 1, clause.predicate):
        asked, way = phrases[at - 1], phrases[at]
        if (
            way.particles[:1] == ("で",)
            and tokens[way.head].normalized in words("audience")
            and "へ" in asked.particles
        ):
            speaker = surface(tokens[asked.first : asked.head + 1])
            return OwnWord(speaker=speaker, cue=_from_particle(tokens, way, phrases[clause.predicate]))
    return None


def _quotes(tokens: Sequence[Token], before: Phrase, word: str) -> bool:
    quoting = before.particles[-1:] == ("と",) and (before.is_predicate or tokens[before.last - 2].surface in "」』")
    return quoting and word in words("speech")


def _from_particle(tokens: Sequence[Token], phrase: Phrase, verb: Phrase) -> str:
    """The words from the last particle of `phrase` to the end of the verb."""
    first = next(i for i in range(phrase.last - 1, phrase.first - 1, -1) if tokens[i].pos[0] == "助詞")
    return surface(tokens[first : last_word(tokens, verb)])


def _head_noun(tokens: Sequence[Token], phrases: Sequence[Phrase], clause: Clause) -> str | None:
    """The noun a relative clause modifies: 約束を否定する日本側."""
    if clause.kind != "adnominal" or clause.predicate + 1 >= len(phrases):
        return None
    noun = phrases[clause.predicate + 1]
    if not may_speak(tokens, noun):
        return None
    return surface(tokens[noun.first : noun.head + 1])


def attributed(
    claim: Claim, tokens: Sequence[Token], region: Region, block: Block, known: OwnWord | str | None
) -> Claim:
    """The claim with its speaker: of its region, of its own predicate, of the cited block.

    Args:
        claim: A claim read from the region.
        tokens: The tokens of its article.
        region: Where it stands.
        block: The block it stands in.
        known: The clause's own word, or the speaker of an earlier sentence, for whoever is left out here.
    """
    outer = region.attribution
    passed_on = outer is not None and not outer.direct and not outer.active
    unsourced = outer is not None and outer.speaker is None  # 社長は「…」と述べ、関与を否定したという
    inner = passed_on and isinstance(known, OwnWord) and (known.speaker is not None or unsourced)
    if region.attribution is not None and not inner:
        recent = known if isinstance(known, str) else None
        return _said(claim, tokens, region.attribution, region.first, recent or block.source)
    if isinstance(known, OwnWord):
        told = replace(claim, speaker=known.speaker or block.source, cue=known.cue, direct=False)
    elif block.source is not None:
        told = replace(claim, speaker=block.source)
    else:
        return claim
    return replace(told, certainty="reported") if claim.certainty == "asserted" else told


def _said(claim: Claim, tokens: Sequence[Token], said: Attribution, first: int, recent: str | None) -> Claim:
    """The claim as the word of whoever `said` names, or of `recent` when it leaves the speaker to be known."""
    about = said.doubtful and recent is not None and said.cue[0] >= first  # 人選は「白紙だ」とした; not 記録計によれば
    if said.speaker is not None and not about:
        speaker: str | None = surface(tokens[said.speaker[0] : said.speaker[1]])
    else:
        speaker = None if said.anonymous else recent
    cue = surface(tokens[said.cue[0] : said.cue[1]])
    weighs = cue if said.cue[0] >= first else ""  # によれば stands before what it attributes and weighs nothing
    certainty = read_certainty("", weighs, attributed=True) if claim.certainty == "asserted" else claim.certainty
    told = replace(claim, speaker=speaker, cue=cue, direct=said.direct, certainty=certainty)
    if not said.denies:
        return told
    return replace(told, polarity="affirmed" if claim.polarity == "negated" else "negated", certainty="denied")
