"""One clause becomes a claim, with what its neighbours need to know of it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter

from jpnews_nlp.claims.actors import can_act, is_thing
from jpnews_nlp.claims.arguments import read_arguments, speaking
from jpnews_nlp.claims.carrying import Told
from jpnews_nlp.claims.certainty import read_certainty
from jpnews_nlp.claims.clauses import Clause
from jpnews_nlp.claims.display import close
from jpnews_nlp.claims.evidence import extent, is_dated_name, is_foreign, is_label, with_bracket
from jpnews_nlp.claims.findings import Findings, sentence_number, slots_of, terms_of
from jpnews_nlp.claims.folding import Fold
from jpnews_nlp.claims.lexicon import words
from jpnews_nlp.claims.phrases import Phrase, is_figure, is_gap
from jpnews_nlp.claims.predicates import Predicate, read_predicate
from jpnews_nlp.claims.region import Region
from jpnews_nlp.model.article import Block
from jpnews_nlp.model.claim import Argument, Certainty, Claim, Status
from jpnews_nlp.model.entity import DateExpression
from jpnews_nlp.model.parse import Token
from jpnews_nlp.model.span import Span, within

# Shorter evidence (行い, 後に) states nothing.
SHORTEST = 4
# Words that are said can be as short as 残念.
SHORTEST_SAID = 2
# What follows a clause in its sentence.
REST = re.compile(r"[^。\n！？「]{0,24}。?")


def read_clause(
    findings: Findings,
    phrases: Sequence[Phrase],
    clause: Clause,
    region: Region,
    block: Block,
    temporal: frozenset[int],
) -> Told | None:
    """The claim of a clause; None when it states nothing.

    Args:
        findings: What the stages before found.
        phrases: The phrases of the region.
        clause: One of its clauses.
        region: The words of one speaker.
        block: The block it stands in.
        temporal: Which of the phrases are dates or times.
    """
    tokens, text = findings.parse.tokens, findings.article.text
    inside = extent(tokens, phrases, clause, region)
    if inside is None:
        return None
    first, last = inside
    span = with_bracket(text, Span(start=tokens[first].start, end=tokens[last - 1].end))
    terms = terms_of(tokens, first, last, findings.temporal)
    shortest = SHORTEST if region.attribution is None else SHORTEST_SAID
    said = _is_direct(region) or (region.attribution is not None and is_figure(tokens, phrases[clause.predicate]))
    empty = span.end - span.start < shortest or is_foreign(span.of(text)) or not (terms or said)
    if empty or _only_names(findings, phrases, clause, region, block) or _is_mere_object(phrases, clause):
        return None
    predicate = read_predicate(tokens, phrases, (clause.first, clause.predicate), temporal)
    certainty = _certainty(findings, span, _rest(text, span.end, phrases, clause), phrases, clause, predicate.fold)
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
        status=_status(findings, span, phrases[clause.predicate], predicate, certainty),
        terms=terms,
        slots=slots_of(findings, span, read_arguments(findings.parse, phrases, clause, predicate, findings.temporal)),
        role=block.role,
        sentence=sentence_number(findings.parse, tokens[region.first]),
    )
    return _told(findings, phrases, clause, region, claim, (inside, predicate))


def _is_mere_object(phrases: Sequence[Phrase], clause: Clause) -> bool:
    """Whether only the object of what somebody says is left before their words: 事故直前の速度を「…」と訂正した."""
    ending = phrases[clause.predicate]
    last = clause.kind == "main" and clause.last == len(phrases)
    return last and ending.kind == "noun" and ending.particles == ("を",)


def _told(
    findings: Findings,
    phrases: Sequence[Phrase],
    clause: Clause,
    region: Region,
    claim: Claim,
    read: tuple[tuple[int, int], Predicate],
) -> Told:
    """The claim with what its neighbours take over from it; `read` are its tokens and its predicate."""
    tokens, text = findings.parse.tokens, findings.article.text
    (first, last), predicate = read
    said = region.attribution
    named = said is not None and said.speaker is not None and said.speaker[0] < said.speaker[1]
    ending = phrases[clause.predicate]
    theme = _theme(text, claim.slots.arguments)
    marked = theme is not None and not text.startswith("は", theme.end)
    noun = _phrase_of(phrases, theme)
    acts = noun is not None and can_act(tokens, noun)
    goes_on = clause.last < len(phrases) and (ending.form.startswith("連用形") or _is_bare_act(tokens, ending))
    return Told(
        claim=claim,
        closed=close(tokens[first:last], claim.text, goes_on=_is_open(tokens, phrases, clause)),
        goes_on=goes_on,
        gapped=clause.kind == "main" and clause.last < len(phrases) and is_gap(ending),
        passive=predicate.passive,
        said=said is not None and said.active,
        theme=theme,
        weak=marked and not acts,
        acts=acts,
        speaks=noun is not None and (acts or not is_thing(tokens, noun)),
        region=region.first,
        ahead=goes_on and (_is_to_come(findings, claim, ending) or _comes_later(tokens, phrases, clause)),
        apart=clause.first > 0 and _is_apart(tokens, phrases, clause, predicate, findings.temporal),
        happens=marked and theme is not None and theme.covers(tokens[predicate.head]),
        speaker=speaking(tokens, said.speaker) if said is not None and said.speaker is not None and named else None,
    )


def _is_apart(
    tokens: Sequence[Token], phrases: Sequence[Phrase], clause: Clause, predicate: Predicate, temporal: frozenset[int]
) -> bool:
    """Whether a clause sets itself off from the one before: a subject, a topic or a time of its own, an inquiry.

    来月にも統合する見通し, 復旧には3カ月かかる見通し, 津波の恐れがある, 動機を調べる方針.
    """
    path = predicate.fold.path
    outside = [p for i, p in enumerate(phrases[clause.first : clause.last], clause.first) if i not in path]
    head = tokens[phrases[path[-1]].head]
    event = len(path) > 1 and phrases[path[-1]].particles == ("の",)
    timed = any(p.head in temporal for p in outside) or _comes_later(tokens, phrases, clause)
    return (
        timed or event or head.normalized in words("inquiry") or any({"は", "が"} & set(p.particles) for p in outside)
    )


def _comes_later(tokens: Sequence[Token], phrases: Sequence[Phrase], clause: Clause) -> bool:
    """Whether an adverb says that the clause is a later step: 今後、北に進み, さらに増える, 近く起訴される."""
    later = words("from now on")
    firsts = (tokens[p.first] for p in phrases[clause.first : clause.last])
    return any(t.normalized in later or t.surface in later for t in firsts)


def _is_direct(region: Region) -> bool:
    return region.attribution is not None and region.attribution.direct


def _only_names(findings: Findings, phrases: Sequence[Phrase], clause: Clause, region: Region, block: Block) -> bool:
    """Whether the clause is a label of a headline, or a name with its date."""
    tokens = findings.parse.tokens
    printed_apart = block.role in ("headline", "heading") and region.attribution is None
    label = printed_apart and is_label(tokens, phrases[clause.first : clause.last])
    return label or is_dated_name(tokens, phrases, clause, findings.temporal)


def _is_open(tokens: Sequence[Token], phrases: Sequence[Phrase], clause: Clause) -> bool:
    """Whether the clause ends where its sentence does not: 市は橋を閉鎖し、 or 強風が吹いたため、."""
    ending = phrases[clause.predicate]
    before = phrases[max(clause.first, clause.predicate - 1)]
    held = tokens[ending.head].normalized in words("adverbial") and before.is_predicate
    goes_on = clause.last < len(phrases) or ending.comma
    return clause.kind == "main" and (ending.is_predicate or held) and goes_on


def _theme(text: str, arguments: Sequence[Argument]) -> Argument | None:
    """What a clause is about: its は-phrase, else its が-phrase, whatever its role is in the active voice."""
    held = [a for a in arguments if a.role in ("subject", "object", "topic", "causer")]
    for particle in ("は", "が", "も"):
        for argument in held:
            if text.startswith(particle, argument.end):
                return argument
    return next((a for a in held if a.role in ("subject", "topic")), None)


def _phrase_of(phrases: Sequence[Phrase], argument: Argument | None) -> Phrase | None:
    """The phrase of the region that an argument ends in; None when it stands in none."""
    if argument is None:
        return None
    at = bisect_left(phrases, argument.end, key=attrgetter("end"))
    return phrases[at] if at < len(phrases) and phrases[at].start < argument.end else None


def _rest(text: str, start: int, phrases: Sequence[Phrase], clause: Clause) -> str:
    """What follows the last clause of a region in its sentence."""
    found = REST.match(text, start) if clause.last == len(phrases) else None
    return found.group() if found else ""


def _certainty(
    findings: Findings, span: Span, following: str, phrases: Sequence[Phrase], clause: Clause, folded: Fold
) -> Certainty:
    """What the words around the predicate say; what is told of a day still to come is planned, but for past forms."""
    if folded.open:
        return "asked"
    ending = findings.article.text[max(span.start, phrases[_weighing(clause, folded)].start) : span.end]
    certainty = read_certainty(ending, following, attributed=False)
    predicate = phrases[clause.predicate]
    if certainty != "asserted" or predicate.form.startswith("連用形"):
        return certainty
    return "planned" if _is_to_come(findings, span, predicate) else certainty


def _weighing(clause: Clause, folded: Fold) -> int:
    """The first phrase whose words say how sure the clause is: the one that carries the meaning."""
    inner = clause.predicate if folded.topic or folded.cleft else min(folded.path)
    return max(clause.first, min(inner, clause.predicate - 1))


def _status(findings: Findings, span: Span, ending: Phrase, predicate: Predicate, certainty: Certainty) -> Status:
    """The status its words give, or to come: what is planned, and an act whose する is left out on a day to come."""
    bare = _is_bare_act(findings.parse.tokens, ending) and predicate.status == "done"
    to_come = certainty == "planned" or (bare and _is_to_come(findings, span, ending))
    return "to_come" if to_come else predicate.status


def _is_to_come(findings: Findings, span: Span, predicate: Phrase) -> bool:
    """Whether a clause tells an act on days that are all after the day of the article."""
    published, tokens = findings.article.published, findings.parse.tokens
    if published is None or not (predicate.kind == "verb" or _is_bare_act(tokens, predicate)):
        return False
    days = [e.days for e in within(findings.entities, span) if isinstance(e, DateExpression) and e.days]
    tail = tokens[predicate.head : predicate.last]
    past = any(t.normalized in ("た", "だ") and t.pos[0] == "助動詞" for t in tail)
    return bool(days) and not past and all(d.first > published.date() for d in days)


def _is_bare_act(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """Whether the phrase is an act whose する is left out: 来月開通, 大統領と会談、, あす上陸か."""
    act = phrase.kind == "noun" and tokens[phrase.head].pos[2] == "サ変可能"
    return act and phrase.particles in ((), ("か",))
