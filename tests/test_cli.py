"""The command `jpnews`: what goes to stdout, what to stderr, and the exit status."""

from __future__ import annotations

import io
import json
import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from jpnews_nlp import Analysis, Comparison, __version__
from jpnews_nlp.cli import app, doctor, main, output
from jpnews_nlp.cli.inputs import read_inputs
from jpnews_nlp.examples import example_names

FIRE = "北浜市で倉庫火災\n北浜市港町で3日、倉庫が焼けた。県警によると、4人が死亡した。\n公開日:2031/04/03\n"
FIRE_TOO = "倉庫火災で5人死亡\n3日、北浜市港町の倉庫で火災があり、5人が死亡した。\n公開日:2031/04/03\n"
FAIR = "味覚フェア開幕\n南山市で8日、春の味覚フェアが始まった。\n公開日:2031/04/08\n"


@dataclass(frozen=True)
class Result:
    """What one run of the command gave."""

    status: int
    out: str
    err: str


@pytest.fixture
def news(tmp_path: Path) -> Path:
    folder = tmp_path / "news"
    folder.mkdir()
    for name, text in {"a.txt": FIRE, "b.txt": FIRE_TOO, "c.txt": FAIR}.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def jpnews(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], tmp_path: Path) -> Any:
    """Run the command in this process, in an empty folder."""
    monkeypatch.chdir(tmp_path)

    def run(*arguments: object) -> Result:
        monkeypatch.setattr(sys, "argv", ["jpnews", *map(str, arguments)])
        status: Any = 0
        try:
            main()
        except SystemExit as end:
            status = end.code or 0
        out, err = capfd.readouterr()
        return Result(status, out, err)

    return run


def process(*arguments: object, **options: Any) -> subprocess.CompletedProcess[bytes]:
    """Run the command in a process of its own."""
    line = [sys.executable, "-m", "jpnews_nlp.cli", *map(str, arguments)]
    return subprocess.run(line, capture_output=True, check=False, timeout=120, **options)


def test_version(jpnews: Any) -> None:
    assert jpnews("--version") == Result(0, f"jpnews {__version__}\n", "")


@pytest.mark.parametrize("command", ["analyze", "compare", "events", "example", "evaluate", "doctor"])
def test_help_of_every_command_has_an_example(jpnews: Any, command: str) -> None:
    shown = jpnews(command, "--help")
    assert shown.status == 0
    assert f"Example: jpnews {command}" in shown.out


def test_help_loads_nothing_heavy() -> None:
    code = (
        "import sys; sys.argv = ['jpnews', '--help']\n"
        "from jpnews_nlp.cli import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "heavy = {'spacy', 'ginza', 'fugashi', 'pandas', 'jinja2', 'rich', 'trafilatura', 'numpy'} & set(sys.modules)\n"
        "assert not heavy, heavy"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False, timeout=60)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.parametrize(
    "arguments",
    [["compare"], ["compare", "a.txt", "--format", "pdf"], ["analyze", "--nonsense"], ["nothing"], ["events"]],
    ids=["no file", "unknown format", "unknown option", "unknown command", "no folder"],
)
def test_wrong_usage_is_status_2(jpnews: Any, arguments: list[str]) -> None:
    done = jpnews(*arguments)
    assert (done.status, done.out) == (2, "")
    assert "Traceback" not in done.err


def test_missing_file_is_one_line_and_status_1(jpnews: Any) -> None:
    done = jpnews("compare", "無い.txt")
    assert (done.status, done.out) == (1, "")
    assert re.fullmatch(r"jpnews: .*無い\.txt.*\n", done.err)


def test_unknown_example_is_one_line_and_status_1(jpnews: Any) -> None:
    done = jpnews("example", "nothing-like-it", "--engine", "mecab")
    assert (done.status, done.out) == (1, "")
    assert re.fullmatch(r"jpnews: .*alaska-summit.*\n", done.err)


def test_compare_prints_text_and_nothing_else(jpnews: Any, news: Path) -> None:
    done = jpnews("compare", news / "a.txt", news / "b.txt", "--engine", "mecab")
    assert (done.status, done.err) == (0, "")
    assert done.out.startswith("記事 2 本")
    assert "\x1b" not in done.out


def test_compare_as_json_loads_back(jpnews: Any, news: Path) -> None:
    done = jpnews("compare", news / "a.txt", news / "b.txt", "--engine", "mecab", "--format", "json")
    loaded = Comparison.from_json(done.out)
    assert [article.id for article in loaded.articles] == ["a.txt", "b.txt"]
    assert [article.text for article in loaded.articles] == [FIRE, FIRE_TOO]
    for group in loaded.groups:
        for claim in group.claims:
            assert loaded.article(claim.article).text[claim.start : claim.end] == claim.text


def test_analyze_as_json_is_a_line_an_article(jpnews: Any, news: Path) -> None:
    done = jpnews("analyze", news / "a.txt", news / "c.txt", "--engine", "mecab", "--format", "json")
    assert [Analysis.from_json(line).article.id for line in done.out.splitlines()] == ["a.txt", "c.txt"]


STARTS = {"html": "<!doctype html>", "markdown": "# 記事の比較", "csv": "group,verdict,", "text": "記事 2 本"}


@pytest.mark.parametrize("form", sorted(STARTS))
def test_compare_in_every_format(jpnews: Any, news: Path, form: str) -> None:
    done = jpnews("compare", news / "a.txt", news / "b.txt", "--engine", "mecab", "--format", form)
    assert (done.status, done.err) == (0, "")
    assert done.out.startswith(STARTS[form])


@pytest.mark.parametrize("form", ["html", "markdown", "csv", "text"])
def test_analyze_in_every_format(jpnews: Any, news: Path, form: str) -> None:
    done = jpnews("analyze", news / "a.txt", "--engine", "mecab", "--format", form, "--lang", "en")
    assert (done.status, done.err) == (0, "")
    assert "北浜市" in done.out


def test_analyze_several_as_html_says_what_would_do(jpnews: Any, news: Path) -> None:
    done = jpnews("analyze", news, "--engine", "mecab", "--format", "html")
    assert (done.status, done.out) == (2, "")
    assert "html shows one article; 3 were given" in " ".join(done.err.split())


ENDINGS = {
    "r.html": b"<!doctype html>",
    "r.md": b"# ",
    "r.csv": b"\xef\xbb\xbfgroup,",
    "r.json": b"{",
    "r.txt": "記事".encode(),
}


@pytest.mark.parametrize("name", sorted(ENDINGS))
def test_ending_of_the_output_decides_the_format(jpnews: Any, news: Path, tmp_path: Path, name: str) -> None:
    done = jpnews("compare", news / "a.txt", news / "b.txt", "--engine", "mecab", "-o", tmp_path / name)
    assert (done.status, done.out, done.err) == (0, "", f"jpnews: wrote {tmp_path / name}\n")
    assert (tmp_path / name).read_bytes().startswith(ENDINGS[name])


def test_output_into_a_missing_folder_is_one_line(jpnews: Any, news: Path) -> None:
    done = jpnews("compare", news / "a.txt", "--engine", "mecab", "-o", "nowhere/r.html")
    assert (done.status, done.out) == (1, "")
    assert re.fullmatch(r"jpnews: nowhere.r\.html: cannot be written \(.*\)\n", done.err)


@pytest.mark.parametrize("command", ["analyze", "compare", "events", "evaluate", "example"])
def test_a_target_that_cannot_be_written_is_refused_before_any_work(
    jpnews: Any, news: Path, command: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(app, "_pipeline", lambda _: pytest.fail("work was done"))
    given = {"evaluate": [], "example": ["alaska-summit"]}.get(command, [news / "a.txt", news / "b.txt"])
    done = jpnews(command, *given, "-o", news / "none" / "r.html")
    assert (done.status, done.out) == (1, "")
    assert done.err == f"jpnews: {news / 'none' / 'r.html'}: cannot be written (there is no folder {news / 'none'})\n"


def test_a_folder_as_a_target_is_told_what_would_do(jpnews: Any, news: Path) -> None:
    done = jpnews("compare", news / "a.txt", news / "b.txt", "-o", news)
    assert (done.status, done.err) == (
        1,
        f"jpnews: {news}: is a folder; give the name of a file, such as {news / 'report.html'}\n",
    )


def test_an_ending_of_no_format_is_wrong_usage_unless_the_format_is_said(jpnews: Any, news: Path) -> None:
    files = (news / "a.txt", news / "b.txt", "--engine", "mecab", "-o", news / "r.pdf")
    done = jpnews("compare", *files)
    assert (done.status, done.out) == (2, "")
    assert "no format ends in .pdf" in done.err
    assert not (news / "r.pdf").exists()
    assert jpnews("compare", *files, "-f", "html").status == 0


def test_one_article_alone_is_told_to_have_nothing_beside_it(jpnews: Any, news: Path) -> None:
    done = jpnews("compare", news / "a.txt", news / "a.txt", "--engine", "mecab")
    assert done.status == 0
    assert "比べる相手がありません" in done.out
    assert done.err.splitlines() == [
        "jpnews: one article alone, nothing to compare it with (see: jpnews analyze a.txt)",
        f"jpnews: {news / 'a.txt'}: given more than once, read once",
    ]


def test_a_mistyped_name_is_told_the_near_one(jpnews: Any, news: Path) -> None:
    done = jpnews("compare", news / "aa.txt")
    assert done.err == f"jpnews: {news / 'aa.txt'}: there is no such file; did you mean {news / 'a.txt'}?\n"
    far = jpnews("compare", news / "no" / "z.txt")
    assert (
        far.err == f"jpnews: {news / 'no' / 'z.txt'}: there is no such file; there is no folder {news / 'no'} either\n"
    )
    other = jpnews("compare", news / "まったく別の名前.txt")
    assert other.err.endswith(f"there is no such file; it was looked for in {news.resolve()}\n")


def test_a_comparison_on_a_terminal_names_the_report(jpnews: Any, news: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(app, "_on_terminal", lambda: True)
    done = jpnews("compare", news / "a.txt", news / "b.txt", "--engine", "mecab")
    assert done.err == "jpnews: for the report, with every finding in its place: -o report.html\n"


def test_failed_write_keeps_the_old_file_and_leaves_nothing_behind(tmp_path: Path, monkeypatch: Any) -> None:
    target = tmp_path / "r.txt"
    target.write_text("古い")

    def fail(self: Path, other: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(output.OutputError, match="No space left"):
        output.write_file(target, "新しい")
    assert target.read_text() == "古い"
    assert [file.name for file in tmp_path.iterdir()] == ["r.txt"]


def test_write_to_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(output.OutputError):
        output.write_file(tmp_path, "x")


@pytest.mark.skipif(os.name == "nt", reason="symbolic links need a right there")
def test_write_goes_through_a_link_and_keeps_the_mode(tmp_path: Path) -> None:
    target, link = tmp_path / "r.txt", tmp_path / "link.txt"
    target.write_text("古い")
    target.chmod(0o640)
    link.symlink_to(target)
    output.write_file(link, "新しい")
    assert link.is_symlink()
    assert (target.read_text(encoding="utf-8"), target.stat().st_mode & 0o777) == ("新しい", 0o640)


def test_events_groups_a_folder(jpnews: Any, news: Path) -> None:
    done = jpnews("events", news, "--format", "json")
    assert (done.status, done.err) == (0, "")
    found = [sorted(a["id"] for a in event["articles"]) for event in json.loads(done.out)["events"]]
    assert sorted(found) == [["a.txt", "b.txt"], ["c.txt"]]


def test_events_prints_a_block_an_event(jpnews: Any, news: Path) -> None:
    done = jpnews("events", news)
    assert len(done.out.split("\n\n")) == 2
    assert "北浜市で倉庫火災" in done.out


def test_events_goes_on_after_a_bad_file(jpnews: Any, news: Path) -> None:
    (news / "bad.json").write_text("{")
    done = jpnews("events", news)
    assert done.status == 1
    assert "出来事 1" in done.out
    assert re.fullmatch(r"jpnews: .*bad\.json.*\n", done.err)


@pytest.mark.parametrize("name", ["empty", "nowhere"])
def test_events_of_no_article_is_one_line(jpnews: Any, tmp_path: Path, name: str) -> None:
    (tmp_path / "empty").mkdir()
    done = jpnews("events", tmp_path / name)
    assert (done.status, done.out) == (1, "")
    assert re.fullmatch(rf"jpnews: .*{name}.*\n", done.err)


def test_folder_with_the_same_name_twice_keeps_both(news: Path) -> None:
    (news / "more").mkdir()
    (news / "more" / "a.txt").write_text(FAIR, encoding="utf-8")
    inputs = read_inputs([str(news)], {})
    assert [article.id for article in inputs.articles] == ["news/a.txt", "b.txt", "c.txt", "more/a.txt"]
    assert inputs.problems == ()


MANY = {
    "a.csv": "見出し,本文,日付\n倉庫火災,北浜市の倉庫が3日に焼けた。,2031年4月3日\n空欄,,2031年4月3日\n",
    "b.jsonl": '{"title": "倉庫火災", "body": "北浜市で3日、倉庫が焼け、4人が死亡した。"}\n{"title": 5}\n',
    "c.html": "<html><body><p>The warehouse in the harbour of the city burned down on Thursday, killing four people."
    " The police said that they were looking into the cause of the fire, which had begun at night.</p></body></html>",
    "d.txt": "北浜市で倉庫火災\n北浜市で3日、倉庫が焼け、4人が死亡した。\n",
    "e.json": '{"text": "',
    "f.md": "読まれない",
}


@pytest.fixture
def mixed(tmp_path: Path) -> Path:
    folder = tmp_path / "mixed"
    folder.mkdir()
    for name, text in MANY.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.mark.parametrize("command", ["analyze", "compare", "events"])
def test_every_command_goes_on_past_bad_files_and_rows(jpnews: Any, mixed: Path, command: str) -> None:
    done = jpnews(command, mixed, "--engine", "mecab", "--format", "json")
    assert done.status == 1
    for name in ("a.csv:1", "b.jsonl:1", "d.txt"):
        assert f'"id": "{name}"' in done.out or f'"id":"{name}"' in done.out
    said = done.err.splitlines()
    wanted = ["a.csv: row 2: field '本文' is empty", "b.jsonl: line 2: field 'title' is a number"]
    wanted += ["c.html: reads as English", "e.json: line 1: not JSON"]
    assert len(said) == len(wanted)
    assert all(want in line for line, want in zip(said, wanted, strict=True))


def test_one_article_and_a_bad_file_are_no_comparison(jpnews: Any, mixed: Path) -> None:
    done = jpnews("compare", mixed / "d.txt", mixed / "e.json", "--engine", "mecab")
    assert (done.status, done.out) == (1, "")


def test_the_same_text_twice_is_noticed(jpnews: Any, news: Path) -> None:
    (news / "copy.txt").write_text(FIRE.replace("。", "。 "), encoding="utf-8")
    done = jpnews("events", news)
    assert (done.status, done.err) == (0, "jpnews: the same text: a.txt, copy.txt\n")


def test_a_column_map(jpnews: Any, tmp_path: Path) -> None:
    (tmp_path / "t.tsv").write_text("h\tt\n倉庫火災\t北浜市の倉庫が焼けた。\n", encoding="utf-8")
    options = ("--engine", "mecab", "--column", "body=t", "--column", "title=h", "--format", "json")
    done = jpnews("analyze", "t.tsv", *options)
    assert (done.status, done.err) == (0, "")
    assert Analysis.from_json(done.out).article.title == "倉庫火災"


@pytest.mark.parametrize("option", ["body", "body=", "text=x", "=x"])
def test_a_column_map_that_says_nothing_is_wrong_usage(jpnews: Any, news: Path, option: str) -> None:
    done = jpnews("analyze", news, "--column", option)
    assert (done.status, done.out) == (2, "")
    assert "FIELD=NAME" in done.err


STDIN = {
    "text": FIRE,
    "page": f"<html><body><h1>倉庫火災</h1><p>{FIRE}</p><p>県警が原因を調べている。</p></body></html>",
    "record": '[{"body": "北浜市で3日、倉庫が焼けた。"}]',
    "records": '{"body": "北浜市で3日、倉庫が焼けた。"}\n{"body": "北浜市の倉庫が焼けた。"}',
}


@pytest.mark.parametrize("kind", sorted(STDIN))
@pytest.mark.parametrize("encoding", ["utf-8", "cp932"])
def test_standard_input(jpnews: Any, monkeypatch: pytest.MonkeyPatch, kind: str, encoding: str) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(STDIN[kind].encode(encoding))))
    done = jpnews("analyze", "-", "--engine", "mecab", "--format", "json")
    assert (done.status, done.err) == (0, "")
    found = [Analysis.from_json(line).article for line in done.out.splitlines()]
    assert len(found) == (2 if kind == "records" else 1)
    assert all(article.id.startswith("stdin") and "北浜市" in article.text for article in found)


def test_examples_are_listed(jpnews: Any) -> None:
    done = jpnews("example")
    assert done.status == 0
    assert [line for line in done.out.splitlines() if not line.startswith(" ")] == list(example_names())


def test_example_prints_the_comparison_and_writes_the_page(jpnews: Any, tmp_path: Path) -> None:
    done = jpnews("example", "alaska-summit", "--engine", "mecab")
    assert (done.status, done.err) == (0, "jpnews: wrote alaska-summit.html\n")
    assert done.out.startswith("記事 3 本")
    assert (tmp_path / "alaska-summit.html").read_text(encoding="utf-8").startswith("<!doctype html>")


def test_example_writes_where_it_is_told(jpnews: Any, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    for target, written in (("out", "out/alaska-summit.html"), ("mine.html", "mine.html")):
        assert jpnews("example", "alaska-summit", "--engine", "mecab", "-o", target).status == 0
        assert (tmp_path / written).is_file()


def test_evaluate_prints_a_table(jpnews: Any, tmp_path: Path) -> None:
    done = jpnews("evaluate", "hita-quake", "--engine", "mecab")
    assert (done.status, done.err) == (0, "")
    assert [line.split()[0] for line in done.out.splitlines()] == ["例", "hita-quake", "合計"]
    assert jpnews("evaluate", "hita-quake", "--engine", "mecab", "-f", "json", "-o", "r.json").out == ""
    assert [score["name"] for score in json.loads((tmp_path / "r.json").read_text())] == ["hita-quake", "total"]
    markdown = jpnews("evaluate", "hita-quake", "--engine", "mecab", "-f", "markdown", "--lang", "en")
    assert markdown.out.startswith("| example | links P |")


def test_evaluate_of_an_unknown_example_is_one_line_and_status_1(jpnews: Any) -> None:
    done = jpnews("evaluate", "nothing-like-it", "--engine", "mecab")
    assert (done.status, done.out) == (1, "")
    assert re.fullmatch(r"jpnews: .*alaska-summit.*\n", done.err)


def test_doctor_finds_this_environment_well(jpnews: Any) -> None:
    done = jpnews("doctor")
    lines = done.out.splitlines()
    assert (done.status, len(lines)) == (0, 2 + len(doctor.PACKAGES) + len(doctor.EXTRAS))
    assert all(line.startswith(("ok ", "--")) for line in lines)  # an extra may not be there


def test_doctor_names_the_line_that_mends(jpnews: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "ranges", lambda: {"python": ">=3.10", "ginza": ">=99"})
    monkeypatch.setitem(doctor.PACKAGES, "no-such-package-at-all", "nothing")
    done = jpnews("doctor")
    assert done.status == 1
    failed = [line for line in done.out.splitlines() if line.startswith("FAIL")]
    assert [line.split("  ->  ")[1] for line in failed] == [
        'python -m pip install "ginza>=99"',
        'python -m pip install "no-such-package-at-all"',
    ]


def test_doctor_names_an_extra_that_is_not_there_and_is_well_all_the_same(
    jpnews: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(doctor.EXTRAS, "plots", ("no_such_module_at_all",))
    done = jpnews("doctor")
    assert done.status == 0
    assert done.out.splitlines()[-1] == (
        '--    plots            optional; without no_such_module_at_all  ->  python -m pip install "jpnews-nlp[plots]"'
    )


def test_doctor_says_when_a_package_does_not_load(jpnews: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    load = doctor.importlib.import_module

    def broken(name: str) -> Any:
        if name == "fugashi":
            raise OSError("libmecab.so: cannot open")
        return load(name)

    monkeypatch.setattr(doctor.importlib, "import_module", broken)
    done = jpnews("doctor")
    failed = [line for line in done.out.splitlines() if line.startswith("FAIL")]
    assert (done.status, len(failed)) == (1, 1)
    assert "OSError: libmecab.so" in failed[0]
    assert "--force-reinstall" in failed[0]


def test_doctor_knows_the_range_of_every_package() -> None:
    needed = doctor.ranges()
    assert needed["python"] == ">=3.10"
    assert all(needed.get(name) for name in doctor.PACKAGES)


@pytest.mark.skipif(os.name == "nt", reason="no closed pipes of this kind there")
@pytest.mark.parametrize("arguments", [["compare", "{news}", "--engine", "mecab", "-f", "json"], ["--help"]])
def test_closed_pipe_gives_no_traceback(news: Path, arguments: list[str]) -> None:
    line = [sys.executable, "-m", "jpnews_nlp.cli", *(a.format(news=news) for a in arguments)]
    read, write = os.pipe()
    os.close(read)
    done = subprocess.run(line, stdout=write, stderr=subprocess.PIPE, check=False, timeout=120)
    os.close(write)
    assert done.stderr == b""


def test_output_is_utf_8_whatever_the_locale(news: Path) -> None:
    environment = {**os.environ, "PYTHONIOENCODING": "ascii", "LC_ALL": "C"}
    done = process("compare", news / "a.txt", news / "b.txt", "--engine", "mecab", env=environment)
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.decode().startswith("記事 2 本")


def test_order_of_the_files_does_not_matter(jpnews: Any, news: Path) -> None:
    there = jpnews("compare", news / "a.txt", news / "b.txt", "--engine", "mecab", "-f", "json")
    back = jpnews("compare", news / "b.txt", news / "a.txt", "--engine", "mecab", "-f", "json")
    assert there == back


def test_terminal_gets_colours_and_the_same_words(monkeypatch: pytest.MonkeyPatch) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    terminal = Terminal()
    monkeypatch.setattr(sys, "stdout", terminal)
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)
    tally = "≠ 食い違い 2   → 更新 0   ⊃ 一方が詳しい 1   = 一致 3\n"
    text = tally + "  1  [bold]死者[/bold] :warning:\n     A≠B  数値が異なる" + "。" * 200 + "\n"
    output.emit(text, None)
    assert "\x1b[" in terminal.getvalue()
    assert re.sub(r"\x1b\[[\d;]*m", "", terminal.getvalue()) == text
    first = terminal.getvalue().split("\n")[0]
    assert re.findall(r"\x1b\[1;(\d+)m(\S)", first) == [("31", "≠"), ("33", "→"), ("34", "⊃"), ("32", "=")]


def test_library_error_names_survive_as_one_line(jpnews: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise output.OutputError("一行目\n二行目")

    monkeypatch.setattr(app, "_pipeline", fail)
    done = jpnews("example", "alaska-summit")
    assert (done.status, done.err) == (1, "jpnews: 一行目 二行目\n")


class Screen(io.StringIO):
    """A terminal that keeps what it is shown."""

    def isatty(self) -> bool:
        return True


def test_long_work_shows_a_bar_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = Screen()
    monkeypatch.setattr(sys, "stderr", screen)
    monkeypatch.setenv("TERM", "xterm-256color")
    assert list(output.progress(iter("あいうえ"), 4)) == list("あいうえ")
    assert "4/4" in screen.getvalue() or "100%" in screen.getvalue()


@pytest.mark.parametrize(("items", "terminal"), [("あいうえ", False), ("あい", True)])
def test_a_pipe_and_short_work_show_no_bar(items: str, terminal: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    screen = Screen() if terminal else io.StringIO()
    monkeypatch.setattr(sys, "stderr", screen)
    assert list(output.progress(items, len(items))) == list(items)
    assert screen.getvalue() == ""


@pytest.mark.parametrize(
    ("line", "completed"),
    [
        ("jpnews ev", {"events", "evaluate"}),
        ("jpnews example he", {"heater-recall"}),
        ("jpnews evaluate a", {"alaska-summit"}),
        ("jpnews compare --lang ", {"ja", "en"}),
        ("jpnews compare --format h", {"html"}),
    ],
)
def test_the_shell_completes(line: str, completed: set[str]) -> None:
    words = {"_JPNEWS_COMPLETE": "complete_bash", "COMP_WORDS": line, "COMP_CWORD": str(len(line.split(" ")) - 1)}
    done = process(env={**os.environ, **words})
    assert (done.stderr, set(done.stdout.decode().split())) == (b"", completed)
