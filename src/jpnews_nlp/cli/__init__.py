"""The command `jpnews`."""

from jpnews_nlp.cli.app import main

__all__ = ["main"]
