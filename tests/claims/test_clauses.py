"""Where one assertion ends and the next begins."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from jpnews_nlp import Article, Pipeline

PROSE = {
    "一文一述語": ("首相は15日、辞任した。", ["首相は15日、辞任した"]),
    "連用形の並列": ("市は橋を閉鎖し、県は迂回路を設けた。", ["市は橋を閉鎖し", "県は迂回路を設けた"]),
    "つつ": ("台風は九州を縦断しつつ、勢力を弱めた。", ["台風は九州を縦断しつつ", "勢力を弱めた"]),
    "逆接のが": ("工場は閉めたが、従業員は解雇しなかった。", ["工場は閉めたが", "従業員は解雇しなかった"]),
    "理由のため": ("大雨で川が氾濫したため、鉄道が止まった。", ["大雨で川が氾濫したため", "鉄道が止まった"]),
    "合わせての数": (
        "バスには乗客と運転手合わせて31人が乗っていた。",
        ["バスには乗客と運転手合わせて31人が乗っていた"],
    ),
    "などして": ("登山客14人が石に当たるなどしてけがをした。", ["登山客14人が石に当たるなどしてけがをした"]),
    "て形と読点": ("知事は会見を開いて、計画を発表した。", ["知事は会見を開いて", "計画を発表した"]),
    "を観測し": (
        "この地震で、上越市で震度5強を観測し、3人がけがをした。",
        ["この地震で、上越市で震度5強を観測し", "3人がけがをした"],
    ),
    "消し止められたが": (
        "火は約2時間後に消し止められたが、住宅が全焼した。",
        ["火は約2時間後に消し止められたが", "住宅が全焼した"],
    ),
    "名詞述語": ("震源の深さは約40キロだった。", ["震源の深さは約40キロだった"]),
    "名詞述語が二つ": ("新しい橋は全長1.2キロで、総工費は80億円。", ["新しい橋は全長1.2キロで", "総工費は80億円"]),
    "述語を省いた列挙": (
        "A社の売上高は12.5%増の450億円、純利益は30億円だった。",
        ["A社の売上高は12.5%増の450億円", "純利益は30億円だった"],
    ),
    "サ変名詞止め": (
        "乗用車の2人が死亡、バスの乗客がけがをした。",
        ["乗用車の2人が死亡", "バスの乗客がけがをした"],
    ),
    "し形で切る長い文": (
        "午後2時ごろ、交差点でバスと乗用車が衝突し、運転手がけがをした。",
        ["午後2時ごろ、交差点でバスと乗用車が衝突し", "運転手がけがをした"],
    ),
}


@pytest.mark.parametrize(("body", "expected"), PROSE.values(), ids=PROSE.keys())
def test_sentence_into_clauses(clauses, body: str, expected: list[str]) -> None:
    assert [c.text for c in clauses(body)] == expected


RELATIVE = {
    "長い連体修飾は主張": (
        "隣町で開かれた会議に出席した市長が帰国した。",
        ["隣町で開かれた会議に出席した市長", "隣町で開かれた会議に出席した市長が帰国した"],
    ),
    "倒れた人が亡くなった": (
        "18日に自宅で倒れた作家の山本一郎さんが、病院で亡くなった。",
        ["18日に自宅で倒れた作家の山本一郎さん", "18日に自宅で倒れた作家の山本一郎さんが、病院で亡くなった"],
    ),
    "二重線の後の助詞": (
        "隣町の会議に出席した市長＝無所属＝が帰国した。",
        ["隣町の会議に出席した市長", "隣町の会議に出席した市長＝無所属＝が帰国した"],
    ),
}


@pytest.mark.parametrize(("body", "expected"), RELATIVE.values(), ids=RELATIVE.keys())
def test_relative_clause_stands_inside_its_sentence(clauses, body: str, expected: list[str]) -> None:
    relative, main = clauses(body)
    assert [relative.text, main.text] == expected
    assert (relative.kind, main.kind) == ("relative", "clause")


WHOLE = {
    "短い連体修飾": "倒壊した家屋から女性が救助された。",
    "日付の読点": "市長は15日、会見した。",
    "午後の読点": "15日午後、首相は会見した。",
    "場所の読点": "交差点で、バスが止まった。",
    "について": "知事は計画について説明した。",
    "をめぐって": "両国は関税をめぐって対立している。",
    "に伴い": "台風の接近に伴い、学校が休みになった。",
    "によって": "大雨によって、橋が流された。",
    "ことが目的": "税を下げることを決めた。",
    "なければならない": "対策を取らなければならない。",
    "かもしれない": "雪が降るかもしれない。",
    "ている": "橋は閉鎖されている。",
    "名詞の並列": "停戦、関税、人質の3点を協議した。",
}


@pytest.mark.parametrize("body", WHOLE.values(), ids=WHOLE.keys())
def test_one_assertion_is_not_cut(clauses, body: str) -> None:
    assert [c.text for c in clauses(body)] == [body.rstrip("。")]


HEADLINES = {
    "空白で区切る": ("A社が工場を閉鎖　従業員を解雇", ["A社が工場を閉鎖", "従業員を解雇"]),
    "読点で区切る": ("首相が辞任、後任を選出", ["首相が辞任", "後任を選出"]),
    "体言止め": ("ロシアは領土の約20%を占領", ["ロシアは領土の約20%を占領"]),
    "震度の見出し": ("新潟で震度5強", ["新潟で震度5強"]),
    "再逮捕": ("山田容疑者を再逮捕", ["山田容疑者を再逮捕"]),
    "へで終わる": ("A社がB社を買収へ", ["A社がB社を買収へ"]),
    "動詞で終わる": ("乗客430人が一夜明かす", ["乗客430人が一夜明かす"]),
}


@pytest.mark.parametrize(("title", "expected"), HEADLINES.values(), ids=HEADLINES.keys())
def test_headline(clauses, title: str, expected: list[str]) -> None:
    assert [c.text for c in clauses("　", title) if c.role == "headline"] == expected


NOTHING = {
    "空": "",
    "記号だけ": "……。",
    "見出し語だけ": "社会",
    "住所のない数字だけ": "1234",
    "英字だけ": "See also the annual report.",
}


@pytest.mark.parametrize("body", NOTHING.values(), ids=NOTHING.keys())
def test_no_statement_no_claim(read, body: str) -> None:
    assert read(body) == ()


PIPELINE = Pipeline(engine="mecab")
PIECES = st.sampled_from(
    [*"はがをにで、。「」（）＝・　\n", "首相", "死亡した", "によると", "と述べ", "5人", "15日", "�", "𠮷", "a"]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(PIECES, max_size=30).map("".join))
@example("が「は」")
def test_any_text_gives_spans_that_read_back(body: str) -> None:
    analysis = PIPELINE.analyze(Article(id="a", body=body))
    assert [c.id for c in analysis.claims] == [f"a#{n}" for n in range(len(analysis.claims))]
    for claim in analysis.claims:
        assert claim.text == analysis.article.text[claim.start : claim.end]
        assert claim.text.strip()
