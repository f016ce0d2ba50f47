"""The predicate of a clause: its lemma with light verbs folded, its polarity and voice, and whether it has happened."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from jpnews_nlp.claims.folding import Fold, fold
from jpnews_nlp.claims.lexicon import idioms, opposites, words
from jpnews_nlp.claims.phrases import Phrase, counted, figure_start, head_word
from jpnews_nlp.model.claim import AGE, Polarity, Status
from jpnews_nlp.model.parse import Token
from jpnews_nlp.model.quick import quick

NEGATIVE = frozenset({"ない", "ず", "ぬ", "まい", "ん"})
# ない that negates nothing: なければならない, ざるを得ない, しかない, ほかない, かもしれない, に違いない.
NOT_NEGATIVE = (
    "しかな",
    "ほかな",
    "かもしれ",
    "に違いな",
    "ではないか",
    "んじゃないか",
    "にすぎな",
    "に過ぎな",
    "間違いな",
    "間違いあり",
    "相違な",
    "相違あり",
    "疑いな",
    "否めな",
    "否みがた",
    "かねな",
    "兼ねな",
    "てもおかしくな",
    "でもおかしくな",
)
PASSIVE, CAUSATIVE = frozenset({"れる", "られる"}), frozenset({"せる", "させる"})
WISHES = (
    "べき",
    "てほし",
    "て欲し",
    "でほし",
    "ねばなら",
    "ければなら",
    "てはなら",
    "てもらいた",
    "ざるを得",
    "ざるをえ",
)


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Predicate:
    """What a clause says of its arguments.

    Attributes:
        lemma: The normalized head; for a light verb (行う, する) the noun it carries.
        head: The index of its token.
        fold: How the phrases around it were folded into it.
        polarity: `negated` when an odd number of negations stands over it.
        passive: Whether the subject undergoes the action.
        causative: Whether somebody makes another do it.
        verbal: Whether it is a verb, which can have an object.
        status: Whether it has happened, goes on, is to come, just is so, or is wished for.
    """

    lemma: str
    head: int
    fold: Fold
    polarity: Polarity
    passive: bool
    causative: bool
    verbal: bool
    status: Status


def read_predicate(
    tokens: Sequence[Token],
    phrases: Sequence[Phrase],
    reach: tuple[int, int],
    temporal: frozenset[int] = frozenset(),
) -> Predicate:
    """The predicate in phrase `reach[1]` of a clause that begins at phrase `reach[0]`; `temporal` are times."""
    folded = fold(tokens, phrases, reach[0], reach[1], temporal)
    path = folded.path
    content = phrases[path[-1]]
    voiced = content if folded.carrier is None else phrases[folded.carrier]
    lemma, denied = _lemma(tokens, content)
    lemma = _idiom(tokens, phrases, reach[0], path) or lemma
    counted = path[1:] if _is_idiom(tokens, phrases, path) else path
    negations = folded.negations + denied + sum(_negations(tokens, phrases[i]) for i in counted)
    return Predicate(
        lemma=opposites().get(lemma, lemma),
        head=content.head,
        fold=folded,
        polarity="negated" if (negations + (lemma in opposites())) % 2 else "affirmed",
        passive=_has(tokens, voiced, PASSIVE),
        causative=_has(tokens, voiced, CAUSATIVE),
        verbal=any(phrases[i].kind == "verb" for i in path) or tokens[content.head].pos[2] == "サ変可能",
        status=_status(tokens, phrases, folded, lemma),
    )


def _has(tokens: Sequence[Token], phrase: Phrase, auxiliaries: frozenset[str]) -> bool:
    return any(t.normalized in auxiliaries and t.pos[0] == "助動詞" for t in tokens[phrase.head : phrase.last])


def _is_idiom(tokens: Sequence[Token], phrases: Sequence[Phrase], path: Sequence[int]) -> bool:
    """Whether the ない of the outermost phrase denies nothing: かもしれない, ざるを得ない, にすぎない."""
    outer = phrases[path[0]]
    start = phrases[path[1]].head if len(path) > 1 and path[1] < path[0] else outer.head
    surface = "".join(t.surface for t in tokens[start : outer.last])
    return any(mark in surface for mark in NOT_NEGATIVE)


def _idiom(tokens: Sequence[Token], phrases: Sequence[Phrase], first: int, path: Sequence[int]) -> str | None:
    """What the predicate says together with the noun before it: 命を落とす says 死亡."""
    for at in path:
        if at == first or phrases[at].kind != "verb":
            continue
        noun = head_word(tokens, phrases[at - 1])
        found = idioms().get((noun, tokens[phrases[at].head].normalized))
        if found is not None:
            return found
    return None


def _lemma(tokens: Sequence[Token], phrase: Phrase) -> tuple[str, int]:
    """The normalized head, and 1 when a prefix denies it (不透明); a figure says what it counts, an age is one."""
    start = figure_start(tokens, phrase)
    thing = None if start is None else counted(tokens, phrase, start)
    head = phrase.head if thing is None else thing
    if start is not None and head == phrase.head and tokens[head].surface == "歳":
        return AGE, 0
    if tokens[head].normalized == "無し" and head > phrase.first:  # けが人なし denies けが人
        head -= 1
    if head == phrase.first:
        return tokens[head].normalized, 0
    before, token = tokens[head - 1], tokens[head]
    joined = before.surface + token.surface
    if before.pos[0] == "接頭辞" and before.surface in words("denying prefix") and joined not in opposites():
        return token.normalized, 1
    if before.pos[0] == "接頭辞" and before.surface in words("joined prefix", "denying prefix"):
        return joined, 0
    return word_with_suffix(tokens, phrase.first, head), 0


def word_with_suffix(tokens: Sequence[Token], first: int, head: int) -> str:
    """The word at `head` of a phrase from `first` on, with the one before it where it needs one (支持 + 率)."""
    before, token = tokens[head - 1], tokens[head]
    if token.surface in ("後", "中", "前", "直後") and before.pos[2] == "サ変可能":  # 上陸後, 建設中
        return before.normalized
    if token.pos[0] == "接尾辞" and before.pos[1] == "固有名詞":  # 副社長の田辺健一氏だ
        return "".join(t.surface for t in tokens[first:head])
    if (
        token.pos[0] == "接尾辞" and before.pos[0] == "動詞" and token.pos[1] == "動詞的"
    ):  # なりかねない, 倒産しかねない
        return tokens[head - 2].normalized if before.normalized == "為る" and head - 2 >= first else before.normalized
    if token.pos[0] == "接尾辞" and before.pos[0] == "形容詞":  # 深さ
        return before.surface + token.normalized
    bound = _is_bound(token) and before.pos[0] == "名詞"
    return before.normalized + token.normalized if bound or token.pos[0] == "接尾辞" else token.normalized


def _is_bound(token: Token) -> bool:
    """Whether a noun of one letter needs the one before it to say anything (説明会, 支持率, 被害額)."""
    return len(token.surface) == 1 and token.pos[1] == "普通名詞" and token.surface in words("bound")


def _negations(tokens: Sequence[Token], phrase: Phrase) -> int:
    tail = tokens[phrase.head : phrase.last]
    count = int(tail[0].normalized in words("denying"))
    for token in tail:
        count += token.normalized in NEGATIVE and token.pos[0] == "助動詞"
        count += token.normalized == "無い" and token.pos[0] == "形容詞"
    return count


def _is_past(before: Token, token: Token) -> bool:
    """Whether the token is the past た, or the だ it becomes after some verbs (及んだ) and not the copula."""
    if token.pos[0] != "助動詞":
        return False
    return token.normalized == "た" or (token.normalized == "だ" and before.conjugation.startswith("連用形"))


def _status(tokens: Sequence[Token], phrases: Sequence[Phrase], folded: Fold, lemma: str) -> Status:
    """Whether what is told has happened: by the tense of the outermost phrase that has one."""
    path = folded.path[1:] if folded.cleft is not None else folded.path
    surface = "".join(t.surface for i in sorted(path) for t in tokens[phrases[i].head : phrases[i].last])
    if any(wish in surface for wish in WISHES):
        return "wished"
    if any(_is_outlook(tokens, phrases[i]) for i in path[:-1]):
        return "to_come"
    steps = list(zip(path, (*path[1:], None), strict=True))
    told = [i for i, inner in steps if i == folded.carrier or not _weighs(tokens, phrases, i, inner)]
    outer = phrases[told[0] if told else path[-1]]
    if (folded.topic and folded.figure) or outer.kind in ("copula", "adjective"):
        return "ongoing" if tokens[outer.head].surface == "中" else "state"
    if outer.kind != "noun":
        return _verb_status(tokens, outer)
    word = tokens[outer.head]
    if word.surface in ("後", "直後"):
        return "done"
    act = (word.pos[2] == "サ変可能" and word.normalized not in words("no act")) or lemma in words("act")
    closes = outer is phrases[path[0]] and act
    return "to_come" if closes and "へ" in outer.particles else "done" if closes else "state"


def _is_outlook(tokens: Sequence[Token], phrase: Phrase) -> bool:
    return phrase.kind in ("noun", "copula") and head_word(tokens, phrase) in words("intent")


def _weighs(tokens: Sequence[Token], phrases: Sequence[Phrase], at: int, inner: int | None) -> bool:
    """Whether phrase `at` says how sure or in what way (とみられる, 可能性がある, ため) and has no tense of its own."""
    phrase, word = phrases[at], tokens[phrases[at].head].normalized
    if inner is not None and head_word(tokens, phrases[inner]) in words("outlook"):
        return True
    formal = phrase.kind != "verb" and (word in words("formal") or head_word(tokens, phrase) in words("outlook"))
    return formal or word in words("weighing", "modal", "saying so")


def _verb_status(tokens: Sequence[Token], phrase: Phrase) -> Status:
    tail = tokens[phrase.head : phrase.last]
    if any(_is_past(tokens[at - 1], tokens[at]) for at in range(phrase.head + 1, phrase.last)):
        return "done"
    if any(t.normalized in ("居る", "御座る", "おる", "有る") and t.pos[1] == "非自立可能" for t in tail[1:]):
        return "ongoing"
    if any(t.normalized == "ず" for t in tail) or phrase.form.startswith("連用形"):
        return "done"
    return "state" if tokens[phrase.head].normalized in words("stative") else "to_come"
