"""The two text dumps beside the evaluation data, by a list of our own: what each of their lines is.

    python .ci/seeds.py FOLDER

A line may be of two roles: a credit runs into the author's next sentence. No claim may come from furniture or asides,
and the summaries of other articles carry their outlet and its date.
"""

import sys
from pathlib import Path

from jpnews_nlp import Analysis, Article, Pipeline


def lines(*numbers: int | tuple[int, int]) -> set[int]:
    """Line numbers, from single ones and from first and last ones."""
    found: set[int] = set()
    for number in numbers:
        found |= set(range(number[0], number[1] + 1)) if isinstance(number, tuple) else {number}
    return found


FIRST = {
    "headline": lines(3),
    "heading": lines(11, 23, 33, 45, 55),
    "caption": lines(13, 35, 57),
    "body": lines(5, 7, 9, 15, 17, 19, 21, 25, 27, 29, 31, 37, 39, 41, 43, 47, 49, 51, 53, 59, 61, 63, 64, 66),
}
SECOND = {
    "headline": lines(1),
    "heading": lines(7, 8, 25, 26),
    "cited": lines((15, 17), (33, 35)),
    "body": lines(2, (9, 12), (20, 23), (27, 29), (38, 42)),
    "aside": lines((3, 6), 18, 19, 24, 30, 36, 37, 43),
}
CITED = {15: ("THE VOICE OF VIETNAM", "2025-08-18"), 33: ("BBC", "2025-05-16")}


def complaints(analysis: Analysis, wanted: dict[str, set[int]]) -> list[str]:
    """What is not as the list says."""
    article, said = analysis.article, []
    found: dict[str, set[int]] = {}
    for block in article.blocks:
        number = article.text.count("\n", 0, block.start) + 1
        found.setdefault(block.role, set()).add(number)
        outlet = CITED.get(number) if block.role == "cited" else None
        if outlet and (block.source, str(block.published)[:10]) != outlet:
            said.append(f"line {number}: cited from {block.source}, {block.published}; wanted {outlet}")
    roles = ("headline", "heading", "caption", "body", "cited", "aside")
    differ = {role: found.get(role, set()) ^ wanted.get(role, set()) for role in roles}
    said += [f"{role}: lines {sorted(numbers)} differ" for role, numbers in differ.items() if numbers]
    content = [block for block in article.blocks if block.is_content]
    lost = [claim for claim in analysis.claims if not any(block.covers(claim) for block in content)]
    return [*said, *(f"a claim from no content: {claim.text}" for claim in lost)]


def main() -> None:
    """Read both dumps and fail when one is read otherwise than by the list."""
    pipeline = Pipeline(engine="mecab")
    files = sorted(Path(sys.argv[1]).glob("*.txt"))
    said = []
    for file, wanted in zip(files, (FIRST, SECOND), strict=True):
        analysis = pipeline.analyze(Article.from_file(file))
        said += [f"{file.name}: {line}" for line in complaints(analysis, wanted)]
    sys.exit("\n".join(said) or None)


if __name__ == "__main__":
    main()
