"""Claims written in one line, as the tables of sentences and the documentation show them.

A claim is its evidence and, in brackets, what was read from it. Left out is what goes without saying: a clause that is
affirmed, asserted, done, and the article's own word. `*` marks a role carried over from an earlier clause.

```
警察は男を逮捕し [逮捕; subject=警察; object=男] ／ 動機を調べている [調べる; ongoing; subject*=警察; object=動機]
```
"""

from __future__ import annotations

from collections.abc import Iterable

from jpnews_nlp.model.claim import Claim

BETWEEN = " ／ "


def written(claims: Iterable[Claim]) -> str:
    """The claims in their order; a headline or body without one is 「なし」."""
    return BETWEEN.join(map(_one, claims)) or "なし"


def _one(claim: Claim) -> str:
    notes = [claim.predicate]
    notes += [claim.kind] if claim.kind != "clause" else []
    notes += ["negated"] if claim.polarity == "negated" else []
    notes += [claim.certainty] if claim.certainty != "asserted" else []
    notes += [claim.status] if claim.status != "done" else []
    notes += [f"speaker={claim.speaker}"] if claim.speaker else []
    notes += [f"cue={claim.cue}"] if claim.cue else []
    notes += ["direct"] if claim.direct else []
    notes += [f"{a.role}{'*' if a.carried else ''}={a.text}" for a in claim.slots.arguments]
    return f"{claim.text} [{'; '.join(notes)}]"


def shown(claims: Iterable[Claim]) -> str:
    """The short texts for display."""
    return BETWEEN.join(claim.display for claim in claims)


def attached(claims: Iterable[Claim]) -> str:
    """The evidence of each claim with the entities and quantities that belong to it."""
    return BETWEEN.join(f"{claim.text} [{'; '.join(_slots(claim))}]" for claim in claims)


def _slots(claim: Claim) -> list[str]:
    entities = [f"{e.kind}={getattr(e, 'value', None) or e.canonical}" for e in claim.slots.entities]
    return [*entities, *(f"quantity={q.text}" for q in claim.slots.quantities)]
