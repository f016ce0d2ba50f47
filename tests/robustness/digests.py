"""Print a digest of what the library makes of each bundled example: python tests/robustness/digests.py ENGINE

Equal lines are equal bytes, of the JSON and of the report.
"""

from __future__ import annotations

import hashlib
import sys

from jpnews_nlp import Pipeline, load_example
from jpnews_nlp.examples import example_names
from jpnews_nlp.render.html import comparison_report

if __name__ == "__main__":
    pipeline = Pipeline(engine=sys.argv[1])
    for name in example_names():
        compared = pipeline.compare(load_example(name))
        for data in (compared.to_json(), comparison_report(compared)):
            print(name, hashlib.sha256(data.encode()).hexdigest())
