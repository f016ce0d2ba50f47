"""People by rule: a name before its title, a family name with a given name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from jpnews_nlp.entities import names_data as data
from jpnews_nlp.entities.names_candidates import Candidate
from jpnews_nlp.entities.titles import belongs_to_title, title_at, title_ending, title_places
from jpnews_nlp.model.parse import Token

MAX_GIVEN_CHARACTERS = 3
JOINERS = frozenset("・=＝")
_BETWEEN = frozenset("の・、，")
_KATAKANA = re.compile(r"[ァ-ヴー]+")
_KANJI = re.compile(r"[一-龥々ヶ]+")
_WORDY = re.compile(r"[一-龥々ヶぁ-んァ-ヴー]+")
_LATIN = re.compile(r"[A-ZＡ-Ｚ]")
# Words that make a title part of another word: 選手権, 議員会館, 社長室.
# Common nouns that take さん, 君, 氏 without being names.


@lru_cache(maxsize=1 << 15)
def is_katakana(surface: str) -> bool:
    """Whether the word is written in katakana alone."""
    return _KATAKANA.fullmatch(surface) is not None


@lru_cache(maxsize=1 << 15)
def is_kanji(surface: str) -> bool:
    """Whether the word is written in kanji alone."""
    return _KANJI.fullmatch(surface) is not None


def adjoin(left: Token, right: Token) -> bool:
    """Whether nothing stands between two tokens."""
    return left.end == right.start


def people(tokens: Sequence[Token]) -> Iterator[Candidate]:
    """Candidates for people in the tokens of one sentence."""
    yield from _titled(tokens)
    yield from _introduced(tokens)
    yield from _full_names(tokens)


def _titled(tokens: Sequence[Token]) -> Iterator[Candidate]:
    after = 0
    for at in title_places(tokens):
        found = title_at(tokens, at) if at >= after else None
        if found is None:
            continue
        end, title_class = found
        last = _name_end(tokens, at)
        first = _name_start(tokens, last, title_class) if last else 0
        if last and first < last:
            first = _with_stray_kanji(tokens, first)
            yield Candidate(
                start=tokens[first].start,
                end=tokens[last - 1].end,
                kind="person",
                source="title:after",
                title="".join(t.surface for t in tokens[at:end]),
            )
            after = end


def _with_stray_kanji(tokens: Sequence[Token], first: int) -> int:
    """One token further left when a single kanji was cut off the name: 歌人の + 扇 + 畑 + 忠雄."""
    if first == 0 or not adjoin(tokens[first - 1], tokens[first]) or not is_kanji(tokens[first].surface):
        return first
    stray = tokens[first - 1]
    if len(stray.surface) > 1 or not is_kanji(stray.surface) or stray.pos[0] != "名詞" or stray.pos[1] == "数詞":
        return first
    if belongs_to_title(stray) or stray.surface in data.words("no name") or stray.surface in data.place_suffixes():
        return first
    edge = first == 1 or tokens[first - 2].pos[0] in ("助詞", "補助記号", "助動詞")
    return first - 1 if edge else first


def _name_end(tokens: Sequence[Token], at: int) -> int:
    """The end token of what stands before the title at `at`; 0 when nothing adjoins it.

    A reading in brackets, a country and a prefecture are stepped over: 中島芽衣（めい）君, ベルクマン・ドイツ首相,
    木村太郎高知県知事.
    """
    if adjoin_reading(tokens, at):
        return reading_start(tokens, at)
    if not adjoin(tokens[at - 1], tokens[at]):
        return 0
    if at > 2 and tokens[at - 1].surface in data.countries() and adjoin(tokens[at - 2], tokens[at - 1]):
        before = at - 2 if tokens[at - 2].surface in JOINERS else at - 1
        if tokens[before - 1].pos[2] == "人名" or is_katakana(tokens[before - 1].surface):
            return before
    return at - 1 if at > 2 and _given(tokens[at - 2]) and tokens[at - 1].pos[2] == "地名" else at


def adjoin_reading(tokens: Sequence[Token], at: int) -> bool:
    """Whether a bracketed reading or age ends right before token `at`: 星野杏弥（きょうや）君."""
    return tokens[at - 1].surface in (")", "）") and reading_start(tokens, at) > 0


def reading_start(tokens: Sequence[Token], at: int) -> int:
    """The token that opens the bracket ending before `at`; 0 when it is no reading."""
    for i in range(at - 2, max(at - 12, 0), -1):
        surface = tokens[i].surface
        if surface in ("(", "（"):
            return i if i < at - 2 else 0
        if not re.fullmatch(r"[ぁ-んァ-ヴー・ 　]+", surface):
            return 0
    return 0


def _name_start(tokens: Sequence[Token], last: int, title_class: str) -> int:
    """The first token of the name that ends before token `last`; `last` itself when there is none."""
    end = tokens[last - 1]
    if is_katakana(end.surface) or _LATIN.match(end.surface):
        return _foreign_start(tokens, last, title_class)
    return _japanese_start(tokens, last, title_class)


def _foreign_start(tokens: Sequence[Token], last: int, title_class: str) -> int:
    first = last
    while first > 0:
        token = tokens[first - 1]
        if first < last and not adjoin(token, tokens[first]):
            break
        if (
            is_katakana(token.surface)
            and not (first < last and tokens[first].surface not in JOINERS and token.pos[2] == "地名")
        ) or (token.surface in JOINERS and first < last and first > 1 and _foreign(tokens[first - 2])):
            first -= 1
        elif first < last and token.pos[2:] == ("人名", "姓"):
            return first - 1  # 佐藤ナナさん
        elif (
            first < last
            and re.fullmatch(r"[A-ZＡ-Ｚ]|[.．]", token.surface)
            and tokens[first].surface in (*JOINERS, ".", "．")
        ):
            first -= 1
        else:
            break
    first = _without_places(tokens, first, last)
    if first == last:
        return last
    name = tokens[first:last]
    if len(name) == 1 and not _name_like(name[0], title_class):
        return last
    return first


def _foreign(token: Token) -> bool:
    return is_katakana(token.surface) or bool(_LATIN.fullmatch(token.surface))


def _without_places(tokens: Sequence[Token], first: int, last: int) -> int:
    """Past countries and ・ at the left edge: アメリカ・トランプ大統領."""
    while first < last:
        surface = tokens[first].surface
        if (
            surface in JOINERS
            or surface in data.countries()
            or tokens[first].pos[3] == "国"
            or surface in data.regions()
        ):
            first += 1
        else:
            break
    return first


def _name_like(token: Token, title_class: str) -> bool:
    """Whether one katakana word can be a name before a title of this class."""
    if token.surface in data.organizations() or token.surface in data.titles() or len(token.surface) < 2:
        return False
    if token.pos[2] == "人名":
        return True
    if token.pos[2] == "地名":
        return title_class == "p"
    if title_class == "g":
        return not token.known
    return token.surface not in data.words("no name") and token.surface not in data.leading_titles()


def _japanese_start(tokens: Sequence[Token], last: int, title_class: str) -> int:
    """Family name and given name, or one of them, ending before token `last`."""
    given = 0
    for first in range(last - 1, max(last - 6, -1), -1):
        token = tokens[first]
        if first < last - 1 and not adjoin(token, tokens[first + 1]):
            break
        if given and token.pos[3] == "一般" and is_katakana(token.surface):
            break  # デイビス + 離脱 + 大臣
        if token.pos[2] == "人名" and token.pos[3] in ("姓", "一般"):
            return first
        if not _WORDY.fullmatch(token.surface) or token.pos[0] in ("助詞", "助動詞"):
            break
        if (
            token.pos[2] == "地名"
            and 0 < given <= MAX_GIVEN_CHARACTERS
            and all(_given(t) for t in tokens[first + 1 : last])
        ):
            # 宮崎太郎さん: a family name that is also a place
            return first
        given += len(token.surface)
        if given > MAX_GIVEN_CHARACTERS + 1:
            break
    if tokens[last - 1].pos[2] == "人名":
        return last - 1
    if title_class == "g" and _unlisted_place(tokens[last - 1]) and _stands_alone(tokens, last - 1):
        return last - 1
    return _bare_start(tokens, last) if title_class == "p" else last


def _unlisted_place(token: Token) -> bool:
    """Whether UniDic takes the word for a place that no table has: 宮下 before 騎手 is a person."""
    name = token.surface
    known = name in data.municipalities() or name in data.prefectures() or name in data.regions()
    return token.pos[2] == "地名" and token.pos[3] != "国" and is_kanji(name) and len(name) < 4 and not known


def _bare_start(tokens: Sequence[Token], last: int) -> int:
    """A name the dictionary does not mark as one, before an honorific: a place's, a common noun's, single kanji."""
    token = tokens[last - 1]
    if token.pos[2] == "地名" and token.pos[3] != "国" and token.surface not in data.country_characters():
        return last - 1
    first = last
    while first and (first == last or adjoin(tokens[first - 1], tokens[first])) and _stray_name(tokens[first - 1]):
        first -= 1
    if 1 < last - first <= MAX_GIVEN_CHARACTERS + 1 and _stands_alone(tokens, first):
        return first
    if token.pos[0] == "名詞" and is_kanji(token.surface) and len(token.surface) <= 3 and _may_name(tokens, last - 1):
        return last - 1
    return last


def _stray_name(token: Token) -> bool:
    """Whether the word can be a piece of a name that MeCab cut up: one kanji, no number, no title."""
    surface = token.surface
    return len(surface) == 1 and is_kanji(surface) and token.pos[1] != "数詞" and surface not in data.title_prefixes()


def _stands_alone(tokens: Sequence[Token], first: int) -> bool:
    before = tokens[first - 1] if first else None
    return (
        before is None or not adjoin(before, tokens[first]) or before.pos[0] in ("助詞", "補助記号", "助動詞", "動詞")
    )


def _given(token: Token) -> bool:
    return token.pos[2:] == ("人名", "名")


def _may_name(tokens: Sequence[Token], at: int) -> bool:
    """Whether a common noun may be a family name here: it stands alone before an honorific."""
    token = tokens[at]
    if (
        token.surface in data.words("no name")
        or token.surface in data.titles()
        or token.surface in data.leading_titles()
    ):
        return False
    if token.pos[1] == "数詞":
        return False
    return _stands_alone(tokens, at)


def _introduced(tokens: Sequence[Token]) -> Iterator[Candidate]:
    """A foreign full name after its title: 首相のアリエル・シャロンは."""
    for at, token in enumerate(tokens[1:-2], 1):
        if token.surface not in _BETWEEN or not is_katakana(tokens[at + 1].surface):
            continue
        before = title_ending(tokens, at)
        if before is None:
            continue
        end = at + 2
        while end + 1 < len(tokens) and tokens[end].surface in JOINERS and is_katakana(tokens[end + 1].surface):
            end += 2
        if end > at + 2:
            yield Candidate(
                start=tokens[at + 1].start, end=tokens[end - 1].end, kind="person", source="title:before", title=before
            )


def _full_names(tokens: Sequence[Token]) -> Iterator[Candidate]:
    """A family name with the given name after it: 木村太郎."""
    for at, token in enumerate(tokens):
        if token.pos[3] != "姓":
            continue
        end = at + 1
        while end < len(tokens) and adjoin(tokens[end - 1], tokens[end]) and _given(tokens[end]) and end - at < 3:
            end += 1
        stray = at > 0 and adjoin(tokens[at - 1], token) and _is_stray(tokens[at - 1])
        follows = tokens[end] if end < len(tokens) and adjoin(tokens[end - 1], tokens[end]) else None
        if end > at + 1 and not stray and not (follows and _continues_name(follows)):
            yield Candidate(
                start=token.start,
                end=tokens[end - 1].end,
                kind="person",
                source="structure:family-given",
                score=0.9,
            )


def _is_stray(token: Token) -> bool:
    """Whether the word before a family name may be its cut off beginning: 友 + 森 + 昭一."""
    if not _stray_name(token) or token.pos[0] != "名詞":
        return False
    return not (belongs_to_title(token) or token.surface in data.place_suffixes() or token.surface in data.titles())


def _continues_name(token: Token) -> bool:
    """Whether the word after a name makes the whole something else: 松下幸之助記念館, 山本周五郎賞."""
    return (
        token.surface in data.place_suffixes()
        or (token.surface in data.organization_suffixes() and token.surface not in data.titles())
        or token.surface in ("賞", "杯", "像")
    )
