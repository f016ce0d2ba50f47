"""Write down the digests of the trained files; the library refuses a file that has another one.

    python training/digest_model_files.py

To be run after each recipe that writes one of them.
"""

from pathlib import Path

from jpnews_nlp.entities import model_files

FOLDER = Path(model_files.__file__).parent / "data"
HEAD = "# SHA-256 of the trained files, checked when they are loaded; written by training/digest_model_files.py\n"


def table() -> str:
    """A row for each trained file: its name and its digest."""
    files = sorted(file for pattern in ("*.npz", "*.gz") for file in FOLDER.glob(pattern))
    return HEAD + "".join(f"{file.name}\t{model_files.digest(file.read_bytes())}\n" for file in files)


if __name__ == "__main__":
    (FOLDER / model_files.DIGESTS).write_text(table(), encoding="utf-8")
