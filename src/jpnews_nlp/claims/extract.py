"""The stage itself: an article's parse and entities become its claims."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from operator import attrgetter

from jpnews_nlp.claims.antecedents import Mention, accused, answered, antecedent
from jpnews_nlp.claims.arguments import surface
from jpnews_nlp.claims.attributes import find_attributes
from jpnews_nlp.claims.attribution import attributed, read_own_word
from jpnews_nlp.claims.bare_ages import ages_with_people
from jpnews_nlp.claims.borders import temporal_phrases
from jpnews_nlp.claims.carrying import Told, carry_subjects, inherit_certainty, lend_predicates, numbered
from jpnews_nlp.claims.clause_claims import read_clause
from jpnews_nlp.claims.clauses import Clause, cut
from jpnews_nlp.claims.counting import counts_with_predicates
from jpnews_nlp.claims.findings import Findings, gather, sentence_number, slots_of, terms_of
from jpnews_nlp.claims.phrases import Phrase, phrases_between
from jpnews_nlp.claims.region import Region
from jpnews_nlp.claims.regions import divide, sentence_phrases
from jpnews_nlp.model.article import Article, Block
from jpnews_nlp.model.claim import Claim
from jpnews_nlp.model.entity import Entity, Organization, Person
from jpnews_nlp.model.parse import Parse, Token
from jpnews_nlp.model.span import last_before, within

# A clause that is at most this much longer than a figure at its head says no more than the figure.
HARDLY_MORE = 2
# Titles of other articles, each after its date, run together: a list, and nobody's statement.
_DATED = r"\d{4}年\d{1,2}月\d{1,2}日 ?[(（][月火水木金土日][)）] ?[:：]"
DATED_TITLES = re.compile(rf"{_DATED}[^\n。]{{1,80}}?{_DATED}")


def extract_claims(article: Article, parse: Parse, entities: tuple[Entity, ...]) -> tuple[Claim, ...]:
    """The claims of an article, in text order.

    Args:
        article: Divided into blocks; claims come from its content blocks alone.
        parse: Its parse.
        entities: Its entities.
    """
    findings = gather(article, parse, entities)
    content = [b for b in article.blocks if b.is_content]
    told = list(answered(carry_subjects(_clause_claims(findings, content))))
    clauses = [t.claim for t in told]
    attributes = ages_with_people(_attribute_claims(findings, content), clauses, entities, parse)
    counts = counts_with_predicates(attributes, clauses)
    told += [Told(claim=count) for count in counts]
    told.sort(key=lambda t: (t.claim.start, t.claim.end))
    return tuple(numbered(t, n) for n, t in enumerate(_distinct(told)))


def _distinct(told: Sequence[Told]) -> Iterator[Told]:
    """One claim for one stretch, and no figure beside the clause that is hardly more than it (死者12人に)."""
    for one, following in itertools.pairwise((*told, None)):
        assert one is not None
        claim, after = one.claim, None if following is None else following.claim
        same = after is not None and after.start == claim.start and after.kind == "clause"
        figure = claim.kind == "attribute" and after is not None and same and after.end - claim.end <= HARDLY_MORE
        if not figure and (after is None or (after.start, after.end) != (claim.start, claim.end)):
            yield one


def _clause_claims(findings: Findings, content: Sequence[Block]) -> Iterator[Told]:
    said: list[Mention] = []
    topics: list[Mention] = []
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
            if region.attribution is not None and region.attribution.accused:
                recent = accused(findings.entities, findings.parse.tokens[region.first].start)
            else:
                recent = antecedent(said, topics, number, region.attribution)
            for told in _region_claims(findings, phrases, region, block, recent):
                speaker = told.claim.speaker
                thing = region.attribution is not None and region.attribution.doubtful and speaker != recent
                if speaker and speaker != block.source and not thing:
                    said.append(Mention(sentence=number, who=speaker, source=_is_source(region, speaker, findings)))
                if _is_actor(findings, told) and told.theme is not None:
                    topics.append(Mention(sentence=number, who=told.theme.text))
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
        clauses = cut(findings.parse, phrases, headline=headline, temporal=when)
        # A lone clause stays the word of whoever passes it on: 警察によると、男は容疑を認めている.
        lone = region.attribution is not None and sum(c.kind == "main" for c in clauses) == 1
        for clause in clauses:
            told = read_clause(findings, phrases, clause, region, block, when)
            if told is not None:
                own = read_own_word(tokens, phrases, clause, told.claim.slots.arguments)
                if lone and own is not None and (own.speaker is not None or _is_passed_on(region)):
                    own = None
                claim = attributed(told.claim, tokens, region, block, own or recent)
                unnamed = own is not None and own.speaker is None and not _has_subject(phrases, clause)
                stream.append(told if claim is told.claim else replace(told, claim=claim, unnamed=unnamed))
        yield from inherit_certainty(lend_predicates(stream))
        first = last


def _has_subject(phrases: Sequence[Phrase], clause: Clause) -> bool:
    """Whether a は- or が-phrase stands in a clause that is not of a relative clause inside it."""
    before = phrases[clause.first : clause.predicate]
    for at, phrase in enumerate(before):
        follows = next((p for p in before[at + 1 :] if p.is_predicate), None)
        relative = follows is not None and follows.form.startswith("連体形") and not follows.comma
        if phrase.particles == ("は",) or (phrase.particles == ("が",) and not relative):
            return True
    return False


def _is_actor(findings: Findings, told: Told) -> bool:
    """Whether a clause is about somebody who may go on to speak: 男は店に入った; not けが人は5人だった."""
    theme = told.theme
    if theme is None or not findings.article.text.startswith("は", theme.end):
        return False
    if told.claim.predicate.endswith(theme.head):
        return False
    return told.acts or any(isinstance(e, Person | Organization) for e in within(findings.entities, theme))


def _is_source(region: Region, speaker: str, findings: Findings) -> bool:
    """Whether the speaker is whom a region attributes its words to without brackets: 消防によると, 市は…と発表した."""
    said = region.attribution
    if said is None or said.direct:
        return False
    return said.speaker is None or surface(findings.parse.tokens[said.speaker[0] : said.speaker[1]]) == speaker


def _is_passed_on(region: Region) -> bool:
    """Whether somebody says it, or a source is named for it: not the という of 関与を否定したという."""
    said = region.attribution
    return said is not None and (said.active or said.speaker is not None)


def _inner_ends(tokens: Sequence[Token], region: Region) -> Iterator[int]:
    """Where the sentences inside a region end; a quotation may hold several."""
    if region.attribution is not None and region.attribution.direct:
        for index in range(region.first, region.last - 1):
            if tokens[index].surface in ("。", "！", "？"):
                yield index + 1
    yield region.last


def _is_list(sentence: str) -> bool:
    return DATED_TITLES.search(sentence) is not None


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
            terms=terms_of(tokens, first, last, findings.temporal),
            slots=slots_of(findings, found),
            role=block.role,
            speaker=block.source,
            sentence=sentence_number(findings.parse, found),
        )
