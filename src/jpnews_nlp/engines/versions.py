"""The versions of what an engine is made of."""

from __future__ import annotations

from importlib import metadata


def versions(*distributions: str) -> str:
    """The distributions with their installed versions, for a key or a message; `?` for one that is not installed."""
    return " ".join(f"{name}={_version(name)}" for name in distributions)


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return "?"
