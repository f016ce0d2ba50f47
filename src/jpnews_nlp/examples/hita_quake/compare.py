"""What changed from one report to the next: `python -m jpnews_nlp.examples.hita_quake.compare [REPORT.html]`."""

# ruff: noqa: T201

from __future__ import annotations

import sys
from pathlib import Path

from jpnews_nlp import Comparison, Pipeline, load_example
from jpnews_nlp.render.html import comparison_report


def show_reports(comparison: Comparison) -> None:
    """Print who reported when, the earliest first."""
    print("■ 記事")
    for article in comparison.articles:
        when = f"{article.published:%m/%d %H:%M}" if article.published else "日時なし"
        print(f"・{when} {article.label}")


def show_changes(comparison: Comparison) -> None:
    """Print what a later report changed, with the words before and after."""
    print("■ 時間とともに変わったこと")
    for group in comparison.updates:
        said = {claim.id: claim.text for claim in group.claims}
        for link in (link for link in group.links if link.relation == "update"):
            print(f"・{link.reason}\n    {said[link.a]}\n    → {said[link.b]}")


def main(report: Path) -> None:
    """Compare the example, print what stands out and write the whole as one HTML file."""
    comparison = Pipeline(engine="mecab").compare(load_example("hita-quake"))
    show_reports(comparison)
    show_changes(comparison)
    report.write_text(comparison_report(comparison), encoding="utf-8")
    print(f"■ 全体の表: {report}")


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "hita-quake.html"))
