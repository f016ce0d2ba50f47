"""Articles of our own, in numbers, and the rows of tables, to compare."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

TOWNS = ("盛岡市", "神戸市", "松山市", "金沢市", "長崎市", "青森市", "宇都宮市", "岡山市")
THINGS = ("倉庫が焼けた", "橋が落ちた", "新しい図書館が開館した", "列車が脱線した", "市長が辞任した")
OUTLETS = ("列島通信", "潮放送", "北陸日報")
TABLES = ("articles", "entities", "claims", "analyses", "outlines", "errors")


def record(number: int) -> dict[str, str]:
    """The article of a number: three outlets tell of each event."""
    event, outlet = divmod(number, len(OUTLETS))
    day = date(2031, 1, 1) + timedelta(days=2 * event)
    town, thing = TOWNS[event % len(TOWNS)], THINGS[event % len(THINGS)]
    body = f"{day.day}日、{town}で{thing}。市によると、{event % 7 + 2 + outlet % 2}人がけがをした。"
    return {
        "id": f"n{number:04}",
        "title": f"{town}で{thing}",
        "body": body,
        "outlet": OUTLETS[outlet],
        "published": day.isoformat(),
    }


def rows(folder: Path, table: str) -> list[dict[str, Any]]:
    """All rows of a table, sorted."""
    found = [row for file in sorted((folder / table).glob("*.parquet")) for row in pq.read_table(file).to_pylist()]
    return sorted(found, key=repr)


def contents(folder: Path) -> dict[str, list[dict[str, Any]]]:
    """All rows of all tables, sorted."""
    return {table: rows(folder, table) for table in TABLES}
