"""What looks like the other claim and is not: an earlier occasion, another area, a mere name, all against one."""

from __future__ import annotations

import re
import unicodedata

from jpnews_nlp.comparison.cues import attributes, cues
from jpnews_nlp.comparison.differences.contrasts import share_characters
from jpnews_nlp.comparison.differences.pair import UNRELATED, Aligned, Judgement, same_act
from jpnews_nlp.comparison.earlier import occasion, of_two_occasions
from jpnews_nlp.comparison.remembered import remembered
from jpnews_nlp.entities.containment import contains
from jpnews_nlp.entities.numerals import whole
from jpnews_nlp.model.claim import Claim
from jpnews_nlp.model.entity import DateExpression, Place, TimeExpression

ANOTHER = re.compile(
    r"(?:別|ほか|他)の(?:会社|男|女|人物|店|車|乗用車|トラック|バス|列車|場所|現場|事件|事故|工場|学校|病院|施設"
    r"|住宅|民家|部屋|路線|便|船|町|市|県|集落|地区|選手|チーム|試合|銀行|大学|自治体|企業|政党|候補)"
)
OPEN_QUESTION = re.compile(
    r"(?:(?:何|なに)[をがにでと](?!も)|どう(?=な[っるり]|し[たて]|する)|なぜ|いつ(?!も|か)|どこ[でにへが])[^、。分わ]*[たるのかうすだ][?？]?$"
)
LABEL = re.compile(r"[^ぁ-ん、。「」]+(?:の[^ぁ-ん、。「」]+)?")
# One of several that are numbered: 第3四半期, 第二案.
NUMBERED = re.compile(r"第([0-9一二三四五六七八九十百]{1,4})(四半期|[一-鿿]{1,2})")
NOTHING = re.compile(r"何も|なにも|何一つ|一切")


def look_alike(pair: Aligned) -> Judgement | None:
    """Whether words say that the two are of two occasions, two authorities, or of all and of one thing."""
    a, b = pair.a, pair.b
    label = a.text != b.text and (_label(a) or _label(b))
    one_alone = of_two_occasions(occasion(a), occasion(b)) or _asks(a) != _asks(b) or _another(a) != _another(b)
    apart = one_alone or _other_area(a, b) or _nothing_at_all(a, b) or _other_attribute(a, b) or _other_number(a, b)
    return UNRELATED if label or apart else None


def _label(claim: Claim) -> bool:
    """Whether the claim only names what the article is about (日米首脳会談) and says nothing of it."""
    slots = claim.slots
    timed = any(isinstance(e, (DateExpression, TimeExpression)) for e in slots.entities)
    counts = any(q.unit not in cues("ordinal unit") for q in slots.quantities)
    bare = claim.kind == "clause" and not timed and not counts
    return bare and LABEL.fullmatch(claim.text) is not None and claim.text.endswith(cues("event name"))


def _another(claim: Claim) -> bool:
    """Whether it is told of another one than the story is about (別の会社のバスが追突した)."""
    return ANOTHER.search(claim.text) is not None


def _asks(claim: Claim) -> bool:
    """Whether the claim asks openly, as a headline or a heading does (アラスカで何を話した)."""
    return claim.polarity == "affirmed" and OPEN_QUESTION.search(claim.text) is not None


def _other_attribute(a: Claim, b: Claim) -> bool:
    """Whether each tells an attribute of something, and not the same (震源地は, 震源の深さは)."""
    ours, theirs = _attributes(a), _attributes(b)
    return bool(ours) and bool(theirs) and ours.isdisjoint(theirs)


def _other_number(a: Claim, b: Claim) -> bool:
    """Whether each is of another one of several that are numbered (第2四半期, 第3四半期)."""
    ours, theirs = _numbered(a), _numbered(b)
    return any(ours[kind].isdisjoint(theirs[kind]) for kind in ours.keys() & theirs.keys())


@remembered
def _numbered(claim: Claim) -> dict[str, set[str]]:
    """The numbers told, by what is numbered."""
    found: dict[str, set[str]] = {}
    for number, kind in NUMBERED.findall(unicodedata.normalize("NFKC", claim.text)):
        found.setdefault(kind, set()).add(str(whole(number)))
    return found


def _attributes(claim: Claim) -> set[int]:
    """The rows of `data/attributes.tsv` that its own subjects end with a word of."""
    subjects = [x.text for x in claim.slots.arguments if x.role in ("subject", "topic") and not x.carried]
    return {n for n, words in enumerate(attributes()) if any(text.endswith(words) for text in subjects)}


def _other_area(a: Claim, b: Claim) -> bool:
    """Whether one is done by the town and the other by the city (日田市は, 町は), or by two countries."""
    ours, theirs = _levels(a), _levels(b)
    if ours and theirs and ours.isdisjoint(theirs):
        return True
    one, other = _areas(a), _areas(b)
    if any(x.canonical in _named(b) for x in one) or any(y.canonical in _named(a) for y in other):
        return False  # 東京が大阪に勝った, 大阪が東京に勝った
    return same_act(a, b) and bool(one and other) and not any(_may_be_one(x, y) for x in one for y in other)


def _named(claim: Claim) -> set[str]:
    return {e.canonical for e in claim.slots.entities if isinstance(e, Place)}


def _areas(claim: Claim) -> list[Place]:
    """The named areas that act in the clause."""
    subjects = [x for x in claim.slots.arguments if x.role in ("subject", "topic") and not x.carried]
    areas = (e for e in claim.slots.entities if isinstance(e, Place))
    return [e for e in areas if any(e.end == x.end and x.covers(e) for x in subjects)]


def _may_be_one(x: Place, y: Place) -> bool:
    if x.canonical == y.canonical or share_characters(x.text, y.text):
        return True
    return contains(x, y) is True or contains(y, x) is True


def _levels(claim: Claim) -> set[str]:
    """The levels of administration that act in the clause: those of its subjects that are areas, named or not."""
    subjects = (x for x in claim.slots.arguments if x.role in ("subject", "topic") and not x.carried)
    acting = [x.text for x in subjects if x.text in cues("level")] + [e.text for e in _areas(claim)]
    return {text[-1] for text in acting if text[-1] in cues("level")}


def _nothing_at_all(a: Claim, b: Claim) -> bool:
    """Whether one denies all (何も決まっていない) and the other one thing it names (時期は決まっていない)."""
    if not (a.polarity == b.polarity == "negated" and same_act(a, b)):
        return False
    every = [NOTHING.search(c.text) is not None for c in (a, b)]
    return every[0] != every[1] and len((b if every[0] else a).terms) > 1
