"""A Dask cluster gives what this process gives."""

from __future__ import annotations

import gc
import sys
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path

import dask.bag
import pytest
from distributed import LocalCluster
from tests.corpus.corpora import contents, record

from jpnews_nlp import CorpusError
from jpnews_nlp.corpus import Done, Options, analyze_corpus
from jpnews_nlp.corpus.dask_bag import analyze_bag

pytestmark = [pytest.mark.slow, pytest.mark.filterwarnings("ignore::DeprecationWarning")]
News = Callable[[int], Path]


@pytest.fixture(autouse=True)
def left_by_distributed() -> Iterator[None]:
    """Sockets and event loops that distributed leaves to the garbage collector are collected here."""
    yield
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)
        gc.collect()


def test_a_cluster_gives_what_this_process_gives_and_loses_nothing_with_a_worker(news: News, tmp_path: Path) -> None:
    analyze_corpus(news(40), tmp_path / "whole", Options(engine="mecab", part=4))
    killed: list[int] = []
    with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=":0") as cluster:

        def kill_one(_: Done) -> None:
            if not killed:
                worker = next(iter(cluster.workers.values()))
                killed.append(worker.pid)
                worker.process.process.kill()

        options = Options(engine="mecab", part=4, scheduler=cluster.scheduler_address)
        analyze_corpus(news(40), tmp_path / "out", options, on_part=kill_one)
    assert killed
    assert contents(tmp_path / "out") == contents(tmp_path / "whole")
    files = sorted(f.relative_to(tmp_path / "out") for f in (tmp_path / "out").rglob("*.parquet"))
    assert all((tmp_path / "out" / f).read_bytes() == (tmp_path / "whole" / f).read_bytes() for f in files)


def test_local_makes_a_cluster(news: News, tmp_path: Path) -> None:
    done = analyze_corpus(news(8), tmp_path / "out", Options(engine="mecab", part=4, scheduler="local", workers=1))
    assert done == Done(articles=8)


def test_a_bag_gives_what_files_give_and_goes_on(news: News, tmp_path: Path) -> None:
    analyze_corpus(news(12), tmp_path / "whole", Options(engine="mecab", part=4))
    bag = dask.bag.from_sequence([record(n) for n in range(12)], npartitions=3)
    options = Options(engine="mecab", workers=1)
    assert analyze_bag(bag, tmp_path / "out", options) == Done(articles=12)
    files = sorted(f.relative_to(tmp_path / "out") for f in (tmp_path / "out").rglob("*.parquet"))
    assert all((tmp_path / "out" / f).read_bytes() == (tmp_path / "whole" / f).read_bytes() for f in files)
    (tmp_path / "out" / "articles" / "part-000001.parquet").unlink()
    assert analyze_bag(bag, tmp_path / "out", options) == Done(articles=4, before=8)
    assert contents(tmp_path / "out") == contents(tmp_path / "whole")
    with pytest.raises(CorpusError, match="was begun with input 'a bag of 3 partitions', this run has 'files'"):
        analyze_corpus(news(12), tmp_path / "out", options)


def test_bad_records_of_a_bag_are_errors(tmp_path: Path) -> None:
    bag = dask.bag.from_sequence([record(0), {"id": "x"}, 3], npartitions=1)
    assert analyze_bag(bag, tmp_path / "out", Options(engine="mecab", workers=1)) == Done(articles=1, problems=2)


def test_a_scheduler_that_is_not_there_is_one_line(news: News, tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match="cannot be reached; give an address such as"):
        analyze_corpus(news(4), tmp_path / "out", Options(scheduler="nonsense://127.0.0.1:9"))


def test_without_dask_the_error_names_the_line_that_installs_it(
    news: News, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(CorpusError, match=r'pip install "jpnews-nlp\[dask\]"'):
        analyze_corpus(news(4), tmp_path / "out", Options(scheduler="local"))
