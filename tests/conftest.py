"""`--hypothesis-profile=thorough` tries 10,000 examples where a property sets no number of its own.

`--renew-golden` writes the golden files anew instead of comparing with them.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import settings

settings.register_profile("thorough", max_examples=10_000, deadline=None)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--renew-golden", action="store_true", help="write the golden files beside the tests anew")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compare a text with the golden file of that name in the test's folder `golden`, to the letter."""
    renew = request.config.getoption("--renew-golden")
    folder = request.path.parent / "golden"

    def check(name: str, text: str) -> None:
        path = folder / name
        data = text.encode()
        if renew:
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(data)
        assert path.read_bytes() == data, (
            f"{name} has changed; if that is right: pytest tests/{folder.parent.name} --renew-golden"
        )

    return check
