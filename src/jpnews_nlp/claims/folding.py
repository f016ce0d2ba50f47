"""From the grammatical predicate inwards to the phrase that carries the meaning: 発表を行った says 発表."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from jpnews_nlp.claims.lexicon import words
from jpnews_nlp.claims.phrases import Phrase, counted, figure_start, head_word, is_figure
from jpnews_nlp.model.parse import Token
from jpnews_nlp.model.quick import quick

LIGHT_MARKERS = frozenset({"を", "が", "に", "は"})
STAYING = (("て", "は"), ("て", "も"), ("で", "は"), ("で", "も"))
UNLIKELY = frozenset({"低い", "小さい", "薄い", "乏しい"})


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Fold:
    """The phrases from the grammatical predicate inwards.

    Attributes:
        path: Indices of phrases, the grammatical predicate first, the one that carries the meaning last.
        negations: How many of the steps deny what they lead to (見送る, 断念する, 可能性は低い).
        carried: Whether the last phrase is a noun that a verb carries (発表を行う).
        carrier: That verb's phrase, which has the voice and the tense.
        topic: Whether the last phrase is what a bare figure or light verb is said of (死者は3人, 会談は18日に行われた).
        figure: Whether it is a figure.
        open: Whether the clause only says that something is not known (関与したかどうかは不明).
        cleft: The phrase that a cleft sentence singles out (優勝したのは|青葉高校だった).
    """

    path: tuple[int, ...]
    negations: int = 0
    carried: bool = False
    carrier: int | None = None
    topic: bool = False
    figure: bool = False
    open: bool = False
    cleft: int | None = None


def fold(tokens: Sequence[Token], phrases: Sequence[Phrase], first: int, index: int, temporal: frozenset[int]) -> Fold:
    """The folded predicate of a clause from phrase `first` to its grammatical predicate, phrase `index`.

    Light verbs (発表を行う), formal nouns (解雇することを), stances (辞任しない考えを示す) and weighing verbs
    (増えるとみられる) hand on to what they hold. A bare figure is no meaning of its own: 死者は2人に上る says 死者.
    """
    question = _indirect_question(tokens, phrases, first, index)
    if question is not None:
        inside = fold(tokens, phrases, first, question, temporal)
        return Fold(path=inside.path, carried=inside.carried, carrier=inside.carrier, open=True)
    singled = _cleft(tokens, phrases, first, index)
    if singled is not None:
        inside = fold(tokens, phrases, first, singled, temporal)
        return Fold(path=(index, *inside.path), carried=inside.carried, carrier=inside.carrier, cleft=index)
    path, negations = [index], 0
    carried, carrier = False, None
    while index > first:
        step = _inward(tokens, phrases, first, index, temporal)
        if step is None:
            break
        inner, carries = step
        negations += _denies(tokens, phrases, index, inner)
        carried, carrier = carries, index if carries else carrier
        index = inner
        path.append(index)
    listed = _listed_figure(tokens, phrases, first, index)
    if listed is not None:
        return Fold(path=(index, listed), figure=True, topic=True)
    word = tokens[phrases[index].head].normalized
    figure = is_figure(tokens, phrases[index])
    bare = figure or (word in words("light") and not carried) or word == "無し"
    aged = figure and tokens[phrases[index].head].surface == "歳" and not _counts_something(tokens, phrases[index])
    compound = index > first and phrases[index - 1].kind == "verb" and phrases[index - 1].particles == ("て",)
    topic = _topic(tokens, phrases, first, index, temporal) if bare and not aged and not compound else None
    if topic is not None and (index in temporal or not _counts_something(tokens, phrases[index])):
        held = tokens[phrases[topic].head].normalized in words("formal") and topic > first
        path.append(topic - 1 if held and phrases[topic - 1].is_predicate else topic)
    return Fold(
        path=tuple(path),
        negations=negations,
        carried=carried,
        carrier=carrier,
        topic=topic is not None,
        figure=figure,
    )


def _inward(
    tokens: Sequence[Token], phrases: Sequence[Phrase], first: int, index: int, temporal: frozenset[int]
) -> tuple[int, bool] | None:
    """The phrase one step inwards, and whether it is a noun the verb carries; None when `index` carries a meaning."""
    phrase, before = phrases[index], phrases[index - 1]
    word, held = tokens[phrase.head].normalized, head_word(tokens, before)
    outlook = {word, head_word(tokens, phrase)} & words("outlook") and before.particles == ("の",)
    attempts = word == "為る" and before.form.startswith("意志推量形")  # 殺害しようと|した
    if outlook or attempts or _holds_clause(tokens, phrase, before) or _is_modal(tokens, phrases, index):
        return index - 1, False
    at = _before_adverbs(tokens, phrases, first, index)
    if at is None:
        return None
    before, held = phrases[at], head_word(tokens, phrases[at])
    if word in ("成る", "為る") and before.kind == "noun" and before.particles == ("と",):
        return at, True  # 赤字となる, 処分とする
    if word in words("showing") and before.particles == ("に",) and at > first and phrases[at - 1].particles == ("を",):
        at -= 1  # 意向を|周囲に|伝えた
        before, held = phrases[at], head_word(tokens, phrases[at])
    if before.kind != "noun" or not (LIGHT_MARKERS | {"も"}) & set(before.particles[-1:]):
        return None
    weighs = held in words("outlook") and (word in words("outlook verb") or phrase.kind == "adjective")
    shows = word in words("showing") and held in words("formal", "stance")
    clause = at > first and _holds_clause(tokens, before, phrases[at - 1])
    wraps = word in words("wrapping") and held in words("formal", "stance") and clause
    if shows or wraps or weighs:
        return at, False
    closes = phrase.kind in ("verb", "adjective") or (
        tokens[phrase.head].pos[2] == "サ変可能" and not phrase.particles  # A社、工場閉鎖を検討
    )
    light = closes and at not in temporal and before.particles[-1] != "も" and _is_light(tokens, word, before)
    return (at, True) if light else None


def _holds_clause(tokens: Sequence[Token], phrase: Phrase, before: Phrase) -> bool:
    """Whether a formal noun holds the clause before it: 解雇する|ことを, 増税する|方針を."""
    formal = {tokens[phrase.head].normalized, head_word(tokens, phrase)} & words("formal", "stance")
    attached = before.is_predicate and before.form.startswith(("連体形", "終止形"))
    return bool(formal) and attached and phrase.kind != "verb"


def _is_modal(tokens: Sequence[Token], phrases: Sequence[Phrase], index: int) -> bool:
    """Whether phrase `index` only says how sure, or denies, what the phrase before it says."""
    phrase, before = phrases[index], phrases[index - 1]
    word, held = tokens[phrase.head].normalized, head_word(tokens, before)
    ends = before.particles[-1:]
    modal = word in words("modal") and (
        before.is_predicate or ends == ("に",) or before.particles[-2:] == ("か", "も")  # 原因かも|しれない
    )
    denied = word in ("無い", "有る") and (held in words("modal") or ends == ("しか",) or before.kind == "copula")
    bound = word == "行く" and held == "訳" and "に" in before.particles  # わけには|いかない
    holds = ends == ("と",) or before.particles[-2:] == ("と", "は")
    weighed = holds and word in words("weighing", "saying so")
    shown = word == "為る" and before.kind == "copula" and held in words("showing", "wrapping")  # 明らかに|した
    stays = word == "居る" and before.kind == "verb" and before.particles in STAYING  # 眠っては|いない
    seen = held == "見る" and ends == ("て",) and word in words("inquiry")  # 放火とみて|調べている
    return modal or denied or bound or weighed or shown or stays or seen or _is_judged(tokens, phrase, before)


def _is_judged(tokens: Sequence[Token], phrase: Phrase, before: Phrase) -> bool:
    """Whether the phrase says that what it holds is so, or is not: 結んだことは|嘘だ, 会ったのは|確かだ."""
    if tokens[phrase.head].normalized not in words("true", "untrue"):
        return False
    nominal = head_word(tokens, before) in words("formal") or before.particles[-2:-1] == ("の",)
    return nominal and before.particles[-1:] in (("は",), ("が",), ("も",))


def _before_adverbs(tokens: Sequence[Token], phrases: Sequence[Phrase], first: int, index: int) -> int | None:
    """The nearest phrase before `index` that is no adverb (影響は|ほとんど|ない)."""
    at = index - 1
    while at > first and not phrases[at].comma and _is_adverb(tokens, phrases[at]):
        at -= 1
    return at if at >= first else None


def _is_adverb(tokens: Sequence[Token], phrase: Phrase) -> bool:
    token = tokens[phrase.head]
    return token.pos[0] == "副詞" or (token.pos[2] in ("副詞可能", "副詞") and not phrase.particles)


def _is_light(tokens: Sequence[Token], word: str, before: Phrase) -> bool:
    """Whether the verb carries no content of its own beside the noun before it."""
    noun, marker = tokens[before.head], before.particles[-1]
    when = noun.pos[2] == "副詞可能" and marker == "に"
    if when:
        return False
    if word in words("light") or word == "無い":
        return True
    act = (noun.pos[2] == "サ変可能" and noun.normalized not in words("no act")) or noun.normalized in words("act")
    if marker == "に":
        return act and word in words("light after に")
    return marker in ("を", "が") and act and word in words("light before act", "deciding", "abandoning")


def _denies(tokens: Sequence[Token], phrases: Sequence[Phrase], outer: int, inner: int) -> int:
    """How often the step denies what it leads to: 提出を断念する, 可能性は低い; 否定 and 見送る count by themselves."""
    word = tokens[phrases[outer].head].normalized
    if word in UNLIKELY or word in ("難い", "にくい") or word in words("untrue"):
        return 1
    unfulfilled = word == "筈" and phrases[outer].particles[-1:] in (("が",), ("のに",))
    if unfulfilled and any(t.normalized == "た" for t in tokens[phrases[outer].head : phrases[outer].last]):
        return 1  # 届くはずだったが、
    if word == "失敗" and head_word(tokens, phrases[inner]) in words("formal"):
        return 1  # 抽出することに|失敗した
    cannot = word in words("ruling out") and head_word(tokens, phrases[inner]) in words("outlook")
    return 1 if cannot else 0


def _indirect_question(tokens: Sequence[Token], phrases: Sequence[Phrase], first: int, index: int) -> int | None:
    """The predicate of what is said to be not known: 関与したか|どうかは|明らかに|なっていない, 起きたか|分からない."""
    tail = tokens[phrases[index].head : phrases[index].last]
    denied = any(t.normalized in ("ない", "無い", "ず", "ぬ") for t in tail)
    head = tokens[phrases[index].head]
    prefixed = phrases[index].head > phrases[index].first and tokens[phrases[index].head - 1].surface in ("不", "未")
    unknown = head.normalized in words("unclear")
    known = head.normalized in words("found out") or head.normalized in ("成る", "為る")
    if not (unknown or (known and denied) or (prefixed and head.normalized in ("透明", "明"))):
        return None
    for at in range(index - 1, first - 1, -1):
        if phrases[at].is_predicate and "か" in phrases[at].particles:
            return at
    return None


def _cleft(tokens: Sequence[Token], phrases: Sequence[Phrase], first: int, index: int) -> int | None:
    """The predicate before the noun that a cleft sentence singles out: 優勝したのは|青葉高校だった."""
    single, head = phrases[index], tokens[phrases[index].head]
    empty = head.pos[0] == "形状詞" or head.normalized in words("true", "untrue", "formal")
    if single.kind not in ("copula", "noun") or single.particles not in ((), ("で",)) or empty:
        return None
    for at in range(index - 1, first - 1, -1):
        phrase = phrases[at]
        if phrase.is_predicate and phrase.particles[-2:] == ("の", "は"):
            return at
        if "は" in phrase.particles or (phrase.is_predicate and not phrase.form.startswith("連体形")):
            return None
    return None


def _topic(
    tokens: Sequence[Token], phrases: Sequence[Phrase], first: int, index: int, temporal: frozenset[int]
) -> int | None:
    """The nearest phrase before `index` that a figure or light verb can be said of."""
    for at in range(index - 1, first - 1, -1):
        phrase = phrases[at]
        if at in temporal or (tokens[phrase.head].pos[2] == "副詞可能" and "は" not in phrase.particles):
            continue
        if phrase.kind != "noun" or is_figure(tokens, phrase):
            continue
        listed = not phrase.particles and at == index - 1 and not phrase.comma  # 死者　3人
        if listed or set(phrase.particles) & {"は", "が", "も", "を"}:
            return at
    return None


def _listed_figure(tokens: Sequence[Token], phrases: Sequence[Phrase], first: int, index: int) -> int | None:
    """The figure before the bare place a list gives it for: 震度5強|新潟県長岡市."""
    place = phrases[index]
    named = tokens[place.first].pos[2] == "地名" and place.kind == "noun" and not place.particles
    if not named or index != first + 1 or not is_figure(tokens, phrases[first]) or phrases[first].particles:
        return None
    return first


def _counts_something(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """Whether a figure is written together with what it counts: 死者10人."""
    start = figure_start(tokens, phrase)
    return start is not None and counted(tokens, phrase, start) is not None
