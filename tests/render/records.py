"""Three invented articles on an invented fire, with claims and groups of every verdict built by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from typing import Any

from jpnews_nlp.comparison.reasons import reason_text
from jpnews_nlp.model.analysis import Analysis
from jpnews_nlp.model.article import Article, Block
from jpnews_nlp.model.claim import Argument, Claim, Slots
from jpnews_nlp.model.comparison import ArticleTie, Comparison, Group, Link
from jpnews_nlp.model.entity import DateExpression, Entity, Organization, Person, Place, TimeExpression
from jpnews_nlp.model.quantity import Quantity

HOKUYO = """\
北洋新聞 > 社会 > 事件・事故
3日午前2時すぎ、北浜市港町の倉庫で火災があった。県警によると、死者は4人。けが人は数十人に上る。
市は近くの住民120人に避難を呼びかけた。
倉庫を所有する東海物流の佐伯真一社長は記者会見で「管理に問題はなかった」と述べた。
【写真】煙を上げる倉庫=3日午前、北浜市港町
関連記事:春の味覚フェア、あすから ▽ 市長選に3氏
"""
MINATO = """\
3日未明、北浜市の倉庫から出火した。市消防局は、5人が死亡し、32人がけがをしたと発表した。
東海物流の佐伯社長は管理の不備を認めた。出火の原因は調査中だという。
シェアする ツイートする ブックマーク
"""
TOTO = """\
3日に北浜市港町で起きた倉庫火災は、4日未明に鎮火した。市によると、死者は5人となった。
住民への避難の呼びかけは4日朝、解除された。
記者のひとこと:現場にはまだ焦げた臭いが残っていました。
"""

FURNITURE = ("北洋新聞 >", "関連記事:", "シェアする")


def article(article_id: str, outlet: str, title: str, published: str, body: str) -> Article:
    """An article with one block per line."""
    plain = Article(id=article_id, outlet=outlet, title=title, body=body, published=datetime.fromisoformat(published))
    blocks, start = [], 0
    for number, line in enumerate(plain.text.split("\n")):
        role = "headline" if number == 0 else "furniture" if line.startswith(FURNITURE) else "body"
        role = "caption" if line.startswith("【写真】") else "aside" if line.startswith("記者の") else role
        if line:
            blocks.append(Block(start=start, end=start + len(line), role=role))
        start += len(line) + 1
    return replace(plain, blocks=tuple(blocks))


ARTICLES = (
    article("hokuyo", "北洋新聞", "北浜市で倉庫火災、4人死亡", "2031-04-03T09:30:00+09:00", HOKUYO),
    article("minato", "みなと通信", "北浜の倉庫火災で5人死亡 消防発表", "2031-04-03T12:10:00+09:00", MINATO),
    article("toto", "東都デイリー", "倉庫火災が鎮火 北浜市", "2031-04-04T00:00:00+09:00", TOTO),
)


def spot(text: str, evidence: str) -> dict[str, Any]:
    """Where the evidence stands in the text, and the evidence; it is looked for in the body, then in the title."""
    newline = text.find("\n")
    start = text.find(evidence, newline)
    start = start if start >= 0 else text.find(evidence)
    assert start >= 0, evidence
    return {"start": start, "end": start + len(evidence), "text": evidence}


def claim(which: Article, number: int, evidence: str, predicate: str, **more: Any) -> Claim:
    """A claim whose evidence is found in the article's text."""
    return Claim(id=f"{which.id}#{number}", article=which.id, **spot(which.text, evidence), predicate=predicate, **more)


def _people(which: Article, evidence: str, value: int, **more: Any) -> Quantity:
    low = Decimal(value)
    return Quantity(**{"low": low, "high": low, "unit": "人", "bound": "exact"} | more | spot(which.text, evidence))


A, B, C = ARTICLES

FIRE_A = claim(
    A,
    1,
    "3日午前2時すぎ、北浜市港町の倉庫で火災があった",
    "ある",
    terms=("倉庫", "火災"),
    slots=Slots(
        entities=(
            DateExpression(**spot(A.text, "3日"), canonical="2031-04-03", value="2031-04-03", source="date.day"),
            TimeExpression(**spot(A.text, "午前2時すぎ"), canonical="02", value="02", source="time.hour"),
            Place(**spot(A.text, "北浜市港町"), canonical="北浜市港町", source="place.chain"),
        )
    ),
)
DEAD_A = claim(
    A,
    2,
    "死者は4人",
    "人",
    certainty="reported",
    speaker="県警",
    cue="によると",
    direct=False,
    kind="attribute",
    slots=Slots(
        arguments=(Argument(role="subject", head="死者", **spot(A.text, "死者")),),
        quantities=(_people(A, "4人", 4),),
    ),
)
HURT_A = claim(
    A,
    3,
    "けが人は数十人に上る",
    "上る",
    slots=Slots(quantities=(_people(A, "数十人", 20, high=Decimal(90), bound="range"),)),
)
CALL_A = claim(A, 4, "市は近くの住民120人に避難を呼びかけた", "呼びかける")
OWNER_A = claim(
    A,
    5,
    "東海物流の佐伯真一社長は記者会見で「管理に問題はなかった」と述べた",
    "ない",
    polarity="negated",
    certainty="reported",
    speaker="佐伯真一社長",
    cue="と述べた",
    direct=True,
)
TITLE_A = claim(A, 6, "佐伯真一社長", "社長", kind="title")
SMOKE_A = claim(A, 7, "煙を上げる倉庫", "上げる", role="caption")
FIRE_B = claim(B, 1, "3日未明、北浜市の倉庫から出火した", "出火")
DEAD_B = claim(
    B,
    2,
    "5人が死亡し",
    "死亡",
    certainty="reported",
    speaker="市消防局",
    cue="と発表した",
    direct=False,
    slots=Slots(quantities=(_people(B, "5人", 5),)),
)
HURT_B = claim(
    B, 3, "32人がけがをした", "けが", certainty="reported", speaker="市消防局", cue="と発表した", direct=False
)
OWNER_B = claim(
    B,
    4,
    "東海物流の佐伯社長は管理の不備を認めた",
    "認める",
    slots=Slots(
        entities=(
            Organization(**spot(B.text, "東海物流"), canonical="東海物流", source="organization.suffix"),
            Person(**spot(B.text, "佐伯"), canonical="佐伯真一", title="社長", source="person.title"),
        )
    ),
)
CAUSE_B = claim(B, 5, "出火の原因は調査中だという", "調査", certainty="reported")
FIRE_C = claim(C, 1, "3日に北浜市港町で起きた倉庫火災", "起きる")
OUT_C = claim(C, 2, "倉庫火災は、4日未明に鎮火した", "鎮火")
DEAD_C = claim(C, 3, "死者は5人となった", "なる", certainty="reported", speaker="市", cue="によると", direct=False)
CALL_C = claim(C, 4, "住民への避難の呼びかけは4日朝、解除された", "解除")


def link(a: Claim, b: Claim, relation: str, rule: str, **more: Any) -> Link:
    """A link with the reason its rule gives and the parts that no test turns on filled in."""
    if "reason" not in more:
        more["reason"] = reason_text(rule, more.get("left", ""), more.get("right", ""))
    return Link(**{"a": a.id, "b": b.id, "relation": relation, "rule": rule, "score": 0.8} | more)


def single(only: Claim) -> Group:
    """A group that one article alone tells."""
    return Group(verdict="single", claims=(only,))


GROUPS = (
    Group(
        verdict="conflict",
        claims=(DEAD_A, DEAD_B, DEAD_C),
        links=(
            link(
                DEAD_A,
                DEAD_B,
                "conflict",
                "number_differs",
                slot="number",
                left="4人",
                right="5人",
                sources_differ=True,
                score=0.93,
            ),
            link(
                DEAD_A,
                DEAD_C,
                "update",
                "number_grew",
                slot="number",
                left="4人",
                right="5人",
                score=0.9,
            ),
            link(DEAD_B, DEAD_C, "agree", "same"),
        ),
        origins=3,
    ),
    Group(
        verdict="conflict",
        claims=(OWNER_A, OWNER_B),
        links=(
            link(
                OWNER_A,
                OWNER_B,
                "conflict",
                "polarity_differs",
                slot="polarity",
                left="問題はなかった",
                right="不備を認めた",
                score=0.71,
            ),
        ),
        origins=2,
    ),
    Group(
        verdict="update",
        claims=(CALL_A, CALL_C),
        links=(
            link(
                CALL_A,
                CALL_C,
                "update",
                "status_moved",
                slot="status",
                left="呼びかけた",
                right="解除された",
            ),
        ),
        origins=2,
    ),
    Group(
        verdict="partial",
        claims=(HURT_A, HURT_B),
        links=(
            link(
                HURT_A,
                HURT_B,
                "partial",
                "number_within",
                slot="number",
                left="数十人",
                right="32人",
            ),
        ),
        origins=2,
    ),
    Group(
        verdict="agree",
        claims=(FIRE_A, FIRE_B, FIRE_C),
        links=(
            link(FIRE_A, FIRE_B, "agree", "same"),
            link(FIRE_A, FIRE_C, "agree", "same"),
            link(FIRE_B, FIRE_C, "agree", "same"),
        ),
        origins=1,
    ),
    single(TITLE_A),
    single(SMOKE_A),
    single(CAUSE_B),
    single(OUT_C),
)


def tie(a: Article, b: Article, *shared: str, **more: Any) -> ArticleTie:
    """Two articles of one event and what they share, unless told otherwise."""
    rule, words = more.pop("rule", "event_shared"), "、".join(shared[:3])
    left, right = more.pop("left", words), more.pop("right", words)
    filled = {"together": True, "reason": reason_text(rule, left, right), "left": left, "right": right} | more
    return ArticleTie(a=a.id, b=b.id, shared=shared, rule=rule, **filled)


TIES = (
    tie(A, B, "北浜市", "東海物流", "2031-04-03"),
    tie(A, C, "北浜市港町", "北浜市", "2031-04-03", later=True),
)


def comparison() -> Comparison:
    """The three articles, lined up by hand."""
    return Comparison(articles=ARTICLES, events=(("hokuyo", "minato", "toto"),), groups=GROUPS, ties=TIES)


def _entities() -> tuple[Entity, ...]:
    text = A.text
    found: list[Entity] = [
        *FIRE_A.slots.entities,
        Organization(**spot(text, "県警"), canonical="県警", source="organization.suffix"),
        Organization(**spot(text, "東海物流"), canonical="東海物流", source="organization.suffix"),
        Person(**spot(text, "佐伯真一"), canonical="佐伯真一", title="社長", source="person.title"),
        Place(start=0, end=3, text="北浜市", canonical="北浜市港町", source="place.city"),
    ]
    return tuple(sorted(found, key=lambda entity: entity.start))


def analysis() -> Analysis:
    """The first article, taken apart by hand."""
    return Analysis(article=A, entities=_entities(), claims=(FIRE_A, DEAD_A, HURT_A, CALL_A, OWNER_A, TITLE_A, SMOKE_A))


HOSTILE = (
    '<script>window.owned=1</script><img src=x onerror="window.owned=1">"\' onmouseover=window.owned=1 '
    "javascript:window.owned=1 {{7*7}} {%raw%} a|b [押す](javascript:alert(1)) `x` *強* _斜_ # 見出し </style></mark>"
    " \u202e逆さ\u2066\x1b[31m赤\x07\x00\x9b5m\u2028次\ud800終"
)
FORMULAS = ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "=1+1")


def hostile_comparison() -> Comparison:
    """Every string a stranger controls is an attack."""
    articles = tuple(
        Article(
            id=f'{HOSTILE}{number}"><b>', outlet=HOSTILE + str(number), title=HOSTILE, body=HOSTILE, url="javascript:1"
        )
        for number in (1, 2)
    )
    claims = tuple(
        Claim(
            id=f"{a.id}#1",
            article=a.id,
            start=0,
            end=len(HOSTILE),
            text=HOSTILE,
            predicate=HOSTILE,
            speaker=HOSTILE,
            cue=HOSTILE,
            role="body",
        )
        for a in articles
    )
    one = link(*claims, "conflict", HOSTILE, reason=HOSTILE, left=HOSTILE[:30], right="<script>", slot="number")
    group = Group(verdict="conflict", claims=claims, links=(one,))
    apart = tie(*articles, HOSTILE, together=False, rule="event_day", left=HOSTILE, right=HOSTILE)
    together = replace(apart, together=True, later=True, rule=HOSTILE)
    events = (tuple(a.id for a in articles),)
    return Comparison(articles=articles, events=events, groups=(group,), ties=(apart, together))


def hostile_analysis() -> Analysis:
    """An analysis of one of the hostile articles."""
    compared = hostile_comparison()
    article = compared.articles[0]
    person = Person(start=0, end=8, text=HOSTILE[:8], canonical=HOSTILE, value=HOSTILE, source=HOSTILE, title=HOSTILE)
    return Analysis(article=article, entities=(person,), claims=compared.groups[0].claims[:1])
