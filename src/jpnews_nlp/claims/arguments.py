"""Who does what to whom: the roles of the phrases around a predicate, passive and causative undone."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from jpnews_nlp.claims.actors import can_act
from jpnews_nlp.claims.clauses import Clause
from jpnews_nlp.claims.lexicon import words
from jpnews_nlp.claims.phrases import Phrase, is_counted, is_gap
from jpnews_nlp.claims.predicates import Predicate
from jpnews_nlp.model.claim import Argument, ArgumentRole
from jpnews_nlp.model.parse import Parse, Token
from jpnews_nlp.model.quick import quick

ROLES: tuple[tuple[str, ArgumentRole], ...] = (
    ("が", "subject"),
    ("を", "object"),
    ("へ", "goal"),
    ("に", "goal"),
    ("で", "location"),
    ("から", "source"),
    ("より", "source"),
    ("まで", "limit"),
    ("と", "companion"),
)
ABOUT = frozenset({"付く", "就く", "つく", "関する", "巡る"})
BY = frozenset({"因る", "依る"})
# A noun takes along what binds the number or the brackets it ends with.
CLOSING = frozenset("%％℃」』")


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Filler:
    """A phrase, by its index, and the role its particle gives it; `by` marks the によって of a passive."""

    role: ArgumentRole
    index: int
    by: bool = False


def read_arguments(
    parse: Parse, phrases: Sequence[Phrase], clause: Clause, predicate: Predicate, temporal: frozenset[int]
) -> tuple[Argument, ...]:
    """The arguments of a clause in text order, passive and causative undone.

    The case particle decides the role; phrases of another predicate are left out: with syntax those that depend on
    it, without those that stand right before it. A topic takes the role that no other phrase fills: subject first,
    then object. `temporal` are the tokens inside dates and times, which fill no role.
    """
    found = [f for i in range(clause.first, clause.last) for f in _fillers(parse, phrases, clause, predicate, i)]
    if predicate.verbal:
        found = [f for f in found if not _sets_time(phrases[f.index], temporal)]
    found = [f for f in found if not _is_moment(parse.tokens, phrases[f.index], temporal)]
    found = _own(parse, phrases, clause, predicate, found)
    filled = {f.role for f in found}
    acts = predicate.verbal and "object" not in filled
    topic: ArgumentRole = "subject" if "subject" not in filled else "object" if acts else "topic"
    told = [Filler(role=topic, index=f.index) if f.role == "topic" else f for f in found]
    active = _active(parse.tokens, phrases, predicate, told)
    return tuple(_argument(parse.tokens, phrases, clause.first, f) for f in active)


def _fillers(
    parse: Parse, phrases: Sequence[Phrase], clause: Clause, predicate: Predicate, index: int
) -> tuple[Filler, ...]:
    """The role of phrase `index`, with what の-phrases before a carried noun fill (企業への|融資を|行った)."""
    tokens, phrase, folded = parse.tokens, phrases[index], predicate.fold
    if index == folded.cleft:
        return (Filler(role="topic", index=index),)
    innermost = index == folded.path[-1]
    named = innermost and phrase.particles[:1] in (("は",), ("が",), ("も",))
    carried = innermost and folded.carried and not named
    inside = _of_carried_noun(tokens, phrases, clause, index) if carried else ()
    topic = innermost and named
    gapped = index == clause.predicate and is_gap(phrase)
    if (
        (index == clause.predicate and not gapped)
        or phrase.kind not in ("noun", "copula")
        or (index in folded.path and not topic and not gapped)
    ):
        return inside
    if index + 1 < clause.last and phrase.particles in (("に",), ("を",)):
        follows = tokens[phrases[index + 1].head].normalized
        if follows in ABOUT:
            return (*inside, Filler(role="topic", index=index))
        if follows in BY and phrases[index + 1].form.startswith("連用形"):
            return (*inside, Filler(role="means", index=index, by=True))
    role = "topic" if _is_bare_topic(tokens, phrases, clause, index) else _role(tokens, phrase)
    return inside if role is None else (*inside, Filler(role=role, index=index))


def _is_bare_topic(tokens: Sequence[Token], phrases: Sequence[Phrase], clause: Clause, index: int) -> bool:
    """Whether a headline names its topic without a particle: 県警、男を逮捕."""
    phrase, head = phrases[index], tokens[phrases[index].head]
    if phrase.particles or not phrase.comma or phrase.kind != "noun" or head.pos[2] in ("副詞可能", "サ変可能"):
        return False
    leads = all(p.particles == ("の",) for p in phrases[clause.first : index])
    return leads and head.normalized not in words("formal") and not is_counted(tokens, phrase)


def _of_carried_noun(
    tokens: Sequence[Token], phrases: Sequence[Phrase], clause: Clause, index: int
) -> tuple[Filler, ...]:
    """What the noun of a light verb is done to: 橋の建設を行う, 企業への融資を行う, 県との協議を行う."""
    if index == clause.first or phrases[index - 1].particles[-1:] != ("の",) or phrases[index - 1].kind != "noun":
        return ()
    act = tokens[phrases[index].head].pos[2] == "サ変可能"
    if is_counted(tokens, phrases[index - 1]) or not act:
        return ()
    particles = phrases[index - 1].particles[:-1]
    role = next((role for particle, role in ROLES if particle in particles), "object" if not particles else None)
    return () if role is None else (Filler(role=role, index=index - 1),)


def _is_moment(tokens: Sequence[Token], phrase: Phrase, temporal: frozenset[int]) -> bool:
    """Whether the phrase only says when or how often: 15日に, 今後も, 一度も."""
    if tokens[phrase.head].normalized in words("time adverb") and not {"が", "を"} & set(phrase.particles):
        return True
    if tokens[phrase.head].surface in ("中", "末", "頃", "以降") and phrase.head - 1 in temporal:
        return True  # 今月中に
    when = phrase.head in temporal or tokens[phrase.head].pos[2] == "副詞可能"
    if when and not {"は", "が", "を"} & set(phrase.particles):
        return phrase.head in temporal or "も" in phrase.particles or not phrase.particles
    return phrase.particles == ("も",) and tokens[phrase.head].normalized in words("times")


def _sets_time(phrase: Phrase, temporal: frozenset[int]) -> bool:
    """Whether a topic is the time something happens at: 昨年は過去最高の利益を上げた."""
    return phrase.particles == ("は",) and phrase.head in temporal


def _role(tokens: Sequence[Token], phrase: Phrase) -> ArgumentRole | None:
    if phrase.particles in (("は",), ("も",)):
        return "topic"
    if not phrase.particles or "の" in phrase.particles:
        return None
    for particle, role in ROLES:
        if particle in phrase.particles:
            if particle == "で" and (tokens[phrase.head].pos[1] == "数詞" or tokens[phrase.head].surface == "中"):
                return None  # 5―3で勝った, 調査中で答えられない
            return "means" if particle == "で" and tokens[phrase.head].normalized in words("means") else role
    return None


def _own(
    parse: Parse, phrases: Sequence[Phrase], clause: Clause, predicate: Predicate, found: Sequence[Filler]
) -> list[Filler]:
    """The fillers that belong to the clause's predicate and not to one inside it (基準を|超える|物質が|検出された)."""
    own = {*predicate.fold.path, clause.predicate}
    inside = (i for i in range(clause.first, clause.last) if phrases[i].is_predicate and i not in own)
    others = [i for i in inside if not _is_particle(parse.tokens, phrases[i])]
    subjects = [f.index for f in found if f.role in ("subject", "topic")]
    kept = []
    for filler in found:
        nearest = next((i for i in others if i > filler.index), None)
        if nearest is None or "は" in phrases[filler.index].particles or phrases[filler.index].comma:
            kept.append(filler)
        elif parse.heads:
            head = parse.heads[phrases[filler.index].head]
            if not any(phrases[i].first <= head < phrases[i].last for i in others if i > filler.index):
                kept.append(filler)
        elif filler.role == "subject" and subjects == [filler.index] and nearest > filler.index + 1:
            kept.append(filler)  # 首相が|東京で|開かれた|会議に|出席した
    return kept


def _is_particle(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """Whether the phrase works as a particle or an adverb: 〜によって, 〜に対して, 早く."""
    adverb = phrase.kind in ("adjective", "copula") and phrase.form.startswith("連用形") and not phrase.comma
    as_what = tokens[phrase.head].normalized == "為る" and phrase.head == phrase.first and phrase.particles == ("て",)
    return adverb or as_what or tokens[phrase.head].normalized in words("compound")


def _active(
    tokens: Sequence[Token], phrases: Sequence[Phrase], predicate: Predicate, found: Sequence[Filler]
) -> list[Filler]:
    """The roles in the active voice: 男は警察に逮捕された, 監督は新人を先発させた."""
    if not (predicate.passive or predicate.causative):
        return list(found)
    taken = {f.role for f in found}
    agent = next((f for f in found if f.by), None)
    willing = agent or next((f for f in found if f.role == "goal" and can_act(tokens, phrases[f.index])), None)
    if predicate.passive and predicate.causative:
        roles: dict[ArgumentRole, ArgumentRole] = {}
        told: ArgumentRole = "causer"
    elif predicate.passive:
        gives = agent is None and tokens[predicate.head].normalized in words("giving")
        willing = None if gives or "subject" not in taken else willing
        roles = {"subject": "goal" if "object" in taken else "object"}
        told = "subject"
    else:
        made = willing is None and "object" in taken  # 監督は新人を先発させた; 秘書に書類を届けさせた
        roles = {"subject": "causer", "object": "subject" if made else "object"}
        told = "subject"
    return [Filler(role=told if f is willing else roles.get(f.role, f.role), index=f.index) for f in found]


def _argument(tokens: Sequence[Token], phrases: Sequence[Phrase], first: int, filler: Filler) -> Argument:
    start, phrase = filler.index, phrases[filler.index]
    while start > first and phrases[start - 1].particles == ("の",):
        start -= 1
    last = phrase.head + 1
    while last < phrase.last and tokens[last].surface in CLOSING:
        last += 1
    held = tokens[phrases[start].first : last]
    return Argument(
        start=held[0].start,
        end=held[-1].end,
        role=filler.role,
        text=surface(held),
        head=tokens[phrase.head].normalized,
    )


def speaking(tokens: Sequence[Token], reach: tuple[int, int]) -> Argument:
    """A speaker, given as a half-open range of tokens, as the subject of what they do next."""
    held = tokens[reach[0] : reach[1]]
    return Argument(start=held[0].start, end=held[-1].end, role="subject", text=surface(held), head=held[-1].normalized)


def surface(tokens: Sequence[Token]) -> str:
    """The text the tokens stand for; white space between them is written as it stands, one space per code point."""
    if not tokens:
        return ""
    joined = "".join([t.surface for t in tokens])
    if len(joined) == tokens[-1].end - tokens[0].start:
        return joined
    pieces = [tokens[0].surface]
    for before, token in itertools.pairwise(tokens):
        pieces.append(" " * (token.start - before.end) + token.surface)
    return "".join(pieces)
