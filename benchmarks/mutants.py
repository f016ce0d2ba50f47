"""Mutation testing with cosmic-ray: change the code in one place, and see that a test fails.

    python benchmarks/mutants.py SETTINGS EVERY [MINUTES]

SETTINGS is a file with cosmic-ray's section, such as pyproject.toml. Of all mutants in the order of module, operator
and place every EVERY-th is tried, so that another run tries the same. Those of `|` are left out: here it is a sign of
types. It changes the files of the tree it runs in and puts them back: run it in a copy. Ends after MINUTES, and goes on
from there when run again.
"""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from pathlib import Path

SESSION = Path("mutants.sqlite")
ORDER = """
    SELECT job_id FROM mutation_specs WHERE operator_name NOT LIKE '%BitOr%'
    ORDER BY module_path, operator_name, start_pos_row, start_pos_col, occurrence
"""
FIGURES = "SELECT test_outcome, COUNT(*) FROM work_results GROUP BY test_outcome ORDER BY test_outcome"
SURVIVED = """
    SELECT module_path, start_pos_row, operator_name, operator_args, job_id FROM mutation_specs JOIN work_results
    USING (job_id) WHERE test_outcome = 'SURVIVED' ORDER BY 1, 2, 3
"""


def main(settings: str, every: int, minutes: float) -> None:
    """Sample, run, and print the figures and the survivors."""
    cosmic_ray = str(Path(sys.executable).with_name("cosmic-ray"))
    if not SESSION.exists():
        subprocess.run([cosmic_ray, "init", settings, str(SESSION)], check=True)
        with sqlite3.connect(SESSION) as session:
            jobs = [job for (job,) in session.execute(ORDER)]
            chosen = set(jobs[::every])
            every_job = session.execute("SELECT job_id FROM mutation_specs").fetchall()
            left_out = [(job,) for (job,) in every_job if job not in chosen]
            session.executemany("DELETE FROM mutation_specs WHERE job_id = ?", left_out)
            session.executemany("DELETE FROM work_items WHERE job_id = ?", left_out)
        print(f"{len(jobs)} mutants, {len(chosen)} of them to be tried", flush=True)
    try:
        subprocess.run([cosmic_ray, "exec", settings, str(SESSION)], check=True, timeout=60 * minutes)
    except subprocess.TimeoutExpired:
        print("not at the end; run it again")
    with sqlite3.connect(SESSION) as session:
        print(*session.execute(FIGURES), sep="\n")
        print(*session.execute(SURVIVED), sep="\n")


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), float(sys.argv[3]) if len(sys.argv) > 3 else 1_000)
