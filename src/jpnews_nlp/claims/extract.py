"""The stage itself: an article's parse and entities become its claims."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter

from jpnews_nlp.claims.arguments import can_act, read_arguments, speaking, surface
from jpnews_nlp.claims.attributes import find_attributes
from jpnews_nlp.claims.attribution import OwnWord, read_own_word
from jpnews_nlp.claims.carrying import Told, carry_subjects, inherit_certainty
from jpnews_nlp.claims.certainty import read_certainty
from jpnews_nlp.claims.clauses import Clause, cut, temporal_phrases
from jpnews_nlp.claims.display import close
from jpnews_nlp.claims.folding import Fold
from jpnews_nlp.claims.lexicon import words
from jpnews_nlp.claims.phrases import Phrase, chunk, is_figure, phrases_between
from jpnews_nlp.claims.predicates import read_predicate
from jpnews_nlp.claims.region import Attribution, Region
from jpnews_nlp.claims.regions import divide, sentence_phrases
from jpnews_nlp.entities.quantities import find_quantities
from jpnews_nlp.model.article import Article, Block
from jpnews_nlp.model.claim import Argument, Certainty, Claim, Slots
from jpnews_nlp.model.entity import DateExpression, Entity, TimeExpression
from jpnews_nlp.model.parse import Parse, Token
from jpnews_nlp.model.quantity import Quantity
from jpnews_nlp.model.span import Span, last_before, within

# Shorter evidence (行い, 後に) states nothing.
SHORTEST = 4
HARDLY_MORE = 2
TERM_CLASSES = frozenset({"名詞", "動詞", "形容詞", "形状詞", "代名詞"})
FOREIGN = 0.7
# Titles of other articles, each after its date, run together: a list, and nobody's statement.
_DATED = r"\d{4}年\d{1,2}月\d{1,2}日 ?[(（][月火水木金土日][)）] ?[:：]"
# What follows a clause in its sentence.
REST = re.compile(r"[^。\n！？]{0,24}。?")
DATED_TITLES = re.compile(rf"{_DATED}[^\n。]{{1,80}}?{_DATED}")
_LATIN = re.compile(r"[A-Za-z]")
DURATIONS = frozenset({"年", "か月", "週", "日", "時間", "分", "秒"})
# An omitted speaker is looked for this many sentences back.
MEMORY = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """What the stages before found in one article."""

    article: Article
    parse: Parse
    entities: tuple[Entity, ...]
    quantities: tuple[Quantity, ...]
    temporal: frozenset[int]


def extract_claims(article: Article, parse: Parse, entities: tuple[Entity, ...]) -> tuple[Claim, ...]:
    """The claims of an article, in text order.

    Args:
        article: Divided into blocks; claims come from its content blocks alone.
        parse: Its parse.
        entities: Its entities.
    """
    moments = tuple(e for e in entities if isinstance(e, (DateExpression, TimeExpression)))
    content = [b for b in article.blocks if b.is_content]
    quantities = find_quantities(article.text, exclude=moments)
    findings = Findings(
        article=article,
        parse=parse,
        entities=entities,
        quantities=tuple(q for b in content for q in within(quantities, b)),
        temporal=_covered(
            parse.tokens, sorted([*moments, *(q for q in quantities if q.unit in DURATIONS)], key=_place)
        ),
    )
    claims = [*carry_subjects(_clause_claims(findings, content)), *_attribute_claims(findings, content)]
    claims.sort(key=lambda c: (c.start, c.end))
    return tuple(replace(c, id=f"{article.id}#{n}") for n, c in enumerate(_distinct(claims)))


def _place(span: Span) -> tuple[int, int]:
    return span.start, span.end


def _distinct(claims: Sequence[Claim]) -> Iterator[Claim]:
    """One claim for one stretch, and no figure beside the clause that is hardly more than it (死者12人に)."""
    for claim, after in itertools.pairwise((*claims, None)):
        assert claim is not None
        same = after is not None and after.start == claim.start and after.kind == "clause"
        figure = claim.kind == "attribute" and after is not None and same and after.end - claim.end <= HARDLY_MORE
        if not figure and (after is None or (after.start, after.end) != (claim.start, claim.end)):
            yield claim


def _covered(tokens: Sequence[Token], spans: Sequence[Span]) -> frozenset[int]:
    """The indices of the tokens inside the spans."""
    covered: set[int] = set()
    for span in spans:
        first = bisect_right(tokens, span.start, key=attrgetter("end"))
        covered.update(range(first, bisect_left(tokens, span.end, first, key=attrgetter("start"))))
    return frozenset(covered)


def _clause_claims(findings: Findings, content: Sequence[Block]) -> Iterator[Told]:
    said: list[tuple[int, str]] = []  # (sentence number, speaker)
    blocks = iter(content)
    block = next(blocks, None)
    for number, sentence in enumerate(findings.parse.sentences):
        while block is not None and block.end <= sentence.start:
            block = next(blocks, None)
        if block is None or not block.overlaps(sentence) or _is_list(sentence.of(findings.article.text)):
            continue
        headline = block.role in ("headline", "heading")
        phrases = sentence_phrases(findings.parse, sentence)
        for region in divide(findings.parse, sentence, phrases, findings.temporal, headline=headline):
            direct = region.attribution is not None and region.attribution.direct
            recent = next((who for at, who in reversed(said) if (0 if direct else 1) <= number - at <= MEMORY), None)
            for told in _region_claims(findings, phrases, region, block, recent):
                speaker = told.claim.speaker
                if speaker and speaker != block.source:
                    said.append((number, speaker))
                yield told


def _region_claims(
    findings: Findings, sentence: Sequence[Phrase], region: Region, block: Block, recent: str | None
) -> Iterator[Told]:
    tokens = findings.parse.tokens
    first = region.first
    for last in _inner_ends(tokens, region):
        phrases = phrases_between(tokens, sentence, first, last)
        when = temporal_phrases(tokens, phrases, findings.temporal)
        headline = block.role in ("headline", "heading")
        stream: list[Told] = []
        for clause in cut(findings.parse, phrases, headline=headline, temporal=when):
            told = _told(findings, phrases, when, clause, region, block)
            if told is not None:
                own = read_own_word(tokens, phrases, clause, told.claim.slots.arguments)
                claim = _attributed(told.claim, findings, region, block, own or recent)
                stream.append(told if claim is told.claim else replace(told, claim=claim))
        yield from inherit_certainty(stream)
        first = last


def _inner_ends(tokens: Sequence[Token], region: Region) -> Iterator[int]:
    """Where the sentences inside a region end; a quotation may hold several."""
    for index in range(region.first, region.last - 1):
        if tokens[index].surface in ("。", "！", "？") and region.attribution is not None and region.attribution.direct:
            yield index + 1
    yield region.last


def _told(
    findings: Findings, phrases: Sequence[Phrase], when: frozenset[int], clause: Clause, region: Region, block: Block
) -> Told | None:
    tokens, text = findings.parse.tokens, findings.article.text
    end = phrases[clause.last - 1]
    inside = _trimmed(tokens, phrases[clause.first].first, _clause_end(tokens, clause, end))
    if inside is None:
        return None
    first, last = inside
    if region.lead is not None and first == region.first:
        first = region.lead
    span = _closed(text, Span(start=tokens[first].start, end=tokens[last - 1].end))
    predicate = read_predicate(tokens, phrases, (clause.first, clause.predicate), when)
    terms = _terms(tokens, first, last, findings.temporal)
    printed_apart = block.role in ("headline", "heading") and region.attribution is None
    label = _is_dated_name(tokens, phrases, clause, findings.temporal) or (
        printed_apart and _is_label(tokens, phrases[clause.first : clause.last])
    )
    if span.end - span.start < SHORTEST or not terms or label or _is_foreign(span.of(text)):
        return None
    sentence_rest = _rest(text, span.end) if clause.last == len(phrases) else ""
    arguments = read_arguments(findings.parse, phrases, clause, predicate, findings.temporal)
    certainty = _certainty(findings, span, sentence_rest, _weighing(phrases, clause, predicate.fold), predicate.fold)
    claim = Claim(
        id="",
        article=findings.article.id,
        start=span.start,
        end=span.end,
        text=span.of(text),
        kind="clause" if clause.kind == "main" else "relative",
        predicate=predicate.lemma,
        polarity=predicate.polarity,
        certainty=certainty,
        status="to_come" if certainty == "planned" else predicate.status,
        terms=terms,
        slots=_slots(findings, span, arguments),
        role=block.role,
        sentence=_sentence_number(findings.parse, tokens[region.first]),
    )
    speaker = None if region.attribution is None else region.attribution.speaker
    named = speaker is not None and speaker[0] < speaker[1]
    ending = phrases[clause.predicate]
    open_end = clause.kind == "main" and ending.is_predicate and (clause.last < len(phrases) or ending.comma)
    theme = _theme(text, arguments)
    marked = theme is not None and not text.startswith("は", theme.end)
    return Told(
        claim=claim,
        closed=close(tokens[first:last], span.of(text), goes_on=open_end),
        goes_on=clause.last < len(phrases) and (ending.form.startswith("連用形") or _is_bare_act(tokens, ending)),
        passive=predicate.passive,
        theme=theme,
        weak=marked and theme is not None and not _acts(tokens, theme),
        happens=marked and theme is not None and theme.covers(tokens[predicate.head]),
        region=region.first,
        speaker=speaking(tokens, speaker) if speaker is not None and named else None,
    )


def _sentence_number(parse: Parse, span: Span) -> int:
    return bisect_right(parse.sentences, span.start, key=attrgetter("start")) - 1


def _theme(text: str, arguments: Sequence[Argument]) -> Argument | None:
    """What a clause is about: its は-phrase, else its が-phrase, whatever its role is in the active voice."""
    held = [a for a in arguments if a.role in ("subject", "object", "topic", "causer")]
    for particle in ("は", "が", "も"):
        for argument in held:
            if text.startswith(particle, argument.end):
                return argument
    return next((a for a in held if a.role in ("subject", "topic")), None)


def _acts(tokens: Sequence[Token], argument: Argument) -> bool:
    """Whether the noun of an argument is somebody who can act."""
    last = bisect_right(tokens, argument.end, key=attrgetter("end"))
    (phrase, *_) = chunk(tokens, last - 1, last)
    return can_act(tokens, phrase)


def _clause_end(tokens: Sequence[Token], clause: Clause, end: Phrase) -> int:
    """One past the last token of a clause: a relative one ends with its noun, a fact before its の or こと."""
    if clause.kind == "fact":
        particles = (i for i in range(end.head + 1, end.last) if tokens[i].pos[1] in ("格助詞", "準体助詞"))
        return next(particles, end.last)
    return end.last if clause.kind == "main" else end.head + 1


def _is_foreign(evidence: str) -> bool:
    """Whether the stretch is hardly Japanese: a reference, an address of a page."""
    if not _LATIN.search(evidence):
        return False
    letters = [c for c in evidence if c.isalpha()]
    return sum(c.isascii() for c in letters) > FOREIGN * len(letters)


def _closed(text: str, span: Span) -> Span:
    """The span with the bracket right after it that closes one it opens (関税について「撤廃を求める」)."""
    inside = span.of(text)
    closes = text.startswith("」", span.end) and inside.count("「") > inside.count("」")
    return Span(start=span.start, end=span.end + 1) if closes else span


def _rest(text: str, start: int) -> str:
    found = REST.match(text, start)
    return found.group() if found else ""


def _certainty(findings: Findings, span: Span, following: str, last: Sequence[Phrase], folded: Fold) -> Certainty:
    """What the words around the predicate say; what is told of a day still to come is planned, but for past forms.

    Args:
        findings: What the stages before found.
        span: The clause.
        following: What follows it in its sentence.
        last: The phrases from the one that carries the meaning to the predicate; earlier words weigh other things.
        folded: How the predicate was folded.
    """
    if folded.open:
        return "asked"
    ending = findings.article.text[max(span.start, last[0].start) : span.end]
    certainty = read_certainty(ending, following, attributed=False)
    predicate = last[-1]
    published = findings.article.published
    if certainty != "asserted" or published is None or predicate.form.startswith("連用形"):
        return certainty
    inside = within(findings.entities, span)
    days = [e.days for e in inside if isinstance(e, DateExpression) and e.days]
    past = any(t.normalized in ("た", "だ") and t.pos[0] == "助動詞" for t in _tail(findings.parse.tokens, predicate))
    act = predicate.kind == "verb" or _is_bare_act(findings.parse.tokens, predicate)
    to_come = bool(days) and all(d.first > published.date() for d in days) and act
    return "planned" if to_come and not past else certainty


def _is_bare_act(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """Whether the phrase is an act whose する is left out: 来月開通, 大統領と会談、."""
    return phrase.kind == "noun" and not phrase.particles and tokens[phrase.head].pos[2] == "サ変可能"


def _weighing(phrases: Sequence[Phrase], clause: Clause, folded: Fold) -> Sequence[Phrase]:
    """The phrases whose words say how sure the clause is, from the one that carries the meaning on."""
    inner = clause.predicate if folded.topic or folded.cleft else min(folded.path)
    return phrases[max(clause.first, min(inner, clause.predicate - 1)) : clause.predicate + 1]


def _tail(tokens: Sequence[Token], phrase: Phrase) -> Sequence[Token]:
    return tokens[phrase.head : phrase.last]


def _is_list(sentence: str) -> bool:
    return DATED_TITLES.search(sentence) is not None


def _is_dated_name(
    tokens: Sequence[Token], phrases: Sequence[Phrase], clause: Clause, temporal: frozenset[int]
) -> bool:
    """Whether the stretch only gives a name and its date, as a list of sources does (気象センター、10月22日)."""
    inside = phrases[clause.first : clause.last]
    acts = any(tokens[p.head].pos[2] == "サ変可能" for p in inside)
    return not acts and inside[-1].head in temporal and not any(p.is_predicate or p.particles for p in inside)


def _is_label(tokens: Sequence[Token], phrases: Sequence[Phrase]) -> bool:
    """Whether a part of a headline only names a topic (再会の地, 舞台裏の思惑) and states nothing."""
    last = phrases[-1]
    states = last.is_predicate or tokens[last.head].pos[2] == "サ変可能" or last.particles or is_figure(tokens, last)
    held = tokens[last.head].normalized in words("stance") | {"無し"} or any(
        {"は", "が", "を", "に", "で", "も", "へ", "から", "まで"} & set(p.particles) for p in phrases
    )
    return not (states or held)


def _trimmed(tokens: Sequence[Token], first: int, last: int) -> tuple[int, int] | None:
    """The range without punctuation, white space and conjunctions at its borders; None when nothing is left."""
    idle = ("補助記号", "空白", "接続詞")
    while first < last and tokens[first].pos[0] in idle and tokens[first].surface not in "「『（(":
        first += 1
    while last > first and tokens[last - 1].pos[0] in idle and tokens[last - 1].surface not in "」』）)":
        last -= 1
    return (first, last) if first < last else None


def _terms(tokens: Sequence[Token], first: int, last: int, temporal: frozenset[int]) -> tuple[str, ...]:
    idle = words("formal", "idle")
    return tuple(
        [
            token.normalized
            for i, token in enumerate(tokens[first:last], first)
            if token.pos[0] in TERM_CLASSES
            and token.pos[1] != "数詞"
            and i not in temporal
            and token.normalized not in idle
        ]
    )


def _slots(findings: Findings, span: Span, arguments: tuple[Argument, ...] = ()) -> Slots:
    return Slots(
        arguments=arguments,
        entities=within(findings.entities, span),
        quantities=within(findings.quantities, span),
    )


def _attributed(claim: Claim, findings: Findings, region: Region, block: Block, known: OwnWord | str | None) -> Claim:
    """The claim with its speaker: of its region, of its own predicate, of the cited block.

    Args:
        claim: A claim read from the region.
        findings: What the stages before found.
        region: Where it stands.
        block: The block it stands in.
        known: The clause's own word, or the speaker of an earlier sentence, for whoever is left out here.
    """
    if region.attribution is not None:
        recent = known if isinstance(known, str) else None
        return _said(claim, findings.parse.tokens, region.attribution, region.first, recent or block.source)
    if isinstance(known, OwnWord):
        told = replace(claim, speaker=known.speaker or block.source, cue=known.cue, direct=False)
    elif block.source is not None:
        told = replace(claim, speaker=block.source)
    else:
        return claim
    return replace(told, certainty="reported") if claim.certainty == "asserted" else told


def _said(claim: Claim, tokens: Sequence[Token], said: Attribution, first: int, recent: str | None) -> Claim:
    """The claim as the word of whoever `said` names, or of `recent` when it leaves the speaker to be known."""
    if said.speaker is not None:
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


def _attribute_claims(findings: Findings, content: Sequence[Block]) -> Iterator[Claim]:
    tokens, article, sentences = findings.parse.tokens, findings.article, findings.parse.sentences
    for found in find_attributes(article.text, tokens, findings.entities, findings.quantities):
        block = last_before(content, found.start)
        sentence = last_before(sentences, found.start)
        if block is None or sentence is None or not block.covers(found) or _is_list(sentence.of(article.text)):
            continue
        first = bisect_left(tokens, found.start, key=attrgetter("start"))
        last = bisect_right(tokens, found.end, key=attrgetter("end"))
        yield Claim(
            id="",
            article=article.id,
            start=found.start,
            end=found.end,
            text=found.of(article.text),
            display=found.of(article.text),
            kind=found.kind,
            predicate=found.predicate,
            status="state",
            terms=_terms(tokens, first, last, findings.temporal),
            slots=_slots(findings, found),
            role=block.role,
            speaker=block.source,
            sentence=_sentence_number(findings.parse, found),
        )
