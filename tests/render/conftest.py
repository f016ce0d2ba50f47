"""`--renew-golden` writes the golden files anew instead of comparing with them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

GOLDEN = Path(__file__).parent / "golden"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--renew-golden", action="store_true", help="write the golden files of tests/render anew")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compare a text with the golden file of that name, to the letter."""
    renew = request.config.getoption("--renew-golden", default=False)

    def check(name: str, text: str) -> None:
        path = GOLDEN / name
        data = text.encode()
        if renew:
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(data)
        assert path.read_bytes() == data, f"{name} has changed; if that is right: pytest tests/render --renew-golden"

    return check
