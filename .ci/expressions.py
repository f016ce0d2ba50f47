"""Numbers, percentages, money and ages of the development half: share of values read right, each with its floor.

    python .ci/expressions.py FOLDER

The floors are the figures reached. What is missed is mostly gold that Japanese reads otherwise (一割引 as 90%,
200ポイント as 2%) and text with blanks inside of words.
"""

import json
import sys
from collections.abc import Iterable
from decimal import Decimal
from pathlib import Path

from jpnews_nlp.entities.numbers import find_numbers
from jpnews_nlp.entities.quantities import find_quantities

FLOORS = {"Number": 0.94, "Percent": 0.87, "Currency": 0.84, "Age": 0.90}
CLOSE = Decimal("1e-5")


def read(kind: str, text: str) -> Iterable[tuple[int, int, tuple[Decimal | None, ...]]]:
    """The spans found, with the values each can stand for."""
    if kind == "Number":
        return [(n.start, n.end, (n.value,)) for n in find_numbers(text)]
    return [(q.start, q.end, (q.low, q.high)) for q in find_quantities(text)]


def accuracy(kind: str, folder: Path) -> float:
    """The share of gold values that a span overlapping the gold one has."""
    right = total = 0
    for line in (folder / "expressions" / f"{kind}Model_dev.jsonl").read_text(encoding="utf-8").splitlines():
        case = json.loads(line)
        found = list(read(kind, case["text"]))
        for gold in case["results"]:
            value = gold["Resolution"].get("value")
            total += 1
            if value is None:
                continue
            wanted = Decimal(str(value).rstrip("%"))
            near = [values for start, end, values in found if start <= gold["End"] and gold["Start"] < end]
            right += any(v is not None and abs(v - wanted) <= abs(wanted) * CLOSE for values in near for v in values)
    return right / total


def main() -> None:
    """Print the shares and fail when one is below its floor."""
    folder = Path(sys.argv[1])
    shares = {kind: accuracy(kind, folder) for kind in FLOORS}
    sys.stdout.write(" ".join(f"{kind}={share:.4f}" for kind, share in shares.items()) + "\n")
    low = [f"{kind}: {share:.4f} < {FLOORS[kind]}" for kind, share in shares.items() if share < FLOORS[kind]]
    sys.exit("; ".join(low) or None)


if __name__ == "__main__":
    main()
