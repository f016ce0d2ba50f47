"""Bare attributes two outlets can differ on alone: ages in brackets, titles with names."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter

from jpnews_nlp.claims.predicates import word_with_suffix
from jpnews_nlp.model.claim import AGE, MOMENT, PLACE, ClaimKind
from jpnews_nlp.model.entity import DateExpression, Entity, Person, Place, TimeExpression
from jpnews_nlp.model.parse import Token
from jpnews_nlp.model.quantity import Quantity
from jpnews_nlp.model.span import Span

PEOPLE, LENGTHS = frozenset({"人"}), frozenset({"分", "時間"})
AGE_UNIT = "歳"
CLOSING = "）)"
# What follows a place that says where something happened: ギリシャ北部の山中に, 新潟県上越市で.
WHERE = re.compile(r"[一-龥ァ-ヶー]{0,8}(?:の[一-龥ァ-ヶー]{1,12}){0,2}(?:で|に)(?=、|[^は]|$)")
# Between such a place and the day stands a comma and, at most, whose time it is (現地時間の).
LEAD = 7
# A sentence that only tells how old somebody was: 37歳。 37歳だった。
CHILDS_AGE = re.compile(r"(?:さん|ちゃん|君|くん)?[（(](?:同\d{1,3}(?:歳|つ)?|\d{1,2}つ)[）)]")
# 木村太郎さん42歳, 木村太郎さん、四十二歳; 42歳の is of somebody else.
AGE_AFTER_NAME = re.compile(
    r"(?:さん|ちゃん|君|くん|氏|容疑者|被告)?[、 ]?(?:\d{1,3}|[〇一二三四五六七八九十]{1,3})歳(?![の以未])"
)
# How old somebody was then: 男性＝当時（48）＝, 佐藤一郎さん（当時48）.
DASHED_AGE = re.compile(r"[＝=]当時$")
WHOLE_AGE = re.compile(r"\d+歳(?:だった|でした|没)?(?=[。\n]|$)")
# Honorifics say nothing of an office.
HONORIFICS = frozenset({"氏", "さん", "様", "君", "くん", "ちゃん", "殿", "先生", "女史", "夫妻", "ら", "兄弟", "姉妹"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribute(Span):
    """Evidence for one bare attribute of somebody, with the word that names it."""

    kind: ClaimKind
    predicate: str


def find_attributes(
    text: str, tokens: Sequence[Token], entities: Sequence[Entity], quantities: Sequence[Quantity]
) -> Iterator[Attribute]:
    """The ages and titles in an article; a title once per person, where it first stands."""
    for quantity in quantities:
        if quantity.unit == AGE_UNIT and text[quantity.end : quantity.end + 1] in tuple(CLOSING):
            yield _age(text, tokens, entities, quantity)
        elif (
            quantity.unit == AGE_UNIT
            and (whole := WHOLE_AGE.match(text, quantity.start))
            and (_starts(text, quantity) or _closes_headline(text, whole.end(), quantity.start))
        ):
            yield Attribute(start=quantity.start, end=whole.end(), kind="attribute", predicate=AGE)
    yield from _other_ages(text, entities)
    yield from _moments(text, entities)
    yield from _places(text, entities)
    yield from _counts(tokens, quantities)
    yield from _titles(text, [e for e in entities if isinstance(e, Person)])


def _other_ages(text: str, entities: Sequence[Entity]) -> Iterator[Attribute]:
    """Ages written otherwise than by a number in brackets: 佐藤花ちゃん（同7つ）, 木村太郎さん42歳."""
    for person in entities:
        if isinstance(person, Person) and (
            age := CHILDS_AGE.match(text, person.end) or AGE_AFTER_NAME.match(text, person.end)
        ):
            yield Attribute(start=person.start, end=age.end(), kind="attribute", predicate=AGE)


def _starts(text: str, span: Span) -> bool:
    """Whether a sentence starts with the span."""
    return text[: span.start].rstrip("　 ")[-1:] in ("", "\n", "。", "】")


def _closes_headline(text: str, end: int, start: int) -> bool:
    """Whether an age stands last in a line that does not end as a sentence does (歌手の志摩さん死去、72歳)."""
    return text[end : end + 1] in ("", "\n") and text[:start].endswith(("、", "　", " "))


def _titles(text: str, people: Sequence[Person]) -> Iterator[Attribute]:
    """Each title once per person, where the name is written most fully."""
    fullest: dict[tuple[str, str], Person] = {}
    for person in people:
        if person.title and person.title not in HONORIFICS:
            known = fullest.get((person.canonical, person.title))
            if known is None or len(person.text) > len(known.text):
                fullest[person.canonical, person.title] = person
    yield from (_title(text, person, title) for (_, title), person in fullest.items())


def _counts(tokens: Sequence[Token], quantities: Sequence[Quantity]) -> Iterator[Attribute]:
    """Who is counted, written together with the number (乗客155人), and how long an act took (約50分間会談)."""
    at = 0
    for quantity in quantities:
        while at < len(tokens) and tokens[at].end <= quantity.start:
            at += 1
        first, last = _compound(tokens, at, quantity)
        if quantity.unit in PEOPLE:
            glued = tokens[last - 1].end != quantity.end  # 12|人け|が: no token ends with the figure
            counted = None if glued else _counted(tokens[first:at])
        elif quantity.unit in LENGTHS and first == at and last < len(tokens) and tokens[last].start == quantity.end:
            counted = tokens[last].normalized if tokens[last].pos[2] == "サ変可能" else None
        else:
            continue
        if counted is not None:
            yield Attribute(start=tokens[first].start, end=tokens[last - 1].end, kind="attribute", predicate=counted)


def _counted(nouns: Sequence[Token]) -> str | None:
    """The word for who is counted, from the nouns before the number: 乗客, 登山 + 客, 現職(ら)."""
    held = [t for t in nouns if t.normalized not in ("等", "ら", "達", "約")]
    if not held or held[-1].pos[2] in ("副詞可能", "サ変可能") or held[-1].pos[0] == "接頭辞":
        return None  # 裏山|崩れ|1人死亡
    joined = len(held) > 1 and held[-1].pos[1] != "固有名詞"
    word = word_with_suffix(held, 0, len(held) - 1) if joined else held[-1].normalized
    return word if held[-1].pos[0] == "接尾辞" or held[-1].pos[1] == "普通名詞" else None


def _compound(tokens: Sequence[Token], at: int, quantity: Quantity) -> tuple[int, int]:
    """The tokens of the quantity that begins at token `at`, with the nouns joined to it before; half-open."""
    first = last = at
    while first > 0 and tokens[first - 1].end == tokens[first].start and _joins(tokens[first - 1]):
        first -= 1
    while last < len(tokens) and tokens[last].start < quantity.end:
        last += 1
    return first, last


def _joins(token: Token) -> bool:
    return token.pos[0] in ("名詞", "接尾辞", "接頭辞") or token.surface == "・"


def _moments(text: str, entities: Sequence[Entity]) -> Iterator[Attribute]:
    """A day with a clock time at the head of a sentence: when it happened."""
    for day, clock in itertools.pairwise(entities):
        if not isinstance(day, DateExpression) or not isinstance(clock, TimeExpression):
            continue
        if clock.value is not None and clock.start == day.end and _starts(text, day):
            yield Attribute(start=day.start, end=clock.end, kind="attribute", predicate=MOMENT)


def _places(text: str, entities: Sequence[Entity]) -> Iterator[Attribute]:
    """A place at the head of a sentence, right beside the day and clock time something happened there."""
    for index, place in enumerate(entities):
        if not isinstance(place, Place):
            continue
        told = WHERE.match(text, place.end)
        end = place.end if told is None else told.end()
        after = entities[index + 1 : index + 3]
        day = next((e for e in after if isinstance(e, DateExpression) and e.start - end <= LEAD), None)
        clock = after[-1] if after else None
        if told is not None and day is not None and isinstance(clock, TimeExpression) and _starts(text, place):
            yield Attribute(start=place.start, end=end, kind="attribute", predicate=PLACE)


def _age(text: str, tokens: Sequence[Token], entities: Sequence[Entity], quantity: Quantity) -> Attribute:
    opening = max(text.rfind("（", 0, quantity.start + 1), text.rfind("(", 0, quantity.start + 1))
    end = quantity.end + 1
    dashed = DASHED_AGE.search(text, max(0, opening - 3), opening)
    if dashed is not None:
        end += text.startswith(dashed.group()[0], end)
        opening = dashed.start()
    after = bisect_left(entities, opening, key=attrgetter("start"))
    before = entities[max(0, after - 2) : after]
    named = [e for e in before if isinstance(e, Person) and opening <= e.end + 4]
    start = named[-1].start if named else opening
    # An occupation stands before the name without a particle: 会社員岩永徹さん.
    last = bisect_right(tokens, start, key=attrgetter("end")) - 1
    while last >= 0 and tokens[last].end == start and _joins(tokens[last]):
        start = tokens[last].start
        last -= 1
    return Attribute(start=start, end=end, kind="attribute", predicate=AGE)


def _title(text: str, person: Person, title: str) -> Attribute:
    start, end = person.start, person.end
    if text.startswith(title, end):
        end += len(title)
    elif text.endswith(title, 0, start):
        start -= len(title)
    return Attribute(start=start, end=end, kind="title", predicate=title)
