"""Two stretches of a line or road (日田―由布院間) on which the same happened: one told as longer than the other."""

from __future__ import annotations

import re
import unicodedata

from jpnews_nlp.comparison.differences.contrasts import told_apart
from jpnews_nlp.comparison.differences.pair import Aligned, Judgement, same_act
from jpnews_nlp.comparison.differences.themes import theme
from jpnews_nlp.model.claim import Claim

END = r"[一-龥々ヶケァ-ヴ]{1,10}?"
STOP = r"(?:駅|港|空港|インターチェンジ|ジャンクション|IC|JCT)?"
STRETCH = re.compile(
    rf"(?:の|[、は]|^|(?<=[ぁ-ん]))(?P<first>{END}){STOP}(?:から|[と\-‐‑‒–—―−~～〜])(?P<last>{END}){STOP}の?(?:区)?間"
)
TRAFFIC = re.compile(r"線|道|便|路|運転|運休|運行|通行|列車|電車|走")  # else the two ends may be two parties


def stretch_difference(pair: Aligned) -> Judgement | None:
    """Of two stretches that share one end, one is a part of the other (久留米―由布院間, 日田―由布院間)."""
    left, right = _stretch(pair.a), _stretch(pair.b)
    traffic = TRAFFIC.search(pair.a.text) or TRAFFIC.search(pair.b.text)
    if not traffic or left is None or right is None or len(set(left) & set(right)) != 1 or told_apart(pair.a, pair.b):
        return None
    if not same_act(pair.a, pair.b) and not theme(pair.a) & theme(pair.b):
        return None
    words = ["―".join(ends) for ends in (left, right)]
    return Judgement(relation="partial", slot="place", rule="place_within", left=words[0], right=words[1])


def _stretch(claim: Claim) -> tuple[str, str] | None:
    """The two ends of the one stretch the claim tells."""
    found = [m.group("first", "last") for m in STRETCH.finditer(unicodedata.normalize("NFKC", claim.text))]
    return (found[0][0], found[0][1]) if len(found) == 1 else None
