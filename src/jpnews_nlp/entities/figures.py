"""Pairs of numbers that are one figure: coordinates (北緯35度40分、東経139度45分) and scores (3-2で勝った)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from jpnews_nlp.entities.numerals import NUMBER, fold, number
from jpnews_nlp.model.span import Span

_PLACES = Decimal("0.000001")
_ANGLE = rf"(?P<degrees>{NUMBER})度(?:(?P<minutes>{NUMBER})分)?(?:(?P<seconds>{NUMBER})秒)?"


def _angle(prefix: str) -> str:
    return _ANGLE.replace("?P<", f"?P<{prefix}_")


_COORDINATES = re.compile(
    rf"(?P<ns>[北南])緯(?:約)?{_angle('lat')}(?:(?:、|,|・| |で|の)?(?P<ew>[東西])経(?:約)?{_angle('lon')})?"
    rf"|(?P<ew2>[東西])経(?:約)?{_angle('lon2')}"
)
_RESULT = r"(?:勝|敗|破|下し|降し|引き分|ドロー|リード|逆転|同点|制し|追い|突き放|可決|否決|圧倒|先勝|先行)"
_SCORE = re.compile(
    rf"(?<![0-9A-Za-z.\-第])(?P<first>[0-9]{{1,3}})(?:-|対|ー)(?P<second>[0-9]{{1,3}})(?=(?:で|の|と|に)[^。\n0-9]{{0,12}}{_RESULT})"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Coordinates(Span):
    """A place on the globe in degrees; north and east are positive. None for the half that is not told."""

    text: str
    latitude: Decimal | None
    longitude: Decimal | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Score(Span):
    """The two sides of a result, in the order written."""

    text: str
    first: int
    second: int


def find_coordinates(text: str) -> tuple[Coordinates, ...]:
    """The coordinates of a text, in order.

    Example:
        >>> [(str(c.latitude), str(c.longitude)) for c in find_coordinates("震源は北緯37度30分、東経137.2度。")]
        [('37.5', '137.2')]
    """
    found = []
    for match in _COORDINATES.finditer(fold(text)):
        latitude = _degrees(match, "lat", match["ns"] == "南") if match["ns"] else None
        half = "lon2" if match["ew2"] else "lon"
        side = match["ew"] or match["ew2"]
        longitude = _degrees(match, half, side == "西") if side else None
        if (latitude is None or abs(latitude) <= 90) and (longitude is None or abs(longitude) <= 180):
            where = {"start": match.start(), "end": match.end()}
            found.append(
                Coordinates(**where, text=text[match.start() : match.end()], latitude=latitude, longitude=longitude)
            )
    return tuple(found)


def find_scores(text: str) -> tuple[Score, ...]:
    """The scores of a text, in order: only where a result follows.

    Example:
        >>> [(s.first, s.second) for s in find_scores("3-2で勝った。1対0の勝利。2-3日後、電話03-1234、1-2番")]
        [(3, 2), (1, 0)]
    """
    return tuple(
        Score(
            start=m.start(),
            end=m.end(),
            text=text[m.start() : m.end()],
            first=int(m["first"]),
            second=int(m["second"]),
        )
        for m in _SCORE.finditer(fold(text))
    )


def _degrees(match: re.Match[str], half: str, negative: bool) -> Decimal | None:
    parts = [number(match[f"{half}_{unit}"] or "〇") for unit in ("degrees", "minutes", "seconds")]
    if None in parts:
        return None
    size = sum(((part or Decimal(0)) / 60**power for power, part in enumerate(parts)), Decimal(0))
    size = size.quantize(_PLACES).normalize() if size != size.to_integral_value() else size
    return -size if negative else size
