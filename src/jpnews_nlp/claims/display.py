"""A claim as a short sentence that stands alone: its subject restored, its ending closed (市は橋を閉鎖した)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from jpnews_nlp.claims.arguments import surface
from jpnews_nlp.model.claim import Claim
from jpnews_nlp.model.parse import Token
from jpnews_nlp.model.quick import quick

# The last letter of a verb's 連用形, with what the past and the plain form have in its place.
ENDINGS = {
    "い": ("った", "う"),
    "き": ("いた", "く"),
    "ぎ": ("いだ", "ぐ"),
    "し": ("した", "す"),
    "ち": ("った", "つ"),
    "に": ("んだ", "ぬ"),
    "び": ("んだ", "ぶ"),
    "み": ("んだ", "む"),
    "り": ("った", "る"),
}
CONJUGATING = frozenset({"動詞", "形容詞", "助動詞"})
CLOSING = frozenset("」』）)")
# A condition (雨がやめば) stays open: it states nothing.
OPEN_FORMS = ("仮定形", "意志推量形", "命令形")


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Closed:
    """The words of a clause as a sentence of its own, as of the past and as of what is to come."""

    past: str
    plain: str


def close(tokens: Sequence[Token], whole: str, *, goes_on: bool) -> Closed:
    """The words of a clause, its ending closed when its sentence goes on: 市は橋を閉鎖し、 → 市は橋を閉鎖した."""
    whole = " ".join(whole.split("\n"))
    end = next((i for i in range(len(tokens) - 1, -1, -1) if tokens[i].pos[0] in CONJUGATING), None)
    if not goes_on or end is None or tokens[end].conjugation.startswith(OPEN_FORMS):
        return Closed(past=whole, plain=whole)
    while end > 1 and tokens[end].normalized == "だ" and tokens[end - 1].surface == "の":
        end -= 2  # 届かない|の|で
    brackets = "".join(t.surface for t in tokens[end + 1 :] if t.surface in CLOSING)
    stem = surface(tokens[:end])
    if tokens[end].normalized == "ず" and stem.endswith("せ"):
        stem = stem[:-1] + "し"  # 停止せ|ず
    past, plain = _forms(tokens, end)
    if tokens[end].normalized == "ず" and stem.endswith(("ておら", "でおら")):  # 決まって|おら|ず
        stem, past = stem[:-2] + "い", plain
    return Closed(past=stem + past + brackets, plain=stem + plain + brackets)


def _forms(tokens: Sequence[Token], end: int) -> tuple[str, str]:
    """The last conjugating word in the forms that end a sentence, past and plain."""
    token = tokens[end]
    if token.normalized in ("ず", "無い", "ない") and (token.normalized == "ず" or token.surface.endswith("く")):
        return "なかった", "ない"
    if not token.conjugation.startswith("連用形"):
        return token.surface, token.surface
    if token.pos[0] == "形容詞":
        stem = token.surface[:-1]
        return stem + "かった", stem + "い"
    if token.pos[0] == "助動詞" and token.normalized == "だ":
        return "", ""  # 支持率は42%|で
    progressive = token.normalized in ("居る", "おる") and end > 0 and tokens[end - 1].surface in ("て", "で")
    return ("いる", "いる") if progressive else _verb(token)


def _verb(token: Token) -> tuple[str, str]:
    """A verb's past and plain form from its 連用形: 閉鎖し, 増え, 上り."""
    form, last = token.surface, token.surface[-1]
    if token.normalized == "為る":
        return "した", "する"
    if "音便" in token.conjugation:  # 走って, 飲んで: the て after it is gone
        return form + ("だ" if token.normalized[-1] in "ぬぶむぐ" else "た"), token.normalized
    if token.normalized.endswith(last + "る") or last not in ENDINGS:
        return form + "た", form + "る"
    past, plain = ENDINGS[last]
    if token.normalized == "行く":
        past = "った"
    return form[:-1] + past, form[:-1] + plain


def display(claim: Claim, closed: Closed) -> str:
    """The closed words of a claim, after the subject it takes over; headlines stay as they are."""
    words = closed.plain if claim.status in ("to_come", "wished") else closed.past
    carried = next((a for a in claim.slots.arguments if a.carried), None)
    return words if carried is None or claim.role in ("headline", "heading") else f"{carried.text}は{words}"
