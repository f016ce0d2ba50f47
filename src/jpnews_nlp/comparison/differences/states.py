"""Plan and deed, state and end: what the later report has moved on to."""

from __future__ import annotations

import re

from jpnews_nlp.comparison.cues import cues
from jpnews_nlp.comparison.differences.pair import SURE, UNRELATED, Aligned, Judgement, ends, same_act, says
from jpnews_nlp.comparison.differences.themes import one_theme
from jpnews_nlp.comparison.remembered import remembered
from jpnews_nlp.comparison.scales import goes_on
from jpnews_nlp.comparison.synonyms import concept
from jpnews_nlp.model.claim import Claim
from jpnews_nlp.model.entity import DateExpression, TimeExpression

# What tells how likely something is, to the end of the clause; what stands before it says whether it is still to come.
LIKELIHOOD = re.compile(
    r"と?(?:推定|推測|可能性|おそれ|恐れ|疑い|見込み|見通し|予想|懸念|とみ|と見|と予|だろう|模様|のでは|ではないか).*$"
)
TO_COME = re.compile(r"[うくすつぬぶむぐるのいきしちにびみりえけせてねべめれで]$")
# A plan that somebody tells (考えを明らかにした, 方向で調整).
PLAN_TOLD = re.compile(
    r"(?:考え|意向|方針|計画|予定)(?:を(?:明らか|示|表明|固め|伝え|打ち出)|だ)|方向で|案が有力|(?:目指|めざ)[すし]"
    r"|とする。?$|ことにして"
)

# The noun a relative clause modifies.
HEAD_NOUN = re.compile(r"[一-龥々ァ-ヶーA-Za-zＡ-Ｚａ-ｚ0-9０-９「」・の]+$")

UNDECIDED, WEIGHED, PLANNED = range(3)


def status_difference(pair: Aligned) -> Judgement | None:
    """Plan to done, possible to done, state to its end, plan to a firmer one: the later report moved on."""
    if pair.later and _moved(pair.a, pair.b):
        if not goes_on(pair.a, pair.b) and not one_theme(pair.a, pair.b):
            return UNRELATED
        return Judgement(relation="update", slot="status", rule="status_moved", left=pair.a.text, right=pair.b.text)
    return _firmness(pair)


@remembered
def pending(claim: Claim) -> bool:
    """Whether what the claim tells is planned or expected and has not come yet."""
    expected = claim.certainty in ("planned", "hypothetical")
    return expected or _commitment(claim) is not None or _still_to_come(claim)


def _moved(first: Claim, second: Claim) -> bool:
    if says(second, "looking back"):
        return False
    if goes_on(first, second) or _stopped(first, second) or _completed(first, second):
        return True
    return ((pending(first) or _announced(first, second)) and _done(second)) or (
        _commitment(first) == UNDECIDED and bool(_commitment(second))
    )


def _announced(first: Claim, second: Claim) -> bool:
    """Whether the first tells in the present tense what the subject of both is to do (葬儀は近親者で行う)."""
    to_be_done = ends(first, "not past") and not ends(first, "going on") and first.polarity == "affirmed"
    if not to_be_done or first.predicate in cues("stative") or first.status != "to_come" or first.role == "headline":
        return False
    ours, theirs = (
        {c.predicate, *(x.head for x in c.slots.arguments if x.role in ("subject", "topic", "object"))}
        for c in (first, second)
    )
    return bool(ours & theirs)


def _firmness(pair: Aligned) -> Judgement | None:
    """Whether both are plans and one is firmer, or one agreed on the thing and the other on talks about it."""
    ours, theirs = _commitment(pair.a), _commitment(pair.b)
    firmer = ours is not None and theirs is not None and ours != theirs
    if not firmer and not _agreed_on_talks(pair):
        return None
    left, right = pair.a.text, pair.b.text
    if pair.later and (not firmer or (ours or 0) < (theirs or 0)):
        return Judgement(relation="update", slot="certainty", rule="plan_moved", left=left, right=right)
    return Judgement(relation="partial", slot="certainty", rule="certainty_differs", left=left, right=right)


@remembered
def _commitment(claim: Claim) -> int | None:
    """How firm a plan is; None when it is none."""
    if (claim.polarity == "negated" and concept(claim.predicate) == concept("決定")) or says(claim, "undecided"):
        return UNDECIDED
    planned = (
        claim.certainty == "planned" or claim.predicate in cues("plan word") or PLAN_TOLD.search(claim.text) is not None
    )
    if not planned:
        return None
    return WEIGHED if says(claim, "weighing") else PLANNED


def _completed(first: Claim, second: Claim) -> bool:
    """Whether what was done in part (ほぼ解消した, 一部で再開した) is now done in full."""
    whole = says(second, "in full") and not says(second, "in part")
    return whole and says(first, "in part") and not says(first, "in full") and same_act(first, second)


def _agreed_on_talks(pair: Aligned) -> bool:
    """Whether both tell an agreement, and just one of them one to talk on."""
    agreed = all(concept(c.predicate) == concept("合意") and c.polarity == "affirmed" for c in (pair.a, pair.b))
    return agreed and says(pair.a, "talks only") != says(pair.b, "talks only")


def _still_to_come(claim: Claim) -> bool:
    """Whether what is held likely lies ahead (上陸する恐れ); else it is a guess at what happened (使われた可能性)."""
    if claim.certainty not in ("possible", "likely"):
        return False
    return TO_COME.search(LIKELIHOOD.sub("", claim.text.rstrip("。"))) is not None


@remembered
def _done(claim: Claim) -> bool:
    """Whether the claim tells as a fact what has happened, no state, thing or number."""
    text = claim.text.rstrip("。")
    if claim.status not in ("done", "ongoing") or claim.certainty not in SURE or claim.polarity == "negated":
        return False
    if ends(claim, "not past") or ends(claim, "static"):
        return False
    if "たのは" in text or (claim.kind == "relative" and HEAD_NOUN.sub("", text).endswith(("た", "だ"))):
        return True
    last = (*claim.slots.entities, *claim.slots.quantities)
    if any(e.end == claim.start + len(text) for e in last):
        return False
    return not re.search(r"[一-龥ァ-ヶー]$", text) or text.endswith(claim.predicate)


def _stopped(first: Claim, second: Claim) -> bool:
    """Whether the first tells what goes on and the second until when it went on (午後1時12分まで止まり)."""
    until = (
        any(isinstance(e, (DateExpression, TimeExpression)) for e in second.slots.entities) and "まで" in second.text
    )
    return ends(first, "going on") and until and "まで" not in first.text
