"""What every renderer shows: order, letters, counts, labels, reasons."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime

import pytest
from tests.render.records import ARTICLES, DEAD_A, DEAD_B, GROUPS, TIES, analysis, comparison, link, tie

from jpnews_nlp.model.article import Article
from jpnews_nlp.model.comparison import Comparison
from jpnews_nlp.render import labels
from jpnews_nlp.render.inert import moment, padded, width
from jpnews_nlp.render.labels import STANCES
from jpnews_nlp.render.notebook import analysis_html, comparison_html
from jpnews_nlp.render.page import deciding
from jpnews_nlp.render.rows import letter, overview
from jpnews_nlp.render.tables import CLAIM_COLUMNS, analysis_frame, claims_frame, comparison_frame, coverage_frame
from jpnews_nlp.render.text import analysis_text, comparison_text


def test_differences_come_first_whatever_the_order_given() -> None:
    shuffled = replace(comparison(), groups=tuple(reversed(GROUPS)))
    verdicts = [row.group.verdict for row in overview(shuffled, "ja").rows]
    assert verdicts == ["conflict", "conflict", "update", "partial", "agree", *["single"] * 4]


def test_counts_are_those_of_the_groups() -> None:
    found = overview(comparison(), "ja")
    assert found.counts == {"conflict": 2, "update": 1, "partial": 1, "agree": 1, "single": 4}
    assert found.alone == {"A": 2, "B": 1, "C": 1}
    assert (found.shared, found.one_origin) == (5, 1)
    assert [event.letters for event in found.events] == [("A", "B", "C")]


def test_summary_tells_agreements_by_how_many_tell_them_and_differences_by_gravity() -> None:
    found = overview(comparison(), "ja")
    assert [row.group.verdict for row in found.differences] == ["conflict", "conflict", "update"]
    assert sorted(row.group.verdict for row in found.agreements) == ["agree", "partial"]
    spread = [len(row.filled) for row in found.agreements]
    assert spread == sorted(spread, reverse=True)
    assert found.told_by_all == tuple(row for row in found.agreements if len(row.filled) == 3)


def test_what_ties_an_event_is_told_with_those_who_share_it_most_shared_first() -> None:
    (event,) = overview(comparison(), "ja").events
    assert [(fact.words, "".join(fact.letters)) for fact in event.shared] == [
        ("北浜市", "ABC"),
        ("2031-04-03", "ABC"),
        ("東海物流", "AB"),
        ("北浜市港町", "AC"),
    ]
    assert event.later == (("A", "C"),)


def test_look_alikes_are_told_apart_with_the_reason_in_either_language() -> None:
    a, b, c = ARTICLES
    apart = tie(a, c, "北浜市", together=False, rule="event_day", left="3日", right="10日")
    two = replace(comparison(), events=((a.id, b.id), (c.id,)), ties=(TIES[0], apart))
    japanese, english = (overview(two, lang) for lang in ("ja", "en"))
    assert [(p.left_letter, p.right_letter, p.text) for p in japanese.apart] == [
        ("A", "C", "同じ種類の出来事だが日が異なる（3日／10日）")
    ]
    assert english.apart[0].text == "the same kind of happening on another day (3日 / 10日)"
    assert [event.letters for event in japanese.events] == [("A", "B"), ("C",)]
    assert "別の出来事: A C" in comparison_text(two)
    # What an article on another event does not tell is nothing it leaves out.
    fire = next(row for row in japanese.rows if row.group.verdict == "update")
    assert [cell.stance for cell in fire.cells] == ["tells", "lacks", "tells"]
    burnt = next(row for row in japanese.rows if row.group.verdict == "partial")
    assert [cell.stance for cell in burnt.cells] == ["tells", "quotes", None]


def test_omissions_are_told_and_what_fewest_leave_out_comes_first() -> None:
    found = overview(comparison(), "ja")
    stances = {row.number: "".join(STANCES.get(str(cell.stance), " ") for cell in row.cells) for row in found.rows}
    assert stances == {
        1: "◐◐◐",
        2: "◐●—",
        3: "●—●",
        4: "●◐—",
        5: "●●●",
        6: "●——",
        7: "●——",
        8: "—●—",
        9: "——●",
    }
    assert [row.number for row in found.patchy] == [2, 3, 4, 1]
    assert [found.share(letter) for letter in "ABC"] == [
        {"tells": 3, "quotes": 2, "lacks": 0},
        {"tells": 2, "quotes": 2, "lacks": 1},
        {"tells": 2, "quotes": 1, "lacks": 2},
    ]


def test_claims_as_a_table() -> None:
    frame = claims_frame(analysis())
    assert tuple(frame.columns) == CLAIM_COLUMNS
    assert frame["text"].tolist() == [claim.text for claim in analysis().claims]
    fire, dead = frame.loc[0], frame.loc[1]
    assert (fire["places"], fire["dates"]) == ("北浜市港町", "2031-04-03")
    assert frame["speaker"].isna().tolist() == [claim.speaker is None for claim in analysis().claims]
    assert (dead["quantities"], dead["speaker"], dead["certainty"]) == ("4人", "県警", "reported")


def test_a_cell_of_a_notebook_has_a_table_for_each_event() -> None:
    a, b, c = ARTICLES
    fire = [replace(article, id=f"{article.id}2", outlet=f"{article.outlet}2") for article in ARTICLES]
    twin = {x.id: y.id for x, y in zip(ARTICLES, fire, strict=True)}
    again = [
        replace(
            group,
            claims=tuple(replace(k, id=f"{k.id}2", article=twin[k.article]) for k in group.claims),
            links=tuple(replace(k, a=f"{k.a}2", b=f"{k.b}2") for k in group.links),
        )
        for group in GROUPS
    ]
    events = ((a.id, b.id, c.id), tuple(twin.values()))
    html = comparison_html(Comparison(articles=(*ARTICLES, *fire), events=events, groups=(*GROUPS, *again)))
    assert html.count('<p class="jn-part">出来事') == 2
    heads = [re.findall(r"<th>([A-F]) ", row) for row in re.findall(r"<table><tr>.*?</tr>", html)]
    assert heads == [list("ABC"), list("ABC"), list("DEF"), list("DEF")]
    # A group over both events is lost in neither.
    over = replace(GROUPS[1], claims=(GROUPS[1].claims[0], replace(GROUPS[1].claims[1], article=twin[b.id])))
    html = comparison_html(Comparison(articles=(*ARTICLES, *fire), events=events, groups=(over,)))
    assert all(claim.text in html for claim in over.claims)


def test_omissions_as_a_table() -> None:
    frame = coverage_frame(comparison())
    assert list(frame.columns) == ["group", "verdict", "text", "lacking", "hokuyo", "minato", "toto"]
    assert frame.loc[1].tolist() == [2, "conflict", GROUPS[1].claims[0].text, 1, "quotes", "tells", "lacks"]
    assert frame["lacking"].tolist() == [0, 1, 1, 1, 0, 2, 2, 2, 2]


def test_a_claim_has_its_own_gravest_relation_and_speaker() -> None:
    first, *_, last = overview(comparison(), "ja").rows
    assert [first.relation(claim.id) for claim in first.group.claims] == ["conflict", "conflict", "update"]
    assert [first.speaker(claim.id) for claim in first.group.claims] == ["県警", "市消防局", "市"]
    assert [last.relation(claim.id) for claim in last.group.claims] == [None]
    assert (first.relation("nothing#1"), first.speaker("nothing#1")) == (None, "")


def test_a_reason_beside_whole_clauses_does_not_say_them_again() -> None:
    whole = link(DEAD_A, DEAD_B, "update", "status_moved", slot="status", left=DEAD_A.text, right=DEAD_B.text)
    row = overview(replace(comparison(), groups=(replace(GROUPS[0], links=(whole,)),)), "ja").rows[0]
    assert [(reason.brief, reason.head) for reason in row.reasons] == [("段階が進んだ", "段階が進んだ")]
    number = overview(comparison(), "ja").rows[0].reasons[0]
    assert (number.brief, number.head) == ("数値が異なる（4人／5人）", "数値が異なる")


def test_a_reason_is_given_once() -> None:
    twice = replace(GROUPS[0], links=GROUPS[0].links * 2)
    row = overview(replace(comparison(), groups=(twice,)), "ja").rows[0]
    assert len(row.reasons) == 6
    assert [reason.link.relation for reason in row.differences] == ["conflict", "update"]


def test_one_article_or_strangers_are_told_so() -> None:
    a, b, _ = ARTICLES
    one = Comparison(articles=(a,), events=((a.id,),), groups=GROUPS[5:7])
    assert "比べる相手がありません" in comparison_text(one)
    strangers = Comparison(articles=(a, b), events=((a.id,), (b.id,)), groups=GROUPS[5:8])
    assert "別々の出来事" in comparison_text(strangers)
    assert "different events" in comparison_text(strangers, lang="en")


def test_people_of_a_row_are_those_its_claims_name() -> None:
    found = overview(comparison(), "ja")
    assert found.people == ("佐伯真一",)
    named = [row for row in found.rows if row.people]
    assert all("佐伯" in "".join(claim.text for claim in row.group.claims) for row in named)


def test_a_claim_of_another_row_says_nothing_here() -> None:
    first = overview(comparison(), "ja").rows[0]
    wanted = [claim.display or claim.text for claim in first.group.claims]
    assert [first.said(claim.id) for claim in first.group.claims] == wanted
    assert first.said("nothing#1") == ""


def test_gravest_reason_comes_first() -> None:
    first = overview(comparison(), "ja").rows[0]
    assert [(r.left_letter, r.link.relation, r.right_letter) for r in first.reasons] == [
        ("A", "conflict", "B"),
        ("A", "update", "C"),
        ("B", "agree", "C"),
    ]


@pytest.mark.parametrize(("index", "name"), [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA"), (702, "AAA")])
def test_letters_count_like_a_spreadsheet(index: int, name: str) -> None:
    assert letter(index) == name


def test_english_reason_is_from_the_rule() -> None:
    assert labels.reason(GROUPS[0].links[0], "en") == "the numbers differ (4人 / 5人)"
    assert labels.reason(GROUPS[0].links[0], "ja") == GROUPS[0].links[0].reason


def test_unknown_rule_falls_back_to_the_japanese_reason() -> None:
    odd = link(DEAD_A, DEAD_B, "conflict", "未来の規則", reason="理由")
    assert labels.reason(odd, "en") == "理由"


def test_both_languages_have_the_same_labels_and_fields() -> None:
    japanese, english = labels.labels("ja"), labels.labels("en")
    assert list(japanese) == list(english)
    for key, text in japanese.items():
        assert sorted(re.findall(r"{\w*}", text)) == sorted(re.findall(r"{\w*}", english[key])), key


def test_english_output_has_english_labels_only() -> None:
    japanese = [text for text in labels.labels("ja").values() if "{" not in text and len(text) > 2]
    shown = comparison_text(comparison(), lang="en") + analysis_text(analysis(), lang="en")
    assert [text for text in japanese if text in shown] == []


def test_unknown_language_names_the_known_ones() -> None:
    with pytest.raises(ValueError, match="found lang 'fr'; one of ja, en is needed"):
        comparison_text(comparison(), lang="fr")


def test_comparison_without_claims_says_so() -> None:
    empty = Comparison(articles=ARTICLES[:1], events=(("hokuyo",),), groups=())
    assert "主張は見つかりませんでした。" in comparison_text(empty)
    assert comparison_frame(empty).empty


TIMES = [
    ("日本時間", "2025-08-16T09:30:00+09:00", "2025-08-16 09:30"),
    ("日付だけ", "2025-08-16T00:00:00+09:00", "2025-08-16"),
    ("ほかの時間帯", "2025-08-16T00:00:00+00:00", "2025-08-16 00:00 +0000"),
]


@pytest.mark.parametrize(("name", "iso", "shown"), TIMES, ids=[t[0] for t in TIMES])
def test_publication_time_for_the_eye(name: str, iso: str, shown: str) -> None:
    assert moment(datetime.fromisoformat(iso), "?") == shown


def test_unknown_publication_time() -> None:
    assert moment(None, "日時不明") == "日時不明"


@pytest.mark.parametrize(("text", "columns"), [("abc", 3), ("死者", 4), ("\uff8a\uff8b", 2), ("か\u3099", 2), ("", 0)])
def test_terminal_width(text: str, columns: int) -> None:
    assert width(text) == columns
    assert width(padded(text, 9)) == 9


DECIDING = [
    ("部分", "死者は4人", ["4人"], [("死者は", False), ("4人", True)]),
    ("全体は強調しない", "死者は4人", ["死者は4人"], [("死者は4人", False)]),
    ("見つからない", "死者は4人", ["5人"], [("死者は4人", False)]),
    ("空", "死者は4人", [""], [("死者は4人", False)]),
    ("同じ字の繰り返し", "人人人", ["人"], [("人", True), ("人人", False)]),
]


@pytest.mark.parametrize(("name", "text", "words", "parts"), DECIDING, ids=[d[0] for d in DECIDING])
def test_deciding_words(name: str, text: str, words: list[str], parts: list[tuple[str, bool]]) -> None:
    assert list(deciding(text, words)) == parts


def test_comparison_frame_has_a_row_per_claim() -> None:
    frame = comparison().to_frame()
    assert len(frame) == sum(len(group.claims) for group in GROUPS)
    first = frame.iloc[0]
    assert (first.group, first.verdict, first.outlet, first.text) == (1, "conflict", "北洋新聞", "死者は4人")
    assert ARTICLES[0].text[first.start : first.end] == first.text


def test_analysis_frame_has_a_row_per_entity() -> None:
    frame = analysis_frame(analysis())
    assert list(frame.kind) == [e.kind for e in analysis().entities]
    assert list(frame.columns) == ["article", "kind", "start", "end", "text", "canonical", "value", "source", "score"]


def test_more_articles_than_letters_and_unknown_ids_render() -> None:
    many = tuple(Article(id=f"a{n}", body="火災があった。") for n in range(30))
    shown = comparison_text(Comparison(articles=many, events=(tuple(a.id for a in many),), groups=GROUPS[:1]))
    assert "  AD  " in shown


def test_notebook_marks_every_claim_in_the_text_and_tells_it_on_hover() -> None:
    shown = analysis_html(analysis())
    for number, claim in enumerate(analysis().claims, start=1):
        assert f'title="{number}. {claim.display or claim.text}' in shown
    assert shown.count("jn-first") == len(analysis().claims) + 1  # and once in the style sheet
