"""The floor of branch coverage, and where most branches are not taken.

    python .ci/branches.py REPORT FLOOR

REPORT is a JSON report of coverage.py. Its own `fail_under` is of statements and branches together; this is of the
branches alone.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

report = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
totals, floor = report["totals"], float(sys.argv[2])
share = 100 * totals["covered_branches"] / totals["num_branches"]
sys.stdout.write(
    f"{share:.1f} % of {totals['num_branches']:,} branches, {totals['percent_covered']:.1f} % with the statements\n"
)
missing = sorted(((file["summary"]["missing_branches"], name) for name, file in report["files"].items()), reverse=True)
sys.stdout.writelines(f"  {count:3} not taken: {name}\n" for count, name in missing[:5])
sys.exit(share < floor)
