"""Who can act and speak, and what cannot."""

from __future__ import annotations

import pytest

from jpnews_nlp.claims.actors import is_thing, may_speak
from jpnews_nlp.claims.phrases import chunk
from jpnews_nlp.engines import load_engine

THINGS = ["副市長の人選", "次の打ち上げ", "運行記録計", "工場の閉鎖", "病院計画", "支持率", "復旧の時期", "新しい法律"]
SPEAKERS = [
    "県警",
    "組合",
    "北陸建設",
    "浜松市",
    "木村太郎さん",
    "捜査関係者",
    "毎朝新聞",
    "調査委員会",
    "住民の女性",
    "政府",
]


@pytest.fixture(scope="module")
def engine():
    return load_engine("mecab")


@pytest.mark.parametrize("noun", THINGS)
def test_things_say_nothing(engine, noun: str) -> None:
    tokens = engine.parse_text(f"{noun}は", []).tokens
    assert is_thing(tokens, chunk(tokens, 0, len(tokens))[-1])


def test_a_company_is_no_act(engine) -> None:
    company, act = (engine.parse_text(noun, []).tokens for noun in ("北陸建設は", "橋の建設は"))
    assert not is_thing(company, chunk(company, 0, len(company))[-1])
    assert is_thing(act, chunk(act, 0, len(act))[-1])


@pytest.mark.parametrize("noun", SPEAKERS)
def test_people_and_bodies_may(engine, noun: str) -> None:
    tokens = engine.parse_text(f"{noun}は", []).tokens
    phrase = chunk(tokens, 0, len(tokens))[-1]
    assert not is_thing(tokens, phrase)
    assert may_speak(tokens, phrase)
