"""Whether everything the library needs is there, and the line that mends what is not."""

from __future__ import annotations

import importlib
import importlib.util
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

PACKAGES = {
    "fugashi": "fugashi",
    "unidic-lite": "unidic_lite",
    "spacy": "spacy",
    "ginza": "ginza",
    "ja-ginza": "ja_ginza",
    "numpy": "numpy",
    "threadpoolctl": "threadpoolctl",
}
"""The distributions without which nothing runs, and the module of each. Their ranges are those of our own metadata."""


EXTRAS = {"plots": ("matplotlib", "matplotlib_fontja")}
"""What a user may have or not: the extra, and the modules it brings."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One line of the doctor's report.

    Attributes:
        name: What was looked at.
        found: What was found.
        mend: The command that would help; None when all is well.
        needed: False for what the library does without, but for one feature.
    """

    name: str
    found: str
    mend: str | None = None
    needed: bool = True

    @property
    def fails(self) -> bool:
        """Whether something is amiss that the library needs."""
        return self.needed and self.mend is not None

    def __str__(self) -> str:
        sign = "ok  " if self.mend is None else "FAIL" if self.needed else "--  "
        line = f"{sign}  {self.name:<16} {self.found}"
        return line if self.mend is None else f"{line}  ->  {self.mend}"


def checks() -> Iterator[Check]:
    """Look at the interpreter, then at each package and the dictionary."""
    needed = ranges()
    yield _python(needed.get("python", ""))
    for name, module in PACKAGES.items():
        yield _package(name, module, needed.get(name, ""))
    yield _dictionary()
    for extra, modules in EXTRAS.items():
        yield _extra(extra, modules)


def ranges() -> dict[str, str]:
    """The version range each requirement of this package asks for, and `python`'s; empty when it is not installed."""
    try:
        own = metadata.metadata("jpnews-nlp")
    except metadata.PackageNotFoundError:
        return {}
    found = {"python": own["Requires-Python"] or ""}
    for line in metadata.requires("jpnews-nlp") or []:
        if ";" not in line and (parts := re.match(r"([\w.-]+)\s*(.*)", line)):
            found[parts[1].lower()] = parts[2]
    return found


def fits(version: str, wanted: str) -> bool:
    """Whether a version lies in a range of `>=` and `<` bounds.

    Example:
        >>> fits("5.3.0", "<6,>=5.3"), fits("6.0.1", "<6,>=5.3"), fits("5.10", ">=5.3"), fits("5.2.9", ">=5.3")
        (True, False, True, False)
    """
    found = _numbers(version)
    bounds = re.findall(r"(>=|<)\s*([\d.]+)", wanted)
    return all(found >= _numbers(b) if sign == ">=" else found < _numbers(b) for sign, b in bounds)


def _python(wanted: str) -> Check:
    version = ".".join(map(str, sys.version_info[:3]))
    mend = None if fits(version, wanted) else f"install Python {wanted}"
    return Check(name="python", found=_found(version, wanted), mend=mend)


def _package(name: str, module: str, wanted: str) -> Check:
    mend = f'python -m pip install "{name}{wanted}"'
    try:
        version = metadata.version(name)
    except metadata.PackageNotFoundError:
        return Check(name=name, found=_found("not installed", wanted), mend=mend)
    if not fits(version, wanted):
        return Check(name=name, found=_found(version, wanted), mend=mend)
    try:
        importlib.import_module(module)
    except Exception as error:
        found = f"{version} does not load ({type(error).__name__}: {error})".replace("\n", " ")
        return Check(name=name, found=found, mend=f"python -m pip install --force-reinstall --no-deps {name}")
    return Check(name=name, found=_found(version, wanted))


def _dictionary() -> Check:
    mend = "python -m pip install --force-reinstall --no-deps unidic-lite"
    try:
        folder = Path(importlib.import_module("unidic_lite").DICDIR)
    except ImportError:
        return Check(name="dictionary", found="not installed", mend=mend)
    there = (folder / "sys.dic").is_file()
    return Check(
        name="dictionary", found=str(folder) if there else f"{folder} has no sys.dic", mend=None if there else mend
    )


def _extra(extra: str, modules: tuple[str, ...]) -> Check:
    if missing := [module for module in modules if importlib.util.find_spec(module) is None]:
        mend = f'python -m pip install "jpnews-nlp[{extra}]"'
        return Check(name=extra, found=f"optional; without {', '.join(missing)}", mend=mend, needed=False)
    return Check(name=extra, found="installed")


def _found(version: str, wanted: str) -> str:
    return f"{version} (needs {wanted})" if wanted else version


def _numbers(version: str) -> tuple[int, ...]:
    parts = [int(part) for part in re.findall(r"\d+", version.split("+", maxsplit=1)[0])[:3]]
    return (*parts, *[0] * (3 - len(parts)))
