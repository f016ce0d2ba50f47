"""What came to light by asking, and views that are held."""

from __future__ import annotations

import pytest

PASSED_ON = {
    "取材で分かった": (
        "男が別の店でも盗みをしていたことが、捜査関係者への取材で分かった。",
        ("男が別の店でも盗みをしていた", "捜査関係者", "への取材で分かった"),
    ),
    "調べで明らかになった": (
        "車が速度を超えていたことが、県警の調べで明らかになった。",
        ("車が速度を超えていた", "県警", "の調べで明らかになった"),
    ),
    "間では見方が強い": (
        "専門家の間では、物価は上がるとの見方が強い。",
        ("物価は上がる", "専門家", "との見方が強い"),
    ),
    "からは批判が出ている": (
        "野党からは、説明が足りないとの批判が出ている。",
        ("説明が足りない", "野党", "との批判が出ている"),
    ),
    "誰のでもない情報": ("会談は延期されるとの情報がある。", ("会談は延期される", None, "との情報がある")),
    "取材のない分かった": (
        "車が速度を超えていたことが18日、分かった。",
        ("車が速度を超えていた", None, "分かった"),
    ),
    "明らかになった": (
        "車が速度を超えていたことが明らかになった。",
        ("車が速度を超えていた", None, "明らかになった"),
    ),
    "話として": (
        "同紙は政府高官の話として、交渉が決裂したと報じた。",
        ("交渉が決裂した", "政府高官", "の話として"),
    ),
}


@pytest.mark.parametrize(("body", "expected"), PASSED_ON.values(), ids=PASSED_ON.keys())
def test_passed_on(clauses, body: str, expected: tuple[str, str | None, str]) -> None:
    (claim,) = clauses(body)
    assert (claim.text, claim.speaker, claim.cue) == expected
    assert claim.certainty == "reported"


OWN = {
    "分かっていない": "車が速度を超えていたことは、県警の調べでも分かっていない。",
    "代表として": "田辺氏は代表として会見に臨んだ。",
    "見方という語": "新しい見方が広がった。",
}


@pytest.mark.parametrize("body", OWN.values(), ids=OWN.keys())
def test_the_articles_own_word(clauses, body: str) -> None:
    assert {(c.speaker, c.cue) for c in clauses(body)} == {(None, None)}
