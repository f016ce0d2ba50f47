"""Every Python and every set of dependencies that we promise: `nox`, or one session of it with `nox -s NAME`.

    nox -s tests-3.12          # the quick half of the tests on one Python, with the locked dependencies
    nox -s oldest newest       # with the oldest that pyproject.toml allows, and with the newest there are
    nox -s wheel sdist         # the tests against what is built, installed elsewhere
    nox -s tests-3.12 -- -m slow

A Python that is not on the machine is skipped, unless CI=1. Environments are made by uv where it is there.
"""

from __future__ import annotations

import os
import shutil
import time
from pathlib import Path

import nox

ROOT = Path(__file__).parent
PYTHONS = ["3.10", "3.11", "3.12", "3.13"]
NEED_EXTRAS = [
    *("tests/render/plots", "tests/corpus/test_dask_cluster.py", "tests/test_notebooks.py", "tests/test_docs.py"),
    *("src/jpnews_nlp/render/plots", "tests/training", "src/jpnews_nlp/corpus/dask_bag.py"),
]
"""Tests and doctests that need more than the library and Parquet."""
COPIED = [
    *("pyproject.toml", "README.md", "README.ja.md", "CHANGELOG.md", "CONTRIBUTING.md", "LICENSE", "NOTICE"),
    "requirements-dev.lock",
]
"""Files of the project that tests read."""
TESTS = ["python", "-m", "pytest", "-m", "not slow", "-p", "no:cacheprovider"]

nox.options.default_venv_backend = "uv|virtualenv"
nox.options.error_on_missing_interpreters = bool(os.environ.get("CI"))
nox.options.sessions = ["tests", "oldest", "newest", "wheel", "sdist", "same_bytes"]


def pytest(session: nox.Session, *options: str) -> None:
    """The quick half, or what is asked for after `--`."""
    session.run(*TESTS, *options, *session.posargs)


@nox.session(python=PYTHONS)
def tests(session: nox.Session) -> None:
    """With the versions we develop with."""
    session.install("-c", "requirements-dev.lock", "-e", ".[dev]")
    pytest(session)


@nox.session
def same_bytes(session: nox.Session) -> None:
    """What the library prints of the examples, in each environment that the other sessions made."""
    environments = sorted(path for path in (Path(session.virtualenv.location).parent).iterdir() if path.is_dir())
    printed: dict[str, str] = {}
    for environment in environments:
        python = environment / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
        if python.exists() and environment.name.startswith(("tests", "oldest", "newest", "wheel", "sdist")):
            told = session.run(str(python), "tests/robustness/digests.py", "mecab", silent=True, external=True)
            printed.setdefault(str(told), environment.name)
            session.log(f"{environment.name}: as {printed[str(told)]}")
    if len(printed) != 1:
        session.error(f"different bytes, first in: {', '.join(printed.values())}")


@nox.session(python="3.10")
def oldest(session: nox.Session) -> None:
    """With the oldest version of every direct dependency that has a wheel: what pyproject.toml allows must be true."""
    session.install("uv")
    lowest = Path(session.create_tmp()) / "lowest.txt"
    session.run(
        *("uv", "pip", "compile", "--quiet", "--resolution", "lowest-direct", "--only-binary", ":all:"),
        *("--no-binary", "unidic-lite", "--python-version", "3.10", "--extra", "parquet", "pyproject.toml"),
        *("--output-file", str(lowest)),
    )
    session.install("-r", str(lowest))
    session.install("-c", str(lowest), "pytest", "hypothesis", "jsonschema", "python-crfsuite", "pyarrow")
    session.install("--no-deps", "-e", ".")
    # Warnings of old releases are theirs; what needs the extras is tested with them by the other sessions.
    pytest(session, "-W", "default", *(f"--ignore={path}" for path in NEED_EXTRAS))


@nox.session(python="3.13")
def newest(session: nox.Session) -> None:
    """With the newest versions there are, whatever the lock says."""
    session.install("--upgrade", "-e", ".[dev]")
    pytest(session)


@nox.session(python="3.12")
def wheel(session: nox.Session) -> None:
    """What `pip install` puts on a user's machine, from the built wheel."""
    _built(session, "*.whl")


@nox.session(python="3.12")
def sdist(session: nox.Session) -> None:
    """The same from the source archive, with the tests that are in it."""
    _built(session, "*.tar.gz")


def _built(session: nox.Session, pattern: str) -> None:
    """Build, install without our tree on the path, and test from another folder against what was installed."""
    session.install("build", "hatchling")
    made = Path(session.create_tmp()).resolve() / "dist"
    shutil.rmtree(made, ignore_errors=True)
    session.run("python", "-m", "build", "--no-isolation", "--outdir", str(made), str(ROOT), silent=True)
    (archive,) = made.glob(pattern)
    started = time.monotonic()
    session.install(f"jpnews-nlp[parquet] @ {archive.as_uri()}")
    session.log(
        f"{archive.name}: {archive.stat().st_size / 1e6:.1f} MB, installed in {time.monotonic() - started:.0f} s"
    )
    session.install("-c", "requirements-dev.lock", "pytest", "hypothesis", "jsonschema", "dask[distributed]")
    elsewhere = Path(session.create_tmp()) / "elsewhere"
    shutil.rmtree(elsewhere, ignore_errors=True)
    for name in ("tests", "docs", "training", "notebooks"):
        shutil.copytree(ROOT / name, elsewhere / name)
    for name in COPIED:
        shutil.copy(ROOT / name, elsewhere / name)
    where = "import jpnews_nlp, pathlib; assert 'site-packages' in pathlib.Path(jpnews_nlp.__file__).parts"
    with session.chdir(elsewhere):
        session.run("python", "-c", where)
        session.run("jpnews", "doctor")
        session.run(*TESTS, "tests", *(f"--ignore={path}" for path in NEED_EXTRAS), *session.posargs)
