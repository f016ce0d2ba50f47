"""Sentences that are one speaker's word as a whole, or told by the sentence after them."""

from __future__ import annotations

import pytest

# body -> (what is said, speaker, cue) of every claim with a cue
FRAMED = {
    "いくつもの節": (
        "央都新聞は、同氏が昨年倒れ、その後は入退院を繰り返していたと報じている。",
        [
            ("同氏が昨年倒れ", "央都新聞", "と報じている"),
            ("その後は入退院を繰り返していた", "央都新聞", "と報じている"),
        ],
    ),
    "中に別の話し手": (
        "夕刊本郷は、候補者が開票作業に不正があったと主張し、敗北を認めていないと報じた。",
        [("開票作業に不正があった", "候補者", "と主張し"), ("敗北を認めていない", "夕刊本郷", "と報じた")],
    ),
    "次の文が出どころを言う": (
        "旅客機が滑走路を外れ、23人が病院に運ばれた。運輸省が明らかにした。",
        [
            ("旅客機が滑走路を外れ", "運輸省", "が明らかにした"),
            ("23人が病院に運ばれた", "運輸省", "が明らかにした"),
        ],
    ),
    "とするコメント": (
        "会社側は「これ以上の上積みは難しい」とするコメントを出した。",
        [("これ以上の上積みは難しい", "会社側", "とするコメントを出した")],
    ),
    "という談話を載せた": (
        "楽団は4日、「かけがえのない師を失った」とする談話をウェブサイトに載せた。",
        [("かけがえのない師を失った", "楽団", "とする談話をウェブサイトに載せた")],
    ),
    "伝えたところでは": (
        "列島通信が伝えたところでは、機体は海に落ちた。",
        [("機体は海に落ちた", "列島通信", "が伝えたところでは")],
    ),
    "役所の伝聞": (
        "事務所は、お別れの会を開くことを検討しているということです。",
        [("お別れの会を開くことを検討している", "事務所", "という")],
    ),
    "動きのあとの言葉": (
        "会社は当初の説明を改め、組合の主張が正しかったと認めました。",
        [("組合の主張が正しかった", "会社", "と認めました")],
    ),
}


@pytest.mark.parametrize(("body", "expected"), FRAMED.values(), ids=FRAMED.keys())
def test_framed(clauses, body: str, expected: list[tuple[str, str, str]]) -> None:
    assert [(c.text, c.speaker, c.cue) for c in clauses(body) if c.cue] == expected


OWN = {
    "次の文が別のことを言う": "旅客機が滑走路を外れた。運輸省が計画を発表した。",
    "次の文が分からないと言う": "街は静かだった。首相が関与したかどうかは明らかになっていない。",
    "次の文が明らかにしていない": "船が座礁した。運輸省が明らかにしていない。",
    "人の動き": "運輸省は、機体を調べ、部品を運び出した。",
    "伝聞の主語は話し手でない": "外相は、署名を見送る考えを相手国に伝えたという。",
    "人事を迎えるとする": "元社長を迎えるとする人事が決まった。",
}


@pytest.mark.parametrize("body", OWN.values(), ids=OWN.keys())
def test_nobody_else_speaks(clauses, body: str) -> None:
    assert {c.speaker for c in clauses(body)} == {None}


def test_a_sentence_that_says_more_than_who_told_stays_a_claim(clauses) -> None:
    left, right = "街は静かだった。", "首相が関与したかどうかは明らかになっていない。"
    assert [c.text for c in clauses(left + right)] == [left[:-1], right[:-1]]
