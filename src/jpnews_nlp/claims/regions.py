"""On whose word: a sentence divided into what is said, who says it, and the words that say so."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from operator import attrgetter

from jpnews_nlp.claims.actors import is_body, is_thing
from jpnews_nlp.claims.bare_quotes import is_told, quote_after_noun, quote_before_noun, quoted_sentence
from jpnews_nlp.claims.borders import ends_clause, pauses, temporal_phrases
from jpnews_nlp.claims.citations import according_to, is_according
from jpnews_nlp.claims.framing import frame, told_by_next
from jpnews_nlp.claims.given_figures import given_by_each
from jpnews_nlp.claims.lexicon import words
from jpnews_nlp.claims.phrases import Phrase, chunk, head_word
from jpnews_nlp.claims.quotations import (
    content_end,
    is_denied,
    is_passive,
    is_quotative,
    quotation,
    quotes_by_conjunction,
    saying_verb,
)
from jpnews_nlp.claims.region import Attribution, Region
from jpnews_nlp.claims.sources import come_to_light, held_view, told_in_passing
from jpnews_nlp.claims.speakers import (
    about,
    find_speaker,
    first_particle,
    giver,
    last_word,
    name_start,
    noun_start,
    topic_before,
)
from jpnews_nlp.engines.sentences import OPENING
from jpnews_nlp.model.parse import Parse, Sentence, Token

# Before a speaker, less than this (会見で、) only says where they spoke.
SHORTEST_STATEMENT = 12
# Between the speaker and the words quoted, less than this (取材に応じ、) tells nothing.
SHORTEST_ASIDE = 20


def sentence_phrases(parse: Parse, sentence: Sentence) -> tuple[Phrase, ...]:
    """The phrases of a sentence, without list marks, a caption's label or a dateline at its head."""
    return chunk(parse.tokens, _after_dateline(parse.tokens, sentence), sentence.last_token)


def divide(
    parse: Parse, sentence: Sentence, phrases: Sequence[Phrase], temporal: frozenset[int], *, headline: bool
) -> tuple[Region, ...]:
    """The regions of one sentence, in text order; the words of attribution are in none of them.

    Args:
        parse: The parse of the article.
        sentence: One of its sentences.
        phrases: Its `sentence_phrases`.
        temporal: Indices of tokens inside dates and times.
        headline: In headlines a name right before 「…」 is its speaker.
    """
    tokens = parse.tokens
    if not phrases:
        return ()
    alone = quoted_sentence(parse, sentence) or quote_before_noun(tokens, phrases)
    if alone is not None:
        return alone
    at = bisect_left(parse.sentences, sentence.start, key=attrgetter("start"))
    if at > 0 and told_by_next(parse, at - 1) is not None:
        return ()  # 運輸省が明らかにした。
    told = told_by_next(parse, at)
    return tuple(_joined(_regions(tokens, phrases, temporal, told, headline)))


def _regions(
    tokens: Sequence[Token],
    phrases: Sequence[Phrase],
    temporal: frozenset[int],
    outer: Attribution | None,
    headline: bool,
) -> list[Region]:
    """The regions of phrases whose words are those of `outer`, if of anybody but the article."""
    framed = frame(tokens, phrases)
    if framed is not None and not headline:
        begin = _after_audience(tokens, phrases, framed.first, framed.last - 1)
        inner = chunk(tokens, phrases[begin].first, framed.end)
        return _regions(tokens, inner, temporal, framed.attribution, headline)
    regions: list[Region] = []
    first = 0
    for last in _segment_ends(tokens, phrases, temporal, headline):
        source = according_to(tokens, phrases, first, last)
        if source is not None:
            after, outer = source
            first = after
        if first < last:
            regions.extend(_segment(tokens, phrases, (first, last), outer, headline))
        first = last
    return given_by_each(tokens, phrases, regions)


def _after_dateline(tokens: Sequence[Token], sentence: Sentence) -> int:
    """The first token after list marks, a caption's label, or a dateline in 【…】 at the head of the sentence."""
    at = sentence.first_token
    while at < sentence.last_token and not any(c.isalnum() or c in OPENING for c in tokens[at].surface):
        at += 1
    label = [t.surface for t in tokens[at : min(at + 2, sentence.last_token)]]
    if len(label) == 2 and label[0] in words("caption") and label[1] in (":", "：", "＝", "="):
        return at + 2
    if at < sentence.last_token and tokens[at].surface == "【":
        close = next((i for i in range(at, sentence.last_token) if tokens[i].surface == "】"), None)
        if close is not None:
            return close + 1
    return min(at, sentence.last_token)


def _segment_ends(
    tokens: Sequence[Token], phrases: Sequence[Phrase], temporal: frozenset[int], headline: bool
) -> Iterator[int]:
    when = temporal_phrases(tokens, phrases, temporal)
    first = 0
    for index in range(len(phrases) - 1):
        ends = ends_clause(tokens, phrases, first, index, when) or (headline and pauses(tokens, phrases, first, index))
        if ends and not is_according(tokens, phrases, index) and not quotes_by_conjunction(tokens, phrases, index):
            yield index + 1
            first = index + 1
    yield len(phrases)


def _joined(regions: Sequence[Region]) -> Iterator[Region]:
    """Neighbouring regions of the article's own word become one, so that clauses are cut in one place."""
    held: Region | None = None
    for region in regions:
        if held is not None and held.attribution is region.attribution and held.last == region.first:
            held = Region(first=held.first, last=region.last, attribution=held.attribution, lead=held.lead)
            continue
        if held is not None:
            yield held
        held = region
    if held is not None:
        yield held


def _segment(
    tokens: Sequence[Token],
    phrases: Sequence[Phrase],
    reach: tuple[int, int],
    outer: Attribution | None,
    headline: bool,
) -> list[Region]:
    """The regions of a segment, one statement after the other: a sentence may have as many as it likes."""
    first, last = reach
    regions, after = _statement(tokens, phrases, (first, last), outer, headline)
    while after < last:
        more, after = _statement(tokens, phrases, (after, last), outer, headline=False)
        regions.extend(more)
    return regions


def _statement(
    tokens: Sequence[Token],
    phrases: Sequence[Phrase],
    reach: tuple[int, int],
    outer: Attribution | None,
    headline: bool,
) -> tuple[list[Region], int]:
    """The regions up to the first statement of a segment, and the phrase after it; all of them where there is none."""
    first, last = reach
    for index in range(first, last):
        quote = quotation(tokens, phrases[index])
        if quote is None and not is_quotative(tokens, phrases, first, index):
            continue
        verb = saying_verb(tokens, phrases, index, last)
        if verb is not None and quote is not None and phrases[index].particles[-1:] == ("に",):
            verb = verb if tokens[phrases[verb].head].normalized in words("rewording") else None
        if verb is not None and quote is None and not _is_somebodys(tokens, phrases, (first, last), (index, verb)):
            verb = None
        if verb is None:
            closes = quote is not None and index == last - 1 and quote[0] - 1 > phrases[first].first
            closes = closes and quote is not None and tokens[quote[0] - 1].surface != "『"  # a work
            if quote is not None and closes and (headline or is_told(tokens, phrases, index, quote)):
                return quote_after_noun(tokens, phrases, (first, index), quote), last
            continue
        return _said(tokens, phrases, (first, last), (index, verb), quote, outer)
    known = (
        come_to_light(tokens, phrases, first, last)
        or held_view(tokens, phrases, first, last)
        or told_in_passing(tokens, phrases, first, last)
    )
    if known is not None:
        said = outer if known.attribution is None or (known.unsourced and outer is not None) else known.attribution
        return [Region(first=known.content[0], last=known.content[1], attribution=said, tail=known.tail)], last
    return [Region(first=phrases[first].first, last=phrases[last - 1].last, attribution=outer)], last


def _said(
    tokens: Sequence[Token],
    phrases: Sequence[Phrase],
    reach: tuple[int, int],
    said: tuple[int, int],
    quote: tuple[int, int] | None,
    outer: Attribution | None,
) -> tuple[list[Region], int]:
    """The regions of a statement in which phrase `said[0]` is quoted by the verb `said[1]`, and the phrase after it."""
    (first, last), (index, verb) = reach, said
    speaker, whose = _whose(tokens, phrases, (first, index, verb), quote, outer)
    known = quote is None and tokens[phrases[verb].head].normalized in words("knowing")
    attribution = outer if known else whose  # what somebody knows is so
    if quote is not None:
        lead = about(tokens, phrases, first, index)
        full = None if speaker is None else noun_start(tokens, phrases, first, speaker)
        regions = _before_speaker(tokens, phrases, first, full, outer) if speaker is None or speaker < index else []
        aside = _aside(tokens, phrases, (speaker + 1, index), outer) if speaker is not None and speaker < index else []
        regions.extend(aside)
        if tokens[phrases[verb].head].normalized in words("dispelling"):
            regions = [_denied(r) for r in regions]
        lead = None if aside else lead
        regions.append(Region(first=quote[0], last=quote[1], attribution=attribution, lead=lead))
        stance = _stance_after(tokens, phrases, index, verb)
        if stance is not None:
            regions.append(Region(first=phrases[stance].first, last=phrases[verb].last, attribution=outer))
    else:
        begin = speaker + 1 if speaker is not None and speaker < index else first
        begin = _after_audience(tokens, phrases, begin, index) if begin > first else begin
        end = content_end(tokens, phrases[index])
        regions = [Region(first=phrases[begin].first, last=end, attribution=attribution)] if begin <= index else []
    after = verb + 1
    while after < last and tokens[phrases[after].head].normalized in words("adverbial"):
        after += 1  # 認めた|上で
    return regions, after


def _whose(
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


def _stance_after(tokens: Sequence[Token], phrases: Sequence[Phrase], index: int, verb: int) -> int | None:
    """The object of what somebody admits or denies with words quoted: 「…」と|容疑を|認めている."""
    at = verb - 1
    owns_up = tokens[phrases[verb].head].normalized in words("owning up")
    if at <= index or not owns_up or phrases[at].particles[-1:] != ("を",):
        return None
    passed_on = head_word(tokens, phrases[at]) in words("testimony", "view noun", "rumor")  # …と報道を否定した
    while at - 1 > index and phrases[at - 1].particles == ("の",):
        at -= 1
    return None if passed_on else at


def _aside(
    tokens: Sequence[Token], phrases: Sequence[Phrase], reach: tuple[int, int], outer: Attribution | None
) -> list[Region]:
    """What stands between a speaker and a quotation, when it tells something (売却すると報じられたことについて)."""
    first, last = reach
    begin = _after_audience(tokens, phrases, first, last)
    if told_in_passing(tokens, phrases, begin, last) is not None:
        return _segment(tokens, phrases, (begin, last), outer, headline=False)
    inside = phrases[first:last]
    long_enough = bool(inside) and inside[-1].end - inside[0].start > SHORTEST_ASIDE
    tells = long_enough and any(p.kind == "verb" and not p.comma for p in inside[1:])
    return _segment(tokens, phrases, reach, outer, headline=False) if tells else []


def _name(tokens: Sequence[Token], phrases: Sequence[Phrase], first: int, speaker: int) -> tuple[int, int]:
    return name_start(tokens, phrases, first, speaker), first_particle(tokens, phrases[speaker])


def _after_speaker(tokens: Sequence[Token], phrases: Sequence[Phrase], speaker: int | None, verb: int) -> int:
    """Where the cue begins when the speaker stands inside it: …と女性は|涙を流した, …と社長は記者団に|語った."""
    says = tokens[phrases[verb].head].normalized in words("speech") or speaker is None
    if phrases[verb - 1].kind == "copula" and tokens[phrases[verb].head].normalized == "為る":
        return phrases[verb - 1].first  # 明らかに|した
    return phrases[verb].first if says or speaker is None else phrases[speaker + 1].first


def _is_somebodys(
    tokens: Sequence[Token], phrases: Sequence[Phrase], reach: tuple[int, int], said: tuple[int, int]
) -> bool:
    """Whether a verb of thinking has somebody named who thinks so; verbs of saying need none."""
    index, verb = said
    if tokens[phrases[verb].head].normalized not in words("thinking", "knowing", "mistaken"):
        return True
    return find_speaker(tokens, phrases, reach[0], index, verb, only_before_comma=False) is not None


def _after_audience(tokens: Sequence[Token], phrases: Sequence[Phrase], begin: int, index: int) -> int:
    """The first phrase after the day and the audience of a report: 市は(15日、)(記者団に対し、)…と述べた."""
    while begin < index:
        phrase = phrases[begin]
        day = (
            phrase.comma
            and not phrase.particles
            and any(t.pos[1] == "数詞" for t in tokens[phrase.first : phrase.head + 1])
        )
        told = tokens[phrase.head].normalized in words("audience") and phrase.particles[-1:] in (("に",), ("で",))
        follows = begin > 0 and tokens[phrase.head].normalized == "対する" and phrase.particles[-1:] == ("て",)
        if not (day or told or follows):
            break
        begin += 1
    return begin


def _denied(region: Region) -> Region:
    """The words somebody spread, when who speaks next denies them: …との書き込みを「事実ではない」と打ち消した."""
    said = region.attribution
    if said is None or not said.anonymous:
        return region
    return replace(region, attribution=replace(said, denies=True))


def _before_speaker(
    tokens: Sequence[Token],
    phrases: Sequence[Phrase],
    first: int,
    speaker: int | None,
    outer: Attribution | None,
) -> list[Region]:
    """What stands before the speaker when it states something itself (…した関税をめぐり、外務省は「…」と述べた)."""
    begin = phrases[first].first
    if speaker is None or speaker <= begin:
        return []
    inside = [p for p in phrases[first:] if p.last <= speaker]
    states = any(p.is_predicate and p.end - phrases[first].start > SHORTEST_STATEMENT for p in inside)
    return _segment(tokens, phrases, (first, first + len(inside)), outer, headline=False) if states else []
