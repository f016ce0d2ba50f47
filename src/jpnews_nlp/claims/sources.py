"""Whose word a sentence passes on without a verb of saying: what came to light by asking, views that are held."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from jpnews_nlp.claims.lexicon import words
from jpnews_nlp.claims.phrases import Phrase, head_word
from jpnews_nlp.claims.quotations import content_end, is_passive, quotation
from jpnews_nlp.claims.region import Attribution
from jpnews_nlp.claims.speakers import first_particle, last_word, noun_start
from jpnews_nlp.model.parse import Token


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """A stretch of content, as a half-open range of tokens, and whose word it is; None when it is nobody's.

    `unsourced` marks what only is said to have come to light (最終調整していることが分かった); `tail` is where the
    noun for the words ends, which the evidence takes along (決壊したとの書き込み).
    """

    content: tuple[int, int]
    attribution: Attribution | None
    unsourced: bool = False
    tail: int | None = None


def come_to_light(tokens: Sequence[Token], phrases: Sequence[Phrase], first: int, last: int) -> Known | None:
    """What has come to light: 盗みをしていたことが、関係者への取材で分かった; the source is whoever was asked."""
    for index in range(first + 1, last - 1):
        fact = phrases[index]
        if tokens[fact.head].normalized != "事" or fact.particles[:1] not in (("が",), ("は",), ("も",)):
            continue
        found = (i for i in range(index + 1, last) if tokens[phrases[i].head].normalized in words("found out"))
        verb = next(found, None)
        if verb is None or not phrases[index - 1].is_predicate:
            continue
        while verb + 1 < last and tokens[phrases[verb + 1].head].normalized == "成る":
            verb += 1  # 明らかに|なった
        if verb != last - 1 or any(
            t.normalized in ("ない", "無い", "ず") for t in tokens[phrases[verb].head : phrases[verb].last]
        ):
            return None
        content = (phrases[first].first, fact.first)
        asked = _asked(tokens, phrases, index + 1, verb, verb)
        if asked is not None:
            return Known(content=content, attribution=asked)
        asked = _asked(tokens, phrases, first, min(first + 2, index), first + 1)
        if asked is not None and phrases[first + 1].comma:
            return Known(content=(phrases[first + 2].first, fact.first), attribution=asked)
        cue = (_verb_of_finding(tokens, phrases, verb), last_word(tokens, phrases[verb]))
        found_out = Attribution(speaker=None, cue=cue, direct=False, anonymous=True)
        return Known(content=content, attribution=found_out, unsourced=True)
    return None


def _verb_of_finding(tokens: Sequence[Token], phrases: Sequence[Phrase], verb: int) -> int:
    """The first token of 分かった, of 明らかに|なった."""
    carried = tokens[phrases[verb].head].normalized == "成る"
    return phrases[verb - 1].first if carried else phrases[verb].first


def _asked(tokens: Sequence[Token], phrases: Sequence[Phrase], first: int, end: int, verb: int) -> Attribution | None:
    """Whoever was asked or looked into it, between two phrases: 関係者への|取材で, 県警の|調べで."""
    for at in range(first + 1, end):
        asked, way = phrases[at - 1], phrases[at]
        told = tokens[way.head].normalized in words("audience", "report") and way.particles[:1] == ("で",)
        if told and asked.particles[-1:] == ("の",):
            speaker = (noun_start(tokens, phrases, first, at - 1), first_particle(tokens, asked))
            cue = (first_particle(tokens, asked), last_word(tokens, phrases[verb]))
            return Attribution(speaker=speaker, cue=cue, direct=False)
    return None


def told_in_passing(tokens: Sequence[Token], phrases: Sequence[Phrase], first: int, last: int) -> Known | None:
    """What a sentence only mentions as somebody's words: 買収されるとの|一部報道に|ついて, 決壊したという|投稿が."""
    for index in range(first, last - 1):
        if phrases[index].particles[-2:] != ("と", "の"):
            reported = _reported(tokens, phrases, index, last) if "と" in phrases[index].particles else None
            if reported is not None:
                said = Attribution(speaker=None, cue=reported, direct=False, anonymous=True)
                return Known(content=(phrases[first].first, reported[0]), attribution=said)
            continue
        noun = next((i for i in range(index + 1, last) if phrases[i].particles[-1:] != ("の",)), None)
        if noun is None or head_word(tokens, phrases[noun]) not in words("testimony", "rumor", "view noun"):
            continue
        if noun + 1 < last and tokens[phrases[noun + 1].head].normalized not in words("regarding"):
            continue
        end = next(i for i in range(phrases[index].last - 1, phrases[index].first, -1) if tokens[i].surface == "と")
        quote = quotation(tokens, phrases[index])
        tail = first_particle(tokens, phrases[noun])
        content = (phrases[first].first, end) if quote is None else quote
        cue = (end, tail)
        said = Attribution(speaker=None, cue=cue, direct=quote is not None, anonymous=True)
        return Known(content=content, attribution=said, tail=tail if quote is None else None)
    return None


def _reported(tokens: Sequence[Token], phrases: Sequence[Phrase], index: int, last: int) -> tuple[int, int] | None:
    """The words of attribution in 売却すると|一部で|報じられた|ことに|ついて."""
    for verb in range(index + 1, min(last - 1, index + 3)):
        phrase, noun = phrases[verb], phrases[verb + 1]
        told = is_passive(tokens, phrase) and tokens[phrase.head].normalized in words("speech")
        if told and phrase.form.startswith("連体形") and tokens[noun.head].normalized in words("formal", "matter"):
            end = content_end(tokens, phrases[index])
            return None if end >= phrases[index].last else (end, last_word(tokens, phrase))
    return None


def held_view(tokens: Sequence[Token], phrases: Sequence[Phrase], first: int, last: int) -> Known | None:
    """A view that is held or heard: (専門家の間では、)物価は上がるとの見方が強い."""
    for index in range(first, last - 2):
        view, verb = phrases[index + 1], phrases[index + 2]
        said = phrases[index].particles[-2:] == ("と", "の")
        if not said or head_word(tokens, view) not in words("view noun") or not {"が", "も"} & set(view.particles):
            continue
        if tokens[verb.head].normalized not in words("view verb"):
            return None
        begin, speaker = first, None
        for at in range(first, index):
            if phrases[at].particles[-2:] in (("で", "は"), ("に", "は"), ("から", "は")) and phrases[at].comma:
                begin, speaker = at + 1, _holders(tokens, phrases, first, at)
                break
        end = next(i for i in range(phrases[index].last - 1, phrases[index].first, -1) if tokens[i].surface == "と")
        cue = (end, last_word(tokens, verb))
        attribution = Attribution(speaker=speaker, cue=cue, direct=False, anonymous=speaker is None)
        return Known(content=(phrases[begin].first, end), attribution=attribution)
    return None


def _holders(tokens: Sequence[Token], phrases: Sequence[Phrase], first: int, at: int) -> tuple[int, int]:
    """Who holds a view: 専門家の|間では, 野党からは."""
    among = tokens[phrases[at].head].normalized in ("間", "中", "内") and at > first
    held = at - 1 if among else at
    return noun_start(tokens, phrases, first, held), first_particle(tokens, phrases[held])
