"""Clock times: 午前11時29分頃, 15時, 正午, 16日夜, with their value on the 24-hour clock of the place told of."""

from __future__ import annotations

import re
from collections.abc import Mapping

from jpnews_nlp.entities import pattern_tables
from jpnews_nlp.entities.numerals import fold, whole
from jpnews_nlp.model.entity import TimeExpression

_WORDS = pattern_tables.rows("time_words")
_HALF = {word: meaning for group, word, *rest in _WORDS if group == "half" for meaning in rest}


def _of(group: str) -> str:
    return pattern_tables.words(tuple(row[1] for row in _WORDS if row[0] == group))


MACROS = {
    "HALF": _of("half"),
    "ABOUT": f"(?:{_of('about')})?",
    "PART": _of("part"),
    "NOTPART": f"(?!{_of('not_part')})",
    "KANJI": "[〇一二三四五六七八九十]{1,3}",
    "HOUR": "(?P<h>[01]?[0-9]|2[0-9]|零|二?十[一二三四五六七八九]?|二十|[一二三四五六七八九])",
    "MINUTE": "(?:[0-5]?[0-9]|{KANJI})",
}
PATTERNS = pattern_tables.compile_patterns("time_patterns", MACROS)
_OPENERS = "".join(sorted({row[1][0] for row in _WORDS if row[0] in ("half", "part")}))
# One group for each pattern: the number of the group that matched is that of the pattern.
_ANY = re.compile(
    rf"(?=[0-9〇零一二三四五六七八九十正真数{_OPENERS}])(?:"
    + "|".join("(" + re.sub(r"\(\?P<\w+>", "(?:", p.regex.pattern) + ")" for p in PATTERNS)
    + ")"
)
_FROM = re.compile(r"(?:から|[~ー-])")


def find_times(text: str) -> tuple[TimeExpression, ...]:
    """The clock times of a text, in order.

    The value is `HH:MM`, or `HH` where no minutes are told; both ends for a span (午後5〜6時 is `17/18`); None for a
    part of the day (16日夜) and a lapse (数分後).
    The end of a span of hours takes its half of the day from the start (午後5時から6時).

    Example:
        >>> [(t.text, t.value) for t in find_times("15日午後6時半ごろから７時まで。翌日未明も。")]
        [('午後6時半ごろ', '18:30'), ('７時', '19'), ('未明', None)]
    """
    folded = fold(text)
    times: list[TimeExpression] = []
    half = None
    for match in _ANY.finditer(folded):
        name, groups = _pattern_at(folded, match)
        joined = bool(times) and bool(_FROM.fullmatch(folded, times[-1].end, match.start()))
        # 今夜8時: the date's last character tells the half of the day.
        told = groups.get("half") or folded[max(0, match.start() - 1) : match.start()]
        half = _HALF.get(told, half if joined else None)
        value = _value(name, groups, half)
        span = text[match.start() : match.end()]
        times.append(
            TimeExpression(
                start=match.start(),
                end=match.end(),
                text=span,
                canonical=value or span,
                value=value,
                source=f"time:{name}",
            )
        )
    return tuple(times)


def _pattern_at(folded: str, match: re.Match[str]) -> tuple[str, Mapping[str, str]]:
    for pattern in PATTERNS[(match.lastindex or 1) - 1 :]:
        own = pattern.regex.match(folded, match.start())
        if own and own.end() == match.end():
            return pattern.name, {name: value for name, value in own.groupdict().items() if value is not None}
    return "clock", {}


def _value(name: str, groups: Mapping[str, str], half: str | None) -> str | None:
    if name == "noon":
        return "12"
    if name == "midnight":
        return "00"
    if name == "hours":
        last = _HALF.get(groups.get("half2", ""), half)
        first, second = _clock(groups, "", half), _clock(groups, "2", last)
        return f"{first}/{second}" if first and second and first < second else None
    return _clock(groups, "", half)


def _clock(groups: Mapping[str, str], number: str, half: str | None) -> str | None:
    """The value of one hour with its minutes; `number` is `2` for the end of a span."""
    hour = whole(groups[f"h{number}"]) if f"h{number}" in groups else None
    if hour is None:
        return None
    hour = _on_24_hours(hour, half)
    if f"thirty{number}" in groups:
        return f"{hour:02d}:30"
    minute = whole(groups[f"minute{number}"]) if f"minute{number}" in groups else None
    return f"{hour:02d}:{minute:02d}" if minute is not None else f"{hour:02d}"


def _on_24_hours(hour: int, half: str | None) -> int:
    """25時 is 01 of the next day; 午後12時30分 is written for half past noon, 午前12時 for noon."""
    if half == "pm" and hour < 12:
        return hour + 12
    if half == "noon" and hour < 6:
        return hour + 12
    if half == "night" and 6 <= hour < 12:
        return hour + 12
    return hour - 24 if hour > 24 else hour
