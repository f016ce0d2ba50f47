"""The limits hold where they stand, and before memory goes; at each of them the library still answers."""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import time
from pathlib import Path

import pytest

from jpnews_nlp import Article, ArticleError, Pipeline, limits, load_articles
from jpnews_nlp.corpus import Options, analyze_corpus
from jpnews_nlp.reading import files

PROSE = "三国の首脳は7日、サンゴ島で会談した。木村太郎市長は「署名は見送られた」と述べた。"
MECAB = Pipeline(engine="mecab")


def test_an_article_that_is_too_long_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "LONGEST_TEXT", 50)
    assert MECAB.analyze(Article(id="a", body="雨" * 50)).article.id == "a"
    long = Article(id="a.txt", body="雨" * 51)
    message = r"^a\.txt: 51 characters; an article of at most 50 is needed, or several$"
    for refused in (
        lambda: MECAB.analyze(long),
        lambda: MECAB.parse(long),
        lambda: list(MECAB.analyze_many([long])),
        lambda: MECAB.compare([long]),
    ):
        with pytest.raises(ArticleError, match=message):
            refused()


def test_a_corpus_goes_on_after_an_article_that_is_too_long(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "LONGEST_TEXT", 200)
    lines = [json.dumps({"id": str(n), "body": PROSE * (9 if n == 1 else 1)}) for n in range(3)]
    (tmp_path / "news.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    done = analyze_corpus(tmp_path / "news.jsonl", tmp_path / "out", Options(engine="mecab"))
    assert (done.articles, done.problems) == (2, 1)


@pytest.mark.parametrize(
    ("limit", "most"), [("MOST_ARTICLES", 3), ("MOST_CHARACTERS", 4 * len(PROSE) - 1)], ids=["articles", "characters"]
)
def test_too_much_for_one_comparison_is_one_line(limit: str, most: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, limit, most)
    articles = [Article(id=str(n), body=PROSE) for n in range(4)]
    assert len(MECAB.compare(articles[:3]).articles) == 3
    analyses = [MECAB.analyze(article) for article in articles]
    for given in (articles, analyses, iter(articles)):
        with pytest.raises(ArticleError, match=r"^more than .* in one comparison; .* jpnews corpus$"):
            MECAB.compare(given)


def test_articles_are_counted_before_they_are_analyzed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MOST_ARTICLES", 2)
    monkeypatch.setattr(MECAB, "analyze", lambda article: analyzed.append(article.id))
    analyzed: list[str] = []
    with pytest.raises(ArticleError):
        MECAB.compare(Article(id=str(n), body=PROSE) for n in range(1_000_000))
    assert analyzed == ["0", "1"]


def test_claims_that_make_too_many_pairs_are_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MOST_PAIRS", 1)
    with pytest.raises(ArticleError, match=r"^a and b: \d and \d claims make more than 1 pairs; "):
        MECAB.compare([Article(id=name, body=PROSE) for name in "ab"])


@pytest.mark.parametrize("name", ["a.txt", "a.html", "a.csv", "a.jsonl"])
def test_a_file_that_is_too_large_is_not_read(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for limit in ("LARGEST_ARTICLE", "LARGEST_FILE"):
        monkeypatch.setattr(files, limit, 1_000_000_000)
    with (tmp_path / name).open("wb") as file:
        file.truncate(50_000_000_000)  # all holes: it takes no room on the disk
    with pytest.raises(
        ArticleError, match=rf"{name}: more than 1000000000 bytes; an article of at most as many is needed"
    ):
        load_articles(tmp_path / name)


def test_a_line_of_ten_megabytes_is_refused_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("首相は会談した。" * 417_000, encoding="utf-8")
    assert (tmp_path / "a.txt").stat().st_size > 10_000_000
    (article,) = load_articles(tmp_path / "a.txt")
    with pytest.raises(ArticleError, match=r"^a\.txt: 3336000 characters; an article of at most 1000000 is needed"):
        MECAB.analyze(article)


# What grows without an end, and how: nothing may cost more than a few times what prose of its length does.
GROWS = {
    "本文": PROSE,
    "開いたかぎ": "「",
    "閉じたかぎ": "」",
    "空のかぎ": "「」",
    "開いた括弧": "（",
    "混ざった括弧": "「（『",
    "引用": "「雨だ」と述べた。",
    "引用だけ": "「雨だ」",
    "引用が続く": "「雨だ」と述べ、",
    "と言い": "雨だといい、",
    "によると": "県警によると、",
    "の": "市の",
    "数字": "1",
    "漢数字": "一",
    "日付": "3日、",
    "名前": "木村太郎氏、",
    "地名": "都",
    "役所": "府警",
    "カタカナ": "ア",
    "なかぐろ": "ア・",
    "読点": "、",
    "空白": " ",
    "全角空白": "　",
    "長音": "ー",
    "見えない字": "\u200b",
    "結合文字": "か\u3099",
    "端末の色": "\x1b[31m",
    "絵文字": "👨‍👩‍👧",
    "英字": "a",
    "住所": "https://",
}
SIZE = 4_000


@pytest.mark.slow
@pytest.mark.parametrize("unit", GROWS.values(), ids=GROWS.keys())
def test_no_text_costs_much_more_than_prose(unit: str) -> None:
    """Three times as long may take three times as long, and not nine; and no character a millisecond."""
    times = []
    for size in (SIZE, 3 * SIZE):
        article = Article(id="a", body="首相は3日に会見した。\n" + unit * (size // len(unit)))
        started = time.process_time()
        analysis = MECAB.analyze(article)
        times.append(time.process_time() - started)
        assert all(article.text[c.start : c.end] == c.text for c in analysis.claims)
    assert times[1] < 6 * times[0] + 0.5
    assert times[1] < 3 * SIZE / 1_000


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="needs a limit of memory")
@pytest.mark.parametrize("unit", ["「雨だ」と述べた。", "{n}番の町で{n}人がけがをした。"])
def test_the_longest_article_stays_within_memory(unit: str) -> None:
    """100,000 quotations, or as much of anything else as is allowed, in a process that may use 6 GB."""
    code = (
        "import sys\n"
        "from jpnews_nlp import Article, Pipeline, limits\n"
        "unit = sys.argv[1]\n"
        "text = ''\n"
        "parts = [unit.replace('{n}', str(n)) for n in range(limits.LONGEST_TEXT // len(unit))]\n"
        "text = ''.join(parts)[: limits.LONGEST_TEXT]\n"
        "found = Pipeline(engine='mecab').analyze(Article(id='a', body=text))\n"
        "assert found.article.text == text\n"
    )
    allowed = 6_000_000_000
    done = subprocess.run(
        [sys.executable, "-c", code, unit],
        capture_output=True,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (allowed, allowed)),
        timeout=500,
    )
    assert (done.returncode, done.stderr) == (0, b"")
