"""The READMEs: both give the same commands, their examples run, and what they name exists."""

from __future__ import annotations

import doctest
import re
from pathlib import Path

import pytest
from typer.main import get_command

from jpnews_nlp.cli.app import Format, app
from jpnews_nlp.examples import example_names
from jpnews_nlp.examples.evaluate import evaluate_examples
from jpnews_nlp.examples.scores import scores_markdown
from jpnews_nlp.pipeline import Pipeline

ROOT = Path(__file__).parent.parent
READMES = ("README.md", "README.ja.md")


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def code(name: str, language: str) -> list[str]:
    """The code blocks of one language."""
    return re.findall(rf"^```{language}\n(.*?)^```$", read(name), flags=re.DOTALL | re.MULTILINE)


def commands(name: str) -> list[str]:
    """The command lines without their comments, which are in the language of the README."""
    lines = [line for block in code(name, "(?:sh|powershell)") for line in block.splitlines()]
    return [line.split("  #")[0].strip() for line in lines]


def test_both_readmes_give_the_same_commands() -> None:
    assert commands("README.md") == commands("README.ja.md")
    assert len(commands("README.md")) >= 8


@pytest.mark.parametrize("last", ["jpnews example alaska-summit", "python -m pytest"])
def test_one_line_sets_everything_up(last: str) -> None:
    """CI runs the line with this ending as it stands, so there must be one and no other."""
    lines = [line for line in commands("README.md") if line.startswith("python3 -m venv") and line.endswith(last)]
    assert len(lines) == 1


@pytest.mark.parametrize("name", READMES)
def test_the_python_example_runs_and_prints_what_it_shows(name: str) -> None:
    examples = "\n".join(code(name, "pycon"))
    test = doctest.DocTestParser().get_doctest(examples, {}, name, name, 0)
    assert test.examples
    report: list[str] = []
    doctest.DocTestRunner(verbose=False).run(test, out=report.append)
    assert report == []


@pytest.mark.parametrize("name", READMES)
def test_every_linked_file_exists(name: str) -> None:
    targets = re.findall(r"\]\((?!https?:)([^)#]+)\)", read(name))
    assert targets
    assert [target for target in targets if not (ROOT / target).exists()] == []


def test_every_command_of_the_tool_is_shown_and_exists() -> None:
    shown = {line.split()[1] for line in commands("README.md") if line.startswith("jpnews ")}
    assert shown == set(getattr(get_command(app), "commands"))  # noqa: B009


@pytest.mark.parametrize("name", READMES)
def test_every_format_is_named(name: str) -> None:
    line = next(line for line in read(name).splitlines() if line.startswith("`--format`"))
    assert set(re.findall(r"`(\w+)`", line)) == {form.value for form in Format}


def test_every_requirements_file_named_exists() -> None:
    assert all((ROOT / name).is_file() for name in re.findall(r"-c (\S+)", read("README.md")))
    shown = re.findall(r"example ([\w-]+)(?:$|  )", "\n".join(commands("README.md")), flags=re.MULTILINE)
    assert set(shown) == set(example_names())


@pytest.mark.parametrize(("name", "lang"), [("README.md", "en"), ("README.ja.md", "ja")])
def test_the_table_of_figures_is_what_the_command_prints_give_or_take(name: str, lang: str) -> None:
    """The same rows and columns, and no figure of the sum that the library of today falls well short of."""
    printed = scores_markdown(evaluate_examples(Pipeline(engine="mecab")), lang=lang).splitlines()
    start = read(name).splitlines().index(printed[0])
    shown = read(name).splitlines()[start : start + len(printed)]
    assert [line.split("|")[1] for line in shown] == [line.split("|")[1] for line in printed]
    was, now = ([float(cell) for cell in lines[-1].split("|")[2:-2]] for lines in (shown, printed))
    assert all(after >= before - 0.05 for before, after in zip(was, now, strict=True)), (was, now)
