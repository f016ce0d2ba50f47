"""Where a quantity may begin, and the number in it as the digits say: 数十, 20数, 5~6万, 3分の1."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from jpnews_nlp.entities import pattern_tables
from jpnews_nlp.entities.numerals import NUMBER, NUMBER_CHARACTER, number, trailing_zeros
from jpnews_nlp.model.quick import quick

WORDS = {row[0]: row for row in pattern_tables.rows("quantity_words")}
_SCALE = {"十": 1, "百": 2, "千": 3, "万": 4, "億": 8, "兆": 12}

CANDIDATE = re.compile(
    rf"(?=[{NUMBER_CHARACTER}$¥€£\\\\震マM数何▲△倍半過氷UHN-])(?<![{NUMBER_CHARACTER}.,A-Za-z_])(?:"
    rf"(?P<word>{pattern_tables.words(tuple(WORDS))})"
    r"|震度(?P<shindo>[0-7一二三四五六七])(?P<half>強|弱)?(?P<over>以上)?"
    r"|(?:マグニチュード|M)(?:[(、]M\)|\))?[はがを]?(?:はじめ|初め|当初|約|およそ)?[ =]?"
    r"(?P<magnitude>[0-9](?:[.・][0-9])?|[一二三四五六七八九]・[一二三四五六七八九〇])(?![0-9A-Za-z.-])"
    rf"|(?P<whole>{NUMBER})分の(?P<part>{NUMBER})"
    rf"|(?P<some>数|十数|何)(?P<scale>[十百千万億]{{0,3}})"
    rf"|(?P<minus>[-▲△]|マイナス|氷点下)?(?P<currency>(?:US|HK|NT)?\$|[¥\\€£])?(?P<number>{NUMBER})(?P<more>数|余)?(?P<tail>[十百千万億兆]{{0,2}})"
    rf"(?:(?:[~-]|から|、)(?P<to>{NUMBER}))?)"
)


_BEFORE_MINUS = ("", " ", "\n", "(", "[", "「", "、", "。", ":", "=", "比", "は", "が", "の", "で", "に", "約", "率")


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """Low and high as the digits say, where they end, and whether the number itself is loose."""

    low: Decimal
    high: Decimal
    end: int
    loose: bool = False


def some_amount(match: re.Match[str]) -> Amount | None:
    """Several: 数人 is 2 to 9, 数十 20 to 99, 十数 11 to 19, 数百万 two to just under ten million."""
    scale = match["scale"]
    if match["some"] == "何" and not scale:
        return None
    if match["some"] == "十数":
        unit = Decimal(10) ** sum(_SCALE[c] for c in scale)
        return Amount(low=11 * unit, high=19 * unit, end=match.end(), loose=True)
    unit = Decimal(10) ** sum(_SCALE[c] for c in scale)
    return Amount(low=2 * unit, high=10 * unit - 1, end=match.end(), loose=True)


def amount(folded: str, match: re.Match[str]) -> Amount | None:
    """The number written, with its sign, its scale and the end of its range; None when it is no number."""
    low = number(match["number"] + (match["tail"] if not match["more"] else ""))
    if low is None:
        return None
    sign = -1 if match["minus"] and _is_minus(folded, match) else 1
    if match["more"]:
        unit = Decimal(10) ** sum(_SCALE[c] for c in match["tail"] or "")
        step = Decimal(10) ** trailing_zeros(low)
        return Amount(
            low=(low + 1) * unit, high=(low + max(step, Decimal(10)) - 1) * unit, end=match.end("tail"), loose=True
        )
    if not match["to"]:
        return Amount(low=sign * low, high=sign * low, end=match.end("tail"))
    high = number(match["to"])
    if high is None:
        return None
    return Amount(low=_scaled_like(low, high, match), high=high, end=match.end("to"))


def _is_minus(folded: str, match: re.Match[str]) -> bool:
    """A hyphen is a minus where a number begins (前年比-5%), not between words and numbers (1等-1億円)."""
    before = folded[max(0, match.start() - 1) : match.start()]
    return match["minus"] != "-" or before in _BEFORE_MINUS


def _scaled_like(low: Decimal, high: Decimal, match: re.Match[str]) -> Decimal:
    """In 5~6万人 the scale is written once, with the last number; in 8000~1万人 it is of the last alone."""
    scale = re.search(r"[万億兆]\Z", match["to"])
    unit = Decimal(10) ** _SCALE[scale[0]] if scale else Decimal(1)
    own = re.search(r"[万億兆]", match["number"]) is not None
    return low if own or low >= high / unit else low * unit
