"""What a stranger wrote is data: in every renderer, on the way through the library, and in names of files.

`tests/render/test_hostile.py` goes through the renderers with one text that holds every attack; here each kind of
attack goes the whole way, from a file to each format.
"""

from __future__ import annotations

import ast
import csv
import io
import json
import logging
import re
import unicodedata
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

import jpnews_nlp
from jpnews_nlp import Article, ExampleError, Pipeline, load_articles, load_example
from jpnews_nlp.engines.parse_files import ParseFiles
from jpnews_nlp.examples import load_gold
from jpnews_nlp.render.events import events_json, events_text
from jpnews_nlp.render.html import analysis_report, comparison_report
from jpnews_nlp.render.markdown import analysis_markdown, comparison_markdown
from jpnews_nlp.render.notebook import analysis_html, comparison_html
from jpnews_nlp.render.tabular import analysis_csv, comparison_csv
from jpnews_nlp.render.text import analysis_text, comparison_text

MECAB = Pipeline(engine="mecab")
SOURCE = Path(jpnews_nlp.__file__).parent
ATTACKS = {
    "スクリプト": "<script>window.owned=1</script>",
    "属性から出る": "\" onmouseover=window.owned=1 x='",
    "画像": "<img src=x onerror=window.owned=1>",
    "SVG": "<svg/onload=window.owned=1>",
    "枠": "<iframe srcdoc='<script>parent.owned=1</script>'></iframe>",
    "閉じるタグ": "</mark></td></table></style></script><b>",
    "注釈": "<!-- --!> <![CDATA[ ]]>",
    "リンク": "[押す](javascript:window.owned=1)",
    "画像のリンク": "![x](javascript:window.owned=1)",
    "テンプレート": "{{7*7}}{%raw%}${7*7}#{7*7}<%=7*7%>",
    "双方向": "\u202eうら\u2066\u2069\u061c",
    "見えない字": "見\u200bえ\u200dな\ufeffい\u00ad",
    "端末": "\x1b[2J\x1b]0;題\x07\x1b]8;;http://evil.example\x07\x9b31m",
    "表計算": '=HYPERLINK("http://evil.example";"押す")',
    "表計算の改行": "文\r\n=1+1\t@SUM(A1)",
    "表の縦線": "a|b|c|d",
    "見出し": "\n# 見出し\n---\n",
    "ヌル": "\x00\x01\x02",
    "サロゲート": "\ud800\udfff",
    "書式": "%s%n{0}{name}",
    "実体": "&lt;script&gt;&#60;b&#62;",
    "大きな表": "<table>" + "<tr><td>=1</td></tr>" * 200 + "</table>",
}
LINE = "北浜市で3日、{}倉庫が焼け、県警によると{}人が死亡した。木村太郎市長は「{}許せない」と述べた。"


class Page(HTMLParser):
    """The elements of a page, as a browser would see them."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs


def hostile(attack: str, number: int) -> Article:
    """An article with the attack in its title, its text, its outlet, its id and its address."""
    return Article(
        id=f"{number}{attack}",
        title=f"{attack}倉庫火災",
        body=LINE.format(attack, 3 + number, attack) + "\n" + attack,
        outlet=attack,
        url=f"javascript:{attack}",
    )


@pytest.mark.parametrize("attack", ATTACKS.values(), ids=ATTACKS.keys())
def test_an_attack_is_shown_and_does_nothing(attack: str, caplog: pytest.LogCaptureFixture) -> None:
    articles = [hostile(attack, n) for n in range(2)]
    compared, analysis = MECAB.compare(articles), MECAB.analyze(articles[0])
    harmless = MECAB.compare([hostile("あ", n) for n in range(2)]), MECAB.analyze(hostile("あ", 0))
    for report, reported in ((comparison_report, 0), (comparison_html, 0), (analysis_report, 1), (analysis_html, 1)):
        given: Any = (compared, analysis)[reported]
        page, usual = Page(report(given)), Page(report(harmless[reported]))  # type: ignore[operator]
        assert set(page.tags) <= set(usual.tags) | {"mark", "a", "span", "ul", "li", "details", "summary", "nav"}
        assert page.tags.count("script") == usual.tags.count("script")
        assert not [name for name, _ in page.attributes if name.startswith("on") or name in ("style", "srcdoc")]
        assert not [v for name, v in page.attributes if name in ("href", "src") and not (v or "").startswith("#")]
    texts = {
        "text": comparison_text(compared) + analysis_text(analysis) + events_text(compared),
        "markdown": comparison_markdown(compared) + analysis_markdown(analysis),
        "csv": comparison_csv(compared) + analysis_csv([analysis]),
    }
    for form, text in texts.items():
        controls = {c for c in text if unicodedata.category(c) in ("Cc", "Cs")}
        assert controls <= ({"\n", "\r", "\t"} if form == "csv" else {"\n"})
        assert not re.search("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]", text)
    assert "49" not in re.sub(r"[0-9a-f-]{8,}", "", texts["text"]) or "49" in attack
    assert not re.search(r"(?<!\\)\]\(javascript", texts["markdown"])
    assert not re.search(r"<(?!br>)[a-z/!]", texts["markdown"])
    rows = list(csv.reader(io.StringIO(texts["csv"], newline="")))
    assert not [cell for row in rows for cell in row if re.match(r"[=+@\t\r]|-(?!\d*$)", cell)]
    assert caplog.records == []


@pytest.mark.parametrize("attack", ATTACKS.values(), ids=ATTACKS.keys())
def test_json_keeps_an_attack_to_the_letter(attack: str) -> None:
    articles = [hostile(attack, n) for n in range(2)]
    compared = MECAB.compare(articles)
    loaded = json.loads(compared.to_json())
    assert [a["text"] for a in loaded["articles"]] == [a.text for a in compared.articles]
    assert {a.text for a in compared.articles} == {a.text for a in articles}
    json.loads(events_json(compared))


@pytest.mark.parametrize("attack", ATTACKS.values(), ids=ATTACKS.keys())
def test_a_hostile_page_leaves_no_line_in_the_logs(
    attack: str, tmp_path: Path, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    caplog.set_level(logging.WARNING)
    body = "".join(f"<p>{LINE.format(attack, n, attack)}</p>" for n in range(3))
    page = f"<title>{attack}</title><meta property='og:site_name' content='{attack}'>{body}"
    (tmp_path / "a.html").write_bytes(page.encode("utf-8", "replace"))
    load_articles(tmp_path / "a.html", on_error=lambda _: None)
    assert caplog.records == []
    assert capfd.readouterr() == ("", "")


ESCAPES = ["../alaska-summit", "..", "/etc", "alaska-summit/../hita-quake", "alaska_summit", "a\x00b", "..\\x", ""]


@pytest.mark.parametrize("name", ESCAPES)
def test_the_name_of_an_example_is_no_path(name: str) -> None:
    for load in (load_example, load_gold):
        with pytest.raises(ExampleError, match="known: alaska-summit"):
            load(name)


def test_the_key_of_a_parse_is_no_path(tmp_path: Path) -> None:
    """Whatever an article holds, its parse is kept under a digest, in the folder."""
    folder = tmp_path / "cache"
    cached = Pipeline(engine="mecab", cache=folder)
    for attack in ("../../out", "/etc/passwd", "a\x00b"):
        cached.parse(Article(id=attack, title=attack, body=attack))
    assert {len(file.stem) for file in folder.iterdir()} == {64}
    assert list(tmp_path.iterdir()) == [folder]
    assert ParseFiles(str(folder)).get("0" * 64) is None


LOADS_CODE = {"pickle", "marshal", "shelve", "dill", "cloudpickle", "joblib", "imp", "code"}
RUNS_CODE = {"eval", "exec", "compile", "__import__"}
OWN_CODE = {"quick.py": {"exec"}}
"""It writes the constructor of a record from the names of its fields; nothing that is read gets there."""


def calls(tree: ast.AST) -> list[ast.Call]:
    return [node for node in ast.walk(tree) if isinstance(node, ast.Call)]


@pytest.mark.parametrize("file", sorted(SOURCE.rglob("*.py")), ids=lambda file: str(file.relative_to(SOURCE)))
def test_no_file_of_a_user_can_run_anything(file: Path) -> None:
    """No pickle is loaded, nothing is evaluated, no shell is started."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    imported = {
        (alias.name if isinstance(node, ast.Import) else node.module or "").partition(".")[0]
        for node in ast.walk(tree)
        if isinstance(node, (ast.Import, ast.ImportFrom))
        for alias in node.names
    }
    assert not imported & (LOADS_CODE | {"subprocess"})
    for call in calls(tree):
        name = call.func.id if isinstance(call.func, ast.Name) else ""
        attribute = call.func.attr if isinstance(call.func, ast.Attribute) else ""
        assert name not in RUNS_CODE - OWN_CODE.get(file.name, set())
        assert attribute not in ("read_pickle", "system", "popen", "full_load", "unsafe_load")
        if attribute == "load" and isinstance(call.func, ast.Attribute) and ast.unparse(call.func.value) == "np":
            assert any(k.arg == "allow_pickle" and ast.unparse(k.value) == "False" for k in call.keywords)
