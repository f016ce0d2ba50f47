"""The single parts: titles, noun runs, what is cut off, spelling keys, the settling of overlaps."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jpnews_nlp.engines.mecab import MecabEngine
from jpnews_nlp.entities import names_data as data
from jpnews_nlp.entities.identity_people import short_forms
from jpnews_nlp.entities.names_candidates import Candidate, settle
from jpnews_nlp.entities.names_document import outvoted, repeated_people
from jpnews_nlp.entities.names_lookup import known_names
from jpnews_nlp.entities.names_rules import evidence
from jpnews_nlp.entities.names_spelling import spelling_key
from jpnews_nlp.entities.names_tokens import name_tokens
from jpnews_nlp.entities.names_trim import pieces, trim
from jpnews_nlp.entities.people import people
from jpnews_nlp.entities.titles import title_at
from jpnews_nlp.model.entity import Kind
from jpnews_nlp.model.parse import Token


def tokens(text: str) -> tuple[Token, ...]:
    return name_tokens(MecabEngine().parse_text(text).tokens)


def joined(found: tuple[Token, ...]) -> str:
    return "".join(t.surface for t in found)


@pytest.mark.parametrize(
    ("text", "title"),
    [("前首相", "前首相"), ("国務長官", "国務長官"), ("独首相", "独首相"), ("官房副長官", "官房副長官"), ("氏", "氏")],
)
def test_title_with_what_belongs_to_it(text: str, title: str) -> None:
    found = title_at(tokens(text + "は"), 0)
    assert found is not None
    assert joined(tokens(text + "は")[: found[0]]) == title


@pytest.mark.parametrize("lead", ["", "街は静かだった。" * 40], ids=["文頭", "記事の終わり"])
@pytest.mark.parametrize("text", ["選手権", "議員会館", "社長室", "机", "米"])
def test_no_title(lead: str, text: str) -> None:
    assert title_at(tokens(lead + text + "は"), len(tokens(lead))) is None


TRIMMED = {
    "方角": ("九州北部", "place", "九州", "place"),
    "沖": ("三重県沖", "place", "三重県", "place"),
    "量": ("山口500ミリ", "place", "山口", "place"),
    "国道は番号ごと": ("国道293号", "place", "国道293号", "place"),
    "敬称": ("木村太郎さん", "person", "木村太郎", "person"),
    "国の政府": ("イラク政府", "organization", "イラク政府", "organization"),
    "区の番号": ("東京23区", "place", "東京23区", "place"),
    "法人の種類": ("株式会社イズミヤ", "organization", "株式会社イズミヤ", "organization"),
    "頭文字の点": ("サンガF.C.", "organization", "サンガF.C.", "organization"),
    "前置き": ("通信大手NTT", "organization", "NTT", "organization"),
    "開いたままの括弧": ("大阪（日本", "place", "大阪", "place"),
    "台風の番号": ("台風15号宮古島", "place", "宮古島", "place"),
    "閉じただけの括弧": ("大阪）日本", "place", "大阪", "place"),
    "字がない": ("1-7", "organization", "", "organization"),
}


@pytest.mark.parametrize(("text", "kind", "rest", "rest_kind"), TRIMMED.values(), ids=TRIMMED.keys())
@pytest.mark.parametrize("lead", ["", "街は静かだった。"], ids=["文頭", "文の後"])
def test_what_the_conventions_leave(lead: str, text: str, kind: str, rest: str, rest_kind: str) -> None:
    found = tokens(lead + text)
    begin = len(tokens(lead))
    first, end, kind_left = trim(found, begin, len(found), kind)  # type: ignore[arg-type]
    assert begin <= first
    assert (joined(found[first:end]), kind_left) == (rest, rest_kind)


PIECES = {
    "社名の列": ("朝日新聞・共同通信", "organization", ["朝日新聞", "共同通信"]),
    "会社と銀行": ("東都電機・北陸銀行", "organization", ["東都電機", "北陸銀行"]),
    "国と都市": ("モンゴル・ウランバートル", "place", ["モンゴル", "ウランバートル"]),
    "線と駅": ("東海道新幹線新大阪駅", "place", ["東海道新幹線", "新大阪駅"]),
    "外国人の名は一つ": ("ヨハン・ベルクマン", "person", ["ヨハン・ベルクマン"]),
    "外国の社名は一つ": ("アマゾン・ドット・コム", "organization", ["アマゾン・ドット・コム"]),
}


@pytest.mark.parametrize(("text", "kind", "parts"), PIECES.values(), ids=PIECES.keys())
def test_lists_come_apart(text: str, kind: str, parts: list[str]) -> None:
    found = tokens(text)
    assert [joined(found[a:b]) for a, b in pieces(found, 0, len(found), kind)] == parts  # type: ignore[arg-type]


TITLED = {
    "地名と同じ姓": ("静岡さんが話した。", "静岡"),
    "文の中": ("県によると、名古屋さんが話した。", "名古屋"),
}


@pytest.mark.parametrize("lead", ["", "街は静かだった。静かな夜だった。"], ids=["文頭", "文の後"])
@pytest.mark.parametrize(("text", "name"), TITLED.values(), ids=TITLED.keys())
def test_a_places_name_before_an_honorific_is_a_person(lead: str, text: str, name: str) -> None:
    assert [(c.of(lead + text), c.kind, c.title) for c in people(tokens(lead + text))] == [(name, "person", "さん")]


def mention(text: str, at: int, kind: Kind, source: str, score: float) -> Candidate:
    return Candidate(start=at, end=at + len(text), kind=kind, source=source, score=score)


VOTES = {
    "一度だけ違う": ([("person", "model:x", 0.9)] * 3 + [("place", "model:x", 0.5)], ["person"]),
    "半々": ([("person", "model:x", 0.9), ("place", "model:x", 0.8)], []),
    "一つ上だけ": ([("person", "model:x", 0.9), ("person", "model:x", 0.2), ("place", "model:x", 0.9)], []),
    "構造は動かない": ([("person", "model:x", 0.9)] * 9 + [("place", "structure:place-suffix", 0.9)], []),
}


@pytest.mark.parametrize(("read", "corrected"), VOTES.values(), ids=VOTES.keys())
def test_a_weak_reading_yields_to_the_other_mentions(read: list[tuple[Kind, str, float]], corrected: list[str]) -> None:
    settled = [mention("豊田", 2 * n, kind, source, score) for n, (kind, source, score) in enumerate(read)]
    assert [c.kind for c in outvoted("豊田" * len(read), settled)] == corrected


def test_rules_find_runs_of_nouns() -> None:
    text = "静岡県警磐田署は13日、宮崎空港駅の近くで調べた。"
    found = {(c.of(text), c.source) for c in evidence(tokens(text)).candidates}
    assert ("静岡県警磐田署", "structure:organization-suffix") in found
    assert ("宮崎空港駅", "structure:place-suffix") in found
    paper = "秋田魁新報が報じた。"
    assert ("秋田魁新報", "structure:organization-suffix") in {
        (c.of(paper), c.source) for c in evidence(tokens(paper)).candidates
    }


def test_known_names_are_the_longest_on_token_borders() -> None:
    found = tokens("中華人民共和国と中国と日本海")
    assert [joined(found[k.first : k.end]) for k in known_names(found)] == ["中華人民共和国", "中国", "日本海"]


def test_words_the_dictionary_joins_over_a_middle_dot_come_apart() -> None:
    text = "ゼレンスキー・ウクライナ大統領"
    assert [t.surface for t in tokens(text)][:3] == ["ゼレンスキー", "・", "ウクライナ"]
    assert all(t.of(text) == t.surface for t in tokens(text))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("アンカレジ", "アンカレッジ"),
        ("ヴェトナム", "ベトナム"),
        ("ドナルド・トランプ", "ドナルド＝トランプ"),
        ("渡邊", "渡辺"),
    ],
)
def test_spellings_share_a_key(one: str, other: str) -> None:
    assert spelling_key(one) == spelling_key(other)


@pytest.mark.parametrize(
    ("one", "other"), [("ビル", "ビール"), ("パリ", "バリ"), ("広島", "福島"), ("ラトビア", "リトアニア")]
)
def test_different_names_have_different_keys(one: str, other: str) -> None:
    assert spelling_key(one) != spelling_key(other)


@pytest.mark.parametrize(
    ("full", "short"),
    [
        ("菅義偉", "菅"),
        ("ヨハン・ベルクマン", "ベルクマン"),
        ("増田優花", "優花"),
        ("木村太郎", "木村"),
        ("桂さくらこ", "桂"),
    ],
)
def test_a_full_name_extends_its_short_form(full: str, short: str) -> None:
    assert spelling_key(short) in short_forms(full)


@pytest.mark.parametrize(
    ("full", "short"),
    [("林田", "林"), ("菅", "菅"), ("スミソン", "スミス"), ("木村太郎", "太"), ("ヨハン・ベルクマン", "ベルク")],
)
def test_no_full_name_of_it(full: str, short: str) -> None:
    assert spelling_key(short) not in short_forms(full)


candidates = st.builds(
    lambda start, length, source, score: Candidate(
        start=start, end=start + length, kind="person", source=source, score=score
    ),
    st.integers(0, 12),
    st.integers(1, 6),
    st.sampled_from(["title:after", "structure:x", "table:city", "model:crf", "date:x"]),
    st.floats(0, 1),
)


@given(st.lists(candidates, max_size=12), st.randoms(use_true_random=False))
def test_settle_leaves_no_overlap_and_does_not_depend_on_the_order(found: list[Candidate], random: object) -> None:
    kept = settle(found)
    assert all(a.end <= b.start for a, b in zip(kept, kept[1:], strict=False))  # noqa: RUF007  # Python 3.10
    assert all(any(c.overlaps(k) for k in kept) for c in found)
    random.shuffle(found)  # type: ignore[attr-defined]
    assert settle(found) == kept


REPEATED = {
    "名を前に": ("記者はヨハン・ベルクマンと話した。", ["ヨハン・ベルクマン"]),
    "国の後": ("ドイツ・ベルクマンの発言。", ["ベルクマン"]),
    "別の名の一部": ("ベルクマン市の話。", []),
}


@pytest.mark.parametrize(("text", "expected"), REPEATED.values(), ids=REPEATED.keys())
def test_a_sure_name_again_with_the_given_names_before_it(text: str, expected: list[str]) -> None:
    assert [c.of(text) for c in repeated_people(text, tokens(text), {"ベルクマン": 1})] == expected


SURER = {
    "表は自信があれば勝つ": ("table:x", 0.9, "table:x"),
    "表は自信がなければ譲る": ("table:x", 0.5, "model:x"),
    "構造は表より": ("structure:x", 0.5, "structure:x"),
}


@pytest.mark.parametrize(("source", "score", "kept"), SURER.values(), ids=SURER.keys())
def test_of_one_stretch_the_surer_source_stays(source: str, score: float, kept: str) -> None:
    found = [mention("豊田", 0, "place", source, score), mention("豊田", 0, "person", "model:x", 0.7)]
    assert [c.source for c in settle(found)] == [kept]


def test_tables_are_sound() -> None:
    assert len(set(data.prefectures().values())) == 47
    assert all(data.prefectures()[p if p == "北海道" else p[:-1]] == p for p in data.prefectures().values())
    assert data.countries()["米国"].canonical == data.country_characters()["米"].canonical == "アメリカ合衆国"
    assert all(len(c) == 1 for c in data.country_characters())
    assert all(set(pair) <= set(data.country_characters()) for pair in data.country_pairs())
    assert set(data.titles().values()) == {"p", "o", "g"}
    assert not data.titles().keys() & data.countries().keys()
    assert data.sure_organization_suffixes() <= data.organization_suffixes()
