"""How a plan became a decision: `python -m jpnews_nlp.examples.entry_fee.compare [REPORT.html]`."""

# ruff: noqa: T201

from __future__ import annotations

import sys
from pathlib import Path

from jpnews_nlp import Comparison, Pipeline, load_example
from jpnews_nlp.render.html import comparison_report

HEADINGS = {
    "number": "数値",
    "date": "時期",
    "person": "人",
    "status": "段階",
    "certainty": "確かさ",
    "polarity": "肯否",
}


def show_differences(comparison: Comparison) -> None:
    """Print the differences under what they are about, with the outlets and their words."""
    links = [link for group in comparison.groups for link in group.links]
    said = {claim.id: claim for group in comparison.groups for claim in group.claims}
    for slot, heading in HEADINGS.items():
        differing = [link for link in links if link.slot == slot]
        if differing:
            print(f"■ {heading}の違い")
        for link in differing:
            for claim in (said[link.a], said[link.b]):
                print(f"  {comparison.article(claim.article).label}: {claim.text}")
            print(f"    ⇒ {link.reason}")


def main(report: Path) -> None:
    """Compare the example, print what stands out and write the whole as one HTML file."""
    comparison = Pipeline(engine="mecab").compare(load_example("entry-fee"))
    show_differences(comparison)
    report.write_text(comparison_report(comparison), encoding="utf-8")
    print(f"■ 全体の表: {report}")


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "entry-fee.html"))
