"""What a number says beyond its size: a change up or down, what it is compared with, and what is counted."""

from __future__ import annotations

import re

from jpnews_nlp.entities import pattern_tables
from jpnews_nlp.model.quantity import Direction

_CHANGES: dict[str, tuple[Direction, bool]] = {
    word: ("up" if direction == "up" else "down", inside == "yes")
    for word, direction, inside in pattern_tables.rows("quantity_changes")
}
# 高 and 安 are changes of prices, 増 and 減 of anything; no kanji goes on (10人増員, 5円高値).
_CHANGE = re.compile(
    r"(?:の|も|ほど|程度)?(?:大幅な?)?(?P<word>" + pattern_tables.words(tuple(_CHANGES)) + r")"
    r"(?:(?<=[増減高安])(?![一-龠いらりるっえやし])|(?<![増減高安]))"
)
_BASE = re.compile(
    r"(?P<base>(?:前年度?|前月|前週|前日|前回|前期|昨年|一昨年|前四半期|当初|公示前|改選前|震災前|コロナ前)"
    r"(?:の?同期|の?同月|の?同日|の?同時期|の?終値)?(?:比|より|に比べて?|と比べて?|から))(?:で|の|、)?"
    r"(?:約|およそ|ほぼ|[-▲△]|マイナス|プラス)?\Z"
)
_PRICES = frozenset({"円", "ドル", "ユーロ", "ポンド", "元", "ウォン", "%", "ポイント"})
_AFTER_NO = re.compile(r"の(?P<noun>[一-龠ァ-ヶー々]{2,10})")
_BEFORE_TOPIC = re.compile(
    r"(?<![一-龠々ァ-ヶー0-9A-Za-z])(?P<noun>[一-龠々ァ-ヶー]{2,10}?)(?:は|が|も|計|、)?(?:約|およそ|計|合計|少なくとも)?\Z"
)
_NOT_COUNTED = frozenset(row[0] for row in pattern_tables.rows("quantity_not_counted"))
_COUNTERS = frozenset(
    {"人", "件", "棟", "戸", "世帯", "台", "隻", "機", "社", "校", "店", "本", "頭", "羽", "匹", "個", "か所"}
)


def change_after(folded: str, end: int, unit: str) -> tuple[Direction | None, int]:
    """The direction of a change told at once after a number, and where its span ends then.

    Example:
        >>> change_after("2.1%増の", 4, "%"), change_after("3人減った", 2, "人"), change_after("3人増員", 2, "人")
        (('up', 5), ('down', 2), (None, 2))
    """
    found = _CHANGE.match(folded, end)
    if found is None or (found["word"] in ("高", "安") and unit not in _PRICES):
        return None, end
    direction, inside = _CHANGES[found["word"]]
    return direction, found.end() if inside and found.start("word") == end else end


def base_before(folded: str, start: int) -> str | None:
    """What a change is measured against (前年比, 前日より), when that stands before the number."""
    found = _BASE.search(folded, max(0, start - 16), start)
    return found["base"] if found else None


def counted_thing(folded: str, start: int, end: int, unit: str) -> str | None:
    """The noun that is counted: 3人の死者, 死者は3人, 住宅5棟."""
    if unit not in _COUNTERS:
        return None
    after = _AFTER_NO.match(folded, end)
    if after and after["noun"] not in _NOT_COUNTED:
        return after["noun"]
    before = _BEFORE_TOPIC.search(folded, max(0, start - 16), start)
    return before["noun"] if before and before["noun"] not in _NOT_COUNTED else None
