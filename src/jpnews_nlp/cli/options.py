"""Arguments and options that several commands take."""

from __future__ import annotations

from enum import Enum
from typing import Annotated

import typer


class EngineName(str, Enum):
    """What reads the Japanese."""

    ginza = "ginza"
    mecab = "mecab"


FilesArgument = Annotated[
    list[str],
    typer.Argument(
        metavar="FILE",
        help="Articles: .txt, .html, .mhtml, .json, .jsonl, .csv, .tsv, .parquet; folders or patterns of them; "
        "- is stdin.",
    ),
]
ColumnOption = Annotated[
    list[str] | None,
    typer.Option(
        "--column",
        metavar="FIELD=NAME",
        help="The column or key that holds a field (id, title, body, outlet, published, url). May be repeated.",
    ),
]
EngineOption = Annotated[EngineName, typer.Option(help="ginza: with syntax. mecab: the fast one.")]
