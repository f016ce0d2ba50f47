from __future__ import annotations

import pytest

from jpnews_nlp.reading.moments import iso_moment, stated_moment

STATED = {
    "2031-04-09": "2031-04-09T00:00:00",
    "2031-4-9": "2031-04-09T00:00:00",
    "20310409": "2031-04-09T00:00:00",
    "2031/04/09 17:05": "2031-04-09T17:05:00",
    "2031-04-09T17:05": "2031-04-09T17:05:00",
    "2031-04-09T17:05:00.123456789+0900": "2031-04-09T17:05:00+09:00",
    "20310409T170500Z": "2031-04-09T17:05:00+00:00",
    "2031-04-09 17:05:00 JST": "2031-04-09T17:05:00+09:00",
    "2031-04-09T17:05:00-04": "2031-04-09T17:05:00-04:00",
    " 2031-04-09T17:05:00+09:00 ": "2031-04-09T17:05:00+09:00",
}
ALSO_IN_TABLES = {
    "2031年4月9日": "2031-04-09T00:00:00+09:00",
    "令和13年4月9日 午後5時5分": "2031-04-09T17:05:00+09:00",
    "Wed, 09 Apr 2031 08:05:00 +0000": "2031-04-09T08:05:00+00:00",
    "2031年4月9日（水）17:05 配信": "2031-04-09T17:05:00+09:00",
}
NONE = [
    "",
    "昨日",
    "4月9日",
    "2031-13-01",
    "2031-04-31",
    "31-04-09",
    "203104",
    "1926937500",
    "9999-99-99T99:99:99",
    "2031-04-09T17:05:00+99:99x",
    "2031年4月9日に会談した。",
]


@pytest.mark.parametrize(("stated", "moment"), STATED.items())
def test_iso_in_all_its_spellings(stated: str, moment: str) -> None:
    for read in (iso_moment, stated_moment):
        found = read(stated)
        assert found is not None
        assert found.isoformat() == moment


@pytest.mark.parametrize(("stated", "moment"), ALSO_IN_TABLES.items())
def test_other_spellings(stated: str, moment: str) -> None:
    assert iso_moment(stated) is None
    found = stated_moment(stated)
    assert found is not None
    assert found.isoformat() == moment


@pytest.mark.parametrize("stated", NONE)
def test_what_is_no_date(stated: str) -> None:
    assert iso_moment(stated) is None
    assert stated_moment(stated) is None
