from __future__ import annotations

import pytest

from jpnews_nlp.reading.asides import ADDRESS, CHAT, aside_sentences

NEWS = ["首相は15日、辞任した。", "後任は未定だ。", "議会は16日に開かれる。"]

ASIDES = [
    "この記事では、会談の背景を紹介します。",
    "それでは、会談の流れを見ていきましょう。",
    "💡 次の会談の場所を解説。",
    "最後までお読みいただきありがとうございました。",
    "いかがでしたか？",
    "皆さんは、この結果をどう思いますか？",
    "それでは、また次回。",
    "島の人たちも驚いたでしょうね。",
    "なんだか複雑だよね。",
    "うーん、思ったより話が大きいです。",
    "個人的には、協定の中身が気になりました。",
    "首脳の表情がとても興味深いです。",
    "漁の現場を思うと考えさせられます。",
    "次の会談にも注目です。",
    "ちょっと現実的だなと思いました。",
    "島の名前にも意味がありますし。",
]

NEWS_NOT_ASIDES = [
    "首相は「残念ですね」と述べた。",
    "「うーん、困りましたね。個人的には反対です。」と漁師は話した。",
    "個人的には親しい関係にあるとされる。",
    "津波の心配はないということです。",
    "再開は早くても来週になる見通しです。",
    "市民からは驚きの声が上がっています。",
    "この記事は10日に削除された。",
    "皆さんの安全を守ると市長は約束した。",
    "協定への期待は大きい。",
    "両国は対立が深まっているようです。",
    "首相は辞任すると思われます。",
]


@pytest.mark.parametrize("sentence", ASIDES)
def test_the_author_speaks(sentence: str) -> None:
    assert aside_sentences([*NEWS, sentence, *NEWS]) == (False, False, False, True, False, False, False)


@pytest.mark.parametrize("sentence", NEWS_NOT_ASIDES)
def test_must_not_match(sentence: str) -> None:
    assert aside_sentences([*NEWS, sentence, *NEWS]) == (False,) * 7


def test_a_murmur_is_an_aside_only_next_to_chat() -> None:
    murmur = "混乱が続いているようです。"
    assert aside_sentences([NEWS[0], murmur, *NEWS]) == (False,) * 5
    assert aside_sentences([*NEWS, "驚きましたね。", murmur, *NEWS])[3:5] == (True, True)


def test_every_row_is_exercised() -> None:
    rows = (*ADDRESS, *CHAT)
    assert {
        row.name for row in rows if any(row.pattern.search(sentence.replace("？", "?")) for sentence in ASIDES)
    } == {row.name for row in rows}
