"""Where words are quoted: 「…」と, 〜と or 〜よう, and the verb of saying that follows."""

from __future__ import annotations

import re
from collections.abc import Sequence

from jpnews_nlp.claims.actors import can_act
from jpnews_nlp.claims.lexicon import words
from jpnews_nlp.claims.phrases import NOMINAL, Phrase, closing_bracket, figure_start, head_word
from jpnews_nlp.model.parse import Token

# Between と and its verb stand at most a recipient and a place: …と、取材に語った.
REACH = 5
# A shorter quotation (「兄弟」) names something; it is nobody's statement.
SHORTEST_QUOTE = 2
# A quotation of fewer tokens states nothing on its own.
SHORTEST_STATEMENT = 3
# What others say, before the verb that denies it: …との報道を, …という見方を改めて.
OF_OTHERS = re.compile(r"」?と(?:の|いう|する)[^、「」]*を")


def quotation(tokens: Sequence[Token], phrase: Phrase) -> tuple[int, int] | None:
    """The tokens inside 「…」 when the phrase is a quotation of some length."""
    for at in range(phrase.first, phrase.last):
        if tokens[at].surface in ("「", "『", "“"):
            close = closing_bracket(tokens, at, phrase.last)
            if close is None or close - at < SHORTEST_QUOTE:
                return None
            after = tokens[close + 1].surface if close + 1 < phrase.last else ""
            return (at + 1, close) if after in ("と", "に", "、", "。", "", "など", "として", "\n", "　") else None
    return None


def is_quotative(tokens: Sequence[Token], phrases: Sequence[Phrase], first: int, index: int) -> bool:
    """Whether phrase `index` of a segment that begins at `first` is a statement before the quoting と."""
    phrase = phrases[index]
    at = quoting_particle(tokens, phrase)
    if at in (phrase.last, phrase.first):
        return quotes_by_conjunction(tokens, phrases, index)
    before = tokens[at - 1] if tokens[at - 1].surface not in "、，" else tokens[at - 2]
    if phrase.kind == "noun" and tokens[phrase.head].pos[0] in NOMINAL:
        return _is_hearsay_ending(tokens, phrase.last) or _is_stated(tokens, phrases, first, index)
    return before.pos[0] in ("動詞", "助動詞", "形容詞", "助詞") or (before.pos[0] in NOMINAL and phrase.kind != "noun")


def quotes_by_conjunction(tokens: Sequence[Token], phrases: Sequence[Phrase], index: int) -> bool:
    """Whether a と that could also say when (廃止すると) stands right before a verb of saying."""
    phrase = phrases[index]
    if not phrase.is_predicate or phrase.particles[-1:] != ("と",) or index + 1 >= len(phrases):
        return False
    at = index + 1
    while phrase.comma and at + 1 < len(phrases) and phrases[at].particles == ("の",):
        at += 1
    if phrase.comma and {"が", "は"} & set(phrases[at].particles) and at + 1 < len(phrases):
        at += 1  # 調整していると、|複数の|政府関係者が|明らかにした
    word = tokens[phrases[at].head].normalized
    return word != "為る" and word in words("speech")


def _is_stated(tokens: Sequence[Token], phrases: Sequence[Phrase], first: int, index: int) -> bool:
    """Whether a noun before と and a verb of saying is a predicate: 死者は3人と|発表した, 整備不良が原因と|断定した."""
    ahead = phrases[index + 1 : index + 3]
    if len(ahead) > 1 and ahead[0].kind == "noun" and {"が", "は"} & set(ahead[0].particles):
        ahead = ahead[1:]  # 死者は14人と、|州政府が|発表した
    if not ahead:
        return False
    verb = ahead[0]
    figure = figure_start(tokens, phrases[index]) is not None
    lasts = any(t.normalized in ("居る", "おる") for t in tokens[verb.head : verb.last])
    given = figure and lasts and tokens[verb.head].normalized == "為る"  # 死者を5人としている
    if not (given or tokens[verb.head].normalized in words("stating")) or verb.kind not in ("verb", "noun"):
        return False
    marked = [p for p in phrases[first:index] if {"は", "が", "も"} & set(p.particles)]
    if figure and index == first:
        return True  # 47歳と発表していたが、|49歳と|訂正した
    return len(marked) >= (1 if figure else 2) or (figure and phrases[index - 1].particles == ("を",))


def _is_hearsay_ending(tokens: Sequence[Token], at: int) -> bool:
    """Whether という or とされる ends a sentence from token `at` on."""
    words_ahead = tokens[at : at + 3]
    if not words_ahead:
        return False
    said = words_ahead[0].normalized == "言う" and words_ahead[0].conjugation.startswith("終止形")
    held = words_ahead[0].normalized == "為る" and any(t.normalized in ("れる", "られる") for t in words_ahead[1:])
    return said or held


def quoting_particle(tokens: Sequence[Token], phrase: Phrase) -> int:
    """The index of the quoting と or よう of the phrase; one past the phrase when there is none."""
    if "と" not in phrase.particles and "って" not in phrase.particles:
        return phrase.last
    for at in range(phrase.last - 1, phrase.head, -1):
        if tokens[at].surface in ("と", "って") and tokens[at].pos[1] in ("格助詞", "副助詞"):
            return at
    return phrase.last


def content_end(tokens: Sequence[Token], phrase: Phrase) -> int:
    """The index of whatever ends the content: the quoting particle, or the と of 廃止すると."""
    at = quoting_particle(tokens, phrase)
    if at < phrase.last or phrase.particles[-1:] != ("と",):
        return at
    return next(i for i in range(phrase.last - 1, phrase.first - 1, -1) if tokens[i].surface == "と")


def saying_verb(tokens: Sequence[Token], phrases: Sequence[Phrase], index: int, last: int) -> int | None:
    """The verb of saying that follows the quotation, before the segment ends."""
    stated = _states(tokens, phrases[index])
    for at in range(index + 1, min(last, index + 1 + REACH)):
        if _only_weighs(tokens, phrases[at]):
            return None
        verb = _saying_at(tokens, phrases, (index, at), last)
        if verb is None and stated and _shows_feeling(tokens, phrases, index, at):
            verb = at
        if verb is not None:
            return _closing_verb(tokens, phrases, verb, last)
        phrase = phrases[at]
        modifies = phrase.form.startswith("連体形") and not phrase.particles and not phrase.comma
        if phrase.is_predicate and not modifies:
            return None
    return None


def _closing_verb(tokens: Sequence[Token], phrases: Sequence[Phrase], verb: int, last: int) -> int | None:
    """The verb that closes what the verb of saying begins; None when it only modifies a noun that somebody is."""
    follows = phrases[verb + 1] if verb + 1 < last else None
    if follows is None:
        return verb
    word = tokens[follows.head].normalized
    if phrases[verb].particles == ("に",) and word in words("holding back"):
        return verb + 1  # 述べるに|とどめた
    if follows.kind != "noun" or not phrases[verb].form.startswith("連体形"):
        return verb
    saying = tokens[phrases[verb].head].normalized == "言う"
    if saying or tokens[phrases[verb].head].normalized == "為る":
        issued = _issued(tokens, phrases, verb + 1, last)  # とする|コメントを|出した
        if issued is not None:
            return issued
    named = saying and word == "事" and bool(follows.particles)  # 一人っ子であるという|ことを|忘れていた
    return verb if word in words("formal", "matter") and not named else None


def _issued(tokens: Sequence[Token], phrases: Sequence[Phrase], noun: int, last: int) -> int | None:
    """The verb that issues a statement: …とする|コメントを|出した, …とする|談話を|ウェブサイトに|載せた."""
    if tokens[phrases[noun].head].normalized not in words("testimony") or "を" not in phrases[noun].particles:
        return None
    return next((i for i in range(noun + 1, min(last, noun + 3)) if phrases[i].is_predicate), None)


def _states(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """Whether the phrase is a quotation that states something and does not just name."""
    quote = quotation(tokens, phrase)
    if quote is None or quote[1] + 1 >= phrase.last or tokens[quote[1] + 1].surface not in ("と", "など"):
        return False
    inner = tokens[quote[0] : quote[1]]
    return any(t.pos[0] in ("動詞", "形容詞", "助動詞") for t in inner) and len(inner) >= SHORTEST_STATEMENT


def _shows_feeling(tokens: Sequence[Token], phrases: Sequence[Phrase], index: int, at: int) -> bool:
    """Whether the words quoted are said with a gesture or a feeling: 「…」と|目を|潤ませた, 「…」と|胸を張った."""
    verb = phrases[at]
    if verb.kind != "verb" or tokens[verb.head].normalized in words("naming", "weighing", "compound", "rewording"):
        return False
    between = phrases[index + 1 : at]
    marked = [p for p in between if {"が", "は", "も"} & set(p.particles)]
    return all(p.kind != "verb" for p in between) and all(can_act(tokens, p) for p in marked)


def _saying_at(tokens: Sequence[Token], phrases: Sequence[Phrase], reach: tuple[int, int], last: int) -> int | None:
    """The verb of saying at phrase `reach[1]`, or right after it (発表を行う), for the quotation at `reach[0]`."""
    index, at = reach
    phrase, word = phrases[at], tokens[phrases[at].head].normalized
    if word in words("showing") and at > index + 1:
        held = head_word(tokens, phrases[at - 1]) in words("stance")
        if held or quotation(tokens, phrases[index]) is not None:
            return at
    if not _says(tokens, phrases, index, at):
        return None
    if phrase.kind == "copula" and at + 1 < last and tokens[phrases[at + 1].head].normalized == "為る":
        return at + 1  # 明らかに|した
    if phrase.kind == "noun" and at != last - 1:
        carried = "を" in phrase.particles and tokens[phrases[at + 1].head].normalized in words("light")
        return at + 1 if carried else None
    return at


def _says(tokens: Sequence[Token], phrases: Sequence[Phrase], index: int, at: int) -> bool:
    """Whether phrase `at` is a verb of saying or thinking, or of rewording after 「…」に."""
    phrase = phrases[at]
    word = compound_word(tokens, phrase)
    if word == "為る" and phrase.particles[-1:] in (("も",), ("の",)):
        return False  # としても, としての
    if word == "為る" and phrases[index].form.startswith("意志推量形"):
        return False  # 殺害しようとした
    rewords = word in words("rewording") and "に" in phrases[index].particles
    says = rewords or word in words("speech", "thinking", "knowing", "mistaken")
    predicate = phrase.kind in ("verb", "noun", "copula")
    return says and predicate and not denies_saying(tokens, phrase, phrases[at - 1])


def is_denied(tokens: Sequence[Token], phrases: Sequence[Phrase], index: int, verb: int) -> bool:
    """Whether the content is said not to be so: …との報道を否定した, …という見方を打ち消した, …と勘違いした."""
    word = tokens[phrases[verb].head].normalized
    told = "".join(t.surface for t in tokens[content_end(tokens, phrases[index]) : phrases[verb].first])
    return word in words("mistaken") or (word in words("dispelling") and OF_OTHERS.match(told) is not None)


def compound_word(tokens: Sequence[Token], phrase: Phrase) -> str:
    """The word of a verb, with the noun written to it where the verb alone says nothing (結論|づける)."""
    word = tokens[phrase.head].normalized
    before = tokens[phrase.head - 1] if phrase.head > 0 else None
    if word in ("付ける", "立てる") and before is not None and before.pos[1] == "普通名詞":
        return before.normalized + word
    return word


def denies_saying(tokens: Sequence[Token], phrase: Phrase, before: Phrase) -> bool:
    """とは言えない, とは言い切れない: a doubt of one's own, and nobody's word."""
    if any(t.surface == "ざる" for t in tokens[phrase.head : phrase.last]):
        return True  # といわざるを得ない
    unsaid = any(t.normalized in ("ない", "無い", "難い") for t in tokens[phrase.head : phrase.last])
    able = tokens[phrase.head].normalized in ("言える", "言い切れる", "言う") and "言え" in tokens[phrase.head].surface
    cut = tokens[phrase.head].normalized == "言い切る"
    return unsaid and (able or cut) and before.particles[-2:] in (("と", "は"), ("と", "も"))


def is_passive(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """Whether the verb of the phrase stands in the passive."""
    return any(t.normalized in ("れる", "られる") for t in tokens[phrase.head : phrase.last])


def _only_weighs(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """とみられる, と考えられる: a passive that says how sure it is, and nobody's word."""
    return tokens[phrase.head].normalized in words("weighing") and is_passive(tokens, phrase)
