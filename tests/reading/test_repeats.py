from __future__ import annotations

import pytest

from jpnews_nlp.model.article import Article
from jpnews_nlp.reading.blocks import divide

LEAD = "三国の首脳は7日、サンゴ島で会談し、漁業の協定の改定に向けて話し合いを続けることで一致した。"
REPEATED = {
    "同じ": LEAD,
    "全角と半角": LEAD.replace("7", "７"),
    "句読点": LEAD.replace("、", "，"),
    "発信地つき": f"【サンゴ島】{LEAD}",
    "クレジットつき": LEAD.removesuffix("。") + "（共同）。",
    "途中まで": LEAD[:30] + "…",
}
TWO_THINGS = {
    "数が違う": LEAD.replace("7日", "8日"),
    "否定": LEAD.replace("一致した", "一致しなかった"),
    "主語が違う": LEAD.replace("三国", "五国"),
    "続きがある": LEAD.removesuffix("。") + "が、署名は来月に見送り、補償の額を巡っては二国の間でなお開きが残った。",
}


@pytest.mark.parametrize("line", REPEATED.values(), ids=REPEATED.keys())
def test_a_repeated_paragraph_counts_once(line: str) -> None:
    article = divide(Article(id="a", title="首脳が会談", body=f"{LEAD}\n\n署名は見送られた。\n\n{line}"))
    assert [block.role for block in article.blocks] == ["headline", "body", "body", "furniture"]


@pytest.mark.parametrize("line", TWO_THINGS.values(), ids=TWO_THINGS.keys())
def test_a_paragraph_that_says_something_else_stays(line: str) -> None:
    article = divide(Article(id="a", title="首脳が会談", body=f"{LEAD}\n\n署名は見送られた。\n\n{line}"))
    assert [block.role for block in article.blocks] == ["headline", "body", "body", "body"]


def test_of_a_line_cut_short_the_whole_stays() -> None:
    article = divide(Article(id="a", title="首脳が会談", body=f"{LEAD[:25]}\n\n{LEAD}\n\n署名は見送られた。"))
    assert [block.role for block in article.blocks] == ["headline", "furniture", "body", "body"]
