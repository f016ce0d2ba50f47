"""No regular expression blows up, whatever text it meets: inputs made from each pattern grow, and its time with them.

A pattern may take the square of the length of what it is given: text is given by the line, the clause or the name, and
`tests/test_limits.py` shows that whole articles of one line cost what their length costs. More than the square, as
`(a+)+b` takes, it may not.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.robustness.patterns import attacks

SIZES = (20, 60, 200, 700)
SECONDS = 0.6
"""The square of 700 takes some thousandths of a second, its cube several seconds, a blow-up for ever."""
CHUNKS = 8


@pytest.fixture(scope="module")
def patterns() -> list[tuple[str, str, int]]:
    """Collected in a process of its own: they must be seen while they are compiled."""
    program = Path(__file__).with_name("patterns.py")
    done = subprocess.run([sys.executable, str(program)], capture_output=True, check=True, timeout=300)
    return [(module, source, flags) for module, source, flags in json.loads(done.stdout)]


def hurting(pattern: re.Pattern[str]) -> Iterator[str]:
    """The attacks that take too long."""
    for start, unit in attacks(pattern):
        for size in SIZES:
            text = start + unit * (size // len(unit) + 1) + "\0"
            began = time.process_time()
            for _ in pattern.finditer(text):
                pass
            pattern.fullmatch(text)
            if time.process_time() - began > SECONDS:
                yield f"{start!r} + {unit!r} * {size // len(unit) + 1}"
                break


@pytest.mark.slow
@pytest.mark.parametrize("chunk", range(CHUNKS))
def test_no_pattern_blows_up(chunk: int, patterns: list[tuple[str, str, int]]) -> None:
    assert len(patterns) > 300
    slow = {
        f"{module}: {source}": found
        for module, source, flags in patterns[chunk::CHUNKS]
        if (found := list(hurting(re.compile(source, flags))))
    }
    assert slow == {}


BLOWING_UP = [
    "(a+)+b",
    "(あ|い|あい)*う",
    "(.*)*x",
    "(?:[一-龥]+[ァ-ヶ]*)+。",
    r"(\d+\d+)+人",
    "[あ-ん]*[あ-ん]*[あ-ん]*。",
]


@pytest.mark.parametrize("source", BLOWING_UP)
def test_the_attacks_find_what_blows_up(source: str) -> None:
    """Each of these takes too long; lengths are tried from the smallest on, so that finding it out takes no hour."""
    pattern = re.compile(source)
    for start, unit in attacks(pattern):
        length = 8
        while length < 1_000:
            began = time.process_time()
            pattern.fullmatch(start + (unit * length)[:length] + "\0")
            if time.process_time() - began > 0.05:
                return
            length = length + 1 if length < 40 else 2 * length
    pytest.fail(f"nothing that is tried hurts {source}")
