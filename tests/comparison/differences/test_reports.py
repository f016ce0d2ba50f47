"""Reports that came in, or did not."""

from __future__ import annotations

import pytest

REPORTS = {
    "報告": ("県内で被害の報告はない。", "県内で被害の報告があった。"),
    "情報": ("けが人の情報はない。", "けが人の情報がある。"),
    "相次ぐ": ("市内で停電の報告は入っていない。", "市内で停電の報告が相次いだ。"),
}


@pytest.mark.parametrize(("none", "some"), REPORTS.values(), ids=REPORTS.keys())
def test_none_so_far_and_some_later_is_an_update(judged, none: str, some: str) -> None:
    assert judged(none, some, later=True).relation == "update"


@pytest.mark.parametrize(("none", "some"), REPORTS.values(), ids=REPORTS.keys())
def test_at_one_time_it_is_no_alarm_and_no_agreement(judged, none: str, some: str) -> None:
    for left, right in ((none, some), (some, none)):
        assert (judged(left, right).relation, judged(left, right).slot) == ("partial", "certainty")


@pytest.mark.parametrize("text", [text for pair in REPORTS.values() for text in pair])
def test_the_same_report_agrees(judged, text: str) -> None:
    assert judged(text, text).relation == "agree"


def test_reports_of_two_things_do_not_contradict(judged) -> None:
    judgement = judged("津波の報告はない。", "停電の報告があった。")
    assert judgement is None or judgement.relation != "conflict"
