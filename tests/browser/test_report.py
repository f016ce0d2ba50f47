"""The HTML reports in a real browser: Chromium, without a network."""

from __future__ import annotations

from typing import Any

import pytest
from tests.browser.chromium import MARKS, PAGES
from tests.render.records import GROUPS, comparison

from jpnews_nlp.render.rows import overview

pytestmark = MARKS


@pytest.mark.parametrize("name", sorted(PAGES))
@pytest.mark.parametrize("width", [360, 1280])
def test_page_is_quiet_inert_and_fits_its_width(opened: Any, name: str, width: int) -> None:
    page = opened(name, width=width).page
    for link in page.locator("a.evidence").all():
        link.click()
    assert page.evaluate("window.owned") is None
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_table_shows_every_group_with_its_evidence(opened: Any) -> None:
    report = opened("comparison.html")
    assert report.rows() == [str(n) for n in range(1, len(GROUPS) + 1)]
    shown = report.page.locator("#g1 a.evidence").all_text_contents()
    assert shown == [claim.text for claim in GROUPS[0].claims]
    assert report.page.locator("#g1 .reasons").inner_text().count("4人") == 2


def test_click_on_a_cell_marks_and_shows_the_evidence(opened: Any) -> None:
    page = opened("comparison.html").page
    cell = page.locator("#g1 a.evidence").nth(1)
    cell.click()
    lit = page.locator("mark.lit")
    assert "".join(lit.all_text_contents()) == cell.text_content()
    assert lit.first.evaluate("e => e.closest('article').id") == "a-B"
    assert lit.first.evaluate(
        "e => { const r = e.getBoundingClientRect(); return r.top >= 0 && r.bottom <= innerHeight; }"
    )
    assert page.locator("mark.beside").all_text_contents() == ["死者は4人", "死者は5人となった"]


def test_evidence_inside_evidence_is_marked_on_its_own(opened: Any) -> None:
    page = opened("comparison.html").page
    page.locator("#g6 a.evidence").click()
    assert page.locator("mark.lit").all_text_contents() == ["佐伯真一社長"]
    page.locator("#g2 a.evidence").first.click()
    outer = page.locator("mark.lit:not(mark.lit mark.lit)").all_text_contents()
    assert "".join(outer) == "東海物流の佐伯真一社長は記者会見で「管理に問題はなかった」と述べた"


def test_keyboard_reaches_the_evidence_and_comes_back(opened: Any) -> None:
    page = opened("comparison.html").page
    page.locator("#g3 a.evidence").first.focus()
    page.keyboard.press("Enter")
    assert page.locator("mark.lit").count()
    assert page.locator("#back").is_visible()
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.closest('tr').id") == "g3"
    assert not page.locator("#back").is_visible()


def test_number_beside_the_evidence_leads_to_its_row(opened: Any) -> None:
    page = opened("comparison.html").page
    page.locator("#a-C a.ref.v-update").click()
    assert page.evaluate("document.activeElement.closest('tr').id") == "g3"


def test_filters_hide_rows_and_reset_shows_them(opened: Any) -> None:
    report = opened("comparison.html")
    page, everything = report.page, report.rows()
    page.locator('.tile[data-verdict="conflict"]').click()
    assert report.rows() == ["1", "2"]
    assert page.locator("#shown").inner_text() == "9 件中 2 件を表示"
    page.locator("#slot").select_option("number")
    assert report.rows() == ["1"]
    page.locator("#reset").click()
    assert report.rows() == everything
    page.locator("#article").select_option("C")
    assert report.rows() == ["1", "3", "5", "9"]
    page.locator("#search").fill("5人 死者")
    assert report.rows() == ["1"]
    page.locator("#search").fill("どこにもない語")
    assert report.rows() == []
    assert page.locator("#none").is_visible()


def test_person_filter_shows_the_rows_that_name_the_person(opened: Any) -> None:
    report = opened("comparison.html")
    names = report.page.locator("#person option").all_text_contents()
    assert names[0] == "すべて"
    report.page.locator("#person").select_option(label=names[1])
    shown = report.rows()
    assert shown
    assert report.page.locator("#reset").is_visible()
    everything = comparison_rows_naming(names[1])
    assert shown == everything
    report.page.locator("#reset").click()
    assert len(report.rows()) == len(GROUPS)


def comparison_rows_naming(name: str) -> list[str]:
    return [str(row.number) for row in overview(comparison(), "ja").rows if name in row.people]


def test_summary_counts_what_agrees_differs_and_stands_alone(opened: Any) -> None:
    page = opened("comparison.html").page
    verdicts = [group.verdict for group in GROUPS]
    counts = page.locator("#summary .section-count").all_text_contents()
    assert [int(count) for count in counts] == [
        verdicts.count("conflict") + verdicts.count("update"),
        verdicts.count("agree") + verdicts.count("partial"),
        verdicts.count("single"),
    ]
    assert page.locator("#summary .origins").inner_text().startswith("複数の記事が伝える 5 件")


def test_summary_leads_to_the_row(opened: Any) -> None:
    page = opened("comparison.html").page
    page.locator("#summary .v-conflict a.to-row").first.click()
    assert page.evaluate("document.activeElement.closest('tr').id") == "g1"


def test_summary_leads_to_what_one_article_alone_tells(opened: Any) -> None:
    report = opened("comparison.html")
    report.page.locator('#summary a.pick[data-article="A"][data-verdict="single"]').focus()
    report.page.keyboard.press("Enter")
    alone = [r for r in overview(comparison(), "ja").rows_with("single") if r.filled[0].letter == "A"]
    assert report.rows() == [str(row.number) for row in alone]
    assert report.page.locator("#article").input_value() == "A"
    assert report.page.evaluate("document.activeElement.id") == "article"


def test_figures_of_the_summary_show_the_rows_they_count(opened: Any) -> None:
    report = opened("comparison.html")
    laid_out = overview(comparison(), "ja")
    for letter in "ABC":
        for stance in ("tells", "quotes", "lacks"):
            figure = report.page.locator(f'a.pick[data-article="{letter}"][data-stance="{stance}"]')
            figure.click()
            shared = [row for row in laid_out.rows if len(row.filled) > 1]
            wanted = [str(row.number) for row in shared if letter in row.letters_that(stance)]
            assert report.rows() == wanted
            assert figure.inner_text() == str(len(wanted))
            assert report.page.locator("#stance").input_value() == stance


def test_treatment_filter_alone_shows_what_any_article_leaves_out(opened: Any) -> None:
    report = opened("comparison.html")
    report.page.locator("#stance").select_option("lacks")
    rows = overview(comparison(), "ja").rows
    assert report.rows() == [str(row.number) for row in rows if row.letters_that("lacks")]


def test_omissions_stand_in_a_table_of_their_own_and_lead_to_the_row(opened: Any) -> None:
    page = opened("comparison.html").page
    shown = page.locator("#coverage tbody tr").evaluate_all(
        "rows => rows.map(row => Array.from(row.querySelectorAll('td'), cell => cell.innerText.trim()[0]).join(''))"
    )
    assert shown == ["◐●—", "●—●", "●◐—", "◐◐◐"]
    page.locator("#coverage a.to-row").first.click()
    assert page.evaluate("document.activeElement.closest('tr').id") == "g2"


def test_what_ties_the_articles_is_told_above_the_table(opened: Any) -> None:
    page = opened("comparison.html").page
    told = page.locator(".events").inner_text().split()
    assert told[0] == "同じ出来事とみた理由"
    assert {"北浜市", "ABC", "東海物流", "AB", "続報"} <= set(told)


def test_wide_table_scrolls_in_its_box_with_its_heads_in_view(opened: Any) -> None:
    page = opened("many.html").page
    assert page.evaluate("document.documentElement.scrollHeight - document.body.scrollHeight") <= 0
    box = page.locator(".many")
    box.evaluate("e => e.scrollLeft = 9999")
    left = box.evaluate("e => e.getBoundingClientRect().left")
    assert page.locator("#g1 > th").evaluate("e => e.getBoundingClientRect().left") - left < 2
    assert page.locator(".groups thead th").first.evaluate("e => e.getBoundingClientRect().left") - left < 2


def test_one_event_alone_is_shown_with_its_columns_and_texts(opened: Any) -> None:
    report = opened("many.html")
    page = report.page
    everything = report.rows()
    page.locator('.event a.pick[data-event="A B C"]').click()
    assert page.evaluate("document.activeElement.id") == "event"
    assert page.locator(".groups thead th:visible").count() == 4
    assert page.locator(".coverage thead th:visible").count() == 3
    assert page.locator("article:visible").count() == 3
    assert report.rows() == everything
    assert page.locator(".many").count() == 0
    page.locator("#event").select_option("D")
    assert report.rows() == []
    assert page.locator("#coverage tbody tr:visible").count() == 0
    page.locator("#summary a.to-row").first.click()  # leads there all the same
    assert report.rows() == everything
    assert page.locator(".groups thead th:visible").count() == 10


def test_every_control_shows_the_focus_of_the_keyboard(opened: Any) -> None:
    page = opened("comparison.html").page
    seen = set()
    for _ in range(60):
        page.keyboard.press("Tab")
        name, outlined = page.evaluate(FOCUSED)
        assert outlined, name
        seen.add(name)
    assert {"A", "BUTTON", "SELECT", "INPUT", "SUMMARY"} <= seen


def test_print_shows_every_row_and_no_controls(opened: Any) -> None:
    report = opened("comparison.html")
    report.page.locator('tbody[data-section="single"] .fold').click()
    report.page.emulate_media(media="print")
    assert report.rows() == [str(n) for n in range(1, len(GROUPS) + 1)]
    assert not report.page.locator(".bar").is_visible()


def test_search_folds_width_and_case(opened: Any) -> None:
    report = opened("comparison.html")
    report.page.locator("#search").fill("120人")
    assert report.rows() == ["3"]


def test_section_folds_and_filters_open_it(opened: Any) -> None:
    report = opened("comparison.html")
    report.page.locator('tbody[data-section="single"] .fold').click()
    assert report.rows() == ["1", "2", "3", "4", "5"]
    report.page.locator('.tile[data-verdict="single"]').click()
    assert report.rows() == ["6", "7", "8", "9"]


def test_article_text_is_whole_and_unaltered(opened: Any) -> None:
    page = opened("comparison.html").page
    for letter, article in zip("ABC", comparison().articles, strict=True):
        shown = page.evaluate(
            """id => { const copy = document.getElementById(id).querySelector('.text').cloneNode(true);
               copy.querySelectorAll('.ref').forEach(e => e.remove());
               return Array.from(copy.querySelectorAll('.block'), b => b.textContent).join('\\n'); }""",
            f"a-{letter}",
        )
        assert shown == article.text.rstrip("\n")


def test_mention_of_an_entity_is_lit(opened: Any) -> None:
    page = opened("analysis.html").page
    page.locator("a.mention", has_text="東海物流").click()
    assert page.locator(".text .entity.lit").all_text_contents() == ["東海物流"]


def test_link_to_evidence_works_from_the_address(opened: Any) -> None:
    report = opened("comparison.html")
    report.page.goto(report.address + "#c2")
    assert "".join(report.page.locator("mark.lit").all_text_contents()) == "5人が死亡し"
    report.asked = [report.address]  # the same page once more, with a fragment


FOCUSED = """() => { const e = document.activeElement, s = getComputedStyle(e);
  return [e.tagName, s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2]; }"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_stand_out_from_the_page(opened: Any, scheme: str) -> None:
    page = opened("comparison.html").page
    page.emulate_media(color_scheme=scheme)
    contrasts = page.evaluate(CONTRASTS)
    assert {name: ratio for name, ratio in contrasts.items() if ratio < 4.5} == {}


CONTRASTS = """() => {
  const channels = colour => { const c = document.createElement('canvas').getContext('2d'); c.fillStyle = colour;
    c.fillRect(0, 0, 1, 1); return Array.from(c.getImageData(0, 0, 1, 1).data); };
  const light = colour => { const [r, g, b] = channels(colour).map(v => { v /= 255;
    return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4; }); return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
  const ground = e => { for (; e; e = e.parentElement) { const c = getComputedStyle(e).backgroundColor;
    if (channels(c)[3] === 255) return c; } return 'white'; };
  const ratio = e => { const [a, b] = [light(getComputedStyle(e).color), light(ground(e))];
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05); };
  const of = {};
  for (const s of ['h1', '.point h3', '.point .said', '.said b', '.point .fine', '.pick', '.when', '.fact',
    '.tellers', '.stance', '.mini', '.missing', '.lead', '.shares th', '.coverage th', '.tile:disabled',
    '.dim', '.legend span', '.r-aside', '.help', '.evidence', '.evidence b', '.badge', '.slot', '.pair',
    '.note', 'summary', '.section-help', '.tile', '.ref', '.v-update .badge', '.v-partial .badge',
    '.v-agree .badge', '.r-caption', 'mark.v-conflict', 'mark.v-update', 'mark.v-partial', 'mark.v-agree',
    '.outlet', '.letter', '.number'])
    of[s] = Math.min(...Array.from(document.querySelectorAll(s), ratio));
  return of;
}"""
