"""Who: two titles of one person, two people of one office or one feat, or who does it to whom."""

from __future__ import annotations

from jpnews_nlp.comparison.cues import cue_concepts, cues
from jpnews_nlp.comparison.differences.contrasts import share_characters, told_apart
from jpnews_nlp.comparison.differences.pair import Aligned, Judgement, acts, same_act, says
from jpnews_nlp.comparison.remembered import remembered
from jpnews_nlp.comparison.synonyms import concept
from jpnews_nlp.comparison.titles import exclude_each_other, read_title
from jpnews_nlp.model.claim import AGE, Claim
from jpnews_nlp.model.entity import Person


def title_difference(pair: Aligned) -> Judgement | None:
    """大統領 and 前大統領, or 社長 and 会長, cannot both hold; 首相 and 総理大臣, or 長官 and 官房長官, can."""
    a, b = pair.a, pair.b
    if "title" not in (a.kind, b.kind):
        return None
    ours, theirs = read_title(a.predicate), read_title(b.predicate)
    same_office = ours.office.endswith(theirs.office) or theirs.office.endswith(ours.office)  # 米大統領, 大統領
    if not (same_office and ours.tense != theirs.tense) and not exclude_each_other(ours, theirs):
        return None
    return Judgement(relation="conflict", slot="person", rule="title_differs", left=a.text, right=b.text)


def person_difference(pair: Aligned) -> Judgement | None:
    """The same act by the other side (浦和が鹿島に勝った, 鹿島が浦和に勝った), or of another who alone can be it."""
    a, b = pair.a, pair.b
    if "title" in (a.kind, b.kind) or a.polarity != b.polarity:
        return None
    if same_act(a, b) and _swapped(a, b):
        return Judgement(relation="conflict", slot="person", rule="roles_swapped", left=a.text, right=b.text)
    first, second = _people(a), _people(b)
    if len(first) != 1 or len(second) != 1 or _may_be_one(first[0], second[0]) or told_apart(a, b):
        return None
    x, y = first[0], second[0]
    if not (_one_office(pair, x, y) or _one_feat(a, b) or _both_single_out(pair, x, y)):
        return None
    return Judgement(relation="conflict", slot="person", rule="person_differs", left=x.text, right=y.text)


def person_told_by_one(pair: Aligned) -> Judgement | None:
    """Whether only one names who died, was hurt or was arrested, or it names some where the other names all (…ら)."""
    a, b = pair.a, pair.b
    if a.predicate == b.predicate == AGE:
        return _age_of_one_named(pair)
    if not same_act(a, b) or "attribute" in (a.kind, b.kind):
        return None
    ours, theirs = _affected(a), _affected(b)
    fewer = a if len(ours) < len(theirs) else b
    left_out = not _people(fewer) and not acts(a).isdisjoint(cue_concepts("befalling"))
    some = bool(ours and theirs) and (ours < theirs or theirs < ours) and says(fewer, "and others")
    if len(ours) == len(theirs) or not (left_out or some):
        return None
    return Judgement(relation="partial", slot="person", rule="person_more", left=a.text, right=b.text)


def _age_of_one_named(pair: Aligned) -> Judgement | None:
    """Whether only one says whose age it is (男性（48）, 杉原さん（48）)."""
    named = [bool(_people(c)) or s.person is not None for c, s in zip((pair.a, pair.b), pair.settings, strict=True)]
    if named[0] == named[1]:
        return None
    return Judgement(relation="partial", slot="person", rule="person_more", left=pair.a.text, right=pair.b.text)


def _affected(claim: Claim) -> frozenset[str]:
    """The people in the core of the clause: who does or undergoes it, or is singled out."""
    told = [x for x in claim.slots.arguments if x.role in ("subject", "object", "goal", "companion", "topic")]
    single = claim.text.find("のは")
    core = (
        e for e in _people(claim) if any(x.covers(e) for x in told) or (single >= 0 and e.start - claim.start > single)
    )
    return frozenset(e.canonical for e in core if e.text not in (claim.speaker or ""))


def _may_be_one(x: Person, y: Person) -> bool:
    """Whether the two may be one person: a name in short, or written otherwise."""
    return x.canonical == y.canonical or x.text[0] == y.text[0] or share_characters(x.text, y.text)


def _one_office(pair: Aligned, x: Person, y: Person) -> bool:
    """Whether the same is told of two holders of one office (伊藤首相が, 田村首相が); 氏 and 容疑者 are no offices."""
    return bool(x.title) and x.title == y.title and x.title not in cues("honorific") and same_act(pair.a, pair.b)


def _one_feat(a: Claim, b: Claim) -> bool:
    """Whether both tell of what only one can be or do (新社長に就任, 決勝点)."""
    return any(word in a.text and word in b.text for word in cues("single holder"))


def _both_single_out(pair: Aligned, x: Person, y: Person) -> bool:
    """Whether both single the person out (運転していたのは佐藤さんだった) for the same act."""
    acts = [_singled_out(c, p) for c, p in ((pair.a, x), (pair.b, y))]
    return bool(acts[0] & acts[1])


def _singled_out(claim: Claim, who: Person) -> set[str]:
    """The concepts of what the clause singles a person out for; none when it does not."""
    before = claim.text[: who.start - claim.start]
    if "のは" not in before and "人物は" not in before:
        return set()
    names = who.text
    return {concept(t) for t in claim.terms if t not in names} & {concept(t) for t in claim.terms if t in before}


def _swapped(a: Claim, b: Claim) -> bool:
    ours, theirs = (_fillers(c, "subject") for c in (a, b))
    ours_to, theirs_to = (_fillers(c, "goal") | _fillers(c, "object") for c in (a, b))
    return bool(ours & theirs_to and theirs & ours_to) and not ours & theirs


@remembered
def _fillers(claim: Claim, role: str) -> set[str]:
    """What fills a role: the names inside, or the concept of the head."""
    found: set[str] = set()
    for argument in claim.slots.arguments:
        if argument.role == role and not argument.carried:
            names = {e.canonical for e in claim.slots.entities if argument.covers(e) and e.kind not in ("date", "time")}
            found |= names or {concept(argument.head)}
    return found


@remembered
def _people(claim: Claim) -> list[Person]:
    return [e for e in claim.slots.entities if isinstance(e, Person)]
