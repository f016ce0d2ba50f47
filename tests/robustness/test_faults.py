"""What breaks around the library: one line says so, or the result is right; never a traceback, never half a file."""

from __future__ import annotations

import json
import os
import pty
import re
import signal
import subprocess
import sys
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import pytest

from jpnews_nlp import Article, EngineError, Pipeline, load_articles
from jpnews_nlp.cli import output
from jpnews_nlp.engines import cached, ginza_model
from jpnews_nlp.engines.cached import CachedEngine
from jpnews_nlp.engines.mecab import MecabEngine
from jpnews_nlp.engines.parse_columns import to_columns
from jpnews_nlp.render.text import comparison_text

FIRE = "北浜市で倉庫火災\n北浜市港町で3日、倉庫が焼けた。県警によると、4人が死亡した。\n公開日:2031/04/03\n"
FIRE_TOO = "倉庫火災で5人死亡\n3日、北浜市港町の倉庫で火災があり、5人が死亡した。\n公開日:2031/04/03\n"
COMMAND = [sys.executable, "-m", "jpnews_nlp.cli"]
COMPARE = ["compare", "a.txt", "b.txt", "--engine", "mecab"]
ONE_LINE = re.compile(rb"jpnews: [^\n]+\n")
linux = pytest.mark.skipif(sys.platform != "linux", reason="needs /dev/full, /proc and POSIX limits")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(FIRE, encoding="utf-8")
    (tmp_path / "b.txt").write_text(FIRE_TOO, encoding="utf-8")
    return tmp_path


def shell(line: str, folder: Path, **environment: str | None) -> subprocess.CompletedProcess[bytes]:
    """Run a line of shell in which `jpnews` is the command; an environment variable that is None is left out."""
    command = " ".join(f"'{part}'" for part in COMMAND)
    script = f'jpnews() {{ {command} "$@"; }}\n{line}'
    own = {**os.environ, **environment}
    return subprocess.run(
        ["bash", "-c", script],
        cwd=folder,
        env={name: value for name, value in own.items() if value is not None},
        capture_output=True,
        check=False,
        timeout=120,
    )


# What goes wrong with the streams, the line of shell that does it, its exit status, and what the one line says.
STREAMS = [
    ("出力先が満杯", "jpnews compare a.txt b.txt --engine mecab >/dev/full", 1, "standard output: cannot be written"),
    ("出力先が満杯(短い出力)", "jpnews --version >/dev/full", 1, "standard output: cannot be written"),
    ("書き込むファイルが満杯", "jpnews compare a.txt b.txt --engine mecab -o /dev/full", 1, "/dev/full: cannot be"),
    ("標準出力が閉じている", "jpnews compare a.txt b.txt --engine mecab >&-", 1, "standard output is closed"),
    ("標準入力が閉じている", "jpnews compare - --engine mecab <&-", 1, "standard input is closed"),
    ("ファイルの大きさに限り", "ulimit -f 1; jpnews compare a.txt b.txt -o r.html --engine mecab", 1, "File too large"),
    ("限りのない入力", "jpnews analyze /dev/zero --engine mecab", 1, "/dev/zero"),
]


@linux
@pytest.mark.slow
@pytest.mark.parametrize(("name", "line", "status", "says"), STREAMS, ids=[s[0] for s in STREAMS])
def test_a_stream_that_fails_is_one_line(name: str, line: str, status: int, says: str, folder: Path) -> None:
    done = shell(line, folder)
    assert (done.returncode, done.stdout) == (status, b"")
    assert ONE_LINE.fullmatch(done.stderr), done.stderr.decode()
    assert says in done.stderr.decode()
    assert sorted(file.name for file in folder.iterdir()) == ["a.txt", "b.txt"]


# What the surroundings lack, and the right result all the same.
SURROUNDINGS: list[tuple[str, dict[str, str | None]]] = [
    ("ホームがない", {"HOME": None}),
    ("ホームが存在しない", {"HOME": "/nonexistent/home"}),
    ("ホームに書けない", {"HOME": "/proc"}),
    ("一時フォルダがない", {"TMPDIR": "/nonexistent/tmp"}),
    ("ロケールがCでUTF-8なし", {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}),
    ("存在しないロケール", {"LC_ALL": "xx_XX.nothing", "LANG": "xx_XX.nothing"}),
    ("出力の文字コードが別", {"PYTHONIOENCODING": "latin-1"}),
    ("端末がない", {"TERM": None, "COLUMNS": "0"}),
]


@linux
@pytest.mark.slow
@pytest.mark.parametrize(("name", "without"), SURROUNDINGS, ids=[s[0] for s in SURROUNDINGS])
def test_nothing_around_is_needed(name: str, without: dict[str, str | None], folder: Path) -> None:
    own = {**os.environ, **without}
    environment = {variable: value for variable, value in own.items() if value is not None}
    line = [*COMMAND, *COMPARE]
    done = subprocess.run(line, cwd=folder, env=environment, capture_output=True, check=False, timeout=120)
    assert (done.returncode, done.stderr) == (0, b"")
    compared = Pipeline(engine="mecab").compare(load_articles(folder))
    assert done.stdout.decode("utf-8") == comparison_text(compared)


@linux
@pytest.mark.slow
def test_a_reader_who_leaves_early_is_no_error(folder: Path) -> None:
    lines = "".join(f"{n}番の倉庫で3日、火災があり、{n}人が死亡した。\n" for n in range(2_000))
    (folder / "long.txt").write_text(lines, encoding="utf-8")
    done = shell("jpnews analyze a.txt long.txt --engine mecab -f json | head -1; exit ${PIPESTATUS[0]}", folder)
    assert [json.loads(line)["article"]["id"] for line in done.stdout.splitlines()] == ["a.txt"]
    assert done.returncode in (1, 141)
    assert done.stderr == b""


@linux
@pytest.mark.slow
def test_nobody_hears_an_error_and_the_status_tells_it(folder: Path) -> None:
    done = shell("jpnews compare nothing.txt 2>&-", folder)
    assert (done.returncode, done.stdout, done.stderr) == (1, b"", b"")


def _in_terminal(folder: Path, arguments: list[str], **environment: str) -> tuple[int, str]:
    """Status and screen of a run in a terminal."""
    pid, screen = pty.fork()
    if pid == 0:
        os.chdir(folder)
        os.execve(sys.executable, [*COMMAND, *arguments], {**os.environ, "TERM": "xterm", **environment})
    shown = b""
    while True:
        try:
            block = os.read(screen, 4096)
        except OSError:
            break
        if not block:
            break
        shown += block
    _, status = os.waitpid(pid, 0)
    os.close(screen)
    return os.waitstatus_to_exitcode(status), shown.decode(environment.get("PYTHONIOENCODING", "utf-8"))


TERMINALS = ["utf-8", "ascii", "latin-1", "euc_jp", "cp932"]


@linux
@pytest.mark.slow
@pytest.mark.parametrize("encoding", TERMINALS)
def test_a_terminal_of_any_encoding_shows_the_result(encoding: str, folder: Path) -> None:
    status, shown = _in_terminal(folder, COMPARE, PYTHONIOENCODING=encoding)
    assert status == 0
    assert "Traceback" not in shown
    spelled = "死者".encode(encoding, "backslashreplace").decode(encoding)
    assert spelled in re.sub(r"\x1b\[[\d;]*m", "", shown) or "5人" in shown or "5\\u4eba" in shown


@linux
@pytest.mark.slow
@pytest.mark.parametrize("form", ["text", "json", "csv", "markdown"])
def test_an_article_cannot_drive_the_terminal(form: str, folder: Path) -> None:
    body = FIRE.replace("倉庫", "倉\x1b]0;owned\x07庫\x9b31m\u202e")
    (folder / "hostile.json").write_text(json.dumps({"title": body[:9], "body": body}), encoding="utf-8")
    line = ["compare", "hostile.json", "b.txt", "--engine", "mecab", "--format", form]
    status, shown = _in_terminal(folder, line, NO_COLOR="1")
    assert status == 0, shown
    assert "owned" in shown or form == "text"
    assert not {"\x1b", "\x07", "\x9b", "\u202e"} & set(re.sub(r"\x1b\[[\d;]*m", "", shown))


@linux
@pytest.mark.slow
@pytest.mark.parametrize(("sign", "statuses"), [(signal.SIGINT, (1, 130)), (signal.SIGTERM, (-15,))])
def test_an_interrupted_run_leaves_the_old_file(sign: signal.Signals, statuses: tuple[int, ...], folder: Path) -> None:
    """The run is stopped while it writes: the file system is slow, the reader patient."""
    (folder / "r.html").write_text("古い", encoding="utf-8")
    code = (
        "import os, pathlib, sys, time\n"
        "write = pathlib.Path.write_bytes\n"
        "def slow(self, data):\n"
        "    write(self, data[:100]); print('half', flush=True); time.sleep(60); return write(self, data)\n"
        "pathlib.Path.write_bytes = slow\n"
        "sys.argv = ['jpnews', 'compare', 'a.txt', 'b.txt', '--engine', 'mecab', '-o', 'r.html']\n"
        "from jpnews_nlp.cli import main\n"
        "main()\n"
    )
    run = subprocess.Popen([sys.executable, "-c", code], cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert run.stdout is not None
    assert run.stdout.readline() == b"half\n"
    run.send_signal(sign)
    _, said = run.communicate(timeout=60)
    assert run.returncode in statuses
    assert b"Traceback" not in said
    assert (folder / "r.html").read_text(encoding="utf-8") == "古い"


# The dictionary and the models.


def _dictionary(folder: Path, damage: str) -> Path:
    """The dictionary with its largest file damaged, the others linked."""
    import unidic_lite

    real, made = Path(unidic_lite.DICDIR), folder / "dictionary"
    made.mkdir()
    for file in real.iterdir():
        if file.name != "sys.dic":
            (made / file.name).symlink_to(file)
    if damage != "missing":
        with (real / "sys.dic").open("rb") as file:
            whole = file.read(1_000_000)
        (made / "sys.dic").write_bytes({"empty": b"", "cut": whole, "other": b"x" * 1000}[damage])
    return made


@linux
@pytest.mark.parametrize("damage", ["missing", "empty", "cut", "other"])
def test_a_broken_dictionary_is_one_line(damage: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import unidic_lite

    made = _dictionary(tmp_path, damage)
    monkeypatch.setattr(unidic_lite, "DICDIR", str(made))
    with pytest.raises(EngineError) as caught:
        Pipeline(engine="mecab").analyze(Article(id="a", body="首相は帰国した。"))
    said = str(caught.value)
    assert str(made) in said
    assert said.endswith("mend: python -m pip install --force-reinstall unidic-lite")
    assert said.isprintable()


@pytest.mark.parametrize(
    ("module", "engine"), [("fugashi", "mecab"), ("unidic_lite", "mecab"), ("spacy", "ginza"), ("ginza", "ginza")]
)
def test_a_missing_package_is_one_line(module: str, engine: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(EngineError, match=rf"{module}[.\w]* is missing; mend: python -m pip install"):
        Pipeline(engine=engine).analyze(Article(id="a", body="首相は帰国した。"))


DAMAGED_MODELS = {
    "no settings": {},
    "broken settings": {"meta.json": "{"},
    "cut": {"meta.json": "{}", "config.cfg": "["},
}


@pytest.mark.slow
@pytest.mark.parametrize("files", DAMAGED_MODELS.values(), ids=DAMAGED_MODELS.keys())
def test_a_broken_syntax_model_is_one_line(
    files: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, text in files.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    monkeypatch.setattr(ginza_model, "MODEL", str(tmp_path))
    with pytest.raises(EngineError, match=r"the model .* cannot be loaded \(.*\); mend: python") as caught:
        Pipeline(engine="ginza").analyze(Article(id="a", body="首相は帰国した。"))
    assert str(caught.value).isprintable()


# The cache of parses.

ARTICLE = Article(id="a", body=FIRE)


@linux
def test_a_cache_on_a_full_disk_costs_nothing_but_time(tmp_path: Path) -> None:
    """In a process of its own, whose files may not grow."""
    code = (
        "import resource, signal, sys\n"
        "from jpnews_nlp import Article, Pipeline\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "pipeline = Pipeline(engine='mecab', cache=sys.argv[1])\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))\n"
        "found = pipeline.analyze(Article(id='a', body=sys.argv[2]))\n"
        "assert found == Pipeline(engine='mecab').analyze(Article(id='a', body=sys.argv[2]))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "cache"), FIRE], capture_output=True, check=False, timeout=120
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert list((tmp_path / "cache").iterdir()) == []
    assert Pipeline(engine="mecab", cache=tmp_path / "cache").analyze(ARTICLE).claims


def _parsed(folder: str, number: int) -> list[Any]:
    engine = CachedEngine(MecabEngine(), folder)
    return [to_columns(engine.parse(Article(id=str(n), body=f"第{n % 5}回。{FIRE}"))) for n in range(number)]


@pytest.mark.slow
def test_two_processes_write_one_cache(tmp_path: Path) -> None:
    expected = [to_columns(MecabEngine().parse(Article(id=str(n), body=f"第{n % 5}回。{FIRE}"))) for n in range(40)]
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        runs = [pool.submit(_parsed, str(tmp_path), 40) for _ in range(4)]
        assert [run.result() for run in runs] == [expected] * 4
    assert len(list(tmp_path.iterdir())) == 5
    assert all(json.loads(file.read_bytes())["engine"] == "mecab" for file in tmp_path.iterdir())


def test_a_cache_of_another_version_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = CachedEngine(MecabEngine(), tmp_path).parse(ARTICLE)
    (file,) = tmp_path.iterdir()
    file.write_bytes(file.read_bytes().replace(b'"mecab"', b'"older"'))
    assert CachedEngine(MecabEngine(), tmp_path).parse(ARTICLE).engine == "older"  # the key is that of this version
    monkeypatch.setattr(cached, "VERSION", cached.VERSION + 1)
    assert CachedEngine(MecabEngine(), tmp_path).parse(ARTICLE) == expected
    assert len(list(tmp_path.iterdir())) == 2


# Notes on the terminal.


def test_a_file_name_cannot_drive_the_terminal(capfd: pytest.CaptureFixture[str]) -> None:
    output.note("a\x1b[31m\u202e\n.txt: cannot be read")
    assert capfd.readouterr().err == "jpnews: a␛[31m� .txt: cannot be read\n"
