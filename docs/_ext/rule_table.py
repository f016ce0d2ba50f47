"""A directive that shows columns of one of the package's tab-separated rule tables: the page is what the code reads.

```{rule-table} entities/data/date_eras.tsv
:columns: 1 Word, 2 First day
:where: 1=number
```
"""

from __future__ import annotations

from importlib.resources import files
from typing import Any, ClassVar

from docutils import nodes
from docutils.parsers.rst import Directive, directives

CODE = "`"


class RuleTable(Directive):
    """`columns`: the number of a column from 1 and its heading, several parted by commas; a ` before shows code."""

    required_arguments = 1
    has_content = False
    option_spec: ClassVar[dict[str, Any]] = {
        "columns": directives.unchanged_required,
        "where": directives.unchanged,
        "most": directives.positive_int,
    }

    def run(self) -> list[nodes.Node]:
        """Build the table."""
        columns = [part.strip().split(" ", 1) for part in self.options["columns"].split(",")]
        wanted = [(int(number.lstrip(CODE)) - 1, number.startswith(CODE), title) for number, title in columns]
        rows = self._rows()
        if not rows:
            raise self.error(f"{self.arguments[0]} has no row that fits")
        shown = rows[: self.options.get("most", len(rows))]
        table = nodes.table(classes=["rule-table"])
        group = nodes.tgroup(cols=len(wanted))
        table += group
        group += [nodes.colspec(colwidth=1) for _ in wanted]
        head = nodes.row("", *(_entry(title, False) for _, _, title in wanted))
        group += nodes.thead("", head)
        group += nodes.tbody(
            "",
            *(nodes.row("", *(_entry(row[n] if n < len(row) else "", code) for n, code, _ in wanted)) for row in shown),
        )
        note = nodes.paragraph("", "", nodes.literal("", f"jpnews_nlp/{self.arguments[0]}"))
        note += nodes.Text(f" — {len(shown)} of {len(rows)} rows" if len(shown) < len(rows) else f" — {len(rows)} rows")
        note["classes"].append("rule-source")
        return [table, note]

    def _rows(self) -> list[list[str]]:
        text = files("jpnews_nlp").joinpath(self.arguments[0]).read_text(encoding="utf-8")
        rows = [line.split("\t") for line in text.splitlines() if line.strip() and not line.startswith("#")]
        if where := self.options.get("where"):
            number, value = where.split("=", 1)
            rows = [row for row in rows if row[int(number) - 1] == value]
        return rows


def _entry(text: str, code: bool) -> nodes.entry:
    words = [part for part in text.split("|") if part] if code else [text]
    inner: list[nodes.Node] = []
    for word in words:
        inner += [nodes.Text(" ")] if inner else []
        inner.append(nodes.literal("", word) if code else nodes.Text(word))
    return nodes.entry("", nodes.paragraph("", "", *inner))


def setup(app: Any) -> dict[str, bool]:
    """Sphinx calls this when it loads the extension."""
    app.add_directive("rule-table", RuleTable)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
