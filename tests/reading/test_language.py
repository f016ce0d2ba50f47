from __future__ import annotations

import pytest

from jpnews_nlp.errors import ArticleError
from jpnews_nlp.reading.language import refuse_foreign

ENGLISH = "The three leaders met on the island on Monday and agreed to go on talking about the fisheries treaty. "
CHINESE = "三国领导人星期一在珊瑚岛举行会谈，同意继续就修改渔业协定进行磋商，但没有签署任何文件。" * 3
KOREAN = "세 나라 정상은 월요일 산호섬에서 회담하고 어업 협정 개정을 위한 논의를 계속하기로 합의했다. " * 3
JAPANESE = "三国の首脳は7日、サンゴ島で会談した。漁業の協定を改める話し合いを続けることで一致した。"

REFUSED = {
    "英語": (ENGLISH * 3, "English"),
    "中国語": (CHINESE, "Chinese"),
    "韓国語": (KOREAN, "Korean"),
    "英語の中の和語": (ENGLISH * 5 + "（すし）", "English"),
}
TAKEN = {
    "日本語": JAPANESE,
    "英語の引用": f"大統領は「{ENGLISH}」と述べた。{JAPANESE}",
    "英語の方が長い": "".join(f"報道官は次のように述べた。\n{ENGLISH}\n" for _ in range(3)),
    "短い英語": "Results: 3-2",
    "震度の一覧": "震度5強　港町　浜市\n震度4　山町　川町\n震度3　里町" + "　森町" * 30 + "\nなど各地で揺れた。",
    "漢字の多い文": "東京地方検察庁特別捜査部は十五日、収賄容疑で前衆議院議員山根太郎容疑者を逮捕した。" * 2,
}


@pytest.mark.parametrize(("text", "language"), REFUSED.values(), ids=REFUSED.keys())
def test_another_language_is_refused(text: str, language: str) -> None:
    with pytest.raises(ArticleError, match=rf"^a\.txt: reads as {language}.* an article in Japanese is needed"):
        refuse_foreign(text, "a.txt")


@pytest.mark.parametrize("text", TAKEN.values(), ids=TAKEN.keys())
def test_japanese_is_taken(text: str) -> None:
    refuse_foreign(text, "a.txt")
