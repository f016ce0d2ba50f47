"""A corpus is worked through once and whole: whatever is killed, full or broken on the way."""

from __future__ import annotations

import gzip
import json
import multiprocessing
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest
from tests.corpus.corpora import contents, record, rows

from jpnews_nlp import Analysis, CorpusError, EngineError, Pipeline, load_articles
from jpnews_nlp.corpus import Done, Options, analyze_corpus
from jpnews_nlp.corpus.tables import COLUMNS, OF_A_PART

SMALL = Options(engine="mecab", part=4)
News = Callable[[int], Path]


def process(
    news: Path, folder: Path, *, workers: int = 1, before: str = "", everywhere: str = ""
) -> subprocess.Popen[str]:
    """A run in a process of its own that prints its children after each part; `everywhere` runs in workers, too."""
    code = f"""
import multiprocessing, os, sys, time
from jpnews_nlp.corpus import Options, analyze_corpus
from jpnews_nlp.errors import JpNewsError
{everywhere}
def told(done):
    print(done.articles, *[c.pid for c in multiprocessing.active_children()], flush=True)
    time.sleep(0.2)
if __name__ == "__main__":
    {before}
    try:
        analyze_corpus({str(news)!r}, {str(folder)!r}, Options(engine="mecab", part=4, workers={workers}), on_part=told)
    except JpNewsError as error:
        sys.exit(str(error))
"""
    script = folder.with_suffix(".py")
    script.write_text(code, encoding="utf-8")
    return subprocess.Popen(
        [sys.executable, str(script)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8"
    )


@pytest.fixture
def whole(news: News, tmp_path: Path) -> dict[str, Any]:
    """What 40 articles give without a disturbance."""
    analyze_corpus(news(40), tmp_path / "whole", SMALL)
    return contents(tmp_path / "whole")


def test_the_tables_hold_what_the_pipeline_finds(news: News, tmp_path: Path) -> None:
    done = analyze_corpus(news(6), tmp_path / "out", SMALL)
    assert done == Done(articles=6)
    expected = [Pipeline(engine="mecab").analyze(article) for article in load_articles(news(6))]
    found = rows(tmp_path / "out", "analyses")
    assert [Analysis.from_json(row["record"]) for row in found] == expected
    claims = [(c.id, c.text, c.speaker) for a in expected for c in a.claims]
    assert sorted((r["id"], r["text"], r["speaker"]) for r in rows(tmp_path / "out", "claims")) == sorted(claims)
    entities = [(a.article.id, e.start, e.kind, e.canonical) for a in expected for e in a.entities]
    of_table = [(r["article"], r["start"], r["kind"], r["canonical"]) for r in rows(tmp_path / "out", "entities")]
    assert sorted(of_table) == sorted(entities)
    assert [r["claims"] for r in rows(tmp_path / "out", "articles")] == [len(a.claims) for a in expected]


def test_every_file_has_the_documented_columns_and_version(news: News, tmp_path: Path) -> None:
    analyze_corpus(news(6), tmp_path / "out", SMALL)
    for table in OF_A_PART:
        files = sorted((tmp_path / "out" / table).iterdir())
        assert [f.name for f in files] == ["part-000000.parquet", "part-000001.parquet"]
        for file in files:
            schema = pq.read_schema(file)
            assert schema.names == list(COLUMNS[table])
            assert schema.metadata[b"jpnews_nlp.schema"] == b"1"


def test_the_same_articles_give_the_same_bytes(news: News, tmp_path: Path) -> None:
    for name in ("one", "two"):
        analyze_corpus(news(10), tmp_path / name, SMALL)
    files = sorted(f.relative_to(tmp_path / "one") for f in (tmp_path / "one").rglob("*.parquet"))
    assert len(files) == 3 * len(OF_A_PART)
    assert all((tmp_path / "one" / f).read_bytes() == (tmp_path / "two" / f).read_bytes() for f in files)


def test_two_workers_give_what_one_gives(whole: Any, news: News, tmp_path: Path) -> None:
    analyze_corpus(news(40), tmp_path / "out", Options(engine="mecab", part=4, workers=2))
    assert contents(tmp_path / "out") == whole


def test_a_killed_run_goes_on_where_it_stopped(whole: Any, news: News, tmp_path: Path) -> None:
    run = process(news(40), tmp_path / "out")
    assert run.stdout is not None
    for _ in range(3):
        run.stdout.readline()
    run.send_signal(signal.SIGKILL)
    run.communicate()
    before = len(rows(tmp_path / "out", "articles"))
    assert 12 <= before < 40
    (tmp_path / "out" / "claims" / ".part-000099.parquet.tmp").write_bytes(b"half")
    (tmp_path / "out" / "claims" / "part-000099.parquet").write_bytes(b"of a part that was never finished")
    assert analyze_corpus(news(40), tmp_path / "out", SMALL) == Done(articles=40 - before, before=before)
    assert contents(tmp_path / "out") == whole


@pytest.mark.slow
@pytest.mark.skipif(not Path("/proc").is_dir(), reason="needs /proc to see processes")
def test_workers_end_with_a_killed_run_and_nothing_is_lost(whole: Any, news: News, tmp_path: Path) -> None:
    run = process(news(40), tmp_path / "out", workers=2)
    assert run.stdout is not None
    _, *children = map(int, run.stdout.readline().split())
    assert len(children) == 2
    run.send_signal(signal.SIGKILL)
    run.communicate()
    until = time.monotonic() + 30
    while any(map(_lives, children)):
        assert time.monotonic() < until
        time.sleep(0.05)
    analyze_corpus(news(40), tmp_path / "out", SMALL)
    assert contents(tmp_path / "out") == whole


def _lives(process_id: int) -> bool:
    try:
        return Path(f"/proc/{process_id}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


@pytest.mark.slow
def test_a_killed_worker_loses_nothing(whole: Any, news: News, tmp_path: Path) -> None:
    killed: list[int] = []

    def kill_one(_: Done) -> None:
        if not killed:
            child = multiprocessing.active_children()[0]
            assert child.pid is not None
            killed.append(child.pid)
            os.kill(child.pid, signal.SIGKILL)

    analyze_corpus(news(40), tmp_path / "out", Options(engine="mecab", part=10, workers=2), on_part=kill_one)
    assert killed
    assert contents(tmp_path / "out") == whole


DEADLY = """
from jpnews_nlp.corpus import worker
analyses = worker._analyses
def or_die(articles, pipeline):
    if multiprocessing.parent_process() and any("n0017" == a.id for a in articles):
        os._exit(139)
    return analyses(articles, pipeline)
worker._analyses = or_die
"""


@pytest.mark.slow
def test_an_article_that_workers_die_of_is_an_error_and_the_others_are_there(news: News, tmp_path: Path) -> None:
    run = process(news(24), tmp_path / "out", workers=2, everywhere=DEADLY)
    _, err = run.communicate()
    assert run.returncode == 0, err
    assert [(r["article"], r["stage"]) for r in rows(tmp_path / "out", "errors")] == [("n0017", "worker")]
    assert [r["id"] for r in rows(tmp_path / "out", "articles")] == [f"n{n:04}" for n in range(24) if n != 17]


def test_a_full_disk_is_one_line_and_the_run_goes_on_later(whole: Any, news: News, tmp_path: Path) -> None:
    full = "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (9000, 9000))"
    run = process(news(40), tmp_path / "out", before=full)
    _, err = run.communicate()
    assert run.returncode == 1
    assert "cannot be written (File too large); what is finished is kept" in err
    assert "Traceback" not in err
    assert not list((tmp_path / "out").rglob("*.tmp"))
    analyze_corpus(news(40), tmp_path / "out", SMALL)
    assert contents(tmp_path / "out") == whole


def test_bad_records_are_rows_of_the_errors_and_the_others_go_on(tmp_path: Path) -> None:
    lines = [json.dumps(record(0)), "{broken", json.dumps({"id": "x", "title": "y"}), json.dumps(record(1))]
    lines.append(json.dumps({**record(2), "body": "3日、橋が\ud800落ちた。神戸市の話である。"}))
    (tmp_path / "news.jsonl").write_text("\n".join(lines), encoding="utf-8")
    done = analyze_corpus(tmp_path / "news.jsonl", tmp_path / "out", SMALL)
    assert done == Done(articles=2, problems=3)
    found = {r["message"]: (r["article"], r["stage"]) for r in rows(tmp_path / "out", "errors")}
    assert [r["id"] for r in rows(tmp_path / "out", "articles")] == ["n0000", "n0001"]
    assert sorted(v for v in found.values() if v[0]) == [("n0002", "analyze")]
    assert any("line 2" in m and "not JSON" in m for m in found)
    assert any("line 3" in m and "has no field 'body'" in m for m in found)
    again = analyze_corpus(tmp_path / "news.jsonl", tmp_path / "out", SMALL)
    assert again == Done(before=5)


def test_a_packed_file_is_read_line_by_line(whole: Any, news: News, tmp_path: Path) -> None:
    (tmp_path / "news.jsonl.gz").write_bytes(gzip.compress(news(40).read_bytes()))
    assert analyze_corpus(tmp_path / "news.jsonl.gz", tmp_path / "out", SMALL) == Done(articles=40)
    assert contents(tmp_path / "out") == whole


def test_of_a_packed_file_that_is_cut_short_the_first_articles_are_kept(news: News, tmp_path: Path) -> None:
    (tmp_path / "news.jsonl.gz").write_bytes(gzip.compress(news(40).read_bytes(), compresslevel=0)[:-3000])
    done = analyze_corpus(tmp_path / "news.jsonl.gz", tmp_path / "out", SMALL)
    assert done.problems >= 1
    assert 10 < done.articles < 40
    assert any("cannot be read (broken gzip: " in r["message"] for r in rows(tmp_path / "out", "errors"))


def test_new_articles_are_added_and_old_ones_known_again(news: News, tmp_path: Path) -> None:
    analyze_corpus(news(10), tmp_path / "out", SMALL)
    assert analyze_corpus([[news(10), news(14)]], tmp_path / "out", SMALL) == Done(articles=4, before=10)
    assert [r["id"] for r in rows(tmp_path / "out", "articles")] == [f"n{n:04}" for n in range(14)]


def test_two_articles_of_one_id_are_both_kept(tmp_path: Path) -> None:
    for name, number in {"a": 0, "b": 1}.items():
        text = json.dumps({**record(number), "id": "same"})
        (tmp_path / f"{name}.jsonl").write_text(f"{text}\n", encoding="utf-8")
    for _ in range(2):
        analyze_corpus(tmp_path, tmp_path / "out", SMALL)
    assert [r["id"] for r in rows(tmp_path / "out", "articles")] == ["b.jsonl:same", "same"]


def test_one_folder_holds_one_engine(news: News, tmp_path: Path) -> None:
    analyze_corpus(news(4), tmp_path / "out", SMALL)
    with pytest.raises(CorpusError, match="was begun with engine 'mecab', this run has 'ginza'"):
        analyze_corpus(news(4), tmp_path / "out", Options(engine="ginza"))


def test_two_runs_do_not_write_one_folder(news: News, tmp_path: Path) -> None:
    run = process(news(40), tmp_path / "out")
    assert run.stdout is not None
    run.stdout.readline()
    with pytest.raises(CorpusError, match="another run is writing it"):
        analyze_corpus(news(40), tmp_path / "out", SMALL)
    run.kill()
    run.communicate()


def test_an_unknown_engine_stops_the_run_at_once(news: News, tmp_path: Path) -> None:
    with pytest.raises(EngineError, match="unknown engine"):
        analyze_corpus(news(4), tmp_path / "out", Options(engine="abacus"))
    assert rows(tmp_path / "out", "errors") == []


@pytest.mark.parametrize("options", [Options(workers=0), Options(part=0)], ids=["workers", "part"])
def test_numbers_below_one_are_refused(options: Options, news: News, tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match="at least 1"):
        analyze_corpus(news(4), tmp_path / "out", options)
    assert not (tmp_path / "out").exists()
