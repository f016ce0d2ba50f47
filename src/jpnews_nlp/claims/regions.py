"""On whose word: a sentence divided into what is said, who says it, and the words that say so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from jpnews_nlp.claims.clauses import ends_clause, pauses, temporal_phrases
from jpnews_nlp.claims.lexicon import words
from jpnews_nlp.claims.phrases import NOMINAL, Phrase, chunk, closing_bracket
from jpnews_nlp.engines.sentences import OPENING
from jpnews_nlp.model.parse import Parse, Sentence, Token

# Between と and its verb stand at most a recipient and a place: …と、取材に語った.
REACH = 5
# A shorter quotation (「兄弟」) names something; it is nobody's statement.
SHORTEST_QUOTE = 2
# Before a speaker, less than this (会見で、) only says where they spoke.
SHORTEST_STATEMENT = 12
ABOUT = ("について", "をめぐ", "を巡", "に関し", "に対し")


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Who says something and by which words, as half-open ranges of tokens.

    Attributes:
        speaker: None when the sentence does not name one.
        cue: The words that attribute.
        direct: Whether the words are quoted in brackets.
        anonymous: Whether a passive (とされる) leaves the speaker out on purpose.
    """

    speaker: tuple[int, int] | None
    cue: tuple[int, int]
    direct: bool
    anonymous: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """A stretch of tokens that is asserted as one: by the article itself, or by the speaker of `attribution`.

    Attributes:
        first: Its first token.
        last: One past its last token.
        attribution: None when the article itself asserts it.
        lead: The token its evidence may start from instead, when a phrase before it says what it is about.
    """

    first: int
    last: int
    attribution: Attribution | None = None
    lead: int | None = None


def divide(parse: Parse, sentence: Sentence, temporal: frozenset[int], *, headline: bool) -> tuple[Region, ...]:
    """The regions of one sentence, in text order; the words of attribution are in none of them.

    Args:
        parse: The parse of the article.
        sentence: One of its sentences.
        temporal: Indices of tokens inside dates and times.
        headline: In headlines a name right before 「…」 is its speaker.
    """
    tokens = parse.tokens
    phrases = chunk(tokens, _after_dateline(tokens, sentence), sentence.last_token)
    if not phrases:
        return ()
    regions: list[Region] = []
    outer: Attribution | None = None
    first = 0
    for last in _segment_ends(tokens, phrases, temporal, headline):
        source = _according_to(tokens, phrases, first, last)
        if source is not None:
            after, outer = source
            first = after
        if first < last:
            regions.extend(_segment(tokens, phrases, (first, last), outer, headline))
        first = last
    return tuple(_joined(regions))


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
        if ends and not _is_according(tokens, phrases, index):
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


def _is_according(tokens: Sequence[Token], phrases: Sequence[Phrase], index: int) -> bool:
    head = tokens[phrases[index].head]
    return head.normalized in ("因る", "依る") and index > 0 and phrases[index - 1].particles[-1:] == ("に",)


def _according_to(
    tokens: Sequence[Token], phrases: Sequence[Phrase], first: int, last: int
) -> tuple[int, Attribution] | None:
    """The phrase after 〜によると or 〜のまとめでは in this segment, with its attribution."""
    for index in range(first, last):
        phrase = phrases[index]
        function = {t.surface for t in tokens[phrase.head : phrase.last]}
        if _is_according(tokens, phrases, index) and function & {"と", "ば"} and not phrase.form.startswith("連体形"):
            noun = phrases[index - 1]
            cue = (_first_particle(tokens, noun), _last_word(tokens, phrase))
        elif (
            phrase.particles == ("で", "は")
            and tokens[phrase.head].normalized in words("report")
            and phrase.kind == "noun"
        ):
            noun = phrases[index - 1] if index > first and phrases[index - 1].particles == ("の",) else phrase
            cue = (_first_particle(tokens, noun) if noun is not phrase else phrase.head, _last_word(tokens, phrase))
        else:
            continue
        end = cue[0]
        begin = _noun_start(tokens, phrases, first, phrases.index(noun))
        named = begin < end and tokens[end - 1].pos[0] != "代名詞"  # それによると names nobody
        return index + 1, Attribution(speaker=(begin, end) if named else None, cue=cue, direct=False)
    return None


def _segment(
    tokens: Sequence[Token],
    phrases: Sequence[Phrase],
    reach: tuple[int, int],
    outer: Attribution | None,
    headline: bool,
) -> list[Region]:
    first, last = reach
    for index in range(first, last):
        quote = _quotation(tokens, phrases[index])
        if quote is None and not _is_quotative(tokens, phrases[index]):
            continue
        verb = _saying_verb(tokens, phrases, index, last)
        if verb is not None and quote is not None and phrases[index].particles[-1:] == ("に",):
            verb = verb if tokens[phrases[verb].head].normalized in words("rewording") else None
        if verb is None:
            if quote is not None and headline and index == last - 1 and quote[0] - 1 > phrases[first].first:
                return _headline_quote(tokens, phrases, (first, index), quote)
            continue
        return _said(tokens, phrases, (first, last), (index, verb), quote, outer)
    return [Region(first=phrases[first].first, last=phrases[last - 1].last, attribution=outer)]


def _said(
    tokens: Sequence[Token],
    phrases: Sequence[Phrase],
    reach: tuple[int, int],
    said: tuple[int, int],
    quote: tuple[int, int] | None,
    outer: Attribution | None,
) -> list[Region]:
    """The regions of a segment in which phrase `said[0]` is quoted by the verb `said[1]`."""
    (first, last), (index, verb) = reach, said
    word = tokens[phrases[verb].head].normalized
    passive = _is_passive(tokens, phrases[verb])
    hearsay = quote is None and (word in ("言う", "為る") or passive)
    speaker = _speaker(tokens, phrases, first, index, verb, only_before_comma=hearsay)
    cue = (_quoting_particle(tokens, phrases[index]), _last_word(tokens, phrases[verb]))
    span = (
        None
        if speaker is None
        else (_noun_start(tokens, phrases, first, speaker), _first_particle(tokens, phrases[speaker]))
    )
    if span is None and outer is not None:
        span = outer.speaker
    attribution = Attribution(speaker=span, cue=cue, direct=quote is not None, anonymous=passive)
    if quote is not None:
        lead = _about(tokens, phrases, first, index)
        regions = _before_speaker(tokens, phrases, first, span, outer)
        regions.append(Region(first=quote[0], last=quote[1], attribution=attribution, lead=lead))
    else:
        begin = speaker + 1 if speaker is not None and speaker < index else first
        end = _quoting_particle(tokens, phrases[index])
        regions = [Region(first=phrases[begin].first, last=end, attribution=attribution)] if begin <= index else []
    if verb + 1 < last:
        regions.append(Region(first=phrases[verb + 1].first, last=phrases[last - 1].last, attribution=outer))
    return regions


def _before_speaker(
    tokens: Sequence[Token],
    phrases: Sequence[Phrase],
    first: int,
    speaker: tuple[int, int] | None,
    outer: Attribution | None,
) -> list[Region]:
    """What stands before the speaker when it states something itself (…した関税をめぐり、外務省は「…」と述べた)."""
    begin = phrases[first].first
    if speaker is None or speaker[0] <= begin:
        return []
    inside = [p for p in phrases[first:] if p.last <= speaker[0]]
    states = any(p.is_predicate and p.end - phrases[first].start > SHORTEST_STATEMENT for p in inside)
    return [Region(first=begin, last=speaker[0], attribution=outer)] if states else []


def _headline_quote(
    tokens: Sequence[Token], phrases: Sequence[Phrase], reach: tuple[int, int], quote: tuple[int, int]
) -> list[Region]:
    """官房長官「合意している」: the noun right before the bracket speaks."""
    first, index = reach
    opening = quote[0] - 1
    if phrases[index].first < opening:
        speaker = (_skip_marks(tokens, phrases[index].first), opening)
    else:
        speaker = (_noun_start(tokens, phrases, first, index - 1), _first_particle(tokens, phrases[index - 1]))
    said = Attribution(speaker=speaker, cue=(opening, quote[0]), direct=True)
    regions = [Region(first=quote[0], last=quote[1] + 1, attribution=said, lead=speaker[0])]
    if phrases[first].first < speaker[0]:
        regions.insert(0, Region(first=phrases[first].first, last=speaker[0]))
    return regions


def _quotation(tokens: Sequence[Token], phrase: Phrase) -> tuple[int, int] | None:
    """The tokens inside 「…」 when the phrase is a quotation of some length."""
    for at in range(phrase.first, phrase.last):
        if tokens[at].surface in ("「", "『", "“"):
            close = closing_bracket(tokens, at, phrase.last)
            if close is None or close - at < SHORTEST_QUOTE:
                return None
            after = tokens[close + 1].surface if close + 1 < phrase.last else ""
            return (at + 1, close) if after in ("と", "に", "、", "。", "", "など", "として", "\n", "　") else None
    return None


def _is_quotative(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """Whether the phrase is a predicate before the quoting と."""
    at = _quoting_particle(tokens, phrase)
    if at == phrase.last or at == phrase.first:
        return False
    before = tokens[at - 1] if tokens[at - 1].surface not in "、，" else tokens[at - 2]
    if before.pos[0] in NOMINAL and _is_hearsay_ending(tokens, phrase.last):
        return True  # いずれも軽傷という。時期は11月とされる。
    return before.pos[0] in ("動詞", "助動詞", "形容詞", "助詞") or before.pos[0] in NOMINAL and phrase.kind != "noun"


def _is_hearsay_ending(tokens: Sequence[Token], at: int) -> bool:
    """Whether という or とされる ends a sentence from token `at` on."""
    words_ahead = tokens[at : at + 3]
    if not words_ahead:
        return False
    said = words_ahead[0].normalized == "言う" and words_ahead[0].conjugation.startswith("終止形")
    held = words_ahead[0].normalized == "為る" and any(t.normalized in ("れる", "られる") for t in words_ahead[1:])
    return said or held


def _quoting_particle(tokens: Sequence[Token], phrase: Phrase) -> int:
    """The index of the quoting と or よう of the phrase; one past the phrase when there is none."""
    for at in range(phrase.last - 1, phrase.head, -1):
        if tokens[at].surface in ("と", "って") and tokens[at].pos[1] in ("格助詞", "副助詞"):
            return at
    return phrase.last


def _saying_verb(tokens: Sequence[Token], phrases: Sequence[Phrase], index: int, last: int) -> int | None:
    """The verb of saying that follows the quotation, before the segment ends."""
    saying = words("speech") | words("rewording")
    for at in range(index + 1, min(last, index + 1 + REACH)):
        phrase = phrases[at]
        if _only_weighs(tokens, phrase):
            return None
        if phrase.kind in ("verb", "noun", "copula") and tokens[phrase.head].normalized in saying:
            if phrase.kind == "noun" and at != last - 1 and not {"を"} & set(phrase.particles):
                continue
            follows = phrases[at + 1] if at + 1 < last else None
            if phrase.form.startswith("連体形") and follows is not None and follows.kind == "noun":
                return at if tokens[follows.head].normalized in words("formal") else None
            return at
        adnominal = phrase.form.startswith("連体形") and not phrase.particles and not phrase.comma
        if phrase.is_predicate and not adnominal:
            return None
    return None


def _is_passive(tokens: Sequence[Token], phrase: Phrase) -> bool:
    return any(t.normalized in ("れる", "られる") for t in tokens[phrase.head : phrase.last])


def _only_weighs(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """とみられる, と考えられる: a passive that says how sure it is, and nobody's word."""
    return tokens[phrase.head].normalized in words("weighing") and _is_passive(tokens, phrase)


def _speaker(
    tokens: Sequence[Token],
    phrases: Sequence[Phrase],
    first: int,
    index: int,
    verb: int,
    *,
    only_before_comma: bool,
) -> int | None:
    """The phrase of the speaker: the topic or subject before the quotation, or between it and the verb."""
    between = [i for i in range(index + 1, verb) if {"は", "が"} & set(phrases[i].particles)]
    if between:
        return between[0]
    before = [i for i in range(first, index) if phrases[i].kind == "noun"]
    topics = [i for i in before if phrases[i].particles[-1:] == ("は",) and "で" not in phrases[i].particles]
    topics = [i for i in topics if "に" not in phrases[i].particles]
    subjects = [i for i in before if phrases[i].particles[-1:] in (("が",), ("も",))]
    if only_before_comma:
        return next((i for i in topics if phrases[i].comma), None)
    if topics:
        return topics[-1] if _quotation(tokens, phrases[index]) else topics[0]
    return subjects[-1] if subjects and _quotation(tokens, phrases[index]) else None


def _about(tokens: Sequence[Token], phrases: Sequence[Phrase], first: int, index: int) -> int | None:
    """The first token of the phrase right before the quotation that says what it is about."""
    if index == first:
        return None
    surface = "".join(t.surface for t in tokens[phrases[index - 1].first : phrases[index - 1].last])
    if not any(mark in surface for mark in ABOUT):
        return None
    return _noun_start(tokens, phrases, first, index - 1)


def _noun_start(tokens: Sequence[Token], phrases: Sequence[Phrase], first: int, index: int) -> int:
    """The first token of the noun phrase that ends with phrase `index`, の-modifiers and relative clauses included."""
    while index > first:
        before = phrases[index - 1]
        modifies = before.particles == ("の",) or before.particles == ("と",) and before.kind == "noun"
        modifies = modifies or before.is_predicate and before.form.startswith("連体形") and not before.particles
        inside_clause = (
            phrases[index].is_predicate and set(before.particles) <= {"が", "に", "を", "で"} and before.particles
        )
        if before.comma or not (modifies or inside_clause):
            break
        index -= 1
    return _skip_marks(tokens, phrases[index].first)


def _skip_marks(tokens: Sequence[Token], at: int) -> int:
    while tokens[at].pos[0] in ("補助記号", "空白", "接続詞") and at + 1 < len(tokens):
        at += 1
    return at


def _first_particle(tokens: Sequence[Token], phrase: Phrase) -> int:
    for at in range(phrase.head + 1, phrase.last):
        if tokens[at].pos[0] in ("助詞", "助動詞") or tokens[at].surface in "、，。（(":
            return at
    return phrase.last


def _last_word(tokens: Sequence[Token], phrase: Phrase) -> int:
    """One past the last token of the phrase that is no punctuation."""
    last = phrase.last
    while last > phrase.head + 1 and tokens[last - 1].pos[0] in ("補助記号", "空白"):
        last -= 1
    return last
