"""Entailment pairs of the development half read off the claims: shares judged right, each with its floor.

    python .ci/inference.py FOLDER [--engine NAME] [--errors]

The claim of the premises that says what the hypothesis says decides: asserted (yes), denied (no) or left open
(unknown).

- Attitudes: knowing, believing, seeing, regretting.
- Modality: of the reportive and epistemic endings, the pairs whose hypothesis is the embedded claim itself, so that the
  answer is what the ending makes of it. (The others ask how two endings relate.)
- TemporalReference: the same with dates and amounts: what has happened once cannot have happened at another time.

What is missed asks for more than the claims say: the order of three happenings, sums of years, what a word implies
(a company founded in 1993 did not exist in 1992).
"""

import argparse
import json
import re
import sys
from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

from jpnews_nlp import Article, Pipeline
from jpnews_nlp.model.claim import Claim
from jpnews_nlp.model.entity import DateExpression
from jpnews_nlp.model.interval import DayRange
from jpnews_nlp.model.quantity import Quantity

FLOORS = {"Attitudes": 0.82, "Modality": 0.85, "TemporalReference": 0.80}
# Endings that tell how sure somebody is, or on whose word: the names of the data's own classes.
EPISTEMIC = frozenset(
    {
        "arienai",
        "ariuru",
        "daroo",
        "hazu",
        "hazuganai",
        "inamenai",
        "kagiranai",
        "kamosirenai",
        "kanenai",
        "kousandaida",
        "kousangaookii",
        "mai",
        "matigainai",
        "mikomida",
        "mitai",
        "mitoosida",
        "moyouda",
        "okasikunai",
        "poi",
        "rasii",
        "sakerarenai",
        "soo",
        "sooda",
        "sooninai",
        "tigainai",
        "toiu",
        "toiukotoda",
        "tonokotoda",
        "utagainai",
        "you",
    }
)
# A hypothesis with such an ending of its own is no bare claim.
ENDING = re.compile(
    r"違いない|ちがいない|だろう|でしょう|可能性|みたい|らしい|よう(?:だ|です)|そう(?:だ|です)|という|とのこと|ということ|必至|事実|わけ"
    r"|はず|しれない|公算|見込み|見通し|模様|間違いない|疑いない|得る|得ない|ありう|ありえ|おかしく|不自然|好まし|っぽ|つもり|疑いよう|普段|普通"
    r"|まい。|じゃない|ないか|べき|経験|必要|確実|避けられ|否め|限らない|かねない|思|聞|もよい|しかない|否定でき|決ま|無理|ため"
)
ONCE = re.compile(r"最初|初めて|それ|その|新種|最後")
# Premises that liken (まるで…ようだ) or tell what is typical (いかにも…らしい) and are no report.
LIKENING = re.compile(r"まるで|あたかも|いかにも|実に|とても|全然|すっかり|らしく|らしかった|本物の")
SAME = 0.4
JST = timezone(timedelta(hours=9))
WEEKDAYS = "月火水木金土日"


def published(premises: Sequence[str]) -> datetime | None:
    """The day the premises say it is: 今日は7月14日土曜日だ."""
    told = re.search(r"今日は(\d+)月(\d+)日(.)曜日", "".join(premises))
    if told is None:
        return None
    days = (datetime(year, int(told[1]), int(told[2]), 12, tzinfo=JST) for year in range(2000, 2030))
    return next(day for day in days if WEEKDAYS[day.weekday()] == told[3])


def clauses(pipeline: Pipeline, sentences: Sequence[str], day: datetime | None) -> list[Claim]:
    """The clauses of some sentences, those of the last first."""
    article = Article(id="a", body="\n".join(sentences), published=day)
    return [c for c in reversed(pipeline.analyze(article).claims) if c.kind in ("clause", "relative")]


def likeness(claim: Claim, asked: Claim) -> float:
    """How much of what the hypothesis says the claim says."""
    theirs, ours = set(asked.terms), set(claim.terms)
    return len(theirs & ours) / max(1, len(theirs | ours)) + (claim.predicate == asked.predicate)


def answer(claims: Iterable[Claim], asked: Claim) -> str:
    """`yes`, `no` or `unknown`, from the claim that is most like the one asked for."""
    told = [c for c in claims if c.predicate == asked.predicate and likeness(c, asked) >= 1 + SAME / 2]
    found = max(told, key=lambda c: likeness(c, asked), default=None)
    if found is None:
        return "unknown"
    agrees = found.polarity == asked.polarity
    if found.certainty == "denied":
        return "yes" if agrees else "no"
    if found.certainty != "asserted" or (found.speaker and found.speaker != asked.speaker):
        return "unknown"
    if not agrees:
        return "no"
    return "yes" if found.certainty == asked.certainty else "unknown"


def in_time(claims: Iterable[Claim], asked: Claim, *, once: bool) -> str:
    """The same, unless the dates or amounts differ."""
    told = [c for c in claims if c.predicate == asked.predicate]
    found = max(told, key=lambda c: likeness(c, asked), default=None)
    if found is None:
        return "unknown"
    if found.polarity != asked.polarity:
        return "no"
    when, then = days(found), days(asked)
    if when and then and not any(a.overlaps(b) for a in when for b in then):
        return "no" if once and found.status == "done" else "unknown"
    ours, theirs = ({q.unit: q for q in c.slots.quantities} for c in (found, asked))
    apart = [u for u in ours.keys() & theirs.keys() if not _meet(ours[u], theirs[u])]
    return "no" if apart else "yes"


def _meet(a: Quantity, b: Quantity) -> bool:
    """Whether two amounts of one unit can be the same."""
    below = (a.high is None or b.low is None or b.low <= a.high) and (
        b.high is None or a.low is None or a.low <= b.high
    )
    opposed = {a.bound, b.bound} == {"at_most", "at_least"}
    return below and not opposed


def days(claim: Claim) -> list[DayRange]:
    """The days a claim is about, from its dates; open ranges (1992年以来) reach to the end of time."""
    found = []
    for entity in claim.slots.entities:
        if isinstance(entity, DateExpression) and entity.range is not None:
            first = entity.range.start.date() if entity.range.start else date.min
            last = (entity.range.end - timedelta(seconds=1)).date() if entity.range.end else date.max
            found.append(DayRange(first=first, last=last))
        elif isinstance(entity, DateExpression) and entity.days is not None:
            found.append(entity.days)
    return found


def bare(case: dict[str, object]) -> bool:
    """Whether the hypothesis of a pair on a reportive or epistemic ending is the embedded claim itself."""
    kinds = str(case["phenomena"]).split(", ")
    likens = LIKENING.search(str(case["premises"]))
    return bool(EPISTEMIC & set(kinds)) and not likens and not ENDING.search(str(case["hypothesis"]))


def share(kind: str, folder: Path, pipeline: Pipeline, *, errors: bool) -> tuple[float, int]:
    """The share of pairs judged right, and how many there are."""
    lines = (folder / "inference" / f"jsem_{kind}_dev.jsonl").read_text(encoding="utf-8").splitlines()
    cases = [json.loads(line) for line in lines]
    cases = [case for case in cases if kind != "Modality" or bare(case)]
    right = 0
    for case in cases:
        day = published(case["premises"])
        claims = clauses(pipeline, case["premises"], day)
        asked = clauses(pipeline, [case["hypothesis"]], day)
        told = "unknown"
        if asked and kind == "TemporalReference":
            told = in_time(claims, asked[0], once=ONCE.search(case["hypothesis"]) is not None)
        elif asked:
            told = answer(claims, asked[0])
        right += told == case["answer"]
        if errors and told != case["answer"]:
            sys.stdout.write(f"{case['answer']} read as {told}: {' '.join(case['premises'])} | {case['hypothesis']}\n")
    return right / len(cases), len(cases)


def main() -> None:
    """Print the shares and fail when one is below its floor."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--engine", default="mecab")
    parser.add_argument("--errors", action="store_true")
    options = parser.parse_args()
    pipeline = Pipeline(engine=options.engine)
    shares = {kind: share(kind, options.folder, pipeline, errors=options.errors) for kind in FLOORS}
    sys.stdout.write(" ".join(f"{kind}={right:.4f} (n={n})" for kind, (right, n) in shares.items()) + "\n")
    low = [f"{kind}: {right:.4f} < {FLOORS[kind]}" for kind, (right, _) in shares.items() if right < FLOORS[kind]]
    sys.exit("; ".join(low) or None)


if __name__ == "__main__":
    main()
