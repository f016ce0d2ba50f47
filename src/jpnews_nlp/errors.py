"""The errors of the library, all under one root.

```
JpNewsError
├── ArticleError      an input that is no readable article: names the file or id, what was found, what would do
├── EngineError       an engine that is missing, too old or broken: names the line that mends it
├── GazetteerError    a file of the user's names that cannot be read: names the line and what would do
├── CorpusError       a corpus that cannot be written, read or gone on with: names the folder and what would do
├── PlotError         a plot that cannot be drawn or saved: names the line that installs what is missing
├── ExampleError      an unknown bundled example: lists the known ones
└── RecordError       a JSON record that cannot be loaded back: names the field
```

Catching `JpNewsError` catches everything the library raises on purpose.
"""


class JpNewsError(Exception):
    """The root of every error the library raises on purpose."""


class ArticleError(JpNewsError):
    """An input that cannot be read as an article, or a set of articles that cannot be compared."""


class EngineError(JpNewsError):
    """An engine that is unknown, missing or fails on its input."""


class GazetteerError(JpNewsError):
    """A gazetteer that cannot be read, or a line of it that says nothing."""


class CorpusError(JpNewsError):
    """A corpus that cannot be written, read or gone on with, or a worker that cannot be had."""


class PlotError(JpNewsError):
    """A plot that cannot be drawn or saved."""


class ExampleError(JpNewsError):
    """A bundled example that does not exist."""


class RecordError(JpNewsError):
    """A JSON record that does not have the documented shape."""
