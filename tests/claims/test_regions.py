"""On whose word: what is said, who says it, which words say so, and whether it is quoted."""

from __future__ import annotations

import pytest

# body -> (what is said, speaker, cue, direct)
SPEECH = {
    "直接と述べた": ("首相は「辞任する」と述べた。", ("辞任する", "首相", "と述べた", True)),
    "相手のある直接": ("首相は記者団に対し、「責任を感じる」と語った。", ("責任を感じる", "首相", "と語った", True)),
    "直接とコメント": (
        "監督は試合後、「選手を誇りに思う」とコメントした。",
        ("選手を誇りに思う", "監督", "とコメントした", True),
    ),
    "長い話し手": (
        "住民の女性（62）は「怖くて眠れなかった」と振り返った。",
        ("怖くて眠れなかった", "住民の女性", "と振り返った", True),
    ),
    "宣言": ("議長は「可決しました」と宣言した。", ("可決しました", "議長", "と宣言した", True)),
    "によると": ("警察によると、男は容疑を認めている。", ("男は容疑を認めている", "警察", "によると", False)),
    "によれば": ("県警によれば、けが人は4人だった。", ("けが人は4人だった", "県警", "によれば", False)),
    "のまとめでは": (
        "消防のまとめでは、死者は12人に上っている。",
        ("死者は12人に上っている", "消防", "のまとめでは", False),
    ),
    "と主張した": (
        "外務省は、合意は成立していないと主張した。",
        ("合意は成立していない", "外務省", "と主張した", False),
    ),
    "と批判した": ("野党は説明が不十分だと批判した。", ("説明が不十分だ", "野党", "と批判した", False)),
    "と報じた": (
        "毎朝通信は大統領が署名する方針だと報じた。",
        ("大統領が署名する方針だ", "毎朝通信", "と報じた", False),
    ),
    "としている": (
        "気象庁は、津波の心配はないとしている。",
        ("津波の心配はない", "気象庁", "としている", False),
    ),
    "入れ子は内側の話し手": (
        "毎朝新聞によると、防災当局は死者が30人に達したと発表した。",
        ("死者が30人に達した", "防災当局", "と発表した", False),
    ),
    "話し手の省けた伝聞": ("男性は軽傷という。", ("男性は軽傷", None, "という", False)),
    "とされる": ("来月に訪問するとされる。", ("来月に訪問する", None, "とされる", False)),
    "引用を言い切る": (
        "捜査関係者によると、男は「金に困っていた」と話した。",
        ("金に困っていた", "男", "と話した", True),
    ),
}


@pytest.mark.parametrize(("body", "expected"), SPEECH.values(), ids=SPEECH.keys())
def test_speech(clauses, body: str, expected: tuple[str, str | None, str, bool]) -> None:
    said = [c for c in clauses(body) if c.cue]
    assert [(c.text, c.speaker, c.cue, c.direct) for c in said] == [expected]
    assert said[0].certainty in ("reported", "planned")


SEVERAL = {
    "引用の中の二文": (
        "市長は「大変残念だ。原因を調べる」と述べた。",
        [("大変残念だ", "市長"), ("原因を調べる", "市長")],
    ),
    "述べて求めた": (
        "知事は「早急に対応する」と述べ、国に支援を求めた。",
        [("早急に対応する", "知事"), ("国に支援を求めた", "知事")],
    ),
    "二者の主張": (
        "検察側は、責任能力があったと主張した。弁護側は無罪を主張した。",
        [("責任能力があった", "検察側"), ("弁護側は無罪を主張した", "弁護側")],
    ),
    "によるとは文の終わりまで": (
        "警察によると、男は店に侵入し、現金を奪った。",
        [("男は店に侵入し", "警察"), ("現金を奪った", "警察")],
    ),
}


@pytest.mark.parametrize(("body", "expected"), SEVERAL.values(), ids=SEVERAL.keys())
def test_several_statements(clauses, body: str, expected: list[tuple[str, str]]) -> None:
    assert [(c.text, c.speaker) for c in clauses(body)] == expected


OWN_WORD = {
    "名を引用": "政府は「兄弟国家」の支援を続けた。",
    "と呼ばれる": "「夢の橋」と呼ばれる橋が開通した。",
    "作品名": "小説『雪の駅』が賞を受けた。",
    "一緒のと": "首相は大統領と会談した。",
    "条件のと": "雨が降ると、道路が冠水する。",
    "となる": "男性は意識不明の重体となった。",
    "とみられる": "負傷者は増えるとみられる。",
    "自分で言い切る": "会社は謝罪した。",
    "による": "大雨による被害が出た。",
    "会場では": "会場では約3千人が見守った。",
}


@pytest.mark.parametrize("body", OWN_WORD.values(), ids=OWN_WORD.keys())
def test_nobody_speaks(clauses, body: str) -> None:
    assert {c.speaker for c in clauses(body)} == {None}
    assert not any(c.direct for c in clauses(body))


def test_headline_quote_is_the_word_of_the_name_before_it(clauses) -> None:
    (claim,) = (c for c in clauses("　", "官房長官「合意している」") if c.role == "headline")
    assert (claim.speaker, claim.direct, claim.certainty) == ("官房長官", True, "reported")


LABELS = {
    "写真の説明": "写真：閉鎖された橋を見る住民がいる。",
    "箇条の印": "●住民が避難した。",
    "発信地": "【上越】住民が避難した。",
}


@pytest.mark.parametrize("body", LABELS.values(), ids=LABELS.keys())
def test_a_label_is_no_part_of_the_evidence(clauses, body: str) -> None:
    for claim in clauses(body):
        assert not claim.text.startswith(("写真", "●", "【"))
