"""Who is who, within an article and across articles."""

from __future__ import annotations

import pytest

from jpnews_nlp.entities.identity import unify
from jpnews_nlp.model.entity import Entity, Organization, Person, Place

KINDS = {"person": Person, "place": Place, "organization": Organization}


def group(kind: str, *names: str) -> tuple[Entity, ...]:
    made, at = [], 0
    for name in names:
        made.append(KINDS[kind](start=at, end=at + len(name), text=name, canonical=name, source="test"))
        at += len(name) + 1
    return tuple(made)


def canonicals(kind: str, *names: str) -> list[str]:
    return [e.canonical for e in unify([group(kind, *names)])[0]]


SAME = {
    "姓と氏名": ("person", ["小泉純一郎", "小泉"]),
    "三字の氏名": ("person", ["菅義偉", "菅"]),
    "外国人の姓": ("person", ["ウラジーミル・プーチン", "プーチン"]),
    "中黒の有無": ("person", ["ウラジーミル・プーチン", "ウラジーミル＝プーチン"]),
    "旧字": ("person", ["渡邊一郎", "渡辺一郎"]),
    "名だけ": ("person", ["増田優花", "優花"]),
    "促音": ("place", ["アンカレジ", "アンカレッジ"]),
    "州と都市": ("place", ["アラスカ州アンカレッジ", "アンカレジ"]),
    "国の呼び名": ("place", ["米国", "アメリカ", "米", "アメリカ合衆国"]),
    "ロシア": ("place", ["ロ", "露", "ロシア"]),
    "ヴとベ": ("place", ["ベトナム", "ヴェトナム"]),
    "区と住所": ("place", ["渋谷区", "東京都渋谷区"]),
    "市と県市": ("place", ["輪島市", "石川県輪島市"]),
    "日銀": ("organization", ["日銀", "日本銀行"]),
    "省": ("organization", ["厚労省", "厚生労働省"]),
    "県名のない協会": ("organization", ["兵庫県港湾協会", "港湾協会"]),
    "中の頭文字": ("person", ["ドナルド・Ｊ・ベルクマン", "ドナルド・ベルクマン", "ベルクマン"]),
    "地検": ("organization", ["東京地検", "東京地方検察庁"]),
    "高裁": ("organization", ["大阪高裁", "大阪高等裁判所"]),
    "県警の署": ("organization", ["静岡県警磐田署", "磐田署"]),
    "県警だけ": ("organization", ["静岡県警", "県警", "静岡県警察本部"]),
    "大学": ("organization", ["東大", "東京大学"]),
    "株式会社": ("organization", ["株式会社山川製作所", "山川製作所"]),
}


@pytest.mark.parametrize(("kind", "names"), SAME.values(), ids=SAME.keys())
def test_one_canonical_form(kind: str, names: list[str]) -> None:
    assert len(set(canonicals(kind, *names))) == 1
    assert len({e.canonical for part in unify([group(kind, n) for n in names]) for e in part}) == 1


DIFFERENT = {
    "県と市": ("place", ["広島県", "広島市"]),
    "同じ姓の二人": ("person", ["木村太郎", "木村花子"]),
    "二人いるときの姓": ("person", ["木村太郎", "木村花子", "木村"]),
    "林と林田": ("person", ["林", "林田"]),
    "外国人の名と別人": ("person", ["ジョン・スミス", "スミソン"]),
    "韓国と北朝鮮": ("place", ["韓国", "北朝鮮"]),
    "二つの県の市": ("place", ["東京都府中市", "広島県府中市"]),
    "警視庁と警察庁": ("organization", ["警視庁", "警察庁"]),
    "二つの県警と県警": ("organization", ["静岡県警", "愛知県警", "県警"]),
    "消防署と署": ("organization", ["磐田消防署", "磐田署"]),
    "地裁と地検": ("organization", ["東京地裁", "東京地検"]),
    "二つの署": ("organization", ["磐田署", "浜松署"]),
    "長音だけの差でも短い名": ("place", ["ビル", "ビール"]),
}


@pytest.mark.parametrize(("kind", "names"), DIFFERENT.values(), ids=DIFFERENT.keys())
def test_canonical_forms_stay_apart(kind: str, names: list[str]) -> None:
    assert len(set(canonicals(kind, *names))) == len(names)


def test_canonical_is_the_full_form() -> None:
    assert canonicals("place", "米", "渋谷区", "東京都渋谷区") == ["アメリカ合衆国", "東京都渋谷区", "東京都渋谷区"]


def test_places_carry_country_and_prefecture() -> None:
    located = {
        p.text: (p.country, p.prefecture)
        for p in unify([group("place", "米", "輪島市", "ベルリン", "伊達")])[0]
        if isinstance(p, Place)
    }
    assert located == {"米": ("US", None), "輪島市": ("JP", "石川県"), "ベルリン": ("DE", None), "伊達": ("JP", None)}


def test_an_ambiguous_city_takes_the_prefecture_in_play() -> None:
    assert canonicals("place", "福島県福島市", "伊達")[1] == "福島県伊達市"


def test_unify_does_not_depend_on_the_order_and_settles_once() -> None:
    groups = [
        group("person", "プーチン", "トランプ"),
        group("person", "ウラジーミル・プーチン"),
        group("place", "米", "アンカレジ"),
    ]
    forward = unify(groups)
    assert tuple(reversed(unify(list(reversed(groups))))) == forward
    assert unify(forward) == forward


def test_cities_have_coordinates_and_larger_areas_none() -> None:
    names = ["札幌", "北海道", "ロンドン", "日本"]
    found = {p.text: (p.latitude, p.longitude) for p in unify([group("place", *names)])[0] if isinstance(p, Place)}
    assert found == {
        "札幌": (43.067, 141.35),
        "北海道": (None, None),
        "ロンドン": (51.509, -0.126),
        "日本": (None, None),
    }


AMBIGUOUS = {
    "二つの県の市": "府中市",
    "政令市の区でもある": "中央区",
    "町の名": "森町",
    "外国の同名の市": "バレンシア",
}


@pytest.mark.parametrize("name", AMBIGUOUS.values(), ids=AMBIGUOUS.keys())
def test_an_ambiguous_place_has_no_prefecture_and_no_coordinates(name: str) -> None:
    (place,) = unify([group("place", name)])[0]
    assert isinstance(place, Place)
    assert (place.prefecture, place.latitude, place.longitude) == (None, None, None)


SETTLED = {
    "市の名の市": ("四日市市", "三重県四日市市"),
    "市の名の市の町": ("四日市市諏訪町", "三重県四日市市諏訪町"),
    "市を省いた名": ("輪島", "石川県輪島市"),
    "町より市": ("横浜", "神奈川県横浜市"),
    "特別区": ("渋谷区", "東京都渋谷区"),
}


@pytest.mark.parametrize(("name", "canonical"), SETTLED.values(), ids=SETTLED.keys())
def test_the_canonical_form_of_a_municipality(name: str, canonical: str) -> None:
    assert canonicals("place", name) == [canonical]


def test_the_country_in_play_settles_a_city_with_rivals() -> None:
    spain = [p for p in unify([group("place", "ベネズエラ", "バレンシア")])[0] if isinstance(p, Place)]
    assert spain[1].country == "VE"


@pytest.mark.parametrize("canonical", ["木村太郎（作家）", "キムラ・タロウ"])
def test_a_users_canonical_form_holds_for_short_forms_too(canonical: str) -> None:
    full = Person(start=0, end=4, text="木村太郎", canonical=canonical, source="user:gazetteer")
    short = Person(start=5, end=7, text="木村", canonical="木村", source="title:after")
    once = unify([(full,), (short,)])
    assert [e.canonical for part in once for e in part] == [canonical] * 2
    assert unify(once) == once
