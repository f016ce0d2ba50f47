"""Figures that sources give, with と and する or a verb of stating."""

from __future__ import annotations

import pytest

# body -> (what is said, who says it), for each claim with a cue
GIVEN = {
    "としている": ("県警は死者を5人としている。", [("死者を5人", "県警")]),
    "二つの出典": (
        "搭乗者の数を列島通信は150人、東洋日日新聞は151人としている。",
        [("搭乗者の数を列島通信は150人", "列島通信"), ("151人", "東洋日日新聞")],
    ),
    "がと": (
        "投球数については毎朝新聞が125球、央都新聞が127球としている。",
        [("投球数については毎朝新聞が125球", "毎朝新聞"), ("127球", "央都新聞")],
    ),
    "物の主題は内容": ("気象台は最大瞬間風速は40メートルと発表した。", [("最大瞬間風速は40メートル", "気象台")]),
    "訂正": (
        "県警は年齢を47歳と発表していたが、49歳と訂正した。",
        [("年齢を47歳", "県警"), ("49歳", "県警")],
    ),
    "連体": ("消防は、事故の直後に12人とした搬送者数を16人に改めた。", [("事故の直後に12人とした搬送者数", "消防")]),
}


@pytest.mark.parametrize(("body", "expected"), GIVEN.values(), ids=GIVEN.keys())
def test_figure_and_who_gives_it(clauses, body: str, expected: list[tuple[str, str]]) -> None:
    assert [(c.text, c.speaker) for c in clauses(body) if c.cue] == expected


NOT_GIVEN = {
    "事件の人数": "死者は石川県で5人、富山県で2人に上る。",
    "対象とした": "調査は18歳以上を対象とした。",
    "容疑者として": "県警は事件の容疑者として、男3人を逮捕した。",
    "二つの候補": "岡田氏が5万票、山本氏が3万票を得た。",
    "と合わせ": "死者は隣県の2人と合わせ7人となった。",
}


@pytest.mark.parametrize("body", NOT_GIVEN.values(), ids=NOT_GIVEN.keys())
def test_figure_that_nobody_gives(clauses, body: str) -> None:
    assert {(c.speaker, c.cue) for c in clauses(body)} == {(None, None)}
