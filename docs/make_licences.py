"""Write the table of licences into docs/supply-chain.md.

    python docs/make_licences.py

From the metadata of the installed packages: those that `pip install jpnews-nlp` brings, and those of the extras.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from importlib import metadata
from pathlib import Path

from packaging.requirements import Requirement

PAGE = Path(__file__).with_name("supply-chain.md")
EXTRAS = ("plots", "parquet", "dask")
BEGIN, END = "<!-- licences -->\n", "<!-- end -->\n"


def licence(distribution: metadata.Distribution) -> str:
    """The licence a package declares: as an expression, else by its classifiers, else in words."""
    told = distribution.metadata
    classifiers = [c.rpartition(" :: ")[2] for c in told.get_all("Classifier") or [] if c.startswith("License :: ")]
    named = [c for c in classifiers if c != "OSI Approved"]
    words = (told.get("License") or "").strip().splitlines()
    return told.get("License-Expression") or ", ".join(named) or (words[0] if words else "not declared")


def needed(requirements: Iterable[str], extra: str, found: dict[str, metadata.Distribution]) -> None:
    """Add what requirements of an extra ask for, and what those need."""
    for line in requirements:
        requirement = Requirement(line)
        if requirement.marker is not None and not requirement.marker.evaluate({"extra": extra}):
            continue
        try:
            distribution = metadata.distribution(requirement.name)
        except metadata.PackageNotFoundError:
            continue  # for another system or Python
        key = re.sub(r"[-_.]+", "-", requirement.name).lower()
        if key not in found:
            found[key] = distribution
            for inner in ("", *sorted(requirement.extras)):
                needed(distribution.requires or (), inner, found)


def table() -> str:
    """The packages with their licences, in alphabetical order."""
    ours = metadata.requires("jpnews-nlp") or []
    core: dict[str, metadata.Distribution] = {}
    needed(ours, "", core)
    all_of_them = dict(core)
    for extra in EXTRAS:
        needed(ours, extra, all_of_them)
    rows = [
        f"| {name} | {licence(distribution)} | {'' if name in core else 'of an extra'} |\n"
        for name, distribution in sorted(all_of_them.items())
        if name != "jpnews-nlp"
    ]
    return "| package | licence it declares | |\n|---|---|---|\n" + "".join(rows)


if __name__ == "__main__":
    text = PAGE.read_text(encoding="utf-8")
    start, stop = text.index(BEGIN) + len(BEGIN), text.index(END)
    PAGE.write_text(text[:start] + "\n" + table() + "\n" + text[stop:], encoding="utf-8")
