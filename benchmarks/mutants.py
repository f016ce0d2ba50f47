"""Mutation testing with cosmic-ray: change the code in one place, and see that a test of its room fails.

    pip install cosmic-ray
    python benchmarks/mutants.py claims 100 ../mutants [MINUTES]

Tries every 100th of all mutants of src/jpnews_nlp/claims, in the order of module, operator and place, so that another
run tries the same, against tests/claims and the doctests of the room; those of `|` are left out: here it is a sign of
types. It works in a copy of the tree in ../mutants/claims. Ends after MINUTES, and goes on from there when run again.
"""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
NOT_COPIED = shutil.ignore_patterns(".git", ".venv", ".nox", "__pycache__", ".*_cache", ".hypothesis", "site")
SESSION = "mutants.sqlite"
SETTINGS = """
[cosmic-ray]
module-path = "src/jpnews_nlp/{room}"
timeout = 120.0
excluded-modules = ["**/__init__.py"]
test-command = "{python} -m pytest -x -q -m 'not slow' -k 'not time_grows' -p no:cacheprovider {tests}"
[cosmic-ray.distributor]
name = "local"
"""
"""What measures time is left out: beside other work it would kill mutants by chance."""
ORDER = """
    SELECT job_id FROM mutation_specs WHERE operator_name NOT LIKE '%BitOr%'
    ORDER BY module_path, operator_name, start_pos_row, start_pos_col, occurrence
"""
FIGURES = "SELECT test_outcome, COUNT(*) FROM work_results GROUP BY test_outcome ORDER BY test_outcome"
SURVIVED = """
    SELECT module_path, start_pos_row, operator_name, diff FROM mutation_specs JOIN work_results
    USING (job_id) WHERE test_outcome = 'SURVIVED' ORDER BY 1, 2, 3
"""


def main(room: str, every: int, folder: Path, minutes: float) -> None:
    """Copy, sample, see that all tests pass before, run, and print the figures and the survivors."""
    tree = folder / room
    cosmic_ray = str(Path(sys.executable).with_name("cosmic-ray"))
    environment = {**os.environ, "PYTHONPATH": str(tree / "src"), "CI": "1"}  # hypothesis knows no deadline then
    if not (tree / SESSION).exists():
        shutil.copytree(ROOT, tree, ignore=NOT_COPIED, dirs_exist_ok=True)
        tests = f"tests/{room} tests/model/test_frozen.py src/jpnews_nlp/{room}"
        settings = SETTINGS.format(room=room, python=sys.executable, tests=tests)
        (tree / "mutants.toml").write_text(settings, encoding="utf-8")
        subprocess.run([cosmic_ray, "baseline", "mutants.toml"], check=True, cwd=tree, env=environment)
        subprocess.run([cosmic_ray, "init", "mutants.toml", SESSION], check=True, cwd=tree)
        _sample(tree / SESSION, every)
    with subprocess.Popen([cosmic_ray, "exec", "mutants.toml", SESSION], cwd=tree, env=environment) as running:
        try:
            running.wait(60 * minutes)
        except subprocess.TimeoutExpired:
            running.send_signal(signal.SIGINT)  # it puts the mutated file back; killed, it would not
            print("not at the end; run it again")
    with sqlite3.connect(tree / SESSION) as session:
        for outcome, count in session.execute(FIGURES):
            print(outcome, count)
        for path, line, operator, diff in session.execute(SURVIVED):
            print(f"\n{path}:{line} {operator}", *_changed(diff), sep="\n")


def _sample(path: Path, every: int) -> None:
    with sqlite3.connect(path) as session:
        jobs = [job for (job,) in session.execute(ORDER)]
        chosen = set(jobs[::every])
        left_out = [(job,) for (job,) in session.execute("SELECT job_id FROM mutation_specs") if job not in chosen]
        session.executemany("DELETE FROM mutation_specs WHERE job_id = ?", left_out)
        session.executemany("DELETE FROM work_items WHERE job_id = ?", left_out)
    print(f"{len(jobs)} mutants, {len(chosen)} of them to be tried", flush=True)


def _changed(diff: str) -> list[str]:
    return [line for line in diff.splitlines() if line[:1] in "+-" and line[:3] not in ("+++", "---")]


if __name__ == "__main__":
    if len(sys.argv) < 4:
        sys.exit(__doc__)
    main(sys.argv[1], int(sys.argv[2]), Path(sys.argv[3]), float(sys.argv[4]) if len(sys.argv) > 4 else 1_000)
