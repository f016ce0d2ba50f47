"""Who says what is quoted, and the words that say so."""

from __future__ import annotations

from collections.abc import Sequence

from jpnews_nlp.claims.actors import is_body, is_thing
from jpnews_nlp.claims.lexicon import words
from jpnews_nlp.claims.phrases import Phrase, head_word
from jpnews_nlp.claims.quotations import content_end, is_denied, is_passive
from jpnews_nlp.claims.region import Attribution
from jpnews_nlp.claims.speakers import find_speaker, first_particle, giver, last_word, name_start, topic_before
from jpnews_nlp.model.parse import Token


def attribution(
    tokens: Sequence[Token],
    phrases: Sequence[Phrase],
    said: tuple[int, int, int],
    quote: tuple[int, int] | None,
    outer: Attribution | None,
) -> tuple[int | None, Attribution]:
    """The phrase of the speaker and the attribution, for the phrase `said[1]` quoted by the verb `said[2]`."""
    first, index, verb = said
    word = tokens[phrases[verb].head]
    passive = is_passive(tokens, phrases[verb])
    heard = word.surface.startswith("い")  # という, といいます; 見に行くと言って is somebody's word
    hearsay = quote is None and (heard or word.normalized == "為る" or passive)
    if word.normalized == "為る" and phrases[verb - 1].kind == "copula":  # 明らかに|した
        hearsay = quote is None and passive
    speaker = giver(tokens, phrases, first, index) if quote is None else None
    if speaker is None:
        speaker = find_speaker(tokens, phrases, first, index, verb, only_before_comma=hearsay)
    if quote is None and heard and speaker is not None and not is_body(tokens, phrases[speaker]):
        speaker = None  # 伝えたという: a topic told it not
    between = speaker is not None and index < speaker < verb
    cue = (
        _after_speaker(tokens, phrases, speaker, verb) if between else content_end(tokens, phrases[index]),
        last_word(tokens, phrases[verb]),
    )
    goes_on = speaker is None and not hearsay
    named = topic_before(tokens, phrases[_after_source(phrases, first, outer) : first]) if goes_on else None
    named = speaker if named is None else named + _after_source(phrases, first, outer)
    span = None if named is None else _name(tokens, phrases, first if named == speaker else 0, named)
    accused = span is None and _is_of_suspect(tokens, phrases, verb)
    if span is None and outer is not None and not (accused or (outer.doubtful and quote is not None)):
        span = outer.speaker
        cue = cue if quote is not None else outer.cue  # 県によると、損傷はないという
    return speaker, Attribution(
        speaker=span,
        cue=cue,
        direct=quote is not None,
        active=not hearsay or (word.normalized == "為る" and not passive),
        anonymous=passive,
        doubtful=named is not None and is_thing(tokens, phrases[named]),
        accused=accused,
        denies=is_denied(tokens, phrases, index, verb),
    )


def _after_source(phrases: Sequence[Phrase], first: int, outer: Attribution | None) -> int:
    """The first phrase after the source a sentence names (警察によると、), no later than phrase `first`."""
    if outer is None or outer.cue[0] >= phrases[first].first:
        return 0
    return next((i for i in range(first) if phrases[i].first >= outer.cue[1]), first)


def _is_of_suspect(tokens: Sequence[Token], phrases: Sequence[Phrase], verb: int) -> bool:
    """Whether only somebody accused says so: 「…」と|供述している, 「…」と|容疑を|認めている."""
    word, held = tokens[phrases[verb].head].normalized, phrases[verb - 1]
    owns_up = word in ("認める", "否認") and head_word(tokens, held) in words("charge") and "を" in held.particles
    return owns_up or word in words("confessing")


def _name(tokens: Sequence[Token], phrases: Sequence[Phrase], first: int, speaker: int) -> tuple[int, int]:
    return name_start(tokens, phrases, first, speaker), first_particle(tokens, phrases[speaker])


def _after_speaker(tokens: Sequence[Token], phrases: Sequence[Phrase], speaker: int | None, verb: int) -> int:
    """Where the cue begins when the speaker stands inside it: …と女性は|涙を流した, …と社長は記者団に|語った."""
    says = tokens[phrases[verb].head].normalized in words("speech") or speaker is None
    if phrases[verb - 1].kind == "copula" and tokens[phrases[verb].head].normalized == "為る":
        return phrases[verb - 1].first  # 明らかに|した
    return phrases[verb].first if says or speaker is None else phrases[speaker + 1].first


def is_somebodys(
    tokens: Sequence[Token], phrases: Sequence[Phrase], reach: tuple[int, int], said: tuple[int, int]
) -> bool:
    """Whether a verb of thinking has somebody named who thinks so; verbs of saying need none."""
    index, verb = said
    if tokens[phrases[verb].head].normalized not in words("thinking", "knowing", "mistaken"):
        return True
    return find_speaker(tokens, phrases, reach[0], index, verb, only_before_comma=False) is not None
