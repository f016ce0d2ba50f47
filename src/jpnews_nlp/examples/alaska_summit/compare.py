"""Three reports of one summit, compared: `python -m jpnews_nlp.examples.alaska_summit.compare [REPORT.html]`."""

# ruff: noqa: T201

from __future__ import annotations

import sys
from pathlib import Path

from jpnews_nlp import Comparison, Pipeline, load_example
from jpnews_nlp.render.html import comparison_report


def show_differences(comparison: Comparison) -> None:
    """Print each conflict and update with its reason and the words of both sides."""
    for heading, groups in (("食い違い", comparison.conflicts), ("その後の変化", comparison.updates)):
        print(f"■ {heading}")
        for group in groups:
            said = {claim.id: claim for claim in group.claims}
            for link in (link for link in group.links if link.relation == group.verdict):
                print(f"・{link.reason}")
                for claim in (said[link.a], said[link.b]):
                    speaker = f"（{claim.speaker}）" if claim.speaker else ""
                    print(f"    {comparison.article(claim.article).label}{speaker}「{claim.text}」")


def show_single_tellers(comparison: Comparison) -> None:
    """Print what each outlet alone tells."""
    for article in comparison.articles:
        print(f"■ {article.label}だけが伝えること")
        for group in comparison.only_in(article.id):
            print(f"・{group.claims[0].text}")


def main(report: Path) -> None:
    """Compare the example, print what stands out and write the whole as one HTML file."""
    comparison = Pipeline(engine="mecab").compare(load_example("alaska-summit"))
    show_differences(comparison)
    show_single_tellers(comparison)
    report.write_text(comparison_report(comparison), encoding="utf-8")
    print(f"■ 全体の表: {report}")


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "alaska-summit.html"))
