"""People by rule: a name before its title, a family name with a given name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from jpnews_nlp.entities import names_data as data
from jpnews_nlp.entities.names_candidates import Candidate
from jpnews_nlp.model.parse import Token

MAX_TITLE_TOKENS = 5
MAX_GIVEN_CHARACTERS = 3
JOINERS = frozenset("・=＝")
_KATAKANA = re.compile(r"[ァ-ヴー]+")
_KANJI = re.compile(r"[一-龥々ヶ]+")
_WORDY = re.compile(r"[一-龥々ヶぁ-んァ-ヴー]+")
_LATIN = re.compile(r"[A-ZＡ-Ｚ]")
# Common nouns that take さん, 君, 氏 without being names.
_NO_NAME = frozenset(
    "客 患者 お客 皆 みな みんな 奥 嫁 娘 息子 爺 婆 赤 子 源 同 両 各 某 男 女 元 彼 諸 店員 会社員 旦那 神 仏 "
    "社員 会員 住民 農家 業者 母 父 兄 姉 弟 妹 妻 夫 王 姫 殿 女性 男性 少年 少女 児童 生徒 本人 人 名 大家 隣 "
    "大統領 首相 知事 市長 社長 会長 議員 候補 職員 代表 監督 選手 前 現 新 故 実行 主犯 共犯 当時 読者 遺族".split()
)


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


def title_at(tokens: Sequence[Token], at: int) -> tuple[int, str] | None:
    """The end token and the class of the longest title that starts at token `at`, its prefixes included."""
    start = at
    while at < len(tokens) and at - start < 2 and tokens[at].surface in data.title_prefixes() and tokens[at].surface != "同":
        at += 1
    found = None
    text = ""
    for end in range(at, min(at + MAX_TITLE_TOKENS, len(tokens))):
        if end > at and not adjoin(tokens[end - 1], tokens[end]):
            break
        text += tokens[end].surface
        if title_class := data.titles().get(text):
            found = end + 1, title_class
    if found is None and at > start:
        return title_at(tokens, at) if False else None
    return found


def people(tokens: Sequence[Token]) -> Iterator[Candidate]:
    """Candidates for people in the tokens of one sentence."""
    yield from _titled(tokens)
    yield from _full_names(tokens)


def _titled(tokens: Sequence[Token]) -> Iterator[Candidate]:
    at = 1
    while at < len(tokens):
        found = title_at(tokens, at)
        if found is None:
            at += 1
            continue
        end, title_class = found
        if adjoin_reading(tokens, at):
            last = reading_start(tokens, at)
        else:
            last = at if adjoin(tokens[at - 1], tokens[at]) else 0
        first = _name_start(tokens, last, title_class) if last else 0
        if last and first < last:
            yield Candidate(
                start=tokens[first].start,
                end=tokens[last - 1].end,
                kind="person",
                source="title:after",
                title="".join(t.surface for t in tokens[at:end]),
            )
            at = end
        else:
            at += 1


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
        if is_katakana(token.surface) and not (first < last and tokens[first].surface not in JOINERS and token.pos[2] == "地名"):
            first -= 1
        elif token.surface in JOINERS and first < last and first > 1 and _foreign(tokens[first - 2]):
            first -= 1
        elif first < last and token.pos[2:] == ("人名", "姓"):
            return first - 1  # 佐藤ナナさん
        elif first < last and re.fullmatch(r"[A-ZＡ-Ｚ]|[.．]", token.surface) and tokens[first].surface in (*JOINERS, ".", "．"):
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
        if surface in JOINERS or surface in data.countries() or tokens[first].pos[3] == "国" or surface in data.regions():
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
    return token.surface not in _NO_NAME and token.surface not in data.leading_titles()


def _japanese_start(tokens: Sequence[Token], last: int, title_class: str) -> int:
    """Family name and given name, or one of them, ending before token `last`."""
    given = 0
    for first in range(last - 1, max(last - 6, -1), -1):
        token = tokens[first]
        if first < last - 1 and not adjoin(token, tokens[first + 1]):
            break
        if token.pos[2] == "人名" and token.pos[3] in ("姓", "一般"):
            return first
        if not _WORDY.fullmatch(token.surface) or token.pos[0] in ("助詞", "助動詞"):
            break
        if token.pos[2] == "地名" and 0 < given <= MAX_GIVEN_CHARACTERS and all(_given(t) for t in tokens[first + 1 : last]):
            # 宮崎太郎さん: a family name that is also a place
            return first
        given += len(token.surface)
        if given > MAX_GIVEN_CHARACTERS + 1:
            break
    token = tokens[last - 1]
    if token.pos[2] == "人名":
        return last - 1
    if title_class == "p":
        if token.pos[2] == "地名" and token.pos[3] != "国" and token.surface not in data.country_characters():
            return last - 1
        if token.pos[0] == "名詞" and is_kanji(token.surface) and len(token.surface) <= 3 and _may_name(tokens, last - 1):
            return last - 1
    return last


def _given(token: Token) -> bool:
    return token.pos[2:] == ("人名", "名")


def _may_name(tokens: Sequence[Token], at: int) -> bool:
    """Whether a common noun may be a family name here: it stands alone before an honorific."""
    token = tokens[at]
    if token.surface in _NO_NAME or token.surface in data.titles() or token.surface in data.leading_titles():
        return False
    if token.pos[1] == "数詞":
        return False
    before = tokens[at - 1] if at else None
    return before is None or not adjoin(before, token) or before.pos[0] in ("助詞", "補助記号", "助動詞", "動詞")


def _full_names(tokens: Sequence[Token]) -> Iterator[Candidate]:
    """A family name with the given name after it: 木村太郎."""
    at = 0
    while at + 1 < len(tokens):
        end = at + 1
        if tokens[at].pos[2:] == ("人名", "姓"):
            while end < len(tokens) and adjoin(tokens[end - 1], tokens[end]) and _given(tokens[end]) and end - at < 3:
                end += 1
            follows = tokens[end] if end < len(tokens) and adjoin(tokens[end - 1], tokens[end]) else None
            if end > at + 1 and not (follows and _continues_name(follows)):
                yield Candidate(start=tokens[at].start, end=tokens[end - 1].end, kind="person", source="structure:family-given", score=0.9)
        at = end


def _continues_name(token: Token) -> bool:
    """Whether the word after a name makes the whole something else: 松下幸之助記念館, 山本周五郎賞."""
    return (
        token.surface in data.place_suffixes()
        or (token.surface in data.organization_suffixes() and token.surface not in data.titles())
        or token.surface in ("賞", "杯", "像")
    )
