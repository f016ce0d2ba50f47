"""How far back the certainty of a predicate reaches: to what goes on to it, and to nothing that stands for itself."""

from __future__ import annotations

import pytest

# body -> (certainty, status) of the first clause and of the last
SHARED = {
    "予定の連鎖": ("首相は訪米し、大統領と会談する予定だ。", ("planned", "to_come"), ("planned", "to_come")),
    "日付のある予定": (
        "首相は来月訪米し、16日に大統領と会談する予定だ。",
        ("planned", "to_come"),
        ("planned", "to_come"),
    ),
    "台風の進路": ("台風は四国に上陸し、東へ進むとみられる。", ("likely", "to_come"), ("likely", "to_come")),
    "今後の見込み": ("今後、台風は北に進み、来週には消える見込みだ。", ("likely", "to_come"), ("likely", "to_come")),
    "逃走の推定": ("男は現金を奪い、車で逃げたとみられる。", ("likely", "done"), ("likely", "done")),
    "方針の連鎖": ("政府は法案を修正し、国会に提出する方針だ。", ("planned", "to_come"), ("planned", "to_come")),
    "可能性の連鎖": ("堤防が決壊し、浸水する恐れがある。", ("possible", "to_come"), ("possible", "to_come")),
    "要望の連鎖": ("国は実態を調べ、対策を講じるべきだ。", ("asserted", "wished"), ("asserted", "wished")),
}
OWN = {
    "別の主語は": ("男性が死亡し、警察は運転手を逮捕する方針だ。", ("asserted", "done"), ("planned", "to_come")),
    "別の主語が": ("バスが横転し、乗客が死亡したもようだ。", ("asserted", "done"), ("likely", "done")),
    "うち": (
        "けが人は12人に上り、うち3人が重傷とみられる。",
        ("asserted", "state"),
        ("likely", "state"),
    ),
    "時の句": ("両社は契約を結び、来月にも統合する見通しだ。", ("asserted", "done"), ("planned", "to_come")),
    "日付": ("会社は計画を発表し、来年3月に工場を閉鎖する。", ("asserted", "done"), ("planned", "to_come")),
    "近く": ("容疑者は逮捕され、近く起訴される見通し。", ("asserted", "done"), ("planned", "to_come")),
    "さらに": ("死者は5人に増え、さらに増える恐れがある。", ("asserted", "done"), ("possible", "to_come")),
    "話題": ("橋が崩れ、復旧には3カ月かかる見通しだ。", ("asserted", "done"), ("planned", "to_come")),
    "の恐れ": ("堤防が決壊し、浸水の恐れがある。", ("asserted", "done"), ("possible", "state")),
    "捜査": ("県警は男を逮捕し、動機を調べる方針だ。", ("asserted", "done"), ("planned", "to_come")),
    "名詞の推定": ("男は店員を刺し、強盗目的だったとみられる。", ("asserted", "done"), ("likely", "state")),
    "逆接": ("県は橋を閉鎖したが、再開する見通しだ。", ("asserted", "done"), ("planned", "to_come")),
    "否定": ("日程は決まっておらず、延期する可能性がある。", ("asserted", "ongoing"), ("possible", "to_come")),
    "過去で終わる": ("映画祭は19日に閉幕し、作品が選ばれた。", ("asserted", "done"), ("asserted", "done")),
}


@pytest.mark.parametrize(("body", "first", "last"), SHARED.values(), ids=SHARED.keys())
def test_what_goes_on_is_as_sure(clauses, body: str, first: tuple[str, str], last: tuple[str, str]) -> None:
    told = clauses(body)
    assert len(told) == 2
    assert [(c.certainty, c.status) for c in told] == [first, last]


@pytest.mark.parametrize(("body", "first", "last"), OWN.values(), ids=OWN.keys())
def test_what_stands_for_itself_is_not(clauses, body: str, first: tuple[str, str], last: tuple[str, str]) -> None:
    told = clauses(body)
    assert len(told) == 2
    assert [(c.certainty, c.status) for c in told] == [first, last]
