"""Who says what about a company: `python -m jpnews_nlp.examples.heater_recall.compare [REPORT.html]`."""

# ruff: noqa: T201

from __future__ import annotations

import sys
from pathlib import Path

from jpnews_nlp import Comparison, Pipeline, load_example
from jpnews_nlp.render.html import comparison_report


def show_sources(comparison: Comparison) -> None:
    """Print for each article what it tells on another's word."""
    claims = [claim for group in comparison.groups for claim in group.claims if claim.speaker]
    for article in comparison.articles:
        print(f"■ {article.label}が人の話として伝えること")
        told = (claim for claim in claims if claim.article == article.id)
        for claim in sorted(told, key=lambda claim: claim.start):
            print(f"・{claim.speaker}: {claim.text}")


def show_differences(comparison: Comparison) -> None:
    """Print where the articles differ, the gravest first."""
    print("■ 違い")
    for group in comparison.groups:
        for link in (link for link in group.links if link.relation != "agree"):
            print(f"・{link.reason}")


def main(report: Path) -> None:
    """Compare the example, print what stands out and write the whole as one HTML file."""
    comparison = Pipeline(engine="mecab").compare(load_example("heater-recall"))
    show_sources(comparison)
    show_differences(comparison)
    report.write_text(comparison_report(comparison), encoding="utf-8")
    print(f"■ 全体の表: {report}")


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "heater-recall.html"))
